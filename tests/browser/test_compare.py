"""Projects side by side: chosen by name, kept in the address, taken away again."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_a_link_shows_projects_side_by_side(visit: Open) -> None:
    """Every row has a value for each, and what nobody has said is said to be unknown."""
    page = visit("sv/compare/?p=municipio&p=skolportalen")
    heads = page.locator("#compared thead th a")
    expect(heads).to_have_text(["Municipio", "Skolportalen"])
    rows = page.locator("#compared tr[data-row], #compared tr[data-check]")
    assert {3} == {row.locator("th, td").count() for row in rows.all()}


def test_projects_are_added_by_name_and_taken_away(visit: Open) -> None:
    """The address follows, and the back button brings a project back."""
    page = visit("sv/compare/?p=municipio")
    page.fill("#project", "haffa")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?p=municipio&p=haffa")
    page.click("button[aria-label='Ta bort Municipio']")
    expect(page.locator("#compared thead th a")).to_have_text(["Haffa"])
    page.go_back()
    expect(page.locator("#compared thead th a")).to_have_text(["Municipio", "Haffa"])


def test_what_is_no_project_is_said(visit: Open) -> None:
    """A name that nothing has is answered in a sentence."""
    page = visit("sv/compare/")
    page.fill("#project", "finns inte")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("Det finns inget projekt som heter finns inte.")
