"""What a harvest notes of a project in the history: its level, and three numbers."""

from catalog.models.evidence import Found
from catalog.models.facts import RepositoryFacts
from catalog.models.history import Measured
from catalog.models.project import Project
from catalog.models.verdict import Assessment
from catalog.readiness.checks.told import about


def measured(project: Project, assessment: Assessment, open_calls: int) -> Measured:
    """Return the line of a project; stars and contributors are of the primary repository."""
    facts = _primary(project)
    listed = about(facts) if facts else None
    history = facts.history if facts else None
    return Measured(
        date=assessment.today,
        project=project.id,
        level=assessment.proven,
        stars=listed.stars if listed else None,
        contributors=history.found.authors if isinstance(history, Found) else None,
        open_calls=open_calls,
        possible=assessment.possible,
        model=assessment.model,
    )


def _primary(project: Project) -> RepositoryFacts | None:
    """Return what was read of the primary repository, or of the only one."""
    named = [r for r in project.repositories if r.role == "primary"]
    chosen = named or (project.repositories if len(project.repositories) == 1 else ())
    return chosen[0].facts if chosen else None
