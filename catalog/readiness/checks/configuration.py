"""GEN-2: local adaptation by documented configuration rather than by a fork."""
# ruff: noqa: PLR0911 - a rule reads as a ladder of answers

import re
from functools import partial

from catalog.models.facts import RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Verdict
from catalog.readiness.checks.documentation import cites, of_subjects, written
from catalog.readiness.checks.evidence_of import (
    Judged,
    best_of,
    cite,
    curated,
    items,
    judged,
)
from catalog.readiness.checks.silence import heeding_links, silent_too
from catalog.readiness.checks.windows import Day

_TEXT = re.compile(r"\.(?:md|markdown|mdx|rst|adoc|asciidoc|txt)$", re.IGNORECASE)
_HAVE_IT = frozenset({"pilot", "production"})
_FEWEST_ADOPTERS = 2


def is_configurable(project: Project, day: Day) -> Verdict:
    """GEN-2: adapted by documented configuration."""
    if forked := _forked(project):
        return forked.of("GEN-2")
    found = best_of(project, partial(_configuration, day))
    return heeding_links(project, found).of("GEN-2")


def _forked(project: Project) -> Judged | None:
    """Judge that all who are known to have taken it over keep variants of their own."""
    adopters = [a for a in project.adoptions if a.role == "adopter" and a.stage in _HAVE_IT]
    if len(adopters) < _FEWEST_ADOPTERS or not all(a.variant_url for a in adopters):
        return None
    places = [curated(a.ref, a.as_of) for a in adopters]
    return judged("fail", "configuration-forked", places, count=len(adopters))


def _configuration(day: Day, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    settings = sorted(items(facts.settings), key=lambda seen: -seen.explained)
    if settings and settings[0].explained >= day.limits["settings-explained"]:
        most = settings[0]
        place = cite(repository, most.path, most.line)
        return judged("pass", "configuration-explained", [place], count=most.explained)
    documents = [s for s in settings if s.explained and _TEXT.search(s.path)]
    explained = sum(seen.explained for seen in documents)
    if explained >= day.limits["settings-explained"]:
        places = [cite(repository, seen.path, seen.line) for seen in documents]
        return judged("pass", "configuration-explained", places, count=explained)
    if interface := written(of_subjects(facts, "settings-interface")):
        return judged("pass", "configuration-interface", cites(repository, interface))
    if named := [seen for seen in settings if seen.named]:
        places = [cite(repository, seen.path, seen.line) for seen in named]
        return judged("partial", "configuration-named", places)
    if examples := [s for s in items(facts.samples) if s.kind == "configuration"]:
        places = [cite(repository, seen.path) for seen in examples]
        return judged("partial", "configuration-example", places)
    if mentioned := [seen for seen in settings if not seen.shipped]:
        places = [cite(repository, seen.path, seen.line) for seen in mentioned]
        return judged("partial", "configuration-mentioned", places)
    if extensions := of_subjects(facts, "extension"):
        return judged("partial", "configuration-extension", cites(repository, extensions))
    if settings:
        places = [cite(repository, seen.path) for seen in settings]
        return judged("partial", "configuration-shipped", places)
    return silent_too(repository, facts, "configuration-absent", facts.settings, facts.samples)
