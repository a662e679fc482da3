"""By what a page is known: everything that it reads, and nothing else."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.curated import Language
from catalog.models.verdict import Cite
from catalog.publish.build import build
from catalog.publish.incremental.prints import Prints, of_files, print_of
from catalog.publish.incremental.watched import Watched
from catalog.publish.views.edition import Edition

Editions = Callable[[Language], Edition]
PORTAL = "https://github.com/exempel/portal"

# What a page may ask, by which it is known then.
ASKED: dict[tuple[str, ...], Callable[[Edition], object]] = {
    ("forge", PORTAL): lambda e: e.forge(PORTAL),
    ("reference", "minutes"): lambda e: e.link(Cite(reference="minutes")),
    ("whereabouts", PORTAL): lambda e: e.whereabouts(PORTAL),
    ("adoptions", "provby"): lambda e: e.adoptions_by("provby"),
    ("signals", "provby"): lambda e: e.signals.of("provby"),
    ("body", "provby"): lambda e: e.catalogue.bodies.get("provby"),
    ("body", "nobody"): lambda e: e.catalogue.bodies.get("nobody"),
    ("source", "exempel"): lambda e: e.catalogue.sources["exempel"],
    ("cited", "minutes"): lambda e: "minutes" in e.catalogue.references,
    ("project", "portalen"): lambda e: e.catalogue.project("portalen"),
    ("project", "arenan"): lambda e: e.assessments["arenan"],
    ("place", "projects", "portalen"): lambda e: e.places.get(("projects", "portalen")),
    ("edition", "places"): lambda e: list(e.places),
    ("edition", "first_file"): lambda e: e.first_file,
    ("catalogue", "projects"): lambda e: len(e.assessments),
    ("catalogue", "bodies"): lambda e: list(e.catalogue.bodies.values()),
    ("catalogue", "curated"): lambda e: e.catalogue.curated.calls,
    ("catalogue", "run"): lambda e: e.catalogue.run,
    ("unforeseen", "projects"): lambda e: e.projects,
}


@pytest.mark.parametrize("read", ASKED)
def test_what_is_asked_is_noted(edition: Editions, read: tuple[str, ...]) -> None:
    """Each question by its kind and what it is about; the answer is the edition's own."""
    swedish = edition("sv")
    watched = Watched(swedish)
    assert ASKED[read](swedish) == ASKED[read](watched.edition)
    assert read in watched.reads


@pytest.mark.parametrize("read", [read for read in ASKED if read[0] != "unforeseen"])
def test_the_same_edition_answers_alike(edition: Editions, read: tuple[str, ...]) -> None:
    """Every kind of question has an answer that can be told again."""
    first, second = (Prints(edition("sv"), "").answers([read]) for _ in range(2))
    assert first is not None
    assert first == second


def test_what_is_not_foreseen_is_never_known(edition: Editions) -> None:
    """A page that reads so is written each time: a new view is right before it is quick."""
    assert Prints(edition("sv"), "").answers([("unforeseen", "projects")]) is None
    assert Prints(edition("sv"), "").answers([("__init__", "x")]) is None


def test_what_every_page_shares_is_not_noted(edition: Editions) -> None:
    """Day, language and words are in every key; one's own projects are as well."""
    swedish = edition("sv")
    watched = Watched(swedish, swedish.projects)
    view = watched.edition
    assert (swedish.today, swedish.language, swedish.day) == (view.today, view.language, view.day)
    assert view.assessments["portalen"].project == "portalen"
    assert set() == watched.reads


def test_a_key_is_of_language_day_base_path_and_projects(edition: Editions) -> None:
    """Whatever differs, the key does."""
    swedish = edition("sv")
    later = replace(swedish, today=date(2026, 9, 2))
    seen = Watched(swedish, swedish.projects[:1])
    keys = [
        Prints(swedish, "").key("sv/", "a.html", seen),
        Prints(swedish, "x").key("sv/", "a.html", seen),
        Prints(edition("en"), "").key("sv/", "a.html", seen),
        Prints(later, "").key("sv/", "a.html", seen),
        Prints(swedish, "").key("en/", "a.html", seen),
        Prints(swedish, "").key("sv/", "b.html", seen),
        Prints(swedish, "").key("sv/", "a.html", Watched(swedish, swedish.projects[1:2])),
        Prints(swedish, "").key("sv/", "a.html", Watched(swedish, swedish.projects[:1], "shown")),
    ]
    assert len(keys) == len(set(keys))


def test_facts_count_by_their_file(edition: Editions) -> None:
    """A file with other bytes makes another key; without a file, the facts themselves do."""
    swedish = edition("sv")
    project = next(p for p in swedish.projects if p.id == "portalen")
    seen, facts = Watched(swedish, [project]), project.repositories[0].facts
    keys = {
        Prints(replace(swedish, files=files), "").key("", "", seen)
        for files in ({}, {id(facts): "a"}, {id(facts): "b"})
    }
    assert 3 == len(keys)


@given(st.lists(st.text()), st.lists(st.text()))
def test_texts_are_told_apart(one: list[str], other: list[str]) -> None:
    """Where a text ends counts: only the same texts have the same fingerprint."""
    assert (one == other) == (print_of(*one) == print_of(*other))


def test_files_count_by_name_and_bytes(tmp_path: Path) -> None:
    """A template that is changed, renamed or added changes what all pages rest on."""
    folders = [tmp_path, tmp_path / "none"]
    found = [of_files(folders)]
    (tmp_path / "a.html").write_text("a", encoding="utf-8")
    found.append(of_files(folders))
    (tmp_path / "a.html").write_text("b", encoding="utf-8")
    found.append(of_files(folders))
    (tmp_path / "a.html").rename(tmp_path / "b.html")
    found.append(of_files(folders))
    assert len(found) == len(set(found))


def test_pages_of_projects_bodies_and_checks_can_be_kept(folder: Path) -> None:
    """None of them reads in a way that is not foreseen, or it would be written every time."""
    build(folder, date(2026, 9, 1))
    told = json.loads((folder / ".cache/pages/sv.json").read_bytes())
    always = {name for name, (key, *_) in told.items() if key is None}
    kinds = ("sv/projects/portalen/", "sv/bodies/exempelkommun/", "sv/model/LIC-1/")
    assert not [name for name in always if name.startswith(kinds)]
    assert len(told) > len(always)
