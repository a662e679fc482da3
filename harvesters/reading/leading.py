"""Where a link of a document leads: to a place in the tree, out of it, or nowhere."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from catalog.models.address import key_of
from catalog.models.facts import Lead
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Entry
from harvesters.reading.markup import Line, markup_of, parse

_SHOWN = re.compile(r"/(?:-/)?(?:blob|tree|src/branch|raw)/[^/]{1,100}/(.{1,400})$")
_NAMED = re.compile(r"""(?:id|name)=["']([^"']{1,100})["']""")


def leads(address: str, contents: Contents, entry: Entry, own: str | None = None) -> Lead:
    """Tell whether a link leads to something in the tree, and to a heading that is there.

    ``own`` is the repository's address where it is known: what stands below it is in the tree.
    """
    target = _inside(address, entry, own)
    if target is None:
        return "elsewhere"
    path, fragment = target
    there = contents.listing.by_path.get(path) if path else None
    folder = any(one.path.startswith(f"{path}/") for one in contents.listing.own) if path else False
    if there is None:
        return "here" if folder and not fragment else "nowhere"
    if not fragment:
        return "here"
    text = contents.text(there)
    if text is None:
        return "elsewhere"  # not among what was brought
    anchors = set(_anchors(parse(text.lines, markup_of(there.name)), text.lines))
    return "here" if fragment.lower() in anchors else "nowhere"


def _inside(address: str, entry: Entry, own: str | None) -> tuple[str, str] | None:
    """Return path and fragment of a link into the tree; None where it leads elsewhere."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    path, fragment = unquote(parts.path), unquote(parts.fragment)
    if parts.scheme or parts.netloc:
        steps = _below(address.partition("#")[0].partition("?")[0], own)
        return (unquote(steps), fragment) if steps else None
    if not path:
        return entry.path, fragment
    if path.startswith("/"):
        return path.strip("/"), fragment
    folder = entry.folder.split("/") if entry.folder else []
    for step in path.split("/"):
        if step == "..":
            folder = folder[:-1]
        elif step not in {"", "."}:
            folder.append(step)
    return "/".join(folder), fragment


def _below(address: str, own: str | None) -> str | None:
    """Return the path of a file that a forge shows at an address of its own repository."""
    if own is None or not key_of(address).startswith(f"{key_of(own)}/"):
        return None
    shown = _SHOWN.search(address)
    return shown[1] if shown else None


def _anchors(lines: Iterable[Line], texts: Iterable[str]) -> Iterator[str]:
    """Yield what forges name headings by, and what the text itself names so."""
    seen: dict[str, int] = {}
    for line in lines:
        if line.kind == "heading":
            slug = re.sub(r"[^\w\- ]", "", line.plain.lower()).strip().replace(" ", "-")
            times = seen.get(slug, 0)
            seen[slug] = times + 1
            yield f"{slug}-{times}" if times else slug
    for text in texts:
        for found in _NAMED.finditer(text):
            yield found[1].lower()
