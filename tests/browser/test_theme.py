"""A body's own look in a real browser: both schemes, high contrast, colours forced, paper."""

import json
import shutil
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from catalog.publish.brand.tokens import derived, stronger
from catalog.publish.build import build
from tests.browser.conftest import ROOT, TODAY
from tests.browser.looking import OPTIONS
from tests.browser.serving import served

pytestmark = pytest.mark.browser

COLOUR = "#1b6b3a"
PAGES = ("sv/", "sv/projects/municipio/")
BRAND = {
    "name": "Grönviks kommuns gemensamma kodkatalog",
    "logo": {"file": "logo.svg", "alt": "Grönviks kommun"},
    "icon": "logo.svg",
    "colour": COLOUR,
    "accent": "#a3480f",
}
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 48">'
    '<path d="M4 4h36v22q0 14-18 20Q4 40 4 26z" fill="#1b6b3a"/><path d="M60 20h500v8H60z"/></svg>'
)
FOOTER = """{% extends "shipped/base.html" %}
{% block footer %}<p><a href="{{ page.home }}about/">Grönvik</a></p>{{ super() }}{% endblock %}
"""
VALUE = "(name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`)"
COLOUR_OF = "(at) => getComputedStyle(document.querySelector(at)).color"
LIGHT, DARK = derived(COLOUR, BRAND["accent"])  # type: ignore[arg-type]
MEDIA = {
    "light": ({"color_scheme": "light"}, LIGHT["brand"]),
    "dark": ({"color_scheme": "dark"}, DARK["brand"]),
    "more": (
        {"color_scheme": "light", "contrast": "more"},
        stronger(LIGHT, dark=False)["brand"],
    ),
    "more in the dark": (
        {"color_scheme": "dark", "contrast": "more"},
        stronger(DARK, dark=True)["brand"],
    ),
    "forced": ({"color_scheme": "light", "forced_colors": "active"}, "LinkText"),
    "forced in the dark": ({"color_scheme": "dark", "forced_colors": "active"}, "LinkText"),
}
See = Callable[..., Page]


@pytest.fixture(scope="module")
def branded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the shipped catalogue the look of an invented municipality, and serve it."""
    folder = tmp_path_factory.mktemp("branded")
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / "pages").mkdir()
    (folder / "templates").mkdir()
    (folder / "templates/base.html").write_text(FOOTER, encoding="utf-8")
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
    plugins = json.dumps([{"kodkatalog": {"languages": ["sv"], "brand": BRAND}}])
    said = "site_name: Prov\ndocs_dir: pages\nsite_dir: public\ntheme: {name: kodkatalog}\n"
    (folder / "mkdocs.yml").write_text(f"{said}plugins: {plugins}\n", encoding="utf-8")
    build(folder, TODAY)
    with served(folder / "public") as address:
        yield address


@pytest.fixture
def see(browser: Browser, branded: str) -> Iterator[See]:
    """Open a page as a reader has set the system; what the console says is an error."""
    opened, wrong = [], []

    def at(path: str, width: int = 1280, **media: str) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            reduced_motion="reduce",
            **media,  # type: ignore[arg-type]
        )
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
        page.goto(f"{branded}/{path}")
        return page

    yield at
    for context in opened:
        context.close()
    assert [] == wrong


@pytest.mark.parametrize(("media", "width"), [("light", 320), *((media, 1280) for media in MEDIA)])
@pytest.mark.parametrize("path", PAGES)
def test_no_violation(see: See, path: str, media: str, width: int) -> None:
    """Nothing that axe can find, no sideways scroll, and the colour that belongs there."""
    settings, brand = MEDIA[media]
    page = see(path, width, **settings)
    assert brand == page.evaluate(VALUE, "brand").strip()
    found = Axe().run(page, options=OPTIONS).response["violations"]
    assert [] == [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("contrast", ["no-preference", "more"])
def test_paper_is_light_from_the_dark(see: See, contrast: str) -> None:
    """Every token of a printed page is the one of the light scheme, or the paper's own."""
    settings = {"color_scheme": "dark", "contrast": contrast}
    page = see("sv/projects/municipio/", **settings)
    page.emulate_media(media="print")
    light = stronger(LIGHT, dark=False) if contrast == "more" else LIGHT
    kept = ("brand", "brand-ink", "accent", "line", "edge", "pass", "partial", "fail")
    assert [light[name] for name in kept] == [page.evaluate(VALUE, n).strip() for n in kept]
    assert ["#fff", "#000"] == [page.evaluate(VALUE, n).strip() for n in ("paper", "ink")]
    assert "rgb(0, 0, 0)" == page.evaluate(COLOUR_OF, "main h1")


def test_the_shipped_look_is_printed_light_as_well(browser: Browser, address: str) -> None:
    """Also without a sheet of a body's own."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}/sv/")
    dark = page.evaluate(VALUE, "brand").strip()
    page.emulate_media(media="print")
    assert ("#7ccdc9", "#0b5c63") == (dark, page.evaluate(VALUE, "brand").strip())
    context.close()


def test_the_logo_is_there_before_it_has_come(see: See) -> None:
    """Its room is kept; it has a text; on a dark screen it stands on a light plate."""
    page = see("sv/", color_scheme="dark")
    logo = page.get_by_alt_text("Grönviks kommun")
    assert ("240", "19") == (logo.get_attribute("width"), logo.get_attribute("height"))
    assert page.evaluate("document.querySelector('.mark img').naturalWidth") > 0
    plate = "getComputedStyle(document.querySelector('.mark img')).backgroundColor"
    assert "rgb(255, 255, 255)" == page.evaluate(plate)
    page.emulate_media(media="print")
    assert "rgba(0, 0, 0, 0)" == page.evaluate(plate)


def test_forced_colours_show_by_lines_what_colour_says_elsewhere(see: See) -> None:
    """Where one is, what is focused, how far the ladder goes."""
    page = see("sv/projects/municipio/", color_scheme="dark", forced_colors="active")
    page.keyboard.press("Tab")
    look = "(at) => { const s = getComputedStyle(document.querySelector(at)); return %s; }"
    assert "3px" == page.evaluate(look % "s.outlineWidth", ":focus-visible")
    bars = [page.evaluate(look % "s.borderBottomColor", f"header.site nav a{at}")
            for at in ("[aria-current]", ":not([aria-current])")]  # fmt: skip
    assert bars[0] != bars[1] == page.evaluate(look % "s.backgroundColor", "body")
    assert "1px" == page.evaluate(look % "s.borderTopWidth", ".verdict .ladder")


def test_nothing_moves_for_who_asks_for_less_motion(see: See) -> None:
    """No smooth scrolling, no transition and no animation."""
    page = see("sv/")
    assert "auto" == page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    moving = """() => [...document.querySelectorAll('*')].filter((e) => {
      const s = getComputedStyle(e);
      return s.animationName !== 'none' || !/^0s/.test(s.transitionDuration);
    }).length"""
    assert 0 == page.evaluate(moving)
