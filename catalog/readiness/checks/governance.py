"""Mandate, governance and independence (GOV): what people have written, and what a forge shows."""

from functools import partial

from catalog.models.curated import Contact, value_of
from catalog.models.evidence import Found
from catalog.models.facts import RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Verdict
from catalog.readiness.checks.evidence_of import (
    Judged,
    best_of,
    cite,
    curated,
    judged,
    unread,
)
from catalog.readiness.checks.independence import contributions, independence
from catalog.readiness.checks.steering import steering
from catalog.readiness.checks.told import about
from catalog.readiness.checks.welcome import welcome
from catalog.readiness.checks.windows import Day


def has_mandate(project: Project, _day: Day) -> Verdict:
    """GOV-1: a decision to share and maintain, with date and record number."""
    mandate = project.entry.catalog.mandate if project.entry else None
    if mandate:
        place = [curated(mandate.ref, mandate.date)]
        if mandate.date and mandate.reference:
            return judged("pass", "mandate-recorded", place, on=mandate.date).of("GOV-1")
        return judged("partial", "mandate-declared", place).of("GOV-1")
    if project.body.policy:
        return judged("partial", "mandate-policy", [curated()]).of("GOV-1")
    return judged("unknown", "mandate-unsaid").of("GOV-1")


def has_contact(project: Project, day: Day) -> Verdict:
    """GOV-2: a responsible unit and a contact that someone answers."""
    stewardship = project.entry.catalog.stewardship if project.entry else None
    unit = value_of(stewardship.unit) if stewardship else None
    contact = stewardship.contact if stewardship else None
    stated = _contact(unit, contact or project.body.contact, day)
    if stated.status != "unknown":
        return stated.of("GOV-2")
    tracked = best_of(project, _tracker)
    if tracked.status != "partial":
        named = best_of(project, _in_publiccode)
        tracked = named if named.status == "partial" else tracked
    if tracked.status == "unknown":
        return Judged("unknown", (*stated.because, *tracked.because)).of("GOV-2")
    old = stated.because[0].code == "contact-old"
    status = "unknown" if old and tracked.status == "fail" else tracked.status
    return Judged(status, (*stated.because, *tracked.because)).of("GOV-2")


def welcomes_contributions(project: Project, day: Day) -> Verdict:
    """GOV-3: how others can contribute, without giving up rights."""
    return best_of(project, partial(welcome, day)).of("GOV-3")


def shares_its_roadmap(project: Project, day: Day) -> Verdict:
    """GOV-4: where it is going, and who may influence that."""
    return steering(project, day).of("GOV-4")


def is_independent_of_suppliers(project: Project, day: Day) -> Verdict:
    """GOV-5: can do without any one supplier."""
    return independence(project, day).of("GOV-5")


def is_built_by_several(project: Project, day: Day) -> Verdict:
    """GOV-6: several bodies contribute; which bodies people work for is seldom shown."""
    return contributions(project, day).of("GOV-6")


def _contact(unit: str | None, contact: Contact | None, day: Day) -> Judged:
    reachable = contact is not None and bool(contact.mailbox or contact.form)
    if contact is None or not reachable:
        return judged("unknown", "contact-unsaid")
    confirmed = contact.confirmed
    place = [curated(on=confirmed)]
    if confirmed and day.is_past(confirmed, "contact"):
        return judged("unknown", "contact-old", place, on=confirmed)
    if confirmed and unit:
        return judged("pass", "contact-confirmed", place, on=confirmed)
    return judged("partial", "contact-unconfirmed" if unit else "contact-without-unit", place)


def _in_publiccode(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge the contacts of publiccode.yml: that there are any, never who they are."""
    seen = facts.publiccode.found if isinstance(facts.publiccode, Found) else None
    if seen is None or not seen.contacts:
        return unread("tracker")
    place = cite(repository, seen.path, seen.lines.get("maintenance.contacts"))
    return judged("partial", "contact-in-publiccode", [place])


def _tracker(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge the public channel on the forge: issues or discussions, where it is not archived."""
    told = about(facts)
    place = [Cite(repository=repository.url)]
    if told is None or (told.tracker is None and not told.discussions):
        return unread("tracker")
    if (told.tracker or told.discussions) and not told.archived:
        return judged("partial", "contact-tracker", place)
    return judged("fail", "contact-no-tracker", place)
