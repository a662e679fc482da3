"""Bytes to text: encodings as people really use them, and lines numbered as forges number them."""

import codecs
import re
from typing import NamedTuple

LONGEST_LINE = 1000  # what stands further right is layout or data; keeps every pattern linear
MOST_LINES = 10_000

_NEWLINE = re.compile(r"\r\n|\r|\n")  # not str.splitlines: forges do not break at U+2028 or FF
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Text(NamedTuple):
    """Decoded content and the name of the encoding that fitted."""

    content: str
    encoding: str

    @property
    def lines(self) -> list[str]:
        """The first ten thousand lines, each cut at a length that no sentence reaches."""
        lines = _NEWLINE.split(self.content, maxsplit=MOST_LINES)[:MOST_LINES]
        return [line[:LONGEST_LINE] for line in lines]


def decode(data: bytes) -> Text:
    """Decode by byte order mark, then ASCII, UTF-8, and Latin-1, which always fits."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Text(data.decode(encoding, "replace").replace("\0", " "), encoding)
    data = data.replace(b"\0", b" ")
    if data.isascii():
        return Text(data.decode("ascii"), "ascii")
    try:
        return Text(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return Text(data[: error.start].decode("utf-8"), "utf-8")  # cut at the size cap
    return Text(data.decode("latin-1"), "iso-8859-1")
