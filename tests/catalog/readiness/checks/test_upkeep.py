"""Maintenance and vitality: ages, windows, releases, authors, stewardship."""

from datetime import date, timedelta
from typing import Any

import pytest

from catalog.models.curated import Kind
from catalog.models.evidence import Absent, Unseen
from catalog.models.facts import (
    ActivityWindow,
    DocumentSeen,
    ManifestSeen,
    PubliccodeSeen,
    Tag,
    Tags,
)
from catalog.models.project import Stated
from catalog.models.verdict import Verdict
from catalog.readiness.checks.upkeep import (
    has_steward,
    is_looked_after,
    releases_versions,
    survives_one_leaving,
)
from tests.projects import DAY, TODAY, facts_of, history_of, project_of

OTHER = "https://git.example.org/exempel/modul"
UNREAD = Unseen(unseen="failed")
NONE = Absent(absent=("tags",))


def ago(days: int) -> date:
    """Return a day before today."""
    return TODAY - timedelta(days=days)


def outcome(verdict: Verdict) -> tuple[str, str]:
    """Reduce a verdict to its status and first reason."""
    return verdict.status, verdict.because[0].code


@pytest.mark.parametrize(
    ("kind", "days", "status"),
    [
        ("app", 180, "pass"),
        ("app", 181, "partial"),
        ("app", 365, "partial"),
        ("app", 366, "fail"),
        ("site", 181, "partial"),
        ("library", 365, "pass"),
        ("addon", 366, "partial"),
        ("docs", 730, "partial"),
        ("config", 731, "fail"),
    ],
)
def test_is_looked_after(kind: Kind, days: int, status: str) -> None:
    """MNT-1: apps and sites have the short window, what may rest has the long one."""
    project = project_of(facts_of(history=history_of(ago(days))), kind=kind)
    assert status == is_looked_after(project, DAY).status


@pytest.mark.parametrize(
    ("read", "last", "status", "code"),
    [
        (ago(100), ago(250), "pass", "activity-recent"),
        (ago(181), ago(200), "unknown", "stale"),
        (ago(400), ago(800), "fail", "activity-old"),
    ],
)
def test_ages_count_to_the_reading(read: date, last: date, status: str, code: str) -> None:
    """An old reading is unknown, unless it already failed then."""
    project = project_of(facts_of(history=history_of(last)), as_of=read)
    assert (status, code) == outcome(is_looked_after(project, DAY))


@pytest.mark.parametrize(
    ("found", "status", "code"),
    [
        ({"history": UNREAD}, "unknown", "unseen-failed"),
        ({"history": NONE}, "fail", "activity-no-commits"),
        ({"history": history_of(ago(9), last_human=None)}, "fail", "activity-bots-only"),
        (
            {"publiccode": PubliccodeSeen(path="p.yml", parses=True, maintenance="none")},
            "fail",
            "upkeep-none",
        ),
    ],
)
def test_activity_that_is_no_activity(found: dict[str, Any], status: str, code: str) -> None:
    """Bots keep nothing alive, and a word that nobody maintains it is believed."""
    assert (status, code) == outcome(is_looked_after(project_of(facts_of(**found)), DAY))


def test_the_oldest_component_decides() -> None:
    """The worst of primary and components counts, and is named (rule 7)."""
    old = facts_of(url=OTHER, history=history_of(ago(900)))
    verdict = is_looked_after(project_of(facts_of(), old), DAY)
    assert ("fail", {"repository": "modul"}) == (verdict.status, verdict.because[-1].values)


def tags(days: int | None, name: str = "v1.2.0") -> Tags:
    """Make tags whose latest release is so many days old."""
    tag = Tag(name=name, commit="e" * 40, on=None if days is None else ago(days))
    return Tags(count=3, latest=tag, latest_release=tag)


def changelog(**given: Any) -> tuple[DocumentSeen, ...]:
    """Make a changelog."""
    return (DocumentSeen(kind="changelog", path="CHANGELOG.md", **given),)


NPM = ManifestSeen(path="package.json", ecosystem="npm", name="demo", executable=True)


