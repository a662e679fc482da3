"""axe-core finds nothing on any kind of page: both languages, both schemes, narrow to wide."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Open

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
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(visit: Open, kind: str, language: str, scheme: str, width: int) -> None:
    """Nothing that axe can find, and no sideways scroll."""
    page = visit(f"{language}/{kind}", width=width, scheme=scheme)
    if "?" in kind:
        shown = {"compare": "#compared", "fit": "#fitting"}.get(kind.partition("/")[0], "#results")
        page.wait_for_selector(f"{shown}:not([hidden])")
    found = Axe().run(page, options=RULES).response["violations"]
    told = [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found]
    assert [] == told
    assert page.evaluate("document.documentElement.scrollWidth") <= width
