"""Adoption records of a project: whose they are, how fresh, and what they say together."""

from datetime import date

from catalog.models.curated import Adoption
from catalog.models.project import Project
from catalog.models.verdict import Cite
from catalog.readiness.checks.evidence_of import curated
from catalog.readiness.checks.windows import Day

CONFIRMED = frozenset({"observed", "attested"})
TRIALS = frozenset({"evaluating", "testing", "pilot", "stopped"})
ENDED = frozenset({"stopped", "retired"})


def is_none(record: Adoption) -> bool:
    """Tell whether a record says that no body is at its stage (a count of nought)."""
    return record.count == 0


def elsewhere(project: Project) -> list[Adoption]:
    """List records of other bodies than the originator; unnamed ones are others."""
    return [record for record in project.adoptions if not _is_originators(project, record)]


def fresh(records: list[Adoption], day: Day) -> list[Adoption]:
    """Leave out records older than an adoption counts."""
    return [record for record in records if not day.is_past(record.as_of, "adoption")]


def production(records: list[Adoption]) -> list[Adoption]:
    """List records of at least one body in production."""
    return [record for record in records if record.stage == "production" and not is_none(record)]


def cites(records: list[Adoption]) -> list[Cite]:
    """Point at each record's reference."""
    return [curated(record.ref, record.as_of) for record in records]


def latest(records: list[Adoption]) -> date:
    """Return the newest date of some records."""
    return max(record.as_of for record in records)


def _is_originators(project: Project, record: Adoption) -> bool:
    return record.role == "originator" or record.body == project.body.id
