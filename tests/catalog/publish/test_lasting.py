"""Addresses that last, and what is told of them to those who search and share."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import html5lib
import pytest

from catalog.publish.build import BuildReport, build
from tests.catalog.publish.conftest import write_catalogue

TODAY = date(2026, 9, 1)
SITE = "https://example.org/katalog/"
HERE = Path(__file__).resolve().parents[3]
CONTACT = "security: {contact: ['mailto:sakerhet@example.org'], months: 3}"


def configured(folder: Path, *, options: str = CONTACT, site: str = SITE) -> Path:
    """Give a catalogue an address, and options of our plugin."""
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace(
        "[kodkatalog]", f"[kodkatalog: {{{options}}}]"
    )
    config.write_text(f"{text}site_url: {site}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    """Build a catalogue in which a project has left two ids, and a page is in one language."""
    folder = configured(write_catalogue(tmp_path_factory.mktemp("lasting") / "katalog"))
    data = folder / "data" / "projects.yaml"
    told = json.loads(data.read_text(encoding="utf-8"))
    told["projects"][0]["catalog"]["former"] = ["ingangen", "skolportal"]
    data.write_text(json.dumps(told), encoding="utf-8")
    (folder / "pages" / "sv" / "nytt.md").write_text("# Nytt\n\nBara *här* & <b>nu</b>.\n", "utf-8")
    return build(folder, TODAY)


def text(built: BuildReport, name: str) -> str:
    """Read a file of the site."""
    return (built.output / name).read_text(encoding="utf-8")


def trees(built: BuildReport) -> Iterator[tuple[str, ET.Element]]:
    """Parse every page strictly."""
    for path in sorted(built.output.rglob("*.html")):
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        name = path.relative_to(built.output).as_posix()
        yield name, parser.parse(path.read_text(encoding="utf-8"))


def meta(tree: ET.Element, key: str, name: str) -> list[str]:
    """Return what a page says of itself under a name."""
    return [e.get("content", "") for e in tree.iter("meta") if e.get(key) == name]


def is_moved(tree: ET.Element) -> bool:
    """Tell a page that only leads on."""
    return bool(meta(tree, "http-equiv", "refresh"))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("old", ["ingangen", "skolportal", "exempel-gamla-portalen"])
def test_an_old_address_leads_on(built: BuildReport, language: str, old: str) -> None:
    """By itself and by a link, without a script; search engines are told which one counts."""
    name = f"{language}/projects/{old}/index.html"
    tree = html5lib.parse(text(built, name), namespaceHTMLElements=False)
    (refresh,) = meta(tree, "http-equiv", "refresh")
    new = f"{SITE}{language}/projects/portalen/"
    assert "0; url=../portalen/" == refresh
    assert [new] == [urljoin(SITE + name, a.get("href", "")) for a in tree.iter("a")]
    assert [new] == [e.get("href") for e in tree.iter("link") if e.get("rel") == "canonical"]
    assert ["noindex"] == meta(tree, "name", "robots")


@pytest.mark.parametrize("name", ["badge.svg", "compared.json"])
def test_what_others_fetch_is_there_again(built: BuildReport, name: str) -> None:
    """A picture in a README does not follow a page that leads on."""
    assert text(built, f"sv/projects/portalen/{name}") == text(
        built, f"sv/projects/ingangen/{name}"
    )


def test_nothing_leads_to_a_page_that_leads_on(built: BuildReport) -> None:
    """No chains: each old address leads to where the project is."""
    moved = {name for name, tree in trees(built) if is_moved(tree)}
    assert 6 == len(moved)
    for name, tree in trees(built):
        ways = (urljoin(f"/{name}", a.get("href", "")) for a in tree.iter("a"))
        assert not moved & {f"{way.strip('/')}/index.html" for way in ways}, name


def test_every_page_tells_what_it_is(built: BuildReport) -> None:
    """In words, short, and without signs that turn or hide."""
    for name, tree in trees(built):
        (said,) = meta(tree, "name", "description")
        assert 3 < len(said) <= 160, name
        assert said.isprintable(), name


def test_descriptions_differ_between_kinds_of_pages(built: BuildReport) -> None:
    """They are of the page, not of the site; only start and front door say what the site is."""
    kinds = ("", "projects/", "projects/portalen/", "bodies/", "bodies/provby/", "calls/", "model/",
             "model/LIC-1/", "status/", "statistics/", "about/", "compare/", "fit/", "reuse/",
             "maintainers/", "maintainers/provby/", "bodies/exempelkommun/todo/")  # fmt: skip
    pages = [text(built, f"sv/{kind}index.html") for kind in kinds]
    said = [re.findall('<meta name="description" content="(.*)">', page)[0] for page in pages]
    assert len(kinds) == len(set(said))


def test_hostile_words_stay_words_in_what_is_shared(built: BuildReport) -> None:
    """Escaped once, where they are cut as well."""
    tree = html5lib.parse(
        text(built, "sv/projects/portalen/index.html"), namespaceHTMLElements=False
    )
    words = 'Ingång <script>alert("x")</script>'
    assert [words] == meta(tree, "name", "description") == meta(tree, "property", "og:description")


def test_every_page_can_be_shared(built: BuildReport) -> None:
    """Title, kind, address, languages and a picture that is there, in absolute addresses."""
    assert (built.output / "assets" / "kodkatalog.png").read_bytes().startswith(b"\x89PNG")
    for name, tree in trees(built):
        if "/" not in name or is_moved(tree):
            continue
        address = SITE + name.removesuffix("index.html")
        assert [address] == meta(tree, "property", "og:url"), name
        assert [f"{SITE}assets/kodkatalog.png"] == meta(tree, "property", "og:image"), name
        told = ("title", "type", "description", "site_name", "locale", "image:alt")
        assert all(meta(tree, "property", f"og:{one}") != [""] for one in told), name


def test_languages_of_a_page_are_those_that_are_there(built: BuildReport) -> None:
    """Each names all, itself among them, and one for other readers; a page in one names none."""
    known = {name for name, _ in trees(built)}
    for name, tree in trees(built):
        told = {
            e.get("hreflang"): e.get("href", "").removeprefix(SITE)
            for e in tree.iter("link")
            if e.get("rel") == "alternate"
        }
        pages = {f"{path}index.html" if path[-1:] in ("/", "") else path for path in told.values()}
        assert pages <= known, name
        if "/" in name and not is_moved(tree):
            others = set() if "/nytt/" in name else {"en"}
            assert {"sv", "x-default"} | others == told.keys(), name


def test_a_page_in_one_language_leads_to_the_start_of_the_other(built: BuildReport) -> None:
    """The switch never leads to a page that is not there."""
    page = text(built, "sv/nytt/index.html")
    assert 'href="../../en/" hreflang="en"' in page
    assert '<meta name="description" content="Bara här &amp; nu.">' in page


def test_the_list_of_pages_has_each_page_once(built: BuildReport) -> None:
    """All that may be found, and nothing that leads on or is for the lost."""
    tree = ET.fromstring(text(built, "sitemap.xml"))  # noqa: S314 - our own
    listed = [e.text for e in tree.iter() if e.tag.endswith("}loc")]
    pages = [SITE + name.removesuffix("index.html") for name, tree in trees(built)
             if not is_moved(tree) and name != "404.html"]  # fmt: skip
    assert sorted(pages) == sorted(filter(None, listed))


def test_every_script_is_a_file_of_ours_or_data(built: BuildReport) -> None:
    """Nothing in a page runs but files of the site; data is JSON and nothing else."""
    for name, tree in trees(built):
        (policy,) = meta(tree, "http-equiv", "Content-Security-Policy")
        assert "unsafe" not in policy, name
        assert policy.startswith("default-src 'none'; style-src 'self'"), name
        for script in tree.iter("script"):
            if script.get("type") == "application/ld+json":
                assert "https://schema.org" == json.loads(script.text or "")["@context"], name
            else:
                assert (script.get("src", "").endswith(".js"), script.text) == (True, None), name
        assert [] == [e.tag for e in tree.iter() if any(a.startswith("on") for a in e.attrib)], name
        assert [] == [e.tag for e in tree.iter() if e.tag == "style" or e.get("style")], name


def test_machines_are_told_of_every_kind_of_page(built: BuildReport) -> None:
    """By the kind of thing that it is about."""
    kinds = {"": "WebSite", "projects/portalen/": "SoftwareSourceCode", "statistics/": "Dataset",
             "bodies/provby/": "GovernmentOrganization", "model/LIC-1/": "BreadcrumbList",
             "maintainers/provby/": "BreadcrumbList"}  # fmt: skip
    for path, kind in kinds.items():
        page = text(built, f"en/{path}index.html")
        assert '<script type="application/ld+json">{"@context":"https://schema.org"' in page
        assert f'"@type":"{kind}"' in page


def test_the_lost_find_the_way_from_anywhere(built: BuildReport) -> None:
    """The page is shown at any address, so that its links begin at the site's own path."""
    tree = html5lib.parse(text(built, "404.html"), namespaceHTMLElements=False)
    ways = [e.get("href", "") for e in tree.iter() if e.tag in ("a", "link")]
    assert all(way.startswith("/katalog/") for way in ways)
    known = {path.relative_to(built.output).as_posix() for path in built.output.rglob("*")}
    assert {way.removeprefix("/katalog/").rstrip("/") for way in ways} <= known
    assert ["sv", "en"] == [e.get("lang") for e in tree.iter("section")]


