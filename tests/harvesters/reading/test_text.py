"""Bytes to text."""

import pytest

from harvesters.reading.text import Text, decode


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Text("", "ascii")),
        (b"plain", Text("plain", "ascii")),
        ("återbruk".encode(), Text("återbruk", "utf-8")),
        (b"\xef\xbb\xbf# Titel", Text("# Titel", "utf-8-sig")),
        ("# Titel".encode("utf-16"), Text("# Titel", "utf-16")),
        ("återbruk".encode("latin-1"), Text("återbruk", "iso-8859-1")),
        ("återbru\u00e5".encode()[:-1], Text("återbru", "utf-8")),
    ],
)
def test_decode(data: bytes, expected: Text) -> None:
    """The encoding that fits is found and named; a letter cut at the size cap is dropped."""
    assert expected == decode(data)


def test_lines_break_where_forges_break() -> None:
    """Only CR, LF and CRLF end a line, so line numbers agree with a forge's."""
    assert ["a", "b", "c\u2028d\x0ce", ""] == Text("a\r\nb\rc\u2028d\x0ce\n", "utf-8").lines
