"""What a reader comes to do, from the start page to the paper, by keys alone."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, PdfMargins, expect

from catalog.publish.build import build
from tests.browser.board import REPOSITORY, with_calls
from tests.browser.conftest import TODAY, Open
from tests.browser.keys import enter, tab_to
from tests.browser.serving import served

pytestmark = pytest.mark.browser

journey = pytest.mark.journey  # by the name that the statement on accessibility knows
MARGINS: PdfMargins = {"top": "1cm", "right": "1cm", "bottom": "1cm", "left": "1cm"}
A4 = {"width": 718, "height": 1047}  # CSS pixels between margins of a centimetre
TITLE = "Utveckla tillgängligare formulär"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the shipped catalogue with calls in every state, and serve it."""
    folder = with_calls(tmp_path_factory.mktemp("journeys") / "catalogue")
    build(folder, TODAY)
    with served(folder / "public") as at:
        yield at


def sheets(page: Page) -> int:
    """Print on A4: nothing is cut off, menus and forms are gone; return how many sheets it is."""
    page.set_viewport_size({"width": A4["width"], "height": A4["height"]})
    page.emulate_media(media="print")
    for gone in ("header.site nav", "footer.site nav", "form", "a.skip"):
        expect(page.locator(f"{gone} >> visible=true")).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= A4["width"]
    pdf = page.pdf(format="A4", margin=MARGINS)
    assert pdf.startswith(b"%PDF-")
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@journey("compare")
def test_from_search_to_a_comparison_on_paper(visit: Open) -> None:
    """Words, a facet, a project, another beside it, printed."""
    page = visit("sv/", day=TODAY.isoformat())
    page.keyboard.press("Tab")
    assert "#content" == page.evaluate("document.activeElement.getAttribute('href')")
    enter(page, page.locator("nav a[href$='projects/']").first)
    page.wait_for_url("**/sv/projects/")
    tab_to(page, page.locator("#q"))
    page.keyboard.type("webbplats")
    first = page.locator("#results tbody a").first
    expect(first).to_be_visible()
    box = tab_to(page, page.locator("input[name=level][value='1']"))
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    page.wait_for_url("**/?q=webbplats&level=1")
    found = tab_to(page, page.locator("#results tbody a", has_text="Municipio").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/sv/projects/municipio/")
    expect(found).to_have_count(0)
    enter(page, page.locator(".verdict a", has_text="Jämför"))
    page.wait_for_url("**/sv/compare/?p=municipio")
    tab_to(page, page.locator("#project"))
    page.keyboard.type("skolportalen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sv/compare/?p=municipio&p=skolportalen")
    expect(page.locator("#compared thead th a")).to_have_text(["Municipio", "Skolportalen"])
    tab_to(page, page.locator("button[aria-label='Ta bort Municipio']"))
    assert 1 <= sheets(page) <= 6
    expect(page.locator("#compared td").first).to_be_visible()


@journey("take-part")
def test_from_the_board_to_taking_part_on_paper(visit: Open) -> None:
    """The board narrowed, a call, its issue with what it asks for filled in, printed."""
    page = visit("sv/", day=TODAY.isoformat(), leaves=REPOSITORY)
    enter(page, page.locator("nav a[href$='calls/']").first)
    page.wait_for_url("**/sv/calls/")
    tab_to(page, page.locator("input[name=type][value=co-develop]"))
    page.keyboard.press("Space")
    expect(page.locator("#said")).to_have_text("1 öppen förfrågan passar.")
    enter(page, page.get_by_role("link", name=TITLE))
    page.wait_for_url("**/sv/calls/utveckla-tillgangligt/")
    enter(page, page.locator("main").get_by_role("link", name="Delta"))
    page.wait_for_url("**/#join")
    letter = page.get_by_role("link", name="Skriv till")
    answer = tab_to(page, page.get_by_role("link", name="Anmäl intresse"))
    tab_to(page, letter)
    sent = urlsplit(letter.get_attribute("href") or "")
    assert ("mailto", f"Intresse: {TITLE}") == (sent.scheme, parse_qs(sent.query)["subject"][0])
    assert 1 <= sheets(page) <= 3
    expect(answer).to_be_visible()
    page.emulate_media(media="screen")
    page.keyboard.press("Shift+Tab")
    page.route(f"{REPOSITORY}/**", lambda route: route.fulfill(status=204))
    with page.expect_request(f"{REPOSITORY}/issues/new?*") as asking:
        page.keyboard.press("Enter")
    asked = parse_qs(urlsplit(asking.value.url).query)
    expected = (["utveckla-tillgangligt"], [f"Intresse: {TITLE}"])
    assert expected == (asked["call"], asked["title"])


@journey("fit")
def test_what_suits_on_paper(visit: Open) -> None:
    """Two things stated, the result read and printed."""
    page = visit("sv/fit/")
    tab_to(page, page.locator("input[name=login][value=entra-id]"))
    page.keyboard.press("Space")
    tab_to(page, page.locator("input[name=run][value=wordpress]"))
    page.keyboard.press("Space")
    page.wait_for_url("**/sv/fit/?login=entra-id&run=wordpress")
    page.keyboard.press("Enter")
    expect(page.locator("#result")).to_be_focused()
    tab_to(page, page.locator("#fits .suits a").first)
    assert 1 <= sheets(page)
    expect(page.locator("#stated")).to_be_visible()


@journey("project")
def test_a_project_on_paper(visit: Open) -> None:
    """What a board is handed: ticked prerequisites, and what the level rests on."""
    page = visit("sv/projects/skolportalen/")
    tab_to(page, page.locator("input[value=hosting]"))
    page.keyboard.press("Space")
    page.wait_for_url("**/#have=hosting")
    assert 1 <= sheets(page)
    expect(page.locator("input[value=hosting]")).to_be_checked()
