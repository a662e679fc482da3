"""Public security advisories of the packages that lock files fix: none serious, young, or old."""

from collections.abc import Sequence
from functools import partial

from catalog.models.advisories import SERIOUS, AdvisoryHit, Concern
from catalog.models.facts import LockedSeen, RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Status, Verdict
from catalog.readiness.checks.dependencies import (
    direct,
    has_none,
    named,
    unlocked,
    unread_locks,
)
from catalog.readiness.checks.evidence_of import (
    Judged,
    cite,
    judged,
    reasons_unseen,
    unseen,
    worst_of,
)
from catalog.readiness.checks.windows import Day

_ADDRESS = "https://osv.dev/vulnerability/"


def is_free_of_known_vulnerabilities(project: Project, day: Day) -> Verdict:
    """SEC-2: serious advisories on what is locked; the worst part decides (rule 7)."""
    return worst_of(project, partial(_advisories, day)).of("SEC-2")


def _advisories(day: Day, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    if reasons := reasons_unseen(facts.locked, facts.manifests):
        return unseen(repository, *reasons)
    locks = facts.own_locks
    if not locks:
        return _without_locks(repository, facts)
    concern = repository.concern
    if concern is None:
        return judged("unknown", "advisories-not-asked", _locks(repository, locks))
    paths = {lock.path for lock in locks}
    concern = concern.model_copy(update={"hits": tuple(h for h in concern.hits if h.path in paths)})
    old, young = _serious(day, repository, facts, locks, concern)
    if old:
        return _because("fail", "advisories-old", repository, old)
    if day.is_past(concern.on, "harvest") or day.is_stale(repository, "harvest"):
        return judged("unknown", "advisories-stale", _locks(repository, locks), on=concern.on)
    return (
        (_young(repository, facts, locks, young) if young else None)
        or _unlooked(repository, facts, locks, concern)
        or _rated(day, repository, locks, concern)
    )


def _without_locks(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    if unread := [cite(repository, lock.path) for lock in unread_locks(facts, [])]:
        return judged("unknown", "advisories-lock-unread", unread)
    if has_none(facts):
        return judged("na", "advisories-no-dependencies", [cite(repository)])
    return judged("unknown", "advisories-no-lock", [cite(repository)])


def _serious(
    day: Day,
    repository: ProjectRepository,
    facts: RepositoryFacts,
    locks: Sequence[LockedSeen],
    concern: Concern,
) -> tuple[list[AdvisoryHit], list[AdvisoryHit]]:
    """Divide what is serious into what was public for too long, and the rest.

    Counted to the day on which both lock file and advisories were last looked at. A package that
    may be for development only is never among the old: it settles nothing.
    """
    then = day.at(min(day.read_on(repository), concern.on))
    serious = [hit for hit in concern.hits if hit.advisory.severity in SERIOUS]
    old = [
        hit
        for hit in serious
        if hit.advisory.published
        and then.is_past(hit.advisory.published, "advisory")
        and _surely_runs(facts, locks, hit)
    ]
    return old, [hit for hit in serious if hit not in old]


def _young(
    repository: ProjectRepository,
    facts: RepositoryFacts,
    locks: Sequence[LockedSeen],
    hits: list[AdvisoryHit],
) -> Judged:
    if perhaps := [hit for hit in hits if not _surely_runs(facts, locks, hit)]:
        return _because("unknown", "advisories-perhaps", repository, perhaps)
    if undated := [hit for hit in hits if hit.advisory.published is None]:
        return _because("unknown", "advisories-undated", repository, undated)
    code = "advisories-new" if all(h.advisory.fixed for h in hits) else "advisories-new-unfixed"
    return _because("partial", code, repository, hits)


def _unlooked(
    repository: ProjectRepository,
    facts: RepositoryFacts,
    locks: Sequence[LockedSeen],
    concern: Concern,
) -> Judged | None:
    """Say which dependencies nobody has looked at."""
    if unread := [cite(repository, lock.path) for lock in unread_locks(facts, locks)]:
        return judged("unknown", "advisories-lock-unread", unread)
    if without := [cite(repository, m.path) for m in unlocked(facts, locks)]:
        return judged("unknown", "advisories-partly-locked", without)
    if count := concern.unknown:
        return judged("unknown", "advisories-not-all-asked", _locks(repository, locks), count=count)
    return None


def _rated(
    day: Day, repository: ProjectRepository, locks: Sequence[LockedSeen], concern: Concern
) -> Judged:
    if unrated := [hit for hit in concern.hits if hit.advisory.severity is None]:
        return _because("unknown", "advisories-unrated", repository, unrated)
    places, every = _locks(repository, locks), concern.asked + concern.unasked
    none = judged("pass", "advisories-none", places, count=concern.asked, on=concern.on)
    if not concern.unasked:
        return none
    branches = judged("unknown", "advisories-unaskable", places, count=concern.unasked)
    if concern.asked < day.limits["dependencies-known"] * every:
        return branches
    return Judged("pass", (*none.because, *branches.because))


def _surely_runs(facts: RepositoryFacts, locks: Sequence[LockedSeen], hit: AdvisoryHit) -> bool:
    lock = next(lock for lock in locks if lock.path == hit.path)
    return lock.apart or hit.package in direct(facts, lock)


def _locks(repository: ProjectRepository, locks: Sequence[LockedSeen]) -> list[Cite]:
    return [cite(repository, lock.path) for lock in locks]


def _because(
    status: Status, code: str, repository: ProjectRepository, hits: list[AdvisoryHit]
) -> Judged:
    """Name packages and advisories, and link to both."""
    locks = [cite(repository, path) for path in dict.fromkeys(hit.path for hit in hits)]
    ids = dict.fromkeys(hit.id for hit in hits)
    links = [Cite(repository=f"{_ADDRESS}{identifier}") for identifier in ids]
    packages = named([f"{hit.package} {hit.version}: {hit.id}" for hit in hits])
    return judged(status, code, [*locks[:2], *links, *locks[2:]], packages=packages)