def test_the_front_door_lets_choose(built: BuildReport) -> None:
    """Each language in its own words; nobody is sent on before having chosen."""
    tree = html5lib.parse(text(built, "index.html"), namespaceHTMLElements=False)
    assert not is_moved(tree)
    assert ["sv", "en"] == [e.get("lang") for e in tree.iter("section")]
    assert {"sv/", "sv/projects/", "en/", "en/projects/"} == {a.get("href") for a in tree.iter("a")}


def test_reports_of_weaknesses_have_an_address(built: BuildReport) -> None:
    """The file is by the configuration and the day of the build."""
    lines = text(built, ".well-known/security.txt").splitlines()
    assert ["Contact: mailto:sakerhet@example.org", "Expires: 2026-12-01T00:00:00Z"] == lines[:2]
    assert "" == text(built, ".nojekyll")
    assert ["robots.txt and .well-known/security.txt"] == [
        n.partition(" are")[0] for n in built.notes
    ]


def test_what_is_not_configured_is_told(folder: Path) -> None:
    """No address, no list of pages; no contact, no file; each with what to write."""
    report = build(folder, TODAY)
    assert ["site_url: https://…/", "security: {contact: [mailto:ROLE@YOUR-DOMAIN]}"] == [
        re.findall("write '(.*?)'", note)[0] for note in report.notes
    ]
    for name in ("sitemap.xml", ".well-known/security.txt"):
        assert not (report.output / name).exists()
    assert "ld+json" not in text(report, "sv/projects/portalen/index.html")


