"""axe-core on pages that are open, several at the same time; and how wide they are."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

SCHEMES = ("light", "dark")
WIDTHS = (320, 768, 1280)
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS = {"runOnly": TAGS, "resultTypes": ["violations"]}  # what passes is counted, not described

# Nothing is returned, so that the browser is not waited for: pages are looked at side by side.
BEGIN = """(options) => { window.looking = axe.run(document, options).then(({ violations }) =>
  violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))])
); }"""
END = "() => looking"
IS_WIDER = "document.documentElement.scrollWidth > innerWidth"


class Seen(NamedTuple):
    """Something wrong: on which of the pages, how it was shown, what."""

    page: str
    scheme: str
    width: int
    what: Any


def look(
    pages: Iterable[Page], *, schemes: Iterable[str] = SCHEMES, widths: Iterable[int] = WIDTHS
) -> list[Seen]:
    """Look at loaded pages in each scheme and width: what axe finds, and any sideways scroll."""
    pages, widths = list(pages), tuple(widths)
    for page in pages:
        page.evaluate(AXE_SCRIPT)
    return [
        Seen(page.url.split("/", 3)[3], scheme, width, what)
        for scheme in schemes
        for width in widths
        for page, found in zip(pages, _found(pages, scheme, width), strict=True)
        for what in found
    ]


def _found(pages: list[Page], scheme: str, width: int) -> list[list[Any]]:
    for page in pages:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(BEGIN, OPTIONS)
    return [
        page.evaluate(END) + ["wider than the window"] * page.evaluate(IS_WIDER) for page in pages
    ]


def tools(page: Page) -> dict[str, str]:
    """Return which versions look, at a page that was looked at."""
    browser = page.context.browser
    return {"chromium": browser.version if browser else "", "axe": page.evaluate("axe.version")}
