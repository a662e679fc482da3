"""Documents that outsiders look for: which there are, and what they show."""

import re
from datetime import date
from typing import Any

from catalog.models.evidence import Evidence
from catalog.models.facts import DocumentKind, DocumentSeen, LifecycleWord
from harvesters.reading import changelog, commands, decisions, guides, readme, sections, security
from harvesters.reading.contents import Contents, gathered
from harvesters.reading.language import language
from harvesters.reading.listing import Entry, Listing
from harvesters.reading.markup import Line, markup_of, parse
from harvesters.reading.text import Text

LOOKED_FOR = (
    "SECURITY*", "CONTRIBUTING*", "CODE_OF_CONDUCT*", "GOVERNANCE*", "CHANGELOG*", "CODEOWNERS",
    "SUPPORT*", "ROADMAP*", "INSTALL*", "ARCHITECTURE*", "docs/", "CITATION.cff", "codemeta.json",
    "catalog-info.yaml", "REUSE.toml", ".github/ISSUE_TEMPLATE/", ".github/PULL_REQUEST_TEMPLATE*",
)  # fmt: skip
MOST = 60
SECURITY_TXT = "security.txt"
MOST_OF_DOCUMENTATION = 30
MOST_PARTS = 15

_TEXT = r"(?:\.(?:md|markdown|mdx|rst|adoc|asciidoc|txt|html?|pdf|docx?|odt))?$"
_WELL_KNOWN = r"(?:\.github/|\.gitlab/|\.forgejo/|\.gitea/|docs?/)?"
_NOT_TESTS = r"(?!\.|(?:[\w.-]*tests?|spec|e2e|examples?|samples?|fixtures|scripts?|tools?)/)"
_INSIDE = rf"(?:{_NOT_TESTS}[^/]{{1,60}}/){{1,2}}"
_SHOWN_FOLDER = (  # help that the program itself shows to those who use it
    rf"{_INSIDE}(?:documentation|dokumentation|help|hjälp|hjelp|manual|user[-_]?guide)/"
)
_PLACED: tuple[tuple[DocumentKind, str], ...] = (
    ("security", (
        rf"{_WELL_KNOWN}security(?:[-_]policy)?{_TEXT}|(?:\.well-known/"
        rf"|public/\.well-known/)security\.txt$"
    )),
    ("contributing", (
        rf"{_WELL_KNOWN}(?:how[-_]to[-_])?contribut(?:ing|e|ions?)(?:[-_.][a-z]{{2}})?{_TEXT}"
        rf"|{_WELL_KNOWN}(?:bidra|contribuer|contribuire|contribuir|bijdragen){_TEXT}"
        rf"|docs?/(?:[^/]{{1,60}}/){{0,2}}contribut(?:ing|e)(?:/(?:index|readme))?{_TEXT}"
    )),
    ("code-of-conduct", rf"{_WELL_KNOWN}(?:code[-_ ]?of[-_ ]?conduct|uppförandekod){_TEXT}"),
    ("governance", (
        rf"{_WELL_KNOWN}(?:governance|styrning|förvaltning){_TEXT}"
        r"|governance/[^/]{1,80}\.(?:md|rst|adoc|txt)$"
    )),
    ("changelog", (
        rf"{_WELL_KNOWN}(?:change[-_]?log|changes|release[-_ ]?notes|releases|history|news"
        rf"|ändringslogg){_TEXT}"
        r"|docs?/(?:src|source|content|docs)/(?:[^/]{1,40}/)?change-?log\.(?:md|rst|adoc)$"
        r"|(?:(?!docs?/|\.)[\w-]{1,60}/|(?:packages|apps|modules|libs|projects|services|charts)/"
        r"(?:@?[\w.-]{1,60}/){1,2})changelog\.(?:md|rst|adoc)$"
    )),
    ("codeowners", rf"{_WELL_KNOWN}codeowners$"),
    ("support", rf"{_WELL_KNOWN}support{_TEXT}"),
    ("roadmap", (
        rf"{_WELL_KNOWN}(?:(?:product|project|technical)[-_])?(?:roadmap|färdplan){_TEXT}"
        r"|docs?/(?:[^/]{1,60}/){0,3}(?:(?:product|project|technical)[-_])?roadmap"
        r"\.(?:md|mdx|rst|adoc)$"
    )),
    ("install", (
        rf"{_WELL_KNOWN}(?:install(?:ation|ing)?|getting[-_]?started|quick[-_]?start"
        rf"|deployment|deploy|setup|usage|development|developing|developers?|hacking|build(?:ing)?"
        rf"|running(?:[-_]locally)?|local[-_](?:development|setup)|utveckling){_TEXT}"
    )),
    ("architecture", (
        rf"{_WELL_KNOWN}(?:architecture|arkitektur){_TEXT}|(?:docs?/)?(?:adrs?|decisions"
        rf"|architecture(?:/decisions)?)/[^/]{{1,200}}\.(?:md|rst|adoc)$"
        rf"|(?:[^/]{{1,60}}/){{0,4}}docs?/(?:[^/]{{1,60}}/){{0,4}}"
        rf"(?:[\w -]{{0,40}}(?:architecture|arkitektur|architectuur|architektur)[\w -]{{0,20}}"
        rf"|arkitektur/[^/]{{1,80}}|architecture/[^/]{{1,80}})\.(?:md|mdx|rst|adoc)$"
    )),
    ("issue-template", (
        r"(?:\.github|\.forgejo|\.gitea)/issue_template(?:\.md|\.ya?ml|/[^/]{1,200})$"
        r"|\.gitlab/issue_templates/[^/]{1,200}$|issue_template\.md$"
    )),
    ("change-request-template", (
        rf"(?:\.github/|\.forgejo/|\.gitea/"
        rf"|docs/)?pull_request_template(?:/[^/]{{1,200}})?{_TEXT}"
        rf"|\.gitlab/merge_request_templates/[^/]{{1,200}}$"
    )),
    ("reuse", r"reuse\.toml$|\.reuse/dep5$"),
    ("citation", r"citation\.cff$"),
    ("codemeta", r"codemeta\.json$"),
    ("catalog-info", r"catalog-info\.ya?ml$"),
    ("documentation", (
        r"(?:docs?|documentation|dokumentation|manual)/.{0,300}\.(?:md|markdown|mdx|rst|adoc"
        r"|asciidoc|txt|html?|pdf|docx?|odt)$"
        rf"|{_INSIDE}(?:docs?|documentation|dokumentation|manual)/.{{0,300}}\.(?:md|markdown|mdx|rst"
        r"|adoc|asciidoc)$"
        rf"|{_SHOWN_FOLDER}(?:[^/]{{1,80}}/){{0,4}}[^/]{{1,80}}\.html?$"
        r"|(?!readme|licen[sc]e|copying|notice|authors|contributors|credits|maintainers|thanks|todo"
        r"|gemini|copilot|cla\b|pull_request|third|disclaimer|privacy|accessib)"
        r"[^/.]{1,80}\.(?:md|markdown|mdx|rst|adoc|asciidoc)$"
    )),
    ("part", (
        r"(?!\.|(?:[\w.-]*tests?|spec|e2e|examples?|samples?|fixtures|docs?|scripts?|tools?)/)"
        r"(?:[^/]{1,60}/){1,3}readme\.(?:md|rst|adoc)$"
    )),
)  # fmt: skip
_ENDINGS = frozenset({
    "md", "markdown", "mdx", "rst", "adoc", "asciidoc", "txt", "html", "htm", "pdf", "doc", "docx",
    "odt",
})  # fmt: skip
_WITH_ANY_ENDING = re.compile(
    r"_template|contribut|bidra|bijdragen|codemeta|catalog-info|citation|reuse", re.IGNORECASE
)
_KINDS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PLACED)
_IN_PROGRAM = re.compile(
    r"(?:[^/]{1,60}/){0,4}(?:templates|views|pages)/"
    r"(?:[^/]{1,60}/){0,3}(?:documentation|dokumentation|help|hjälp|hjelp|manual|user[-_]?guide)/.",
    re.IGNORECASE,
)
_README = re.compile(r"readme", re.IGNORECASE)
_UNREADABLE = re.compile(r".*\.(?:pdf|docx?|odt)$", re.IGNORECASE)
_NO_INSTRUCTIONS = {
    "install_line": None, "commands_line": None, "one_command_line": None, "package_line": None,
    "example_line": None,
}  # fmt: skip
_EXPIRES = re.compile(r"\s*Expires:\s{0,9}(\d{4}-\d{2}-\d{2})", re.IGNORECASE)
_OWNER = re.compile(r"(?<!\S)@([\w.-]{1,60})(/[\w.-]{1,100})?")
_USE = re.compile(
    r"\b(?:user(?:'s)?[- ]?(?:guide|manual)|how to use|usage|using|tutorial|användar(?:guide"
    r"|manual|handledning)"
    r"|cli (?:commands|reference)|command[- ]line (?:interface|commands|reference)"
    r"|användning|så använder du|kom igång|getting started|handbok|redaktör\w{0,6}|editors?)\b",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"\b(?:config(?:uration|ure|uring)?|deploy(?:ment|ing)?|troubleshooting|environment variables"
    r"|konfiguration|konfigurera|driftsättning|felsökning|miljövariabler|settings|inställningar"
    r"|user (?:permissions|management|roles)|användarbehörigheter|användarroller"
    r"|upgrad(?:e|ing)|uppgradering|backup|monitoring|konfigurasjon|configuratie|configurazione)\b",
    re.IGNORECASE,
)
_NAMED_ARCHITECTURE = re.compile(r"ar[ck]hite(?:c|k)t", re.IGNORECASE)
_ON_THE_WHOLE = re.compile(
    r"ar[ck]hite|overview|översikt|structure|struktur|design|readme|index|develop|utveckl|modules?"
    r"|components?|system|software|about|agents\.md|claude\.md",
    re.IGNORECASE,
)
_NAMED_PARTS = re.compile(
    r"(?:modules|components|services|packages|parts|moduler|komponenter)\.\w{2,8}$", re.IGNORECASE
)
_OF_A_PART = frozenset({"readme.md", "readme.rst", "readme.adoc"})
_DECISION = re.compile(r"(?:^|/)(?:adrs?|decisions?|architecture-decisions?)/", re.IGNORECASE)
_NAMED_INTERFACE = re.compile(
    r"(?:^|[-_ ])(?:rest[-_]?)?(?:apis?|interfaces?|integrations?|endpoints?|webhooks?|graphql"
    r"|openapi)"
    r"(?:[-_ ]|\.)",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"\b(?:apis?|endpoints?|webhooks?|external (?:\w+ )?(?:services?|systems?)|third[- ]part(?:y"
    r"|ies)"
    r"|integrat(?:ion|ions|es|ed)|interfaces?|gränssnitt|integrationer|grensesnitt"
    r"|koppelvlak\w{0,4})\b",
    re.IGNORECASE,
)
_OF_READMES = ("readme", ".github/readme", "docs/readme")  # those that the reader of READMEs takes
_DOCUMENTATION: DocumentKind = "documentation"
_HOUSE_RULES = re.compile(
    r"(?:^|/)(?:agents\.md|claude\.md|style[-_ ]?guide|contribut|branching|code[-_ ]review|release"
    r"|[^/]{0,40}prompt)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"install|getting|start|set-?up|deploy|admin|manual|guide|config|upgrad|migrat|local|develop"
    r"|drift|handbok|ar[ck]hite|\bapi|interface|integrat|running",
    re.IGNORECASE,
)
_LIFECYCLE = re.compile(r"""^\s{0,8}["']?lifecycle["']?:\s{0,8}["']?(\w{4,20})""")
_BELOW = re.compile(r"(?:docs?|documentation|dokumentation|manual)/", re.IGNORECASE)
_EXPLAINING: frozenset[DocumentKind] = frozenset({"documentation", "install", "architecture"})
_IN_PATH = re.compile(
    r"/(?P<folder>sv|en|da|nb|nn|no|fi|de|nl|fr|it|es|et)/"
    r"|[._-](?P<ending>sv|en|da|nb|nn|no|fi|de|nl|fr|it|es|et)\.\w{2,8}$",
    re.IGNORECASE,
)
MOST_LISTENED = 3
MOST_PARTS_LISTENED = 5
MOST_LINES = 120  # of a text whose language is told by its words
_STATUSES: dict[str, LifecycleWord] = {
    "experimental": "concept", "development": "development", "beta": "beta",
    "production": "stable", "stable": "stable", "deprecated": "obsolete", "obsolete": "obsolete",
}  # fmt: skip


