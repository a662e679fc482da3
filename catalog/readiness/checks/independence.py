"""Who holds the code, and who can serve or run it (GOV-5); who contributes (GOV-6)."""

from datetime import date
from functools import partial

from catalog.models.curated import BodyType, Call, CallStatus, CallType, Operations, value_of
from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import PubliccodeSeen, RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Statement, Status
from catalog.readiness.checks.adoptions import cites, fresh, production
from catalog.readiness.checks.evidence_of import (
    NO_REPOSITORY,
    Judged,
    best_of,
    better,
    cite,
    curated,
    in_order,
    judged,
    unseen,
)
from catalog.readiness.checks.told import outside
from catalog.readiness.checks.windows import Day

_PUBLIC: frozenset[BodyType] = frozenset(
    {"municipality", "region", "agency", "municipal-company", "association", "joint-body"}
)
_AGREED: frozenset[CallStatus] = frozenset({"agreed", "active", "done"})
_SHARED: frozenset[CallType] = frozenset(
    {"co-develop", "co-fund", "joint-procurement", "user-group", "maintainer"}
)
_BOUND = frozenset({"taking-part", "co-funding", "leading"})


def independence(project: Project, day: Day) -> Judged:
    """Judge who holds the repositories, then who else can serve or run what is in them."""
    parts = [r for r in in_order(project) if r.role in {"primary", "component"}]
    parts = parts or in_order(project)
    if not parts:
        return NO_REPOSITORY
    if held := [r for r in parts if r.suppliers]:
        return _of("fail", "supplier-holds", held)
    if unsaid := [r for r in parts if not _is_public(project, r)]:
        return _of("unknown", "holder-unsaid", unsaid)
    found = _served(project, day)
    if found.status == "pass" and _rights_with_supplier(project):
        more = Statement(code="rights-with-supplier", cites=(curated(),))
        return Judged("partial", (*found.because, more))
    return found


def contributions(project: Project, day: Day) -> Judged:
    """Judge agreements and money first; a forge shows changes, but seldom whose employer made."""
    found = better(_agreed(project, day), _funded(project, day))
    return found if found.status == "pass" else best_of(project, partial(_from_outside, day))


def _is_public(project: Project, repository: ProjectRepository) -> bool:
    owner = repository.owner
    body = project.body if owner == project.body.id else project.bodies.get(owner or "")
    return body is not None and body.type in _PUBLIC


def _of(status: Status, code: str, repositories: list[ProjectRepository]) -> Judged:
    named = ", ".join(r.name for r in repositories[:3])
    more = " …" if len(repositories) > 3 else ""  # noqa: PLR2004 - as many as were named
    places = [Cite(repository=r.url) for r in repositories]
    return judged(status, code, places, repositories=named + more)


def _served(project: Project, day: Day) -> Judged:
    """Count suppliers whose contract has not ended, and bodies that run it themselves."""
    enough = day.limits["independent"]
    suppliers, places = _suppliers(project, day)
    if suppliers >= enough:
        return judged("pass", "suppliers-several", places, count=suppliers)
    running = [r for r in production(fresh(list(project.adoptions), day)) if r.in_house]
    own = _runs_it(project.entry.catalog.operations if project.entry else None, day)
    bodies = {r.body for r in running if r.body} | ({project.body.id} if own else set())
    at = [*([curated()] if own else []), *cites(running)]
    if len(bodies) >= enough:
        return judged("pass", "run-by-several", at, count=len(bodies))
    if suppliers:
        return judged("partial", "supplier-one", places)
    if bodies:
        return judged("partial", "run-by-one", at)
    said = project.entry is not None and project.entry.catalog.suppliers is not None
    return judged("unknown", "suppliers-none" if said else "suppliers-unsaid")


def _suppliers(project: Project, day: Day) -> tuple[int, list[Cite]]:
    """Count those that people list here, or those of publiccode.yml where they are more."""
    listed = (project.entry.catalog.suppliers or ()) if project.entry else ()
    serving = {s.name.casefold() for s in listed if _serves(value_of(s.until), day)}
    found = len(serving), [curated()]
    for repository in in_order(project):
        seen = _metadata(repository.facts)
        count = sum(_serves(until, day) for until in seen.contracts) if seen else 0
        if seen and count > found[0]:
            line = seen.lines.get("maintenance.contractors")
            found = count, [cite(repository, seen.path, line)]
    return found


def _serves(until: date | None, day: Day) -> bool:
    return until is None or until >= day.today


def _runs_it(operations: Operations | None, day: Day) -> bool:
    return bool(operations and operations.in_house) and not day.is_old(
        operations.as_of if operations else None, "adoption"
    )


def _rights_with_supplier(project: Project) -> bool:
    entry = project.entry
    owner = entry.legal.main_copyright_owner if entry and entry.legal else None
    listed = (entry.catalog.suppliers or ()) if entry else ()
    return owner is not None and owner.casefold() in {s.name.casefold() for s in listed}


def _agreed(project: Project, day: Day) -> Judged:
    """Judge cooperation that bodies have agreed on, by the day of its latest step."""
    agreed = [c for c in project.calls if c.status in _AGREED and c.type in _SHARED]
    for call in agreed:
        on = _since(call)
        bodies = {call.owner} | {p.body for p in call.participants if p.role in _BOUND}
        if on is None or day.is_past(on, "activity-long"):
            continue
        if len(bodies) >= day.limits["contributing-bodies"]:
            return judged("pass", "agreed-together", [curated(on=on)], count=len(bodies), on=on)
    return judged("unknown", "agreed-nothing")


def _since(call: Call) -> date | None:
    steps = [step.date for step in call.history if step.status in _AGREED]
    return max(steps, default=call.published)


def _funded(project: Project, day: Day) -> Judged:
    """Judge who is said to pay: the list has no date, so it counts while the code is worked on."""
    last = project.last_activity
    if last is None or day.is_past(last, "activity-long"):
        return judged("unknown", "agreed-nothing")
    written = project.entry.funded_by if project.entry else ()
    listed = {organisation.uri.casefold().rstrip("/") for organisation in written}
    found = len(listed), [curated()]
    for repository in in_order(project):
        seen = _metadata(repository.facts)
        if seen and seen.funders > found[0]:
            found = seen.funders, [cite(repository, seen.path, seen.lines.get("fundedBy"))]
    if found[0] >= day.limits["contributing-bodies"]:
        return judged("pass", "funded-by-several", found[1], count=found[0])
    return judged("unknown", "agreed-nothing")


def _metadata(facts: RepositoryFacts | None) -> PubliccodeSeen | None:
    return facts.publiccode.found if facts and isinstance(facts.publiccode, Found) else None


def _from_outside(day: Day, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    place = [Cite(repository=repository.url)]
    match outside(facts, day):
        case Unseen(unseen=reason):
            return unseen(repository, reason)
        case Absent():
            return judged("unknown", "outside-none", place)
        case Found(found=told):
            return judged(
                "partial", "outside-merged", place,
                merged=told.merged, organisations=told.organisations,
            )  # fmt: skip
