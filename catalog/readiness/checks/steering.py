"""Where it is going and who may influence that (GOV-4): plans that can be read, bodies that decide.

A forge's boards and milestones are not read, so that nothing found is never a failure; a plan that
is only linked there is not opened, and does not count as read.
"""

from collections.abc import Iterator

from catalog.models.curated import Governance
from catalog.models.evidence import Found, UnseenReason
from catalog.models.facts import Lead, RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Statement
from catalog.readiness.checks.evidence_of import (
    Judged,
    cite,
    curated,
    in_order,
    items,
    judged,
    reasons_unseen,
    unread,
    unseen,
)
from catalog.readiness.checks.windows import Day


def steering(project: Project, day: Day) -> Judged:
    """Judge plans and deciding bodies over all repositories, and what people have written."""
    read = [(r, r.facts) for r in in_order(project) if r.facts]
    plans = [place for r, facts in read for lead, place in _plans(r, facts) if lead == "here"]
    governance = project.entry.catalog.governance if project.entry else None
    forum = _forum(governance, day)
    deciding = [*forum, *(place for r, facts in read for place in _deciding(r, facts))]
    if plans and deciding:
        return judged("pass", "steering-both", [*plans, *deciding])
    linked = _linked(project, read)
    if deciding:
        return _and(judged("partial", "steering-decides", deciding), linked)
    if plans:
        return judged("partial", "steering-plan", plans)
    if governance and not forum:
        old = judged("unknown", "steering-old", [curated(governance.ref)], on=_said(governance))
        return _and(old, linked)
    return _nothing(read, linked)


def _nothing(
    read: list[tuple[ProjectRepository, RepositoryFacts]], linked: tuple[Statement, ...]
) -> Judged:
    if linked:
        unopened = any(said.code == "steering-link-unopened" for said in linked)
        return Judged("partial" if unopened else "unknown", linked)
    for repository, facts in read:
        reasons: tuple[UnseenReason, ...] = reasons_unseen(facts.readmes, facts.documents)
        if reasons:
            return unseen(repository, *reasons)
    if not read:
        return judged("unknown", "steering-unsaid")
    if unclear := [
        cite(r, d.path)
        for r, f in read
        for d in items(f.documents)
        if d.kind in {"governance", "roadmap"}
    ]:
        return judged("unknown", "document-to-be-read", unclear)
    nowhere = judged("unknown", "steering-nowhere", [cite(read[0][0])])
    return Judged("unknown", (*nowhere.because, *unread("board").because))


def _plans(repository: ProjectRepository, facts: RepositoryFacts) -> Iterator[tuple[Lead, Cite]]:
    """List the plans of a repository with whether they can be read in it."""
    for document in items(facts.documents):
        if document.kind == "roadmap" and document.readable:
            yield "here", cite(repository, document.path)
    for readme in items(facts.readmes):
        if readme.roadmap_line:
            place = cite(repository, readme.path, readme.roadmap_line)
            yield readme.roadmap_lead or "here", place
    if isinstance(facts.publiccode, Found) and facts.publiccode.found.roadmap:
        seen = facts.publiccode.found
        yield (
            seen.roadmap_lead or "elsewhere",
            cite(repository, seen.path, seen.lines.get("roadmap")),
        )


def _deciding(repository: ProjectRepository, facts: RepositoryFacts) -> Iterator[Cite]:
    for document in items(facts.documents):
        if document.decides_line:
            yield cite(repository, document.path, document.decides_line)
    for readme in items(facts.readmes):
        if readme.decides_line:
            yield cite(repository, readme.path, readme.decides_line)


def _linked(
    project: Project, read: list[tuple[ProjectRepository, RepositoryFacts]]
) -> tuple[Statement, ...]:
    """Say of plans that are only linked that they were not opened, or lead to nothing."""
    found = [plan for r, facts in read for plan in _plans(r, facts)]
    away = [place for lead, place in found if lead == "elsewhere"]
    if project.entry and project.entry.roadmap:
        away.append(curated())
    lost = [place for lead, place in found if lead == "nowhere"]
    told = [("steering-link-unopened", away), ("steering-link-lost", lost)]
    return tuple(Statement(code=code, cites=tuple(places)) for code, places in told if places)


def _forum(governance: Governance | None, day: Day) -> list[Cite]:
    """Cite the group that people have named, unless that was said too long ago."""
    if governance is None or day.is_old(governance.as_of, "adoption"):
        return []
    return [curated(governance.ref, governance.as_of)]


def _said(governance: Governance) -> str:
    return str(governance.as_of)


def _and(found: Judged, more: tuple[Statement, ...]) -> Judged:
    return Judged(found.status, (*found.because, *more))
