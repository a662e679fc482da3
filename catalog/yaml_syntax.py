"""What the YAML parser could not read, in words that a person editing the file can act on."""

from itertools import islice
from typing import TypeAlias

import yaml

Words: TypeAlias = tuple[str, str]
_INVALID = "this is not valid YAML"


def syntax_words(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str, str]:
    """Return line, column, what is wrong, and what to write instead."""
    found = error.problem or "it cannot be read"
    begun = any(part in found for part in _AT_ITS_BEGINNING) and error.context_mark
    mark = begun or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return line, column, *(_tab(text, line, column) or _words(found))


def _tab(text: str, line: int, column: int) -> Words | None:
    """Recognise what is the most common of all, and what the parser says least clearly."""
    here = next(islice(text.split("\n"), line - 1, None), "")
    if "\t" not in here[: len(here) - len(here.lstrip())] and here[column - 1 : column] != "\t":
        return None
    return f"{_INVALID}: a tab stands in the indentation", "indent with spaces, never tabs"


def _words(found: str) -> Words:
    for part, told, hint in _KNOWN:
        if part in found:
            return f"{_INVALID}: {told or found}", hint
    return f"{_INVALID}: {found}", "check indentation, colons and quotation marks here"


# What the parser only notices further on.
_AT_ITS_BEGINNING = ("found unexpected end of stream", "could not find expected ':'")

# What the parser says, what we say in its place (None: the same), what to do.
_KNOWN: tuple[tuple[str, str | None, str], ...] = (
    (
        "mapping values are not allowed",
        None,
        "put text that holds a colon between quotation marks",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark is opened and never closed",
        "close it with the same mark",
    ),
    (
        "could not find expected ':'",
        "this line has no colon after its key",
        "write 'key: value', or indent it below the text that it continues",
    ),
    (
        "found character that cannot start any token",
        "a word may not begin with this character",
        "put the text between quotation marks",
    ),
    (
        "found undefined alias",
        "'*' begins an alias (*name) here",
        "put the text between quotation marks",
    ),
    (
        "found unknown escape character",
        "a backslash in double quotation marks begins an escape that is not known",
        "use single quotation marks, or write the backslash twice",
    ),
    (
        "expected <block end>",
        "this line is indented otherwise than those it belongs to",
        "check the indentation of this line and the one above",
    ),
    (
        "exceeded maximum nesting depth",
        "nested deeper than can be read",
        "flatten it",
    ),
    (
        "did not find expected",
        None,
        "check the indentation of this line and the one above",
    ),
)
