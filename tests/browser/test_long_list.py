"""A list of more than a thousand projects: pages by letter, and two files for the browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Route, expect

from benchmarks.made import make
from catalog.publish.build import build
from catalog.publish.views.listing import MANY
from tests.browser.conftest import TODAY, Open
from tests.browser.looking import look
from tests.browser.serving import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build a catalogue that is made up, and serve it."""
    folder = tmp_path_factory.mktemp("long") / "catalogue"
    make(folder, MANY + 1)
    build(folder, TODAY)
    with served(folder / "public") as at:
        yield at


def test_a_name_is_found_before_the_rest_is_there(visit: Open) -> None:
    """Names come first; what is known of each appears when it has come."""
    page = visit("sv/projects/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/rest.json", hold)
    page.fill("#q", "skol")
    first = page.locator("#results tbody tr").first
    expect(first.locator("[data-put=licence]")).to_have_text("…")
    name = first.locator("a").inner_text()
    held[0].continue_()
    page.unroute("**/rest.json")
    expect(first.locator("[data-put=licence]")).not_to_have_text("…")
    assert "skol" in name.lower()


def test_words_that_come_later_are_searched(visit: Open) -> None:
    """A word of a sentence finds its projects, and nothing is said to fit none meanwhile."""
    page = visit("sv/projects/")
    page.fill("#q", "bygglov")
    expect(page.locator("#said")).to_contain_text("projekt passar")
    expect(page.locator("#results tbody tr").first).to_contain_text("ygglov")


def test_a_project_that_was_found_opens(visit: Open) -> None:
    """Ids are written short in the file of names: the way to the project is whole."""
    page = visit("sv/projects/?q=skol&sort=latest")
    link = page.locator("#results tbody a").first
    name = link.inner_text()
    link.click()
    expect(page.locator("h1")).to_contain_text(name)


def test_comparing_knows_the_names(visit: Open) -> None:
    """Projects are chosen by the same file."""
    page = visit("sv/compare/")
    page.focus("#project")
    options = page.locator("#projects option")
    expect(options).to_have_count(MANY + 1)
    value = options.first.get_attribute("value") or ""
    page.fill("#project", value)
    page.keyboard.press("Enter")
    expect(page.locator("#compared thead a")).to_have_attribute("href", f"../projects/{value}/")


def test_every_project_is_reached_without_a_script(visit: Open) -> None:
    """The pages by letter name each once, å, ä and ö after z, and lead to each other."""
    page = visit("sv/projects/", scripts=False)
    letters = page.locator("nav.letters a")
    texts = letters.evaluate_all("links => links.map(link => link.textContent[0])")
    assert sorted(texts, key="0ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ".index) == texts
    assert {"Å", "Ö"} <= set(texts)
    letters.first.click()
    names: list[str] = []
    while True:
        names += page.locator("table.projects tbody a").all_inner_texts()
        onward = page.locator("a[rel=next]")
        if not onward.count():
            break
        onward.click()
    assert len(set(names)) > MANY / 2
    assert MANY + 1 == len(names)


@pytest.mark.parametrize("path", ["projects/", "projects/-/s/", "projects/-/oe/"])
def test_no_violation(visit: Open, path: str) -> None:
    """Nothing that axe can find on the pages of a long list, and no sideways scroll."""
    assert [] == look([visit(f"sv/{path}"), visit(f"en/{path}")], widths=[320, 1280])


def test_a_page_of_the_list_is_small(visit: Open) -> None:
    """The first page holds no table; a page by letter holds at most some hundred projects."""
    page = visit("sv/projects/")
    assert 0 == page.locator("#everything table").count()
    page.locator("nav.letters a", has_text="S").first.click()
    assert 0 < page.locator("table.projects tbody tr").count() <= 300
