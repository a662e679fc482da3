"""General by design (GEN-1): what a search of the source code for the names of bodies gave."""

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import GeneralitySeen, RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Statement, Status, Verdict
from catalog.readiness.checks.evidence_of import (
    NO_REPOSITORY,
    Judged,
    cite,
    judge_one,
    judged,
    shipped,
    unseen,
)
from catalog.readiness.checks.windows import Day

SHOWN = 5  # lines that are cited
_SEARCHED = judged("pass", "bodies-not-named")


def is_general(project: Project, day: Day) -> Verdict:
    """GEN-1: free of things that hold for one body only; summed over the repositories (rule 7)."""
    repositories = shipped(project)
    return (_summed(repositories, day) if repositories else NO_REPOSITORY).of("GEN-1")


def _summed(repositories: list[ProjectRepository], day: Day) -> Judged:
    """Sum what was found; what was not searched keeps the answer open, unless it is settled."""
    found = [(r, seen) for r in repositories if (seen := _seen(r)) is not None]
    logic = sum(seen.logic for _, seen in found)
    surface = sum(seen.surface for _, seen in found)
    skipped = sum(seen.skipped for _, seen in found)
    cites = _cites(found)
    if logic > day.limits["general-lines"]:
        return judged("fail", "bodies-in-logic", cites, logic=logic, surface=surface)
    lacking = [judge_one(_searched, r) for r in repositories]
    unread = [s for one in lacking if one.status == "unknown" for s in one.because]
    if skipped:
        unread.append(Statement(code="bodies-searched-partly", values={"skipped": skipped}))
    if unread:
        named = _named("unknown", logic, surface, cites).because if cites else ()
        return Judged("unknown", (*unread, *named))
    if logic or surface:
        return _named("partial", logic, surface, cites)
    files = sum(seen.files for _, seen in found)
    if files == 0:
        return judged("unknown", "bodies-no-source", [cite(r) for r, _ in found])
    return judged("pass", "bodies-not-named", [cite(r) for r, _ in found], files=files)


def _named(status: Status, logic: int, surface: int, cites: list[Cite]) -> Judged:
    if logic:
        return judged(status, "bodies-in-some-logic", cites, logic=logic, surface=surface)
    return judged(status, "bodies-on-surface", cites, surface=surface)


def _seen(repository: ProjectRepository) -> GeneralitySeen | None:
    evidence = repository.facts.generality if repository.facts else None
    return evidence.found if isinstance(evidence, Found) else None


def _searched(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    match facts.generality:
        case Found():
            return _SEARCHED
        case Absent():
            return judged("unknown", "bodies-no-source", [cite(repository)])
        case Unseen(unseen=reason):
            return unseen(repository, reason)


def _cites(found: list[tuple[ProjectRepository, GeneralitySeen]]) -> list[Cite]:
    """Point at the first lines, those of logic before others."""
    every = [(r, hit) for r, seen in found for hit in seen.hits]
    every.sort(key=lambda pair: pair[1].place != "logic")
    return [cite(r, hit.path, hit.line) for r, hit in every[:SHOWN]]
