"""Sections of a document: what a heading promises, and whether the text below it delivers."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from harvesters.reading.markup import Line

_INSTALL = re.compile(
    r"\b(install(?:ation|ing|era|ering|eringsanvisning)?|getting[ -]started|get started"
    r"|quick ?-?start"
    r"|(?:local |project |environment |initial )?set(?:ting)?[ -]?(?:it )?up|kom igång|komma igång"
    r"|uppsättning"
    r"|running|how to run|(?<=and )run|(?<=& )run|run(?: it| the \w+)? locally|köra|kör lokalt"
    r"|starta|bygga?"
    r"|drift(?:sättning)?"
    r"|deploy(?:ment|ing)?|local development|building"
    r"|development (?:environment|setup|guide|server)"
    r"|build(?! (?:tools?|status|system|flavou?rs?|types?|artifacts?|pipelines?|process))"
    r"|(?:with|using|via|med) docker|lokal (?:utveckling|utvikling|udvikling)"
    r"|installasjon|sett opp|oppsett|opsætning|kjør(?:e|ing)?|kom(?:me)? (?:godt )?i gang"
    r"|how to use|usage|användning)\b"
    r"|^\W{0,9}run\b|^\W{0,9}(?:development|docker(?:[ -]compose)?|as a library"
    r"|from (?:the )?command[ -]line|utveckling|steg för steg|step[ -]by[ -]step|utvikling"
    r"|udvikling"
    r"|ontwikkeling|lokalt)\W{0,9}$"
    r"|\b(?:installatie|installazione|instalación|instal·lació|installationsanleitung|asennus"
    r"|käyttöönotto|aan de slag|erste schritte|démarrage|come iniziare|primeros pasos)\b",
    re.IGNORECASE,
)
_USAGE = re.compile(
    r"\b(?:usage|how to (?:use|utili[sz]e)|for (?:end[ -]?)?users|för användare"
    r"|(?<!\w )using(?! (?:docker|composer|npm|yarn|pip|git)\b)"
    r"|user(?:'s)? (?:guide|manual)|examples?|användning|använda|användarguide"
    r"|användarhandledning|handledning|så (?:använder|fungerar)"
    r"|manual(?! (?:set ?up|install|step|test|deploy|build|config)))\b",
    re.IGNORECASE,
)
_FEATURES = re.compile(
    r"\b(?:(?:key |main )?features|funktioner|funktionalitet|functionality|egenskaper"
    r"|capabilities)\b",
    re.IGNORECASE,
)
_CONFIGURATION = re.compile(
    r"\b(?:config(?:uration|ure|uring)?|konfiguration|konfigurera|settings|inställningar"
    r"|environment variables|miljövariabler?|constants|\.env"
    r"|konfigurations?\w{0,20}|konfigurasjon|konfigurere|innstillinger|indstillinger|configuratie"
    r"|instellingen|configurazione|impostazioni|configuración|configuració|konfigurointi|asetukset"
    r"|ympäristömuuttuj\w{1,4}|einstellungen"
    r"|(?:for|för) administrat(?:ors?|örer)|administration)\b",
    re.IGNORECASE,
)
_UPKEEP = re.compile(
    r"\b(?:upgrad(?:e|es|ing)|uppgrader\w{0,8}|migrat(?:e|ion|ions|ing)|permissions?"
    r"|behörighet\w{0,4}|o?pp?grader\w{0,6}|rettighe[dt]er|tilganger|aggiornament[oi]|migrazione"
    r"|permessi|actualizaci\w{1,3}|actualitzaci\w{1,3}|permisos|päivit\w{1,10}|käyttöoikeu\w{1,8}"
    r"|berechtigung\w{0,2}|aktualisierung\w{0,2}|gebruikersrechten|upgraden"
    r"|user roles?|användarroller|rättigheter|access rights)\b",
    re.IGNORECASE,
)
_OPERATION = re.compile(  # what those who run it have to see to
    r"\b(?:brandvägg\w{0,4}|certifikat\w{0,4}|firewall|certificates|backups?"
    r"|säkerhetskopi\w{0,8}|monitoring|övervakning|loggning|drift"
    r"|operations"
    r"|(?:how to|preparing an?|prepare for an?) upgrade|upgrading|uppgradering"
    r"|(?:one[- ]off|background|scheduled) (?:tasks|jobs)"
    r"|scheduled jobs|cron ?jobs?|schemalagda \w{1,12}|overvåk?n?ing\w{0,4})\b",
    re.IGNORECASE,
)
_DEPLOY = re.compile(r"\b(?:deploy(?:ment|ing)?|driftsättning)\b", re.IGNORECASE)
_ARCHITECTURE = re.compile(
    r"\b(?:(?<!css )(?<!sass )architecture|arkitektur|components?|komponenter|(?:system"
    r"|technical) overview"
    r"|systemöversikt"
    r"|(?:project|folder|directory|code|file|repo(?:sitory)?|theme)[ -]"
    r"(?:structure|struktur|layout)"
    r"|projektstruktur|mappstruktur|modules?|moduler|packages|services|architectuur|architettura"
    r"|arquitectura|architektur|parts)\b|^\W{0,9}(?:code )?structure\W{0,9}$",
    re.IGNORECASE,
)
_INTERFACE = re.compile(
    r"^\W{0,9}(?:actions|filters)\W{0,9}$|(?<!about )\b(?:(?:rest |http |public )?(?:apis?"
    r"|apier\w{0,3})"
    r"(?! ?-?(?:key|nyckel|token))|open ?api|swagger|graphql|end-?points?"
    r"|interfaces?|gränssnitt|(?<!git )(?<!commit )(?<!push )hooks|actions (?:and|&) filters"
    r"|(?:available|custom) (?:actions|filters)|(?<!receive )webhooks|routes|shortcodes?)\b",
    re.IGNORECASE,
)
_INTERFACE_ADDRESS = re.compile(
    r"https?://(?!github\.com|gitlab\.com|www\.npmjs)[\w.:-]{1,100}/(?:\S{0,100}/)?"
    r"(?:swagger|openapi|api-docs?|redoc|apidoc)\b"
    r"|\bapi[- ]?(?:documentation|docs?|reference|dokumentation\w{0,2}|specification|spec)\b"
    r"[^|]{0,80}https?://"
    r"|https?://(?:pkg\.go\.dev|docs\.rs|(?:www\.)?javadoc\.io)/\S",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:swagger|open ?api|redoc|graphql (?:api|schema|playground|end-?point))\b", re.IGNORECASE
)
_EXAMPLE = re.compile(r"\b(?:example|exempel|usage|voorbeeld|eksempel|esempio)\b", re.IGNORECASE)
_LICENCE = re.compile(r"\b(?:licen[sc]e|licen[sc]ing|licens|licensiering)\b", re.IGNORECASE)
_CONTRIBUTING = re.compile(
    r"\b(?:contribut(?:e|ing|ions?)|bidrar?|bidrag|bidragsguide|medverka|återkoppling"
    r"|pull requests?|contribuire|contribuer|contribuir|contribuciones|contribuições|bijdragen"
    r"|bidrage|mitwirken|beitragen)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\W{0,9}(?:about|om)\b", re.IGNORECASE)  # "About Foo deploy" is on Foo
_DESCRIBED = re.compile(r"\S.{0,80}?(?::| [-\u2013\u2014] | \(|\|).{0,20}?\w+ \w+")
_MARKED = re.compile(  # a name as code, in bold or as a link, and what it does
    r"\s{0,12}(?:[-*+•]|\d{1,3}[.)])\s+(?:(?:`[^`]{1,80}`|\*\*[^*]{1,80}\*\*)"
    r"|(?:an?|the|en|ett)\s+\[[^\]]{1,80}\]\([^)]{1,300}\),?)\s+(?:\w+\s+){3}",
    re.IGNORECASE,
)
_DRAWN = re.compile(r"[\s│├└─|`+-]{0,40}[\w@][\w./@-]{0,80}\s+(?:#|→|←|<-|//|--?)[\s→]{0,4}\S+ \S")
_NAME_ALONE = re.compile(  # a link, code or bold words, and nothing else
    r"\s{0,12}(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[^\]]{1,80}\]\([^)]{0,300}\)|`[^`]{1,80}`"
    r"|\*\*[^*]{1,80}\*\*|[\w@./ -]{1,40}):?\s*"
)
_PIECES = re.compile(
    r"\W{0,9}(?:the )?(?:plugins|modules|components|services|packages|parts|applications|apps"
    r"|moduler|komponenter|tjänster|delar)\W{0,9}",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?:modules|components|packages|services|parts|plugins|moduler|komponenter|delar)\W{0,9}$",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"\b(?:contains?|includes?|consists? of|comprises?|made up of|består av|innehåller|omfattar"
    r"|består af|indeholder|bestaat uit|bevat|include|comprende|contiene)\b[^.]{0,80}:$"
    r"|\bparts\b[^.]{0,20}:$",
    re.IGNORECASE,
)
_PART = re.compile(  # what software is made of, not what it can do
    r"\b(?:apps?|applications?|apis?|services?|modules?|plug-?ins?|packages?|components?|librar(?:y|ies)"
    r"|extensions?|servers?|clients?|workers?|databases?|front-?end|back-?end|websites?|cli|daemon"
    r"|applikation\w*|tjänst\w*|modul\w*|komponent\w*|bibliotek\w*|tillägg\w*|databas\w*)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\b(?:parts|components|modules|packages|services|applications|delar|komponenter|moduler|dele)\b",
    re.IGNORECASE,
)
_FEWEST_NAMED = 2
_NOT_PARTS = re.compile(
    r"\b(?:features?|funktion\w*|functionalit\w*|changes?|steps?|options?|files?|fields?|settings"
    r"|variables|request|response)\b",
    re.IGNORECASE,
)
_API = re.compile(
    r"\b(?:(?:rest|soap|graphql|json|http|web|open)[- /]?(?:based[- ])?apis?|restful|web ?services?"
    r"|graphql|odata|webhooks?|websockets?)\b",
    re.IGNORECASE,
)
_PROVIDES = re.compile(
    r"\b(?:provid|expos|offer|serves?\b|publish|implement|tillhand\w{0,2}|erbjud|exponer|publicer"
    r"|utstill|tilby|tilbyd|stiller|fornisc|espon|ofrec|ofereix|aanbied|bied|tarjo|bereit)",
    re.IGNORECASE,
)
_FEWEST_PIECES = 2
_FEWEST_OF_A_PIECE = 12  # words
_FEWEST_SAID = 3
FEWEST_PARTS = 3
FEWEST_WORDS = 25
FEWEST_TO_RUN = 2
BOLD = 6  # the level of a line in bold: no section of its own

HEADINGS = {
    "install": _INSTALL,
    "usage": _USAGE,
    "features": _FEATURES,
    "configuration": _CONFIGURATION,
    "upkeep": _UPKEEP,
    "operation": _OPERATION,
    "architecture": _ARCHITECTURE,
    "interface": _INTERFACE,
    "licence": _LICENCE,
    "contributing": _CONTRIBUTING,
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
        if _ABOUT.match(heading):
            continue
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


def deploy_line(found: list[Section]) -> int | None:
    """Return the line of a section on deploying that gives at least two lines to run."""
    for section in found:
        code = sum(line.kind == "code" and bool(line.text.strip()) for line in section.body)
        if code >= FEWEST_TO_RUN and _DEPLOY.search(section.heading.plain):
            return section.heading.number
    return None


def parts_line(
    found: list[Section], described: Callable[[str], bool] = lambda _: False
) -> int | None:
    """Return the line of an overview that names at least three parts and what each does.

    ``described`` tells whether a line leads to a text on the part, in its own folder.
    """
    for section, _ in headed(found, "architecture"):
        below = (*section.body[1:], Line(0, "blank", ""))
        told = (
            _describes_part(line, next_line) or (line.kind == "item" and described(line.text))
            for line, next_line in zip(section.body, below, strict=True)
        )
        if sum(told) >= FEWEST_PARTS:
            return section.heading.number
    return None


def _describes_part(line: Line, below: Line) -> bool:
    """Tell whether a list item, or a line of a drawn tree, names a part and says what it does.

    What it does may stand on the line below a name that is alone on its own.
    """
    if line.kind == "code":
        return bool(_DRAWN.match(line.text))
    if line.kind != "item":
        return False
    if _DESCRIBED.search(line.plain) or _MARKED.match(line.text):
        return True
    deeper = _indent(below.text) > _indent(line.text)
    return (
        deeper
        and bool(_NAME_ALONE.fullmatch(line.text))
        and below.kind in {"text", "item", "code"}
        and len(below.plain.split()) >= _FEWEST_SAID
    )


def _indent(text: str) -> int:
    return len(text.expandtabs(8)) - len(text.expandtabs(8).lstrip())


def pieces_line(found: list[Section]) -> int | None:
    """Return the line of a section on parts with at least two subsections that say what each is."""
    for index, section in enumerate(found):
        if not _PIECES.fullmatch(section.heading.plain):
            continue
        below = [s for s in found[index + 1 :][:60] if s.heading in section.body]
        own = [s for s in below if s.heading.level == below[0].heading.level]
        if sum(s.words >= _FEWEST_OF_A_PIECE for s in own) >= _FEWEST_PIECES:
            return section.heading.number
    return None


def titled_parts_line(found: list[Section]) -> int | None:
    """Return the title of a document on parts that has a section on each of at least three."""
    if not found or not _TITLED.search(found[0].heading.plain):
        return None
    own = [section for section in found[1:] if section.heading.level == found[0].heading.level + 1]
    told = sum(section.words > _FEWEST_SAID for section in own)
    return found[0].heading.number if told >= FEWEST_PARTS and told == len(own) else None


def listed_line(lines: list[Line]) -> int | None:
    """Return the sentence of the introduction that lists at least three parts, each described."""
    for index, line in enumerate(lines):
        if line.kind == "heading" and 1 < line.level < BOLD:
            return None
        leads = _LISTS.search(line.plain) if line.kind == "text" else None
        if leads is None or _NOT_PARTS.search(leads[0]):
            continue
        named = bool(_PARTS.search(leads[0]))
        if _lists_parts(lines[index + 1 :][:40], named=named):
            return line.number
    return None


def _lists_parts(lines: list[Line], *, named: bool) -> bool:
    """Tell whether at least three parts are described; two say what they are, or the lead does."""
    told, parts, after = 0, 0, "blank"
    for line in lines:
        if line.kind == "heading" or (line.kind == "text" and after == "blank"):
            break
        told += line.kind == "item" and len(line.plain.split()) > _FEWEST_SAID
        parts += line.kind == "item" and bool(_PART.search(line.plain))
        after = line.kind
    return told >= FEWEST_PARTS and (named or parts >= _FEWEST_NAMED)


def provided_line(lines: list[Line]) -> int | None:
    """Return the sentence that says which interface the software provides or calls."""
    return next((li.number for li in lines if li.kind == "text" and _is_provided(li.plain)), None)


def _is_provided(words: str) -> bool:
    return bool(_API.search(words) and _PROVIDES.search(words))


def example_line(found: list[Section]) -> int | None:
    """Return the first line of code in a section on installing or using it."""
    for subject in ("install", "usage"):
        for section, _ in headed(found, subject):
            code = next((line.number for line in section.body if line.kind == "code"), None)
            if code:
                return code
    return None


def shown_line(lines: list[Line]) -> int | None:
    """Return the first line of code below a line that calls it an example of use."""
    for index, line in enumerate(lines):
        if line.kind == "text" and _EXAMPLE.search(line.plain):
            below = (li.number for li in lines[index : index + 5] if li.kind == "code")
            if code := next(below, None):
                return code
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


def interface_line(found: list[Section], lines: list[Line]) -> int | None:
    """Return the line that describes an interface, or that gives the address of its description."""
    address = next((li.number for li in lines if _INTERFACE_ADDRESS.search(li.text)), None)
    named = (li.number for li in lines if li.kind in {"text", "item"} and _NAMED.search(li.plain))
    return first_line(found, "interface") or address or next(named, None)


def _is_filled(section: Section) -> bool:
    return any(line.kind in {"text", "item", "code"} for line in section.body)


def _sections(lines: list[Line]) -> Iterator[Section]:
    places = [i for i, line in enumerate(lines) if line.kind == "heading"]
    for position, start in enumerate(places):
        level = lines[start].level
        later = (i for i in places[position + 1 :][:200] if lines[i].level <= level)
        end = next(later, len(lines))
        yield Section(lines[start], tuple(lines[start + 1 : end][:400]))
