"""Mandate, governance and independence (GOV), so far from what people have written."""

from datetime import date

from catalog.models.curated import Contact
from catalog.models.project import Project
from catalog.models.verdict import Verdict
from catalog.readiness.checks.evidence_of import NOT_BUILT, Judged, curated, judged, unread
from catalog.readiness.checks.windows import is_past


def has_mandate(project: Project, _today: date) -> Verdict:
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


def has_contact(project: Project, today: date) -> Verdict:
    """GOV-2: a responsible unit and a contact that someone answers."""
    stewardship = project.entry.catalog.stewardship if project.entry else None
    unit = stewardship.unit if stewardship else None
    contact = stewardship.contact if stewardship else None
    return _contact(unit, contact or project.body.contact, today).of("GOV-2")


def welcomes_contributions(_project: Project, _today: date) -> Verdict:
    """GOV-3: how others can contribute; contribution guides are not judged yet."""
    return NOT_BUILT.of("GOV-3")


def shares_its_roadmap(_project: Project, _today: date) -> Verdict:
    """GOV-4: where it is going, and who may influence that."""
    return NOT_BUILT.of("GOV-4")


def is_independent_of_suppliers(_project: Project, _today: date) -> Verdict:
    """GOV-5: can do without any one supplier."""
    return NOT_BUILT.of("GOV-5")


def is_built_by_several(_project: Project, _today: date) -> Verdict:
    """GOV-6: several bodies contribute."""
    return NOT_BUILT.of("GOV-6")


def _contact(unit: str | None, contact: Contact | None, today: date) -> Judged:
    reachable = contact is not None and bool(contact.mailbox or contact.form)
    if contact is None or not reachable:
        found = judged("unknown", "contact-unsaid")
        return Judged("unknown", (*found.because, *unread("tracker").because))
    confirmed = contact.confirmed
    place = [curated(on=confirmed)]
    if confirmed and is_past(confirmed, today, "contact"):
        return judged("unknown", "contact-old", place, on=confirmed)
    if confirmed and unit:
        return judged("pass", "contact-confirmed", place, on=confirmed)
    return judged("partial", "contact-unconfirmed" if unit else "contact-without-unit", place)
