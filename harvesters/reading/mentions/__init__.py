"""Terms of our own vocabularies in the documents of a repository: which, and where first.

A vocabulary is a module with ``TERMS``; a new subject is a module and its line in ``VOCABULARIES``.
A term is looked for only in a text that has one of its trigger words, so that reading costs little.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from catalog.models.evidence import Absent, Evidence, Found, Unseen
from catalog.models.facts import MentionSeen
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Entry, Listing
from harvesters.reading.mentions import closed
from harvesters.reading.mentions.terms import Term
from harvesters.reading.text import Text

VOCABULARIES: tuple[tuple[Term, ...], ...] = (closed.TERMS,)
LOOKED_FOR = ("README*", "docs/", "*.md", "*.rst", "*.adoc", "readme.txt", ".env.example")
MOST = 60  # documents
MOST_PLACES = 3  # of one term, each in another document

_DOCUMENT = re.compile(r".+\.(?:md|markdown|mdx|rst|adoc|asciidoc)$", re.IGNORECASE)
_BELOW_DOCS = re.compile(r"(?:.*/)?(?:docs?|documentation|dokumentation|manual)/", re.IGNORECASE)
_README = re.compile(r"readme(?:[._-][\w.-]{0,20})?$", re.IGNORECASE)
_OTHERS = re.compile(  # what says nothing of the software itself
    r"(?:.*/)?(?:licen[sc]e|copying|change[-_]?log|changes|history|code[-_]of[-_]conduct)\b"
    r"|(?:.*/)?(?:\.github|tests?|__tests__|spec|fixtures?|examples?)/",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-zåäöé0-9]+(?:[._+-][a-zåäöé0-9]+)*")
DEEPEST = 2


class _Document(NamedTuple):
    entry: Entry
    lines: list[str]

    @property
    def words(self) -> frozenset[str]:
        lower = "\n".join(self.lines).lower()
        whole = _WORD.findall(lower)
        return frozenset(whole) | {part for word in whole for part in re.split(r"[._+-]", word)}


def candidates(listing: Listing) -> list[Entry]:
    """List the documents, those nearest to the root first."""
    return [e for e in listing.own if _is_document(e) and not _OTHERS.match(e.path)][:MOST]


def read(contents: Contents) -> Evidence[tuple[MentionSeen, ...]]:
    """Find every term's first place in up to three documents."""
    found: dict[tuple[str, str], list[MentionSeen]] = {}
    unreadable = False
    for entry in candidates(contents.listing):
        text = contents.text(entry)
        unreadable = unreadable or text is None
        for seen in _mentions(entry, text) if text else ():
            found.setdefault((seen.subject, seen.term), []).append(seen)
    every = tuple(seen for places in found.values() for seen in places[:MOST_PLACES])
    return _evidence(every, unreadable=unreadable)


def _is_document(entry: Entry) -> bool:
    if _DOCUMENT.match(entry.path):
        return entry.depth <= DEEPEST or bool(_BELOW_DOCS.match(entry.path))
    return entry.depth == 0 and bool(_README.match(entry.name))


def _mentions(entry: Entry, text: Text) -> Iterator[MentionSeen]:
    document = _Document(entry, text.lines)
    words = document.words
    for terms in VOCABULARIES:
        for term in terms:
            if not term.triggers.isdisjoint(words):
                yield from _first(document, term)


def _first(document: _Document, term: Term) -> Iterator[MentionSeen]:
    for number, line in enumerate(document.lines, 1):
        if term.pattern.search(line):
            yield MentionSeen(
                subject=term.subject, term=term.name, path=document.entry.path, line=number,
                linked="://" in line,
            )  # fmt: skip
            return


def _evidence(
    found: tuple[MentionSeen, ...], *, unreadable: bool
) -> Evidence[tuple[MentionSeen, ...]]:
    if found:
        return Found(found=found)
    return Unseen(unseen="unreadable") if unreadable else Absent(absent=LOOKED_FOR)
