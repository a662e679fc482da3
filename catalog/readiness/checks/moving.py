"""GEN-7: data can be moved in and out."""

from catalog.models.facts import MentionSeen, RepositoryFacts, Subject
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Verdict
from catalog.readiness.checks.documentation import cites, of_subjects, written
from catalog.readiness.checks.evidence_of import (
    Judged,
    best_of,
    better,
    curated,
    judged,
)
from catalog.readiness.checks.silence import heeding_links, silent_too
from catalog.readiness.checks.windows import Day

_WAYS: tuple[Subject, ...] = ("export", "import")


def moves_data(project: Project, _day: Day) -> Verdict:
    """GEN-7: data can be moved in and out."""
    read = best_of(project, _moving)
    written = _curated_exit(project)
    if written and read.status == "partial" and read.because[0].code == "moving-in":
        return Judged("pass", (*written.because, *read.because)).of("GEN-7")
    return heeding_links(project, better(read, written)).of("GEN-7")


def _curated_exit(project: Project) -> Judged | None:
    stated = project.entry.catalog.exit if project.entry else None
    if stated is None or not (stated.formats or stated.documentation or stated.note):
        return None
    return judged("partial", "moving-out-stated", [curated(stated.ref, stated.as_of)])


def _moving(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    out, into = (written(of_subjects(facts, way)) for way in _WAYS)
    if _in_open_format(out) and _in_open_format(into):
        return judged("pass", "moving-both", cites(repository, [*out, *into]))
    if out and into:
        return judged("partial", "moving-both-formats", cites(repository, [*out, *into]))
    if out:
        return judged("partial", "moving-out", cites(repository, out))
    if into:
        return judged("partial", "moving-in", cites(repository, into))
    if copies := written(of_subjects(facts, "backup")):
        return judged("partial", "moving-backup", cites(repository, copies))
    return silent_too(repository, facts, "moving-absent")


def _in_open_format(seen: list[MentionSeen]) -> bool:
    return any(one.term == "open-format" for one in seen)
