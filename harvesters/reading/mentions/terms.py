"""A term of a vocabulary: what it is about, what we call it, and how people write it."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from catalog.models.facts import Subject

Zone: TypeAlias = Literal[
    "text",
    "needs",  # below a heading on what is required, or what it is built with
    "packages",  # below a heading on packages it is made of
    "plans",  # below a heading on what is to come
    "work",  # below a heading on contributing, tests or code style
    "legal",  # below a heading on licence, copyright or thanks
    "history",  # below a heading on what changed
    "code",
    "template",  # a line of example configuration, its signs as spaces
]
DESCRIBED: frozenset[Zone] = frozenset({"text", "needs", "packages", "plans", "work"})
SAID: frozenset[Zone] = frozenset({"text", "needs"})  # of the software itself, as it is
SET: frozenset[Zone] = frozenset({"text", "needs", "template"})
NEEDED: frozenset[Zone] = frozenset({"needs", "packages"})


def has_address(line: str, _name: str) -> bool:
    """Tell whether a line has an address, whatever of."""
    return "://" in line


class Term(NamedTuple):
    """How a thing is written: ``triggers`` are lower-case words, one of which stands beside it.

    ``pattern`` then finds it in the paragraph, whatever its case, in zones that are in ``reads``.
    ``leads`` tells whether a line that has it leads to an address of it; where that is told apart
    from any address, a place that does comes before the first.
    """

    subject: Subject
    name: str
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    reads: frozenset[Zone] = DESCRIBED
    leads: Callable[[str, str], bool] = has_address


def term(
    subject: Subject,
    name: str,
    triggers: str,
    pattern: str | None = None,
    *,
    reads: frozenset[Zone] = DESCRIBED,
) -> Term:
    """Make a term from trigger words with spaces between; without a pattern they are the term."""
    words = frozenset(triggers.split())
    written = pattern or "|".join(re.escape(word) for word in sorted(words))
    found = re.compile(rf"(?<![\w@/.-])(?:{written})(?![\w@])", re.IGNORECASE)
    return Term(subject, name, words, found, reads)
