"""Pictures that a body brings: what is drawn is taken, what could run or lead away is not."""

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.publish.brand.images import MAX_BYTES, Image, read_image
from catalog.publish.brand.svg import Fault, examine

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
DRAWN = f"{SVG} viewBox='0 0 30 10'>%s</svg>"


def png(width: int = 3, height: int = 1) -> bytes:
    """Make a small picture."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        code = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", code)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\0" * 3) * 1)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "inside",
    [
        '<g fill="url(#a)"><path d="M0 0h3"/></g>',
        '<defs><style>.a{fill:url( "#b" )}</style></defs><use xlink:href="#c"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
        '<n:namedview xmlns:n="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" n:on="1"/>',
        '<filter id="f"><feGaussianBlur stdDeviation="1"/></filter><title>Å</title>',
    ],
)
def test_what_is_drawn_is_taken(inside: str) -> None:
    """With its size, which is the viewBox's."""
    assert (30.0, 10.0) == examine((DRAWN % inside).encode())


HOSTILE = {
    "script": "<script>alert(1)</script>",
    "another script": '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
    "handler": '<path d="" onload="alert(1)"/>',
    "handler in capitals": '<path d="" ONCLICK="alert(1)"/>',
    "html": "<foreignObject/>",
    "link": '<a href="#x"/>',
    "animated": '<animate attributeName="href" to="javascript:alert(1)"/>',
    "picture elsewhere": '<image href="https://evil.example/x.png"/>',
    "drawing elsewhere": '<use xlink:href="other.svg#a"/>',
    "drawing inside": '<image href="data:image/svg+xml;base64,AAAA"/>',
    "javascript": '<use href="javascript:alert(1)"/>',
    "base": '<g xml:base="https://evil.example/"/>',
    "paint elsewhere": '<path d="" fill="url(https://evil.example/#a)"/>',
    "style elsewhere": "<style>@import 'x.css';</style>",
    "font elsewhere": "<style>@font-face{src:url(data:font/woff2;base64,AA)}</style>",
    "style escaped": "<style>*{fill:u\\72l(x)}</style>",
    "style in parts": "<style>*{fill:ur<title/>l(</style><style>//evil.example)}</style>",
    "unknown namespace": '<x xmlns="https://evil.example/ns"/>',
    "no namespace": '<x xmlns=""/>',
    "instruction": "<?xml-stylesheet href='https://evil.example/x.css'?>",
    "entity": "&lol;",
    "unclosed": "<g>",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_could_run_or_lead_away_is_refused(case: str) -> None:
    """With the line where it stands."""
    found = examine((DRAWN % f"\n{HOSTILE[case]}").encode())
    assert isinstance(found, Fault)
    assert found.line == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff",
        b"<html><svg/></html>",
        b'<svg viewBox="0 0 1 1"/>',
        f"{SVG}/>".encode(),
        b'<?xml version="1.0" encoding="shift_jis"?><svg/>',
        b'<?xml version="1.0" encoding="nothing"?><svg/>',
        f"{SVG} viewBox='0 0 0 5'/>".encode(),
        f"{SVG} viewBox='0 0 nan 5'/>".encode(),
        f"{SVG} viewBox='0 0 1e400 5'/>".encode(),
        f"{SVG} viewBox='a b c d'/>".encode(),
        f'<!DOCTYPE svg [<!ENTITY a "{"b" * 99}">]>{SVG} viewBox="0 0 1 1">&a;</svg>'.encode(),
    ],
)
def test_what_is_no_drawing_is_refused(content: bytes) -> None:
    """Or has no size, or could grow when it is read."""
    assert isinstance(examine(content), Fault)


PARTS = st.lists(st.sampled_from([*HOSTILE.values(), "</g>", "<g>", "]]>", "\0", "\ud800"]))


@settings(deadline=None)
@given(st.binary() | PARTS.map(lambda parts: (DRAWN % "".join(parts)).encode("utf-8", "replace")))
def test_no_bytes_are_too_much(content: bytes) -> None:
    """Whatever they are, they are a drawing or a fault, and never a stack trace."""
    found = examine(content)
    assert isinstance(found, Fault) or found == (30.0, 10.0)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.gif", b"GIF89a", "neither SVG nor PNG"),
        ("a.png", b"<svg/>", "no PNG"),
        ("a.png", png()[:-5], "not whole"),
        ("a.png", png() + b"<script>", "not whole"),
        ("a.png", png(9000), "9000 x 1 pixels"),
        ("a.png", b"0" * (MAX_BYTES + 1), "larger than 100 KiB"),
        ("../a.svg", b"", "outside"),
        ("a\0.svg", None, "no path"),
        ("lost.svg", None, "cannot be read"),
        (".", None, "neither"),
        ("folder.svg", None, "no file"),
    ],
)
def test_a_file_that_cannot_be_used(
    tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    """Says so in a sentence."""
    (tmp_path / "catalogue/folder.svg").mkdir(parents=True)
    if content is not None:
        (tmp_path / "catalogue" / name).write_bytes(content)
    found = read_image(tmp_path / "catalogue", name, "logo")
    assert isinstance(found, Fault)
    assert told in found.message


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    """Whatever it is called."""
    (tmp_path / "secret.png").write_bytes(png())
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue/logo.png").symlink_to(tmp_path / "secret.png")
    found = read_image(tmp_path / "catalogue", "logo.png", "logo")
    assert isinstance(found, Fault)


def test_a_picture_is_named_after_its_content(tmp_path: Path) -> None:
    """So that no browser keeps the old one; the same content has the same name."""
    names = []
    for width in (3, 4, 3):
        (tmp_path / "a.PNG").write_bytes(png(width))
        found = read_image(tmp_path, "a.PNG", "logo")
        assert isinstance(found, Image)
        assert ("image/png", width, 1) == (found.type, found.width, found.height)
        names.append(found.asset.name)
    assert names[0] == names[2] != names[1]
