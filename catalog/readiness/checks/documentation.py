"""What follows when the documentation says nothing: all of it was read, or some of it was not."""

from collections.abc import Iterable
from typing import Any

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import MentionSeen, RepositoryFacts, Subject
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite
from catalog.readiness.checks.evidence_of import (
    Judged,
    cite,
    curated,
    items,
    judged,
    reasons_unseen,
    unseen,
)

MOST = 30  # documents below docs/ that a harvest reads; where there are as many there may be more


def mentions(facts: RepositoryFacts, *subjects: Subject) -> list[MentionSeen]:
    """Return what the documents name of some subjects."""
    return [seen for seen in items(facts.mentions) if seen.subject in subjects]


def places(repository: ProjectRepository, seen: Iterable[MentionSeen]) -> list[Cite]:
    """Point at the lines where something is named."""
    return [cite(repository, one.path, one.line) for one in seen]


def silent(
    repository: ProjectRepository,
    facts: RepositoryFacts,
    code: str,
    *others: "Found[Any] | Absent | Unseen",
) -> Judged:
    """Judge that nothing is said: *fail* only where every document was read and leads nowhere."""
    documents = (facts.readmes, facts.documents, facts.publiccode, facts.mentions)
    if reasons := reasons_unseen(*documents, *others):
        return unseen(repository, *reasons)
    texts = [d for d in items(facts.documents) if d.kind == "documentation"]
    if unreadable := [d for d in texts if not d.readable]:
        cites = [cite(repository, d.path) for d in unreadable]
        return judged("unknown", "document-to-be-read", cites)
    if elsewhere := _elsewhere(repository, facts):
        return judged("unknown", "documentation-link-unchecked", elsewhere)
    if len(texts) >= MOST:
        return unseen(repository, "too-large")
    readmes = [cite(repository, seen.path) for seen in items(facts.readmes)]
    return judged("fail", code, readmes or [cite(repository)])


def heeding_links(project: Project, found: Judged) -> Judged:
    """Judge a silence anew where the catalogue's own entry links to documentation."""
    described = project.entry.description.values() if project.entry else ()
    if found.status == "fail" and any(text.documentation for text in described):
        return judged("unknown", "documentation-link-unchecked", [curated()])
    return found


def _elsewhere(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    found = places(repository, mentions(facts, "elsewhere"))
    if isinstance(facts.publiccode, Found):
        seen = facts.publiccode.found
        addresses = [d.documentation for d in seen.described if d.documentation]
        outside = [a for a in addresses if not a.lower().startswith(repository.url.lower())]
        if outside or (seen.documentation and not addresses):
            found.append(cite(repository, seen.path))
    return found