def candidates(listing: Listing) -> list[Entry]:
    """List the documents of the root, ``.github`` and the like, and texts below ``docs``."""
    found = [(entry, kind) for entry in listing.own if (kind := _kind(entry.path))]
    first = [entry for entry, kind in found if kind not in {_DOCUMENTATION, "part"}]
    rest = [entry for entry, kind in found if kind == _DOCUMENTATION]
    rest.sort(key=lambda entry: not _FIRST.search(entry.name))
    parts = [entry for entry, kind in found if kind == "part"]
    return [*first[:MOST], *rest[:MOST_OF_DOCUMENTATION], *parts[:MOST_PARTS]]


def read(contents: Contents) -> Evidence[tuple[DocumentSeen, ...]]:
    """Read the documents. Below ``docs``, instructions count where a README leads there."""
    entries = candidates(contents.listing)
    leads = readme.leads_to(contents, entries)
    listening = Listening()
    names = f"{contents.names} {readme.title(contents)}"

    def seen_from_readme(entry: Entry, text: Text) -> DocumentSeen | None:
        found = seen(entry, text, names)
        if found is None:
            return None
        update: dict[str, Any] = {"language": listening.to(found, text)}
        beside = entry.depth or found.kind == _DOCUMENTATION
        if beside and found.kind != "part" and not leads(entry.path):
            update |= _NO_INSTRUCTIONS
        return found.model_copy(update=update)

    return gathered(contents, entries, seen_from_readme, LOOKED_FOR)


