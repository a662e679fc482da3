"""Prerequisites at the adopter (PRE): what people have written, and what documentation says."""

from functools import partial

from catalog.models.curated import (
    DataProtection,
    Effort,
    Hosting,
    Identity,
    Integration,
    Prerequisites,
    Quantity,
)
from catalog.models.project import Project
from catalog.models.verdict import Verdict
from catalog.readiness.checks import connections, hosting, identity
from catalog.readiness.checks.documentation import with_documents
from catalog.readiness.checks.evidence_of import UNSAID, Judged, curated, judged
from catalog.readiness.checks.windows import Day


def states_identity(project: Project, day: Day) -> Verdict:
    """PRE-1: login, protocol and source of accounts."""
    said = _prerequisites(project).identity
    stated = _identity(said, day) if said else None
    judge = partial(identity.documented, project.kind.value)
    return with_documents(project, stated, judge).of("PRE-1")


def states_hosting(project: Project, day: Day) -> Verdict:
    """PRE-2: runtime, database and hosting models."""
    said = _prerequisites(project).hosting
    stated = _hosting(said, day) if said else None
    judge = partial(hosting.documented, project.kind.value)
    return with_documents(project, stated, judge).of("PRE-2")


def lists_integrations(project: Project, _day: Day) -> Verdict:
    """PRE-3: integrations, required or optional, and their standards."""
    said = _prerequisites(project).integrations
    stated = None if said is None else _integrations(said)
    return with_documents(project, stated, connections.integrations).of("PRE-3")


def describes_personal_data(project: Project, _day: Day) -> Verdict:
    """PRE-5: personal data, and what an adopter can reuse of the work on it."""
    said = _prerequisites(project).data
    stated = _data(said) if said else None
    return with_documents(project, stated, connections.personal_data).of("PRE-5")


def states_effort(project: Project, _day: Day) -> Verdict:
    """PRE-6: what an introduction takes."""
    said = _prerequisites(project).effort
    stated = _effort(said) if said else None
    return with_documents(project, stated, connections.effort).of("PRE-6")


def _identity(said: Identity, day: Day) -> Judged:
    place = [curated(said.ref, said.as_of)]
    if said.as_of and day.is_past(said.as_of, "adoption"):
        return judged("unknown", "identity-old", place, on=said.as_of)
    if said.login == "none":
        return judged("pass", "identity-no-login", place)
    if said.login and said.protocols and said.account_source:
        named = ", ".join(said.protocols)
        return judged("pass", "identity-stated", place, protocols=named)
    named_at_all = said.login or said.protocols or said.account_source or said.note
    if named_at_all or said.attributes or said.federation or said.alternative:
        return judged("partial", "identity-named", place)
    return UNSAID


def _hosting(said: Hosting, day: Day) -> Judged:
    place = [curated(said.ref, said.as_of)]
    if said.as_of and day.is_past(said.as_of, "adoption"):
        return judged("unknown", "hosting-old", place, on=said.as_of)
    if said.runtime and said.database and said.models:
        return judged("pass", "hosting-stated", place)
    named_at_all = said.runtime or said.database or said.models or said.note
    if named_at_all or said.sizing or said.backup:
        return judged("partial", "hosting-named", place)
    return UNSAID


def _integrations(listed: tuple[Integration, ...]) -> Judged:
    if not listed:
        return judged("pass", "integrations-none", [curated()])
    count = len(listed)
    if all(i.required is not None and i.standard for i in listed):
        return judged("pass", "integrations-complete", [curated()], count=count)
    return judged("partial", "integrations-incomplete", [curated()], count=count)


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
