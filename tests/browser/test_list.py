"""The project list as a reader uses it: words, facets, address, keyboard, back button."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


def said(page: Page) -> str:
    """Return what is announced."""
    return page.inner_text("#said")


def found(page: Page) -> list[str]:
    """Return the names of the projects that fit, in their order."""
    return page.locator("#results tbody a").all_inner_texts()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("municipio", "Municipio"),
        ("MUNICIPIO", "Municipio"),
        ("skolportal", "Skolportalen"),
        ("portal", "Skolportalen"),  # a part of a compound
        ("stilguiden", "Municipio"),  # another form of the word
        ("skolporttalen", "Skolportalen"),  # a slip
    ],
)
def test_words_find(visit: Open, words: str, first: str) -> None:
    """Whole words, parts, forms and slips find the project; an exact name comes first."""
    page = visit("sv/projects/")
    page.fill("#q", words)
    expect(page.locator("#results tbody a").first).to_have_text(first)


def test_words_that_find_nothing_say_what_to_do(visit: Open) -> None:
    """An empty answer is a sentence."""
    page = visit("sv/projects/")
    page.fill("#q", "xyzzyxyzzy")
    expect(page.locator("#said")).to_contain_text("Inget projekt passar.")


def test_counts_of_a_facet_tell_what_a_choice_would_give(visit: Open) -> None:
    """The number beside a choice is the number of projects after choosing it."""
    page = visit("sv/projects/?level=1")
    page.wait_for_selector("#results:not([hidden])")
    page.click("summary:has-text('Typ')")
    label = page.locator("label", has=page.locator("input[name=kind][value=library]"))
    count = int(label.locator(".count").inner_text())
    label.click()
    expect(page.locator("#said")).to_have_text(re.compile(rf"^{count} projekt passar"))


def test_the_address_holds_what_is_chosen_and_back_takes_it_away(visit: Open) -> None:
    """A link to a narrowed list can be sent; the back button undoes one choice at a time."""
    page = visit("sv/projects/")
    page.check("input[name=level][value='1']")
    page.click("summary:has-text('Typ')")
    page.check("input[name=kind][value=addon]")
    page.wait_for_url("**/?level=1&kind=addon")
    both = said(page)
    page.go_back()
    expect(page.locator("#said")).not_to_have_text(both)
    assert page.url.endswith("?level=1")
    assert not page.is_checked("input[name=kind][value=addon]")
    page.go_back()
    expect(page.locator("#everything")).to_be_visible()


def test_the_list_is_used_by_keyboard_alone(visit: Open) -> None:
    """From the search box to a project with Tab, Space and Enter."""
    page = visit("sv/projects/")
    page.focus("#q")
    page.keyboard.type("municipio")
    page.wait_for_selector("#results:not([hidden])")
    page.focus("input[name=level][value='1']")
    page.keyboard.press("Space")
    expect(page.locator("#results tbody a").first).to_have_text("Municipio")
    page.locator("#results tbody a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sv/projects/municipio/")


def test_the_list_is_whole_without_a_script(visit: Open) -> None:
    """Without JavaScript every project stands in the page, and no box that does nothing."""
    page = visit("sv/projects/", scripts=False)
    assert page.locator("#narrow").is_hidden()
    assert 100 < page.locator("#everything tbody tr").count()


def test_order_by_latest_change(visit: Open) -> None:
    """Dates fall."""
    page = visit("en/projects/?sort=latest")
    page.wait_for_selector("#results:not([hidden])")
    assert "Haffa" == found(page)[0]
