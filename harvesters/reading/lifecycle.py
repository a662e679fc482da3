"""What a text says of the software's own maturity. Precision first: a doubt is no statement.

A sentence counts when it begins with the software itself ("this plugin is deprecated") or is
nothing but the word ("Work in progress!"). So a sentence about a function, a condition or a
negation never does.
"""

import re
from collections.abc import Iterable

from catalog.models.facts import LifecycleWord
from harvesters.reading.markup import Line

_THINGS = (
    r"project|repo|repository|plugin|plug-in|theme|package|module|library|app|application|software"
    r"|codebase|code|service|website|site|component|tool|extension|api|sdk|action|version|solution"
    r"|platform|system|prototype|readme"
)
_THINGS_SV = (
    r"projekt|repo|kodförråd|tillägg|plugin|modul|paket|bibliotek|app|applikation|tjänst|komponent"
    r"|lösning|verktyg|system|tema|kod"
)
_ITSELF = (
    rf"(?:(?:this|our)(?: [\w-]{{1,30}}){{0,2}}? (?:{_THINGS})|this|it|the (?:{_THINGS})"
    rf"|the (?P<named>[\w-]{{1,40}}(?: [\w-]{{1,30}})?) (?:{_THINGS})"
    rf"|(?:detta|det här|denna|den här)(?: \w{{1,30}})? (?:{_THINGS_SV})|detta"
    r"|projektet|kodförrådet|repot|appen|applikationen|tjänsten|lösningen|modulen|tillägget"
    r"|biblioteket|systemet|verktyget)"
)
_IS = (
    r"(?:is|has been|was|are|är|har|har blivit)"
    r"(?: (?:now|currently|still|considered|only|just|mainly|very|nu|fortfarande|endast|bara"
    r"|för närvarande|an?|ett|en|the|been|being|officially|highly|numera)){0,4}"
)
_GONE = (
    r"no longer (?:being |actively |under )?"
    r"(?:maintained|supported|developed|in use|used|active|development|updated)"
    r"|not (?:actively )?maintained(?: anymore| any more| any longer)?"
)
_OBSOLETE = (
    r"deprecated|obsolete|abandoned|discontinued|archived|retired|unmaintained|superseded"
    rf"|replaced by|end[- ]of[- ]life|{_GONE}"
    r"|avveckla[dt]|utfasa[dt]|nedlag[dt]|arkivera[dt]|ersatts? av|ersatt|föråldra[dt]"
)
_DEVELOPMENT = (
    r"work[ -]in[ -]progress|wip|pre-alpha|alpha(?: stage| phase| version| software| release)"
    r"|(?:in|under) (?:active |heavy |early |ongoing )*(?:development|construction)"
    r"|in alpha|under (?:utveckling|uppbyggnad|arbete)"
)
_CONCEPT = (
    r"experiment|experimental|proof[- ]of[- ]concept|poc|prototype|prototyp|experimentell"
    r"|experimentellt|konceptstudie"
)
_BETA = (
    r"(?:(?:version|release) )?(?:in |i )?(?:public |open |closed |early )?beta"
    r"(?: stage| phase| version| software|version)?"
)
_STABLE = r"stable|production[- ]ready|ready for production|stabil|stabilt|produktionsklar"
_PHRASES: tuple[tuple[LifecycleWord, str], ...] = (
    ("obsolete", _OBSOLETE),
    ("development", _DEVELOPMENT),
    ("concept", _CONCEPT),
    ("beta", _BETA),
    ("stable", _STABLE),
)
_AFTER = (
    r"(?=\s*(?:$|[.,:;!()\u2013\u2014]|- |(?:and|but|so|in|since|as|by|use|please|for|to|of|with|at"
    r"|from|that|project|och|men|av|som|med|till|för|sedan|på|on|where|which|using|because|now"
    r"|due)\b|\d))"
)
_MARK = (
    r"[\W_]{0,12}(?:(?:please )?(?:note|obs|warning|important|viktigt|varning)\b[\W_]{1,6}){0,2}"
)
_STATUS = r"(?:project |development |projekt)?status\W{1,4}(?:currently )?"
_OF_ITSELF = tuple(
    (word, re.compile(rf"{_MARK}{_ITSELF} {_IS} (?:{phrase}){_AFTER}", re.IGNORECASE))
    for word, phrase in _PHRASES
)
_ALONE = tuple(
    (word, re.compile(rf"{_MARK}{start}(?:{phrase})[\W_]*$", re.IGNORECASE))
    for word, phrase in _PHRASES
    for start in ((_STATUS,) if word in {"concept", "beta", "stable"} else (f"(?:{_STATUS})?",))
)
_NOTICE = re.compile(
    rf"{_MARK}(?:{_ITSELF} (?:underhålls|utvecklas|stöds|används|förvaltas) (?:inte"
    rf"|ej) (?:längre|mer)\b"
    r"|deprecated(?:\s*[.!:\u2013\u2014-]|,? (?:use|see|in favou?r of|replaced|please|since)\b)"
    r"|no longer (?:actively )?(?:maintained|supported|developed)\b)",
    re.IGNORECASE,
)
_MOVED = re.compile(
    rf"{_MARK}{_ITSELF} (?:(?:has|have) (?:been )?moved to|ersätts av|ersattes av"
    rf"|har ersatts av|(?:has|have) been (?:migrated|transferred) to (?:an?|the) (?:new )?"
    rf"\W{{0,4}}(?:mono-?)?repo(?:sitory)?|.{{0,80}} and is no longer maintained here)\b",
    re.IGNORECASE,
)
OPENING = 25  # lines: further down, a bare "Deprecated" is said of a function or a setting
_IN_TITLE = re.compile(
    r"(?:^\W*|[\[(\u2013:|-]\s*)(?:deprecated|obsolete|archived|avvecklad|unmaintained)\b",
    re.IGNORECASE,
)
_BADGE = re.compile(
    r"repostatus\.org/badges/[^/\s]{1,20}/(concept|wip|active|abandoned|unsupported|moved)"
    r"|badge/(?:project[-_ ]|development[-_ ])?(?:status|lifecycle|maturity)-(\w{3,14})-",
    re.IGNORECASE,
)
_BADGES: dict[str, LifecycleWord] = {
    "concept": "concept", "experimental": "concept", "wip": "development", "alpha": "development",
    "development": "development", "beta": "beta", "active": "stable", "stable": "stable",
    "production": "stable", "abandoned": "obsolete", "archived": "obsolete", "moved": "obsolete",
    "unsupported": "obsolete", "deprecated": "obsolete", "obsolete": "obsolete",
}  # fmt: skip
_HINT = re.compile(r"\b(poc|proof[- ]of[- ]concept|prototype|prototyp)\b", re.IGNORECASE)
_TITLE_HINT = re.compile(r"\b(alpha|beta|experimental|wip)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def statement(lines: Iterable[Line], title: str = "") -> tuple[LifecycleWord, int] | None:
    """Return the explicit status and its line; a statement of discontinuation goes before others.

    ``title`` is how the software calls itself: "the Foo plugin is deprecated" counts for Foo only.
    """
    said = [found for line in lines if line.kind != "code" and (found := _of_line(line, title))]
    return next((s for s in said if s[0] == "obsolete"), said[0] if said else None)


def hint(lines: Iterable[Line]) -> str | None:
    """Return a word in a heading that lets one infer an immature status."""
    for line in lines:
        if line.kind == "heading":
            found = _HINT.search(line.plain)
            found = found or (_TITLE_HINT.search(line.plain) if line.level == 1 else None)
            if found:
                return found[1].lower()
    return None


def _of_line(line: Line, title: str) -> tuple[LifecycleWord, int] | None:
    if badge := _BADGE.search(line.text):
        word = _BADGES.get((badge[1] or badge[2]).lower())
        return (word, line.number) if word else None
    if line.kind == "heading" and line.level == 1 and _IN_TITLE.search(line.plain):
        return ("obsolete", line.number)
    for sentence in _SENTENCE.split(line.plain):
        if found := _of_sentence(sentence, title, opening=line.number <= OPENING):
            return (found, line.number)
    return None


def _of_sentence(sentence: str, title: str, *, opening: bool) -> LifecycleWord | None:
    for word, pattern in _OF_ITSELF:
        if (found := pattern.match(sentence)) and _is_titled(found["named"], title):
            return word
    if (found := _MOVED.match(sentence)) and _is_titled(found["named"], title):
        return "obsolete"
    if not opening:
        return None
    if _NOTICE.match(sentence):
        return "obsolete"
    return next((word for word, pattern in _ALONE if pattern.match(sentence)), None)


def _is_titled(named: str | None, title: str) -> bool:
    return named is None or named.lower() in title.lower()
