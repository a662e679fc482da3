"""Where a line stands that names a body: logic, comment, label, branding or configuration."""

import re
from collections.abc import Sequence
from functools import cached_property

from catalog.models.facts import HitPlace
from harvesters.reading.generality import files
from harvesters.reading.generality.files import FileKind
from harvesters.reading.text import LONGEST_LINE

_COMMENT = re.compile(
    r"\s*(?://|/\*|\*(?!\w)|<!--|\{#\s|\{\{--|--\s|;\s|%\s|REM\s|\"\"\"|'''"
    r"|#(?!include|define|if|endif|pragma|region|\[|!))"
)
_TRAILING = re.compile(r"(?:^|[^:\"'(=\\])//|\s#\s|\s/\*|<!--|\{#\s|\{\{--")
_OPENING = re.compile(r"(?:^|\s)/\*|<!--|\{\{--|\{#(?=\s)")
_CLOSING = {"/*": "*/", "<!--": "-->", "{{--": "--}}", "{#": "#}"}
_LOOKS = re.compile(
    r"logo(?!n|ut)|favicon|drawable|\.(?:svg|png|ico|jpe?g|webp|woff2?)\b|font-?family|@font-face|\bbrand|colou?r|wordmark",
    re.IGNORECASE,
)
_COLOURED = re.compile(  # as colours are named
    r"[\w-]{0,20}(?:brown|black|white|blue|green|red|gr[ae]y|yellow|orange|purple|pink|primary"
    r"|secondary|accent|sans|serif)\d{0,4}(?![a-z])",
    re.IGNORECASE,
)
_TRANSLATED = re.compile(
    r"(?:\b(?:__|_e|_x|_n|esc_html__|esc_attr__|esc_html_e|gettext|t|trans|i18n)|\$t)\($"
)
_LABELLED = re.compile(
    r"""["']?\b(?:alt|title|label|placeholder|aria-label|description|message|text|heading|caption
    |help(?:text)?|instructions|summary|tooltip|content|headline|ingress|subject|greeting)["']?
    \s{0,3}(?:=>|[:=])\s{0,3}\{?\s{0,2}["'`]?[^"'`]{0,300}$""",
    re.IGNORECASE | re.VERBOSE,
)
_SHOWN = re.compile(
    r"\b(?:placeholder|examples?)[\"']?\s{0,3}(?:=>|[:=])\s{0,3}[{\[]?$", re.IGNORECASE
)
_MAIL_TO = re.compile(r"mailto:[^\s\"'<>]{0,100}$", re.IGNORECASE)
_SHOWN_MAIL = re.compile(
    r"\b(?:text|label|title|children|email|e-?post|contact|kontakt)[\"']?\s{0,3}(?:=>|[:=])\s{0,3}"
    r"\{?[\"'`][\w.+-]{1,60}@[\w.-]{0,60}$",
    re.IGNORECASE,
)
_IN_ELEMENT, _TO_ELEMENT = re.compile(r"(?<!=)>[^<>{}=;]*$"), re.compile(r"[^<>{}=;]*</?\w")
_AFTER_ELEMENT = re.compile(r"</\w{1,20}>[^<>{}=;]*$")
_CODE = re.compile(r"[<>{}()\[\]=;$\\|&/]|::|->|\w\.\w")
_WORD = re.compile(r"[\"'(>*\[]{0,3}[A-Za-zÀ-ÿ][a-zà-ÿ]+(?:[-'][a-zà-ÿ]+)?[\"').,:;!?<*\]]{0,3}")
_KEYWORD = re.compile(
    r"\b(?:private|public|static|final|function|const|let|var|return|class|def|import|else|new|echo"
    r"|void|string|int|extends|implements|export|default|async|await|interface|select|from|where)\b",
    re.IGNORECASE,
)
WORDS = 3  # in one literal: a text for people


