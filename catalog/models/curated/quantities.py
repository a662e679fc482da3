"""Facts that people state, plain or with what is known about them."""

from typing import TYPE_CHECKING, Annotated, Any, Generic, Literal, TypeAlias, TypeVar

from pydantic import Discriminator, Tag

from catalog.models.base import Curated
from catalog.models.curated.words import Basis, Day, Number, Slug, Text, in_form_of

T = TypeVar("T")
Qualifier: TypeAlias = Literal["exact", "about", "min", "max", "derived"]
_form = Discriminator(in_form_of("(plain)", "(qualified)"))


class Qualified(Curated, Generic[T]):
    """A fact with how sure it is, from when, and who says it."""

    value: T
    qualifier: Qualifier = "exact"
    as_of: Day | None = None
    ref: Slug | None = None
    basis: Basis | None = None
    note: Text | None = None


class Quantity(Qualified[Number]):
    """A number with what is known about it."""


Count: TypeAlias = Annotated[
    Annotated[Number, Tag("(plain)")] | Annotated[Quantity, Tag("(qualified)")], _form
]

if TYPE_CHECKING:
    Fact: TypeAlias = T | Qualified[T]
else:

    class Fact:
        """``Fact[T]`` is a plain ``T`` or a :class:`Qualified` one."""

        def __class_getitem__(cls, plain: Any) -> Any:  # noqa: ANN401 - any annotation
            """Make the annotation; a class can say which form was written, an alias cannot."""
            qualified = Annotated[Qualified[plain], Tag("(qualified)")]
            return Annotated[Annotated[plain, Tag("(plain)")] | qualified, _form]


def value_of(fact: T | Qualified[T] | None) -> T | None:
    """Return what a fact says, however it is qualified."""
    return fact.value if isinstance(fact, Qualified) else fact
