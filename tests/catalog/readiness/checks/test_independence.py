"""Who uses, pays, decides, holds and reviews: GOV-4 to GOV-6, USE-3, USE-6 and SEC-5."""

from datetime import date
from typing import Any

import pytest

from catalog.models.curated import Adoption, Body, Call
from catalog.models.evidence import Absent, Unseen
from catalog.models.facts import DocumentSeen, PubliccodeSeen, ReadmeSeen
from catalog.models.forge import OutsideContributions, Reviews
from catalog.models.project import Project
from catalog.models.verdict import Verdict
from catalog.readiness.checks import CHECKS
from tests.facts import forge_facts
from tests.projects import DAY, OWNER, facts_of, history_of, project_of

NOW, OLD = date(2026, 8, 1), date(2020, 10, 6)
README: dict[str, Any] = {
    "path": "README.md", "bytes": 9, "encoding": "utf-8", "markup": "markdown",
}  # fmt: skip
CALL: dict[str, Any] = {
    "id": "anrop", "type": "co-fund", "status": "active", "title": "Pengar", "owner": OWNER.id,
    "ask": "x", "offer": "y", "published": NOW, "reviewBy": date(2027, 1, 1), "legalForm": "Avtal",
    "contact": {"role": "Support", "form": "https://example.org/f"},
    "participants": [{"body": "ett", "role": "co-funding"}],
}  # fmt: skip
UNREAD = Unseen(unseen="unreadable")


def outcome(check: str, project: Project) -> tuple[str, str]:
    """Reduce a verdict to its status and first reason."""
    verdict: Verdict = CHECKS[check](project, DAY)
    return verdict.status, verdict.because[0].code


def readme(**given: Any) -> tuple[ReadmeSeen, ...]:
    """Make the one README of a repository."""
    return (ReadmeSeen.model_validate(README | given),)


def document(kind: str, **given: Any) -> DocumentSeen:
    """Make a document of a kind."""
    return DocumentSeen.model_validate({"kind": kind, "path": f"{kind.upper()}.md"} | given)


def publiccode(**given: Any) -> PubliccodeSeen:
    """Make a publiccode.yml that parses."""
    return PubliccodeSeen.model_validate({"path": "publiccode.yml", "parses": True} | given)


PLAN = (document("roadmap"),)
GOVERNED = (document("governance", decides_line=4),)
FORUM = {"governance": {"forum": "user-group", "as_of": NOW}}
LINK = publiccode(roadmap="https://example.org/plan", roadmap_lead="elsewhere")


@pytest.mark.parametrize(
    ("found", "catalog", "status", "code"),
    [
        ({"documents": (*PLAN, *GOVERNED)}, {}, "pass", "steering-both"),
        ({"readmes": readme(roadmap_line=9)}, FORUM, "pass", "steering-both"),
        ({"documents": PLAN}, {}, "partial", "steering-plan"),
        ({"readmes": readme(roadmap_line=9)}, {}, "partial", "steering-plan"),
        ({"readmes": readme(roadmap_line=9, roadmap_lead="here")}, {}, "partial", "steering-plan"),
        ({"readmes": readme(decides_line=9)}, {}, "partial", "steering-decides"),
        ({"documents": (document("governance"),)}, {}, "unknown", "document-to-be-read"),
        ({"documents": (document("roadmap", readable=False),)}, {}, "unknown",
         "document-to-be-read"),
        ({"publiccode": LINK}, {}, "partial", "steering-link-unopened"),
        ({"publiccode": LINK}, FORUM, "partial", "steering-decides"),
        ({"readmes": readme(roadmap_line=9, roadmap_lead="nowhere")}, {}, "unknown",
         "steering-link-lost"),
        ({}, {"governance": {"forum": "user-group", "as_of": OLD}}, "unknown", "steering-old"),
        ({}, FORUM, "partial", "steering-decides"),
        ({"documents": UNREAD}, {}, "unknown", "unseen-unreadable"),
        ({}, {}, "unknown", "steering-nowhere"),
    ],
)  # fmt: skip
def test_where_it_is_going(
    found: dict[str, Any], catalog: dict[str, Any], status: str, code: str
) -> None:
    """A plan that can be read and somebody who decides; never failed, for boards are not read."""
    assert (status, code) == outcome("GOV-4", project_of(facts_of(**found), catalog=catalog))


