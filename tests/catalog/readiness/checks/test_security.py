"""Security and quality routines: private channel, dependencies, automatic tests."""

from datetime import date
from typing import Any

import pytest

from catalog.models.evidence import Unseen
from catalog.models.facts import ChangeSeen, CiSeen, DocumentSeen, FileSeen, ManifestSeen
from catalog.models.verdict import Verdict
from catalog.readiness.checks.security import (
    has_private_channel,
    keeps_dependencies,
    runs_tests_on_changes,
)
from tests.projects import DAY, facts_of, history_of, project_of

UNREAD = Unseen(unseen="too-large")
NPM = ManifestSeen(path="package.json", ecosystem="npm", dependencies=("x",))
LINTER = NPM.model_copy(update={"tooling": True})
POM = ManifestSeen(path="pom.xml", ecosystem="maven", dependencies=("x",), exact=True)
WAITS = CiSeen(path="t.yml", system="github-actions", tests_line=7, waits=True)
CALLS = CiSeen(path="ci.yml", system="github-actions", calls=("t.yml",))
LOCK = (FileSeen(path="package-lock.json", kind="npm"),)
RENOVATE = (FileSeen(path="renovate.json", kind="renovate"),)
BOT_LATELY = history_of(date(2026, 8, 1), last_update_bot=date(2026, 7, 1))
BOT_LONG_AGO = history_of(date(2026, 8, 1), last_update_bot=date(2026, 1, 1))


def outcome(verdict: Verdict) -> tuple[str, str]:
    """Reduce a verdict to its status and first reason."""
    return verdict.status, verdict.because[0].code


def policy(**given: Any) -> tuple[DocumentSeen, ...]:
    """Make a security policy."""
    return (DocumentSeen(kind="security", path="SECURITY.md", **given),)


@pytest.mark.parametrize(
    ("documents", "status", "code"),
    [
        (policy(private_channel_line=4), "pass", "private-channel"),
        (policy(), "unknown", "security-without-channel"),
        (policy(readable=False), "unknown", "security-document-to-read"),
        ((), "unknown", "security-absent"),
        (UNREAD, "unknown", "unseen-too-large"),
    ],
)
def test_has_private_channel(documents: Any, status: str, code: str) -> None:
    """SEC-1: a named channel passes; without one the forge's places are still unread."""
    project = project_of(facts_of(documents=documents))
    assert (status, code) == outcome(has_private_channel(project, DAY))


def test_unread_places_are_listed() -> None:
    """Absent in git is not absent at the forge: the reader is told where else to look."""
    codes = {s.code for s in has_private_channel(project_of(facts_of()), DAY).because}
    assert {"security-absent", "unread-owner-defaults", "unread-private-reporting"} == codes


@pytest.mark.parametrize(
    ("found", "status"),
    [
        ({"manifests": (NPM,), "locks": LOCK, "updaters": RENOVATE}, "pass"),
        ({"manifests": (NPM,), "locks": LOCK, "history": BOT_LATELY}, "pass"),
        ({"manifests": (NPM,), "locks": LOCK, "history": BOT_LONG_AGO}, "partial"),
        ({"manifests": (POM,), "updaters": RENOVATE}, "pass"),
        ({"manifests": (NPM,), "updaters": RENOVATE}, "partial"),
        ({"manifests": (LINTER,), "locks": LOCK, "updaters": RENOVATE}, "partial"),
        ({"manifests": (NPM,)}, "fail"),
        ({}, "na"),
        ({"manifests": (NPM,), "locks": UNREAD}, "unknown"),
    ],
)
def test_keeps_dependencies(found: dict[str, Any], status: str) -> None:
    """SEC-3: locked and updated; a linter's lock file says nothing of the software."""
    assert status == keeps_dependencies(project_of(facts_of(**found)), DAY).status


def changed(path: str, on: date, *, earlier: bool = False) -> ChangeSeen:
    """Make the change of a lock file."""
    return ChangeSeen(path=path, on=on, commit="a" * 40, earlier=earlier)


LATELY, LONG_AGO = date(2026, 8, 1), date(2026, 3, 1)
BOTH = (*LOCK, FileSeen(path="composer.lock", kind="composer"))
TWICE = (*LOCK, FileSeen(path="web/package-lock.json", kind="npm"))


@pytest.mark.parametrize(
    ("locks", "changes", "expected"),
    [
        (LOCK, (changed("package-lock.json", LATELY),), ("pass", "dependencies-locked-lately")),
        (LOCK, (changed("package-lock.json", LONG_AGO),), ("partial", "dependencies-locked-only")),
        (LOCK, (changed("package-lock.json", LATELY, earlier=True),),
         ("partial", "dependencies-locked-before")),
        (BOTH, (changed("package-lock.json", LATELY), changed("composer.lock", LONG_AGO)),
         ("partial", "dependencies-locked-only")),
        (BOTH, (changed("package-lock.json", LATELY),), ("partial", "dependencies-locked-only")),
        (TWICE, (changed("package-lock.json", LATELY), changed("web/package-lock.json", LONG_AGO)),
         ("pass", "dependencies-locked-lately")),
        (LOCK, UNREAD, ("partial", "dependencies-locked-age-unread")),
    ],
)  # fmt: skip
def test_lock_files_that_changed_lately(locks: Any, changes: Any, expected: Any) -> None:
    """SEC-3: without a tool, the latest lock file of each ecosystem has to be fresh."""
    facts = facts_of(manifests=(NPM,), locks=locks, lock_changes=changes)
    assert expected == outcome(keeps_dependencies(project_of(facts), DAY))


def test_the_change_of_a_lock_file_is_cited() -> None:
    """With the commit that changed it and its day."""
    facts = facts_of(manifests=(NPM,), locks=LOCK,
                     lock_changes=(changed("package-lock.json", LATELY),))  # fmt: skip
    (statement,) = keeps_dependencies(project_of(facts), DAY).because
    (cite,) = statement.cites
    assert ("a" * 40, "package-lock.json", LATELY) == (cite.commit, cite.path, cite.on)


@pytest.mark.parametrize(
    ("ci", "status", "code"),
    [
        ((CiSeen(path=".gitlab-ci.yml", system="gitlab", tests_line=7),), "pass", "ci-tests"),
        ((CiSeen(path=".gitlab-ci.yml", system="gitlab"),), "partial", "ci-without-tests"),
        (
            (CiSeen(path="ci.yml", system="github-actions", calls_line=5),),
            "unknown",
            "ci-elsewhere",
        ),
        ((WAITS,), "partial", "ci-without-tests"),
        ((WAITS, CALLS), "pass", "ci-tests"),
        (UNREAD, "unknown", "unseen-too-large"),
    ],
)
def test_changes_are_tested(ci: Any, status: str, code: str) -> None:
    """SEC-4: tests in CI pass even where the last run cannot be read."""
    assert (status, code) == outcome(runs_tests_on_changes(project_of(facts_of(ci=ci)), DAY))


def test_no_automation_fails() -> None:
    """All of CI is in the tree: absent there is absent."""
    assert ("fail", "ci-absent") == outcome(runs_tests_on_changes(project_of(facts_of()), DAY))
