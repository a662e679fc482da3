"""SPDX licence expressions: whether one is valid, and what was meant where it is not.

The identifiers are those of the license-expression library. Which forms count follows the
reference parser: identifiers in any case, operators in capitals, ``LicenseRef-`` as people like.
"""

import difflib
import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from license_expression import get_license_index

LONGEST = 1000  # characters of an expression; beyond, it is a licence's text

_PART = re.compile(r" *(\(|\)|\+|[A-Za-z0-9.:-]+)")
_REFERENCE = re.compile(r"(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+")
_OPERATORS = frozenset({"AND", "OR"})


class Identifiers(NamedTuple):
    """What SPDX knows, in lower case: licences, exceptions; and how licences are spelt."""

    licences: frozenset[str]
    exceptions: frozenset[str]
    spelt: dict[str, str]


@cache
def identifiers() -> Identifiers:
    """Return the identifiers of SPDX, deprecated ones among them."""
    entries = [e for e in get_license_index() if e.get("spdx_license_key")]
    licences = list(_keys(e for e in entries if not e.get("is_exception")))
    exceptions = list(_keys(e for e in entries if e.get("is_exception")))
    return Identifiers(
        frozenset(key.lower() for key in licences),
        frozenset(key.lower() for key in exceptions),
        {key.lower(): key for key in licences},
    )


def is_expression(text: str) -> bool:
    """Tell whether this is a valid SPDX licence expression."""
    parts = _parts(text)
    if not parts:
        return False
    depth, expected, index = 0, True, 0  # expected: a licence, or a parenthesis that opens
    while index < len(parts):
        part = parts[index]
        if expected and part == "(":
            depth += 1
        elif expected and _is_licence(part):
            expected = False
            if parts[index + 1 : index + 2] == ["WITH"]:
                index += 2
                if index >= len(parts) or parts[index].lower() not in identifiers().exceptions:
                    return False
        elif not expected and part == ")" and depth:
            depth -= 1
        elif not expected and part in _OPERATORS:
            expected = True
        else:
            return False
        index += 1
    return not depth and not expected


def nearest(text: str) -> str | None:
    """Return the identifier that looks most like this one; None where none does."""
    spelt = identifiers().spelt
    words = re.sub(r"\b(?:gnu|the|licen[sc]e|version)\b", " ", text[:80].lower())
    wanted = "-".join(re.split(r"[\s_,-]+", words.strip())).replace("-v", "-")
    forms = (f"{wanted}-only", f"{wanted}.0-only", wanted, f"{wanted}.0")
    found = next((spelt[form] for form in forms if form in spelt), None)
    if found:
        return found
    close = difflib.get_close_matches(wanted, spelt, n=1, cutoff=0.75)
    return spelt[close[0]] if close else None


def _keys(entries: Iterable[dict[str, object]]) -> Iterable[str]:
    for entry in entries:
        others = entry.get("other_spdx_license_keys")
        for key in (entry["spdx_license_key"], *(others if isinstance(others, list) else ())):
            if not str(key).startswith("LicenseRef-"):
                yield str(key)


def _parts(text: str) -> list[str]:
    """Split an expression; nothing where a character has no place in one."""
    parts: list[str] = []
    end, text = 0, text.rstrip(" ")
    while len(text) <= LONGEST and end < len(text):
        found = _PART.match(text, end)
        if not found:
            return []
        if found[1] == "+":
            if found[0] != "+" or not parts or not _is_licence(parts[-1]):
                return []  # it stands right behind a licence
            parts[-1] += "+"
        else:
            parts.append(found[1])
        end = found.end()
    return parts


def _is_licence(part: str) -> bool:
    if _REFERENCE.fullmatch(part):
        return True
    known = identifiers().licences
    name = part.lower()
    plain = name.removesuffix("+")
    return any(
        form in known
        for form in (name, plain, plain.removesuffix("-only"), plain.removesuffix("-or-later"))
    )
