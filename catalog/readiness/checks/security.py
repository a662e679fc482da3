"""Security and quality routines (SEC): a private channel, locked dependencies, tested changes."""

from collections.abc import Iterable
from functools import partial

from catalog.models.curated import Kind
from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import ChangeSeen, DocumentSeen, FileSeen, RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Statement, Status, Verdict
from catalog.readiness.checks.evidence_of import (
    Judged,
    cite,
    items,
    judged,
    of_main,
    reasons_unseen,
    unread,
    unseen,
    worst_of,
)
from catalog.readiness.checks.reviews import reviewed
from catalog.readiness.checks.told import community, has_told_community
from catalog.readiness.checks.windows import Day

# Nothing states dependencies: there are none, or a manifest of a kind that is not read does.
_NO_MANIFESTS: dict[bool, tuple[Status, str]] = {
    False: ("na", "dependencies-none"),
    True: ("unknown", "dependencies-unread"),
}


def has_private_channel(project: Project, day: Day) -> Verdict:
    """SEC-1: a way to report vulnerabilities in confidence; the worst part decides."""
    return worst_of(project, partial(_channel, day, project.kind.value)).of("SEC-1")


def keeps_dependencies(project: Project, day: Day) -> Verdict:
    """SEC-3: dependencies are locked and updated."""
    return of_main(project, partial(_dependencies, day)).of("SEC-3")


def runs_tests_on_changes(project: Project, _day: Day) -> Verdict:
    """SEC-4: changes are tested automatically."""
    return of_main(project, _ci).of("SEC-4")


def reviews_changes(project: Project, day: Day) -> Verdict:
    """SEC-5: changes are reviewed by another person, on a branch that is protected."""
    return of_main(project, partial(reviewed, day)).of("SEC-5")


