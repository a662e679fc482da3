"""Lists, bodies, the model, status."""

from collections.abc import Callable
from datetime import date

import pytest

from catalog.models.curated import Language
from catalog.publish.pages import body_views, pages
from catalog.publish.views.edition import Edition
from catalog.publish.views.listing import ListingView, StartView
from catalog.publish.views.model import ModelView
from catalog.publish.views.project import ProjectView
from catalog.publish.views.source import SourceView
from catalog.publish.views.status import StatusView

MakeEdition = Callable[[Language], Edition]


def all_projects(edition: Edition) -> tuple[ProjectView, ...]:
    """Return every project as a view, in order."""
    return tuple(ProjectView(project, edition) for project in edition.projects)


def test_list_counts_every_repository(edition: MakeEdition) -> None:
    """Folded repositories are counted with those that stand for themselves."""
    swedish = edition("sv")
    view = ListingView(swedish, all_projects(swedish))
    assert (3, 2, ["Ä"]) == (view.repositories, view.folded, [g.letter for g in view.groups])


def test_start_asks_and_counts(edition: MakeEdition) -> None:
    """The start page asks one question a product and knows the latest harvest."""
    swedish = edition("sv")
    view = StartView(swedish, all_projects(swedish))
    assert ["Vem svarar?"] == [question.words.text for question in view.questions]
    assert (date(2026, 8, 29), 3) == (view.harvested, sum(x.projects for x in view.levels))


def test_body_has_its_own_projects_and_uses(edition: MakeEdition) -> None:
    """A body shows what it publishes, what it uses and what others do with it."""
    swedish = edition("sv")
    body = next(b for b in body_views(swedish, all_projects(swedish)) if b.id == "exempelkommun")
    assert (3, 41000, ["Portalen"]) == (
        body.repositories, body.population, [u.project.name for u in body.uses if u.project]
    )  # fmt: skip
    assert [True, False] == [use.several for use in body.used_by_others]


def test_model_shares_add_up(edition: MakeEdition) -> None:
    """Every check is answered for every project, and the bars are full."""
    view = ModelView(edition("sv"))
    rows = [row for dimension in view.dimensions for row in dimension.checks]
    assert {3} == {sum(share.projects for share in row.shares) for row in rows}
    assert all(99 < sum(share.width for share in row.shares) < 101 for row in rows)


@pytest.mark.parametrize(
    ("today", "state"), [(date(2026, 9, 1), "partly"), (date(2026, 10, 1), "stale")]
)
def test_source_state(edition: MakeEdition, today: date, state: str) -> None:
    """A source is stale after thirty days; before, failures of single repositories show."""
    swedish = edition("sv")
    later = Edition(swedish.catalogue, swedish.assessments, swedish.wording, today)
    source = later.catalogue.sources["exempel"]
    assert state == SourceView(source, later).state


def test_status_says_what_is_missing_and_why(edition: MakeEdition) -> None:
    """What is left out has its reason, and a project without repositories is named."""
    swedish = edition("sv")
    view = StatusView(swedish, all_projects(swedish))
    assert [("github.com/exempel/tom", "Tom")] == [(h.name, h.detail.text) for h in view.hidden]
    assert ["Ärenan"] == [project.name for project in view.without_repository]


def test_every_page_has_one_address(edition: MakeEdition) -> None:
    """No two pages share a path, and both languages have the same ones."""
    swedish, english = ([p.path[3:] for p in pages(edition(code))] for code in ("sv", "en"))
    assert (len(set(swedish)), swedish) == (len(swedish), english)