def held(project: Project, **given: Any) -> Project:
    """Say whose the accounts of all repositories are."""
    repositories = tuple(r.model_copy(update=given) for r in project.repositories)
    supplier = Body(id="annan", type="other", name="Annan")
    return project.model_copy(update={"repositories": repositories, "bodies": {"annan": supplier}})


OWN = {"owner": OWNER.id}
TWO = {"suppliers": [{"name": "Ett AB"}, {"name": "Två AB", "until": date(2027, 1, 1)}]}
ENDED = {"suppliers": [{"name": "Ett AB"}, {"name": "Två AB", "until": date(2026, 8, 31)}]}
HOUSE = {"operations": {"in_house": True, "as_of": NOW}}
RUN = {"id": "a", "project": "demo", "stage": "production", "as_of": NOW, "basis": "declared",
       "body": "ett", "in_house": True}  # fmt: skip


@pytest.mark.parametrize(
    ("owner", "catalog", "adoptions", "status", "code"),
    [
        (OWN, TWO, [], "pass", "suppliers-several"),
        (OWN, ENDED, [], "partial", "supplier-one"),
        (OWN, HOUSE, [RUN], "pass", "run-by-several"),
        (OWN, {"operations": {"in_house": True, "as_of": OLD}}, [RUN], "partial", "run-by-one"),
        (OWN, HOUSE, [], "partial", "run-by-one"),
        (OWN, {"suppliers": []}, [], "unknown", "suppliers-none"),
        (OWN, {}, [], "unknown", "suppliers-unsaid"),
        ({"suppliers": True}, TWO, [], "fail", "supplier-holds"),
        ({"owner": "annan"}, TWO, [], "unknown", "holder-unsaid"),
        ({}, TWO, [], "unknown", "holder-unsaid"),
    ],
)
def test_independence_of_suppliers(
    owner: dict[str, Any], catalog: dict[str, Any], adoptions: list[Any], status: str, code: str
) -> None:
    """Who holds the account comes first; nobody is judged by what nobody has said."""
    records = tuple(Adoption.model_validate(one) for one in adoptions)
    project = project_of(facts_of(), catalog=catalog, adoptions=records)
    assert (status, code) == outcome("GOV-5", held(project, **owner))


def test_rights_with_a_supplier_are_not_independence() -> None:
    """Two suppliers do not make up for a copyright that one of them holds."""
    entry = {"legal": {"main_copyright_owner": "ett ab"}}
    project = held(project_of(facts_of(), catalog=TWO, entry=entry), **OWN)
    verdict = CHECKS["GOV-5"](project, DAY)
    assert ("partial", "rights-with-supplier") == (verdict.status, verdict.because[-1].code)


@pytest.mark.parametrize(
    ("contracts", "code"),
    [
        ((None, date(2026, 9, 1)), "suppliers-several"),
        ((None, date(2026, 8, 31)), "supplier-one"),
        ((date(2026, 8, 31),), "suppliers-unsaid"),
    ],
)
def test_suppliers_of_publiccode(contracts: tuple[date | None, ...], code: str) -> None:
    """Those whose contracts have ended serve no more."""
    project = project_of(facts_of(publiccode=publiccode(contracts=contracts)))
    assert code == outcome("GOV-5", held(project, **OWN))[1]


MERGED = forge_facts(outside=OutsideContributions(merged=2, authors=1, organisations=3))


