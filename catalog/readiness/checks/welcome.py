"""How others can contribute (GOV-3): what own guides say, or else what stands in for them."""

from catalog.models.facts import DocumentSeen, RepositoryFacts
from catalog.models.project import ProjectRepository
from catalog.models.verdict import Cite
from catalog.readiness.checks.evidence_of import (
    Judged,
    cite,
    items,
    judged,
    reasons_unseen,
    unread,
    unseen,
)
from catalog.readiness.checks.told import community, has_told_community
from catalog.readiness.checks.windows import Day

_FEWEST_WORDS = 25  # a shorter guide only leads elsewhere
_TEMPLATES = frozenset({"issue-template", "change-request-template"})


def welcome(day: Day, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge where it is said how to contribute: own guide, shared guide, template, or nowhere."""
    shared = community(facts, "contributing", day)
    if own := _told(repository, facts) or _unread_guide(repository, facts, shared):
        return own
    if reasons := reasons_unseen(facts.documents, facts.readmes):
        return unseen(repository, *reasons)
    if shared:
        return judged("partial", "contributing-shared", [Cite(repository=shared)])
    if templates := [d for d in _documents(facts) if d.kind in _TEMPLATES]:
        return judged("partial", "contributing-template", _cites(repository, templates))
    if has_told_community(facts, day):
        return judged("fail", "contributing-absent", [cite(repository)])
    nowhere = judged("unknown", "contributing-absent", [cite(repository)])
    return Judged("unknown", (*nowhere.because, *unread("owner-defaults").because))


def _told(repository: ProjectRepository, facts: RepositoryFacts) -> Judged | None:
    """Judge the guides that were read: together they say what is welcome and how it is reviewed."""
    guides = [(d.path, d.guide) for d in _documents(facts) if d.guide and d.readable]
    guides += [(r.path, r.guide) for r in items(facts.readmes) if r.guide]
    if not guides:
        return None
    signed = [cite(repository, p, g.agreement_line) for p, g in guides if g.agreement_line]
    if signed:
        return judged("partial", "contributing-agreement", signed)
    welcome = [cite(repository, p, g.welcome_line) for p, g in guides if g.welcome_line]
    review = [cite(repository, p, g.review_line) for p, g in guides if g.review_line]
    if welcome and review:
        return judged("pass", "contributing-whole", [*welcome, *review])
    told = [cite(repository, p) for p, g in guides if (g.words or 0) >= _FEWEST_WORDS]
    if welcome or review or told:
        return judged("partial", "contributing-incomplete", welcome or review or told)
    return judged("unknown", "contributing-to-read", [cite(repository, path) for path, _ in guides])


def _unread_guide(
    repository: ProjectRepository, facts: RepositoryFacts, shared: str | None
) -> Judged | None:
    guides = _own_guides(repository, facts, shared)
    return judged("unknown", "contributing-to-read", guides) if guides else None


def _own_guides(
    repository: ProjectRepository, facts: RepositoryFacts, shared: str | None
) -> list[Cite]:
    """Cite the repository's own guides: files, sections of README, and one that the forge shows."""
    guides = _cites(repository, [d for d in _documents(facts) if d.kind == "contributing"])
    guides += [
        cite(repository, readme.path, readme.contributing_line)
        for readme in items(facts.readmes)
        if readme.contributing_line
    ]
    is_own = shared is not None and shared.lower().startswith(f"{repository.url.lower()}/")
    return guides or ([Cite(repository=shared)] if is_own else [])


def _documents(facts: RepositoryFacts) -> tuple[DocumentSeen, ...]:
    return items(facts.documents)


def _cites(repository: ProjectRepository, documents: list[DocumentSeen]) -> list[Cite]:
    return [cite(repository, document.path) for document in documents]
