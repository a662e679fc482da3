"""Where a repository's documentation stands, and each place as paragraphs."""

import re
from collections.abc import Iterator

from harvesters.reading.listing import Entry, Listing
from harvesters.reading.markup import Line, markup_of, parse
from harvesters.reading.mentions.paragraphs import Paragraph, paragraphs
from harvesters.reading.text import Text

LOOKED_FOR = (
    "README*", "docs/", "*.md", "*.rst", "*.adoc", "readme.txt", "publiccode.yml", ".env.example",
)  # fmt: skip
MOST = 60  # documents
MOST_TEMPLATES = 8
LONGEST_ENTRY = 8  # lines of publiccode.yml that belong together
DEEPEST = 2

PUBLICCODE = re.compile(r"publiccode\.ya?ml$", re.IGNORECASE)
README = re.compile(r"readme(?:[._-][\w.-]{0,20})?$", re.IGNORECASE)
_DOCUMENT = re.compile(r".+\.(?:md|markdown|mdx|rst|adoc|asciidoc)$", re.IGNORECASE)
_BELOW_DOCS = re.compile(r"(?:.*/)?(?:docs?|documentation|dokumentation|manual)/", re.IGNORECASE)
_TEXT_BELOW_DOCS = re.compile(r"docs?/.{1,200}\.txt$", re.IGNORECASE)
_OTHERS = re.compile(  # what says nothing of the software itself
    r"(?:.*/)?(?:licen[sc]e|copying|notice|change[-_]?log|changes|history|release[-_]?notes"
    r"|code[-_]of[-_]conduct|contribut\w{2,6}|security|pull_request_template|issue_template"
    r"|authors|maintainers|credits|third[-_]?party\w{0,20}|upgrad(?:e"
    r"|ing))(?:[._-]\w{1,12})?\.\w{2,8}$"
    r"|(?:.*/)?(?:\.[^/]{1,60}|(?:[\w.-]{1,40}[_.-])?tests?(?:[_.-][\w.-]{1,40})?|e2e|cypress|mocks?|__tests__|specs?|fixtures?|__fixtures__"
    r"|examples?|contributing|stories|storybook|changelogs?|releases?|licen[sc]es|templates?|i18n"
    r"|locales?|plugins/[\w.-]{1,80}|themes/[\w.-]{1,80})/",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"install|deploy|config|auth|login|identi|sso|saml|integrat|gdpr|privacy|personuppg|require"
    r"|krav|drift|host|set-?up|admin|guide|architect|arkitektur|getting|overview|about|index",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(
    r"(?:.*/)?(?:[\w.-]{0,30}\.?env|config|settings|appsettings|local\.settings|values"
    r"|application|parameters)(?:[._-][\w.-]{1,30})?"
    r"[._-](?:example|sample|dist|template|tpl|defaults?)(?:\.local)?(?:\.\w{1,8})?$"
    r"|(?:.*/)?\.?env[._-](?:example|sample|dist|template)[\w.-]{0,20}$"
    r"|(?:.*/)?(?:example|sample)s?[._-](?:\.?env|config|settings)[\w.-]{0,40}$",
    re.IGNORECASE,
)
_WEB = re.compile(r"https?://\S+")
_SIGNS = re.compile(r"[_=:/\"'<>{}$;,@-]+")
_SECTION = re.compile(r"([A-Za-z]\w{1,40}):")
_TELLS = frozenset({"description", "dependson", "supports", "it"})  # of publiccode.yml
_DENIED_KEY = re.compile(r":\s*[\"']?(?:no|false|nej|off|0)[\"']?\s*$", re.IGNORECASE)
_NEW_ITEM = re.compile(r"\s*- ")


def candidates(listing: Listing) -> list[Entry]:
    """List the documents, those nearest to the root first, then example configuration."""
    skipped = "readme.html" if "wp-login.php" in listing.by_path else ""  # WordPress' own
    found = [e for e in listing.own if e.path != skipped and _is_document(e)]
    found.sort(key=lambda e: (not README.match(e.name), min(e.depth, 1), not _FIRST.search(e.name)))
    templates = [e for e in listing.own if e.depth <= DEEPEST and _TEMPLATE.match(e.path)]
    return [*listing.named(PUBLICCODE, deepest=0)[:1], *found[:MOST], *templates[:MOST_TEMPLATES]]


def is_template(path: str) -> bool:
    """Tell whether a path is that of an example configuration."""
    return bool(_TEMPLATE.match(path)) and not _DOCUMENT.match(path)


def paragraphs_of(entry: Entry, text: Text) -> Iterator[Paragraph]:
    """Cut one document into paragraphs."""
    if PUBLICCODE.match(entry.path):
        return _of_publiccode(text.lines)
    if is_template(entry.path):
        return _of_template(text.lines)
    return paragraphs(parse(text.lines, markup_of(entry.name)))


def _is_document(entry: Entry) -> bool:
    front = entry.depth == 0 and README.match(entry.name)
    if not (front or _DOCUMENT.match(entry.path) or _TEXT_BELOW_DOCS.match(entry.path)):
        return False
    near = entry.depth <= DEEPEST or _BELOW_DOCS.match(entry.path)
    return bool(near) and not _OTHERS.match(entry.path)


def _of_template(lines: list[str]) -> Iterator[Paragraph]:
    """Yield each line on its own, its signs as spaces: ``SAML_ENTITY_ID=`` is three words."""
    for number, text in enumerate(lines, 1):
        words = _SIGNS.sub(" ", _WEB.sub(" ", text)).strip()
        if words:
            yield Paragraph("template", [Line(number, "text", words)])


def _of_publiccode(lines: list[str]) -> Iterator[Paragraph]:
    """Yield what publiccode.yml describes, depends on and supports, an entry of a list at a time.

    A key that is set to no, as Italy's ``spid: no``, says nothing.
    """
    tells = False
    entry: list[Line] = []
    for number, text in enumerate(lines, 1):
        top = _SECTION.match(text)
        if top:
            tells = top[1].lower() in _TELLS
        if not text.strip() or top or _NEW_ITEM.match(text) or len(entry) >= LONGEST_ENTRY:
            if entry:
                yield Paragraph("text", entry)
            entry = []
        if tells and not top and not _DENIED_KEY.search(text) and text.strip():
            entry.append(Line(number, "text", text))
    if entry:
        yield Paragraph("text", entry)
