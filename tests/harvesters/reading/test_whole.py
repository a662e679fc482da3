"""READMEs as they are kept: whole, in UTF-8, without what leads to a person."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalog.store.snapshot import README_CUT
from harvesters.reading import whole
from harvesters.reading.contents import Contents

Plant: TypeAlias = Callable[..., Contents]


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        (b"# Kod\r\n\r\nText\r", "# Kod\n\nText\n"),
        ("# Öppen kod".encode(), "# Öppen kod\n"),
        (b"\xef\xbb\xbf# Kod", "# Kod\n"),
        ("# Öppen".encode("latin-1"), "# Öppen\n"),
        ("# Öppen".encode("utf-16"), "# Öppen\n"),
        (b"a\0b", "a b\n"),
        (b"", "\n"),
    ],
)
def test_any_encoding_becomes_utf8(plant: Plant, data: bytes, kept: str) -> None:
    """Lines end as ours do, and the text ends with a new line."""
    assert kept == whole.readme(plant({"README.md": data}))


@pytest.mark.parametrize("name", ["README.rst", "README.adoc", "README.txt", "README", "LICENSE"])
def test_only_markdown_is_kept(plant: Plant, name: str) -> None:
    """Other markup is led to."""
    assert whole.readme(plant({name: b"text"})) is None


def test_what_is_too_long_is_cut_and_says_so(plant: Plant) -> None:
    """At the end of a line, within the bound; also where one line is all there is."""
    many = whole.readme(plant({"README.md": "ö rad\n".encode() * 200_000})) or ""
    assert many.endswith(f"ö rad\n\n{README_CUT}")
    one = whole.readme(plant({"README.md": "ö".encode() * 3_000_000})) or ""
    assert one.endswith(f"ö\n\n{README_CUT}")
    assert max(len(text.encode()) for text in (many, one)) <= whole.LARGEST


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Fråga anna.exempel@kommun.example.", "Fråga …@kommun.example."),
        ("<mailto:anna@kommun.example>", "<mailto:…@kommun.example>"),
        ("anna&#64;kommun.example", "…@kommun.example"),
        ("anna.exempel (at) kommun (dot) example", "…@kommun (dot) example"),
        ("anna [snabel-a] kommun.example", "…@kommun.example"),
        ("support@gmail.com", "…@gmail.com"),
        ("postgres://anna:hemligt@db.example", "postgres://anna:…@db.example"),
        ("Ring 070-123 45 67 nu", "Ring … nu"),
        ("Ring +46 (0)70 123 45 67.", "Ring …."),
        ("0046701234567", "…"),
        ("(08) 123 456 78", "…"),
        ("[ring](tel:+46701234567)", "[ring](tel:…)"),
    ],
)  # fmt: skip
def test_what_leads_to_a_person_is_masked(text: str, kept: str) -> None:
    """Addresses and numbers, also those that are written to hide them from machines."""
    assert kept == whole.masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "kontakt@kommun.example", "it-support@kommun.example", "git clone git@github.com:a/b.git",
        "npm i paket@1.2.3", "uses: actions/checkout@v4", "@scope/paket", "2026-01-02 10:00",
        "01-02-2026", "212000-1157", "http://127.0.0.1:8080", "v10.20.30", "sha 0123abcd4567",
        "05.10.2024",
    ],
)  # fmt: skip
def test_what_leads_to_a_function_or_a_thing_stays(text: str) -> None:
    """Role mailboxes, addresses for git, versions, dates and numbers of bodies."""
    assert text == whole.masked(text)


@example("", "oss.aason", "")
@given(
    st.text(), st.from_regex(r"[a-z]{2,9}\.[a-z]{2,9}son", fullmatch=True), st.text(alphabet=" ,<")
)
def test_no_address_of_a_person_survives(before: str, local: str, after: str) -> None:
    """Whatever stands around it."""
    text = f"{before} {local}@kommun.example {after}"
    assert f"{local}@" not in whole.masked(text)