def _channel(day: Day, kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    documents = [d for d in items(facts.documents) if _holds(d, kind, day)]
    places = [(document.path, document.private_channel_line) for document in documents]
    places += [(readme.path, readme.private_channel_line) for readme in items(facts.readmes)]
    if cites := [cite(repository, path, line) for path, line in places if line]:
        return judged("pass", "private-channel", cites)
    if reasons := reasons_unseen(facts.documents, facts.readmes):
        return unseen(repository, *reasons)
    policies = [d for d in documents if d.kind == "security"]
    if unreadable := [cite(repository, d.path) for d in policies if not d.readable]:
        return judged("unknown", "security-document-to-read", unreadable)
    found = judged(
        "unknown",
        "security-without-channel" if policies else "security-absent",
        [cite(repository, d.path) for d in policies] or [cite(repository)],
    )
    elsewhere = _policy_elsewhere(facts, day, has_own=bool(policies))
    unsaid = unread("private-reporting")
    return Judged("unknown", (*found.because, *elsewhere, *unsaid.because))


def _holds(document: DocumentSeen, kind: Kind, day: Day) -> bool:
    """Leave out a security.txt that has run out, or that is not of one website's code."""
    if not document.path.lower().endswith("security.txt"):
        return True
    return kind == "site" and (document.expires is None or document.expires >= day.today)


def _policy_elsewhere(facts: RepositoryFacts, day: Day, *, has_own: bool) -> tuple[Statement, ...]:
    """Say what the forge shows beside the repository's own files: a repository's own wins."""
    if not has_told_community(facts, day):
        return unread("owner-defaults").because
    shown = community(facts, "security", day)
    if has_own:  # the forge shows the same
        return ()
    if shown is None:
        return (Statement(code="security-not-shared"),)
    return (Statement(code="security-shared", cites=(Cite(repository=shown),)),)


def _dependencies(day: Day, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    locked = _locked_at(repository, facts)
    updated = _updated_at(repository, facts, day)
    if locked and updated:
        return judged("pass", "dependencies-locked-and-updated", [*locked, *updated])
    if fresh := _changed_lately(repository, facts, day):
        return judged("pass", "dependencies-locked-lately", fresh)
    if reasons := reasons_unseen(facts.locks, facts.updaters, facts.manifests, facts.history):
        return unseen(repository, *reasons)
    if locked:
        return _locked_only(repository, facts, locked)
    if updated:
        return judged("partial", "dependencies-updated-only", updated)
    return _neither(repository, facts)


def _neither(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge dependencies, if there are any, that nothing locks and nothing updates."""
    if not any(m.dependencies or m.development_dependencies for m in items(facts.manifests)):
        unread_kind = isinstance(facts.tree, Found) and facts.tree.found.unread_manifests
        status, code = _NO_MANIFESTS[bool(unread_kind)]
        return judged(status, code, [cite(repository)])
    cites = [cite(repository, m.path) for m in items(facts.manifests)]
    return judged("fail", "dependencies-neither", cites)


def _changed_lately(repository: ProjectRepository, facts: RepositoryFacts, day: Day) -> list[Cite]:
    """Cite the changes of lock files where each ecosystem's latest lies within the window."""
    then = day.at(day.read_on(repository))
    latest: dict[str, ChangeSeen] = {}
    for lock, change in _changes(facts):
        if lock.kind not in latest or change.on > latest[lock.kind].on:
            latest[lock.kind] = change
    kinds = {lock.kind for lock in items(facts.locks) if _counts(lock, facts)}
    lately = [c for c in latest.values() if not (c.earlier or then.is_past(c.on, "update-tool"))]
    return _of_changes(repository, lately) if len(lately) == len(kinds) else []


def _changes(facts: RepositoryFacts) -> list[tuple[FileSeen, ChangeSeen]]:
    """List the lock files of the software whose latest change is known, and that change."""
    by_path = {change.path: change for change in items(facts.lock_changes)}
    locks = (lock for lock in items(facts.locks) if _counts(lock, facts))
    return [(lock, by_path[lock.path]) for lock in locks if lock.path in by_path]


def _of_changes(repository: ProjectRepository, changes: Iterable[ChangeSeen]) -> list[Cite]:
    return [Cite(repository.url, c.commit, c.path, on=c.on) for c in changes]


def _locked_only(
    repository: ProjectRepository, facts: RepositoryFacts, locked: list[Cite]
) -> Judged:
    """Judge dependencies that no tool updates, by when their lock files changed if that is read."""
    changes = [change for _, change in _changes(facts)]
    if not changes:
        unread_age = any(_counts(lock, facts) for lock in items(facts.locks))
        code = "dependencies-locked-age-unread" if unread_age else "dependencies-exact-only"
        return judged("partial", code, locked)
    newest = max(changes, key=lambda change: change.on)
    code = "dependencies-locked-before" if newest.earlier else "dependencies-locked-only"
    return judged("partial", code, _of_changes(repository, [newest]), on=newest.on)


def _locked_at(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    locks = [cite(repository, lock.path) for lock in items(facts.locks) if _counts(lock, facts)]
    exact = [m for m in items(facts.manifests) if m.exact and m.dependencies and not m.tooling]
    return locks or [cite(repository, m.path) for m in exact]


def _counts(lock: FileSeen, facts: RepositoryFacts) -> bool:
    """Leave out what fixes nothing of the software: a formatter's lock file, or a damaged one."""
    if any(seen.path == lock.path and seen.unread == "failed" for seen in items(facts.locked)):
        return False
    folder = lock.path.rpartition("/")[0]
    beside = [m for m in items(facts.manifests) if m.path.rpartition("/")[0] == folder]
    return not beside or not all(m.tooling for m in beside)


def _updated_at(repository: ProjectRepository, facts: RepositoryFacts, day: Day) -> list[Cite]:
    if updaters := items(facts.updaters):
        return [cite(repository, updater.path) for updater in updaters]
    then = day.at(day.read_on(repository))
    match facts.history:
        case Found(found=history) if history.last_update_bot and not then.is_past(
            history.last_update_bot, "update-tool"
        ):
            return [cite(repository)]
    return []


def _ci(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    match facts.ci:
        case Found(found=definitions):
            started = {path for d in definitions for path in d.calls}
            on_changes = [d for d in definitions if not d.waits or d.path in started]
            if tested := [d for d in on_changes if d.tests_line is not None]:
                cites = [cite(repository, d.path, d.tests_line) for d in tested]
                return judged("pass", "ci-tests", cites)
            if called := [d for d in definitions if d.calls_line is not None]:
                cites = [cite(repository, d.path, d.calls_line) for d in called]
                return judged("unknown", "ci-elsewhere", cites)
            cites = [cite(repository, d.path) for d in definitions]
            return judged("partial", "ci-without-tests", cites)
        case Absent():
            return judged("fail", "ci-absent", [cite(repository)])
        case Unseen(unseen=reason):
            return unseen(repository, reason)
