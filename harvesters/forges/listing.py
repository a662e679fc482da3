"""The nouns of a listing: what a forge says of the repositories it holds, before git reads them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from catalog.errors import KodkatalogError
from catalog.models.evidence import UnseenReason
from catalog.models.facts import Fate
from catalog.models.forge import ForgeAbout, ForgeFacts


class ListingError(KodkatalogError):
    """A source could not be listed completely. The text is published: no address, no token.

    ``unseen`` is the reason that what was asked stays unseen for.
    """

    unseen: UnseenReason = "failed"


class RateLimitedError(ListingError):
    """The forge asked us to wait, for longer than we do."""

    unseen: UnseenReason = "rate-limited"


class TooHeavyError(ListingError):
    """The forge gave up on answering: ask for less at a time."""

    unseen: UnseenReason = "too-heavy"


class RefusedError(ListingError):
    """The forge does not take the token, or does not tell without one."""

    unseen: UnseenReason = "forbidden"


class NoSuchAccountError(ListingError):
    """The forge has no account of that name, or none that it shows."""


class Standing(NamedTuple):
    """Where a forge says that a repository stands; what differs tells that it is to be read.

    ``branch`` and ``commit`` are None for a repository without commits; ``tags`` is their number,
    None where the forge does not tell.
    """

    branch: str | None
    commit: str | None
    tags: int | None = None


class Listed(NamedTuple):
    """A repository of a source: the address it is known by, and where git reads it.

    A forge adds ``id`` (``host/number``, never used again for another), ``handle`` (what the forge
    wants to be asked further by), where it stands, and what the listing itself tells of it.
    ``branch`` is the default branch where no more is told, ``kilobytes`` the size on the forge with
    all history, ``declared`` the address that the source gives where it is listed by that, and
    ``parent_branch`` what a fork is compared with.
    The harvest sets ``unchanged`` where content is as it was: a forge that would have to ask for
    each repository by itself then leaves ``not-asked`` what a push alone can change.

    A forge that tells no commits may give a ``stamp`` instead, which moves with every push. It
    compares with nothing but an earlier stamp: the same one tells that nothing was pushed, another
    one or none tells nothing, and git compares.
    """

    url: str
    location: str
    id: str | None = None
    handle: str = ""
    standing: Standing | None = None
    about: ForgeAbout | None = None
    declared: str = ""
    stamp: str | None = None
    branch: str | None = None
    kilobytes: int | None = None
    parent_branch: str | None = None
    unchanged: bool = False


class Whereabouts(NamedTuple):
    """What became of a repository that a listing lacks; ``to`` is its new address."""

    fate: Fate
    to: str | None = None


class Missing(NamedTuple):
    """A repository that was known and that the listing lacks."""

    url: str
    id: str | None


@dataclass
class Asked:
    """What a forge was asked: requests, and points of its budget where it counts them.

    ``withheld`` repositories were counted in a listing and not shown: what is missing from it may
    be among them.
    """

    requests: int = 0
    points: int = 0
    withheld: int = 0


class Forge(Protocol):
    """One body's repositories on one forge."""

    @property
    def asked(self) -> Asked:
        """What has been asked so far."""

    def repositories(self) -> list[Listed]:
        """List every public repository once; cheap, and complete.

        Raises:
            ListingError: the listing is not complete. Nothing is known then, and nothing changes.
        """

    def describe(self, chosen: Sequence[Listed], /) -> Iterator[tuple[Listed, ForgeFacts]]:
        """Tell all that only the API knows of each chosen repository, as answers come in.

        Never raises for a fault of the forge: what could not be had is unseen with its reason.
        """

    def whereabouts(self, missing: Iterable[Missing], /) -> dict[str, Whereabouts]:
        """Ask what became of repositories, by address; one that nobody could ask about is left out.

        Never raises for a fault of the forge.
        """
