"""The catalogue in numbers: they add up, and say what is not known."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from catalog.models.curated import Language
from catalog.models.history import History, Measured
from catalog.models.problem import Problem
from catalog.models.verdict import Statement, Verdict
from catalog.publish.views.edition import Edition
from catalog.publish.views.portfolio import Portfolio
from catalog.publish.views.project import ProjectView
from catalog.publish.views.spread import Spread
from catalog.publish.views.statistics import StatisticsView
from catalog.publish.views.unknowns import WhyUnknown, why_unknown

MakeEdition = Callable[[Language], Edition]
D1, D2, D3 = date(2026, 8, 1), date(2026, 8, 8), date(2026, 8, 15)


def statistics(edition: Edition) -> StatisticsView:
    """Count the invented catalogue."""
    return StatisticsView(edition, tuple(ProjectView(p, edition) for p in edition.projects))


def over_time(edition: Edition, lines: Sequence[Measured]) -> Portfolio:
    """Show these lines over time."""
    return statistics(replace(edition, history=History(lines))).portfolio


def spread(view: StatisticsView, name: str) -> Spread:
    """Return one of the spreads."""
    return next(found for found in view.spreads if found.id == name)


def test_every_project_has_one_answer_to_each_check(edition: MakeEdition) -> None:
    """The numbers of each check add up to the projects, and its bar is full."""
    view = statistics(edition("sv"))
    rows = [row for dimension in view.dimensions for row in dimension.checks]
    assert {3} == {sum(row.numbers.values()) for row in rows}
    assert {100} == {row.bar[-1].end for row in rows}
    assert len(rows) == len(view.edition.wording.checks)


def test_levels_count_each_project_once_proven_and_once_possible(edition: MakeEdition) -> None:
    """Both columns add up."""
    levels = statistics(edition("sv")).levels
    assert (3, 3) == (sum(x.proven.number for x in levels), sum(x.possible.number for x in levels))


def test_unknown_answers_have_one_reason_each(edition: MakeEdition) -> None:
    """The reasons add up to what is unknown."""
    view = statistics(edition("sv"))
    assert view.answers["unknown"] == sum(row.answers for row in view.unknown)
    assert 0 < view.unknown_share < 1


@pytest.mark.parametrize(
    ("codes", "why"),
    [
        (["use-old", "use-unsaid"], "old"),
        (["contact-unsaid", "unread-tracker"], "unread"),
        (["unseen-no-forge"], "unread"),
        (["advisories-not-asked"], "unread"),
        (["unsaid"], "unsaid"),
        (["all-parts", "steward-unsaid"], "unsaid"),
        (["no-repository"], "unsaid"),
        (["authors-too-few"], "unsettled"),
        ([], "unsettled"),
    ],
)
def test_why_an_answer_is_unknown(codes: list[str], why: WhyUnknown) -> None:
    """The first reason that fits decides."""
    said = tuple(Statement(code=code) for code in codes)
    assert why == why_unknown(Verdict(check="X-1", status="unknown", because=said))


def test_what_was_read_and_is_not_there_is_not_unknown(edition: MakeEdition) -> None:
    """A project without a repository has an unknown licence; read ones have theirs."""
    licence = spread(statistics(edition("sv")), "licence")
    assert [("MIT", 2)] == [(row.code, row.number) for row in licence.rows]
    assert (1, ()) == (licence.unknown.number if licence.unknown else 0, licence.lacking)
    platform = spread(statistics(edition("sv")), "platform")
    assert [("absent", 2)] == [(row.code, row.number) for row in platform.lacking]


def test_bodies_are_not_counted_against_each_other(edition: MakeEdition) -> None:
    """A list of bodies by number would rank them."""
    assert "body" not in [found.id for found in statistics(edition("sv")).spreads]


def test_uses_that_are_too_old_or_none_stand_apart(edition: MakeEdition) -> None:
    """'No other body' is no use; what was said in 2020 counts as unknown."""
    rows = statistics(edition("sv")).stages
    assert [("testing", 0, 1), ("production", 1, 0)] == [
        (row.stage, row.current, row.stale) for row in rows
    ]


def test_a_level_holds_from_its_day_until_the_next(edition: MakeEdition) -> None:
    """Who changes nothing has no line and still counts; who left does not."""
    lines = [Measured(D1, "a", 0), Measured(D1, "b", 0), Measured(D2, "a", 1), Measured(D3, "b")]
    days = over_time(edition("sv"), lines).days
    assert [(2, 0), (1, 1), (0, 1)] == [row.levels[:2] for row in days]
    assert [2, 2, 1] == [row.projects for row in days]


def test_another_model_is_told_on_its_day(edition: MakeEdition) -> None:
    """Levels before and after it are measured differently."""
    lines = [
        Measured(D1, "a", 0, model="m 1"),
        Measured(D2, "b", 0, model="m 1"),
        Measured(D3, "c", 0, model="m 2"),
    ]
    assert ["m 1", None, "m 2"] == [row.model for row in over_time(edition("sv"), lines).days]


def test_a_picture_needs_two_days(edition: MakeEdition) -> None:
    """With one there is only the table."""
    one, two = [Measured(D1, "a", 0)], [Measured(D1, "a", 0), Measured(D2, "a", 1)]
    assert over_time(edition("sv"), one).chart is None
    assert over_time(edition("sv"), two).chart is not None


def test_the_table_shows_the_latest_days_first(edition: MakeEdition) -> None:
    """Older ones are in the file, and it is said how many."""
    lines = [Measured(date(2025, month, 1), "a", month % 2) for month in range(1, 13)]
    lines += [Measured(date(2026, month, 1), "a", month % 2) for month in range(1, 4)]
    shown = over_time(edition("sv"), lines)
    assert (date(2026, 3, 1), 12, 3) == (shown.latest[0].day, len(shown.latest), shown.older)


def test_files_have_a_line_for_each_number(edition: MakeEdition) -> None:
    """As many lines as days, as checks; heads in the language's words."""
    view = statistics(replace(edition("sv"), history=History([Measured(D1, "a", 0, model="m")])))
    levels = view.levels_csv(["Dag", "Nivå", "Projekt", "Modell"]).splitlines()
    assert "2026-08-01;1;0;0;0;0;0;1;m" == levels[1]
    statuses: dict[str, str] = {status: status for status in view.statuses}
    checks = view.checks_csv(["Del", "Kontroll", "Fråga"], statuses).splitlines()
    assert 1 + len(view.edition.wording.checks) == len(checks)


def test_lines_that_cannot_be_used_are_told(edition: MakeEdition) -> None:
    """The page says where, and leaves them out."""
    problem = Problem(file="data/history.csv", line=3, column=None, message="x", hint="y")
    view = statistics(replace(edition("sv"), history=History(problems=[problem])))
    assert ((problem,), ()) == (view.problems, view.portfolio.days)


def test_an_empty_catalogue_has_statistics(edition: MakeEdition) -> None:
    """Nothing is divided by."""
    view = StatisticsView(replace(edition("sv"), assessments={}), ())
    assert (0, 0, ()) == (view.unknown_share, view.levels[0].proven.share, view.years)
