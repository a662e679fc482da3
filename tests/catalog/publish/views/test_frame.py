"""What surrounds a page."""

import pytest

from catalog.publish.brand.images import Asset, Image
from catalog.publish.brand.shown import Brand, Logo
from catalog.publish.views.frame import Frame


@pytest.mark.parametrize(
    ("path", "top", "home", "section"),
    [
        ("sv/", "../", "./", ""),
        ("sv/model/", "../../", "../", "model"),
        ("en/projects/x/", "../../../", "../../", "projects"),
    ],
)
def test_frame_reaches_everything_relatively(path: str, top: str, home: str, section: str) -> None:
    """A page knows its way to the root and to its start page."""
    frame = Frame(path, ("sv", "en"), "Prov")
    assert (top, home, section) == (frame.top, frame.home, frame.section)


def test_frame_keeps_the_page_when_the_language_changes() -> None:
    """The switch leads to the same page."""
    sv, en = Frame("sv/projects/x/", ("sv", "en"), "Prov").alternates
    assert ("../../../en/projects/x/", True, None) == (en.href, sv.current, en.address)


def test_frame_is_absolute_where_the_site_has_an_address() -> None:
    """A final slash in the configuration makes no difference."""
    frame = Frame("sv/model/", ("sv",), "Prov", "https://example.org/k")
    assert "https://example.org/k/sv/model/" == frame.canonical


def test_other_readers_get_the_first_language_and_choose_at_the_start() -> None:
    """Where a page is in one language only, that is the one."""
    site = "https://example.org/k/"
    languages = ("sv", "en")
    found = [
        Frame(path, languages, "Prov", site, spoken=spoken).default
        for path, spoken in (("en/", ()), ("en/model/", ()), ("en/new/", ("en",)))
    ]
    assert [site, f"{site}sv/model/", f"{site}en/new/"] == found


def test_a_page_in_one_language_names_no_other() -> None:
    """The switch leads to the start page of the other, which is no version of this one."""
    frame = Frame("sv/new/", ("sv", "en"), "Prov", "https://example.org/", spoken=("sv",))
    assert ("../../en/", None) == (frame.alternates[1].href, frame.alternates[1].address)
    assert ("sv_SE", ()) == (frame.locale, frame.other_locales)


LOGO = Image(Asset("assets/logo-1.svg", b""), 300, 100)
DARK = Image(Asset("assets/logo-dark-1.png", b""), 300, 100)


@pytest.mark.parametrize(
    ("brand", "alt", "dark"),
    [
        (Logo(LOGO, {"sv": "Exempelstad"}), "Exempelstad", None),
        (Logo(LOGO, {"sv": "prov"}), "", None),  # the site's name stands beside it
        (Logo(LOGO, {"sv": "Stad"}, DARK), "Stad", "../../assets/logo-dark-1.png"),
    ],
)
def test_logo_as_a_page_shows_it(brand: Logo, alt: str, dark: str | None) -> None:
    """Its address from the page, its size, and its text where that is not the name again."""
    shown = Frame("sv/model/", ("sv",), "Prov", brand=Brand(logo=brand)).logo
    assert shown is not None
    assert ("../../assets/logo-1.svg", alt, dark) == (shown.src, shown.alt, shown.dark)
    assert (120, 40) == (shown.width, shown.height)


def test_no_logo() -> None:
    """The shipped mark is no picture of a body."""
    assert Frame("sv/model/", ("sv",), "Prov").logo is None
