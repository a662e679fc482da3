"""Gates, ceilings, coverage and advice, on a small model over the real checks."""

from datetime import date
from typing import Any

import pytest

from catalog.models.curated import Kind
from catalog.models.descent import Descent, ForkKind
from catalog.models.evidence import Unseen
from catalog.models.facts import LicenceSeen, ReadmeSeen, Tag, Tags
from catalog.models.project import Project, Stated
from catalog.models.verdict import Status
from catalog.readiness.definition import Gate, Model
from catalog.readiness.levels import assess
from tests.facts import forge_facts
from tests.projects import TODAY, facts_of, project_of

MIT = (LicenceSeen(path="LICENSE", spdx="MIT", score=1),)


def _readme(**seen: Any) -> tuple[ReadmeSeen, ...]:
    known = {"path": "README.md", "bytes": 9, "encoding": "utf-8", "markup": "markdown"}
    return (ReadmeSeen.model_validate(known | {"language": "sv"} | seen),)


GOOD_README = _readme(
    intro_line=3, audience_word="elever", install_line=5, commands_line=7, status="stable",
    status_line=1, one_command_line=7, demo_line=9,
)  # fmt: skip
RELEASE = Tag(name="v1.0.0", commit="c" * 40, on=date(2026, 7, 1))
TAGS = Tags(count=1, latest=RELEASE, latest_release=RELEASE)
CONTACT = {"role": "Support", "mailbox": "support@example.org", "confirmed": date(2026, 6, 1)}


def _triable(status: str | None = "stable", kind: Kind = "app", **given: Any) -> Project:
    """Make a project that reaches level 2."""
    unread: dict[str, Any] = {"mentions": Unseen(unseen="not-read")}
    facts = facts_of(licences=MIT, readmes=GOOD_README, tags=TAGS, **unread, **given)
    return project_of(
        facts,
        kind=kind,
        status=Stated(value=status, by="content") if status else None,
        catalog={"stewardship": {"unit": "Digitalisering", "contact": CONTACT}},
    )


@pytest.mark.parametrize(
    ("least", "met"),
    [
        ("pass", {"pass", "na"}),
        ("partial", {"pass", "partial", "na", "explained"}),
        ("not_fail", {"pass", "partial", "na", "explained", "unknown"}),
    ],
)
def test_what_a_gate_demands(least: str, met: set[Status]) -> None:
    """Not applicable satisfies every gate; an explanation satisfies partial ones."""
    gate = Gate.model_validate({"level": 1, "min": least})
    every: list[Status] = ["pass", "partial", "fail", "unknown", "na", "explained"]
    assert met == {status for status in every if gate.is_met(status)}


def test_proven_stops_at_the_first_gate_not_met(model: Model) -> None:
    """Level 2 is proven; level 3 asks what nobody has answered."""
    assessment = assess(_triable(), model, TODAY)
    assert 2 == assessment.proven
    assert "PRE-1" in assessment.open_questions


def test_missing_and_open_questions_share_the_unmet_gates(model: Model) -> None:
    """Gates of the next level are met, missing or open; nothing is in two lists."""
    assessment = assess(_triable(), model, TODAY)
    unmet = {c for c, g in model.gates[3] if not g.is_met(assessment.verdict(c).status)}
    assert unmet == set(assessment.missing) | set(assessment.open_questions)
    assert set() == set(assessment.missing) & set(assessment.open_questions)


