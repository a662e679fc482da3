"""Checks that people's own entries settle: use, prerequisites, mandate and contact."""

from datetime import date
from typing import Any

import pytest

from catalog.models.curated import Adoption, Contact
from catalog.models.verdict import Verdict
from catalog.readiness.checks import CHECKS
from tests.projects import DAY, OWNER, project_of

NEW, OLD = date(2026, 3, 1), date(2020, 10, 6)


def outcome(verdict: Verdict) -> tuple[str, str]:
    """Reduce a verdict to its status and first reason."""
    return verdict.status, verdict.because[0].code


def record(stage: str, **given: Any) -> Adoption:
    """Make an adoption record of another body."""
    known = {"id": "a", "project": "demo", "stage": stage, "as_of": NEW, "basis": "declared"}
    who = {} if "count" in given else {"body": "grannkommun"}
    return Adoption.model_validate(known | who | given)


OWN = record("production", body=OWNER.id, role="originator")
ATTESTED = record("production", basis="attested")
SECOND = record("production", basis="observed", body="annan-kommun")
NONE = record("production", count=0)


@pytest.mark.parametrize(
    ("check", "records", "status", "code"),
    [
        ("USE-1", [OWN], "pass", "use-production"),
        ("USE-1", [record("pilot")], "partial", "use-pilot"),
        ("USE-1", [record("production", as_of=OLD)], "unknown", "use-old"),
        ("USE-1", [record("production", count=0, role="originator")], "fail", "use-never"),
        ("USE-1", [NONE], "unknown", "use-unsaid"),
        ("USE-1", [], "unknown", "use-unsaid"),
        ("USE-2", [OWN], "unknown", "use-unsaid"),
        ("USE-2", [ATTESTED, NONE], "pass", "elsewhere-confirmed"),
        ("USE-2", [record("production")], "partial", "elsewhere-declared"),
        ("USE-2", [record("production", count="several")], "partial", "elsewhere-declared"),
        ("USE-2", [record("pilot")], "partial", "elsewhere-pilot"),
        ("USE-2", [OWN, NONE], "fail", "elsewhere-none"),
        ("USE-2", [record("stopped")], "fail", "elsewhere-stopped"),
        ("USE-2", [record("stopped"), record("testing")], "unknown", "use-unsaid"),
        ("USE-2", [record("testing", count="several")], "unknown", "use-unsaid"),
        ("USE-2", [record("production", basis="attested", as_of=OLD)], "unknown", "use-old"),
        ("USE-2", [record("production", count=0, as_of=OLD)], "unknown", "use-old"),
        ("USE-3", [ATTESTED, SECOND], "partial", "use-two"),
        (
            "USE-3",
            [ATTESTED, SECOND, record("production", count=3, basis="observed")],
            "unknown",
            "use-unnamed",
        ),
        ("USE-3", [record("production"), ATTESTED], "unknown", "use-few-confirmed"),
        (
            "USE-4",
            [record("stopped", outcome="Slutade", blockers=["cost"])],
            "pass",
            "trials-with-outcome",
        ),
        ("USE-4", [record("stopped", outcome="Slutade")], "partial", "trials-without-outcome"),
        ("USE-4", [record("testing", as_of=OLD)], "partial", "trials-without-outcome"),
        ("USE-4", [record("testing", since=2026)], "unknown", "trials-too-young"),
        ("USE-4", [OWN, NONE], "unknown", "trials-unknown"),
        (
            "USE-5",
            [
                record(
                    "production",
                    scale=[{"metric": "accounts", "value": 9}, {"metric": "sites", "value": 3}],
                )
            ],
            "pass",
            "scale-several",
        ),
        (
            "USE-5",
            [record("production", scale=[{"metric": "accounts", "value": 9}])],
            "partial",
            "scale-one",
        ),
        (
            "USE-5",
            [record("production", as_of=OLD, scale=[{"metric": "accounts", "value": 9}])],
            "unknown",
            "scale-old",
        ),
        ("USE-5", [OWN], "unknown", "scale-unsaid"),
    ],
)
def test_adoptions(check: str, records: list[Adoption], status: str, code: str) -> None:
    """Use is what records show: fresh, of whom, and on what basis."""
    assert (status, code) == outcome(CHECKS[check](project_of(adoptions=tuple(records)), DAY))


FULL_LOGIN = {"login": "required", "protocols": ["saml2"], "account_source": "Kontokatalog"}
FULL_HOSTING = {"models": ["on-premises"], "runtime": "PHP 8", "database": "MariaDB"}
LISTED = {"name": "Skolregister", "required": True, "standard": "SS 12000"}