@pytest.mark.parametrize(
    ("found", "call", "status", "code"),
    [
        ({}, {}, "pass", "agreed-together"),
        ({}, {"status": "open"}, "unknown", "unseen-no-forge"),
        ({}, {"type": "experience"}, "unknown", "unseen-no-forge"),
        ({}, {"published": OLD}, "unknown", "unseen-no-forge"),
        ({}, {"published": OLD, "history": [{"date": NOW, "status": "active"}]}, "pass",
         "agreed-together"),
        ({}, {"participants": [{"body": "ett", "role": "interested"}]}, "unknown",
         "unseen-no-forge"),
        ({"publiccode": publiccode(funders=2)}, None, "pass", "funded-by-several"),
        ({"publiccode": publiccode(funders=1)}, None, "unknown", "unseen-no-forge"),
        ({"publiccode": publiccode(funders=2), "history": history_of(OLD)}, None, "unknown",
         "unseen-no-forge"),
        ({"forge": MERGED}, None, "partial", "outside-merged"),
        ({"forge": forge_facts(outside=Absent(absent=("x",)))}, None, "unknown", "outside-none"),
    ],
)  # fmt: skip
def test_who_contributes(
    found: dict[str, Any], call: dict[str, Any] | None, status: str, code: str
) -> None:
    """Agreements and money that hold now; changes from outside are half of it."""
    calls = () if call is None else (Call.model_validate(CALL | call),)
    project = project_of(facts_of(**found)).model_copy(update={"calls": calls})
    assert (status, code) == outcome("GOV-6", project)


BODIES = {
    body.id: body
    for body in (
        Body(id="ett", type="municipality", name="Ett", population=14_999),
        Body(id="tva", type="municipality", name="Två", population=9_000),
        Body(id="tre", type="municipality", name="Tre", population=300),
        Body(id="fyra", type="municipality", name="Fyra", population=15_000),
        Body(id="fem", type="municipality", name="Fem"),
        Body(id="sex", type="region", name="Sex"),
        Body(id="sju", type="other", name="Sju"),
    )
}


@pytest.mark.parametrize(
    ("bodies", "status", "code"),
    [
        (("ett", "tva", "sex"), "pass", "use-spread"),
        (("ett", "tva", "fyra"), "pass", "use-spread"),
        (("ett", "tva", "tre"), "partial", "use-alike"),
        (("ett", "tva", "fem"), "unknown", "use-kinds-unsaid"),
        (("ett", "tva", "sju"), "unknown", "use-kinds-unsaid"),
        (("ett", "tva"), "partial", "use-two"),
        (("ett",), "unknown", "use-few-confirmed"),
    ],
)
def test_spread(bodies: tuple[str, ...], status: str, code: str) -> None:
    """Kinds, or sizes of municipalities; what is not known of a body keeps it from *partial*."""
    records = tuple(
        Adoption.model_validate(RUN | {"id": body, "body": body, "basis": "attested"})
        for body in bodies
    )
    project = project_of(adoptions=records).model_copy(update={"bodies": BODIES})
    assert (status, code) == outcome("USE-3", project)


WHOLE = {"running_cost_per_year": 100_000, "year": 2025, "method": "Drift och personal"}


@pytest.mark.parametrize(
    ("economy", "as_of", "status", "code"),
    [
        (WHOLE, NOW, "pass", "costs-stated"),
        (WHOLE | {"year": None}, NOW, "partial", "costs-incomplete"),
        (WHOLE | {"method": None}, NOW, "partial", "costs-incomplete"),
        ({"licence_cost_avoided": 9, "year": 2025, "method": "x"}, NOW, "partial",
         "costs-incomplete"),
        (WHOLE, OLD, "unknown", "costs-old"),
        (WHOLE | {"running_cost_per_year": {"value": 1, "as_of": NOW}}, OLD, "pass",
         "costs-stated"),
        ({"currency": "SEK"}, NOW, "unknown", "costs-unsaid"),
        (None, NOW, "unknown", "costs-unsaid"),
    ],
)  # fmt: skip
def test_costs(economy: dict[str, Any] | None, as_of: date, status: str, code: str) -> None:
    """A running cost with its year and how it was worked out; old figures do not count."""
    record = Adoption.model_validate(RUN | {"economy": economy, "as_of": as_of})
    assert (status, code) == outcome("USE-6", project_of(adoptions=(record,)))


