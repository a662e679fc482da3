"""Prerequisites at the adopter (PRE), from what people have written; documents are not read yet."""

from catalog.models.curated import (
    DataProtection,
    Effort,
    Hosting,
    Identity,
    Prerequisites,
    Quantity,
)
from catalog.models.project import Project
from catalog.models.verdict import Verdict
from catalog.readiness.checks.evidence_of import UNSAID, Judged, curated, judged
from catalog.readiness.checks.windows import Day


def states_identity(project: Project, day: Day) -> Verdict:
    """PRE-1: login, protocol and source of accounts."""
    identity = _prerequisites(project).identity
    return (_identity(identity, day) if identity else UNSAID).of("PRE-1")


def states_hosting(project: Project, day: Day) -> Verdict:
    """PRE-2: runtime, database and hosting models."""
    hosting = _prerequisites(project).hosting
    return (_hosting(hosting, day) if hosting else UNSAID).of("PRE-2")


def lists_integrations(project: Project, _day: Day) -> Verdict:
    """PRE-3: integrations, required or optional, and their standards."""
    integrations = _prerequisites(project).integrations
    if integrations is None:
        return UNSAID.of("PRE-3")
    if not integrations:
        return judged("pass", "integrations-none", [curated()]).of("PRE-3")
    count = len(integrations)
    if all(i.required is not None and i.standard for i in integrations):
        return judged("pass", "integrations-complete", [curated()], count=count).of("PRE-3")
    return judged("partial", "integrations-incomplete", [curated()], count=count).of("PRE-3")


def describes_personal_data(project: Project, _day: Day) -> Verdict:
    """PRE-5: personal data, and what an adopter can reuse of the work on it."""
    data = _prerequisites(project).data
    return (_data(data) if data else UNSAID).of("PRE-5")


def states_effort(project: Project, _day: Day) -> Verdict:
    """PRE-6: what an introduction takes."""
    effort = _prerequisites(project).effort
    return (_effort(effort) if effort else UNSAID).of("PRE-6")


def _identity(identity: Identity, day: Day) -> Judged:
    place = [curated(identity.ref, identity.as_of)]
    if identity.as_of and day.is_past(identity.as_of, "adoption"):
        return judged("unknown", "identity-old", place, on=identity.as_of)
    if identity.login == "none":
        return judged("pass", "identity-no-login", place)
    if identity.login and identity.protocols and identity.account_source:
        named = ", ".join(identity.protocols)
        return judged("pass", "identity-stated", place, protocols=named)
    named_at_all = identity.login or identity.protocols or identity.account_source or identity.note
    if named_at_all or identity.attributes or identity.federation or identity.alternative:
        return judged("partial", "identity-named", place)
    return UNSAID


def _hosting(hosting: Hosting, day: Day) -> Judged:
    place = [curated(hosting.ref, hosting.as_of)]
    if hosting.as_of and day.is_past(hosting.as_of, "adoption"):
        return judged("unknown", "hosting-old", place, on=hosting.as_of)
    if hosting.runtime and hosting.database and hosting.models:
        return judged("pass", "hosting-stated", place)
    named_at_all = hosting.runtime or hosting.database or hosting.models or hosting.note
    if named_at_all or hosting.sizing or hosting.backup:
        return judged("partial", "hosting-named", place)
    return UNSAID


def _data(data: DataProtection) -> Judged:
    if data.personal_data is False:
        return judged("pass", "data-none", [curated()])
    if data.categories and (data.dpia or data.retention):
        return judged("pass", "data-described", [curated()])
    if data.personal_data or data.categories or data.dpia or data.retention:
        return judged("partial", "data-mentioned", [curated()])
    return UNSAID


def _effort(effort: Effort) -> Judged:
    """Judge hours and roles; they count fully where a source says which introduction gave them."""
    measured = isinstance(effort.hours, Quantity) and bool(effort.hours.ref)
    reference = effort.hours.ref if isinstance(effort.hours, Quantity) else None
    if measured and effort.roles:
        return judged("pass", "effort-measured", [curated(reference)])
    if effort.hours is not None or effort.roles or effort.decisions or effort.note:
        return judged("partial", "effort-mentioned", [curated(reference)])
    return UNSAID


def _prerequisites(project: Project) -> Prerequisites:
    stated = project.entry.catalog.prerequisites if project.entry else None
    return stated or _NOTHING


_NOTHING = Prerequisites()
