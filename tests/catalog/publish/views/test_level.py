"""Levels in words."""

from collections.abc import Callable
from datetime import date

import pytest

from catalog.models.curated import Language
from catalog.models.verdict import Assessment, Ceiling, Verdict
from catalog.publish.views.edition import Edition
from catalog.publish.views.level import LevelView

MakeEdition = Callable[[Language], Edition]
TODAY = date(2026, 9, 1)


def level_of(
    edition: Edition, proven: int, possible: int, ceiling: Ceiling | None = None
) -> LevelView:
    """Show an assessment in which everything is unknown."""
    verdicts = tuple(
        Verdict(check=check, status="unknown", because=()) for check in edition.wording.checks
    )
    assessment = Assessment(
        project="x", model="m", today=TODAY, proven=proven, possible=possible, ceiling=ceiling,
        coverage=0.425, verdicts=verdicts, missing=(), open_questions=("INF-2",), advice=("INF-2",),
    )  # fmt: skip
    return LevelView(assessment, edition.wording)


def test_level_counts_questions_between_proven_and_possible(edition: MakeEdition) -> None:
    """Only gates up to the possible level count, each once, and only where unknown holds it."""
    view = level_of(edition("sv"), 0, 1)
    assert (True, 2, "Får återbrukas") == (view.may_be_higher, view.unanswered, view.possible.name)


def test_level_steps(edition: MakeEdition) -> None:
    """Each step is proven, possible or ahead."""
    states = [step.state for step in level_of(edition("sv"), 1, 3).steps]
    assert ["proven", "proven", "possible", "possible", "ahead", "ahead"] == states


def test_top_of_the_ladder_has_no_next(edition: MakeEdition) -> None:
    """After the last level comes nothing."""
    assert level_of(edition("sv"), 5, 5).next is None


@pytest.mark.parametrize(
    ("ceiling", "left"),
    [
        (None, None),
        (Ceiling(code="beta", level=2), None),
        (Ceiling(code="obsolete", level=None), "obsolete"),
    ],
)
def test_left_the_ladder(edition: MakeEdition, ceiling: Ceiling | None, left: str | None) -> None:
    """A ceiling without a level takes the project off the ladder; others only say why."""
    view = level_of(edition("sv"), 1, 1, ceiling)
    assert (left, ceiling is None) == (view.left_ladder, view.ceiling is None)


def test_advice_is_in_the_language_of_the_page(edition: MakeEdition) -> None:
    """Advice and questions come from the model, in the edition's language."""
    swedish, english = (level_of(edition(code), 0, 0).advice[0].advice for code in ("sv", "en"))
    assert swedish != english
