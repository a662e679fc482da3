"""Pictures of a body: a logo or an icon, read from the catalogue's folder and not trusted."""

import zlib
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from catalog.publish.brand.svg import Fault, examine

MAX_BYTES = 100 * 1024  # of all that the start page may weigh, one picture is not more
MAX_SIDE = 4000  # pixels of a PNG: decoded, it takes 64 MB
_PNG = b"\x89PNG\r\n\x1a\n"


class Asset(NamedTuple):
    """A file of the site; its name tells its content, so that no browser keeps an old one."""

    name: str
    content: bytes

    def __repr__(self) -> str:
        """Leave the content out: the name stands for it."""
        return f"Asset({self.name!r})"


@dataclass(frozen=True)
class Image:
    """A picture and the size it has by itself, of which only the proportions matter."""

    asset: Asset
    width: float = field(compare=False)
    height: float = field(compare=False)

    @property
    def type(self) -> str:
        """The media type."""
        return "image/svg+xml" if self.asset.name.endswith(".svg") else "image/png"


def asset(stem: str, suffix: str, content: bytes) -> Asset:
    """Name a file after its content."""
    made = blake2b(content, digest_size=5).hexdigest()
    return Asset(f"assets/{stem}-{made}{suffix}", content)


def read_image(folder: Path, name: str, stem: str) -> Image | Fault:
    """Read the picture ``name`` of a catalogue, to be published as ``stem``."""
    suffix = Path(name).suffix.lower()
    if suffix not in {".svg", ".png"}:
        return Fault(f"{name!r} is neither SVG nor PNG", "save the picture as .svg or .png")
    content = _content(folder, name)
    if isinstance(content, Fault):
        return content
    found = examine(content) if suffix == ".svg" else _png(content)
    return found if isinstance(found, Fault) else Image(asset(stem, suffix, content), *found)


def _content(folder: Path, name: str) -> bytes | Fault:
    """Read a file of the catalogue that is not too large."""
    hint = "write its path from the catalogue's folder"
    try:
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()):
            return Fault(f"{name!r} lies outside the catalogue", "copy the file into its folder")
        if path.exists() and not path.is_file():
            return Fault(f"{name!r} is no file", "name the picture itself")
        if path.stat().st_size > MAX_BYTES:
            message = f"{name!r} is larger than {MAX_BYTES // 1024} KiB"
            return Fault(message, "every page loads it: save a simpler or smaller picture")
        return path.read_bytes()
    except (ValueError, RuntimeError):  # a null character, links in a circle
        return Fault(f"{name!r} is no path", hint)
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        return Fault(f"{name!r} cannot be read: {reason}", hint)


def _png(content: bytes) -> tuple[float, float] | Fault:
    """Return the size of a PNG that is whole, with nothing after its end."""
    hint = "save the picture as PNG once more"
    if not content.startswith(_PNG):
        return Fault("this is no PNG, whatever its name says", hint)
    kinds, place = [], len(_PNG)
    while place < len(content):
        length = int.from_bytes(content[place : place + 4], "big")
        body, end = content[place + 4 : place + 8 + length], place + 12 + length
        if int.from_bytes(content[end - 4 : end], "big") != zlib.crc32(body) or end > len(content):
            return Fault("the PNG is not whole", hint)
        kinds.append(body[:4])
        place = end
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or kinds.count(b"IEND") != 1:
        return Fault("the PNG is not whole", hint)
    width, height = (int.from_bytes(content[n : n + 4], "big") for n in (16, 20))
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        return Fault(f"the PNG is {width} x {height} pixels", f"save at most {MAX_SIDE} a side")
    return float(width), float(height)
