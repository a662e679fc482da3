"""Numbers that people state, with what is known about them."""

import datetime as dt
from typing import Literal, TypeAlias

from catalog.models.base import Curated
from catalog.models.curated.words import Basis, Slug, Text


class Quantity(Curated):
    """A number with what is known about it."""

    value: int
    qualifier: Literal["exact", "about", "min", "max", "derived"] = "exact"
    as_of: dt.date | None = None
    ref: Slug | None = None
    basis: Basis | None = None
    note: Text | None = None


Count: TypeAlias = int | Quantity
