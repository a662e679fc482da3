"""Old addresses lead on in a browser; data for machines runs nothing, and is not complained of."""

import json
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser

from catalog.publish.build import build
from tests.browser.conftest import Open
from tests.browser.looking import look
from tests.browser.serving import served
from tests.catalog.publish.conftest import write_catalogue

pytestmark = pytest.mark.browser

OLD = "sv/projects/exempel-gamla-portalen/"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the invented catalogue with an address, and serve it below a path as a forge does."""
    base = tmp_path_factory.mktemp("lasting")
    folder = write_catalogue(base / "source")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "site_url: https://example.org/katalog/\n")
    build(folder, date(2026, 9, 1), output=base / "host" / "katalog")
    with served(base / "host") as at:
        yield f"{at}/katalog"


def test_an_old_address_leads_on(visit: Open, address: str) -> None:
    """To the project's page, by itself."""
    page = visit(OLD)
    page.wait_for_url(f"{address}/sv/projects/portalen/")
    assert "Portalen" == page.inner_text("h1")


def test_an_old_address_leads_on_without_a_script(browser: Browser, address: str) -> None:
    """No script is needed for it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{OLD}")
    page.wait_for_url("**/projects/portalen/")
    context.close()


@pytest.mark.parametrize(
    "path", ["sv/", "sv/projects/portalen/", "en/bodies/exempelkommun/", "en/statistics/"]
)
def test_data_for_machines_is_let_be_by_the_policy(visit: Open, path: str) -> None:
    """The browser says nothing of it (the fixture would tell), and what is there can be read."""
    found = visit(path).locator('script[type="application/ld+json"]')
    assert ["https://schema.org"] == [json.loads(t)["@context"] for t in found.all_text_contents()]


@pytest.mark.parametrize("path", ["", "404.html"])
def test_no_violation(visit: Open, path: str) -> None:
    """The front door and the page for the lost, as every other page."""
    assert [] == look([visit(path)])


def test_the_lost_reach_the_list(visit: Open, address: str) -> None:
    """The links of the page work wherever it is shown."""
    page = visit("404.html")
    page.click("text=Sök bland projekten")
    page.wait_for_url(f"{address}/sv/projects/")
