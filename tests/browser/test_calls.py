"""The board of calls as a reader uses it: facets, address, an old page, and taking part."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from catalog.publish.build import build
from tests.browser.board import REPOSITORY, with_calls
from tests.browser.conftest import served
from tests.browser.test_accessible import RULES

pytestmark = pytest.mark.browser

BUILT = date(2026, 8, 22)
ReadOn = Callable[..., Page]


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build a catalogue with calls in every state and serve it."""
    folder = with_calls(tmp_path_factory.mktemp("calls") / "catalogue")
    build(folder, BUILT)
    with served(folder / "public") as address:
        yield address


@pytest.fixture
def read(browser: Browser, board: str) -> Iterator[ReadOn]:
    """Open a page as a reader does on some day; whatever goes wrong in it is an error."""
    opened, wrong = [], []

    def at(path: str, day: str = "2026-08-22", *, width: int = 1280, scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=scripts
        )
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00"))
        page.goto(f"{board}/{path}")
        return page

    yield at
    for context in opened:
        context.close()
    assert [] == wrong


def titles(page: Page) -> list[str]:
    """Return the calls that are shown as open, in their order."""
    return [
        link.inner_text() for link in page.locator("[data-group=open] a").all() if link.is_visible()
    ]


SOON, PILOT, GROUP = (
    "Utveckla tillgängligare formulär",
    "Pröva skolportalen i en skola",
    "Användargrupp för webbplattformen & tillägg",
)


def test_open_calls_stand_by_their_last_day(read: ReadOn) -> None:
    """The soonest first; what was due before the build is among those that have ended."""
    page = read("sv/calls/")
    assert [SOON, PILOT, GROUP] == titles(page)
    expect(page.locator("#ended")).to_contain_text("Granska säkerheten i kartan")


def test_the_address_narrows_the_board(read: ReadOn) -> None:
    """A link to a choice shows it chosen, with what is left said aloud."""
    page = read("sv/calls/?body=alingsas")
    assert [PILOT] == titles(page)
    assert page.is_checked("input[name=body][value=alingsas]")
    expect(page.locator("#said")).to_have_text("1 öppen förfrågan passar.")


def test_back_takes_a_choice_away(read: ReadOn) -> None:
    """Each choice is a step in the reader's history."""
    page = read("sv/calls/")
    page.check("input[name=type][value=user-group]")
    page.check("input[name=type][value=co-develop]")
    page.wait_for_url("**/?type=co-develop&type=user-group")
    assert [SOON, GROUP] == titles(page)
    page.go_back()
    expect(page.locator("input[value=co-develop]")).not_to_be_checked()
    assert [GROUP] == titles(page)
    page.go_back()
    assert [SOON, PILOT, GROUP] == titles(page)


def test_what_has_ended_unfolds_where_it_is_all_that_fits(read: ReadOn) -> None:
    """A reader who asks for it is not left before an empty list."""
    page = read("sv/calls/?type=experience")
    expect(page.locator("#ended")).to_have_attribute("open", "")
    expect(page.locator("#said")).to_contain_text("Ingen öppen förfrågan passar.")


def test_the_board_is_whole_without_a_script(read: ReadOn) -> None:
    """Every call and no box that does nothing."""
    page = read("sv/calls/", scripts=False)
    assert ([SOON, PILOT, GROUP], True) == (titles(page), page.locator("#narrow").is_hidden())


def test_an_old_board_shows_nothing_as_open_after_its_day(read: ReadOn) -> None:
    """The call moves to those that have ended, and says why; its last day still counted."""
    assert SOON in titles(read("sv/calls/", "2026-09-15"))
    page = read("sv/calls/", "2026-09-16")
    assert [PILOT, GROUP] == titles(page)
    page.click("#ended summary")
    line = page.locator("#ended li", has_text=SOON)
    expect(line).to_contain_text("Sista dagen har passerat sedan sidan gjordes")
    expect(line.locator(".call-state.open")).to_have_count(0)


def test_a_very_old_board_has_no_open_call(read: ReadOn) -> None:
    """It says so in words."""
    page = read("sv/calls/", "2027-01-01")
    assert [] == titles(page)
    expect(page.get_by_text("Ingen förfrågan är öppen just nu.")).to_be_visible()


@pytest.mark.parametrize("day", ["2026-08-22", "2026-09-16"])
def test_a_call_takes_its_buttons_away_after_its_day(read: ReadOn, day: str) -> None:
    """On its own page, whenever that was built."""
    page = read("sv/calls/utveckla-tillgangligt/", day)
    shown = 0 if day > "2026-09-15" else 3
    expect(page.locator("a.button")).to_have_count(shown)
    expect(page.locator("[data-when-closed]")).to_be_visible(visible=not shown)


def test_the_start_page_drops_a_call_after_its_day(read: ReadOn) -> None:
    """And its heading with the last of them; project and body say that it has passed."""
    expect(read("sv/", "2026-09-16").locator(".call")).to_have_count(2)
    expect(read("sv/", "2027-01-01").locator("#calls")).to_have_count(0)
    page = read("sv/projects/municipio/", "2026-09-16")
    expect(page.locator(".call", has_text=SOON)).to_contain_text("Sista dagen har passerat")


def test_interest_is_prefilled(read: ReadOn) -> None:
    """The form of the catalogue's own forge, with the call's id; a letter to the function."""
    page = read("sv/calls/anvandargrupp/")
    href = page.get_by_role("link", name="Anmäl intresse").get_attribute("href") or ""
    assert href.startswith(f"{REPOSITORY}/issues/new?")
    asked = parse_qs(urlsplit(href).query)
    assert (["anvandargrupp"], [f"Intresse: {GROUP}"]) == (asked["call"], asked["title"])
    letter = page.get_by_role("link", name="Skriv till").get_attribute("href") or ""
    assert GROUP in parse_qs(urlsplit(letter).query)["body"][0]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["calls/", "calls/utveckla-tillgangligt/", "calls/klar/", ""])
def test_calls_have_no_violation(read: ReadOn, path: str, width: int) -> None:
    """The shipped catalogue has no open call, so these pages are looked at here."""
    page = read(f"en/{path}", width=width)
    found = Axe().run(page, options=RULES).response["violations"]
    assert [] == [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_call_is_printed_whole(tmp_path: Path, read: ReadOn) -> None:
    """On paper the letter's address stands in words, and the navigation is gone."""
    page = read("sv/calls/anvandargrupp/")
    page.emulate_media(media="print")
    expect(page.locator("header.site nav").first).to_be_hidden()
    assert page.pdf(path=tmp_path / "call.pdf", format="A4")[:4] == b"%PDF"
