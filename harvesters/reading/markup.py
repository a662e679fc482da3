"""A document as lines that know what they are: heading, code, list item or prose.

One pass for Markdown, reStructuredText, AsciiDoc, HTML and plain text. It is no renderer: it only
has to know a heading from a sentence and a command from a word.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

Markup: TypeAlias = Literal["markdown", "restructuredtext", "asciidoc", "html", "text"]
LineKind: TypeAlias = Literal["heading", "code", "item", "text", "blank"]

_ENDINGS: dict[str, Markup] = {
    "md": "markdown", "markdown": "markdown", "mdown": "markdown", "mkd": "markdown",
    "mdx": "markdown", "rst": "restructuredtext", "adoc": "asciidoc", "asciidoc": "asciidoc",
    "html": "html", "htm": "html",
}  # fmt: skip
_ATX = re.compile(r" {0,3}(#{1,6})(?:\s+|(?=[^\s#!/]))(.*)$")
_ADOC_HEADING = re.compile(r"(={1,6})\s+(.*)$")
_FENCE = re.compile(r"\s{0,12}(?:[-*>]\s+)?(```+|~~~+)")
_ONE_LINE = re.compile(r"\s{0,3}```+\s*([^`]{2,300}?)\s*```+\s*$")  # a fence that closes at once
_RULE = re.compile(r"([=\-~^\"'`#*+])\1{2,}\s*$")
_INDENTED = re.compile(r"(?: {4}|\t)")
_ITEM = re.compile(r"\s{0,12}(?:[-*+•]|\d{1,3}[.)])\s+\S|\s*\|.*\|")
_CODE_DIRECTIVE = re.compile(r"\s*\.\. (?:code|code-block|sourcecode|prompt)::|.*::\s*$")
_HTML_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)(?:</h[1-6]|$)", re.IGNORECASE)
_BOLD_LINE = re.compile(  # nothing but bold words, as many write a heading
    r"\s{0,3}\*\*([^*`]{2,80}?)\*\*:?\s*(?:<br ?/?>)?\s*$"
)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,500}>")
_ANY_TAG = re.compile(r"<[^<>]*>|<[^<>]*$")
_IMAGE_LINK = re.compile(
    r"\[!\[[^\]]*\]\([^)]*\)\s*\](?:\([^)]*\)|\[[^\]]*\])|!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])"
)
_LINK = re.compile(r"\[([^\]\[]*)\](?:\([^)]*\)|\[[^\]]*\])")
_RST_LINK = re.compile(r"`([^`<]*)<[^`>]*>`_{1,2}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_EMPHASIS = re.compile(r"[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}")
_REFERENCE = re.compile(r"\s{0,3}\[[^\]]+\]:\s|\s*\.\. (?:image|figure|\|)|\s*image::?")
_SHOWN_ONLY_TO_MACHINES = re.compile(r"<(script|style|!--)", re.IGNORECASE)


class Line(NamedTuple):
    """A line: its number from 1, what it is, its text as written, and a heading's level."""

    number: int
    kind: LineKind
    text: str
    level: int = 0

    @property
    def plain(self) -> str:
        """The text without markup, images and addresses."""
        return plain(self.text)


def markup_of(name: str) -> Markup:
    """Tell the markup from a file's ending."""
    return _ENDINGS.get(name.rpartition(".")[2].lower(), "text")


def plain(text: str) -> str:
    """Take away markup: images and addresses wholly, links and emphasis down to their words."""
    if _REFERENCE.match(text):
        return ""
    for pattern, kept in (
        (_IMAGE_LINK, " "), (_LINK, r"\1"), (_RST_LINK, r"\1"), (_TAG, " "), (_ADDRESS, " "),
    ):  # fmt: skip
        text = pattern.sub(kept, text)
    return " ".join(_EMPHASIS.sub("", text).split())


def parse(lines: list[str], markup: Markup) -> list[Line]:
    """Tell what each line is."""
    if markup == "html":
        return list(_html(lines))
    return list(_marked(_uncommented(lines), markup))


def _uncommented(lines: list[str]) -> list[str]:
    """Blank out what stands between ``<!--`` and ``-->``, where both are there."""
    last_end = max((i for i, line in enumerate(lines) if "-->" in line), default=-1)
    kept, inside = [], False
    for index, line in enumerate(lines):
        before, opened, rest = ("", "<!--", line) if inside else line.partition("<!--")
        closes = "-->" in rest
        inside = bool(opened) and not closes and index < last_end
        kept.append(f"{before} {rest.partition('-->')[2]}".rstrip() if opened else line)
    return kept


