"""A term of a vocabulary: what it is about, what we call it, and how people write it."""

import re
from typing import NamedTuple

from catalog.models.facts import Subject


class Term(NamedTuple):
    """How a thing is written: ``triggers`` are lower-case words, one of which the text must have.

    ``pattern`` then finds it in a line, whatever its case.
    """

    subject: Subject
    name: str
    triggers: frozenset[str]
    pattern: re.Pattern[str]


def term(subject: Subject, name: str, triggers: str, pattern: str | None = None) -> Term:
    """Make a term from trigger words with spaces between; without a pattern they are the term."""
    words = frozenset(triggers.split())
    written = pattern or "|".join(re.escape(word) for word in sorted(words))
    found = re.compile(rf"(?<![\w@/.-])(?:{written})(?![\w@])", re.IGNORECASE)
    return Term(subject, name, words, found)
