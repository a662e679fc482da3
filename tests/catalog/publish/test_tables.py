"""Tables as files: read back as they were, in the way the language's spreadsheets read."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.curated import Language
from catalog.publish.tables import table

words = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), min_size=1)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("sv", '\ufeffDag;Antal\r\n"a;b";1\r\n'), ("en", "\ufeffDag,Antal\r\na;b,1\r\n")],
)  # fmt: skip
def test_each_language_has_its_separator(language: Language, expected: str) -> None:
    """Byte order mark, CRLF, and quoting only where it is needed."""
    assert expected == table([("Dag", "Antal"), ("a;b", 1)], language)


@given(st.lists(st.lists(words, min_size=1), max_size=4), st.sampled_from(["sv", "en"]))
def test_cells_come_back(rows: list[list[str]], language: Language) -> None:
    """Whatever a cell holds, it comes back; what looks like a formula stays a text."""
    delimiter = {"sv": ";", "en": ","}[language]
    text = table(rows, language).removeprefix("\ufeff")
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    safe = [[f"'{cell}" if cell[0] in "=+-@\t" else cell for cell in row] for row in rows]
    assert safe == read


def test_a_number_is_no_formula_and_nothing_is_empty() -> None:
    """A negative number stays a number."""
    assert "\ufeff-1;\r\n" == table([(-1, None)], "sv")
