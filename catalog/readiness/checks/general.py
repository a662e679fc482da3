"""General and open by design (GEN): nothing reads the code or its configuration for this yet."""

from catalog.models.project import Project
from catalog.models.verdict import Verdict
from catalog.readiness.checks.evidence_of import NOT_BUILT
from catalog.readiness.checks.windows import Day


def is_configurable(_project: Project, _day: Day) -> Verdict:
    """GEN-2: adapted by documented configuration."""
    return NOT_BUILT.of("GEN-2")


def is_modular(_project: Project, _day: Day) -> Verdict:
    """GEN-3: made of parts that can be taken separately."""
    return NOT_BUILT.of("GEN-3")


def follows_standards(_project: Project, _day: Day) -> Verdict:
    """GEN-4: named open standards at its interfaces."""
    return NOT_BUILT.of("GEN-4")


def speaks_languages(_project: Project, _day: Day) -> Verdict:
    """GEN-5: can be translated, and is explained in Swedish and English."""
    return NOT_BUILT.of("GEN-5")


def is_accessible(_project: Project, _day: Day) -> Verdict:
    """GEN-6: tested against the accessibility requirements."""
    return NOT_BUILT.of("GEN-6")


def moves_data(_project: Project, _day: Day) -> Verdict:
    """GEN-7: data can be moved in and out."""
    return NOT_BUILT.of("GEN-7")
