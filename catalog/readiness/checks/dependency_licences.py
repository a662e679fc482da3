"""Licences of dependencies: known and open or not, and whether they fit the project's own."""

from collections.abc import Sequence
from typing import Literal

from catalog.models.facts import LockedSeen, RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Verdict
from catalog.readiness.checks.dependencies import (
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
from catalog.readiness.checks.licence_fits import Fit, fit, standing
from catalog.readiness.checks.licences import Licence, is_open, text_of, understood
from catalog.readiness.checks.statements import project_texts, statements
from catalog.readiness.checks.windows import Day


def dependencies_are_open(project: Project, day: Day) -> Verdict:
    """LIC-3: licences of what runs with the software; the worst part decides."""

    def judge(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
        return _licences(day, repository, facts)

    return worst_of(project, judge).of("LIC-3")


def _own(facts: RepositoryFacts) -> frozenset[Licence]:
    """Return the licences of the project itself, by its texts and what it states."""
    texts = (text_of(seen.spdx) for seen in project_texts(facts) if seen.spdx)
    said = (n.licences for s in statements(facts) if not s.default
            and (n := understood(s.stated)) and is_open(s.stated, "docs"))  # fmt: skip
    return frozenset[Licence]().union(*texts, *said)


def _licences(day: Day, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    if reasons := reasons_unseen(facts.locked, facts.manifests):
        return unseen(repository, *reasons)
    locks = facts.own_locks
    cites = [cite(repository, lock.path) for lock in locks]
    if not any(lock.packages for lock in locks):
        return _without_packages(repository, facts, locks)
    own = _own(facts)
    fits = {licence: fit(licence, own) for lock in locks for licence in lock.licences if licence}
    if settled := _settled(repository, locks, fits) or _lacking(repository, facts, locks):
        return settled
    if not fits:
        return judged("unknown", "dependency-licences-unstated", cites)
    return _shares(day, repository, locks, fits)


def _settled(
    repository: ProjectRepository, locks: Sequence[LockedSeen], fits: dict[str, Fit]
) -> Judged | None:
    """Fail where one dependency is enough to, whatever the others are."""
    if closed := {licence for licence in fits if standing(licence) == "closed"}:
        return _because("fail", "dependency-licences-closed", repository, locks, closed)
    if bad := {licence for licence, how in fits.items() if how == "incompatible"}:
        return _because("fail", "dependency-licences-incompatible", repository, locks, bad)
    return None


def _without_packages(
    repository: ProjectRepository, facts: RepositoryFacts, locks: Sequence[LockedSeen]
) -> Judged:
    if has_none(facts):
        cites = [cite(repository, m.path) for m in facts.own_manifests]
        return judged("pass", "dependency-licences-none", cites)
    if lacking := _lacking(repository, facts, locks):
        return lacking
    places = [cite(repository, lock.path) for lock in locks] or [cite(repository)]
    return judged("unknown", "dependency-licences-no-lock", places)


def _lacking(
    repository: ProjectRepository, facts: RepositoryFacts, locks: Sequence[LockedSeen]
) -> Judged | None:
    """Say where packages are not known, so that nothing holds for all of them."""
    if unread := [cite(repository, lock.path) for lock in unread_locks(facts, locks)]:
        return judged("unknown", "dependency-licences-lock-unread", unread)
    if without := [cite(repository, m.path) for m in unlocked(facts, locks)]:
        code = "dependency-licences-partly-locked" if locks else "dependency-licences-no-lock"
        return judged("unknown", code, without)
    return None


def _shares(
    day: Day, repository: ProjectRepository, locks: Sequence[LockedSeen], fits: dict[str, Fit]
) -> Judged:
    rows = [row for lock in locks for row in lock.licences.items()]
    known, every = sum(n for of, n in rows if standing(of) == "open"), sum(n for _, n in rows)
    cites, counts = [cite(repository, lock.path) for lock in locks], {"known": known, "all": every}
    if known < day.limits["dependencies-known-partly"] * every:
        return judged("unknown", "dependency-licences-few", cites, **counts)
    if strong := {licence for licence, how in fits.items() if how == "strong"}:
        return _because("partial", "dependency-licences-strong", repository, locks, strong)
    if known < day.limits["dependencies-known"] * every:
        return judged("partial", "dependency-licences-some", cites, **counts)
    if weak := {licence for licence, how in fits.items() if how == "weak"}:
        return _because("partial", "dependency-licences-weak", repository, locks, weak)
    return judged("pass", "dependency-licences-known", cites, **counts)


def _because(
    status: Literal["fail", "partial"], code: str, repository: ProjectRepository,
    locks: Sequence[LockedSeen], licences: set[str],
) -> Judged:  # fmt: skip
    """Name the packages under some licences, and the lock files that have them."""
    packages = [(lock.path, f"{p.name} ({p.licence})") for lock in locks for p in lock.packages
                if p.licence in licences]  # fmt: skip
    cites = [cite(repository, path) for path in dict.fromkeys(path for path, _ in packages)]
    return judged(status, code, cites, packages=named([words for _, words in packages]))
