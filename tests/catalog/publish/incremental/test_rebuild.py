"""A site that is built again is, byte for byte, the one that is built from nothing."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from catalog.publish.assets import SHIPPED
from catalog.publish.build import build
from catalog.store.browser import written
from tests.runs import RUN

TODAY = date(2026, 9, 1)
PORTAL = "data/snapshot/github.com/exempel/portal.json"
README = "data/snapshot/github.com/exempel/portal.README.md"
LIST = "public/sv/bodies/exempelkommun/todo/catalogue.yaml"
PAGE = "public/sv/projects/portalen/index.html"
Change = Callable[[Path], None]


def nothing(_: object) -> None:
    """Change nothing."""


def tree(folder: Path) -> dict[str, bytes]:
    """Read all files below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def is_as_cold(folder: Path, today: date = TODAY) -> bool:
    """Build again, and from nothing somewhere else; tell whether both are the same."""
    build(folder, today)
    build(folder, today, output=folder / "cold", cache=False)
    return tree(folder / "public") == tree(folder / "cold")


def data(change: Callable[[dict[str, Any]], object], *, indent: int | None = 1) -> Change:
    """Change what people have written."""

    def done(folder: Path) -> None:
        path = folder / "data" / "projects.yaml"
        told = json.loads(path.read_text(encoding="utf-8"))
        change(told)
        path.write_text(json.dumps(told, indent=indent), encoding="utf-8")

    return done


def facts(name: str, change: Callable[[dict[str, Any]], object]) -> Change:
    """Change what a harvest has written."""

    def done(folder: Path) -> None:
        told = json.loads((folder / name).read_text(encoding="utf-8"))
        change(told)
        (folder / name).write_text(json.dumps(told), encoding="utf-8")

    return done


