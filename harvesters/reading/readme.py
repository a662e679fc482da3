"""README files: which there are, and what their text shows an outsider."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from catalog.models.evidence import Evidence
from catalog.models.facts import ReadmeSeen
from harvesters.reading import commands, decisions, guides, lifecycle, roadmap, sections, security
from harvesters.reading.audience import audience
from harvesters.reading.contents import Contents, gathered
from harvesters.reading.language import language
from harvesters.reading.licence_names import named_licence
from harvesters.reading.listing import Entry, Listing
from harvesters.reading.markup import Line, markup_of, parse, plain
from harvesters.reading.sections import Section
from harvesters.reading.text import Text

LOOKED_FOR = ("README*", ".github/README*", "docs/README*")
MOST = 6
MOST_BEFORE_TITLE = 40  # lines
INTRODUCTION = 1000  # characters of prose in which a reader expects to learn what and for whom

_FILE = re.compile(
    r"readme(?:[._-]\w{2,8})?(?:\.(?:md|markdown|mdown|mkd|rst|adoc|asciidoc|txt|html?))?$",
    re.IGNORECASE,
)
_PLACES = {"": 0, ".github": 1, "docs": 2}
_MARKUP_ORDER = ("markdown", "restructuredtext", "asciidoc", "text", "html")
_LICENSED = re.compile(
    r"\b(?:licen[sc]ed|released|distributed|available|published) under (?:the )?(?:terms of )?"
    r"|\blicensiera(?:d|t|s) (?:under|enligt) |\bunder (?:the )?(?=\S{1,30} licen[sc]e\b)",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:contact|reach out to|get in touch with|kontakta) (?:us|oss|the \w{1,30} team)?.{0,60}?"
    r"\b(?:instructions?|instruktioner|anvisningar|installation|how to install|set ?up"
    r"|access to the)\b",
    re.IGNORECASE,
)
_SUPPORT = re.compile(
    r"\b(?:support(?:ed|s)?|maintained|stöds|stöd|förvaltas|underhålls)\b.{0,60}?"
    r"\b(?:until|through|till(?: och med)?|t\.?o\.?m\.?)\s{1,3}(\d{4}-\d{2}-\d{2})\b",
    re.IGNORECASE,
)
_DEMO_LINK = re.compile(
    r"\bdemo\b.{0,80}?https?://(?!github\.com|gitlab\.com|codeberg\.org|(?:www\.)?example\."
    r"|localhost|127\.|0\.0\.0\.0|\[)[\w.-]+",
    re.IGNORECASE,
)
_CODE_SPAN = re.compile(r"`[^`]{1,300}`")
_GUIDE = re.compile(
    r"\[[^\]]{0,80}\b(?:guid(?:e|es|ance)|documentation|docs|manual|handbook|wiki"
    r"|get(?:ting)? started"
    r"|instructions|dokumentation|handledning|användarguide|instruktioner|dokumentasjon"
    r"|documentatie"
    r"|documenten?|handleiding|meer informatie|mer information|more information|read more|läs mer"
    r"|les mer"
    r"|læs mere|informationen|documentación|documentazione|dokumentaatio)\b"
    r"[^\]]{0,80}\]\(https?://(?!(?:www\.)?example\.)"
    r"|\b(?:documentation|docs|guide|manual|instructions|dokumentation|informatie"
    r"|information)\b.{0,120}\]\(https?://(?!(?:www\.)?example\.)"
    r"|\b(?:documentation|docs|guide|manual|instructions|dokumentation)\b.{0,60}https?://(?!(?:www\.)?example\.)",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:live|living|online|public|interactive) (?:examples?|demo|style ?guide|preview|version"
    r"|playground|storybook)\b|\bpublic version of the storybook\b|\[(?:storybook|playground"
    r"|demo)\]\((?!https?://storybook\.js)",
    re.IGNORECASE,
)
_SHOWN_ADDRESS = re.compile(
    r"https://(?!github\.com|gitlab\.com|codeberg\.org|storybook\.js|(?:www\.)?example\."
    r"|img\.)[\w-]+\.[\w.-]+"
)
FEWEST_WORD = 5  # letters
_FEWEST_SENTENCE_WORDS = 4
_FEWEST_LETTERS = 20
_LINKED = re.compile(
    r"<a\b[^>]{0,500}>[^<]*(?:</a>)?|!?\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])", re.IGNORECASE
)
_NO_DESCRIPTION = re.compile(
    r"\W*(?:(?:table of )?contents|toc|innehåll)\W*$|\W*(?:note|warning|obs|deprecat\w{2,4})\b"
    r"|(?:to|in order to) (?:install|download|run|use|get|build|generate"
    r"|set up|start|develop|test)\b|(?:run|install|clone|see|add) "
    r"|\W*(?:for )?more information\b"
    r"|a description of this package|this (?:project|app) (?:was|is) (?:bootstrapped|generated) "
    r"|here's a blank template|define\(|för att (?:installera"
    r"|köra|använda)\b",
    re.IGNORECASE,
)
_ENDS_INTRODUCTION = ("install", "usage", "licence", "contributing", "configuration", "interface")
_ABOUT = re.compile(  # sections that say what it is, wherever they stand
    r"\W{0,9}(?:about|om|overview|översikt|introduction|introduktion|inledning|intro|summary"
    r"|sammanfattning|(?:short |project )?description|beskrivning|what is|what's|vad är|background"
    r"|bakgrund|purpose|syfte|goals?|mål|(?:key |main |core )?features|funktioner|funktionalitet"
    r"|the project|context|scope|over|omschrijving|inleiding|doel|wat is|introducción|descripción"
    r"|sobre|descripció|introducció|introduzione|descrizione|cos'è|présentation|beschreibung"
    r"|einführung|über|kuvaus|yleistä|johdanto|omtale|beskrivelse|formål|baggrund|bakgrunn)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|inte|niet|ikke|licen[sc]e|licens|us|oss|authors?)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:requirements?|prerequisites?|preconditions?|krav|förutsättningar|apier|api|developing"
    r"|developers?|development|utveckling|utvikling|udvikling|ontwikkeling|scripts|structure"
    r"|struktur"
    r"|contents?|innehåll|inhoud|dependenc(?:y|ies)|beroenden|test(?:s|ing)?|tester|build|ci"
    r"|security"
    r"|säkerhet|support|kontakt|contact|questions|frågor|links|resources|change ?log|releases?"
    r"|versions?|code ?style|conventions?|authors?|credits|acknowledgements?|constants|status|faq"
    r"|roadmap|known issues|troubleshooting|documentation|dokumentation|technical|teknik"
    r"|nomenclature"
    r"|glossary|browsers?|demo|maintainers?|team|patches|branches)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(r"\W{0,9}(?:getting[ -]started|get started|kom igång)\b", re.IGNORECASE)
_FOR_WHOM = re.compile(r"\W{0,9}(?:for|för)\b", re.IGNORECASE)
_LEADS_TO_LIST = re.compile(
    r"(?:\w+ ){0,4}(?:contains?|includes?|consists? of|provides?|innehåller|består av|omfattar)"
    r"\b.{0,80}:$",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"(?:\]\(/?|\]:\s{1,4}|<|`|/(?:blob|tree)/[\w.-]{1,60}/)((?:\.{0,2}/)?[\w][\w./-]{1,200})"
)
_OWN_PAGES = re.compile(  # what these show is most often built from the folder docs
    r"https?://[\w-]{1,60}\.(?:(?:github|gitlab)\.io|codeberg\.page|readthedocs\.(?:io|org))\b",
    re.IGNORECASE,
)
_OF_A_WEBSITE = re.compile(r"\bwebsite is built (?:using|with) .{0,40}docusaurus", re.IGNORECASE)


_SECRET = re.compile(  # a setting that an outsider cannot fill in with what stands here
    r"\s*(?:export )?[\"']?\w{0,40}(?:API_?KEY|TOKEN|SECRET|CLIENT_ID)\w{0,20}"
    r"[\"']?\s{0,3}[=:]\s{0,3}"
    r"[\"']?(?:<(?!gener)[^>]{2,60}>|\.\.\.|x{3,}\b|your[-_ ]|\[[\w -]{2,40}\])",
    re.IGNORECASE,
)


def candidates(listing: Listing) -> list[Entry]:
    """List the READMEs, the one that a forge shows first."""
    found = [e for e in listing.named(_FILE, deepest=1) if e.folder.lower() in _PLACES]
    return sorted(found, key=_rank)[:MOST]


def read(contents: Contents) -> Evidence[tuple[ReadmeSeen, ...]]:
    """Read the READMEs of the root, ``.github`` and ``docs``."""

    def seen_with_size(entry: Entry, text: Text) -> ReadmeSeen | None:
        if entry.folder and _OF_A_WEBSITE.search(text.content):
            return None  # a generator's text on how to build the pages, not the software
        return seen(entry, text, len(contents.data(entry) or b""), contents.names, contents)

    return gathered(contents, candidates(contents.listing), seen_with_size, LOOKED_FOR)


def title(contents: Contents) -> str:
    """Return the title of the README that a forge shows first, empty where there is none."""
    first = next(iter(candidates(contents.listing)), None)
    text = contents.text(first) if first else None
    if first is None or text is None:
        return ""
    return _title(parse(text.lines[:MOST_BEFORE_TITLE], markup_of(first.name)))


def leads_to(contents: Contents, documents: Iterable[Entry] = ()) -> Callable[[str], bool]:
    """Return what tells whether a README links to a path, or to the folder that holds it.

    A document that a README links to leads on to others.
    """
    texts = [contents.text(entry) for entry in candidates(contents.listing)]
    targets = {target for text in texts if text is not None for target in _targets(text, "")}
    for entry in documents:
        linked = entry.path.lower() in targets
        if linked and (text := contents.text(entry)):
            targets.update(_targets(text, entry.folder.lower()))
    if any(text is not None and _OWN_PAGES.search(text.content) for text in texts):
        targets |= {"docs", "doc"}

    def leads(path: str) -> bool:
        parts = path.lower().split("/")
        return any("/".join(parts[:count]) in targets for count in range(1, len(parts) + 1))

    return leads


def _targets(text: Text, folder: str) -> Iterator[str]:
    """Yield the paths that a text links to, from the root and from its own folder."""
    for line in text.lines:
        for hit in _TARGET.finditer(line):
            yield hit[1].strip("./").lower()
            if folder:
                yield posixpath.normpath(posixpath.join(folder, hit[1].lower()))


def seen(
    entry: Entry, text: Text, size: int, names: str = "", contents: Contents | None = None
) -> ReadmeSeen:
    """Say what one README shows.

    ``size`` is in bytes, ``names`` are those of its packages; links are followed in ``contents``.
    """
    markup = markup_of(entry.name)
    lines = parse(text.lines, markup)
    found = sections.sections(lines)
    status = lifecycle.statement(lines, _title(lines))
    install = next(iter(sections.headed(found, "install")), None)
    planned, lead = roadmap.roadmap(found, lines, contents, entry)
    return ReadmeSeen(
        path=entry.path,
        bytes=size,
        encoding=text.encoding,
        markup=markup,
        language=language(lines),
        features_line=sections.first_line(found, "features"),
        install_line=install[0].heading.number if install else None,
        install_word=install[1] if install else None,
        usage_line=sections.first_line(found, "usage"),
        administration_line=sections.administration_line(found),
        architecture_line=sections.parts_line(found, _parts_of(entry, contents)),
        pieces_line=sections.pieces_line(found) or sections.listed_line(lines),
        provided_line=sections.provided_line(lines),
        operation_line=sections.first_line(found, "operation") or sections.deploy_line(found),
        interface_line=sections.interface_line(found, lines),
        contributing_line=guides.contributing_line(found),
        guide=guides.section(found),
        private_channel_line=security.channel_in_section(found),
        roadmap_line=planned,
        roadmap_lead=lead,
        decides_line=decisions.decides_line(found, lines, whole=False),
        status=status[0] if status else None,
        status_line=status[1] if status else None,
        status_hint=lifecycle.hint(lines),
        **_introduction(lines),
        secret_line=next(
            (li.number for li in lines if li.kind == "code" and _SECRET.match(li.text)), None
        ),
        example_line=sections.example_line(found) or sections.shown_line(lines),
        guide_line=next((li.number for li in lines if _GUIDE.search(li.text)), None),
        configuration_line=sections.first_line(found, "configuration"),
        **commands.first(lines, f"{_title(lines)} {names}"),
        **_licence(lines, found),
        **_promises(lines),
    )


def _parts_of(entry: Entry, contents: Contents | None) -> Callable[[str], bool]:
    """Return what tells whether a line leads to a folder of the tree that has its own README."""
    if contents is None:
        return lambda _: False
    with_text = {
        e.folder.lower() for e in contents.listing.own if e.name.lower().startswith("readme.")
    } - {""}

    def leads(line: str) -> bool:
        found = (hit[1].strip("./").lower() for hit in _TARGET.finditer(line))
        return any(
            posixpath.normpath(posixpath.join(entry.folder.lower(), path)) in with_text
            or path.rpartition("/")[0] in with_text
            for path in found
        )

    return leads


def _rank(entry: Entry) -> tuple[int, int, int, str]:
    order = _MARKUP_ORDER.index(markup_of(entry.name))
    translated = entry.name.count(".") > 1 or "_" in entry.name or "-" in entry.name
    return _PLACES[entry.folder.lower()], int(translated), order, entry.path


def _introduction(lines: list[Line]) -> dict[str, Any]:
    title = _title(lines)
    paragraphs = _paragraphs(lines)
    first = next((p for p in paragraphs if _is_sentence(p[1], title)), None)
    if first is None:
        return {}
    prose = " ".join(text for number, text in paragraphs if number >= first[0])[:INTRODUCTION]
    return {"intro_line": first[0], "audience_word": audience(prose)}


def _paragraphs(lines: list[Line]) -> list[tuple[int, str]]:
    """Join the prose before the first heading that promises something else."""
    paragraphs: list[tuple[int, str]] = []
    previous = "blank"
    title = next((line for line in lines if line.kind == "heading"), None)
    told = open_ended = True  # until a heading promises something else
    for line in lines:
        if line.kind == "heading":
            told = _tells(line.plain, title=line is title, open_ended=open_ended)
            open_ended = told and (line is title or not paragraphs)
        if not told:
            previous = "blank"
            continue
        listed = line.kind == "item" and previous in {"lead", "listed"}
        words = line.plain if _is_prose(line) or listed else ""
        if words and previous != "blank":
            number, text = paragraphs.pop()
            paragraphs.append((number, f"{text} {words}"))
        elif words:
            paragraphs.append((line.number, words))
        previous = _follows(words, paragraphs, listed=listed)
    return paragraphs


def _tells(heading: str, *, title: bool, open_ended: bool) -> bool:
    """Tell whether what stands below a heading says what it is: later on, only where it says so."""
    if not title and _ABOUT.match(heading):
        return not _NOT.search(heading)
    if _ends_introduction(heading, title=title):
        return False
    return title or (open_ended and not _OTHER.search(heading))


def _is_prose(line: Line) -> bool:
    return line.kind == "text" and not _is_menu(line.text)


def _follows(words: str, paragraphs: list[tuple[int, str]], *, listed: bool) -> str:
    if not words:
        return "blank"
    if listed:
        return "listed"
    return "lead" if _LEADS_TO_LIST.match(paragraphs[-1][1]) else "text"


def _ends_introduction(heading: str, *, title: bool) -> bool:
    """Tell whether a heading promises something else; a title does where it is all it says."""
    patterns = (sections.HEADINGS[subject] for subject in _ENDS_INTRODUCTION)
    if _FOR_WHOM.match(heading):
        return False
    if title:
        return bool(_STARTS.match(heading)) or any(p.fullmatch(heading) for p in patterns)
    return any(pattern.search(heading) for pattern in patterns)


def _is_menu(text: str) -> bool:
    """Tell whether a line is nothing but links, as in the bars below a logo."""
    return sum(character.isalpha() for character in plain(_LINKED.sub(" ", text))) < FEWEST_WORD


def _is_sentence(text: str, title: str) -> bool:
    words = text.split()
    letters = sum(character.isalpha() for character in text)
    named_only = text.strip(" .!").lower() == title.strip(" .!").lower()
    return (
        len(words) >= _FEWEST_SENTENCE_WORDS
        and letters >= _FEWEST_LETTERS
        and not named_only
        and not _NO_DESCRIPTION.match(text)
    )


def _title(lines: list[Line]) -> str:
    return next((line.plain for line in lines if line.kind == "heading"), "")


def _licence(lines: list[Line], found: list[Section]) -> dict[str, Any]:
    """Look in sections on the licence, then for sentences that say under which it is released."""
    for section, _ in sections.headed(found, "licence"):
        for line in (section.heading, *section.body[:20]):
            if name := named_licence(line.plain):
                return {"licence": name, "licence_line": line.number}
    for line in lines:
        said = _LICENSED.search(line.plain) if line.kind in {"text", "item"} else None
        if said and (name := named_licence(line.plain[said.end() : said.end() + 80])):
            return {"licence": name, "licence_line": line.number}
    return {}


def _promises(lines: list[Line]) -> dict[str, Any]:
    written = [line for line in lines if line.kind in {"text", "item", "heading"}]
    support = next((hit[1] for line in written if (hit := _SUPPORT.search(line.plain))), None)
    return {
        "contact_only_line": next((li.number for li in written if _CONTACT.search(li.plain)), None),
        "support_until": _day(support),
        "demo_line": next((li.number for li in written if _is_demo(li)), _shown_at(lines)),
    }


def _is_demo(line: Line) -> bool:
    return "|" not in line.text and bool(_DEMO_LINK.search(_CODE_SPAN.sub(" ", line.text)))


def _shown_at(lines: list[Line]) -> int | None:
    """Return a line that leads to examples one can try; the address may stand on the next lines."""
    for index, line in enumerate(lines):
        if line.kind in {"text", "item"} and _SHOWN.search(line.text):
            near = " ".join(below.text for below in lines[index : index + 3])
            if _SHOWN_ADDRESS.search(near):
                return line.number
    return None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
