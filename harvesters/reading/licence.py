"""Licence files: which they are, and which licence their text is."""

import re

from catalog.models.evidence import Evidence
from catalog.models.facts import LicenceSeen
from harvesters.reading.contents import Contents, gathered
from harvesters.reading.licence_names import named_licence
from harvesters.reading.licence_texts import (
    SKETCH,
    bigrams,
    known,
    known_bigrams,
    normal_words,
    sketch,
)
from harvesters.reading.listing import Entry, Listing
from harvesters.reading.text import Text

LOOKED_FOR = ("LICENSE*", "LICENCE*", "COPYING*", "LICENSES/")
MOST = 40
THRESHOLD = 0.85  # Sørensen-Dice; measured on 281 real files, see the module licence_texts
SHORT = 60  # words: a file that only names its licence

_ENDINGS = r"(?:\.(?:md|markdown|txt|rst|adoc|html?|pdf|docx?))?$"
_FILE = re.compile(
    rf"(?:[a-z0-9]{{1,20}}[-_.])?(?:un)?licen[sc]es?(?:[-_.][a-z0-9.+]{{1,20}}){{0,4}}?{_ENDINGS}"
    rf"|(?:[a-z0-9]{{1,20}}[-_.])?licens{_ENDINGS}"
    rf"|copying(?:[-_.][a-z0-9]{{1,20}})?{_ENDINGS}"
    rf"|eupl[-_ a-z0-9.]{{0,20}}{_ENDINGS}",
    re.IGNORECASE,
)
_NOT_TEXT = re.compile(
    r".*\.(?:php|js|jsx|ts|tsx|mjs|json|py|java|kt|cs|go|rb|vue|swift|ya?ml|xml|svg|png|jpe?g|css|scss"
    r"|sh|ps1|c|h|cpp|rs|lock|toml|header|dart|plist|csv|map|blade|meta|po|mo|bkup|bak)$"
    r"|.*[-_.](?:headers?|templates?)\b",
    re.IGNORECASE,
)
_REUSE_FOLDER = re.compile(r"LICENSES/[^/]+$")
_EUPL_TITLE = re.compile(r"\bEUPL\b")
_EUPL_VERSION = re.compile(r"\bv(?:er\w{0,8})?\.? ?(1\.[12])\b|\b(1\.[12])\b", re.IGNORECASE)
_NOTICE = re.compile(  # what a file says that stands for the text
    r"under the terms of the gnu (?P<kind>affero |lesser |library )?general public licen[sc]e,?"
    r" (?:as published by the free software foundation[,;:]? )?(?:either )?version"
    r" (?P<version>2\.1|[23])(?:\.0)?(?!\.?\d)(?P<later>.{0,60}\bany later version)?"
    r"|licensed under the (?P<apache>apache) license, version 2\.0.{0,40}you may not use",
    re.IGNORECASE,
)
_FAMILIES = {"affero": "AGPL", "lesser": "LGPL", "library": "LGPL", "": "GPL"}
_RESTRICTS = re.compile(r"commons clause|non-?commercial|commercial use|evaluation", re.IGNORECASE)
_UNION = re.compile(r"europ|euroopan|eiropas|aontas", re.IGNORECASE)
_WAIVED = re.compile(r"waiv\w{1,4}\s+(?:all\s+)?copyright\b.{0,200}?\bCC0\s1\.0\b", re.DOTALL)
_OTHERS = re.compile(r"\b(?:MIT|Apache|BSD|GPL|EUPL|MPL)\b")
_TITLE_LENGTH = 500
_TRANSLATION_WORDS = 1200
_LESSER, _LESSER_WORDS = "LGPL-3.0", range(1000, 1600)
_NOTICE_WORDS = 400
MOST_AROUND = 2  # times as long as the text it holds
WHOLE = 0.95  # share of a known text that another one holds, where it says what it is


def candidates(listing: Listing) -> list[Entry]:
    """List the files that should hold a licence text."""
    named = [e for e in listing.named(_FILE) if not _NOT_TEXT.match(e.name)]
    return list(dict.fromkeys([*named, *listing.at(_REUSE_FOLDER)]))[:MOST]


def read(contents: Contents) -> Evidence[tuple[LicenceSeen, ...]]:
    """Identify each licence file of the tree."""
    return gathered(contents, candidates(contents.listing), seen, LOOKED_FOR)