@pytest.mark.parametrize(
    ("told", "status", "codes"),
    [
        ({"protected": True, "merged": 12, "approved": 9}, "pass",
         ["reviews-counted", "branch-protected"]),
        ({"merged": 12, "approved": 9}, "partial", ["reviews-counted", "branch-untold"]),
        ({"protected": True, "merged": 12, "approved": 0}, "partial",
         ["reviews-counted", "branch-protected"]),
        ({"protected": False, "merged": 12, "approved": 3}, "partial",
         ["reviews-counted", "branch-unprotected"]),
        ({"protected": False, "merged": 12, "approved": 2}, "fail",
         ["reviews-counted", "branch-unprotected"]),
        ({"merged": 12, "approved": 2}, "unknown", ["reviews-counted", "branch-untold"]),
        ({"merged": 9, "approved": 9}, "unknown", ["reviews-few", "branch-untold"]),
        ({"protected": True, "merged": 9, "approved": 9}, "partial",
         ["reviews-few", "branch-protected"]),
        ({"protected": True, "merged": 12, "approved": 12, "commits": 12, "direct": 10}, "fail",
         ["reviews-direct"]),
        ({"merged": 0, "approved": 0, "commits": 12, "direct": 9}, "unknown",
         ["reviews-few", "branch-untold"]),
        ({"merged": 0, "approved": 0, "commits": 9, "direct": 9}, "unknown",
         ["reviews-few", "branch-untold"]),
    ],
)  # fmt: skip
def test_reviews(told: dict[str, Any], status: str, codes: list[str]) -> None:
    """Approvals and protection together; what a forge does not show is held against nobody."""
    facts = facts_of(forge=forge_facts(reviews=Reviews.model_validate(told)))
    verdict = CHECKS["SEC-5"](project_of(facts), DAY)
    assert (status, codes) == (verdict.status, [reason.code for reason in verdict.because])


WELCOME, REVIEW, SIGN = {"welcome_line": 3}, {"review_line": 5}, {"agreement_line": 9}


@pytest.mark.parametrize(
    ("found", "status", "code"),
    [
        ({"documents": (document("contributing", guide=WELCOME | REVIEW),)}, "pass",
         "contributing-whole"),
        ({"documents": (document("contributing", guide=WELCOME),), "readmes": readme(guide=REVIEW)},
         "pass", "contributing-whole"),
        ({"readmes": readme(contributing_line=3, guide=WELCOME)}, "partial",
         "contributing-incomplete"),
        ({"documents": (document("contributing", guide=WELCOME | REVIEW | SIGN),)}, "partial",
         "contributing-agreement"),
        ({"documents": (document("contributing", guide={}),)}, "unknown", "contributing-to-read"),
        ({"documents": (document("contributing"),)}, "unknown", "contributing-to-read"),
    ],
)  # fmt: skip
def test_guides_for_contributors(found: dict[str, Any], status: str, code: str) -> None:
    """What the guides say together; an agreement is said whatever else stands there."""
    assert (status, code) == outcome("GOV-3", project_of(facts_of(**found)))


@pytest.mark.parametrize(
    ("check", "seen", "status", "code"),
    [
        ("GOV-2", {"contacts": 1}, "partial", "contact-unsaid"),
        ("GOV-2", {"contacts": 0}, "unknown", "contact-unsaid"),
        ("USE-2", {"users": 2}, "partial", "elsewhere-named"),
        ("USE-2", {"users": 1}, "unknown", "use-unsaid"),
        ("MNT-5", {"maintenance": "contract", "contracts": (date(2027, 1, 1),)}, "pass",
         "steward-until"),
        ("MNT-5", {"maintenance": "contract", "contracts": (None,)}, "partial",
         "steward-form-only"),
        ("MNT-5", {"maintenance": "contract", "contracts": (OLD,)}, "fail", "support-ended"),
    ],
)  # fmt: skip
def test_what_publiccode_tells(check: str, seen: dict[str, Any], status: str, code: str) -> None:
    """Contacts and users are only counted; contracts end."""
    assert (status, code) == outcome(check, project_of(facts_of(publiccode=publiccode(**seen))))


@pytest.mark.parametrize(
    ("kind", "expires", "status"),
    [
        ("site", date(2026, 9, 1), "pass"),
        ("site", date(2026, 8, 31), "unknown"),
        ("app", date(2027, 1, 1), "unknown"),
    ],
)
def test_a_security_txt_is_a_sites_and_runs_out(kind: str, expires: date, status: str) -> None:
    """It names a channel of one website, until a day."""
    policy = DocumentSeen(
        kind="security", path=".well-known/security.txt", private_channel_line=1, expires=expires
    )
    project = project_of(facts_of(documents=(policy,)), kind=kind)
    assert status == CHECKS["SEC-1"](project, DAY).status