def text(name: str, content: str) -> Change:
    """Write a file."""

    def done(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    return done


def replaced(name: str, old: str, new: str) -> Change:
    """Change a file in one place."""

    def done(folder: Path) -> None:
        before = (folder / name).read_text(encoding="utf-8")
        assert old in before
        (folder / name).write_text(before.replace(old, new), encoding="utf-8")

    return done


NEW = {"id": "nytt", "name": "Nytt", "body": "provby", "catalog": {"repos": []}}
OWN_MODEL = "id: egen\nversion: '1'\nname: {sv: Egen, en: Own}\nwindows: {maintained: 1}\n"

CALL = {
    "id": "rop",
    "type": "co-develop",
    "title": {"sv": "Bygg med oss"},
    "owner": "exempelkommun",
    "project": "portalen",
    "status": "open",
    "ask": {"sv": "Tid"},
    "offer": {"sv": "Kod"},
    "contact": {"role": "Enheten", "mailbox": "it@exempel.example"},
    "published": "2026-08-01",
    "reviewBy": "2026-12-01",
}
HISTORY = (
    "date,project,level,stars,contributors,open calls,possible,model\n"
    "2026-08-22,portalen,1,,,0,2,0.3\n"
)

USAGE = {
    "files": {
        "provby.example": {
            "found": {"software": [{"url": "https://github.com/exempel/portal", "stage": "pilot"}]}
        }
    }
}
NO_USE = {"body": "provby", "project": "portalen", "reason": "Nej.", "asOf": "2026-08-01"}


def domain_says(folder: Path) -> None:
    """Let a body's own domain have told what it uses."""
    data(lambda d: d["bodies"][1].update(domains=["provby.example"]))(folder)
    text("data/snapshot/usage.json", json.dumps(USAGE))(folder)


CHANGES: dict[str, Change] = {
    "description": data(lambda d: d["projects"][0]["description"]["sv"].update(
        shortDescription="En annan ingång")),
    "name": data(lambda d: d["projects"][1].update(name="Bofinken")),
    "new project": data(lambda d: d["projects"].insert(0, NEW)),
    "removed project": data(lambda d: d["projects"].pop(1)),
    "new id": data(lambda d: d["projects"][1].update(id="arenan-2")),
    "adoption": data(lambda d: d["adoptions"].append(
        {"id": "a4", "project": "arenan", "stage": "production", "asOf": "2026-02-01",
         "basis": "attested", "body": "exempelkommun"})),
    "call": data(lambda d: d.update(calls=[CALL])),
    "call answered": data(lambda d: d.update(calls=[{**CALL, "participants": [
        {"body": "provby", "role": "interested", "since": "2026-08-20"}]}])),
    "history": text("data/history.csv", HISTORY),
    "former id": data(lambda d: d["projects"][0]["catalog"].update(former=["gammal"])),
    "no adoptions": data(lambda d: d.pop("adoptions")),
    "reference": data(lambda d: d["references"][0].update(url="https://example.org/annat")),
    "body": data(lambda d: d["bodies"][0].update(nameEn="Sample Municipality")),
    "lines": data(nothing, indent=3),
    "facts": facts(PORTAL, lambda f: f["licences"]["found"][0].update(spdx="EUPL-1.2")),
    "archived": facts(PORTAL, lambda f: f["forge"]["about"]["found"].update(archived=False)),
    "no facts": lambda folder: (folder / PORTAL).unlink(),
    "corrupt facts": text(PORTAL, "{"),
    "run": facts("data/snapshot/run.json", lambda r: r["sources"]["exempel"].update(
        succeeded="2026-08-30")),
    "template": text("templates/project/answers.html", "{% macro answers() %}{% endmacro %}"),
    "frame": text("templates/front.html", "<!doctype html><title>{{ name }}</title>"),
    "model": text("data/readiness.yaml", OWN_MODEL),
    "run in a browser": text("data/accessibility.json", written(RUN)),
    "editorial page": text("pages/sv/ny.md", "# Ny\n"),
    "site's name": replaced("mkdocs.yml", "Provkatalogen", "Katalogen"),
    "site's address": replaced(
        "mkdocs.yml", "docs_dir:", "site_url: https://k.example.org/\ndocs_dir:"),
    "one language": replaced("mkdocs.yml", "[kodkatalog]", "[{kodkatalog: {languages: [sv]}}]"),
    "brand": replaced("mkdocs.yml", "[kodkatalog]", "[{kodkatalog: {brand: {colour: '#1b6b3a'}}}]"),
    "another folder of templates": replaced(
        "mkdocs.yml", "[kodkatalog]", "[{kodkatalog: {templates: beside}}]"),
    "nothing": nothing,
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_the_sources(folder: Path, change: str) -> None:
    """Whatever people, harvests and those who configure it change, the pages follow."""
    data(nothing)(folder)
    text("beside/front.html", "<!doctype html><title>{{ name }}: beside</title>")(folder)
    build(folder, TODAY)
    before = tree(folder / "public")
    CHANGES[change](folder)
    if change == "template":  # it is overridden by what it was, with a word more
        shipped = SHIPPED / "templates" / "project" / "answers.html"
        text("templates/project/answers.html", f"{shipped.read_text()} Å")(folder)
    assert is_as_cold(folder)
    silent = {"nothing", "lines"}  # no repository is known to lead to the lines of
    assert (change in silent) == (before == tree(folder / "public"))


def test_a_readme_that_is_kept(folder: Path) -> None:
    """It comes, changes and goes with its file."""
    seen = {"path": "README.md", "bytes": 9, "encoding": "utf-8", "markup": "markdown"}
    facts(PORTAL, lambda f: f.update(readmes={"found": [seen]}))(folder)
    shown = []
    for content in ("# Ett", "# Två"):
        text(README, content)(folder)
        assert is_as_cold(folder)
        shown.append((folder / PAGE).read_bytes())
    (folder / README).unlink()
    assert is_as_cold(folder)
    assert 3 == len({*shown, (folder / PAGE).read_bytes()})


def test_what_is_to_be_confirmed_and_what_is_not(folder: Path) -> None:
    """A sign comes, is said to be none, and goes, on the pages of its body."""
    shown = []
    for change in (nothing, domain_says, data(lambda d: d.update(rejections=[NO_USE]))):
        change(folder)
        assert is_as_cold(folder)
        shown.append((folder / "public/sv/bodies/provby/index.html").read_bytes())
    assert 3 == len(set(shown))


def test_an_old_address_comes_and_goes(folder: Path) -> None:
    """What leads on is there as long as somebody says so, and leads to where the project is."""
    old, badge = (folder / "public/sv/projects/gammal" / n for n in ("index.html", "badge.svg"))
    CHANGES["former id"](folder)
    assert is_as_cold(folder)
    assert "../portalen/" in old.read_text(encoding="utf-8")
    data(lambda d: d["projects"][0].update(id="porten", catalog={"former": ["gammal"]}))(folder)
    data(lambda d: d.pop("adoptions"))(folder)
    assert is_as_cold(folder)
    assert "../porten/" in old.read_text(encoding="utf-8")
    data(lambda d: d["projects"][0]["catalog"].pop("former"))(folder)
    assert is_as_cold(folder)
    assert not old.exists()
    assert not badge.exists()


def test_a_contact_comes_and_goes(folder: Path) -> None:
    """Its file begins with a dot, as what is somebody else's does, and goes all the same."""
    config, place = folder / "mkdocs.yml", folder / "public/.well-known/security.txt"
    before = config.read_text(encoding="utf-8")
    option = "[{kodkatalog: {security: {contact: ['mailto:it@exempel.example']}}}]"
    config.write_text(before.replace("[kodkatalog]", option), encoding="utf-8")
    assert is_as_cold(folder)
    assert place.is_file()
    beside = place.with_name("acme-challenge")
    beside.write_text("somebody else's", encoding="utf-8")
    config.write_text(before, encoding="utf-8")
    build(folder, TODAY)
    assert [beside] == list(place.parent.iterdir())


BRANDED = "[{kodkatalog: {brand: {logo: {file: logo.svg, alt: Exempelstad}}}}]"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h%d"/></svg>'


def test_a_logo_that_changes(folder: Path) -> None:
    """It is shown under a new name by every page, and the old one goes."""
    replaced("mkdocs.yml", "[kodkatalog]", BRANDED)(folder)
    names = []
    for length in (1, 2):
        text("logo.svg", SVG % length)(folder)
        assert is_as_cold(folder)
        (logo,) = (folder / "public/assets").glob("logo-*.svg")
        assert f"assets/{logo.name}" in (folder / PAGE).read_text(encoding="utf-8")
        names.append(logo.name)
    assert names[0] != names[1]


def test_a_template_of_ones_own_comes_changes_and_goes(folder: Path) -> None:
    """It changes every page that extends it, and the shipped one is there again without it."""
    build(folder, TODAY)
    shown = [(folder / PAGE).read_bytes()]
    for words in ("Ett", "Två"):
        block = f"{{% block footer %}}{words}{{% endblock %}}"
        text("templates/base.html", f'{{% extends "shipped/base.html" %}}{block}')(folder)
        assert is_as_cold(folder)
        shown.append((folder / PAGE).read_bytes())
    (folder / "templates/base.html").unlink()
    assert is_as_cold(folder)
    assert (3, shown[0]) == (len(set(shown)), (folder / PAGE).read_bytes())


def test_another_day(folder: Path) -> None:
    """What is counted in days is counted anew."""
    build(folder, TODAY)
    assert is_as_cold(folder, date(2029, 1, 1))


def test_changes_one_after_the_other(folder: Path) -> None:
    """A page that is kept through one build is not kept wrongly through the next."""
    for change in ("facts", "lines", "name", "model", "run", "no adoptions", "no facts"):
        CHANGES[change](folder)
        assert is_as_cold(folder)


def test_where_entries_stand_is_shown_where_it_leads_there(folder: Path) -> None:
    """An entry that has moved down is edited at its new line."""
    data(nothing)(folder)
    replaced("mkdocs.yml", "docs_dir:", "repo_url: https://github.com/k/k\ndocs_dir:")(folder)
    build(folder, TODAY)
    before = (folder / LIST).read_bytes()
    data(lambda d: d["references"].insert(0, {**d["references"][0], "id": "first"}))(folder)
    assert is_as_cold(folder)
    assert before != (folder / LIST).read_bytes()


STRAYS: dict[str, Change] = {
    "changed": replaced(PAGE, "Portalen", "Portalem"),
    "emptied": text(PAGE, ""),
    "removed": lambda folder: (folder / PAGE).unlink(),
    "added": text("public/sv/projects/portalen/mer.html", "mer"),
    "a style": text("public/assets/kodkatalog.css", "* {}"),
    "an editorial page": text("public/sv/about/index.html", "annat"),
    "manifest": text(".cache/pages/sv.json", '{"sv/projects/portalen/": [1, 2]}'),
    "another manifest": text(".cache/pages/sv.json", "[]"),
}


@pytest.mark.parametrize("stray", STRAYS)
def test_a_stray_change_of_what_was_built(folder: Path, stray: str) -> None:
    """What somebody has done to the output, or to what is known of it, is undone."""
    build(folder, TODAY)
    whole = tree(folder / "public")
    STRAYS[stray](folder)
    assert is_as_cold(folder)
    assert whole == tree(folder / "public")


def test_what_stands_in_the_way(folder: Path, tmp_path: Path) -> None:
    """A link, a file where a folder belongs, a folder where a file does: nothing outside is hit."""
    build(folder, TODAY)
    whole, outside = tree(folder / "public"), tmp_path / "outside"
    outside.mkdir()
    bodies, start = folder / "public/sv/bodies", folder / "public/sv/index.html"
    bodies.rename(tmp_path / "moved")
    bodies.symlink_to(outside)
    start.unlink()
    start.mkdir()
    (folder / "public/en/model").rename(tmp_path / "moved too")
    (folder / "public/en/model").write_text("", encoding="utf-8")
    build(folder, TODAY)
    assert (whole, {}) == (tree(folder / "public"), tree(outside))


def test_an_unchanged_page_is_not_written(folder: Path) -> None:
    """Only what has changed is: tools that copy the site see what is new."""
    build(folder, TODAY)
    before = (
        (folder / PAGE).stat().st_mtime_ns,
        (folder / "public/sv/index.html").stat().st_mtime_ns,
    )
    CHANGES["name"](folder)
    build(folder, TODAY)
    assert before[0] == (folder / PAGE).stat().st_mtime_ns
    assert before[1] != (folder / "public/sv/index.html").stat().st_mtime_ns


def test_files_whose_times_are_lost_are_known_by_their_bytes(folder: Path) -> None:
    """An output that was packed and unpacked, as pipelines do, is not written again."""
    build(folder, TODAY)
    path = folder / PAGE
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content)
    before = path.stat().st_mtime_ns
    assert is_as_cold(folder)
    assert before == path.stat().st_mtime_ns


def test_what_is_hidden_in_the_output_stays(folder: Path) -> None:
    """As with MkDocs: a folder of git, or a file for a server, is somebody else's."""
    text("public/.well-known/security.txt", "x")(folder)
    build(folder, TODAY)
    assert "x" == (folder / "public/.well-known/security.txt").read_text(encoding="utf-8")
