"""The board of calls as a reader uses it: facets, address, an old page, and taking part."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from catalog.publish.build import build
from tests.browser.board import REPOSITORY, with_calls
from tests.browser.conftest import TODAY, Open
from tests.browser.looking import look
from tests.browser.serving import served

pytestmark = pytest.mark.browser

DAY = TODAY.isoformat()  # of the reader, where nothing else is said


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build a catalogue with calls in every state and serve it, in place of the shipped one."""
    folder = with_calls(tmp_path_factory.mktemp("calls") / "catalogue")
    build(folder, TODAY)
    with served(folder / "public") as at:
        yield at


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


def test_open_calls_stand_by_their_last_day(visit: Open) -> None:
    """The soonest first; what was due before the build is among those that have ended."""
    page = visit("sv/calls/", day=DAY)
    assert [SOON, PILOT, GROUP] == titles(page)
    expect(page.locator("#ended")).to_contain_text("Granska säkerheten i kartan")


def test_the_address_narrows_the_board(visit: Open) -> None:
    """A link to a choice shows it chosen, with what is left said aloud."""
    page = visit("sv/calls/?body=alingsas", day=DAY)
    assert [PILOT] == titles(page)
    assert page.is_checked("input[name=body][value=alingsas]")
    expect(page.locator("#said")).to_have_text("1 öppen förfrågan passar.")


def test_back_takes_a_choice_away(visit: Open) -> None:
    """Each choice is a step in the reader's history."""
    page = visit("sv/calls/", day=DAY)
    page.check("input[name=type][value=user-group]")
    page.check("input[name=type][value=co-develop]")
    page.wait_for_url("**/?type=co-develop&type=user-group")
    assert [SOON, GROUP] == titles(page)
    page.go_back()
    expect(page.locator("input[value=co-develop]")).not_to_be_checked()
    assert [GROUP] == titles(page)
    page.go_back()
    assert [SOON, PILOT, GROUP] == titles(page)


def test_what_has_ended_unfolds_where_it_is_all_that_fits(visit: Open) -> None:
    """A reader who asks for it is not left before an empty list."""
    page = visit("sv/calls/?type=experience", day=DAY)
    expect(page.locator("#ended")).to_have_attribute("open", "")
    expect(page.locator("#said")).to_contain_text("Ingen öppen förfrågan passar.")


def test_the_board_is_whole_without_a_script(visit: Open) -> None:
    """Every call and no box that does nothing."""
    page = visit("sv/calls/", day=DAY, scripts=False)
    assert ([SOON, PILOT, GROUP], True) == (titles(page), page.locator("#narrow").is_hidden())


def test_an_old_board_shows_nothing_as_open_after_its_day(visit: Open) -> None:
    """The call moves to those that have ended, and says why; its last day still counted."""
    assert SOON in titles(visit("sv/calls/", day="2026-09-15"))
    page = visit("sv/calls/", day="2026-09-16")
    assert [PILOT, GROUP] == titles(page)
    page.click("#ended summary")
    line = page.locator("#ended li", has_text=SOON)
    expect(line).to_contain_text("Sista dagen har passerat sedan sidan gjordes")
    expect(line.locator(".call-state.open")).to_have_count(0)


def test_a_very_old_board_has_no_open_call(visit: Open) -> None:
    """It says so in words."""
    page = visit("sv/calls/", day="2027-01-01")
    assert [] == titles(page)
    expect(page.get_by_text("Ingen förfrågan är öppen just nu.")).to_be_visible()


@pytest.mark.parametrize("day", ["2026-08-22", "2026-09-16"])
def test_a_call_takes_its_buttons_away_after_its_day(visit: Open, day: str) -> None:
    """On its own page, whenever that was built."""
    page = visit("sv/calls/utveckla-tillgangligt/", day=day)
    shown = 0 if day > "2026-09-15" else 3
    expect(page.locator("a.button")).to_have_count(shown)
    expect(page.locator("[data-when-closed]")).to_be_visible(visible=not shown)


def test_the_start_page_drops_a_call_after_its_day(visit: Open) -> None:
    """And its heading with the last of them; project and body say that it has passed."""
    expect(visit("sv/", day="2026-09-16").locator(".call")).to_have_count(2)
    expect(visit("sv/", day="2027-01-01").locator("#calls")).to_have_count(0)
    page = visit("sv/projects/municipio/", day="2026-09-16")
    expect(page.locator(".call", has_text=SOON)).to_contain_text("Sista dagen har passerat")


def test_interest_is_prefilled(visit: Open) -> None:
    """The form of the catalogue's own forge, with the call's id; a letter to the function."""
    page = visit("sv/calls/anvandargrupp/", day=DAY)
    href = page.get_by_role("link", name="Anmäl intresse").get_attribute("href") or ""
    assert href.startswith(f"{REPOSITORY}/issues/new?")
    asked = parse_qs(urlsplit(href).query)
    assert (["anvandargrupp"], [f"Intresse: {GROUP}"]) == (asked["call"], asked["title"])
    letter = page.get_by_role("link", name="Skriv till").get_attribute("href") or ""
    assert GROUP in parse_qs(urlsplit(letter).query)["body"][0]


@pytest.mark.parametrize("path", ["calls/", "calls/utveckla-tillgangligt/", "calls/klar/", ""])
def test_calls_have_no_violation(visit: Open, path: str) -> None:
    """The shipped catalogue has no open call, so these pages are looked at here."""
    assert [] == look(visit(f"{code}/{path}", day=DAY) for code in ("sv", "en"))


def test_a_call_is_printed_whole(tmp_path: Path, visit: Open) -> None:
    """On paper the letter's address stands in words, and the navigation is gone."""
    page = visit("sv/calls/anvandargrupp/", day=DAY)
    page.emulate_media(media="print")
    expect(page.locator("header.site nav").first).to_be_hidden()
    assert page.pdf(path=tmp_path / "call.pdf", format="A4")[:4] == b"%PDF"
