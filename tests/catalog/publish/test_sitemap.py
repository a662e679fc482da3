"""The list of all pages, as the protocol of sitemaps.org has it."""

from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from catalog.models.curated import Language
from catalog.publish import sitemap
from catalog.publish.sitemap import days, robots, sitemaps
from catalog.publish.views.edition import Edition

SITE = "https://example.org/k/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def told(site: str = SITE, *paths: str, **dates: date) -> dict[str, ET.Element]:
    """Write the list of pages in two languages and read it back."""
    given = {path.replace("_", "/"): day for path, day in dates.items()}
    files = sitemaps(site, ("sv", "en"), paths, given)
    return {name: ET.fromstring(text) for name, text in files}  # noqa: S314 - written by us


def test_every_page_names_its_languages() -> None:
    """Each language is a page of its own and names all, with one for other readers."""
    tree = told(SITE, "sv/", "en/", "en/a/", "sv/a/", "sv/b/")["sitemap.xml"]
    assert [f"{SITE}{path}" for path in ("", "sv/", "en/", "sv/a/", "en/a/", "sv/b/")] == [
        loc.text for loc in tree.iterfind("s:url/s:loc", NAMES)
    ]
    links = [
        [(link.get("hreflang"), link.get("href")) for link in url.iterfind("x:link", NAMES)]
        for url in tree
    ]
    assert [("sv", f"{SITE}sv/"), ("en", f"{SITE}en/"), ("x-default", SITE)] == links[1] == links[2]
    assert ("x-default", f"{SITE}sv/a/") == links[4][-1]
    assert ["sv", "x-default"] == [language for language, _ in links[5]]


def test_a_date_is_there_where_the_data_tells_one() -> None:
    """Both languages of a page changed on the same day; others say nothing."""
    tree = told(SITE, "sv/a/", "en/a/", "sv/b/", a_=date(2026, 8, 1))["sitemap.xml"]
    found = [url.findtext("s:lastmod", None, NAMES) for url in tree]
    assert [None, "2026-08-01", "2026-08-01", None] == found


def test_more_than_a_file_holds_are_several(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index names them, and together they have each page once."""
    monkeypatch.setattr(sitemap, "MOST", 3)
    files = told(SITE, *(f"sv/{number}/" for number in range(6)))
    assert ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"] == list(files)
    index = [loc.text for loc in files.pop("sitemap.xml").iterfind("s:sitemap/s:loc", NAMES)]
    assert [f"{SITE}{name}" for name in files] == index
    assert [3, 3, 1] == [len(tree) for tree in files.values()]


def test_an_address_is_escaped() -> None:
    """Whatever stands in it, the list stays XML."""
    site = "https://example.org/?a=1&b='<\">/"
    tree = told(site, "sv/x/")["sitemap.xml"]
    assert [site, f"{site}sv/x/"] == [loc.text for loc in tree.iterfind("s:url/s:loc", NAMES)]


def test_days_are_those_of_the_data(edition: Callable[[Language], Edition]) -> None:
    """The latest commit, adoption or measurement; what nobody has dated has none."""
    found = days(edition("sv"))
    assert date(2026, 2, 1) == found["projects/portalen/"]
    assert "projects/arenan/" not in found


def test_robots_are_welcome_and_told_of_the_list() -> None:
    """Without an address of the site there is no list to tell of."""
    assert "User-agent: *\nDisallow:\n" == robots(None)
    assert robots(SITE).endswith("\n\nSitemap: https://example.org/k/sitemap.xml\n")