def seen(entry: Entry, text: Text, names: str = "") -> DocumentSeen | None:
    """Say what one document shows; ``names`` are those of the packages. An empty file is none."""
    kind = _kind(entry.path)
    if kind is None or not text.content.strip():
        return None
    if _UNREADABLE.match(entry.name):
        return DocumentSeen(kind=kind, path=entry.path, readable=False)
    return DocumentSeen(kind=kind, path=entry.path, **_shown(kind, entry, text, names))


class Listening:
    """Tells the language of the first few documents: by their paths, else by their words."""

    def __init__(self) -> None:
        self._left = MOST_LISTENED
        self._parts = MOST_PARTS_LISTENED

    def to(self, document: DocumentSeen, text: Text) -> str | None:
        """Return the ISO 639-1 code of a text that explains, None where it is not told."""
        if document.kind == "part" and document.readable and self._parts:
            self._parts -= 1
            return language(parse(text.lines[:MOST_LINES], markup_of(document.path)))
        if document.kind not in _EXPLAINING or not document.readable:
            return None
        if document.kind == _DOCUMENTATION and not _BELOW.match(document.path):
            return None
        if named := _IN_PATH.search(document.path):
            code = (named["folder"] or named["ending"]).lower()
            return "no" if code in {"nb", "nn"} else code
        if not self._left:
            return None
        self._left -= 1
        return language(parse(text.lines[:MOST_LINES], markup_of(document.path)))


