"""What follows when nothing was found: all that could say it was read, or some of it was not."""

from typing import Any

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.readiness.checks.documentation import silent
from catalog.readiness.checks.evidence_of import (
    Judged,
    curated,
    items,
    judged,
    reasons_unseen,
    unseen,
)

MOST = 30  # documents below docs/ that a harvest reads; where there are as many there may be more


def silent_too(
    repository: ProjectRepository,
    facts: RepositoryFacts,
    code: str,
    *others: "Found[Any] | Absent | Unseen",
) -> Judged:
    """Judge that documents say nothing, and that nothing else which could was left unread."""
    reasons = reasons_unseen(facts.readmes, facts.documents, facts.publiccode, *others)
    found = silent(repository, facts, code, anywhere=True)
    if found.status == "fail" and reasons:
        return unseen(repository, *reasons)
    texts = [d for d in items(facts.documents) if d.kind == "documentation"]
    if found.status == "fail" and len(texts) >= MOST:
        return unseen(repository, "too-large")
    return found


def heeding_links(project: Project, found: Judged) -> Judged:
    """Judge a silence anew where the catalogue's own entry links to documentation."""
    described = project.entry.description.values() if project.entry else ()
    if found.status == "fail" and any(text.documentation for text in described):
        return judged("unknown", "documentation-link-unchecked", [curated()])
    return found