def _marked(lines: list[str], markup: Markup) -> Iterator[Line]:
    fence = ""
    indented_code = False
    previous: LineKind = "blank"
    for number, text in enumerate(lines, 1):
        opened = _fence(text, markup)
        if fence:
            fence = "" if opened.startswith(fence) else fence
            line = Line(number, "blank" if not fence else "code", text)
        elif opened and (alone := _ONE_LINE.match(text)):
            line = Line(number, "code", alone[1])
        elif opened:
            fence = opened
            line = Line(number, "blank", text)
        else:
            under = lines[number] if number < len(lines) else ""
            line = _open_line(number, text, under, markup, previous, indented_code=indented_code)
            indented_code = (
                line.kind == "code"
                or (indented_code and line.kind == "blank")
                or bool(markup == "restructuredtext" and _CODE_DIRECTIVE.match(text))
            )
        previous = line.kind
        yield line


def _open_line(  # noqa: PLR0913 - what a line is depends on its neighbours
    number: int, text: str, under: str, markup: Markup, previous: LineKind, *, indented_code: bool
) -> Line:
    if not text.strip() or _RULE.match(text.strip()):
        return Line(number, "blank", text)
    indented = _INDENTED.match(text) or (markup == "restructuredtext" and text[:2].isspace())
    may_be_code = (markup == "restructuredtext" and indented_code) or (
        markup != "restructuredtext" and (previous == "blank" or indented_code)
    )
    if indented and may_be_code and not (_ITEM.match(text) and not indented_code):
        return Line(number, "code", text)
    if heading := _heading(text, under, markup):
        return Line(number, "heading", heading[1], heading[0])
    return Line(number, "item" if _ITEM.match(text) else "text", text)


def _heading(  # noqa: PLR0911 - one answer a markup
    text: str, under: str, markup: Markup
) -> tuple[int, str] | None:
    if markup == "asciidoc" and (found := _ADOC_HEADING.match(text)):
        return len(found[1]), found[2]
    if markup in {"markdown", "text"} and (found := _ATX.match(text)):
        return len(found[1]), found[2].strip().rstrip("#").strip()
    if markup == "text" and (found := _ADOC_HEADING.match(text)):  # WordPress readme.txt
        return len(found[1]), found[2].strip().rstrip("=").strip()
    rule = _RULE.match(under.strip())
    if rule and not _ITEM.match(text) and len(under.strip()) >= min(len(text.strip()), 3):
        level = {"=": 1, "-": 2}.get(rule[1], 3)
        return (level, text.strip()) if markup != "markdown" or rule[1] in "=-" else None
    if found := _HTML_HEADING.search(text):
        return int(found[1]), plain(found[2])
    if markup == "markdown" and (found := _BOLD_LINE.match(text)):
        return 6, plain(found[1])
    return None


def _fence(text: str, markup: Markup) -> str:
    if markup == "asciidoc":
        return "----" if text.strip() in {"----", "...."} else ""
    found = _FENCE.match(text)
    return found[1][:3] if found else ""


def _html(lines: list[str]) -> Iterator[Line]:
    hidden = ""
    code = False
    for number, text in enumerate(lines, 1):
        lower = text.lower()
        if hidden:
            hidden = "" if hidden in lower else hidden
            yield Line(number, "blank", "")
            continue
        if (opens := _SHOWN_ONLY_TO_MACHINES.search(text)) is not None:
            end = {"!--": "-->"}.get(opens[1].lower(), f"</{opens[1].lower()}")
            hidden = "" if end in lower[opens.start() :] else end
            text = text[: opens.start()]  # noqa: PLW2901 - the rest is not for people
        code = (code or "<pre" in lower) and "</pre" not in lower
        words = " ".join(_ANY_TAG.sub(" ", text).split())
        yield _html_line(number, text, words, code=code or "<pre" in lower)


def _html_line(number: int, text: str, words: str, *, code: bool) -> Line:
    if heading := _HTML_HEADING.search(text):
        return Line(number, "heading", _ANY_TAG.sub("", heading[2]).strip(), int(heading[1]))
    if not words:
        return Line(number, "blank", "")
    if code:
        return Line(number, "code", words)
    return Line(number, "item" if "<li" in text.lower() else "text", words)
