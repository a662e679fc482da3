"""axe-core finds nothing on any kind of page: both languages, both schemes, narrow to wide."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.looking import SCHEMES, WIDTHS, look, tools
from tests.browser.report import LOOKED, TOOLS

pytestmark = pytest.mark.browser

KINDS = (
    "", "projects/", "projects/?level=1&sort=latest", "projects/municipio/",
    "projects/alingsas-kommun-arena/", "bodies/", "bodies/helsingborg/", "bodies/alingsas/",
    "bodies/alingsas/todo/",
    "model/", "model/GEN-1/", "calls/", "reuse/", "statistics/", "compare/",
    "compare/?p=municipio&p=haffa", "fit/",
    "fit/?login=entra-id&run=containers&db=postgresql&join=yes", "fit/?p=haffa&run=none",
    "maintainers/", "maintainers/alingsas/", "status/", "about/", "accessibility/", "privacy/",
    "for-maintainers/", "take-part/",
)  # fmt: skip
LANGUAGES = {"sv": 1280, "en": 320}  # and how wide a page of it is at first
Record = Callable[[str, object], None]
SHOWN = {"compare": "#compared", "fit": "#fitting"}


def filled(page: Page, kind: str) -> Page:
    """Wait until a script has shown what the address asks for."""
    if "?" in kind:
        shown = SHOWN.get(kind.partition("/")[0], "#results")
        page.wait_for_selector(f"{shown}:not([hidden]), {shown} tbody tr")
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(visit: Open, kind: str, record_property: Record) -> None:
    """Nothing that axe can find, and no sideways scroll; nothing moves while it is loaded."""
    pages = [filled(visit(f"{code}/{kind}", width=w), kind) for code, w in LANGUAGES.items()]
    seen = look(pages)
    shown = {"kinds": [kind], "languages": [*LANGUAGES], "schemes": SCHEMES, "widths": WIDTHS}
    views = len(LANGUAGES) * len(SCHEMES) * len(WIDTHS)
    record_property(LOOKED, shown | {"views": views, "findings": len(seen)})
    record_property(TOOLS, tools(pages[0]))
    assert [] == seen
