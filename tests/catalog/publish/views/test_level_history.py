"""The history of a level: only what the file tells."""

from collections.abc import Callable
from datetime import date

from catalog.models.curated import Language
from catalog.models.history import Measured
from catalog.models.verdict import Assessment
from catalog.publish.views.edition import Edition
from catalog.publish.views.level_history import LevelHistoryView

MakeEdition = Callable[[Language], Edition]
D1, D2, D3 = date(2026, 8, 1), date(2026, 8, 8), date(2026, 8, 15)


def shown(edition: Edition, *lines: Measured) -> LevelHistoryView:
    """Show lines of a project that stands on level 1 today and may be 2."""
    now = Assessment(
        project="x", model="m", today=date(2026, 9, 1), proven=1, possible=2, ceiling=None,
        coverage=0.5, verdicts=(), missing=(), open_questions=(), advice=(),
    )  # fmt: skip
    return LevelHistoryView(lines, now, edition.wording)


def test_without_lines_there_is_no_history(edition: MakeEdition) -> None:
    """Nothing is made up of what holds today."""
    view = shown(edition("sv"))
    assert (None, None, False) == (view.since, view.chart, view.is_later)


def test_one_measurement_is_the_first(edition: MakeEdition) -> None:
    """Level 1 since that day, may be 2; no line is drawn from one point."""
    view = shown(edition("sv"), Measured(D1, "x", 1, possible=2))
    assert view.since is not None
    assert view.since.level is not None
    assert view.since.possible is not None
    assert (1, 2, True, None) == (
        view.since.level.id, view.since.possible.id, view.is_first, view.chart
    )  # fmt: skip


def test_lines_about_other_numbers_change_no_level(edition: MakeEdition) -> None:
    """Stars came, the level stayed: since the first day."""
    lines = [Measured(D1, "x", 1, possible=2), Measured(D2, "x", 1, stars=9, possible=2)]
    view = shown(edition("sv"), *lines)
    assert [D1] == [change.day for change in view.changes]
    assert not view.is_later


def test_a_step_is_drawn_and_another_model_is_named(edition: MakeEdition) -> None:
    """From 0 to 1, judged by a newer version."""
    view = shown(
        edition("sv"), Measured(D1, "x", 0, model="m 1"), Measured(D2, "x", 1, model="m 2")
    )
    assert [None, "m 2"] == [change.model for change in view.changes]
    assert view.chart is not None
    assert 2 == len(view.chart.dots)


def test_who_was_away_has_a_gap(edition: MakeEdition) -> None:
    """A closing line has no level, and the line is broken there."""
    lines = (Measured(D1, "x", 0), Measured(D2, "x"), Measured(D3, "x", 1))
    view = shown(edition("sv"), *lines)
    assert [0, None, 1] == [c.level.id if c.level else None for c in view.changes]
    assert view.chart is not None
    assert 2 == view.chart.line.count("M")


def test_what_changed_after_the_harvest_is_told(edition: MakeEdition) -> None:
    """The page's level is today's; the history ends at the last harvest."""
    assert shown(edition("sv"), Measured(D1, "x", 0)).is_later