def _kind(path: str) -> DocumentKind | None:
    if _README.match(path.rpartition("/")[2]) and path.lower().startswith(_OF_READMES):
        return None
    if _README.match(path) and "/" not in path:
        return None
    ending = path.rpartition("/")[2].rpartition(".")
    if ending[1] and ending[2].lower() not in _ENDINGS and not _WITH_ANY_ENDING.search(path):
        return None  # most of a tree is code: one look tells
    return next((kind for kind, pattern in _KINDS if pattern.match(path)), None)


def _shown(  # noqa: PLR0911 - one answer a kind
    kind: DocumentKind, entry: Entry, text: Text, names: str
) -> dict[str, Any]:
    match kind:
        case "contributing":
            lines = parse(text.lines, markup_of(entry.name))
            return {
                **_decided(kind, lines),
                "private_channel_line": security.channel_in_section(sections.sections(lines)),
                **_instructions(sections.sections(lines), lines, names),
            }
        case "security" | "issue-template":
            line = security.channel(text.lines, policy=kind == "security")
            return {"private_channel_line": line, "expires": _expires(entry, text.lines)}
        case "changelog":
            return changelog.latest(parse(text.lines, markup_of(entry.name)))
        case "codeowners" | "catalog-info":
            owners = kind == "codeowners"
            return _owners(text.lines) if owners else {"status": _lifecycle(text.lines)}
        case "governance":
            return _decided(kind, parse(text.lines, markup_of(entry.name)))
        case "documentation" | "install" | "support" | "part" | "architecture":
            return _explained(entry, parse(text.lines, markup_of(entry.name)), names)
    return {}


def _expires(entry: Entry, lines: list[str]) -> date | None:
    """Return the day until which a security.txt holds; one without it has been over since ever."""
    if entry.name.lower() != SECURITY_TXT:
        return None
    stated = next((found[1] for line in lines if (found := _EXPIRES.match(line))), "")
    try:
        return date.fromisoformat(stated)
    except ValueError:
        return date(1970, 1, 1)


