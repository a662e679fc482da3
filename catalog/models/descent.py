"""What a repository was made from: a mirror, a fork of either kind, and what tells so."""

from datetime import date
from typing import Literal, TypeAlias

from catalog.models.base import Frozen
from catalog.models.verdict import Cite

ForkKind: TypeAlias = Literal["mirror", "technical-fork", "variant", "undetermined"]
SignCode: TypeAlias = Literal[
    "mirror",  # the forge says that it copies from another address
    "named-elsewhere",  # its publiccode.yml names another address as the software's own
    "named-elsewhere-unforked",  # the same, though the forge says that it is no fork
    "based-on",  # its publiccode.yml has an address of its own and names what it is based on
    "own-work",  # compared with its parent: it has commits that the parent lacks
    "no-own-work",  # compared with its parent: it has none
    "not-compared",  # the forge says that it is a fork, and no more
    "same-beginning",  # its first commit is another repository's as well
    "begun-later",  # the same, and the forge created it after the other
    "same-head",  # its default branch stands at the same commit as one at another host
]


class Sign(Frozen):
    """One thing that tells of a descent: ``address`` is the other repository's."""

    code: SignCode
    address: str | None = None
    cite: Cite | None = None
    own: int | None = None  # commits that the parent lacks
    behind: int | None = None  # commits of the parent that it lacks
    stale_since: date | None = None


class Descent(Frozen):
    """What a repository is to its origin. ``kind`` is None where only its beginning is shared.

    A technical fork holds the same software; a variant is maintained as software of its own
    (publiccode.yml's words). ``origin`` is None where it is not told, or could be several.
    """

    kind: ForkKind | None
    origin: str | None
    signs: tuple[Sign, ...]

    @property
    def is_copy(self) -> bool:
        """Whether it holds nothing that its origin does not."""
        return self.kind in {"mirror", "technical-fork"}
