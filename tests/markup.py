"""Built pages read strictly: what is wrong in each by itself, and which links lead nowhere."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from html5lib.html5parser import ParseError

REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers",
              "aria-details", "aria-errormessage", "aria-flowto", "list", "form")  # fmt: skip
ADDRESSES = ("href", "src", "action", "data-columns", "data-rest", "data-projects")
CONTROLS = ("select", "textarea", "input")
INSIDE = {"li": ("ul", "ol", "menu"), "dt": ("dl", "div"), "dd": ("dl", "div"),
          "figcaption": ("figure",), "legend": ("fieldset",), "summary": ("details",),
          "caption": ("table",), "source": ("picture", "video", "audio")}  # fmt: skip


class Read(NamedTuple):
    """A page as it was read: what is wrong, its ids, and the addresses inside the site."""

    faults: tuple[str, ...]
    ids: frozenset[str]
    addresses: frozenset[str]


def faults_of(output: Path) -> dict[str, list[str]]:
    """Return what is wrong in each page below a folder, links that lead nowhere among it."""
    pages = {path.relative_to(output).as_posix(): read(path) for path in output.rglob("*.html")}
    told = {
        name: [*page.faults, *(f"{a} leads nowhere" for a in _lost(name, page, pages, output))]
        for name, page in pages.items()
    }
    return {name: faults for name, faults in sorted(told.items()) if faults}


def read(path: Path) -> Read:
    """Read a page strictly."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    try:
        tree = parser.parse(path.read_text(encoding="utf-8"))
    except ParseError as error:
        line, column = parser.tokenizer.stream.position()
        return Read((f"line {line}, column {column}: {error}",), frozenset(), frozenset())
    for template in tree.iter("template"):
        template.clear()  # scripts fill copies of it
    ids = [found for e in tree.iter() if (found := e.get("id")) is not None]
    found = {v for e in tree.iter() for key in ADDRESSES if (v := e.get(key)) is not None}
    inside = frozenset(a for a in found if not urlsplit(a).scheme and not a.startswith("//"))
    return Read(tuple(_faults(tree, ids)), frozenset(ids), inside)


def _faults(tree: Element, ids: list[str]) -> Iterator[str]:
    yield from (f"id {one!r} stands {n} times" for one, n in Counter(ids).items() if n > 1)
    yield from (f"id {one!r} is no word" for one in ids if not one or re.search(r"\s", one))
    if not tree.get("lang"):
        yield "the page has no language"
    for tag in ("title", "h1", "main"):
        found = [_words(e) for e in tree.iter(tag)]
        if len(found) != 1 or not found[0]:
            yield f"{len(found)} {tag}, or an empty one"
    yield from _headings(tree)
    yield from _references(tree, set(ids))
    yield from _names(tree, "".join(_labelled(tree)))
    yield from _captions(tree)
    yield from _structure(tree)


def _headings(tree: Element) -> Iterator[str]:
    """Tell where a heading is more than one level below the one before it, or is empty."""
    above = 0
    for element in tree.iter():
        if isinstance(element.tag, str) and re.fullmatch("h[1-6]", element.tag):
            level = int(element.tag[1])
            if level > above + 1:
                yield f"{element.tag} {_words(element)!r} after h{above}"
            if not _words(element):
                yield f"an empty {element.tag}"
            above = level


def _references(tree: Element, ids: set[str]) -> Iterator[str]:
    for element in tree.iter():
        for key in REFERENCES:
            yield from (
                f"{key} {one!r} is no id" for one in _tokens(element, key) if one not in ids
            )
        one = element.get("for")
        if one is not None and one not in ids:
            yield f"for {one!r} is no id"


def _labelled(tree: Element) -> Iterator[str]:
    """Give the ids of what has a label, each between spaces."""
    yield from (f" {label.get('for')} " for label in tree.iter("label") if label.get("for"))
    for number, label in enumerate(tree.iter("label")):
        for control in (e for e in label.iter() if e.tag in CONTROLS and not e.get("id")):
            control.set("id", f"in-label-{number}")
            yield f" in-label-{number} "


def _names(tree: Element, labelled: str) -> Iterator[str]:
    """Tell what has no name for who cannot see it."""
    for element in tree.iter():
        named = element.get("aria-label") or element.get("aria-labelledby")
        is_control = element.tag in CONTROLS and element.get("type") not in ("hidden", "submit")
        if is_control and not named and f" {element.get('id')} " not in labelled:
            yield f"a control without a label: {element.attrib}"
        if element.tag in ("a", "button", "summary") and not (named or _words(element)):
            in_row = element.tag == "a" and element.get("href") is None  # a script fills it
            yield from () if in_row else (f"an empty {element.tag}: {element.attrib}",)
        if element.get("type") == "checkbox" and element.get("autocomplete"):
            yield "autocomplete on a checkbox"
        if element.tag == "img" and element.get("alt") is None:
            yield f"a picture without alt: {element.get('src')}"


def _captions(tree: Element) -> Iterator[str]:
    """Tell which of our tables has no caption; Markdown of a README cannot give one."""
    readmes = [e for e in tree.iter() if "readme" in _tokens(e, "class")]
    others = {table for readme in readmes for table in readme.iter("table")}
    for table in (one for one in tree.iter("table") if one not in others):
        if (caption := table.find("caption")) is None or not _words(caption):
            yield "a table without a caption"


def _structure(tree: Element) -> Iterator[str]:
    for parent in tree.iter():
        for child in parent:
            allowed = INSIDE.get(child.tag) if isinstance(child.tag, str) else None
            if allowed and parent.tag not in allowed:
                yield f"{child.tag} in {parent.tag}"
            if parent.tag in ("ul", "ol") and child.tag not in ("li", "script", "template"):
                yield f"{child.tag} in {parent.tag}"
        if parent.tag in ("a", "button", "label"):
            inner = [e.tag for e in parent.iter() if e is not parent]
            yield from (f"{t} in {parent.tag}" for t in inner if t in ("a", "button", parent.tag))


def _words(element: Element) -> str:
    pictures = (e.get("alt") or e.get("aria-label") or "" for e in element.iter())
    return " ".join(("".join(element.itertext()) + "".join(pictures)).split())


def _tokens(element: Element, key: str) -> Iterable[str]:
    return (element.get(key) or "").split()


def _lost(name: str, page: Read, pages: dict[str, Read], output: Path) -> Iterator[str]:
    for address in sorted(page.addresses):
        target, _, anchor = _inside(name, address).partition("#")
        target += "index.html" if target.endswith("/") or not target else ""
        is_there = target in pages or (output / target).exists()
        at_anchor = not anchor or target not in pages or anchor in pages[target].ids
        if not is_there or not at_anchor:
            yield address


def _inside(page: str, address: str) -> str:
    joined = urljoin(f"https://site/{page}", address).removeprefix("https://site/")
    return unquote(re.sub(r"\?[^#]*", "", joined))  # what is asked for is no other page
