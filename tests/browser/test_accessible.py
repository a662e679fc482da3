"""axe-core finds nothing on any kind of page: both languages, both schemes, narrow to wide."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.looking import look

pytestmark = pytest.mark.browser

KINDS = (
    "", "projects/", "projects/?level=1&sort=latest", "projects/municipio/",
    "projects/alingsas-kommun-arena/", "bodies/", "bodies/helsingborg/", "bodies/alingsas/todo/",
    "model/", "model/GEN-1/", "calls/", "reuse/", "statistics/", "compare/",
    "compare/?p=municipio&p=haffa", "fit/",
    "fit/?login=entra-id&run=containers&db=postgresql&join=yes", "fit/?p=haffa&run=none",
    "maintainers/", "maintainers/alingsas/", "status/", "about/", "accessibility/", "privacy/",
    "for-maintainers/", "take-part/",
)  # fmt: skip
LANGUAGES = {"sv": 1280, "en": 320}  # and how wide a page of it is at first
SHOWN = {"compare": "#compared", "fit": "#fitting"}


def filled(page: Page, kind: str) -> Page:
    """Wait until a script has shown what the address asks for."""
    if "?" in kind:
        shown = SHOWN.get(kind.partition("/")[0], "#results")
        page.wait_for_selector(f"{shown}:not([hidden]), {shown} tbody tr")
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(visit: Open, kind: str) -> None:
    """Nothing that axe can find, and no sideways scroll; nothing moves while it is loaded."""
    pages = [filled(visit(f"{code}/{kind}", width=w), kind) for code, w in LANGUAGES.items()]
    assert [] == look(pages)