@pytest.mark.parametrize(
    ("status", "archived", "kind", "code"),
    [
        ("stable", True, None, "archived"),
        ("beta", True, None, "archived"),
        ("obsolete", True, None, "obsolete"),
        ("stable", False, "technical-fork", "fork"),
        ("obsolete", True, "mirror", "fork"),
        ("stable", False, "variant", None),
    ],
)
def test_what_has_left_the_ladder(
    model: Model, status: str, archived: bool, kind: ForkKind | None, code: str | None  # noqa: FBT001
) -> None:  # fmt: skip
    """What the forge has archived, and what is only a copy, keeps the level it had."""
    made = _triable(status, forge=forge_facts({"archived": archived}))
    descent = Descent(kind=kind, origin=None, signs=()) if kind else None
    main = made.repositories[0].model_copy(update={"descent": descent})
    assessment = assess(made.model_copy(update={"repositories": (main,)}), model, TODAY)
    ceiling = assessment.ceiling
    assert (code, 2) == (ceiling.code if ceiling else None, assessment.proven)


def test_no_licence_is_level_nought_for_good(model: Model) -> None:
    """A failed gate of level 1 leaves nothing possible above."""
    assessment = assess(project_of(facts_of(readmes=GOOD_README)), model, TODAY)
    assert (0, 0) == (assessment.proven, assessment.possible)
    assert ("LIC-1",) == assessment.missing


def test_nothing_known_is_all_possible(model: Model) -> None:
    """A project without facts has proven nothing and excluded nothing."""
    assessment = assess(project_of(), model, TODAY)
    assert (0, 5) == (assessment.proven, assessment.possible)


@pytest.mark.parametrize(
    ("status", "code", "levels"),
    [
        ("concept", "concept", (1, 1)),
        ("development", "development", (2, 2)),
        ("beta", "beta", (2, 4)),  # nobody has said whether it is in production
        ("stable", None, (2, 4)),
        ("obsolete", "obsolete", (2, 2)),
    ],
)
def test_the_lifecycle_is_a_ceiling(
    model: Model, status: str, code: str | None, levels: tuple[int, int]
) -> None:
    """Ideas and unfinished work end early, whatever the checks say; the obsolete leave."""
    assessment = assess(_triable(status), model, TODAY)
    assert levels == (assessment.proven, assessment.possible)
    assert code == (assessment.ceiling.code if assessment.ceiling else None)


def test_what_left_the_ladder_gets_no_advice(model: Model) -> None:
    """An obsolete project keeps the level it reached; nobody is asked to do anything."""
    assessment = assess(_triable("obsolete"), model, TODAY)
    assert ((), (), ()) == (assessment.missing, assessment.open_questions, assessment.advice)
    assert assessment.ceiling is not None
    assert assessment.ceiling.level is None


def test_checks_outside_the_kind_are_not_applicable(model: Model) -> None:
    """Documents have no dependencies to lock, and that is not held against them."""
    assessment = assess(_triable(kind="docs"), model, TODAY)
    verdict = assessment.verdict("SEC-3")
    assert ("na", "na-docs") == (verdict.status, verdict.because[0].code)


def test_coverage_is_weight_answered_over_weight_applicable(model: Model) -> None:
    """With nothing known, only what is surely not applicable falls out: coverage is nought."""
    empty, full = assess(project_of(), model, TODAY), assess(_triable(), model, TODAY)
    assert 0.0 == empty.coverage
    assert 0.3 < full.coverage < 1.0


def test_advice_begins_with_questions_about_the_next_level(model: Model) -> None:
    """Heavy gates of level 3 that a person can answer come first; three at most."""
    assessment = assess(_triable(), model, TODAY)
    assert ("PRE-1", "PRE-2", "PRE-3") == assessment.advice


def test_a_missing_licence_is_the_first_advice(model: Model) -> None:
    """Work on a gate of the next level comes before questions about later ones."""
    assessment = assess(project_of(facts_of(readmes=GOOD_README)), model, TODAY)
    assert "LIC-1" == assessment.advice[0]


def test_an_assessment_names_its_model_and_day(model: Model) -> None:
    """A verdict can be traced to the rules and the day it was made."""
    assessment = assess(_triable(), model, TODAY)
    assert ("aterbruksmognad 0.3", TODAY) == (assessment.model, assessment.today)
    assert [c.id for c in model.checks] == [v.check for v in assessment.verdicts]
