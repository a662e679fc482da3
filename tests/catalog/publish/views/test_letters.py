"""A long list by letter, and the columns that a browser gets in two files."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from catalog.models.curated import Language
from catalog.publish.views import letters, listing
from catalog.publish.views.columns import abridged
from catalog.publish.views.edition import Edition
from catalog.publish.views.letters import LetterView, index
from catalog.publish.views.listing import ListingView
from catalog.publish.views.project import ProjectView

Editions = Callable[[Language], Edition]


@pytest.fixture
def long(edition: Editions, monkeypatch: pytest.MonkeyPatch) -> ListingView:
    """Return the invented catalogue as if its few projects were many."""
    monkeypatch.setattr(listing, "MANY", 1)
    monkeypatch.setattr(letters, "MOST", 1)
    swedish = edition("sv")
    names = zip(swedish.projects, ("Alm", "Ask", "Önskan"), strict=True)
    named = (project.model_copy(update={"name": name}) for project, name in names)
    return ListingView(swedish, tuple(ProjectView(project, swedish) for project in named))


def test_pages_by_letter(long: ListingView) -> None:
    """A letter with many has several pages; addresses are ASCII and no project's id."""
    told = [(page.letter, page.part, page.parts, page.path) for page in long.letters]
    assert [("A", 1, 2, "-/a/"), ("A", 2, 2, "-/a-2/"), ("Ö", 1, 1, "-/oe/")] == told


def test_pages_lead_to_each_other(long: ListingView) -> None:
    """The first has none before it, the last none after."""
    places = index(long.letters)
    views = [LetterView(page, places, page.projects) for page in long.letters]
    assert [None, *places[:-1]] == [view.before for view in views]
    assert [*places[1:], None] == [view.after for view in views]
    assert all(len(view.products) + len(view.others) == 1 for view in views)


def test_a_letter_beyond_latin(long: ListingView) -> None:
    """Any letter has an address."""
    moved = replace(long.projects[0], project=long.projects[0].project.model_copy(
        update={"name": "Жук"}))  # fmt: skip
    assert ["-/u416/"] == [page.path for page in letters.letters((moved,))]


def test_a_short_list_has_no_pages(edition: Editions) -> None:
    """It stands whole on its own."""
    swedish = edition("sv")
    view = ListingView(swedish, tuple(ProjectView(p, swedish) for p in swedish.projects))
    assert (False, ()) == (view.is_long, view.letters)


def test_the_two_files_are_the_one(long: ListingView, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names and the rest hold, together, what a short list holds in one."""
    first, rest = json.loads(long.columns), json.loads(long.rest)
    monkeypatch.setattr(listing, "MANY", 9)
    whole = json.loads(long.columns)
    assert whole.keys() - {"id"} == (first.keys() | rest.keys()) - {"ids"}
    assert all((first | rest)[key] == whole[key] for key in whole.keys() - {"id"})


@pytest.mark.parametrize(
    ("project_id", "name", "written"),
    [
        ("exempel-angsblomma", "Ängsblomma", "exempel-~"),
        ("portalen", "Portalen", "~"),
        ("annat", "Portalen", "annat"),
        ("x", "…", "x"),
        ("a-b-a-b", "A b", "~-a-b"),
    ],
)
def test_ids_are_written_by_what_names_tell(project_id: str, name: str, written: str) -> None:
    """Ids repeat names: thousands of them are half as long so."""
    assert written == abridged(project_id, name)
