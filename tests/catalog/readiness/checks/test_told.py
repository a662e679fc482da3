"""What forges tell, as checks count it: answered where it was told, unknown where it was not."""

from datetime import date
from typing import Any

import pytest

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import DocumentSeen, PubliccodeSeen, ReadmeSeen, Tag, Tags
from catalog.models.forge import (
    CommunityFile,
    ForgeRelease,
    ForgeReleases,
    OutsideContributions,
    Replies,
)
from catalog.models.project import Project
from catalog.readiness.checks import CHECKS
from tests.facts import URL, forge_facts, tombstone
from tests.projects import DAY, facts_of, project_of

NONE = Absent(absent=("x",))
THEN = date(2026, 7, 1)
TAG = Tag(name="v1", commit="e" * 40, on=THEN)
TAGS = Tags(count=1, latest=TAG, latest_release=TAG)
WORKING_DAY = 7 * 24 / 5  # hours
SHARED = "https://git.example.org/exempel/.github/blob/main"


def told(project: Project, check: str) -> tuple[str, list[str]]:
    """Reduce a check's answer to its status and the codes of its reasons."""
    verdict = CHECKS[check](project, DAY)
    return verdict.status, [statement.code for statement in verdict.because]


def project(about: dict[str, Any] | None = None, **given: Any) -> Project:
    """Make a project over one repository on a forge: ``forge`` are groups of what it tells."""
    groups = given.pop("forge", {})
    return project_of(facts_of(forge=forge_facts(about, **groups), **given))


def readme(**seen: Any) -> tuple[ReadmeSeen, ...]:
    """Make a README that shows what a test gives."""
    known = {"path": "README.md", "bytes": 9, "encoding": "utf-8", "markup": "markdown"}
    return (ReadmeSeen.model_validate(known | seen),)


def replies(hours: float | None, closed: int, **given: Any) -> Replies:
    """Make answers to nine of ten, or none where there is no median."""
    answered = 0 if hours is None else 9
    known = {"opened": 10, "closed": closed, "answered": answered, "median_hours": hours}
    return Replies.model_validate(known | given)


@pytest.mark.parametrize(
    ("description", "given", "expected"),
    [
        ("Bokning för elever", {}, ("pass", ["described-at-forge"])),
        ("Bokning av lokaler", {}, ("partial", ["described-what"])),
        (None, {}, ("fail", ["described-nowhere", "described-not-at-forge"])),
        ("Kod", {}, ("fail", ["described-nowhere", "described-not-at-forge"])),
        ("https://example.org/x", {}, ("fail", ["described-nowhere", "described-not-at-forge"])),
        (None, {"readmes": readme(intro_line=3)}, ("partial", ["described-what"])),
        ("Kod", {"readmes": Unseen(unseen="failed")},
         ("unknown", ["unseen-failed", "described-not-at-forge"])),
    ],
)  # fmt: skip
def test_the_forges_description_describes(
    description: str | None, given: dict[str, Any], expected: tuple[str, list[str]]
) -> None:
    """INF-1: the bare name and an address are no description; all read and none is a failure."""
    assert expected == told(project({"description": description}, **given), "INF-1")


@pytest.mark.parametrize(
    ("about", "given", "expected"),
    [
        ({"archived": True}, {}, ("partial", ["maturity-archived"])),
        ({}, {}, ("fail", ["maturity-unsaid"])),
        ({"description": "En tjänst i beta"}, {}, ("unknown", ["maturity-in-description"])),
        ({"archived": True}, {"readmes": readme(status="stable", status_line=1)},
         ("pass", ["maturity-stable"])),
        ({}, {"readmes": Unseen(unseen="failed")}, ("unknown", ["unseen-failed"])),
    ],
)  # fmt: skip
def test_the_archive_mark_hints_at_the_maturity(
    about: dict[str, Any], given: dict[str, Any], expected: tuple[str, list[str]]
) -> None:
    """INF-2: a statement comes first; a description that may tell is left to a reader."""
    assert expected == told(project(about, **given), "INF-2")


@pytest.mark.parametrize(
    ("wiki", "given", "expected"),
    [
        (True, {}, ("unknown", ["documentation-not-found", "unread-wiki"])),
        (None, {}, ("unknown", ["documentation-not-found", "unread-wiki"])),
        (False, {}, ("fail", ["documentation-not-found"])),
        (False, {"publiccode": Unseen(unseen="failed")}, ("unknown", ["unseen-failed"])),
    ],
)
def test_without_a_wiki_every_place_was_read(
    wiki: bool | None, given: dict[str, Any], expected: tuple[str, list[str]]  # noqa: FBT001
) -> None:  # fmt: skip
    """INF-4: a wiki that is switched off holds nothing."""
    assert expected == told(project({"wiki": wiki}, **given), "INF-4")


