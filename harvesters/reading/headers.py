"""Licence marks of source files: SPDX headers, files beside, and what REUSE says of whole folders.

Only what was brought for another reader is looked at: marks alone are not worth fetching a whole
tree for. Where most sources were not brought, nothing is said.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from catalog.models.evidence import Absent, Evidence, Found, Unseen
from catalog.models.facts import LicenceHeaders
from harvesters.reading.contents import Contents
from harvesters.reading.listing import LINK, Entry, Listing
from harvesters.reading.structured import toml_mapping

TOP = 4096  # bytes of a file in which a mark is looked for
MOST_FILES = 8000  # are fetched for their marks alone
MOST_PATTERNS = 20
MOST_STARS = 2  # of one path: each more would make matching dearer by the length of a path
ENOUGH = 0.9  # share of the sources that must have been brought, and that must be marked
ALIKE = 0.9  # share of the marks that make one licence the one

_MARK = re.compile(rb"SPDX-License-Identifier:[ \t]{0,9}([A-Za-z0-9][A-Za-z0-9.+() -]{0,80})")
_OWNER = re.compile(rb"SPDX-FileCopyrightText:[ \t]{0,9}\S")
_NOTICE = re.compile(rb"(?:Copyright|\(c\)|\xc2\xa9)[^\n]{0,40}\d{4}", re.IGNORECASE)
_WORDED = re.compile(
    rb"(?:under|licen[sc]ed?)\b[^\n]{0,60}\b(?:MIT|BSD|EUPL|[AL]?GPL|Apache|Mozilla|Affero"
    rb"|(?:GNU|European Union|Eclipse)\b[^\n]{0,30}\bPublic\b)"
    rb"|Permission is hereby granted, free of charge|GNU (?:Affero |Lesser )?General Public"
    rb"|Licen[sc]e: ?(?:MIT|BSD|EUPL|[AL]?GPL|Apache|MPL)",
    re.IGNORECASE,
)
_END = re.compile(r"(?:\s{2,}|\s*(?:\*/|-->)).*$|\s+$")
_STANZA = re.compile(
    r"^Files:[ \t]{0,9}([^\n]{1,2000}(?:\n[ \t][^\n]{0,2000}){0,50})", re.MULTILINE
)


class _Marks(NamedTuple):
    """What one file shows: a licence, that an owner is named, that something beside says both."""

    spdx: str | None
    owned: bool
    beside: bool
    worded: bool


def candidates(_listing: Listing) -> list[Entry]:
    """List nothing: the sources come with the search for what holds for one body only."""
    return []


def read(contents: Contents) -> Evidence[LicenceHeaders]:
    """Count the sources that carry a mark, and those that say whose the copyright is."""
    sources = [entry for entry in contents.listing.sources if entry.mode != LINK]
    if not sources:
        return Absent(absent=("source files",))
    tops = [(e, data[:TOP]) for e in sources if (data := contents.data(e)) is not None]
    covered = _covered(contents)
    marks = [_marks(top, entry, covered) for entry, top in tops]
    unmarked = sum(not (one.spdx or one.beside) for one in marks)
    # Some unmarked ones are enough to know that the share of marked ones is not.
    if len(tops) < ENOUGH * len(sources) and unmarked <= (1 - ENOUGH) * len(sources):
        return Unseen(unseen="not-read")
    named = Counter(one.spdx for one in marks if one.spdx)
    spdx, count = next(iter(named.most_common(1)), (None, 0))
    return Found(
        found=LicenceHeaders(
            files=len(marks),
            marked=sum(bool(one.spdx) or one.beside for one in marks),
            worded=sum(one.worded for one in marks),
            owned=sum(one.owned or one.beside for one in marks),
            spdx=spdx if count >= ALIKE * named.total() else None,
        )
    )


def _marks(top: bytes, entry: Entry, covered: Callable[[Entry], bool]) -> _Marks:
    """Read one file's top; beside an SPDX licence a notice in its usual words names the owner."""
    spdx = _mark(top)
    owned = _OWNER.search(top) or (spdx and _NOTICE.search(top))
    worded = spdx is None and bool(_WORDED.search(top))
    return _Marks(spdx, bool(owned), spdx is None and covered(entry), worded)


def _mark(top: bytes) -> str | None:
    found = _MARK.search(top)
    return _END.sub("", found[1].decode("ascii")) or None if found else None


def _covered(contents: Contents) -> Callable[[Entry], bool]:
    """Return what tells whether a file beside a source, or a rule for its folder, marks it."""
    paths = contents.listing.by_path
    rules = [re.compile(pattern) for pattern in _patterns(contents)]

    def covered(entry: Entry) -> bool:
        beside = f"{entry.path}.license" in paths
        return beside or any(rule.fullmatch(entry.path) for rule in rules)

    return covered


def _patterns(contents: Contents) -> Iterator[str]:
    """Yield the paths that REUSE.toml or .reuse/dep5 speak for, as patterns."""
    for path, listed in (("REUSE.toml", _annotated), (".reuse/dep5", _stanzas)):
        entry = contents.listing.by_path.get(path)
        text = contents.text(entry) if entry else None
        globs = listed(text.content) if text else []
        simple = (glob for glob in globs if len(re.findall(r"\*+", glob)) <= MOST_STARS)
        yield from (_pattern(glob) for glob in islice(simple, MOST_PATTERNS))


def _annotated(text: str) -> list[str]:
    document = toml_mapping(text) or {}
    tables = document.get("annotations")
    listed = tables[:MOST_PATTERNS] if isinstance(tables, list) else []
    found: list[str] = []
    for table in listed:
        if isinstance(table, dict) and table.get("SPDX-License-Identifier"):
            paths = table.get("path")
            given = paths if isinstance(paths, list) else [paths]
            found += [one for one in given if isinstance(one, str)]
    return found


def _stanzas(text: str) -> list[str]:
    """List the paths of a file in Debian's form, in which a star also stands for slashes."""
    globs = [glob for found in _STANZA.finditer(text) for glob in found[1].split()]
    return [glob.replace("*", "**") for glob in globs]


def _pattern(glob: str) -> str:
    """Make a pattern of a path with stars: two also stand for slashes."""
    parts = re.split(r"(\*+)", glob[:300].removeprefix("./"))
    kept = (".*" if p.startswith("**") else "[^/]*" if p == "*" else re.escape(p) for p in parts)
    return "".join(kept)
