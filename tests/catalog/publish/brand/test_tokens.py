"""Every pair of colours that the sheet uses can be read, whatever colour a body has."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.publish.assets import SHIPPED
from catalog.publish.brand.colours import colour, shade
from catalog.publish.brand.sheet import DARK_SCREEN, MORE, MORE_DARK, sheet
from catalog.publish.brand.tokens import (
    DARK,
    ENHANCED,
    LIGHT,
    PAIRS,
    Tokens,
    derived,
    failures,
    nearest,
    stronger,
)

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
SHEET = (SHIPPED / "theme/assets/kodkatalog.css").read_text(encoding="utf-8")


def said(css: str, media: str = "") -> dict[str, str]:
    """Read the colours that a sheet gives :root, in the first block for a medium."""
    block = css.partition(f"@media {media} {{" if media else "")[2] if media else css
    found = re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block[: block.index("}")])
    return dict(found)


def test_the_shipped_sheet_has_the_shipped_colours() -> None:
    """What is checked is what is shown, also where more contrast is asked for."""
    assert (LIGHT, DARK) == (said(SHEET), said(SHEET, DARK_SCREEN))
    assert stronger(LIGHT, dark=False) == {**LIGHT, **said(SHEET, MORE)}
    assert stronger(DARK, dark=True) == {**DARK, **said(SHEET, MORE), **said(SHEET, MORE_DARK)}


def test_the_shipped_colours_pass() -> None:
    """In light, in dark, and where more contrast is asked for."""
    assert [] == [*failures(LIGHT), *failures(DARK)]
    strong = (stronger(LIGHT, dark=False), stronger(DARK, dark=True))
    assert [] == [failure for tokens in strong for failure in failures(tokens, least=ENHANCED)]


def test_every_colour_of_the_sheet_is_in_a_pair() -> None:
    """A token that somebody adds is checked, or is no colour."""
    used = set(re.findall(r"var\(--([a-z-]+)\)", SHEET)) & LIGHT.keys()
    assert used == {name for pair in PAIRS for name in (pair.on, pair.ground)}


def passes(tokens: Tokens) -> bool:
    """Tell whether all can be read, in the usual way."""
    return not any(failures(tokens))


@settings(deadline=None, max_examples=60)
@given(COLOURS, st.none() | COLOURS)
def test_whatever_the_colour_it_passes_or_one_like_it(brand: str, accent: str | None) -> None:
    """Derived colours pass in the dark; in light a refused one has a neighbour that passes."""
    light, dark = derived(brand, accent)
    assert passes(dark)
    if any(failures(light, "brand")):
        brand = nearest(brand, lambda one: derived(one)[0], "brand")
    if accent and any(failures(derived(brand, accent)[0], "accent")):
        accent = nearest(accent, lambda one: derived(brand, one)[0], "accent")
    assert passes(derived(brand, accent)[0])


@settings(deadline=None, max_examples=30)
@given(COLOURS, st.none() | COLOURS)
def test_more_contrast_is_seven_to_one(brand: str, accent: str | None) -> None:
    """Also of colours that were refused."""
    light, dark = derived(brand, accent)
    assert [] == list(failures(stronger(light, dark=False), least=ENHANCED))
    assert [] == list(failures(stronger(dark, dark=True), least=ENHANCED))


def test_the_nearest_is_hardly_another() -> None:
    """Of the same hue, and a little lighter it would fail."""

    def tokens_of(brand: str) -> Tokens:
        return derived(brand)[0]

    found = nearest("#ffcc00", tokens_of, "brand")
    of = shade(found)
    lighter = colour(of._replace(lightness=of.lightness + 0.004))
    assert ("#836800", True) == (found, any(failures(tokens_of(lighter), "brand")))


@pytest.mark.parametrize("grey", ["#000000", "#333333"])
def test_a_grey_body_has_grey_grounds(grey: str) -> None:
    """No hue is made up."""
    soft = derived(grey)[0]["brand-soft"]
    assert 1 == len({soft[1:3], soft[3:5], soft[5:7]})


def test_a_body_that_only_has_an_accent_keeps_the_shipped_colours() -> None:
    """Nothing else changes with it."""
    light, _ = derived(LIGHT["brand"], "#a3480f")
    assert {**LIGHT, "accent": "#a3480f"} == light


def test_the_sheet_says_each_block_in_full() -> None:
    """It is read after the shipped one: what it left out would come from the wrong block."""
    written = sheet("#1b6b3a")
    blocks = [said(written, media) for media in ("", DARK_SCREEN, MORE, MORE_DARK)]
    assert [LIGHT.keys()] * 4 == [block.keys() for block in blocks]
    assert "#1b6b3a" == blocks[0]["brand"]
