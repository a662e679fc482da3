"""General by design: nothing searches the code for the names of bodies yet."""

from catalog.models.project import Project
from catalog.models.verdict import Verdict
from catalog.readiness.checks.evidence_of import NOT_BUILT
from catalog.readiness.checks.windows import Day


def is_general(_project: Project, _day: Day) -> Verdict:
    """GEN-1: free of things that hold for one body only."""
    return NOT_BUILT.of("GEN-1")