def releases(count: int, *newest: tuple[str, bool]) -> ForgeReleases:
    """Make releases: tags, and whether they say what changed."""
    made = tuple(ForgeRelease(tag=tag, on=THEN, notes=notes) for tag, notes in newest)
    return ForgeReleases(count=count, newest=made)


@pytest.mark.parametrize(
    ("told_of", "expected"),
    [
        (releases(1, ("v1", True)), ("pass", ["release-with-forge-notes"])),
        (releases(1, ("v1", False)),
         ("partial", ["release-without-notes", "release-forge-silent"])),
        (releases(1, ("v0", True)),
         ("partial", ["release-without-notes", "release-forge-silent"])),
        (releases(9, ("v2", True)),
         ("partial", ["release-without-notes", "unread-release-notes"])),
        (NONE, ("partial", ["release-without-notes", "release-forge-silent"])),
        (Unseen(unseen="no-token"), ("partial", ["release-without-notes", "unread-release-notes"])),
        (Found(found=releases(1, ("v1", True)), stale_since=date(2026, 1, 1)),
         ("partial", ["release-without-notes", "unread-release-notes"])),
    ],
)  # fmt: skip
def test_release_notes_on_the_forge(told_of: Any, expected: tuple[str, list[str]]) -> None:
    """MNT-2: notes of the latest release count; those that were not looked at are unread."""
    assert expected == told(project(tags=TAGS, forge={"releases": told_of}), "MNT-2")


@pytest.mark.parametrize(
    ("answered", "status", "codes"),
    [
        (replies(5 * WORKING_DAY, 7), "pass", ["replies-counted"]),
        (replies(5 * WORKING_DAY + 1, 7), "partial", ["replies-counted"]),
        (replies(1, 6), "partial", ["replies-counted"]),
        (replies(20 * WORKING_DAY, 0), "partial", ["replies-counted"]),
        (replies(20 * WORKING_DAY + 1, 3), "fail", ["replies-counted"]),
        (replies(1, 0, answered=4), "fail", ["replies-counted"]),
        (replies(None, 0), "fail", ["replies-none"]),
        (replies(1, 4, opened=4), "unknown", ["replies-few"]),
        (replies(1, 7, capped=True), "pass", ["replies-counted", "replies-capped"]),
        (NONE, "unknown", ["replies-few"]),
        (Unseen(unseen="no-token"), "unknown", ["unseen-no-token"]),
    ],
)
def test_answers_to_outsiders(answered: Any, status: str, codes: list[str]) -> None:
    """MNT-3: five working days are a week; fewer than five contacts are never a bad mark."""
    assert (status, codes) == told(project(forge={"replies": answered}), "MNT-3")


def test_answers_that_were_read_long_ago() -> None:
    """MNT-3: older than the year they are counted over, they answer nothing."""
    facts = facts_of(forge=forge_facts(replies=replies(1, 9)))
    old = project_of(facts, as_of=date(2025, 1, 1))
    assert ("unknown", ["stale"]) == told(old, "MNT-3")


def test_a_tracker_that_is_switched_off() -> None:
    """MNT-3: whether there is another channel is not read."""
    off = project({"tracker": False}, forge={"replies": NONE})
    assert ("unknown", ["replies-tracker-off"]) == told(off, "MNT-3")


def test_plain_git_tells_nothing_of_answers() -> None:
    """MNT-3 and GOV-6: only a forge knows, and there is none."""
    plain = project_of(facts_of())
    assert [("unknown", ["unseen-no-forge"])] * 2 == [told(plain, c) for c in ("MNT-3", "GOV-6")]


@pytest.mark.parametrize(
    ("shown", "own", "codes"),
    [
        ((CommunityFile(kind="security", url=f"{SHARED}/SECURITY.md"),), False,
         ["security-absent", "security-shared", "unread-private-reporting"]),
        (NONE, False, ["security-absent", "security-not-shared", "unread-private-reporting"]),
        (NONE, True, ["security-without-channel", "unread-private-reporting"]),
        (Unseen(unseen="no-token"), False,
         ["security-absent", "unread-owner-defaults", "unread-private-reporting"]),
    ],
)  # fmt: skip
def test_a_shared_security_policy_is_found_and_its_channel_unread(
    shown: Any, own: bool, codes: list[str]  # noqa: FBT001
) -> None:  # fmt: skip
    """SEC-1: the forge says that there is one; whether it names a channel is for a reader."""
    documents = (DocumentSeen(kind="security", path="SECURITY.md"),) if own else ()
    made = project(documents=documents, forge={"community": shown})
    assert ("unknown", codes) == told(made, "SEC-1")


