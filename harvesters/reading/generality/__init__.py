"""A search of source and configuration for the words of bodies: paths, line numbers, our words.

The line itself is never kept: real ones hold passwords, keys and addresses. ``oids`` names the
objects; ``read`` takes their bytes one at a time, so that no repository need fit in memory.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any, TypeVar

from catalog.models.evidence import Evidence, Found, Unseen
from catalog.models.facts import (
    GeneralitySeen,
    HitSeen,
    ManifestSeen,
    PubliccodeSeen,
    WordpressSeen,
)
from harvesters.reading.generality import files
from harvesters.reading.generality.exempt import (
    OwnNames,
    is_exempt,
    own_names,
    products,
    tells_of_itself,
)
from harvesters.reading.generality.names import (
    Names,
    Pattern,
    Word,
    pattern_of,
    squeezed,
)
from harvesters.reading.generality.places import Lines
from harvesters.reading.listing import Entry, Listing
from harvesters.reading.text import LONGEST_LINE, decode

__all__ = ["LARGEST", "MOST_BYTES", "Names", "Word", "oids", "read", "said"]

T = TypeVar("T")
MOST_FILES = 8000  # are fetched and searched
MOST_BYTES = 32 * 1024 * 1024  # of all files together
LARGEST = 1024 * 1024  # bytes of one file
MOST_HITS = 20  # are kept; all are counted
MOST_PENDING = 5000  # hits of one repository, and places of a word in one file
MOST_LINES = 20_000  # that may be hits, of one repository
MOST_IN_LINE = 8  # places of one word
FEW = 30  # needles that are each looked for by themselves

_HOLDERS = frozenset({"plugins", "mu-plugins", "themes", "modules", "packages"})
_APART = bytes(b if chr(b).isalnum() or b >= 128 else 32 for b in range(256))  # noqa: PLR2004
_MADE = re.compile(
    rb"@generated|do not edit|auto-?generated|was generated|do not modify"
    rb"|^\W{0,6}(?:this |code |file ){0,2}(?:is |has been )?generated (?:by|from|using|with|via)\b",
    re.IGNORECASE | re.MULTILINE,
)
_NAMESPACE = re.compile(
    r"^\s*(?:var |window\.)?(\w{3,60}) ?= ?(?:window\.)?\1 ?\|\| ?\{", re.MULTILINE
)
_NEWLINE = re.compile(r"\r\n|\r|\n")
_MARKED = {b"\xff\xfe", b"\xfe\xff"}  # UTF-16 has zeros in it
_FOLLOWED = re.compile(r"_[a-z]\w")  # modules bear their maker's name: account_module
_TOKEN_BEFORE, _TOKEN_AFTER = re.compile(r"\w*$"), re.compile(r"\w*")


def oids(listing: Listing, names: Names) -> list[str]:
    """Name the objects to be searched, those of files nearest to the root first."""
    entries = files.searched(listing) if names.words else []
    return list(dict.fromkeys(entry.oid for entry in entries[:MOST_FILES]))


def said(url: str, listing: Listing, facts: Mapping[str, Any]) -> Iterator[str]:
    """Name the software itself and what it is made of or rests on, from what else was read."""
    yield url.rstrip("/").rpartition("/")[2].removesuffix(".git")
    for kind in ("manifests", "wordpress", "publiccode"):
        match facts.get(kind):
            case Found(found=tuple(several)):
                for one in several:
                    yield from _packages(one)
            case Found(found=PubliccodeSeen(name=str(name))):
                yield name
    yield from _parts(listing)


def _packages(one: ManifestSeen | WordpressSeen) -> Iterator[str]:
    if one.name:
        yield from (one.name, re.split(r"[/:]", one.name)[-1])
    for dependency in one.dependencies if isinstance(one, ManifestSeen) else ():
        yield from (dependency, re.split(r"[/:]", dependency)[-1])


def _parts(listing: Listing) -> Iterator[str]:
    """Name plugins, themes and packages by their folders."""
    for entry in listing.own:
        segments = entry.path.split("/")
        for above, below in pairwise(segments[:-1]):
            if above in _HOLDERS:
                yield below
        if segments[-1] == "__init__.py" and len(segments) > 1:
            yield segments[-2]
        if segments[-1].endswith(".module"):  # Drupal's functions bear the module's name
            yield segments[-1].removesuffix(".module")


def read(
    names: Names, listing: Listing, pieces: Iterable[tuple[str, bytes]], said: Iterable[str]
) -> Evidence[GeneralitySeen]:
    """Search files for the words.

    Args:
        names: the words.
        listing: the tree.
        pieces: object ids with contents; an object that is not among them was not searched.
        said: names of the software itself, its packages and what it is made of.
    """
    if not names.words:
        return Unseen(unseen="not-read")
    search = _Search(names, own_names(names, said))
    paths: dict[str, list[str]] = {}
    for entry in files.searched(listing):
        paths.setdefault(entry.oid, []).append(entry.path)
    for oid, data in pieces:
        for path in paths.pop(oid, ()):
            search.look(path, data)
    left = [path for those in paths.values() for path in those]
    held = sum(map(files.is_data, left))  # no logic is in these: lists that are too long to read
    skipped = len(left) - held if held <= FEW else len(left)
    return Found(found=search.told(skipped=skipped))


@dataclass
class _Search:
    """What has been found so far."""

    names: Names
    own: OwnNames
    patterns: list[Pattern] = field(init=False)
    several: bool = field(init=False)
    heads: dict[bytes, list[Pattern]] = field(init=False)
    accounts: frozenset[str] = field(init=False)  # the body's own, squeezed
    files: int = 0
    looked: int = 0  # lines
    left: int = 0  # files, after too many lines
    pending: list[tuple[HitSeen, str]] = field(default_factory=list)
    namespaces: set[str] = field(default_factory=set)
    products: set[str] = field(default_factory=set)  # software that bears an account's name

    def __post_init__(self) -> None:
        patterns = [pattern_of(word) for word in self.names.words]
        self.several = sum(len(p.needles) for p in patterns) > FEW
        own = len(self.names.own)
        words = (word for word in self.names.own if word.kind == "account")
        self.accounts = frozenset(squeezed(word.text) for word in words)
        self.patterns = patterns[:own] if self.several else patterns
        self.heads = {}
        for pattern in patterns[own:] if self.several else ():
            for head in pattern.heads:
                self.heads.setdefault(head, []).append(pattern)

    def look(self, path: str, data: bytes) -> None:
        """Search one file."""
        if b"\0" in data[:1000] and data[:2] not in _MARKED:
            return
        self.files += 1
        patterns = self._there(data.lower())
        if not patterns or _is_made(data):
            return
        text = decode(data).content
        found = sorted({m.start() for p in patterns for m in _some(p.written.finditer(text))})
        if not found:
            return
        self.namespaces.update(_some(_NAMESPACE.findall(text)))
        self.products.update(self.accounts.intersection(products(path, text)))
        if self.looked > MOST_LINES:
            self.left += 1
            return
        lines = _NEWLINE.split(text)
        places = Lines(path, files.kind_of(Entry(path, "", "")) or "code", lines)
        for at in _lines_of(lines, text, found):
            self.looked += 1
            hit = self._hit(lines[at][:LONGEST_LINE], patterns)
            if hit and len(self.pending) < MOST_PENDING:
                word, start, token = hit
                place = places.place(at, start)
                seen = HitSeen(path=path, line=at + 1, word=word.text, place=place)
                self.pending.append((seen, token))

    def _there(self, data: bytes) -> list[Pattern]:
        """List the patterns that a file may have, by its bytes in lower case."""
        others: dict[Word, Pattern] = {}
        if self.heads:
            runs = set(data.translate(_APART).split())
            others = {p.word: p for head in self.heads.keys() & runs for p in self.heads[head]}
        every = (*self.patterns, *others.values())
        return [p for p in every if any(needle in data for needle in p.needles)]

    def _hit(self, line: str, patterns: list[Pattern]) -> tuple[Word, int, str] | None:
        """Return the first place of a line that is no exemption: the word, where, in what name."""
        if tells_of_itself(line):
            return None
        for pattern in patterns:
            for match in islice(pattern.written.finditer(line), MOST_IN_LINE):
                start, end = match.span()
                if pattern.word.kind == "account" and _FOLLOWED.match(line, end):
                    continue
                if not is_exempt(line, start, end, self.names, self.own):
                    return pattern.word, start, _identifier(line, start, end)
        return None

    def _is_of_product(self, word: str) -> bool:
        """Tell whether a word, or the domain it is, is what software of the account is called."""
        return squeezed(word) in self.products or squeezed(word.partition(".")[0]) in self.products

    def told(self, skipped: int) -> GeneralitySeen:
        """Say what was found, without what is a namespace of the program's own."""
        pending = (hit for hit, token in self.pending if token not in self.namespaces)
        hits = [hit for hit in pending if not self._is_of_product(hit.word)]
        logic = [hit for hit in hits if hit.place == "logic"]
        surface = [hit for hit in hits if hit.place != "logic"]
        return GeneralitySeen(
            words=tuple(word.text for word in self.names.own),
            others=len(self.names.others),
            asked=self.names.fingerprint,
            files=self.files - self.left,
            skipped=skipped + self.left,
            logic=len(logic),
            surface=len(surface),
            hits=tuple([*logic, *surface][:MOST_HITS]),
        )


def _some(found: Iterable[T]) -> Iterator[T]:
    return islice(found, MOST_PENDING)


def _lines_of(lines: list[str], text: str, places: list[int]) -> list[int]:
    """Return the indexes of the lines that places of a text lie in, each once, in order."""
    starts = [0, *(m.end() for m in _NEWLINE.finditer(text))][: len(lines)]
    return list(dict.fromkeys(bisect_right(starts, place) - 1 for place in places))


def _identifier(line: str, start: int, end: int) -> str:
    before, after = (
        _TOKEN_BEFORE.search(line, max(0, start - 60), start),
        _TOKEN_AFTER.match(line, end),
    )
    return f"{before[0] if before else ''}{line[start:end]}{after[0] if after else ''}"


def _is_made(data: bytes) -> bool:
    """Tell whether a machine wrote it: it says so, or its lines are as no person writes them."""
    long_lines = len(data) > 5000 and (data.count(b"\n") + 1) * 400 < len(data)  # noqa: PLR2004
    return long_lines or _MADE.search(data[:1500]) is not None
