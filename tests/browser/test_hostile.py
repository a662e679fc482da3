"""A catalogue of nothing but attacks: nothing runs, nothing leaves, the frame stays whole."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import expect

from catalog.publish.assets import SHIPPED
from catalog.publish.build import build
from tests import hostile
from tests.browser.conftest import TODAY, Open
from tests.browser.looking import IS_WIDER, look
from tests.browser.serving import served
from tests.browser.test_accessible import filled

pytestmark = pytest.mark.browser

LONE = f"projects/{hostile.LONE_ID}/"
KINDS = (
    "", "projects/", "projects/?q=script", "projects/hostile/", LONE, "bodies/", "bodies/evil/",
    "bodies/evil/todo/", "model/", "model/GEN-1/", f"compare/?p=hostile&p={hostile.LONE_ID}",
    "status/",
)  # fmt: skip
# What stands in the page after scripts of ours have run, that no page of ours may hold.
WRONG = """() => [
  ...[...document.querySelectorAll('*')].filter((e) => [...e.attributes].some((a) =>
    a.name.startsWith('on') || ['style', 'srcdoc', 'autofocus'].includes(a.name))),
  ...document.querySelectorAll('script:not([src], [type="application/ld+json"])'),
  ...document.querySelectorAll('style, iframe, object, embed, base'),
  ...document.querySelectorAll('form[action], img:not([src="badge.svg"])'),
  ...[...document.querySelectorAll('[href], [src]')].filter((e) =>
    /^\\s*(javascript|data|vbscript):/i.test(e.getAttribute('href') ?? e.getAttribute('src'))),
].map((e) => e.outerHTML.slice(0, 200))"""
FRAME = "() => [...document.body.children].map((e) => e.localName).filter((n) => n !== 'script')"
WHOLE = ["svg", "a", "header", "main", "footer"]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the hostile catalogue."""
    folder = tmp_path_factory.mktemp("hostile") / "katalog"
    hostile.write_catalogue(folder)
    shutil.copytree(SHIPPED / "pages", folder / "pages")
    (folder / "mkdocs.yml").write_text(
        "site_name: Provkatalogen\ndocs_dir: pages\nsite_dir: public\n"
        "site_url: https://catalogue.example/\ntheme: {name: kodkatalog}\nplugins: [kodkatalog]\n"
        "markdown_extensions: [attr_list]\n",
        encoding="utf-8",
    )
    return build(folder, TODAY).output


@pytest.fixture(scope="module")
def address(output: Path) -> Iterator[str]:
    """Serve it, in place of the shipped one."""
    with served(output) as at:
        yield at


def test_files_beside_the_pages_are_whole(output: Path) -> None:
    """What browsers and machines read parses."""
    pictures, files = list(output.rglob("*.svg")), list(output.rglob("*.json"))
    assert {"svg"} == {_root(p) for p in pictures}
    assert all(json.loads(path.read_text(encoding="utf-8")) for path in files)


def _root(picture: Path) -> str:
    return ET.parse(picture).getroot().tag.rpartition("}")[2]  # noqa: S314 - our own drawing


def _leads_on(page: Path) -> bool:
    """Tell whether it is the old address of something, which a browser leaves at once."""
    return 'http-equiv="refresh"' in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_stays_whole(visit: Open, output: Path, language: str) -> None:
    """On each page of the site, narrow and wide: its own frame, and nothing that acts."""
    pages = (p for p in output.rglob(f"{language}/**/*.html") if not _leads_on(p))
    paths = [p.parent.relative_to(output).as_posix() for p in pages]
    page, told = visit(f"{language}/"), {}
    for path in sorted(paths):
        page.goto(f"{page.url.partition(f'/{language}/')[0]}/{path}/")
        frame = page.evaluate(FRAME)
        told[path] = page.evaluate(WRONG) + ([] if frame == WHOLE else frame)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            told[path] += [f"wider than {width} px"] * page.evaluate(IS_WIDER)
    assert {} == {path: found for path, found in told.items() if found}
    assert len(told) > len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_accessible(visit: Open, kind: str) -> None:
    """Nothing that axe can find, no sideways scroll, also in what scripts have shown."""
    pages = [filled(visit(f"{language}/{kind}"), kind) for language in ("sv", "en")]
    assert [] == look(pages, schemes=["light"], widths=[320, 1280])
    assert [[], []] == [page.evaluate(WRONG) for page in pages]


@pytest.mark.parametrize("words", hostile.WORDS)
def test_words_that_are_searched_for_are_words(visit: Open, words: str) -> None:
    """Typed or in the address, and as the name of a project to compare."""
    page = visit("sv/projects/")
    page.fill("#q", words)
    expect(page.locator("#said")).not_to_be_empty()
    page.goto(page.url.replace("projects/", "compare/").partition("?")[0])
    page.fill("#project", words)
    page.keyboard.press("Enter")
    answer = re.compile("Det finns inget projekt som heter|Ett projekt valt")  # one is called so
    expect(page.locator("#said")).to_have_text(answer)
    assert [] == page.evaluate(WRONG)


def test_an_address_that_is_made_up_shows_nothing(visit: Open) -> None:
    """Facets, sorts and projects that do not exist are let lie."""
    page = visit("sv/projects/?kind=<script>&level=9&sort=constructor&q=__proto__&constructor=1")
    expect(page.locator("#said")).to_contain_text("Inget projekt passar.")
    assert [] == page.evaluate(WRONG)
