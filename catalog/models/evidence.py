"""Evidence is found, absent or unseen; unseen carries its reason and never counts as a failure.

A check matches all three::

    match facts.licences:
        case Found(found=licences): ...
        case Absent(): ...
        case Unseen(unseen=reason): ...
"""

from datetime import date
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar

from catalog.models.base import Frozen

T = TypeVar("T")

UnseenReason: TypeAlias = Literal[
    "not-harvested",  # no harvest has reached the repository yet
    "no-forge",  # only the forge's API knows, and the source is plain git
    "no-token",  # the forge tells it only to those who show a token
    "no-such-thing",  # this kind of forge does not offer it
    "not-asked",  # the forge tells it only one question a repository or an issue at a time
    "forbidden",  # the forge refuses to tell it, to this token or to anyone
    "rate-limited",  # the forge asked us to stop
    "too-heavy",  # the forge gave up on answering, however little was asked at a time
    "not-read",  # nothing reads this yet
    "too-large",  # above a size cap
    "unreadable",  # listed, but the object could not be had
    "failed",  # reading was tried and failed; the run's report says why
]


class Found(Frozen, Generic[T]):
    """Something was read.

    ``commit`` is set only where it is not the commit of the facts' head, ``stale_since`` only where
    a later harvest could not read it again: the first day on which it could not.
    """

    found: T
    commit: str | None = None
    stale_since: date | None = None


class Absent(Frozen):
    """Every place named in ``absent`` was read, and it was in none; ``stale_since`` as above."""

    absent: tuple[str, ...]
    stale_since: date | None = None


class Unseen(Frozen):
    """It was not, or could not be, read: nothing is known either way."""

    unseen: UnseenReason


if TYPE_CHECKING:
    Evidence: TypeAlias = Found[T] | Absent | Unseen
else:

    class Evidence:
        """The union for one type: a pydantic generic is a class, which an alias cannot fill."""

        def __class_getitem__(cls, item: type) -> object:
            """Return the union that holds ``item`` where it was found."""
            return Found[item] | Absent | Unseen
