"""Sections of a document: what a heading promises, and whether the text below it delivers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from harvesters.reading.markup import Line

_INSTALL = re.compile(
    r"\b(install(?:ation|ing|era|ering|eringsanvisning)?|getting[ -]started|get started"
    r"|quick ?-?start"
    r"|(?:local |project |environment |initial )?set(?:ting)?[ -]?up|kom igång|komma igång"
    r"|uppsättning"
    r"|running|how to run|run(?: it)?(?: locally| the \w+)?|köra|kör lokalt|starta|bygga?"
    r"|drift(?:sättning)?"
    r"|deploy(?:ment|ing)?|local development|development(?: environment| setup)?|building|build"
    r"|how to use|usage|användning)\b",
    re.IGNORECASE,
)
_USAGE = re.compile(
    r"\b(?:usage|how to use|using|user(?:'s)? (?:guide|manual)|examples?|användning|använda"
    r"|användarguide"
    r"|användarhandledning|handledning|manual|så (?:använder|fungerar))\b",
    re.IGNORECASE,
)
_FEATURES = re.compile(
    r"\b(?:(?:key |main )?features|funktioner|funktionalitet|functionality|egenskaper"
    r"|capabilities)\b",
    re.IGNORECASE,
)
_CONFIGURATION = re.compile(
    r"\b(?:config(?:uration|ure|uring)?|konfiguration|konfigurera|settings|inställningar"
    r"|environment variables|miljövariabler|constants|\.env)\b",
    re.IGNORECASE,
)
_UPKEEP = re.compile(
    r"\b(?:upgrad(?:e|es|ing)|uppgrader\w{0,8}|migrat(?:e|ion|ions|ing)|permissions?|behörighet\w{0,4}"
    r"|user roles?|användarroller|rättigheter|access rights)\b",
    re.IGNORECASE,
)
_ARCHITECTURE = re.compile(
    r"\b(?:architecture|arkitektur|components?|komponenter|(?:system|technical) overview"
    r"|systemöversikt"
    r"|(?:project|folder|directory|code|file) structure|projektstruktur|modules?|moduler"
    r"|services)\b",
    re.IGNORECASE,
)
_INTERFACE = re.compile(
    r"(?<!about )\b(?:(?:rest |http |public )?apis?(?! ?-?(?:key|nyckel|token))"
    r"|api documentation|endpoints?"
    r"|interfaces?|gränssnitt|hooks|(?<!github )actions|filters|webhooks|routes|shortcodes?)\b",
    re.IGNORECASE,
)
_INTERFACE_ADDRESS = re.compile(
    r"https?://(?!github\.com|gitlab\.com|www\.npmjs)[\w.:-]{1,100}/(?:\S{0,100}/)?"
    r"(?:swagger|openapi|api-docs?|redoc|apidoc)\b",
    re.IGNORECASE,
)
_LICENCE = re.compile(r"\b(?:licen[sc]e|licen[sc]ing|licens|licensiering)\b", re.IGNORECASE)
_CONTRIBUTING = re.compile(
    r"\b(?:contribut(?:e|ing|ions?)|bidra|bidrag|medverka|pull requests?)\b", re.IGNORECASE
)
_DEMO = re.compile(r"\b(?:live )?(?:demo|demonstration|try it|testa|prova)\b", re.IGNORECASE)
_DESCRIBED = re.compile(r"\S.{0,80}?(?::| [-\u2013\u2014] |\|).{0,20}?\w+ \w+")
FEWEST_PARTS = 3
FEWEST_WORDS = 40

HEADINGS = {
    "install": _INSTALL,
    "usage": _USAGE,
    "features": _FEATURES,
    "configuration": _CONFIGURATION,
    "upkeep": _UPKEEP,
    "architecture": _ARCHITECTURE,
    "interface": _INTERFACE,
    "licence": _LICENCE,
    "contributing": _CONTRIBUTING,
    "demo": _DEMO,
}


class Section(NamedTuple):
    """A heading and what stands below it, up to the next heading of its level or above."""

    heading: Line
    body: tuple[Line, ...]

    @property
    def words(self) -> int:
        """How many words of prose the body has."""
        return sum(len(line.plain.split()) for line in self.body if line.kind in {"text", "item"})


def sections(lines: list[Line]) -> list[Section]:
    """Cut a document at its headings; a section holds its subsections."""
    return list(_sections(lines))


def headed(found: list[Section], subject: str) -> Iterator[tuple[Section, str]]:
    """Yield the sections whose heading is on a subject, with the word that says so."""
    pattern = HEADINGS[subject]
    for index, section in enumerate(found):
        heading = section.heading.plain
        whole = index == 0 and is_title(found)  # "Setup" as a title is a section, "Foo setup" none
        if hit := pattern.fullmatch(heading) if whole else pattern.search(heading):
            yield section, hit[0].lower()


def is_title(found: list[Section]) -> bool:
    """Tell whether the first heading is the document's title rather than a section's."""
    first, *others = (section.heading.level for section in found)
    return first == 1 or any(level < first for level in others)


def first_line(found: list[Section], subject: str) -> int | None:
    """Return the line of the first heading on a subject that has anything below it."""
    return next((s.heading.number for s, _ in headed(found, subject) if _is_filled(s)), None)


def parts_line(found: list[Section]) -> int | None:
    """Return the line of an overview that names at least three parts and what each does."""
    for section, _ in headed(found, "architecture"):
        described = (line for line in section.body if line.kind == "item")
        if sum(bool(_DESCRIBED.search(line.plain)) for line in described) >= FEWEST_PARTS:
            return section.heading.number
    return None


def administration_line(found: list[Section]) -> int | None:
    """Return the line of a configuration section in a text that also explains upkeep."""
    line = first_line(found, "configuration")
    upkeep = any(True for _ in headed(found, "upkeep")) or any(
        _UPKEEP.search(below.plain)
        for section, _ in headed(found, "configuration")
        for below in section.body
        if below.kind in {"text", "item"}
    )
    return line if upkeep else None


def contributing_line(found: list[Section]) -> int | None:
    """Return the line of a section, longer than a sentence, on how to contribute."""
    long = (s for s, _ in headed(found, "contributing") if s.words >= FEWEST_WORDS)
    return next((s.heading.number for s in long), None)


def interface_line(found: list[Section], lines: list[Line]) -> int | None:
    """Return the line that describes an interface, or that gives the address of its description."""
    address = next((li.number for li in lines if _INTERFACE_ADDRESS.search(li.text)), None)
    return first_line(found, "interface") or address


def _is_filled(section: Section) -> bool:
    return any(line.kind in {"text", "item", "code"} for line in section.body)


def _sections(lines: list[Line]) -> Iterator[Section]:
    places = [i for i, line in enumerate(lines) if line.kind == "heading"]
    for position, start in enumerate(places):
        level = lines[start].level
        later = (i for i in places[position + 1 :][:200] if lines[i].level <= level)
        end = next(later, len(lines))
        yield Section(lines[start], tuple(lines[start + 1 : end][:400]))
