"""Really used (USE): in production at the originator, elsewhere, by several; trials and scale."""

from datetime import date

from catalog.models.curated import Adoption, Qualified
from catalog.models.evidence import Found
from catalog.models.project import Project
from catalog.models.verdict import Statement, Verdict
from catalog.readiness.checks.adoptions import (
    CONFIRMED,
    ENDED,
    TRIALS,
    cites,
    elsewhere,
    fresh,
    is_none,
    latest,
    production,
)
from catalog.readiness.checks.costs import costs
from catalog.readiness.checks.evidence_of import Judged, cite, curated, in_order, judged
from catalog.readiness.checks.spread import spread
from catalog.readiness.checks.windows import Day

_UNSAID = Judged("unknown", (Statement(code="use-unsaid"),))


def is_in_production(project: Project, day: Day) -> Verdict:
    """USE-1: in production anywhere, the owner included."""
    records = fresh(list(project.adoptions), day)
    running = production(records)
    pilots = [r for r in records if r.stage == "pilot" and not is_none(r)]
    if running:
        return judged("pass", "use-production", cites(running), on=latest(running)).of("USE-1")
    if pilots:
        return judged("partial", "use-pilot", cites(pilots), on=latest(pilots)).of("USE-1")
    if never := [r for r in records if _denies(r) and r.role == "originator"]:
        return judged("fail", "use-never", cites(never), on=latest(never)).of("USE-1")
    return _too_old_or_unsaid(production(list(project.adoptions))).of("USE-1")


def is_in_production_elsewhere(project: Project, day: Day) -> Verdict:
    """USE-2: in production at another body, which itself says so or shows it."""
    others = elsewhere(project)
    found = _elsewhere(others, fresh(others, day))
    named = _named_users(project, day) if found.status == "unknown" else None
    return (named or found).of("USE-2")


def is_used_by_several(project: Project, day: Day) -> Verdict:
    """USE-3: three bodies, of different kinds or sizes."""
    return spread(project, day).of("USE-3")


def records_trials(project: Project, day: Day) -> Verdict:
    """USE-4: trials have an outcome, and reasons where they stopped."""
    trials = [r for r in elsewhere(project) if r.stage in TRIALS and not is_none(r)]
    if not trials:
        return judged("unknown", "trials-unknown").of("USE-4")
    due = [r for r in trials if r.stage == "stopped" or day.is_past(_begun(r), "trial")]
    if open_ended := [r for r in due if not _accounted(r)]:
        return judged("partial", "trials-without-outcome", cites(open_ended)).of("USE-4")
    if due:
        return judged("pass", "trials-with-outcome", cites(due)).of("USE-4")
    return judged("unknown", "trials-too-young", cites(trials), on=latest(trials)).of("USE-4")


def states_scale(project: Project, day: Day) -> Verdict:
    """USE-5: how much it carries, in at least two measures."""
    measures = {
        scale.metric: (scale.as_of or record.as_of, scale.ref or record.ref)
        for record in project.adoptions
        for scale in record.scale
    }
    known = {m: said for m, said in measures.items() if not day.is_past(said[0], "scale")}
    places = [curated(reference, on) for on, reference in (known or measures).values()]
    if len(known) > 1:
        return judged("pass", "scale-several", places, count=len(known)).of("USE-5")
    if known:
        return judged("partial", "scale-one", places).of("USE-5")
    if measures:
        newest = max(on for on, _ in measures.values())
        return judged("unknown", "scale-old", places, on=newest).of("USE-5")
    return judged("unknown", "scale-unsaid").of("USE-5")


def states_costs(project: Project, day: Day) -> Verdict:
    """USE-6: what it costs and saves, by the figures of adoption records."""
    return costs(project, day).of("USE-6")


def _elsewhere(others: list[Adoption], records: list[Adoption]) -> Judged:
    running = production(records)
    if confirmed := [r for r in running if r.basis in CONFIRMED]:
        return judged("pass", "elsewhere-confirmed", cites(confirmed), on=latest(confirmed))
    if running:
        return judged("partial", "elsewhere-declared", cites(running), on=latest(running))
    if pilots := [r for r in records if r.stage == "pilot" and not is_none(r)]:
        return judged("partial", "elsewhere-pilot", cites(pilots), on=latest(pilots))
    if none := [r for r in records if _denies(r)]:
        return judged("fail", "elsewhere-none", cites(none), on=latest(none))
    trials = [r for r in others if r.stage in TRIALS | ENDED and not is_none(r)]
    if trials and all(r.stage in ENDED for r in trials):
        return judged("fail", "elsewhere-stopped", cites(trials), on=latest(trials))
    return _too_old_or_unsaid([r for r in others if r.stage == "production"])


def _named_users(project: Project, day: Day) -> Judged | None:
    """Judge publiccode.yml's list of users: undated, so it counts while the code is worked on.

    One name may be the owner's own; of two at least one is another's.
    """
    if project.last_activity is None or day.is_past(project.last_activity, "adoption"):
        return None
    for repository in in_order(project):
        facts = repository.facts
        seen = facts.publiccode.found if facts and isinstance(facts.publiccode, Found) else None
        if seen and seen.users > 1:
            place = cite(repository, seen.path, seen.lines.get("usedBy"))
            return judged("partial", "elsewhere-named", [place], count=seen.users)
    return None


def _too_old_or_unsaid(older: list[Adoption]) -> Judged:
    if not older:
        return _UNSAID
    return judged("unknown", "use-old", cites(older), on=latest(older))


def _denies(record: Adoption) -> bool:
    return record.stage == "production" and is_none(record)


def _begun(record: Adoption) -> date:
    since = record.since
    match since.value if isinstance(since, Qualified) else since:
        case date() as day:
            return day
        case int(year):
            return date(year, 12, 31)  # the latest it can have been
        case None:
            return record.as_of


def _accounted(record: Adoption) -> bool:
    if record.stage == "stopped":
        return bool(record.outcome and record.blockers)
    return bool(record.outcome)
