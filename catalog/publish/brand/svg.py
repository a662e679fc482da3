"""Reads an SVG that somebody brings: only what is drawn may be in it.

Pages show it as an image, in which nothing runs and nothing is loaded; but whoever opens the file
by itself would run what it holds, in the name of the site.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.parsers import expat


class Fault(NamedTuple):
    """What is wrong with a picture and what to do; ``line`` is the picture's own."""

    message: str
    hint: str
    line: int | None = None


Size = tuple[float, float]

_SVG, _XML = "http://www.w3.org/2000/svg", "http://www.w3.org/XML/1998/namespace"
_DRAWN = frozenset(
    {"svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline",
     "polygon", "text", "tspan", "textPath", "linearGradient", "radialGradient", "stop", "clipPath",
     "mask", "pattern", "marker", "filter", "title", "desc", "metadata", "style", "image", "switch"}
)  # fmt: skip
_INERT = (  # notes of drawing programs and on the work, which no browser acts on
    "http://www.inkscape.org/", "http://sodipodi.sourceforge.net/", "http://www.serif.com/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://creativecommons.org/", "http://purl.org/",
    "http://ns.adobe.com/", "http://www.bohemiancoding.com/",
)  # fmt: skip
_PLAIN = "save it as plain SVG in a drawing program, or as PNG"
_HERE = re.compile(r"\s*(#|data:image/(png|jpeg|gif|webp);base64,)", re.IGNORECASE)
_AWAY = re.compile(r"url\(\s*[\"']?\s*(?!#)[^\s\"'#)]|@import|//|\\|javascript:", re.IGNORECASE)
_TOKEN = re.compile(r"[\s,]+")
_FAR = 1e6  # no drawing is as large


def examine(content: bytes) -> Size | Fault:
    """Return the size of a drawing that is harmless, by its viewBox."""
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place only
    except expat.ExpatError as error:
        return Fault("this is no SVG that can be read", _PLAIN, error.lineno)
    except (ValueError, LookupError):
        return Fault("the SVG is in an encoding that is not read", "save it as UTF-8", 1)
    except _RefusedError as refused:
        return refused.fault
    return reader.size or Fault("the SVG has no viewBox", _PLAIN, 1)


class _RefusedError(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class _Reader:
    """Listens to expat and stops at the first thing that is not drawn."""

    def __init__(self) -> None:
        self.size: Size | None = None
        self._begun = False
        self._styles = 0
        self._style: list[str] = []
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def _refuse(self, what: str, hint: str = _PLAIN) -> None:
        raise _RefusedError(Fault(f"the SVG {what}", hint, self.parser.CurrentLineNumber))

    def _doctype(self, *_: object) -> None:
        self._refuse("has a document type, which can hold entities", "take away '<!DOCTYPE ...>'")

    def _instruction(self, target: str, _: str) -> None:
        self._refuse(f"has an instruction '<?{target[:40]}'")

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if not self._begun:
            self._root(name, attributes)
        if namespace == _SVG:
            if local not in _DRAWN and not local.startswith("fe"):
                self._refuse(f"holds '<{local[:40]}>', which is not drawn")
        elif not namespace.startswith(_INERT):
            self._refuse(f"holds '<{local[:40]}>', which is no SVG")
        for attribute, value in attributes.items():
            self._attribute(attribute, value)
        if self._styles or (namespace, local) == (_SVG, "style"):
            self._styles += 1

    def _root(self, name: str, attributes: Mapping[str, str]) -> None:
        if name != f"{_SVG} svg":
            self._refuse("does not begin with '<svg xmlns=\"http://www.w3.org/2000/svg\">'")
        self._begun, self.size = True, _size(attributes)

    def _attribute(self, name: str, value: str) -> None:
        namespace, _, local = name.rpartition(" ")
        if local.lower().startswith("on") and not namespace:
            self._refuse(f"runs a script: {local[:40]!r}")
        if local.lower() in {"href", "src"} and not _HERE.match(value):
            self._refuse(f"leads elsewhere: {value[:60]!r}")
        if (namespace, local) == (_XML, "base"):
            self._refuse("leads elsewhere by 'xml:base'")
        if not namespace and local.lower() not in {"href", "src", "d"} and _AWAY.search(value):
            self._refuse(f"leads elsewhere: {value[:60]!r}")

    def _end(self, _: str) -> None:
        if self._styles:
            self._styles -= 1
            if not self._styles and (found := _AWAY.search("".join(self._style))):
                self._refuse(f"has a style that leads elsewhere: {found[0][:40]!r}")

    def _text(self, text: str) -> None:
        if self._styles:
            self._style.append(text)


def _size(attributes: Mapping[str, str]) -> Size | None:
    """Read the viewBox; None where it is none, or has no area."""
    numbers = _numbers(_TOKEN.split(attributes.get("viewBox", "").strip()))
    match numbers:
        case [_, _, width, height] if 0 < width < _FAR and 0 < height < _FAR:
            return width, height
    return None


def _numbers(words: Iterable[str]) -> list[float]:
    try:
        return [float(word) for word in words]
    except ValueError:
        return []
