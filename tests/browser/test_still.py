"""On a slow line as on a quick one: nothing that is shown moves when scripts and facts come."""

import re

import pytest
from playwright.sync_api import Route

from tests.browser.conftest import Open
from tests.browser.test_accessible import LANGUAGES, filled

pytestmark = pytest.mark.browser

KINDS = (
    "projects/", "projects/?level=1&sort=latest", "projects/skolportalen/#have=hosting", "compare/",
    "compare/?p=municipio&p=haffa", "fit/", "fit/?p=municipio,haffa&run=none",
)  # fmt: skip
WAIT = 300  # milliseconds that each script and each file of facts takes
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_while_it_waits(visit: Open, kind: str, language: str) -> None:
    """What moves is an error of the page, of which the fixture tells."""
    page = visit("sv/about/", width=LANGUAGES[language])
    waited: list[str] = []

    def slowly(route: Route) -> None:
        waited.append(route.request.url)
        page.wait_for_timeout(WAIT)
        route.continue_()

    page.route(re.compile(r"\.js(on)?$"), slowly)
    page.goto(page.url.replace("sv/about/", f"{language}/{kind}"))
    filled(page, kind).evaluate(DRAWN)
    assert waited
