"""Who looks after what: functions and measured facts; persons only as long as they agree."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from catalog.models.curated import Call, Language, Stewardship
from catalog.models.evidence import Found
from catalog.models.facts import DocumentSeen
from catalog.models.project import Catalogue
from catalog.publish.views.edition import Edition
from catalog.publish.views.maintainers import CareView, MaintainersView, maintainers_view
from catalog.publish.views.project import ProjectView
from tests.facts import facts, forge_facts

MakeEdition = Callable[[Language], Edition]
TODAY = date(2026, 9, 1)
CONSENT = {"by": "personen själv", "date": "2026-01-01", "until": "2026-09-01"}
CALL = {
    "id": "dela", "type": "maintainer", "status": "open", "title": {"sv": "Dela på det"},
    "owner": "exempelkommun", "project": "portalen", "ask": "En till", "offer": "Halva",
    "contact": {"role": "Enheten"}, "published": "2026-08-01", "reviewBy": "2026-12-01",
}  # fmt: skip


def seen(edition: Edition, stewardship: dict[str, Any]) -> ProjectView:
    """Show Ärenan, which no repository has archived, with a stewardship."""
    arena = edition.catalogue.project("arenan")
    assert arena is not None
    assert arena.entry is not None
    said = Stewardship.model_validate(stewardship)
    keys = arena.entry.catalog.model_copy(update={"stewardship": said})
    entry = arena.entry.model_copy(update={"catalog": keys})
    return ProjectView(arena.model_copy(update={"entry": entry}), edition)


def shown(edition: Edition, *instead: ProjectView) -> MaintainersView:
    """Show all bodies, with some projects replaced."""
    ids = {view.id for view in instead}
    rest = [ProjectView(one, edition) for one in edition.projects if one.id not in ids]
    return maintainers_view(edition, (*rest, *instead))


def test_bodies_are_alphabetical_and_nobody_named_is_counted(edition: MakeEdition) -> None:
    """Until somebody tells, nobody is named; that is a number and no judgement."""
    view = shown(edition("sv"))
    assert (["Exempelkommun", "Provby"], (), view.projects) == (
        [keeper.name for keeper in view.keepers], view.named, view.unnamed
    )  # fmt: skip


@pytest.mark.parametrize(
    ("stewardship", "named", "contacts"),
    [
        ({"unit": "Digital service"}, 1, 0),
        ({"contact": {"role": "Förvaltaren", "mailbox": "portal@example.org"}}, 1, 1),
        ({"deputies": 2}, 0, 0),
    ],
)
def test_a_unit_or_a_role_is_somebody(
    edition: MakeEdition, stewardship: dict[str, Any], named: int, contacts: int
) -> None:
    """A number of deputies alone tells nobody whom to write to."""
    swedish = edition("sv")
    keeper = shown(swedish, seen(swedish, stewardship)).keepers[1]
    assert (named, contacts) == (len(keeper.named), keeper.with_contact)
    assert len(keeper.care) == len(keeper.named) + len(keeper.unnamed)


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (date(2025, 12, 31), []),
        (date(2026, 9, 1), ["Person Ett", "Person Två"]),
        (date(2026, 9, 2), []),
    ],
)
def test_a_person_shows_only_while_the_consent_holds(
    edition: MakeEdition, today: date, names: list[str]
) -> None:
    """Both a maintainer and the person beside a contact, on the last day and not after."""
    swedish = edition("sv")
    day = Edition(swedish.catalogue, swedish.assessments, swedish.wording, today)
    persons = [{"name": f"Person {n}", "role": "Förvaltare", "consent": CONSENT}
               for n in ("Ett", "Två")]  # fmt: skip
    stewardship = {"maintainers": persons[:1], "contact": {"role": "Enheten", "person": persons[1]}}
    care = CareView(seen(day, stewardship))
    assert names == [person.name for person in care.persons]


@pytest.mark.parametrize(
    ("changed", "titles"),
    [({}, ["Dela på det"]), ({"type": "handover"}, ["Dela på det"]), ({"type": "review"}, []),
     ({"status": "draft"}, []), ({"deadline": "2026-08-31"}, [])],
)  # fmt: skip
def test_who_seeks_somebody(
    edition: MakeEdition, catalogue: Catalogue, changed: dict[str, Any], titles: list[str]
) -> None:
    """Open calls for a co-maintainer or for somebody to take over, and no drafts."""
    call = Call.model_validate(CALL | changed)
    curated = catalogue.curated.model_copy(update={"calls": (call,)})
    swedish = edition("sv")
    calling = Edition(
        catalogue.model_copy(update={"curated": curated}), swedish.assessments,
        swedish.wording, TODAY,
    )  # fmt: skip
    assert titles == [one.title.text for one in shown(calling).seeking if one.title]


def test_channels_and_reviewers_of_the_main_repository(edition: MakeEdition) -> None:
    """Trackers that are on are linked; teams are named and persons only counted."""
    swedish = edition("sv")
    owners = DocumentSeen(kind="codeowners", path="CODEOWNERS", teams=("@exempel/webb",), persons=2)
    about = forge_facts({"tracker": True, "discussions": True})
    portal = ProjectView(swedish.projects[0], swedish)
    primary = portal.project.repositories[0]
    read = facts(primary.url, documents=Found(found=(owners,)), forge=about)
    told = primary.model_copy(update={"facts": read, "role": "primary"})
    care = CareView(
        ProjectView(portal.project.model_copy(update={"repositories": (told,)}), swedish)
    )
    assert ["issues", "discussions"] == [channel.kind for channel in care.channels]
    assert care.owners is not None
    assert (("@exempel/webb",), 2) == (care.owners.teams, care.owners.persons)


def test_units_stand_together(edition: MakeEdition) -> None:
    """Projects are in the order of their units; one without a unit comes last."""
    swedish = edition("sv")
    with_unit = seen(swedish, {"unit": "Webb"})
    contact_only = seen(swedish, {"contact": {"role": "Enheten"}})
    keeper = maintainers_view(swedish, (contact_only, with_unit)).keepers[0]
    assert ["Webb", None] == [care.said.unit if care.said else "" for care in keeper.named]
