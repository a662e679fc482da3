"""Follow or explain: what may be explained, for how long, and what it changes."""

from datetime import date
from typing import Any

import pytest

from catalog.models.curated import ProjectEntry
from catalog.models.facts import ReadmeSeen
from catalog.models.verdict import Verdict
from catalog.readiness.definition import Model
from catalog.readiness.levels import assess
from tests.projects import TODAY, facts_of, project_of

README = ReadmeSeen(path="README.md", bytes=9, encoding="utf-8", markup="markdown", intro_line=3)
GAP = {"reason": "Vi saknar tid i \u00e5r.", "date": date(2026, 5, 1), "by": "IT-enheten"}


def verdict_of(model: Model, check: str, explained: dict[str, Any], **facts: Any) -> Verdict:
    """Assess one application, and return its verdict on one check."""
    project = project_of(facts_of(**facts), catalog={"explained": explained})
    return assess(project, model, TODAY).verdict(check)


def test_a_gap_that_a_level_lets_pass_is_explained(model: Model) -> None:
    """The sentence is kept whole, with its day and who says it, before what was found."""
    verdict = verdict_of(model, "INF-1", {"INF-1": GAP}, readmes=(README,))
    assert ("explained", ["explained-by", "described-what"]) == (
        verdict.status, [reason.code for reason in verdict.because]
    )  # fmt: skip
    assert verdict.explanation
    assert "Vi saknar tid i \u00e5r." == verdict.explanation.reason


@pytest.mark.parametrize(
    ("check", "gap", "facts", "status"),
    [
        ("INF-1", GAP | {"date": date(2024, 8, 1)}, {"readmes": (README,)}, "partial"),
        (
            "INF-5",
            GAP,
            {"readmes": (README.model_copy(update={"architecture_line": 4}),)},
            "partial",
        ),
        ("INF-4", GAP, {"readmes": (README,)}, "unknown"),
        ("INF-7", GAP, {}, "fail"),
        ("GOV-1", GAP, {}, "unknown"),
    ],
)
def test_what_is_not_explained(
    model: Model, check: str, gap: dict[str, Any], facts: dict[str, Any], status: str
) -> None:
    """Too old; of no level; not met at all; and what nobody has said stays as it is."""
    assert status == verdict_of(model, check, {check: gap}, **facts).status


@pytest.mark.parametrize("check", ["LIC-1", "SEC-1", "SEC-2", "PRE-1", "PRE-2", "USE-1", "USE-6"])
def test_what_is_never_explained_away(check: str) -> None:
    """It is refused where it is written."""
    written = {"id": "x", "name": "X", "body": "y", "catalog": {"explained": {check: GAP}}}
    with pytest.raises(ValueError, match="never explained away"):
        ProjectEntry.model_validate(written)