class Lines:
    """The lines of one file, and which of them lie inside a comment that began above."""

    def __init__(self, path: str, kind: FileKind, lines: Sequence[str]) -> None:
        self.path = path
        self.kind = kind
        self.lines = lines

    @cached_property
    def inside(self) -> bytearray:
        """Mark each line that begins inside a comment, in one pass."""
        marked = bytearray(len(self.lines))
        closing = ""
        quotes = self.path.endswith(".py")
        above = ""  # the last line that is not empty
        text = False  # a long string that is no docstring
        for at, line in enumerate(self.lines):
            marked[at] = bool(closing) and not text
            last, above = above, line.strip() or above
            if closing:
                closing = "" if closing in line else closing
                continue
            if quotes and line.count('"""') % 2:
                closing, text = '"""', not (line.lstrip().startswith('"""') and _begins(last))
            elif opened := list(_OPENING.finditer(line[:LONGEST_LINE]))[-1:]:
                ends = _CLOSING[opened[0][0].strip()]
                closing = "" if ends in line[opened[0].end() :] else ends
        return marked

    def place(self, at: int, start: int) -> HitPlace:
        """Tell where a word stands; ``at`` is the index of its line, ``start`` its place in it."""
        line = self.lines[at][:LONGEST_LINE]
        if self.kind == "style" or files.is_branding(self.path):
            return "branding"
        if self.inside[at] or _COMMENT.match(line) or _TRAILING.search(line[:start]):
            return "comment"
        if _LOOKS.search(line[max(0, start - 60) : start + 80]) or _COLOURED.match(line, start):
            return "branding"
        if self.kind == "configuration" or files.is_configuring(self.path):
            return "configuration"
        return "label" if _is_label(self.kind, line, start) else "logic"


def _begins(above: str) -> bool:
    """Tell whether a long string after a line is a documenting one, by Python's rule."""
    return not above or above.endswith(":") or above.startswith("#")


def _is_label(kind: FileKind, line: str, start: int) -> bool:
    """Tell whether it stands in a text for people."""
    if _IN_ELEMENT.search(line[:start]) and _TO_ELEMENT.match(line[start:]):
        return True
    if _AFTER_ELEMENT.search(line[:start]):
        return True
    if _MAIL_TO.search(line[:start]) or _SHOWN_MAIL.search(line[:start]):
        return True  # whom to write to
    literal = _literal(line, start)
    if literal is not None:
        before, text = literal
        named = "/" not in text and "." not in text.strip(". ") and "@" not in text
        return (
            _words(text) >= WORDS
            or _SHOWN.search(before) is not None
            or (named and bool(_TRANSLATED.search(before) or _LABELLED.search(before)))
        )
    return _is_prose(line, start) or (kind == "markup" and _is_text_node(line, start))


def _is_prose(line: str, start: int) -> bool:
    """Tell whether a stretch without signs of program code has words enough for a sentence."""
    stretch = _CODE.split(line[:start])[-1] + _CODE.split(line[start:], maxsplit=1)[0]
    return _words(stretch) > WORDS and _KEYWORD.search(stretch) is None


def _words(text: str) -> int:
    """Count what people write between spaces: letters, and the marks of a sentence."""
    return sum(_WORD.fullmatch(token) is not None for token in text.split())


def _literal(line: str, start: int) -> tuple[str, str] | None:
    """Return what stands before a literal around a place, and the literal."""
    opened: tuple[int, str] | None = None
    skip = False
    for place, letter in enumerate(line):
        if skip:
            skip = False
        elif letter == "\\":
            skip = True
        elif opened is None and letter in "\"'`":
            if place > start:
                return None
            opened = place, letter
        elif opened is not None and letter == opened[1]:
            if place > start:
                return line[: opened[0]], line[opened[0] + 1 : place]
            opened = None
    return (line[: opened[0]], line[opened[0] + 1 :]) if opened else None


def _is_text_node(line: str, start: int) -> bool:
    """Tell whether a place of markup is text: outside every tag and every expression."""
    before = line[:start]
    in_tag = before.rfind("<") > before.rfind(">")
    in_expression = before.rfind("{{") > before.rfind("}}") or before.rfind("{%") > before.rfind(
        "%}"
    )
    return not in_tag and not in_expression and "<?" not in before