def seen(entry: Entry, text: Text) -> LicenceSeen:
    """Identify one licence file, by its text, else its title, else the name it states."""
    words = normal_words(text.content)
    spdx, score = match(words)
    if spdx is not None:
        return LicenceSeen(path=entry.path, spdx=spdx, score=score)
    if (share := _lesser(text.content, words)) >= WHOLE:
        return LicenceSeen(path=entry.path, spdx=_LESSER, score=round(share, 3))
    if title := _eupl_translation(text.content, len(words)):
        return LicenceSeen(path=entry.path, spdx=title, score=score, by="title")
    name = named_licence(text.content) if len(words) <= SHORT else _waiver(text.content)
    if name := name or _notice(text.content, len(words)) or _surrounded(text.content, words):
        return LicenceSeen(path=entry.path, spdx=name, score=score, by="name")
    return LicenceSeen(path=entry.path, spdx=None, score=score)


def match(words: list[str]) -> tuple[str | None, float]:
    """Compare words with the known texts: the likest id, None below the threshold; the score."""
    pairs = bigrams(words)
    marks = sketch(pairs)
    scores = [
        (_dice(pairs, known_bigrams(licence.spdx)), licence.spdx)
        for licence in known()
        if _could_match(marks, len(pairs), licence.sketch, licence.bigrams)
    ]
    score, spdx = max(scores, default=(0.0, ""))
    return (spdx if score >= THRESHOLD else None), round(score, 3)


def _lesser(content: str, words: list[str]) -> float:
    """Tell what share of a text stands in the lesser licence, known with what it adds to."""
    if len(words) not in _LESSER_WORDS or named_licence(content) != _LESSER:
        return 0.0
    pairs = bigrams(words)
    return len(pairs & known_bigrams(_LESSER)) / len(pairs)


def _surrounded(content: str, words: list[str]) -> str | None:
    """Recognise a whole text with a preface that names it, or a list of others' works after it."""
    spdx = named_licence(content)
    if all(one.spdx != spdx for one in known()) or _RESTRICTS.search(content):
        return None
    pairs, theirs = bigrams(words), known_bigrams(spdx or "")
    whole = WHOLE * len(theirs) <= len(pairs & theirs)
    return spdx if whole and len(pairs) <= MOST_AROUND * len(theirs) else None


def _notice(content: str, words: int) -> str | None:
    """Recognise the usual notice that stands for a text: GNU's licences and Apache's."""
    if words > _NOTICE_WORDS or _RESTRICTS.search(content):
        return None
    hit = _NOTICE.search(" ".join(re.sub(r"[\s*#>/(\")]+", " ", content).split()))
    if hit is None:
        return None
    if hit["apache"]:
        return "Apache-2.0"
    family = _FAMILIES[(hit["kind"] or "").strip().lower()]
    version = hit["version"] if "." in hit["version"] else f"{hit['version']}.0"
    return f"{family}-{version}{'-or-later' if hit['later'] else ''}"


def _could_match(
    mine: frozenset[int], my_count: int, theirs: frozenset[int], their_count: int
) -> bool:
    """Tell cheaply whether two texts may be alike: near in length, and in the lowest hashes."""
    if min(my_count, their_count) < 0.7 * max(my_count, their_count):
        return False
    lowest = sorted(mine | theirs)[:SKETCH]
    return sum(mark in mine and mark in theirs for mark in lowest) >= len(lowest) * 0.4


def _dice(mine: frozenset[tuple[str, str]], theirs: frozenset[tuple[str, str]]) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine else 0.0


def _waiver(content: str) -> str | None:
    """Recognise the dedication of a public work that names CC0 and nothing else."""
    return "CC0-1.0" if _WAIVED.search(content) and not _OTHERS.search(content) else None


def _eupl_translation(content: str, words: int) -> str | None:
    """Recognise the official translations, equal in law, which name title and version first."""
    title = content[:_TITLE_LENGTH]
    if words < _TRANSLATION_WORDS or not (_EUPL_TITLE.search(title) and _UNION.search(title)):
        return None
    version = _EUPL_VERSION.search(title)
    return f"EUPL-{version[1] or version[2]}" if version else None
