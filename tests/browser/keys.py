"""Keys as a reader presses them: nothing is focused, clicked or filled in by other means."""

from playwright.sync_api import Locator, Page

MOST = 400  # presses of Tab before something counts as out of reach

# Whether what has the focus shows it, and is not covered by something else or out of sight.
SHOWN = """() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const box = element.getClientRects()[0];
  const middle = (from, size, most) => (Math.max(0, from) + Math.min(from + size, most)) / 2;
  const [x, y] = [middle(box.x, box.width, innerWidth), middle(box.y, box.height, innerHeight)];
  const top = document.elementFromPoint(x, y);
  const label = element.closest("label");
  return element.matches(":focus-visible") && outlineStyle !== "none" && outlineWidth !== "0px"
    && top !== null && (element.contains(top) || top.contains(element) || label?.contains(top));
}"""


def tab_to(page: Page, wanted: Locator) -> Locator:
    """Press Tab until something has the focus; every stop on the way shows where one is."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        assert page.evaluate(SHOWN), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        if wanted.evaluate("(element) => element === document.activeElement"):
            return wanted
    raise AssertionError(f"{wanted} is not reached by Tab")


def enter(page: Page, wanted: Locator) -> None:
    """Go to something and press Enter."""
    tab_to(page, wanted)
    page.keyboard.press("Enter")
