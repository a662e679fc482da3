"""What a repository was made from, what tells so, and where that is."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from catalog.models.descent import Descent, ForkKind, Sign, SignCode
from catalog.publish.views.edition import Edition, Link, Whereabouts


class SignView(NamedTuple):
    """One thing that tells of the descent, with where it can be looked up."""

    code: SignCode
    other: Whereabouts | None
    own: int
    behind: int
    place: Link | None
    stale_since: date | None


@dataclass(frozen=True)
class DescentView:
    """The descent of one repository."""

    descent: Descent
    edition: Edition

    @property
    def kind(self) -> ForkKind | None:
        """``mirror``, ``technical-fork``, ``variant``, ``undetermined``; None: only a beginning."""
        return self.descent.kind

    @property
    def origin(self) -> Whereabouts | None:
        """What it was made from."""
        return self.edition.whereabouts(self.descent.origin)

    @property
    def signs(self) -> tuple[SignView, ...]:
        """What tells so."""
        return tuple(sign_view(sign, self.edition) for sign in self.descent.signs)


def sign_view(sign: Sign, edition: Edition) -> SignView:
    """Return a sign with where it can be looked up."""
    place = edition.link(sign.cite) if sign.cite else None
    other = edition.whereabouts(sign.address)
    return SignView(sign.code, other, sign.own or 0, sign.behind or 0, place, sign.stale_since)
