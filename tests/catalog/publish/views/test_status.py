"""The status page: freshness, failures, what is missing or gone, what is taken in or folded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from catalog.models.curated import Language
from catalog.models.project import Hidden
from catalog.models.run import RunReport, SourceRun
from catalog.publish.views.edition import Edition, Words
from catalog.publish.views.listing import StartView
from catalog.publish.views.project import ProjectView
from catalog.publish.views.source import SourceView
from catalog.publish.views.status import HiddenView, StatusView

MakeEdition = Callable[[Language], Edition]
DAY, LATER = date(2026, 8, 30), date(2026, 9, 2)  # the pages are built for the first of September


def status(edition: Edition) -> StatusView:
    """Show the status page of an edition."""
    return StatusView(edition, tuple(ProjectView(project, edition) for project in edition.projects))


def source(edition: Edition, **run: Any) -> SourceView:
    """Show the source after a run."""
    report = RunReport(sources={"exempel": SourceRun(**{"tried": DAY, "repositories": 1, **run})})
    changed = replace(edition, catalogue=edition.catalogue.model_copy(update={"run": report}))
    return SourceView(changed.catalogue.sources["exempel"], changed)


@pytest.mark.parametrize(
    ("run", "state"),
    [
        ({"succeeded": DAY}, "fresh"),
        ({"succeeded": DAY, "warnings": ("not all was told",)}, "partly"),
        ({"succeeded": DAY, "failure": "no answer"}, "failed"),
        ({"succeeded": LATER}, "future"),
        ({"tried": LATER, "succeeded": DAY}, "future"),
        ({"tried": LATER}, "future"),
        ({"tried": LATER, "failure": "no answer"}, "failed"),
        ({}, "never"),
    ],
)
def test_state_of_a_source(edition: MakeEdition, run: dict[str, Any], state: str) -> None:
    """A date later than today is no freshness: a clock was wrong."""
    assert state == source(edition("sv"), **run).state


def test_the_harvests_sentences_are_marked_as_english(edition: MakeEdition) -> None:
    """A failure comes first, then what was told only in part."""
    given = {"failure": "no answer", "warnings": ("a clock was wrong",)}
    swedish, english = (source(edition(code), **given).said for code in ("sv", "en"))
    assert (Words("no answer", "en"), Words("a clock was wrong", "en")) == swedish
    assert [None, None] == [words.lang for words in english]


def test_a_future_harvest_is_not_the_latest(edition: MakeEdition) -> None:
    """The start page tells no date that has not come."""
    run = RunReport(sources={"x": SourceRun(tried=LATER, succeeded=LATER, repositories=1)})
    catalogue = edition("sv").catalogue.model_copy(update={"run": run})
    assert StartView(replace(edition("sv"), catalogue=catalogue), ()).harvested is None


def test_what_one_listing_lacked(edition: MakeEdition) -> None:
    """It shows with its date, for the next listing decides."""
    (lost,) = status(edition("sv")).missing
    assert ("ängsblomma", date(2026, 8, 29)) == (lost.project.name, lost.repository.missing_since)


def test_what_is_gone_is_told_whether_claimed_or_not(edition: MakeEdition) -> None:
    """A new address is named; a product's part leads to the product."""
    view = status(edition("sv"))
    (moved,), (part,) = view.gone, view.gone_parts
    assert moved.to
    assert ("github.com/annan/tema", date(2026, 1, 20)) == (moved.to.name, moved.since)
    assert ("github.com/exempel/flyttat", "transferred") == (moved.name, moved.reason)
    assert ("portalen", "borta") == (part.project.id, part.repository.name)


def test_what_is_gone_was_reached_by_a_harvest(edition: MakeEdition) -> None:
    """A lost part does not make its product unread."""
    assert () == status(edition("sv")).unread


def test_a_copy_is_folded_and_names_its_origin(edition: MakeEdition) -> None:
    """It stands under copies, and not among what was left out."""
    view = status(edition("sv"))
    assert [("github.com/exempel/kopia", "technical-fork", "github.com/annan/tema")] == [
        (copy.name, copy.reason, copy.to.name if copy.to else None) for copy in view.copies
    ]
    assert ["excluded"] == [hidden.reason for hidden in view.hidden]


def test_what_is_taken_in_has_its_reason_and_its_page(edition: MakeEdition) -> None:
    """A reader of another language sees which language the reason is in."""
    (one,) = status(edition("en")).included
    assert one.place
    assert one.place.project
    assert ("ängsblomma", Words("Används", "sv")) == (one.place.project.name, one.reason)


def test_damage_is_told_in_english(edition: MakeEdition) -> None:
    """The message is the program's own."""
    damaged = Hidden(url="data/snapshot/x.json", reason="corrupt", detail="it is corrupt")
    assert Words("it is corrupt", "en") == HiddenView(damaged, edition("sv")).detail
