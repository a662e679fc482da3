"""Swedish order, against what ICU says."""

from pathlib import Path

import pytest

from catalog.publish.sorting import initial, swedish

# In the order that ICU 78.2 gives for the locale "sv".
RECORDED = Path(__file__).with_name("swedish.txt").read_text(encoding="utf-8").splitlines()


def test_orders_as_icu_does() -> None:
    """Å, ä and ö come after z, ü is a y, and punctuation comes before digits and letters."""
    mixed = sorted(RECORDED)
    assert RECORDED == sorted(mixed, key=swedish)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("alarm", "A"), ("Ängen", "Ä"), ("öl", "Ö"), ("Über", "Y"), ("élan", "E"), (".github", "G"),
        ("3d", "0-9"), ("---", "0-9"), ("", "0-9"), ("_config", "C"),
    ],
)  # fmt: skip
def test_index_letter(name: str, letter: str) -> None:
    """A name is found under its first letter, whatever stands before it."""
    assert letter == initial(name)