def _lifecycle(lines: list[str]) -> LifecycleWord | None:
    stated = (found[1].lower() for line in lines if (found := _LIFECYCLE.match(line)))
    words = {_STATUSES[word] for word in stated if word in _STATUSES}
    return words.pop() if len(words) == 1 else None


def _owners(lines: list[str]) -> dict[str, Any]:
    """Keep team handles; persons, by handle or mailbox, are only counted."""
    rules = [line.partition("#")[0] for line in lines]
    found = {hit for line in rules for hit in _OWNER.findall(line)}
    mailboxes = {hit for line in rules for hit in security.MAILBOX.findall(line)}
    teams = sorted(f"@{owner}{team}" for owner, team in found if team)
    persons = sum(not team for _, team in found) + len(mailboxes)
    return {"teams": tuple(teams[:20]), "persons": persons}


def _decided(kind: DocumentKind, lines: list[Line]) -> dict[str, Any]:
    found, whole = sections.sections(lines), kind == "governance"
    return {
        "decides_line": decisions.decides_line(found, lines, whole=whole),
        "guide": None if whole else guides.guide(lines),
        "private_channel_line": None if whole else security.channel_in_section(found),
    }


def _tells(section: sections.Section) -> bool:
    """Tell a description from a remark: by its length, or by what it lists."""
    listed = sum(line.kind in {"item", "code"} for line in section.body)
    return section.words >= sections.FEWEST_WORDS or listed >= sections.FEWEST_PARTS


def _instructions(
    found: list[sections.Section], lines: list[Line], names: str
) -> dict[str, int | None]:
    """Say where a document tells how to install, start or call the software."""
    install = next(iter(sections.headed(found, "install")), None)
    title = next(iter(_headings(lines)), "")
    told = commands.first(lines, f"{title} {names}")
    del told["calls_line"]
    return {
        "install_line": install[0].heading.number if install else None,
        "example_line": sections.example_line(found),
        **told,
    }


def _explained(entry: Entry, lines: list[Line], names: str) -> dict[str, Any]:
    found = sections.sections(lines)
    headings = " . ".join([entry.path.replace("-", " ").replace("_", " "), *_headings(lines)])
    title = " . ".join([entry.path.replace("-", " ").replace("_", " "), *_headings(lines)[:1]])
    configures = sections.HEADINGS["configuration"].search(headings)
    keeps = any(sections.HEADINGS["upkeep"].search(line.plain) for line in lines)
    explains = (configures and keeps) or sections.administration_line(found)
    for_adopters = not _HOUSE_RULES.search(entry.path)
    return {
        "administration": bool(explains) and for_adopters,
        "usage": bool(
            _USE.search(headings if entry.name.lower() in _OF_A_PART else title)
            or (_IN_PROGRAM.match(entry.path) and lines)
        )
        and for_adopters,
        "configuration": bool(_RUNNING.search(headings))
        and for_adopters
        and not _DECISION.search(entry.path),
        "parts_line": _overview(entry, found),
        "interface_line": _interfaces(entry, found, lines),
        **_instructions(found, lines, names),
    }


def _overview(entry: Entry, found: list[sections.Section]) -> int | None:
    """Return the overview of parts in a document that is on the whole by its name."""
    named = _NAMED_ARCHITECTURE.search(entry.name) and not _DECISION.search(entry.path)
    if named and found:
        return found[0].heading.number
    if not _ON_THE_WHOLE.search(entry.name):
        return None
    listed = sections.titled_parts_line(found) if _NAMED_PARTS.match(entry.name) else None
    return sections.parts_line(found) or listed


def _interfaces(entry: Entry, found: list[sections.Section], lines: list[Line]) -> int | None:
    """Return where interfaces are described: by name, by a section, or in an architecture."""
    if found and _NAMED_INTERFACE.search(entry.name):
        return found[0].heading.number
    headed = (section for section, _ in sections.headed(found, "interface"))
    told = next((s.heading.number for s in headed if _tells(s)), None)
    if told or not _NAMED_ARCHITECTURE.search(entry.name):
        return told
    outside = [line.number for line in lines if _OUTSIDE.search(line.plain)]
    return outside[0] if len(outside) > 1 else None


def _headings(lines: list[Line]) -> list[str]:
    return [line.plain for line in lines if line.kind == "heading"][:200]
