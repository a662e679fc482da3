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
    rf"(?:(?:this|the|our)(?: [\w-]{{1,30}}){{0,2}}? (?:{_THINGS})|this|it"
    rf"|(?:detta|det här|denna|den här)(?: \w{{1,30}})? (?:{_THINGS_SV})|detta"
    r"|projektet|kodförrådet|repot|appen|applikationen|tjänsten|lösningen|modulen|tillägget"
    r"|biblioteket|systemet|verktyget)"
)
_IS = (
    r"(?:is|has been|was|are|är|har|har blivit)"
    r"(?: (?:now|currently|still|considered|only|just|mainly|very|nu|fortfarande|endast|bara"
    r"|för närvarande|an?|ett|en|the|been|being|in|under|officially|highly|numera)){0,4}"
)
_PHRASES: tuple[tuple[LifecycleWord, str], ...] = (
    (
        "obsolete",
        r"deprecated|obsolete|abandoned|discontinued|archived|retired|unmaintained|superseded"
        r"|replaced by|end[- ]of[- ]life|no longer (?:being |actively |under )?"
        r"(?:maintained|supported|developed|in use|used|active|development|updated)"
        r"|not (?:actively )?maintained(?: anymore| any more| any longer)?"
        r"|avveckla[dt]|utfasa[dt]|nedlag[dt]|arkivera[dt]|ersatts? av|ersatt|föråldra[dt]",
    ),
    (
        "development",
        r"work[ -]in[ -]progress|wip|(?:active |heavy |early |ongoing )*development|pre-alpha"
        r"|alpha(?: stage| phase| version| software| release)?|construction|utveckling|uppbyggnad",
    ),
    (
        "concept",
        r"experiment|experimental|proof[- ]of[- ]concept|poc|prototype|prototyp|experimentell"
        r"|experimentellt|konceptstudie",
    ),
    ("beta", r"(?:public |open |closed |early )?beta(?: stage| phase| version| software|version)?"),
    ("stable", r"stable|production[- ]ready|ready for production|stabil|stabilt|produktionsklar"),
)
_AFTER = (
    r"(?=\s*(?:$|[.,:;!()–—]|- |(?:and|but|so|in|since|as|by|use|please|for|to|of|with|at|from|that"
    r"|project|och|men|av|som|med|till|för|sedan|på|on|where|which|using)\b|\d|because|now|due))"
)
_MARK = r"[\W_]{0,12}(?:(?:please )?(?:note|obs|warning|important|viktigt|varning|status)\b[\W_]{1,6}){0,2}"
_OF_ITSELF = tuple(
    (word, re.compile(rf"{_MARK}{_ITSELF} {_IS} (?:{phrase}){_AFTER}", re.IGNORECASE))
    for word, phrase in _PHRASES
)
_ALONE = tuple(
    (
        word,
        re.compile(
            rf"{_MARK}(?:(?:project |projekt)?status\W{{1,4}})?(?:currently |in |under |i )*"
            rf"(?:{phrase})(?: (?:project|repository|plugin|projekt))?[\W_]*$",
            re.IGNORECASE,
        ),
    )
    for word, phrase in _PHRASES
)
_GONE = re.compile(
    rf"{_MARK}(?:{_ITSELF} (?:underhålls|utvecklas|stöds|används|förvaltas) (?:inte|ej) (?:längre|mer)\b"
    r"|deprecated(?:\s*[.!:–—-]|,? (?:use|see|in favou?r of|replaced|please|since)\b)"
    r"|no longer (?:actively )?(?:maintained|supported|developed)\b"
    rf"|{_ITSELF} (?:has|have) (?:been )?moved to\b"
    rf"|{_ITSELF} (?:ersätts|ersattes|har ersatts) av\b)",
    re.IGNORECASE,
)
_IN_TITLE = re.compile(
    r"(?:^\W*|[\[(–:|-]\s*)(?:deprecated|obsolete|archived|avvecklad|unmaintained)\b", re.IGNORECASE
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
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def statement(lines: Iterable[Line]) -> tuple[LifecycleWord, int] | None:
    """Return the explicit status and its line; a statement of discontinuation goes before others."""
    said = [found for line in lines if line.kind != "code" and (found := _of_line(line))]
    return next((s for s in said if s[0] == "obsolete"), said[0] if said else None)


def hint(lines: Iterable[Line]) -> str | None:
    """Return a word in a heading that lets one infer an immature status."""
    headings = (line.plain for line in lines if line.kind == "heading")
    found = next((hit for text in headings if (hit := _HINT.search(text))), None)
    return found[1].lower() if found else None


def _of_line(line: Line) -> tuple[LifecycleWord, int] | None:
    if badge := _BADGE.search(line.text):
        word = _BADGES.get((badge[1] or badge[2]).lower())
        return (word, line.number) if word else None
    text = line.plain
    if line.kind == "heading" and line.level == 1 and _IN_TITLE.search(text):
        return ("obsolete", line.number)
    for sentence in _SENTENCE.split(text):
        if word := _of_sentence(sentence):
            return (word, line.number)
    return None


def _of_sentence(sentence: str) -> LifecycleWord | None:
    if _GONE.match(sentence):
        return "obsolete"
    for word, pattern in (*_OF_ITSELF, *_ALONE):
        if pattern.match(sentence):
            return word
    return None
