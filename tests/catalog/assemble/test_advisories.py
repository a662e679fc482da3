"""What advisories say of one repository's locked packages."""

from datetime import date
from typing import Any

from catalog.assemble.advisories import concern_of
from catalog.models.advisories import Advisories, Advisory, Concern
from catalog.models.facts import LockedSeen, PackageSeen, RepositoryFacts
from catalog.models.run import AdvisoriesRun
from tests.projects import facts_of

ON = date(2026, 8, 1)
RUN = AdvisoriesRun(tried=date(2026, 8, 9), succeeded=ON, failure="api.osv.dev cannot be reached")
LEFT = PackageSeen(name="left", version="1.0.0")
RIGHT = PackageSeen(name="right", version="dev-main")
OTHER = PackageSeen(name="other", version="3.0.0")


def locked(*packages: PackageSeen) -> RepositoryFacts:
    """Make facts with one lock file."""
    return facts_of(locked=(LockedSeen(path="a/b.lock", ecosystem="npm", packages=packages),))


def known(*ids: str, **advisories: Any) -> Advisories:
    """Make what was asked: one package with these ids, and one that no question fits."""
    made = {one.replace("_", "-"): Advisory(modified="", **given)
            for one, given in advisories.items()}  # fmt: skip
    return Advisories(
        advisories=made, asked={"npm:left@1.0.0": ids}, unasked=("npm:right@dev-main",)
    )


def concern(facts: RepositoryFacts, advisories: Advisories | None) -> Concern:
    """Return what concerns the facts."""
    found = concern_of(facts, advisories, RUN)
    assert found is not None
    return found


def test_packages_are_told_by_whether_they_were_asked_for() -> None:
    """The day is that of the last answer, not of the last attempt."""
    expected = Concern(on=ON, asked=1, unasked=1, unknown=1)
    assert expected == concern(locked(LEFT, RIGHT, OTHER), known())


def test_an_advisory_comes_with_package_version_and_lock_file() -> None:
    """All that a reader needs to look it up."""
    (hit,) = concern(locked(LEFT), known("GHSA-a", GHSA_a={"severity": "high"})).hits
    expected = ("GHSA-a", "left", "1.0.0", "a/b.lock", "high")
    assert expected == (hit.id, hit.package, hit.version, hit.path, hit.advisory.severity)


def test_one_weakness_under_two_ids_is_told_once() -> None:
    """By GitHub's id, with whatever either says of its severity and a fix."""
    first = {"aliases": ("PYSEC-1", "CVE-1"), "severity": None}
    second = {"aliases": ("CVE-1",), "severity": "critical", "fixed": True}
    (hit,) = concern(locked(LEFT), known("GHSA-a", "PYSEC-1", PYSEC_1=second, GHSA_a=first)).hits
    assert ("GHSA-a", "critical", True) == (hit.id, hit.advisory.severity, hit.advisory.fixed)


def test_where_nobody_has_asked_nothing_is_said() -> None:
    """Nor where nothing is locked."""
    assert None is concern_of(locked(LEFT), None, None)
    assert None is concern_of(locked(LEFT), known(), AdvisoriesRun(tried=ON))
    assert None is concern_of(facts_of(), known(), RUN)
    assert None is concern_of(None, known(), RUN)