@pytest.mark.parametrize(
    ("check", "stated", "status", "code"),
    [
        ("PRE-1", {}, "unknown", "unsaid"),
        ("PRE-1", {"identity": {"login": "none"}}, "pass", "identity-no-login"),
        ("PRE-1", {"identity": FULL_LOGIN}, "pass", "identity-stated"),
        ("PRE-1", {"identity": {"login": "required"}}, "partial", "identity-named"),
        ("PRE-1", {"identity": FULL_LOGIN | {"as_of": OLD}}, "unknown", "identity-old"),
        ("PRE-2", {}, "unknown", "unsaid"),
        ("PRE-2", {"hosting": FULL_HOSTING}, "pass", "hosting-stated"),
        ("PRE-2", {"hosting": {"runtime": "PHP 8"}}, "partial", "hosting-named"),
        ("PRE-2", {"hosting": FULL_HOSTING | {"as_of": OLD}}, "unknown", "hosting-old"),
        ("PRE-3", {}, "unknown", "unsaid"),
        ("PRE-3", {"integrations": []}, "pass", "integrations-none"),
        ("PRE-3", {"integrations": [LISTED]}, "pass", "integrations-complete"),
        ("PRE-3", {"integrations": [LISTED, {"name": "x"}]}, "partial", "integrations-incomplete"),
        ("PRE-4", {}, "unknown", "no-repository"),
        ("PRE-4", {"proprietary": []}, "pass", "closed-none"),
        ("PRE-4", {"proprietary": ["Produkt"]}, "partial", "closed-stated"),
        ("PRE-5", {}, "unknown", "unsaid"),
        ("PRE-5", {"data": {"personal_data": False}}, "pass", "data-none"),
        (
            "PRE-5",
            {"data": {"categories": ["namn"], "retention": "5 år"}},
            "pass",
            "data-described",
        ),
        ("PRE-5", {"data": {"personal_data": True}}, "partial", "data-mentioned"),
        ("PRE-6", {}, "unknown", "unsaid"),
        (
            "PRE-6",
            {"effort": {"roles": ["it"], "hours": {"value": 40, "ref": "r"}}},
            "pass",
            "effort-measured",
        ),
        ("PRE-6", {"effort": {"roles": ["it"], "hours": 40}}, "partial", "effort-mentioned"),
    ],
)
def test_prerequisites(check: str, stated: dict[str, Any], status: str, code: str) -> None:
    """What is stated settles it; silence in curated data is never a failure."""
    project = project_of(catalog={"prerequisites": stated})
    assert (status, code) == outcome(CHECKS[check](project, DAY))


BOX = {"role": "Support", "mailbox": "support@example.org"}


@pytest.mark.parametrize(
    ("check", "stated", "status", "code"),
    [
        ("GOV-1", {}, "unknown", "mandate-unsaid"),
        ("GOV-1", {"mandate": {"kind": "political-decision"}}, "partial", "mandate-declared"),
        (
            "GOV-1",
            {"mandate": {"kind": "policy", "date": OLD, "reference": "KS 1"}},
            "pass",
            "mandate-recorded",
        ),
        ("GOV-2", {}, "unknown", "contact-unsaid"),
        ("GOV-2", {"stewardship": {"unit": "IT"}}, "unknown", "contact-unsaid"),
        (
            "GOV-2",
            {"stewardship": {"unit": "IT", "contact": {"role": "Support"}}},
            "unknown",
            "contact-unsaid",
        ),
        ("GOV-2", {"stewardship": {"contact": BOX}}, "partial", "contact-without-unit"),
        (
            "GOV-2",
            {"stewardship": {"unit": "IT", "contact": BOX}},
            "partial",
            "contact-unconfirmed",
        ),
        (
            "GOV-2",
            {"stewardship": {"unit": "IT", "contact": BOX | {"confirmed": NEW}}},
            "pass",
            "contact-confirmed",
        ),
        (
            "GOV-2",
            {"stewardship": {"unit": "IT", "contact": BOX | {"confirmed": OLD}}},
            "unknown",
            "contact-old",
        ),
    ],
)
def test_mandate_and_contact(check: str, stated: dict[str, Any], status: str, code: str) -> None:
    """A decision and a confirmed function; what nobody has said is unknown."""
    assert (status, code) == outcome(CHECKS[check](project_of(catalog=stated), DAY))


def test_the_body_stands_in_for_the_project() -> None:
    """A general policy and the body's own contact count in part."""
    contact = Contact(role="Kontaktcenter", form="https://example.org/kontakt")
    body = OWNER.model_copy(update={"policy": "https://example.org/policy", "contact": contact})
    project = project_of(body=body)
    assert ["partial", "partial"] == [CHECKS[c](project, DAY).status for c in ("GOV-1", "GOV-2")]
