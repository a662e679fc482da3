"""Fits a sanitised README into a page: headings below the page's own, no pictures, tables framed.

It works on what the sanitiser has written, whose form is always the same, tag by tag; the sanitiser
then reads the result once more, so that nothing here has to be believed.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import unquote

FIRST_HEADING = 3  # the section of the page has the one above
_LAST_HEADING = 6
_DEEPEST = 30  # tags in tags; deeper ones are left out, their words are not
PREFIX = "readme-"

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>|([^<]+|<)')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol"})
_SINGLE = frozenset({"br", "hr", "img", "input"})
_MUST_SAY = _HEADINGS | {"a"}
_NOT_IN_SLUGS = re.compile(r"[^\w\- ]")


class Words(NamedTuple):
    """What the page says in its own language inside a README."""

    picture: str
    table: str


class _Open(NamedTuple):
    """A tag that is open: its name as it came, what ends it, where it was written."""

    name: str
    end: str
    at: int


class _Framer:
    """One README on its way through."""

    def __init__(self, leads: Callable[[str], str | None], words: Words, ids: set[str]) -> None:
        self.leads = leads
        self.words = words
        self.ids = ids
        self.out: list[str] = []
        self.open: list[_Open] = []
        self.levels: list[int] = []  # of the headings that the present one lies below
        self.slugs: dict[str, int] = {}
        self.given: set[str] = set()  # what its headings are called in addresses
        self.asked: set[str] = set()  # headings of its own that it leads to

    def framed(self, html: str) -> str:
        for found in _TOKEN.finditer(html):
            end, name, attributes, text = found.groups()
            if text is not None:
                self._text(text)
            elif end:
                self._end(name)
            else:
                given = {k: unescape(v) for k, v in _ATTRIBUTE.findall(attributes or "")}
                self._start(name, given)
        while self.open:
            self._close()
        return "".join(self.out)

    def _text(self, text: str) -> None:
        if text.strip():
            self._itemise()
        self.out.append(text)

    def _itemise(self) -> None:
        """Put what stands in a list and in none of its items into one."""
        if self.open and self.open[-1].name in _LISTS:
            self._write("item", "<li>", "</li>")

    def _start(self, name: str, given: dict[str, str]) -> None:
        if name == "li":
            if self.open and self.open[-1].name == "item":
                self._close()
            if self.open and self.open[-1].name in _LISTS:
                self._write("li", "<li>", "</li>")
            else:
                self._write("li", "", "")
            return
        self._itemise()
        if name in _SINGLE:
            self.out.append(self._single(name, given))
        elif name == "a":
            self._link(given.get("href", ""))
        elif len(self.open) > _DEEPEST:
            self._write(name, "", "")
        elif name in _HEADINGS:
            self._heading(int(name[1]))
        elif name == "table":
            label = escape(self.words.table)
            frame = f'<div class="scroll" role="group" tabindex="0" aria-label="{label}"><table>'
            self._write(name, frame, "</table></div>")
        else:
            self._write(name, f"<{name}>", f"</{name}>")

    def _write(self, name: str, start: str, end: str) -> None:
        self.open.append(_Open(name, end, len(self.out)))
        self.out.append(start)

    def _heading(self, level: int) -> None:
        """Put a heading one below the nearest one above it: no level is left out."""
        while self.levels and self.levels[-1] >= level:
            self.levels.pop()
        self.levels.append(level)
        now = f"h{min(FIRST_HEADING - 1 + len(self.levels), _LAST_HEADING)}"
        self._write(f"h{level}", f"<{now}>", f"</{now}>")

    def _link(self, target: str) -> None:
        href = self._within(target) or self.leads(target) if target else None
        if href:
            self._write("a", f'<a href="{escape(href)}">', "</a>")
        else:
            self._write("a", "", "")

    def _within(self, target: str) -> str | None:
        """Return the address of a heading of the same README, where it has that."""
        if not target.startswith("#"):
            return None
        slug = unquote(target[1:]).lower()
        self.asked.add(slug)
        return f"#{PREFIX}{slug}" if slug in self.ids else None

    def _single(self, name: str, given: dict[str, str]) -> str:
        if name == "img":
            return self._picture(given)
        if name == "input":
            if given.get("type") != "checkbox":
                return ""
            return "☑" if "checked" in given else "☐"
        return f"<{name}>"

    def _picture(self, given: dict[str, str]) -> str:
        """Tell of a picture in words, and lead to it where it is not itself in a link."""
        source = given.get("src", "")
        if not source and not given.get("alt", "").strip():
            return ""
        name = unquote(source.partition("?")[0].rpartition("/")[2]) if "data:" not in source else ""
        said = " ".join((given.get("alt") or name or self.words.picture).split())
        if any(one.name == "a" and one.end for one in self.open):
            return escape(said)
        href = self.leads(source) if source else None
        told = escape(f"{self.words.picture}: {said}" if said != self.words.picture else said)
        return f'<a href="{escape(href)}">{told}</a>' if href else told

    def _end(self, name: str) -> None:
        if self.open and self.open[-1].name == "item" and name != "item":
            self._close()
        if self.open and self.open[-1].name == name:
            self._close()

    def _close(self) -> None:
        one = self.open.pop()
        written = _said(self.out[one.at + 1 :]) if one.name in _MUST_SAY else ""
        if one.name in _MUST_SAY and not written:
            self.out[one.at] = ""
            if one.name in _HEADINGS and one.end:
                self.levels.pop()
            return
        if one.name in _HEADINGS and one.end:
            start = self.out[one.at][:-1]
            self.out[one.at] = f'{start} id="{PREFIX}{self._slug(written)}">'
        if one.name == "th" and one.end and not _said(self.out[one.at + 1 :]):
            self.out[one.at] = "<td>"
            self.out.append("</td>")
            return
        self.out.append(one.end)

    def _slug(self, said: str) -> str:
        slug = slugged(said)
        count = self.slugs.get(slug, -1) + 1
        while (numbered := f"{slug}-{count}" if count else slug) in self.given:
            count += 1
        self.slugs[slug] = count
        self.given.add(numbered)
        return numbered


def framed(html: str, leads: Callable[[str], str | None], words: Words) -> str:
    """Return the README fitted in; ``leads`` makes the addresses of links and pictures whole."""
    first = _Framer(leads, words, set())
    done = first.framed(html)
    if not first.asked & first.given:
        return done
    return _Framer(leads, words, first.given).framed(html)  # it leads to headings further down


def slugged(said: str) -> str:
    """Return what forges call a heading in addresses, as far as it may stand in an ``id``."""
    return _NOT_IN_SLUGS.sub("", said.strip().lower()).replace(" ", "-") or "-"


def _said(written: list[str]) -> str:
    """Return the words of what was written; a picture and a box are words by now."""
    return unescape(re.sub(r"<[^>]*>", "", "".join(written))).strip()
