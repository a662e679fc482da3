"""How others can contribute (GOV-3): a guide that says how review works, or less than that."""

from collections.abc import Sequence
from typing import TypeAlias

from catalog.models.facts import DocumentKind, DocumentSeen, ReadmeSeen, RepositoryFacts
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

Guide: TypeAlias = DocumentSeen | ReadmeSeen

_FEWEST_WORDS = 25
_TEMPLATES = frozenset({"issue-template", "change-request-template"})


def welcome(  # noqa: PLR0911 - a rule reads as a ladder of answers
    day: Day, repository: ProjectRepository, facts: RepositoryFacts
) -> Judged:
    """Judge where it is said how to contribute: own guide, shared guide, template, or nowhere."""
    shared = community(facts, "contributing", day)
    guides: list[Guide] = [*_documents_of(facts, "contributing"), *_readmes(facts)]
    if guides:
        return _guided(repository, guides)
    if shared is not None and _is_own(repository, shared):
        return judged("unknown", "contributing-to-read", [Cite(repository=shared)])
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


def _guided(repository: ProjectRepository, guides: list[Guide]) -> Judged:
    """Judge what guides say: an agreement that is asked for outweighs the rest."""
    if asking := [(g, g.agreement_line) for g in guides if g.agreement_line]:
        return judged("partial", "contributing-agreement", _lines(repository, asking))
    if reviewed := [(g, g.review_line) for g in guides if g.review_line]:
        return judged("pass", "contributing-described", _lines(repository, reviewed))
    if read := [(g, _line(g)) for g in guides if _is_read(g)]:
        return judged("partial", "contributing-without-review", _lines(repository, read))
    cites = [cite(repository, guide.path) for guide in guides]
    return judged("unknown", "contributing-to-read", cites)


def _is_read(guide: Guide) -> bool:
    """Tell whether a guide is a text of its own; a shorter one only points elsewhere."""
    if isinstance(guide, ReadmeSeen):
        return True
    return guide.readable and (guide.words or 0) >= _FEWEST_WORDS


def _line(guide: Guide) -> int | None:
    return guide.contributing_line if isinstance(guide, ReadmeSeen) else None


def _lines(repository: ProjectRepository, found: Sequence[tuple[Guide, int | None]]) -> list[Cite]:
    return [cite(repository, guide.path, line) for guide, line in found]


def _is_own(repository: ProjectRepository, shared: str) -> bool:
    return shared.lower().startswith(f"{repository.url.lower()}/")


def _documents_of(facts: RepositoryFacts, kind: DocumentKind) -> list[DocumentSeen]:
    return [document for document in _documents(facts) if document.kind == kind]


def _readmes(facts: RepositoryFacts) -> list[ReadmeSeen]:
    return [readme for readme in items(facts.readmes) if readme.contributing_line]


def _documents(facts: RepositoryFacts) -> tuple[DocumentSeen, ...]:
    return items(facts.documents)


def _cites(repository: ProjectRepository, documents: list[DocumentSeen]) -> list[Cite]:
    return [cite(repository, document.path) for document in documents]
