"""Terms of our own vocabularies in the documents of a repository: which, and where first.

A vocabulary is a module with ``TERMS``; a new subject is a module and its line in ``VOCABULARIES``.
A term is looked for only in a paragraph that has one of its trigger words, so that reading costs
little. A term that is denied ("without LDAP") is no mention.
"""

import re
from collections.abc import Iterable, Iterator

from catalog.models.evidence import Absent, Evidence, Found, Unseen
from catalog.models.facts import MentionSeen
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Entry
from harvesters.reading.mentions import (
    accessibility,
    accounts,
    adaptation,
    closed,
    effort,
    elsewhere,
    hosting,
    identity,
    integrations,
    localisation,
    moving,
    personal_data,
    standards,
    systems,
)
from harvesters.reading.mentions.denial import is_denied
from harvesters.reading.mentions.paragraphs import Paragraph
from harvesters.reading.mentions.places import LOOKED_FOR, candidates, paragraphs_of
from harvesters.reading.mentions.terms import Term, has_address
from harvesters.reading.text import Text

__all__ = ["candidates", "read"]

VOCABULARIES: tuple[tuple[Term, ...], ...] = (
    identity.TERMS,
    accounts.TERMS,
    hosting.TERMS,
    systems.TERMS,
    integrations.TERMS,
    personal_data.TERMS,
    effort.TERMS,
    standards.TERMS,
    adaptation.TERMS,
    accessibility.TERMS,
    moving.TERMS,
    localisation.TERMS,
    closed.TERMS,
)
MOST_PLACES = 3  # of one term, each in another document
LONGEST = 200_000  # characters of one document
MOST_READ = 600_000  # characters of all


def _by_trigger() -> dict[str, tuple[Term, ...]]:
    every = [term for terms in VOCABULARIES for term in terms]
    words = {word for term in every for word in term.triggers}
    return {word: tuple(t for t in every if word in t.triggers) for word in words}


_BY_TRIGGER = _by_trigger()
_TRIGGERS = _BY_TRIGGER.keys()


def read(contents: Contents) -> Evidence[tuple[MentionSeen, ...]]:
    """Find every term's first place in up to three documents."""
    found: dict[tuple[str, str], list[MentionSeen]] = {}
    unreadable = False
    left = MOST_READ
    for entry in candidates(contents.listing):
        text = contents.text(entry)
        unreadable = unreadable or text is None
        if text is None or left <= 0:
            continue
        left -= len(text.content)
        short = text._replace(content=text.content[:LONGEST])
        for seen in (*_mentions(entry, short), *elsewhere.links(contents, entry, short)):
            found.setdefault((seen.subject, seen.term), []).append(seen)
    hooks = adaptation.documented_hooks(contents.listing)
    for seen in (*closed.needed_by_files(contents), *hooks):
        found.setdefault((seen.subject, seen.term), []).append(seen)
    every = tuple(seen for places in found.values() for seen in places[:MOST_PLACES])
    return _evidence(every, unreadable=unreadable)


def _mentions(entry: Entry, text: Text) -> Iterator[MentionSeen]:
    """Yield each term that one document has, at its first place."""
    found: dict[tuple[str, str], MentionSeen] = {}
    for paragraph in paragraphs_of(entry, text):
        if _TRIGGERS.isdisjoint(paragraph.words):
            continue
        for term in _triggered(paragraph.words & _TRIGGERS):
            known = found.get((term.subject, term.name))
            settled = known and (known.linked or term.leads is has_address)
            if settled or paragraph.zone not in term.reads:
                continue
            seen = _seen(entry, paragraph, term)
            if seen and (known is None or seen.linked):
                found[term.subject, term.name] = seen
    yield from found.values()


def _seen(entry: Entry, paragraph: Paragraph, term: Term) -> MentionSeen | None:
    hit = _hit(term, paragraph.text)
    if hit is None:
        return None
    line = paragraph.line_at(hit.start())
    return MentionSeen(
        subject=term.subject, term=term.name, path=entry.path, line=line.number,
        linked=term.leads(line.text, hit[0]),
    )  # fmt: skip


def _triggered(words: Iterable[str]) -> Iterable[Term]:
    """List the terms that words call for, each once and in the order of the vocabularies."""
    return dict.fromkeys(term for word in sorted(words) for term in _BY_TRIGGER[word])


def _hit(term: Term, text: str) -> re.Match[str] | None:
    """Return where a text has a term that it does not deny."""
    says_no = term.subject.startswith("no-")
    for hit in term.pattern.finditer(text):
        if says_no or not is_denied(text, hit.start(), hit.end()):
            return hit
    return None


def _evidence(
    found: tuple[MentionSeen, ...], *, unreadable: bool
) -> Evidence[tuple[MentionSeen, ...]]:
    if found:
        return Found(found=found)
    return Unseen(unseen="unreadable") if unreadable else Absent(absent=LOOKED_FOR)
