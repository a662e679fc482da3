"""The ``[[package]]`` tables of lock files in TOML, read by lines.

A TOML reader needs a second for a megabyte; these files are written by programs, so that lines are
enough.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_PACKAGE = re.compile(r"^\[\[packages?\]\][ \t]*$", re.MULTILINE)
_TABLE = re.compile(r"^\[+([\w.-]{1,80})\]+[ \t]*$", re.MULTILINE)
_VALUE = re.compile(r'^([\w-]{1,60}) = "([^"\n]{1,300})"', re.MULTILINE)
_NAMED = re.compile(r'\{ ?name = "([^"\n]{1,200})"')
_TEXT = re.compile(r'"([^"\n]{1,200})"')
_KEY = re.compile(r'^"?([\w.-]{1,200})"? = ', re.MULTILINE)


class Block(NamedTuple):
    """One package: the text of its own keys, and of the tables below it by name."""

    own: str
    tables: dict[str, str]

    def value(self, key: str) -> str | None:
        """Return a text."""
        return next((v for k, v in _VALUE.findall(self.own) if k == key), None)

    def texts(self, key: str) -> list[str] | None:
        """Return a list's texts; None where there is no such list."""
        found = _array(self.own, key)
        return None if found is None else _TEXT.findall(found)

    def named(self, key: str) -> list[str]:
        """Return the names in a list of ``{ name = "..." }``."""
        return _NAMED.findall(_array(self.own, key) or "")

    def keys(self, table: str) -> list[str]:
        """Return the keys of a table."""
        return _KEY.findall(self.tables.get(table, ""))

    def named_in(self, table: str) -> list[str]:
        """Return the names in all lists of a table."""
        return _NAMED.findall(self.tables.get(table, ""))


def blocks(text: str) -> Iterator[Block]:
    """Go through the packages."""
    for part in _PACKAGE.split(text.replace("\r\n", "\n"))[1:]:
        own, *rest = _TABLE.split(part)
        yield Block(own, dict(zip(rest[::2], rest[1::2], strict=False)))


def _array(text: str, key: str) -> str | None:
    """Return what stands between the brackets of a list, on one line or on many."""
    start = text.find(f"\n{key} = [")
    if start < 0:
        return None
    start += len(key) + 5
    line_end = text.find("\n", start)
    first = text[start : line_end if line_end >= 0 else len(text)]
    if first.strip():
        return first.rpartition("]")[0]
    end = text.find("\n]", start)
    return text[start : end if end >= 0 else start]
