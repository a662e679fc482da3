"""The two worked examples of the model, from what was said on 2020-10-06 alone."""

from datetime import date
from typing import Any

from catalog.models.curated import Adoption, Body
from catalog.models.project import Project
from catalog.models.verdict import Assessment
from catalog.readiness.definition import Model
from catalog.readiness.levels import assess
from tests.projects import project_of

SAID = date(2020, 10, 6)
SOON = date(2020, 12, 1)
LATE = date(2026, 9, 1)


def _adoption(stage: str, **given: Any) -> Adoption:
    known = {"id": f"a-{stage}", "project": "demo", "stage": stage, "as_of": SAID, "ref": "ref"}
    return Adoption.model_validate(known | {"basis": "declared"} | given)


def _own(body: str) -> Adoption:
    return _adoption("production", body=body, role="originator", basis="attested")


def skolportalen() -> Project:
    """In production at its originator, tested by several; identity and hosting only named."""
    stated = {"ref": "ref", "as_of": SAID}
    return project_of(
        body=Body(id="alingsas", type="municipality", name="Alingsås kommun"),
        adoptions=(_own("alingsas"), _adoption("testing", count="several", role="adopter")),
        catalog={
            "mandate": {"kind": "political-decision", "ref": "ref"},
            "prerequisites": {
                "identity": {"note": "Man behöver ha koll på sin identitetshantering."} | stated,
                "hosting": {"note": "Man behöver kunna sin infrastruktur."} | stated,
            },
        },
    )


def municipio() -> Project:
    """In production at its originator, tested by several, in production at none of them."""
    return project_of(
        kind="addon",
        body=Body(id="helsingborg", type="municipality", name="Helsingborgs stad"),
        adoptions=(
            _own("helsingborg"),
            _adoption("testing", count="several", role="adopter"),
            _adoption("production", count=0, role="adopter"),
        ),
    )


def _levels(assessment: Assessment) -> tuple[int, int]:
    return assessment.proven, assessment.possible


def test_skolportalen_may_be_two(model: Model) -> None:
    """Identity and hosting are named as needed but not specified: level 3 is shut."""
    assessment = assess(skolportalen(), model, SOON)
    assert (0, 2) == _levels(assessment)
    assert ("partial", "partial") == tuple(assessment.verdict(c).status for c in ("PRE-1", "PRE-2"))


def test_municipio_may_be_three(model: Model) -> None:
    """In production at its originator and at no one else: level 4 is shut."""
    assessment = assess(municipio(), model, SOON)
    assert (0, 3) == _levels(assessment)
    assert ("pass", "fail") == tuple(assessment.verdict(c).status for c in ("USE-1", "USE-2"))


def test_stale_facts_count_as_unknown(model: Model) -> None:
    """Six years later the same words prove nothing either way, so more may be possible."""
    for project in (skolportalen(), municipio()):
        assessment = assess(project, model, LATE)
        assert (0, 5) == _levels(assessment)
        assert "unknown" == assessment.verdict("USE-1").status


def test_the_last_day_of_freshness_still_counts(model: Model) -> None:
    """Twenty-four months to the day count; a day more does not."""
    days = (date(2022, 10, 6), date(2022, 10, 7))
    assert [3, 5] == [assess(municipio(), model, day).possible for day in days]
