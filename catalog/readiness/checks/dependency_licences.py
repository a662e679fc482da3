"""Licences of dependencies: known and open or not, and whether they fit the project's own."""

from typing import Literal, NamedTuple

from catalog.models.evidence import Found
from catalog.models.facts import LockedSeen, PackageSeen, RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Verdict
from catalog.readiness.checks.dependencies import (
    counted,
    has_none,
    named,
    states_licences,
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
from catalog.readiness.checks.licences import Licence, text_of, understood
from catalog.readiness.checks.statements import project_texts, statements
from catalog.readiness.checks.windows import Day


class _Package(NamedTuple):
    lock: LockedSeen
    package: PackageSeen

    @property
    def words(self) -> str:
        return f"{self.package.name} ({self.package.licence})"


def dependencies_are_open(project: Project, day: Day) -> Verdict:
    """LIC-3: licences of what runs with the software; the worst part decides."""

    def judge(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
        return _licences(day, repository, facts)

    return worst_of(project, judge).of("LIC-3")


def _own(facts: RepositoryFacts) -> frozenset[Licence]:
    """Return the licences of the project itself, by its texts and what it states."""
    texts = (text_of(seen.spdx) for seen in project_texts(facts) if seen.spdx)
    said = (n.licences for s in statements(facts) if not s.default
            and (n := understood(s.stated)))  # fmt: skip
    return frozenset[Licence]().union(*texts, *said)


def _licences(day: Day, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    if reasons := reasons_unseen(facts.locked, facts.manifests):
        return unseen(repository, *reasons)
    locks = counted(facts)
    packages = [_Package(lock, package) for lock in locks for package in lock.packages]
    cites = [cite(repository, lock.path) for lock in locks]
    if not packages:
        return _without_packages(repository, facts, cites)
    own = _own(facts)
    fitted = [(one, fit(one.package.licence or "", own)) for one in packages]
    if settled := _settled(repository, fitted) or _lacking(repository, facts):
        return settled
    if not any(states_licences(lock) for lock in locks):
        return judged("unknown", "dependency-licences-unstated", cites)
    return _shares(day, repository, cites, fitted)


def _settled(repository: ProjectRepository, fitted: list[tuple[_Package, Fit]]) -> Judged | None:
    """Fail where one dependency is enough to, whatever the others are."""
    if closed := [one for one, _ in fitted if standing(one.package.licence) == "closed"]:
        return _because("fail", "dependency-licences-closed", repository, closed)
    if bad := [one for one, how in fitted if how == "incompatible"]:
        return _because("fail", "dependency-licences-incompatible", repository, bad)
    return None


def _without_packages(
    repository: ProjectRepository, facts: RepositoryFacts, cites: list[Cite]
) -> Judged:
    if lacking := _lacking(repository, facts):
        return lacking
    if has_none(facts):
        manifests = facts.manifests.found if isinstance(facts.manifests, Found) else ()
        return judged(
            "pass", "dependency-licences-none", [cite(repository, m.path) for m in manifests]
        )
    return judged("unknown", "dependency-licences-no-lock", cites or [cite(repository)])


def _lacking(repository: ProjectRepository, facts: RepositoryFacts) -> Judged | None:
    """Say where packages are not known, so that nothing holds for all of them."""
    if unread := [cite(repository, lock.path) for lock in unread_locks(facts)]:
        return judged("unknown", "dependency-licences-lock-unread", unread)
    if without := [cite(repository, m.path) for m in unlocked(facts)]:
        code = "dependency-licences-partly-locked" if counted(facts) else None
        return judged("unknown", code or "dependency-licences-no-lock", without)
    return None


def _shares(
    day: Day, repository: ProjectRepository, cites: list[Cite], fitted: list[tuple[_Package, Fit]]
) -> Judged:
    known = sum(standing(one.package.licence) == "open" for one, _ in fitted)
    counts = {"known": known, "all": len(fitted)}
    if known < day.limits["dependencies-known-partly"] * len(fitted):
        return judged("unknown", "dependency-licences-few", cites, **counts)
    if strong := [one for one, how in fitted if how == "strong"]:
        return _because("partial", "dependency-licences-strong", repository, strong)
    if known < day.limits["dependencies-known"] * len(fitted):
        return judged("partial", "dependency-licences-some", cites, **counts)
    if weak := [one for one, how in fitted if how == "weak"]:
        return _because("partial", "dependency-licences-weak", repository, weak)
    return judged("pass", "dependency-licences-known", cites, **counts)


def _because(
    status: Literal["fail", "partial"], code: str, repository: ProjectRepository,
    packages: list[_Package],
) -> Judged:  # fmt: skip
    cites = [cite(repository, path) for path in dict.fromkeys(one.lock.path for one in packages)]
    return judged(status, code, cites, packages=named([one.words for one in packages]))
