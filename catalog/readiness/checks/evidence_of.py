"""Evidence of a project: one judgement a repository, and the one that decides for the product."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeAlias, TypeVar

from catalog.models.evidence import Absent, Found, Unseen, UnseenReason
from catalog.models.facts import RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Statement, Status, Verdict

T = TypeVar("T")
_SHIPPED = frozenset({"primary", "component"})
_ROLES = ("primary", "component", "docs", "deployment")
_BEST_FIRST: tuple[Status, ...] = ("pass", "explained", "partial", "unknown", "fail", "na")
_WORST_FIRST: tuple[Status, ...] = ("fail", "unknown", "partial", "explained", "pass", "na")
_RANKS = {status: rank for rank, status in enumerate(_BEST_FIRST)}
# What a named tuple's constructor ends at: two hundred are made a project, in a third of the time.
_new = tuple.__new__


class Judged(NamedTuple):
    """A status and why, before it belongs to a check."""

    status: Status
    because: tuple[Statement, ...]

    def of(self, check: str) -> Verdict:
        """Make it the verdict of a check."""
        return _new(Verdict, (check, self.status, self.because, None))


Judge: TypeAlias = Callable[[ProjectRepository, RepositoryFacts], Judged]
Places: TypeAlias = tuple[tuple[str, int | None], ...]

NO_REPOSITORY = Judged("unknown", (Statement(code="no-repository"),))
UNSAID = Judged("unknown", (Statement(code="unsaid"),))


def judged(
    status: Status, code: str, cites: Iterable[Cite] = (), **values: str | float | date
) -> Judged:
    """Judge for one reason."""
    places = tuple(cites)
    if not values and not places:
        return _plainly(status, code)
    return _new(Judged, (status, (_new(Statement, (code, values, places)),)))


@cache
def _plainly(status: Status, code: str) -> Judged:
    return Judged(status, (Statement(code=code),))


def cite(repository: ProjectRepository, path: str | None = None, line: int | None = None) -> Cite:
    """Point into a repository at the commit its facts were read from."""
    if path is None and line is None:
        return repository.place
    return _new(Cite, (repository.url, repository.commit, path, line, None, None))


def curated(reference: str | None = None, on: date | None = None) -> Cite:
    """Point at what people have written, by its reference where there is one."""
    return Cite(reference=reference, on=on)


def unseen(repository: ProjectRepository, *reasons: UnseenReason) -> Judged:
    """Say that something could not be judged because it was not read, each reason once."""
    return Judged("unknown", tuple(_unseen(repository.url, r) for r in dict.fromkeys(reasons)))


@lru_cache(maxsize=1024)  # a dozen checks of one repository meet the same reason
def _unseen(url: str, reason: UnseenReason) -> Statement:
    named = {"repository": url.rsplit("/", 1)[-1]}
    return Statement(code=f"unseen-{reason}", values=named, cites=(Cite(repository=url),))


@cache
def unread(*places: str) -> Judged:
    """Say that nothing was found, but that some places the rule names were not read.

    Places are the forge's: ``description``, ``archived``, ``wiki``, ``owner-defaults``,
    ``private-reporting``, ``release-notes``, ``tracker``; ``registry`` is the package registry's.
    """
    return Judged("unknown", tuple(Statement(code=f"unread-{place}") for place in places))


def reasons_unseen(*evidence: "Found[Any] | Absent | Unseen") -> tuple[UnseenReason, ...]:
    """List why some of the evidence is unseen; empty when all of it was read."""
    return tuple([e.unseen for e in evidence if isinstance(e, Unseen)])


def items(evidence: "Found[tuple[T, ...]] | Absent | Unseen") -> tuple[T, ...]:
    """Return what was found; nothing where it is absent or unseen (ask which separately)."""
    return evidence.found if isinstance(evidence, Found) else ()


def in_order(project: Project) -> list[ProjectRepository]:
    """List the repositories, the primary one first."""
    if len(project.repositories) < 2:  # noqa: PLR2004 - nothing to order, as for most projects
        return list(project.repositories)
    return sorted(project.repositories, key=lambda r: _ROLES.index(r.role))


def shipped(project: Project) -> list[ProjectRepository]:
    """List primary and component repositories (rule 7), or all where there are none of these."""
    every = in_order(project)
    return [r for r in every if r.role in _SHIPPED] or every


def of_main(project: Project, judge: Judge) -> Judged:
    """Judge the repository that a reader opens first."""
    repositories = in_order(project)
    return judge_one(judge, repositories[0]) if repositories else NO_REPOSITORY


def best_of(project: Project, judge: Judge) -> Judged:
    """Judge every repository, primary first; the best evidence decides and is named."""
    if len(project.repositories) == 1:
        return judge_one(judge, project.repositories[0])
    best: tuple[ProjectRepository, Judged] | None = None
    repositories = in_order(project)
    for repository in repositories:
        found = judge_one(judge, repository)
        if best is None or _rank(found) < _rank(best[1]):
            best = repository, found
        if found.status == "pass":
            break
    if best is None:
        return NO_REPOSITORY
    return best[1] if best[0] is repositories[0] else _naming(*best, "found-in")


def worst_of(project: Project, judge: Judge) -> Judged:
    """Judge primary and component repositories (rule 7); the worst decides and is named."""
    if len(project.repositories) == 1:
        return judge_one(judge, project.repositories[0])
    every = [(repository, judge_one(judge, repository)) for repository in shipped(project)]
    if not every:
        return NO_REPOSITORY
    worst = min(every, key=lambda pair: _WORST_FIRST.index(pair[1].status))
    if len(every) == 1:
        return worst[1]
    alike = all(found.status == worst[1].status for _, found in every)
    return _naming(*worst, "all-parts" if alike else "decided-by")


def better(first: Judged, *others: Judged | None) -> Judged:
    """Choose the best of several sources of the same answer; the first where they are equal."""
    best = first
    for other in others:
        if other is not None and _rank(other) < _rank(best):
            best = other
    return best


def judge_one(judge: Judge, repository: ProjectRepository) -> Judged:
    """Judge a repository, or say why there is nothing to judge."""
    facts = repository.facts
    if facts is not None:
        return judge(repository, facts)
    gone = repository.gone
    if gone is None:
        return unseen(repository, "not-harvested")
    cites = [Cite(repository=repository.url)]
    return judged("unknown", "repository-gone", cites, name=repository.name, on=gone.gone_since)


def _rank(found: Judged) -> int:
    return _RANKS[found.status]


def _naming(repository: ProjectRepository, found: Judged, code: str) -> Judged:
    named = Statement(
        code=code, values={"repository": repository.name}, cites=(Cite(repository=repository.url),)
    )
    return Judged(found.status, (*found.because, named))
