"""What the documentation of a repository says of a subject, and when its silence says something."""

import re
from collections.abc import Iterable
from functools import lru_cache

from catalog.models.evidence import Unseen
from catalog.models.facts import DocumentKind, MentionSeen, RepositoryFacts, Subject
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite
from catalog.readiness.checks.evidence_of import (
    NO_REPOSITORY,
    UNSAID,
    Judge,
    Judged,
    best_of,
    better,
    cite,
    items,
    judged,
    unseen,
)

MOST_CITED = 4
UNNAMED = "unnamed"  # the term for words that show that there is something, not what
_DOCUMENT = re.compile(
    r".*\.(?:md|markdown|mdx|rst|adoc|asciidoc|txt)$|(?:.*/)?readme[^/]*$|publiccode\.ya?ml$",
    re.IGNORECASE,
)
_OF_THE_WHOLE = re.compile(  # rather than of one part deep down
    r"(?:[^/]+/)?[^/]+$|(?:.*/)?(?:docs?|documentation|dokumentation|manual)/", re.IGNORECASE
)
_FRONT = re.compile(r"readme[^/]*$|publiccode\.ya?ml$", re.IGNORECASE)
_DECISIONS = re.compile(  # of which many weigh what was not chosen
    r"(?:.*/)?(?:adrs?|decisions?|architecture[-_]decisions?(?:[-_]records?)?)/", re.IGNORECASE
)
_EXPLAIN: frozenset[DocumentKind] = frozenset({"documentation", "install", "architecture"})


def of_subjects(facts: RepositoryFacts, *subjects: Subject) -> list[MentionSeen]:
    """List the mentions of some subjects, also those in example configuration."""
    by_subject = facts.mentioned
    if len(subjects) == 1:
        return list(by_subject.get(subjects[0], ()))
    if by_subject.keys().isdisjoint(subjects):
        return []
    return [seen for seen in items(facts.mentions) if seen.subject in subjects]


def written(mentions: Iterable[MentionSeen]) -> list[MentionSeen]:
    """Leave out what only names: example configuration, and records of what was weighed."""
    return [m for m in mentions if _says(m.path)]


@lru_cache(maxsize=4096)  # the same few names in nearly all repositories
def _says(path: str) -> bool:
    return bool(_DOCUMENT.match(path)) and not _DECISIONS.match(path)


@lru_cache(maxsize=4096)
def _is_of_the_whole(path: str) -> bool:
    return bool(_OF_THE_WHOLE.match(path))


@lru_cache(maxsize=4096)
def _is_front(path: str) -> bool:
    return bool(_FRONT.match(path))


def beside(*groups: list[MentionSeen]) -> list[MentionSeen] | None:
    """Choose one of each group so that all stand in one document, or in it and the README.

    What a document says by the way and another by the way is no statement of the two.
    """
    every = dict.fromkeys(seen.path for group in groups for seen in group)
    paths = [path for path in every if _is_of_the_whole(path)]
    front = [path for path in paths if _is_front(path)]
    for path in paths:
        near = (path, *front)
        chosen = [next((s for p in near for s in group if s.path == p), None) for group in groups]
        if None not in chosen:
            return [seen for seen in chosen if seen is not None]
    return None


def cites(repository: ProjectRepository, mentions: Iterable[MentionSeen]) -> list[Cite]:
    """Point at the places of mentions, each line once."""
    places = dict.fromkeys((seen.path, seen.line) for seen in mentions)
    return [cite(repository, path, line) for path, line in list(places)[:MOST_CITED]]


def names(mentions: Iterable[MentionSeen]) -> str:
    """Name what is mentioned, each once."""
    return ", ".join(dict.fromkeys(seen.term for seen in mentions))


def silent(
    repository: ProjectRepository, facts: RepositoryFacts, code: str, *, anywhere: bool = False
) -> Judged:
    """Judge that the documentation says nothing: a failure only where all of it was read.

    ``anywhere`` heeds every text that a README leads to in another repository.
    """
    if isinstance(facts.mentions, Unseen):
        return unseen(repository, facts.mentions.unseen)
    every = of_subjects(facts, "elsewhere")
    if elsewhere := [seen for seen in every if anywhere or seen.term != "repository"]:
        return judged("unknown", "documentation-elsewhere", cites(repository, elsewhere))
    closed = [d.path for d in items(facts.documents) if not d.readable and d.kind in _EXPLAIN]
    if closed:
        places = [cite(repository, path) for path in closed[:MOST_CITED]]
        return judged("unknown", "document-to-be-read", places)
    readmes = [cite(repository, seen.path) for seen in items(facts.readmes)[:1]]
    return judged("fail", code, readmes or [Cite(repository=repository.url)])


def with_documents(project: Project, stated: Judged | None, judge: Judge) -> Judged:
    """Choose the better of what people wrote in the catalogue and what the documentation says."""
    found = best_of(project, judge)
    if stated is not None and stated is not UNSAID:
        return better(stated, found)
    if found is NO_REPOSITORY:
        return Judged(found.status, (*UNSAID.because, *found.because))
    if found.status in {"pass", "partial"}:
        return found
    return Judged(found.status, (*found.because, *UNSAID.because))
