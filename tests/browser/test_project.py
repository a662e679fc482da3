"""A project's page as a reader uses it: the prerequisites ticked, sent on, printed."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
PAGE = "sv/projects/skolportalen/"


def test_ticks_stand_in_the_address(visit: Open) -> None:
    """By keyboard; a link with them shows them again, and they can be taken away."""
    page = visit(PAGE)
    page.focus("input[value=hosting]")
    page.keyboard.press("Space")
    page.get_by_label("Identitet och behörighet").check()
    expect(page.locator("#ticked")).to_have_text("2 av 5 på plats")
    assert page.url.endswith("/skolportalen/#have=identity,hosting")
    again = visit(f"{PAGE}#have=identity,hosting")
    expect(again.locator("#ticked")).to_have_text("2 av 5 på plats")
    for box in ("identity", "hosting"):
        again.uncheck(f"input[value={box}]")
    assert again.url.endswith("/skolportalen/")


def test_an_address_with_other_ticks_is_no_harm(visit: Open) -> None:
    """What is no prerequisite is let lie."""
    page = visit(f"{PAGE}#have=<script>,hosting,__proto__")
    expect(page.locator("#ticked")).to_have_text("1 av 5 på plats")


def test_prerequisites_are_ticked_without_a_script(visit: Open) -> None:
    """The boxes are plain ones, with their words beside them."""
    page = visit(PAGE, scripts=False)
    page.get_by_label("Ledningsstöd").check()
    assert page.is_checked("input[value=leadership]")


def test_ticks_are_printed(visit: Open) -> None:
    """The boxes and their words are on the paper, the menus are not."""
    page = visit(PAGE)
    page.emulate_media(media="print")
    assert page.locator("input[value=hosting]").is_visible()
    assert page.locator("header.site nav").first.is_hidden()
