"""From verdicts to a level: gates, ceilings, coverage, and what to do first (rules 1 to 10)."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from catalog.models.curated import Kind
from catalog.models.project import Project
from catalog.models.verdict import Assessment, Ceiling, Statement, Status, Verdict
from catalog.readiness.checks import CHECKS
from catalog.readiness.checks.evidence_of import in_order
from catalog.readiness.checks.told import about
from catalog.readiness.checks.windows import Day
from catalog.readiness.conditions import answered
from catalog.readiness.definition import Check, Model
from catalog.readiness.explaining import explained

MOST_ADVICE = 3
_ADVISABLE = frozenset({"unknown", "partial", "fail"})


def assess(project: Project, model: Model, today: date) -> Assessment:
    """Answer every check of the model for one project and say what level that makes."""
    day, kind = model.on(today), project.kind.value
    verdicts = tuple([_verdict(check, kind, project, day) for check in model.checks])
    statuses = {verdict.check: verdict.status for verdict in verdicts}
    standing = stand(project, model, statuses)
    return Assessment(
        project=project.id,
        model=model.title,
        today=today,
        proven=standing.proven,
        possible=standing.possible,
        ceiling=standing.ceiling,
        coverage=_coverage(model, verdicts),
        verdicts=verdicts,
        missing=tuple(check for check in standing.unmet if statuses[check] != "unknown"),
        open_questions=tuple(check for check in standing.unmet if statuses[check] == "unknown"),
        advice=() if standing.left else _advice(model, verdicts, standing.proven + 1),
    )


class Standing(NamedTuple):
    """Where statuses put a project; ``unmet`` are the gates of the next level that are not met.

    ``later`` are the unmet gates of the levels after that one, as far as its ceiling lets.
    """

    proven: int
    possible: int
    ceiling: Ceiling | None
    unmet: tuple[str, ...]
    later: tuple[tuple[int, str], ...]

    @property
    def left(self) -> bool:
        """Whether the project has left the ladder."""
        return self.ceiling is not None and self.ceiling.level is None


def stand(project: Project, model: Model, statuses: Mapping[str, Status]) -> Standing:
    """Say what level a project would have with these statuses, one for every check."""
    ceiling = _ceiling(project, model, statuses)
    proven = _reached(model, statuses, ceiling, unknown_counts=False)
    possible = _reached(model, statuses, ceiling, unknown_counts=True)
    left = ceiling is not None and ceiling.level is None
    return Standing(
        proven=proven,
        possible=proven if left else max(proven, possible),
        ceiling=ceiling,
        unmet=() if left else _unmet(model, proven + 1, statuses),
        later=() if left else _later(model, proven, ceiling, statuses),
    )


def _verdict(check: Check, kind: Kind, project: Project, day: Day) -> Verdict:
    if kind not in check.applies:
        return _excluded(check.id, kind)
    answer = check.answer
    found = answered(check.id, answer, project) if answer else CHECKS[check.id](project, day)
    return explained(found, check, project, day) if found.status == "partial" else found


@cache
def _excluded(check: str, kind: Kind) -> Verdict:
    return Verdict(check=check, status="na", because=(Statement(code=f"na-{kind}"),))


def _reached(
    model: Model, statuses: Mapping[str, Status], ceiling: Ceiling | None, *, unknown_counts: bool
) -> int:
    """Climb while every gate of the next level is met, as far as the ceiling lets."""
    top = len(model.levels) - 1
    if ceiling is not None and ceiling.level is not None:
        open_beta = ceiling.code == "beta" and statuses["USE-1"] == "unknown"
        top = top if unknown_counts and open_beta else ceiling.level
    reached = 0
    while reached < top and _is_open(model, reached + 1, statuses, unknown_counts=unknown_counts):
        reached += 1
    return reached


def _is_open(
    model: Model, level: int, statuses: Mapping[str, Status], *, unknown_counts: bool
) -> bool:
    for check, enough in model.demands[level]:
        status = statuses[check]
        if status not in enough and not (unknown_counts and status == "unknown"):
            return False
    return True


def _unmet(model: Model, level: int, statuses: Mapping[str, Status]) -> tuple[str, ...]:
    demands = model.demands.get(level, ())
    return tuple([check for check, enough in demands if statuses[check] not in enough])


def _later(
    model: Model, proven: int, ceiling: Ceiling | None, statuses: Mapping[str, Status]
) -> tuple[tuple[int, str], ...]:
    top = len(model.levels) - 1 if ceiling is None or ceiling.level is None else ceiling.level
    levels = range(proven + 2, top + 1)
    return tuple((level, check) for level in levels for check in _unmet(model, level, statuses))


def _ceiling(project: Project, model: Model, statuses: Mapping[str, Status]) -> Ceiling | None:
    """Find the ceiling (rule 8) of its lifecycle, or of what its main repository is."""
    status = _standing(project)
    rule = next((rule for rule in model.ceilings if rule.code == status), None)
    if rule is None or (rule.code == "beta" and statuses["USE-1"] == "pass"):
        return None
    return Ceiling(code=rule.code, level=rule.max)


def _standing(project: Project) -> str | None:
    """Tell what ends the ladder: a copy first, then the end of its life, then its maturity."""
    main = next(iter(in_order(project)), None)
    told = about(main.facts) if main and main.facts else None
    said = project.status.value if project.status else None
    if main and main.descent and main.descent.is_copy:
        return "fork"
    return "archived" if told and told.archived and said != "obsolete" else said


def _coverage(model: Model, verdicts: tuple[Verdict, ...]) -> float:
    known = total = 0
    for check, verdict in zip(model.checks, verdicts, strict=True):
        if verdict.status != "na":
            total += check.weight
            known += check.weight if verdict.status != "unknown" else 0
    return known / total if total else 0.0


def _advice(model: Model, verdicts: tuple[Verdict, ...], level: int) -> tuple[str, ...]:
    """Order what to do: the next level's gates, questions before work, then weight (rule 6)."""
    demands = dict(model.demands.get(level, ()))
    ordered = []
    for place, (check, verdict) in enumerate(zip(model.checks, verdicts, strict=True)):
        turn = turn_of(check, verdict) if verdict.status in _ADVISABLE else None
        if turn is not None:
            enough = demands.get(check.id)
            unmet_gate = enough is not None and verdict.status not in enough
            ordered.append((not unmet_gate, turn, -check.weight, place, check.id))
    return tuple([check for *_, check in sorted(ordered)[:MOST_ADVICE]])


def turn_of(check: Check, verdict: Verdict) -> int | None:
    """Tell when advice comes: 0 a question, 1 work, 2 where the forge may know; None never.

    What only the catalogue fails to read is no one's to mend.
    """
    if verdict.status not in _ADVISABLE:
        return None
    if verdict.status != "unknown":
        return 1
    if check.answerable:
        return 0
    return 2 if any(reason.code.startswith("unread-") for reason in verdict.because) else None
