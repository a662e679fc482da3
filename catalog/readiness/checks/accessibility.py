"""GEN-6: tested against the accessibility requirements."""
# ruff: noqa: PLR0911 - a rule reads as a ladder of answers

from catalog.models.evidence import Found
from catalog.models.facts import RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Verdict
from catalog.readiness.checks.documentation import cites, of_subjects
from catalog.readiness.checks.evidence_of import (
    Judged,
    best_of,
    better,
    cite,
    curated,
    items,
    judged,
    reasons_unseen,
    unseen,
)
from catalog.readiness.checks.screens import screens_at, shown
from catalog.readiness.checks.silence import heeding_links, silent_too
from catalog.readiness.checks.windows import Day


def is_accessible(project: Project, day: Day) -> Verdict:
    """GEN-6: tested against the accessibility requirements."""
    read = best_of(project, _accessibility)
    written = _curated_accessibility(project, day)
    if written and read.status == "na":
        return written.of("GEN-6")
    return heeding_links(project, better(read, written)).of("GEN-6")


def _curated_accessibility(project: Project, day: Day) -> Judged | None:
    stated = project.entry.catalog.accessibility if project.entry else None
    if stated is None:
        return None
    place = [curated(stated.ref, stated.date)]
    complete = stated.standard and stated.tested and (stated.statement or stated.note)
    if complete and stated.date and stated.standard:
        if day.is_past(stated.date, "accessibility"):
            return judged("partial", "accessibility-old", place, on=stated.date)
        return judged(
            "pass", "accessibility-tested", place, standard=stated.standard, on=stated.date
        )
    if stated.standard or stated.tested or stated.statement or stated.note:
        return judged("partial", "accessibility-stated", place)
    return None


def _accessibility(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    if reasons := reasons_unseen(facts.screens, facts.manifests):
        return unseen(repository, *reasons)
    if (screens := shown(facts)) == "no":
        return judged("na", "accessibility-no-screens", [cite(repository)])
    if statements := _statements(repository, facts):
        return judged("partial", "accessibility-statement", statements)
    if tools := _tools(repository, facts):
        return judged("partial", "accessibility-tool", tools)
    if claims := of_subjects(facts, "accessibility-claim"):
        return judged("partial", "accessibility-claim", cites(repository, claims))
    if screens == "perhaps":
        return judged("unknown", "accessibility-screens-untold", screens_at(repository, facts))
    return silent_too(repository, facts, "accessibility-absent", facts.ci)


def _statements(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    found = cites(repository, of_subjects(facts, "accessibility-statement"))
    if isinstance(facts.screens, Found) and (page := facts.screens.found.statement):
        found.append(cite(repository, page))
    return found


def _tools(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    found = [(c.path, c.accessibility_line) for c in items(facts.ci) if c.accessibility_line]
    places = [cite(repository, path, line) for path, line in found]
    places += [cite(repository, m.path) for m in items(facts.manifests) if m.accessibility]
    named = of_subjects(facts, "accessibility-tool", "accessibility-test")
    return places + cites(repository, named)