def test_a_contact_that_is_none_stops_the_build(folder: Path) -> None:
    """With what to write, before anything is written."""
    configured(folder, options="security: {contact: [sakerhet@example.org]}")
    with pytest.raises(Exception, match="write https://… or mailto:"):
        build(folder, TODAY)
    assert not (folder / "public").exists()


def test_a_catalogues_own_files_win(folder: Path) -> None:
    """A picture or a word to robots of its own lies where ours would, and ours is back after it."""
    for name in ("robots.txt", "assets/kodkatalog.png"):
        own = folder / "pages" / name
        own.parent.mkdir(exist_ok=True)
        own.write_text("own", encoding="utf-8")
        assert "own" == text(build(folder, TODAY), name)
        own.unlink()
        assert b"own" != (build(folder, TODAY).output / name).read_bytes()


def test_the_same_bytes_anywhere(tmp_path: Path) -> None:
    """Whatever the folder, the order in which Python keeps sets, or the zone of the clock."""
    found = []
    for seed, zone in (("1", "UTC"), ("4711", "Pacific/Auckland")):
        folder = configured(write_catalogue(tmp_path / f"katalog-{seed}"))
        subprocess.run(
            [sys.executable, "-m", "catalog", "build", "--today", "2026-09-01"],
            cwd=folder, check=True, capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(HERE), "TZ": zone},
        )  # fmt: skip
        public = folder / "public"
        files = (path for path in public.rglob("*") if path.is_file())
        found.append({path.relative_to(public): path.read_bytes() for path in files})
    assert found[0] == found[1]
