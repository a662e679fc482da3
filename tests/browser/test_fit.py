"""What suits a body: stated by keyboard, kept in the address, taken back, printed."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

STATED = "sv/fit/?login=entra-id&run=containers&db=postgresql"


def counts(page: Page) -> list[int]:
    """Return how many projects are in each group, as it is announced."""
    expect(page.locator("#said")).to_have_text(re.compile(r"^Inget känt saknas: \d+"))
    return [int(number) for number in re.findall(r"\d+", page.inner_text("#said"))]


def test_from_choice_to_result_and_back_by_keyboard(visit: Open) -> None:
    """Space chooses and keeps the focus, Enter goes to the result, back takes a choice away."""
    page = visit("sv/fit/")
    page.focus("input[name=run][value=wordpress]")
    page.keyboard.press("Space")
    page.wait_for_url("**/sv/fit/?run=wordpress")
    first = counts(page)
    assert page.evaluate("document.activeElement.value") == "wordpress"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**/sv/fit/?run=kubernetes,wordpress")
    page.keyboard.press("Enter")
    expect(page.locator("#result")).to_be_focused()
    assert sum(first) == sum(counts(page))
    page.go_back()
    page.wait_for_url("**/sv/fit/?run=wordpress")
    expect(page.locator("input[value=kubernetes]")).not_to_be_checked()
    assert first == counts(page)


def test_a_link_gives_another_reader_the_same(visit: Open) -> None:
    """What was stated stands in words, and every answer has its state."""
    page = visit(STATED)
    fits, lacks, _, _ = counts(page)
    expect(page.locator("#stated")).to_contain_text("Microsoft Entra ID")
    assert 0 < fits < lacks
    project = page.locator("#fits .suits > li", has_text="antilloop")
    expect(project.locator("li")).to_have_text([
        re.compile("^Okänt Inloggning: ingen har uppgett det. Fråga"),
        re.compile("^Finns hos er Driftmiljö: Containrar . sett i koden$"),
        re.compile("^Finns hos er Databas: PostgreSQL . läst i dokumentationen$"),
    ])  # fmt: skip


def test_what_comes_with_a_thing_is_told(visit: Open) -> None:
    """SAML is there through Entra ID, and the sentence says so."""
    page = visit("en/fit/?login=entra-id&run=wordpress")
    project = page.locator("#fits .suits > li", has_text="saml-sso")
    expect(project.locator("li").first).to_contain_text("SAML through Microsoft Entra ID")


def test_none_of_these_is_an_answer(visit: Open) -> None:
    """It takes the other choices of its subject away, and what is unknown is still unknown."""
    page = visit("sv/fit/?db=mysql")
    unknown = counts(page)[2]
    page.check("input[name=db][value=none]")
    page.wait_for_url("**/?db=none")
    expect(page.locator("input[name=db][value=mysql]")).not_to_be_checked()
    fits, lacks, open_, _ = counts(page)
    assert (unknown, 0) == (open_, fits)
    assert lacks


def test_a_reason_leads_to_its_evidence(visit: Open) -> None:
    """The link opens the project at the check that has the places."""
    page = visit(STATED)
    project = page.locator("#fits .suits > li", has_text="antilloop")
    project.locator("a", has_text="läst i dokumentationen").click()
    page.wait_for_url("**/sv/projects/helsingborg-stad-antilloop/#PRE-2")
    expect(page.locator("#PRE-2")).to_be_visible()


def test_it_works_without_a_network_once_it_is_open(visit: Open) -> None:
    """All that it needs is one file, which is there from the first answer on."""
    page = visit(STATED)
    counts(page)
    page.context.set_offline(True)
    page.check("input[name=skill][value=php]")
    expect(page.locator("#stated")).to_contain_text("PHP")
    assert 5 <= page.locator("#lacks .suits > li").count()


def test_only_the_projects_that_one_came_with(visit: Open) -> None:
    """From a project and from the comparison the choice follows, and can be let go."""
    page = visit("sv/compare/?p=municipio&p=haffa")
    expect(page.locator("#compared thead th a")).to_have_count(2)
    page.click("#suits")
    page.wait_for_url("**/sv/fit/?p=municipio,haffa")
    page.check("input[name=run][value=wordpress]")
    assert 2 == sum(counts(page))
    page.click("#those button")
    page.wait_for_url("**/sv/fit/?run=wordpress")
    assert 100 < sum(counts(page))


def test_the_printed_page_is_the_result(visit: Open) -> None:
    """On paper: what was stated and what came of it, not the form, and the folded opened."""
    page = visit(STATED)
    counts(page)
    page.emulate_media(media="print")
    expect(page.locator("#have")).to_be_hidden()
    expect(page.locator("#stated")).to_be_visible()
    expect(page.locator("#fits .suits")).to_be_visible()


@pytest.mark.parametrize("odd", ["?login=%3Cscript%3E", "?run=,,&p=finns-inte", "?login=saml&db="])
def test_an_odd_address_breaks_nothing(visit: Open, odd: str) -> None:
    """What no form has written is left aside."""
    page = visit(f"sv/fit/{odd}")
    expect(page.locator("#said")).not_to_be_empty()


def test_without_a_script_the_page_tells_what_each_asks_for(visit: Open, address: str) -> None:
    """The table is whole, and no form that does nothing."""
    page = visit("sv/fit/", scripts=False)
    assert page.locator("#have").is_hidden()
    told = json.loads(page.request.get(f"{address}/sv/fit/fit.json").text())
    assert len(told["id"]) == page.locator("table.asks tbody tr").count()
