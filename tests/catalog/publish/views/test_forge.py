"""What the forge tells of a repository, and where a repository comes from, as pages show it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from catalog.models.curated import Language
from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.forge import ForgeFacts, Replies
from catalog.models.project import ProjectRepository
from catalog.publish.views.edition import Edition, Link
from catalog.publish.views.forge import ForgeView
from catalog.publish.views.project import ProjectView
from tests.facts import facts, forge_facts

MakeEdition = Callable[[Language], Edition]
View = Callable[[str], ProjectView]
PORTAL = "https://github.com/exempel/portal"
OLD, RECENT = date(2026, 7, 1), date(2026, 8, 20)


def shown(edition: Edition, told: ForgeFacts, as_of: date | None = None) -> ForgeView:
    """Show what a forge tells of the portal."""
    repository = ProjectRepository(url=PORTAL, role="primary", source="exempel",
                                   facts=facts(PORTAL), as_of=as_of)  # fmt: skip
    return ForgeView(told, repository, edition)


def answers(**given: Any) -> Replies:
    """Make two answers of three."""
    return Replies(**{"opened": 3, "closed": 1, "answered": 2, "median_hours": 60.0, **given})


def test_the_repositorys_own_words_stand_in(edition: MakeEdition, view: View) -> None:
    """They are shown only where nobody has described the project."""
    lone = next(p for p in edition("sv").projects if p.name == "ängsblomma")
    told = facts(PORTAL, forge=forge_facts({"description": "Ängens egna ord"}))
    primary = lone.repositories[0].model_copy(update={"facts": told})
    undescribed = ProjectView(lone.model_copy(update={"repositories": (primary,)}), edition("sv"))
    assert ("Ängens egna ord", None) == (undescribed.own_words, view("portalen").own_words)


def test_the_homepage_is_https_or_nothing(edition: MakeEdition) -> None:
    """What people give as a homepage is anything; only what is safe to follow is linked."""
    homes = [shown(edition("sv"), forge_facts({"homepage": home})).homepage
             for home in ("https://example.org/", "http://example.org/")]  # fmt: skip
    assert ["https://example.org/", None] == homes


def test_trackers_are_linked_as_the_forge_writes_them(edition: MakeEdition) -> None:
    """Issues and change requests open where they are."""
    told = shown(edition("sv"), forge_facts())
    assert (f"{PORTAL}/issues", f"{PORTAL}/pulls") == (told.issues, told.changes)


@pytest.mark.parametrize(("hours", "days"), [(None, None), (0.5, 1), (24.0, 1), (60.0, 3)])
def test_median_in_whole_days(edition: MakeEdition, hours: float | None, days: int | None) -> None:
    """Half of the answers came within so many days: a part of one counts as one."""
    told = shown(edition("sv"), forge_facts(replies=answers(median_hours=hours)))
    assert told.replies.value
    assert days == told.replies.value.days


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (Found(found=answers()), (True, None, False)),
        (Found(found=answers(), stale_since=RECENT), (True, None, False)),
        (Found(found=answers(), stale_since=OLD), (True, None, True)),
        (Absent(absent=("issues",), stale_since=OLD), (False, None, True)),
        (Unseen(unseen="forbidden"), (False, "kodplattformen vill inte berätta det", False)),
    ],
)
def test_what_is_told_has_its_date_or_its_reason(
    edition: MakeEdition, evidence: Any, expected: tuple[bool, str | None, bool]
) -> None:
    """A value that could not be had again for a month no longer counts; unseen says why."""
    told = shown(edition("sv"), forge_facts(replies=evidence)).replies
    assert expected == (told.value is not None, told.unseen, told.old)


def test_a_date_in_the_future_confirms_nothing(edition: MakeEdition) -> None:
    """A clock was wrong: nobody knows when it was asked."""
    dates = [shown(edition("sv"), forge_facts(), on).confirmed for on in (RECENT, date(2027, 1, 1))]
    assert [RECENT, None] == dates


def test_some_issues_are_linked_and_the_rest_counted(view: View) -> None:
    """Five are enough to begin with."""
    forge = view("portalen").forge
    assert forge
    assert forge.newcomers.value
    assert (Link(f"{PORTAL}/issues/0", "#0"), 5, 2) == (
        forge.newcomers.value.links[0], len(forge.newcomers.value.links),
        forge.newcomers.value.more,
    )  # fmt: skip


def test_releases_say_whether_they_say_anything(view: View) -> None:
    """A release with notes is told apart from a bare tag."""
    forge = view("portalen").forge
    assert forge
    assert forge.releases.value
    assert [("v1", True, False)] == [
        (one.link.text, one.notes, one.prerelease) for one in forge.releases.value
    ]


def test_archived_is_told_with_its_date(view: View) -> None:
    """The forge says that it takes no changes, and since when."""
    forge = view("portalen").forge
    assert forge
    assert (True, OLD, 3, 1) == (forge.archived, forge.archived_on, forge.stars, forge.forks)


def test_no_forge_no_view(view: View) -> None:
    """Plain git tells nothing of this, and the page says nothing."""
    lone = next(p for p in view("portalen").edition.projects if p.name == "ängsblomma")
    assert ProjectView(lone, view("portalen").edition).forge is None


def test_a_variant_leads_to_what_it_was_made_from(view: View) -> None:
    """The kind, the origin's address and the count that tells so."""
    theme = view("portalen").repositories[2].descent
    assert theme
    assert theme.origin
    assert ("variant", "github.com/annan/tema", "https://github.com/annan/tema", None) == (
        theme.kind, theme.origin.name, theme.origin.href, theme.origin.project
    )  # fmt: skip
    assert [("own-work", 2, 5)] == [(sign.code, sign.own, sign.behind) for sign in theme.signs[:1]]


def test_another_repository_of_the_catalogue_leads_to_its_project(edition: MakeEdition) -> None:
    """Readers stay here where there is a page."""
    found = edition("sv").whereabouts(f"{PORTAL.upper()}.git".replace("HTTPS", "https"))
    assert found
    assert found.project
    assert "portalen" == found.project.id


def test_the_trail_and_the_loss_of_a_repository(view: View) -> None:
    """Former addresses stand without their scheme; a lost part keeps its row."""
    lost, portal = (view("portalen").repositories[n] for n in (1, 0))
    assert ("github.com/exempel/gamla-portalen",) == portal.formerly
    assert lost.gone
    assert ("borta", "gone", None, 2) == (
        lost.name, lost.gone.reason, lost.gone_to, len(view("portalen").present)
    )  # fmt: skip
