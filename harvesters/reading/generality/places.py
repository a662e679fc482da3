"""Where in a file a line stands that names a body: logic, comment, label, branding, configuration."""

import re
from collections.abc import Sequence
from functools import cached_property

from catalog.models.facts import HitPlace
from harvesters.reading.generality import files
from harvesters.reading.generality.files import FileKind
from harvesters.reading.text import LONGEST_LINE

_COMMENT = re.compile(
    r"\s*(?://|/\*|\*(?!\w)|<!--|\{#|\{\{--|--\s|;\s|%\s|REM\s|\"\"\"|'''"
    r"|#(?!include|define|if|endif|pragma|region|\[|!))"
)
_TRAILING = re.compile(r"(?:^|[^:\"'(=\\])//|\s#\s|\s/\*|<!--|\{#|\{\{--")
_OPENING = re.compile(r"(?:^|\s)/\*|<!--|\{\{--|\{#")
_CLOSING = {"/*": "*/", "<!--": "-->", "{{--": "--}}", "{#": "#}"}
_LOOKS = re.compile(r"logo(?!n|ut)|favicon|font-?family|@font-face|\bbrand|colou?r|wordmark", re.I)
_TRANSLATED = re.compile(
    r"(?:\b(?:__|_e|_x|_n|esc_html__|esc_attr__|esc_html_e|gettext|t|trans|i18n)|\$t)\($"
)
_LABELLED = re.compile(
    r"""["']?\b(?:alt|title|label|placeholder|aria-label|description|message|text|heading|caption
    |help(?:text)?|instructions|summary|tooltip|content|headline|ingress|subject|greeting)["']?
    \s{0,3}(?:=>|[:=])\s{0,3}\{?\s{0,2}["'`]?[^"'`]{0,300}$""",
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
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
        for at, line in enumerate(self.lines):
            marked[at] = bool(closing)
            if closing:
                closing = "" if closing in line else closing
                continue
            if quotes and line.count('"""') % 2:
                closing = '"""'
            elif opened := [m for m in _OPENING.finditer(line[:LONGEST_LINE])][-1:]:
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
        if _LOOKS.search(line[max(0, start - 60) : start + 80]):
            return "branding"
        if self.kind == "configuration" or files.is_configuring(self.path):
            return "configuration"
        return "label" if _is_label(self.kind, line, start) else "logic"


def _is_label(kind: FileKind, line: str, start: int) -> bool:
    literal = _literal(line, start)
    if literal is not None:
        before, text = literal
        if "://" in text and " " not in text.strip():
            return False
        several = len(_WORD.findall(text)) >= WORDS and " " in text.strip()
        named = "/" not in text and "." not in text.strip(". ") and "@" not in text
        return several or (named and bool(_TRANSLATED.search(before) or _LABELLED.search(before)))
    return kind == "markup" and _is_text_node(line, start)


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
