"""From a number to what is behind it: the list, a check, a file."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_a_number_leads_to_its_projects(visit: Open) -> None:
    """As many projects in the list as the table said."""
    page = visit("sv/statistics/")
    row = page.locator("tr", has=page.get_by_role("link", name="GPL-3.0", exact=True))
    number = row.locator("td.count").inner_text()
    row.get_by_role("link").click()
    page.wait_for_url("**/sv/projects/?licence=GPL-3.0")
    expect(page.locator("#said")).to_have_text(re.compile(rf"^{number} projekt passar"))


def test_a_check_leads_to_its_page_with_the_same_numbers(visit: Open) -> None:
    """What meets it is listed there by name."""
    page = visit("en/statistics/")
    row = page.locator("tr", has=page.get_by_role("link", name="LIC-1", exact=True))
    meets = row.locator("td").first.inner_text()
    row.get_by_role("link").click()
    expect(page.locator("details.dimension summary").first).to_contain_text(f"{meets} projects")


def test_the_bars_are_drawn_under_the_strict_policy(visit: Open) -> None:
    """Lengths come of attributes, not of styles that the policy would refuse."""
    page = visit("sv/statistics/")
    bar = page.locator("svg.length rect").first.bounding_box()
    assert bar is not None
    assert bar["width"] > 10


def test_a_file_is_offered_with_the_separator_of_the_language(visit: Open) -> None:
    """The Swedish one opens in a Swedish spreadsheet."""
    page = visit("sv/statistics/")
    with page.expect_download() as waiting:
        page.locator("a[href='checks.csv']").click()
    text = waiting.value.path().read_text(encoding="utf-8")
    assert text.startswith("\ufeffDel av modellen;Kontroll;Fråga;uppfyller;")