def test_a_shared_policy_can_be_opened() -> None:
    """The reason leads to where the forge shows it."""
    shown = (CommunityFile(kind="security", url=f"{SHARED}/SECURITY.md"),)
    verdict = CHECKS["SEC-1"](project(forge={"community": shown}), DAY)
    assert f"{SHARED}/SECURITY.md" == verdict.because[1].cites[0].repository


@pytest.mark.parametrize(
    ("given", "shown", "expected"),
    [
        ({"documents": (DocumentSeen(kind="contributing", path="CONTRIBUTING.md"),)}, NONE,
         ("unknown", ["contributing-to-read"])),
        ({"readmes": readme(contributing_line=9)}, NONE, ("unknown", ["contributing-to-read"])),
        ({}, (CommunityFile(kind="contributing", url=f"{URL}/blob/main/docs/CONTRIBUTING.md"),),
         ("unknown", ["contributing-to-read"])),
        ({}, (CommunityFile(kind="contributing", url=f"{SHARED}/CONTRIBUTING.md"),),
         ("partial", ["contributing-shared"])),
        ({"documents": (DocumentSeen(kind="issue-template", path="x.md"),)}, NONE,
         ("partial", ["contributing-template"])),
        ({}, NONE, ("fail", ["contributing-absent"])),
        ({}, Unseen(unseen="no-token"),
         ("unknown", ["contributing-absent", "unread-owner-defaults"])),
        ({"documents": Unseen(unseen="failed")}, NONE, ("unknown", ["unseen-failed"])),
    ],
)  # fmt: skip
def test_how_to_contribute(
    given: dict[str, Any], shown: Any, expected: tuple[str, list[str]]
) -> None:
    """GOV-3: an own guide is to be read, a shared one or a template is half, none is none."""
    assert expected == told(project(forge={"community": shown}, **given), "GOV-3")


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"tracker": True}, ("partial", ["contact-unsaid", "contact-tracker"])),
        ({"tracker": False, "discussions": True},
         ("partial", ["contact-unsaid", "contact-tracker"])),
        ({"tracker": False}, ("fail", ["contact-unsaid", "contact-no-tracker"])),
        ({"tracker": True, "archived": True}, ("fail", ["contact-unsaid", "contact-no-tracker"])),
        ({"tracker": None}, ("unknown", ["contact-unsaid", "unread-tracker"])),
    ],
)  # fmt: skip
def test_an_open_tracker_is_half_a_contact(
    about: dict[str, Any], expected: tuple[str, list[str]]
) -> None:
    """GOV-2: somebody can be asked in public, though nobody has said who answers."""
    assert expected == told(project(about), "GOV-2")


def test_an_old_contact_is_not_failed_by_a_tracker_that_is_off() -> None:
    """GOV-2: somebody was named once, so that nobody can say there is none."""
    contact = {"role": "Support", "form": "https://example.org/f", "confirmed": date(2020, 1, 1)}
    old = project_of(facts_of(forge=forge_facts({"tracker": False})),
                     catalog={"stewardship": {"contact": contact}})  # fmt: skip
    assert ("unknown", ["contact-old", "contact-no-tracker"]) == told(old, "GOV-2")


@pytest.mark.parametrize(
    ("outside", "expected"),
    [
        (OutsideContributions(merged=3, authors=2, organisations=1),
         ("partial", ["outside-merged"])),
        (NONE, ("unknown", ["outside-none"])),
        (Unseen(unseen="rate-limited"), ("unknown", ["unseen-rate-limited"])),
    ],
)  # fmt: skip
def test_contributions_from_outside(outside: Any, expected: tuple[str, list[str]]) -> None:
    """GOV-6: a contribution is half; which bodies people work for the forge does not tell."""
    assert expected == told(project(forge={"outside": outside}), "GOV-6")


@pytest.mark.parametrize("check", ["INF-1", "LIC-1", "MNT-1", "MNT-3", "GOV-3"])
def test_what_is_gone_counts_as_unseen(check: str) -> None:
    """A lost repository is held against nobody, and its loss is told with its date."""
    there = project_of(facts_of())
    gone = there.repositories[0].model_copy(update={"facts": None, "gone": tombstone(URL)})
    lost = there.model_copy(update={"repositories": (gone,)})
    assert ("unknown", ["repository-gone"]) == told(lost, check)


def test_a_stated_publiccode_wins_over_the_archive_mark() -> None:
    """INF-2: what the repository says of itself is a statement."""
    seen = PubliccodeSeen(path="publiccode.yml", parses=True, development_status="obsolete")
    made = project({"archived": True}, publiccode=seen)
    assert ("pass", ["maturity-obsolete"]) == told(made, "INF-2")
