"""What surrounds a page, and how old a value may be."""

from datetime import date

import pytest

from catalog.publish.views.frame import Frame
from catalog.publish.views.freshness import is_stale, months_between

TODAY = date(2026, 9, 1)


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


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2024, 9, 1), date(2026, 9, 1), 24),
        (date(2024, 9, 2), date(2026, 9, 1), 23),
        (date(2026, 8, 31), date(2026, 9, 1), 0),
    ],
)
def test_whole_months(earlier: date, later: date, months: int) -> None:
    """A month is over on the same day of the next."""
    assert months == months_between(earlier, later)


def test_without_a_date_nothing_is_stale() -> None:
    """A value that nobody dated cannot be too old."""
    assert not is_stale(None, 24, TODAY)