@pytest.mark.parametrize(
    ("found", "status", "code"),
    [
        (
            {"tags": tags(30), "documents": changelog(latest_version="1.2.0")},
            "pass",
            "release-with-notes",
        ),
        (
            {"tags": tags(30), "documents": changelog(latest_version="1.1.0")},
            "partial",
            "release-without-notes",
        ),
        ({"tags": tags(30)}, "partial", "release-without-notes"),
        (
            {"tags": tags(366), "documents": changelog(latest_version="1.2.0")},
            "partial",
            "release-old",
        ),
        ({"tags": tags(None)}, "partial", "release-undated"),
        ({"tags": Tags(count=2)}, "partial", "release-none-final"),
        (
            {"documents": changelog(latest_version="1.2.0", latest_entry=ago(9))},
            "partial",
            "release-changelog-only",
        ),
        ({"documents": changelog()}, "fail", "release-never"),
        (
            {"publiccode": PubliccodeSeen(path="p.yml", parses=True, software_version="1.2")},
            "partial",
            "release-stated",
        ),
        ({}, "fail", "release-never"),
        ({"manifests": (NPM,)}, "unknown", "unread-registry"),
        ({"tags": UNREAD}, "unknown", "unseen-failed"),
        ({"documents": UNREAD}, "unknown", "unseen-failed"),
    ],
)
def test_releases_versions(found: dict[str, Any], status: str, code: str) -> None:
    """MNT-2: a marked version with notes; without any mark only where all places were read."""
    assert (status, code) == outcome(releases_versions(project_of(facts_of(**found)), DAY))


def test_a_stable_library_may_rest_longer() -> None:
    """Two years, where stability is stated."""
    found = facts_of(tags=tags(500), documents=changelog(latest_version="v1.2.0"))
    stable = Stated[Any](value="stable", by="content")
    project = project_of(found, kind="library", status=stable)
    assert "pass" == releases_versions(project, DAY).status


def window(commits: int, factor: int, share: float, regulars: int = 1) -> ActivityWindow:
    """Make a window of activity."""
    return ActivityWindow(
        days=365,
        commits=commits,
        authors=3,
        regulars=regulars,
        absence_factor=factor,
        absence_share=share,
    )


@pytest.mark.parametrize(
    ("seen", "status", "code"),
    [
        (window(40, 2, 40.0), "pass", "authors-several"),
        (window(40, 1, 80.0, 2), "partial", "authors-uneven"),
        (window(40, 1, 80.0), "fail", "authors-one"),
        (window(40, 1, 54.0), "unknown", "authors-near-half"),
        (window(40, 2, 46.0), "unknown", "authors-near-half"),
        (window(19, 1, 100.0), "unknown", "authors-too-few"),
    ],
)
def test_survives_one_leaving(seen: ActivityWindow, status: str, code: str) -> None:
    """MNT-4: who made half of the work; too little or too near is not judged."""
    project = project_of(facts_of(history=history_of(ago(9), year=seen)))
    assert (status, code) == outcome(survives_one_leaving(project, DAY))


def test_two_years_count_where_one_holds_little() -> None:
    """Fewer than twenty changes in a year widen the window."""
    history = history_of(ago(9), year=window(5, 1, 100.0), two_years=window(30, 2, 30.0))
    assert "pass" == survives_one_leaving(project_of(facts_of(history=history)), DAY).status


def test_a_deputy_softens_a_single_author() -> None:
    """One author with a named deputy is partly safe."""
    history = history_of(ago(9), year=window(40, 1, 100.0))
    project = project_of(facts_of(history=history), catalog={"stewardship": {"deputies": 1}})
    assert "partial" == survives_one_leaving(project, DAY).status


def stated(form: str | None) -> PubliccodeSeen:
    """Make a publiccode.yml that states a form of maintenance."""
    return PubliccodeSeen(path="publiccode.yml", parses=True, maintenance=form)


@pytest.mark.parametrize(
    ("form", "until", "unit", "status", "code"),
    [
        ("internal", date(2027, 1, 1), None, "pass", "steward-until"),
        ("contract", None, None, "partial", "steward-form-only"),
        ("internal", date(2025, 1, 1), None, "fail", "support-ended"),
        ("none", None, None, "fail", "upkeep-none"),
        (None, date(2027, 1, 1), None, "partial", "support-until-only"),
        (None, date(2025, 1, 1), None, "fail", "support-ended"),
        (None, None, "IT", "partial", "steward-named"),
        (None, None, None, "unknown", "steward-unsaid"),
    ],
)
def test_has_steward(
    form: str | None, until: date | None, unit: str | None, status: str, code: str
) -> None:
    """MNT-5: form and end date; who or when alone is partial; an end that passed fails."""
    catalog = {"stewardship": {"support_until": until, "unit": unit}}
    project = project_of(facts_of(publiccode=stated(form)), catalog=catalog)
    assert (status, code) == outcome(has_steward(project, DAY))
