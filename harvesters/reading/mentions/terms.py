"""A term of a vocabulary: what it is about, what we call it, and how people write it."""

import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from catalog.models.facts import Subject


Leads: TypeAlias = Callable[[str, re.Match[str]], bool]


def has_address(line: str, _hit: re.Match[str]) -> bool:
    """Tell whether a line has an address, whatever of."""
    return "://" in line


class Term(NamedTuple):
    """How a thing is written: ``triggers`` are lower-case words, one of which the text must have.

    ``pattern`` then finds it in a line, whatever its case; ``leads`` tells whether that line leads
    to an address of it.
    """

    subject: Subject
    name: str
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    leads: Leads = has_address


def term(subject: Subject, name: str, triggers: str, pattern: str | None = None) -> Term:
    """Make a term from trigger words with spaces between; without a pattern they are the term."""
    words = frozenset(triggers.split())
    written = pattern or "|".join(re.escape(word) for word in sorted(words))
    found = re.compile(rf"(?<![\w@/.-])(?:{written})(?![\w@])", re.IGNORECASE)
    return Term(subject, name, words, found)
