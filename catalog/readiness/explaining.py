"""Follow or explain (rule 5): a gap that a level lets pass, explained in one dated sentence.

Only what is met in part can be explained, and only where a level asks for no more than that. What
is never explained away is refused where it is written (``models/curated/projects.py``).
"""

from catalog.models.curated import Explanation
from catalog.models.project import Project
from catalog.models.verdict import Cite, Statement, Verdict
from catalog.readiness.checks.windows import Day
from catalog.readiness.definition import Check


def explained(verdict: Verdict, check: Check, project: Project, day: Day) -> Verdict:
    """Return the verdict with its explanation; one that is too old is told, and does not count."""
    told = project.entry.catalog.explained.get(check.id) if project.entry else None
    if told is None or verdict.status != "partial" or not _lets_pass(check):
        return verdict
    if day.is_past(told.date, "adoption"):
        old = Statement(code="explanation-old", values={"on": told.date})
        return verdict._replace(because=(*verdict.because, old))
    because = (_by(told), *verdict.because)
    return Verdict(check=check.id, status="explained", because=because, explanation=told)


def _lets_pass(check: Check) -> bool:
    """Tell whether a level asks for less than that the check is met."""
    return any(gate.least != "pass" for gate in check.gates)


def _by(told: Explanation) -> Statement:
    cites = (Cite(on=told.date),)
    if told.by is None:
        return Statement(code="explained", values={"on": told.date}, cites=cites)
    return Statement(code="explained-by", values={"on": told.date, "by": told.by}, cites=cites)
