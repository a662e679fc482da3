"""GEN-6: tested against the accessibility requirements."""

import re

from catalog.models.evidence import Found
from catalog.models.facts import RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Verdict
from catalog.readiness.checks.documentation import heeding_links, mentions, places, silent
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
from catalog.readiness.checks.windows import Day

_STANDARD = re.compile(r"wcag|301[ -]?549", re.IGNORECASE)


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
    if claims := _claims(repository, facts):
        return judged("partial", "accessibility-claim", claims)
    if screens == "perhaps":
        return judged("unknown", "accessibility-screens-untold", screens_at(repository, facts))
    return silent(repository, facts, "accessibility-absent", facts.ci)


def _statements(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    found = places(repository, mentions(facts, "accessibility-statement"))
    if isinstance(facts.screens, Found) and (page := facts.screens.found.statement):
        found.append(cite(repository, page))
    return found


def _tools(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    found = [(c.path, c.accessibility_line) for c in items(facts.ci) if c.accessibility_line]
    cites = [cite(repository, path, line) for path, line in found]
    cites += [cite(repository, m.path) for m in items(facts.manifests) if m.accessibility]
    named = mentions(facts, "accessibility-tool", "accessibility-test")
    return cites + places(repository, named)


def _claims(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    found = places(repository, mentions(facts, "accessibility-claim"))
    if isinstance(facts.publiccode, Found):
        seen = facts.publiccode.found
        if any(_STANDARD.search(supported) for supported in seen.supports):
            found.append(cite(repository, seen.path, seen.lines.get("supports")))
    return found
