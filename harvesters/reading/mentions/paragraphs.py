"""A document as paragraphs that know where they stand: in the text, or below a heading apart."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from harvesters.reading.markup import Line, plain
from harvesters.reading.mentions.terms import Zone

LONGEST = 40  # lines of one paragraph; what is longer is cut

_HEAD = r"\W{0,9}(?:\d{1,2}(?:\.\d{1,2}){0,3}\W{0,5})?(?:the |our |about )?"
_HEADINGS: tuple[tuple[Zone, str], ...] = (
    ("history", (
        r"change ?-?log|changes|releases?(?: notes| history)?|what['\u2019]?s new|upgrade notice"
        r"|version(?:s| history)|history|ändringslogg|ändringar|versionshistorik|nyheter|historik"
        r"|endringer|ændringslog|muutokset|note di rilascio"
    )),
    ("legal", (
        r"licen[sc](?:e|es|ing|s|ier\w{2,8})(?: .{0,40})?|copyrights?(?: .{0,40})?|credits?"
        r"|authors?|acknowledge?ments?|attributions?|maintainers?|(?:special )?thanks(?: .{0,40})?"
        r"|tack(?: till)?|upphovs\w{2,20}|lisenss?|licentie|lizenz|licenza|disclaimer"
    )),
    ("work", (
        r"(?:how to )?contribut\w{1,8}(?: .{0,40})?|bidra(?:g|gande)?(?: .{0,40})?|pull requests?"
        r"|cod(?:e|ing) (?:style|standards?|conventions?|of conduct)|commits?(?: .{0,40})?"
        r"|git ?-?flow|branch\w{0,8}(?: .{0,30})?|linting|(?:running |automated |unit |e2e )*tests?"
        r"|testing|tester|testning|reporting(?: .{0,30})|uppförandekod"
        r"|(?:report(?:ing)? )?(?:issues|bugs)|ci(?:/cd)?"
    )),
    ("plans", (
        r"(?:project )?roadmap|to-?do(?:s| list)?|future(?: .{0,30})?|planned(?: .{0,30})?|backlog"
        r"|upcoming(?: .{0,30})?|next steps?|known (?:issues|limitations|bugs)|kommande(?:"
        r" .{0,30})?|färdplan|att göra|ideas"
    )),
    ("needs", (
        r"(?:(?:system|technical|minimum|server|software|hardware|runtime|general|project"
        r"|installation|development|dev|local) ?)*(?:requirements?|pre-?requisites?|needs)"
        r"(?: .{0,30})?|(?:system|tekniska |drift)?krav(?: .{0,30})?|förutsättningar"
        r"|built (?:with|using|on)|(?:tech(?:nology|nical)? ?)stack|technologies(?: used)?"
        r"|byggd med|tekni(?:k|sk) ?stack"
        r"|before you (?:begin|start)|(?:what )?you(?:'ll| will)? need(?: .{0,30})?|det här behövs"
        r"|forutsetninger|forudsætninger|vaatimukset|esivaatimukset|vereisten|benodigdheden"
        r"|voraussetzungen|anforderungen|requisiti(?: .{0,20})?|prérequis|requisits"
    )),
    ("packages", (
        r"(?:(?:npm|composer|python|php|software|external|project|third[- ]party|main|key) )*"
        r"(?:dependenc(?:y|ies)|packages|libraries|plug-?ins)(?: .{0,20})?|beroenden|bibliotek"
        r"|paket"
    )),
)  # fmt: skip
_ZONES = tuple(
    (zone, re.compile(rf"{_HEAD}(?:{words})\W{{0,5}}", re.IGNORECASE)) for zone, words in _HEADINGS
)
_WORD = re.compile(r"[^\W_]+(?:[._+-]{1,3}[^\W_]+)*")
_JOINED = re.compile(r"[._+-]+")
_UNDERSCORE = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
_PACKAGE = re.compile(r"`@?[a-z0-9][a-z0-9.]{0,40}(?:[-/][a-z0-9.]{1,40}){1,8}`")


_STUB = re.compile(
    r"\W*(?:tbw|tbd|to-?do|to be (?:written|done|added)|coming soon)\W*", re.IGNORECASE
)


class Paragraph:
    """Lines that belong together: a wrapped sentence is read whole."""

    def __init__(self, zone: Zone, lines: list[Line]) -> None:
        self.zone = zone
        self.lines = lines

    @cached_property
    def words(self) -> set[str]:
        """Every word in lower case; of a joined one also the parts."""
        found: set[str] = set()
        for line in self.lines:
            for word in _WORD.findall(line.text.lower()):
                found.add(word)
                if not word.isalnum():
                    found.update(_JOINED.split(word))
        return found

    @cached_property
    def text(self) -> str:
        """The words without markup, addresses, and names of packages set as code."""
        return " ".join(self._plain)

    def line_at(self, position: int) -> Line:
        """Return the line that a place in the text stands in."""
        starts, start = [], 0
        for words in self._plain:
            starts.append(start)
            start += len(words) + 1
        return self.lines[bisect_right(starts, position) - 1]

    @cached_property
    def _plain(self) -> list[str]:
        return [plain(_UNDERSCORE.sub(" ", _PACKAGE.sub(" ", line.text))) for line in self.lines]


class _Heading(NamedTuple):
    level: int
    zone: Zone


def paragraphs(lines: list[Line]) -> Iterator[Paragraph]:
    """Cut a parsed document into paragraphs, headings and items, each with its zone."""
    above: list[_Heading] = []
    open_lines: list[Line] = []
    zone: Zone = "text"
    for line, after in zip(lines, _next_written(lines), strict=True):
        if open_lines and (line.kind != "text" or len(open_lines) >= LONGEST):
            yield Paragraph(zone, open_lines)
            open_lines = []
        if line.kind == "heading":
            above = [heading for heading in above if heading.level < line.level]
            zone = _zone(line.plain, above)
            above.append(_Heading(line.level, zone))
            if not _STUB.fullmatch(after):
                yield Paragraph(zone, [line])
        elif line.kind == "code":
            yield Paragraph("code", [line])
        elif line.kind != "blank":
            open_lines.append(line)
    if open_lines:
        yield Paragraph(zone, open_lines)


def _next_written(lines: list[Line]) -> list[str]:
    """Return the words of the next line that has some, for each line."""
    found: list[str] = []
    after = ""
    for line in reversed(lines):
        found.append(after)
        after = line.text if line.kind != "blank" else after
    return found[::-1]


def _zone(heading: str, above: list[_Heading]) -> Zone:
    """Tell the zone below a heading: what stands apart keeps all below it apart."""
    outer = above[-1].zone if above else "text"
    if outer != "text":
        return outer
    return next((zone for zone, words in _ZONES if words.fullmatch(heading)), "text")
