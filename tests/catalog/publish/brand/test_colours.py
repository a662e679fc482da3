"""Arithmetic of colours, against values that others have published."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.publish.brand.colours import Shade, colour, contrast, shade

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Whichever of the two comes first."""
    assert (ratio, ratio) == (round(contrast(one, other), 2), round(contrast(other, one), 2))


@pytest.mark.parametrize(
    ("written", "lightness", "chroma", "degrees"),
    [("#ff0000", 0.628, 0.258, 29), ("#00ff00", 0.866, 0.295, 142), ("#0000ff", 0.452, 0.313, 264)],
)
def test_shades_are_those_of_oklch(
    written: str, lightness: float, chroma: float, degrees: int
) -> None:
    """The corners of sRGB, as CSS Color 4 has them."""
    of = shade(written)
    hue = round(math.degrees(of.hue)) % 360
    assert (lightness, chroma, degrees) == (round(of.lightness, 3), round(of.chroma, 3), hue)


@settings(deadline=None)
@given(COLOURS)
def test_there_and_back(written: str) -> None:
    """Nothing is lost on the way."""
    assert written == colour(shade(written))


@settings(deadline=None)
@given(st.floats(0.1, 1), st.floats(0, 0.5), st.floats(-math.pi, math.pi))
def test_what_srgb_lacks_becomes_greyer(lightness: float, chroma: float, hue: float) -> None:
    """Any shade becomes a colour that is as light as eight bits allow, which near black is not."""
    made = shade(colour(Shade(lightness, chroma, hue)))
    assert abs(made.lightness - lightness) < 0.02
    assert made.chroma <= chroma + 0.02
