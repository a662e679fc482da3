"""Words, ids, dates and other small parts that every kind of curated entry is made of.

A value that may be written in two forms is told apart by what was written, never by trying both,
so that a fault is said once and about the form that was meant. The forms' names stand in brackets:
in the path of an error they are no keys.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    Discriminator,
    Field,
    Strict,
    StringConstraints,
    Tag,
)

from catalog.models.curated.refusal import refusal

Slug: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Line: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
Language: TypeAlias = Literal["sv", "en"]
Basis: TypeAlias = Literal["observed", "attested", "declared", "reported"]
ForgeName: TypeAlias = Literal["github", "gitlab", "forgejo", "git"]
EnvironmentName: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")]
Mailbox: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$")]
Domain: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[^\s/:@]+\.[^\s/:@]+$")]
Currency: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Truth: TypeAlias = Annotated[bool, Strict()]
Number: TypeAlias = Annotated[int, Strict(), Field(ge=0)]
Year: TypeAlias = Annotated[int, Strict(), Field(ge=1900, le=2100)]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def in_form_of(plain: str, mapping: str) -> Callable[[Any], str]:
    """Return what tells a value with keys of its own from a plain one."""
    return lambda value: mapping if isinstance(value, Mapping | BaseModel) else plain


def _whole_day(value: object) -> object:
    """Let a day through, and nothing else that could be taken for a moment of one."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        return value
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    raise refusal("not_a_day")


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Text: TypeAlias = Annotated[
    Annotated[Line, Tag("(plain)")]
    | Annotated[dict[Language, Line], Field(min_length=1), Tag("(languages)")],
    Discriminator(in_form_of("(plain)", "(languages)")),
]
Day: TypeAlias = Annotated[dt.date, BeforeValidator(_whole_day)]
DayOrYear: TypeAlias = Annotated[
    Annotated[Day, Tag("(day)")] | Annotated[Year, Tag("(year)")],
    Discriminator(lambda value: "(year)" if isinstance(value, int) else "(day)"),
]
Lines: TypeAlias = Annotated[
    tuple[Line, ...], BeforeValidator(_listed, json_schema_input_type=Line | tuple[Line, ...])
]


def in_language(text: Text | None, language: Language) -> tuple[str, Language | None] | None:
    """Return the text and, where it is not in ``language``, the language it is in."""
    if text is None or isinstance(text, str):
        return None if text is None else (text, None)
    if language in text:
        return text[language], None
    other, words = next(iter(text.items()))
    return words, other
