"""All pages of whole catalogues: each is valid, and every link inside the site leads somewhere."""

from datetime import date
from pathlib import Path

import pytest

from catalog.publish.build import build
from tests import hostile, markup
from tests.browser.board import with_calls

TODAY = date(2026, 8, 22)  # of the shipped harvest
MKDOCS = (
    "site_name: Prov\nsite_dir: public\ntheme: {name: kodkatalog}\nplugins: [kodkatalog]\n"
    "markdown_extensions: [attr_list]\n"
)
PAGE = (
    "<!doctype html><html lang=sv><title>Prov</title><body><main id=content><h1>Prov</h1>"
    "{}</main></body></html>"
)


def test_the_shipped_catalogue(tmp_path: Path) -> None:
    """With calls in every state besides, so that no kind of page is missing."""
    output = build(with_calls(tmp_path / "catalogue"), TODAY).output
    assert {} == markup.faults_of(output)
    assert 300 < len(list(output.rglob("*.html")))


def test_a_catalogue_of_attacks(tmp_path: Path) -> None:
    """Whatever others write, pages stay valid and links inside the site are ours."""
    hostile.write_catalogue(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    assert {} == markup.faults_of(build(tmp_path, TODAY).output)


FAULTS = {
    "<p id=a></p><p id=a></p>": "id 'a' stands 2 times",
    "<p class=a class=b></p>": "Dropped duplicate attribute",
    "<p></div>": "End tag (div) seen too early",
    "<h3>Djupt</h3>": "h3 'Djupt' after h1",
    "<h2> </h2>": "an empty h2",
    "<h1>En till</h1>": "2 h1, or an empty one",
    "<p aria-describedby='content borta'></p>": "aria-describedby 'borta' is no id",
    "<label for=q>Sök</label>": "for 'q' is no id",
    "<input id=q>": "a control without a label",
    "<label>Sök <input></label><input>": "a control without a label",
    "<label><input type=checkbox autocomplete=off></label>": "autocomplete on a checkbox",
    "<a href='#content'><svg></svg></a>": "an empty a",
    "<button></button>": "an empty button",
    "<img src='index.html'>": "a picture without alt",
    "<table><tr><td>1</table>": "a table without a caption",
    "<table><caption> </caption><tr><td>1</table>": "a table without a caption",
    "<ul><p>1</p></ul>": "p in ul",
    "<div><li>1</li></div>": "li in div",
    "<a href='#content'>1 <button>2</button></a>": "button in a",
    "<a href='#borta'>1</a>": "#borta leads nowhere",
    "<a href='../borta/'>1</a>": "../borta/ leads nowhere",
    "<a href='/borta?x#content'>1</a>": "/borta?x#content leads nowhere",
    "<script src='borta.js'></script>": "borta.js leads nowhere",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told(tmp_path: Path, fault: str) -> None:
    """Each by itself, and no other with it."""
    (tmp_path / "index.html").write_text(PAGE.format(fault), encoding="utf-8")
    (told,) = markup.faults_of(tmp_path)["index.html"]
    assert FAULTS[fault] in told


def test_a_sound_page_has_no_fault(tmp_path: Path) -> None:
    """Labels around and beside, a name by reference, a README's table, an address with a query."""
    sound = (
        "<label>Sök <input></label><label for=q>Ord</label><input id=q><input aria-label=Tal>"
        "<div class='a readme'><table><tr><td>1</table></div><h2>Två</h2><h2>Två</h2>"
        "<a href='?a=b#content'>1</a><a href='https://example.org/x'>2</a><a href=./>3</a>"
        "<img src=index.html alt=''>"
    )
    (tmp_path / "index.html").write_text(PAGE.format(sound), encoding="utf-8")
    assert {} == markup.faults_of(tmp_path)
