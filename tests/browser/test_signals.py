"""A body's page: what is to be confirmed can be opened, read at any width, and typed."""

import pytest

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [320, 1280])
def test_what_to_type_is_opened_by_keyboard(visit: Open, width: int) -> None:
    """It stands behind a heading of its own, for most readers have no use for it."""
    page = visit("sv/bodies/alingsas/", width=width)
    words = page.get_by_text("kodkatalog adoption draft alingsas/municipio/depends")
    assert not words.is_visible()
    page.locator("details.signs summary").focus()
    page.keyboard.press("Enter")
    assert words.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_sign_leads_to_the_line_that_it_rests_on(visit: Open) -> None:
    """At the commit that was read, whatever has become of the file since."""
    page = visit("en/bodies/alingsas/")
    row = page.locator("table.signals tr", has=page.get_by_role("link", name="Municipio"))
    href = row.locator(".cite a").first.get_attribute("href") or ""
    assert href.startswith("https://github.com/Alingsas-Kommun/")
    assert "/blob/" in href


@pytest.mark.parametrize("path", ["sv/projects/skolportalen/", "sv/bodies/alingsas/"])
def test_what_has_been_stands_in_order(visit: Open, path: str) -> None:
    """Days and years that machines read, the oldest first."""
    page = visit(path)
    days = page.locator(".timeline > li > time").evaluate_all("all => all.map(t => t.dateTime)")
    assert ["2016", "2020-10-06"] == days
