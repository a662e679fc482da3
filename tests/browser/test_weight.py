"""What a page weighs as it is fetched, compressed: budgets in bytes, never in time."""

import pytest
from playwright.sync_api import Request, expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

KB = 1000
BUDGETS = {"": 60, "projects/": 100, "projects/municipio/": 60, "projects/skolportalen/": 60,
           "calls/": 60, "compare/?p=municipio&p=haffa": 60, "fit/": 100}  # fmt: skip


def weight(requests: list[Request]) -> int:
    """Return the bytes of all answers, heads and bodies as they were sent."""
    sizes = [request.sizes() for request in requests]
    return sum(size["responseHeadersSize"] + size["responseBodySize"] for size in sizes)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("kind", BUDGETS)
def test_a_page_is_within_its_budget(
    visit: Open, fetched: list[Request], kind: str, language: str
) -> None:
    """The page with its style and scripts, all that the first view asks for."""
    visit(f"{language}/{kind}").wait_for_load_state("networkidle")
    assert 2 <= len(fetched)
    assert 5 * KB < weight(fetched) <= BUDGETS[kind] * KB


def test_the_first_result_of_a_search_is_within_its_budget(
    visit: Open, fetched: list[Request]
) -> None:
    """What is fetched from the first letter typed to the first result shown."""
    page = visit("sv/projects/")
    page.wait_for_load_state("networkidle")
    fetched.clear()
    page.focus("#q")
    page.keyboard.type("municipio")
    expect(page.locator("#results tbody a").first).to_have_text("Municipio")
    assert ["projects.json"] == [request.url.rpartition("/")[2] for request in fetched]
    assert 1 * KB < weight(fetched) <= 100 * KB
