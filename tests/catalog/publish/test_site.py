"""The invented catalogue, built by MkDocs into a folder, read back as a browser would."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from catalog.publish.build import BuildReport, build
from catalog.publish.pages import Page
from catalog.publish.site import Site
from catalog.publish.views.editorial import EditorialView
from catalog.store.schema import schema_text

TODAY = date(2026, 9, 1)
KINDS = [
    "", "projects/", "projects/portalen/", "projects/arenan/", "bodies/", "bodies/exempelkommun/",
    "model/", "model/GEN-1/", "bodies/exempelkommun/todo/", "status/", "about/",
    "statistics/",
]  # fmt: skip


@pytest.fixture
def built(folder: Path) -> BuildReport:
    """Build the invented catalogue."""
    return build(folder, TODAY)


def pages(output: Path) -> Iterator[tuple[str, Element]]:
    """Parse every page strictly; yield its path and its tree."""
    for path in sorted(output.rglob("*.html")):
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        yield path.relative_to(output).as_posix(), parser.parse(path.read_text(encoding="utf-8"))


def test_report_counts(built: BuildReport) -> None:
    """The report counts each project once, whatever the languages."""
    assert (3, True) == (built.projects, built.pages > 2 * len(KINDS))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_in_every_language(built: BuildReport, language: str, kind: str) -> None:
    """Each page has its language, one title, one heading, a way past the menu, the same path."""
    text = (built.output / language / kind / "index.html").read_text(encoding="utf-8")
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    assert language == tree.get("lang")
    assert 1 == len(tree.findall(".//title")) == len(tree.findall(".//h1"))
    assert (tree.findtext(".//title") or "").endswith("Provkatalogen")
    assert ["#content"] == [a.get("href") for a in tree.findall(".//body/a[@class='skip']")]
    assert tree.find(".//main[@id='content']") is not None


def test_pages_are_valid_and_their_links_lead_somewhere(built: BuildReport) -> None:
    """Every page parses strictly, and every link inside the site finds a page and an anchor."""
    trees = dict(pages(built.output))
    anchors = {
        name: {e.get("id") for e in tree.iter() if e.get("id")} for name, tree in trees.items()
    }
    missing = []
    for name, tree in trees.items():
        for href in _addresses(tree):
            target, _, anchor = _inside(name, href).partition("#")
            target += "index.html" if target.endswith("/") or not target else ""
            if target in trees:
                found = not anchor or anchor in anchors[target]
            else:
                found = (built.output / target).is_file()
            if not found:
                missing.append((name, href))
    assert [] == missing


def test_the_schema_of_the_data_is_published(built: BuildReport) -> None:
    """Editors of other catalogues may name its address, which stays."""
    published = (built.output / "schema" / "projects.schema.json").read_text(encoding="utf-8")
    assert schema_text() == published


def test_nothing_comes_from_elsewhere(built: BuildReport) -> None:
    """No page loads anything from another host, or carries a script or a style in itself."""
    for name, tree in pages(built.output):
        loaded = [e.get("src") for e in tree.iter() if e.get("src")]
        loaded += [e.get("href") for e in tree.findall(".//link") if e.get("rel") != "canonical"]
        assert [] == [a for a in loaded if a and urlsplit(a).netloc], name
        assert [] == [e for e in tree.findall(".//script") if not e.get("src") or e.text], name
        assert [] == tree.findall(".//style"), name
        assert [] == [e.tag for e in tree.iter() if e.get("style") or e.get("onclick")], name


def test_policy_forbids_the_rest(built: BuildReport) -> None:
    """Every page carries a strict policy, so that a mistake stays harmless."""
    for name, tree in pages(built.output):
        policy = tree.find(".//meta[@http-equiv='Content-Security-Policy']")
        assert policy is not None, name
        assert policy.get("content", "").startswith("default-src 'none'; style-src 'self'")


def test_only_pages_with_a_script_may_run_one(built: BuildReport) -> None:
    """The policy allows our own scripts where there is one, and none elsewhere."""
    for name, tree in pages(built.output):
        policy = tree.find(".//meta[@http-equiv='Content-Security-Policy']")
        assert policy is not None, name
        allowed = "script-src 'self'" in policy.get("content", "")
        assert bool(tree.findall(".//script")) == allowed, name


def test_the_list_in_columns_has_a_value_for_each_project(built: BuildReport) -> None:
    """Every column is as long as the list, and every place is that of a choice."""
    text = (built.output / "sv/projects/projects.json").read_text(encoding="utf-8")
    found = json.loads(text)
    facets = found.pop("facets")
    assert {built.projects} == {len(column) for column in found.values()}
    assert {built.projects} == {len(facet["of"]) for facet in facets.values()}
    places = [(p, len(f["codes"])) for f in facets.values() for of in f["of"] for p in of]
    assert all(place < choices for place, choices in places)


def test_outward_links_are_https_and_tell_nothing(built: BuildReport) -> None:
    """Links to other sites are https and do not hand over the window."""
    for name, tree in pages(built.output):
        outward = [a for a in tree.iter("a") if urlsplit(a.get("href", "")).netloc]
        assert all(a.get("href", "").startswith("https://") for a in outward), name
        assert all(a.get("rel") == "noopener" for a in outward), name


def test_hostile_text_stays_text(built: BuildReport) -> None:
    """A description with markup in it is shown as it was written."""
    text = (built.output / "sv/projects/portalen/index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;" in text


def test_every_repository_is_reachable(built: BuildReport) -> None:
    """The list leads to every repository, also those that are parts of a product."""
    text = (built.output / "sv/projects/index.html").read_text(encoding="utf-8")
    assert all(f"exempel/{name}" in text for name in ("portal", "portal-theme"))
    assert 'href="../projects/' in text or 'href="../' in text


def test_text_in_another_language_says_so(built: BuildReport) -> None:
    """A Swedish question on an English page is marked as Swedish."""
    text = (built.output / "en/projects/portalen/index.html").read_text(encoding="utf-8")
    assert '<span lang="sv">Vem svarar?</span>' in text


def test_english_sentences_of_the_harvest_say_so(built: BuildReport) -> None:
    """Failures and warnings are marked on the Swedish status page, and plain on the English one."""
    swedish, english = (
        (built.output / code / "status/index.html").read_text("utf-8") for code in ("sv", "en")
    )
    assert '<span lang="en">the forge did not answer fully</span>' in swedish
    assert "<p>the forge did not answer fully</p>" in english


def test_what_the_forge_tells_is_on_the_project_page(built: BuildReport) -> None:
    """Archived, answers, newcomers' issues, the trail and the variant's origin."""
    text = (built.output / "en/projects/portalen/index.html").read_text("utf-8")
    assert "<strong>Archived.</strong>" in text
    assert "Half of the answers came within 3 days." in text
    assert 'href="https://github.com/exempel/portal/issues/0"' in text
    assert "formerly github.com/exempel/gamla-portalen" in text
    assert 'A variant of <a href="https://github.com/annan/tema" rel="noopener">' in text


def test_same_day_same_bytes(folder: Path, built: BuildReport) -> None:
    """A second build for the same day writes the same bytes."""
    again = build(folder, TODAY, output=folder / "again")
    assert _bytes(built.output) == _bytes(again.output)


def test_addresses_are_absolute_only_where_the_site_has_one(folder: Path) -> None:
    """With ``site_url`` the pages name each other's languages in full."""
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "site_url: https://example.org/k/\n")
    text = (build(folder, TODAY).output / "sv/model/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/k/sv/model/">' in text
    assert 'hreflang="en" href="https://example.org/k/en/model/"' in text


def test_weight(built: BuildReport) -> None:
    """The sheet is one small file."""
    assert (built.output / "assets" / "kodkatalog.css").stat().st_size < 36_000


def _addresses(tree: Element) -> list[str]:
    found = [e.get("href") or "" for e in tree.iter() if e.tag in {"a", "link"}]
    return [a for a in found if a and not urlsplit(a).scheme]


def _inside(page: str, href: str) -> str:
    joined = urljoin(f"https://site/{page}", href).removeprefix("https://site/")
    return unquote(re.sub(r"\?[^#]*", "", joined))  # what is asked for is no other page


def _bytes(output: Path) -> dict[str, bytes]:
    files = (path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


def test_serving_leaves_the_policy_out() -> None:
    """While serving, MkDocs' reload script is inline, so the policy would stop it."""
    page = Page("sv/about/", "editorial.html", EditorialView("Om", "<h1>Om</h1>"))
    policies = [
        "Content-Security-Policy" in Site("Prov", ("sv",), serving=serving).render(page)
        for serving in (False, True)
    ]
    assert [True, False] == policies


def test_a_project_says_who_says_what(built: BuildReport) -> None:
    """On demand, in both languages, with a link to the place that says so."""
    for language, words in (("sv", "Vem som säger det"), ("en", "Who says so")):
        page = built.output / language / "projects" / "portalen" / "index.html"
        section = page.read_text(encoding="utf-8").partition('<details class="said">')[2]
        assert words in section
        assert "/blob/c0ffee" in section.partition("</details>")[0]


OWN_MODEL = """
id: exempel
version: "2"
name: {sv: Exempels krav, en: The demands of the example}
windows: {maintained: 90}
dimensions: [{id: EXM, name: {sv: Egna, en: Own}}]
own:
  - id: EXM-1
    question: {sv: Finns en färdplan?, en: Is there a roadmap?}
    nature: statement
    weight: 2
    applies: [app, addon, library, site, docs, config]
    evidence: {sv: Dokument., en: Documents.}
    advice: {sv: Skriv en., en: Write one.}
    rules:
      pass: {sv: Det finns en färdplan., en: There is a roadmap.}
      fail: {sv: Det finns ingen färdplan., en: There is no roadmap.}
    answer: {pass: {document: roadmap}, otherwise: fail}
"""


def test_pages_say_that_the_model_is_the_catalogues_own(folder: Path) -> None:
    """The model's page tells what differs; every project's page that it does, and own answers."""
    (folder / "data/readiness.yaml").write_text(OWN_MODEL, encoding="utf-8")
    output = build(folder, TODAY).output
    told = (output / "sv/model/index.html").read_text(encoding="utf-8")
    page = (output / "sv/projects/portalen/index.html").read_text(encoding="utf-8")
    assert [] == [text for text in ("Exempels krav", "180 → 90", "EXM-1") if text not in told]
    assert [] == [text for text in ("Exempels krav", "Finns en färdplan?") if text not in page]
