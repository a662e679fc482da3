"""What a site shows of a body: files named after their content, sizes, the mark in its colour."""

import pytest

from catalog.publish.brand.images import Asset, Image
from catalog.publish.brand.shown import AS_SHIPPED, Brand, Logo, size

LOGO = Image(Asset("assets/logo-1.svg", b"x"), 30, 10)


def test_the_shipped_look_needs_no_file_of_its_own() -> None:
    """Its sheet and its mark are with the other assets."""
    assert (None, "assets/kodkatalog.svg", ()) == (
        AS_SHIPPED.sheet,
        AS_SHIPPED.icon.name,
        AS_SHIPPED.assets,
    )


def test_each_colour_has_a_sheet_and_a_mark_of_its_own() -> None:
    """Under names that differ where they do, so that no browser keeps an old one."""
    names = [one.name for brand in ("#1b6b3a", "#00478f") for one in Brand({}, brand).assets]
    assert 4 == len(set(names))
    assert ["brand", "icon"] * 2 == [name.removeprefix("assets/").split("-")[0] for name in names]


@pytest.mark.parametrize(("colour", "line"), [("#1b6b3a", b"#f2c14e"), ("#767676", b"#fff")])
def test_the_mark_can_be_seen_on_the_colour(colour: str, line: bytes) -> None:
    """Its arrow is yellow, or white where yellow could not be told from the ground."""
    drawn = Brand({}, colour).icon.content
    assert colour.encode() in drawn
    assert b'stroke="' + line in drawn


def test_the_files_of_a_logo() -> None:
    """A variant that is the same file is written once."""
    brand = Brand(logo=Logo(LOGO, {"sv": "Stad"}, LOGO), own_icon=LOGO)
    assert ((LOGO.asset,), "image/svg+xml") == (brand.assets, brand.icon_type)


@pytest.mark.parametrize(
    ("width", "height", "shown"),
    [(30, 10, (120, 40)), (1000, 10, (240, 2)), (1, 900, (1, 40)), (0.001, 0.001, (40, 40))],
)
def test_a_logo_keeps_its_proportions(width: float, height: float, shown: tuple[int, int]) -> None:
    """No higher than a line of the menu, no wider than a telephone."""
    assert shown == size(Image(LOGO.asset, width, height))
