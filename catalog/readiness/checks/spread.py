"""Of how many kinds and sizes the bodies are that have it in production (USE-3).

Size classes are for municipalities, by inhabitants: under 15 000, under 40 000, under 200 000, and
above. These are the sizes at which the grouping of Swedish municipalities by Sveriges Kommuner och
Regioner (kommungruppsindelning 2023) draws its lines between rural municipalities, smaller towns,
larger cities and the metropolitan ones. That grouping counts the largest town's inhabitants and
commuting; the catalogue knows those of the whole municipality only.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import TypeAlias

from catalog.models.curated import Adoption, Body, value_of
from catalog.models.project import Project
from catalog.readiness.checks.adoptions import CONFIRMED, cites, fresh, production
from catalog.readiness.checks.evidence_of import Judged, judged
from catalog.readiness.checks.windows import Day

_Records: TypeAlias = list[Adoption]
_SIZES = ("size-small", "size-middle", "size-large")


def spread(project: Project, day: Day) -> Judged:
    """Judge the bodies that are attested or observed to have it in production."""
    running = production(fresh(list(project.adoptions), day))
    confirmed = [r for r in running if r.basis in CONFIRMED]
    bodies = {body for r in confirmed if (body := _body(project, r))}
    count = max(len(bodies), *(_counted(r) for r in confirmed), 0)
    if count >= day.limits["use-bodies"]:
        if len(bodies) < day.limits["use-bodies"]:
            return judged("unknown", "use-unnamed", cites(confirmed), count=count)
        known = [b for one in sorted(bodies) if (b := _known(project, one))]
        return _kinds(known, len(bodies), confirmed, day)
    if count >= day.limits["use-bodies-partly"]:
        return judged("partial", "use-two", cites(confirmed))
    return judged("unknown", "use-few-confirmed", cites(confirmed), count=count)


def _kinds(known: list[Body], count: int, confirmed: _Records, day: Day) -> Judged:
    """Tell several kinds or sizes from one; *partial* only where the kind of each is known."""
    types = {body.type for body in known if body.type != "other"}
    sizes = [_size(body, day) for body in known if body.type == "municipality"]
    if len(types) > 1 or len(set(sizes) - {None}) > 1:
        return judged("pass", "use-spread", cites(confirmed), count=count)
    told = len(types) == 1 and len(known) == count and all(b.type != "other" for b in known)
    if not told or None in sizes:
        return judged("unknown", "use-kinds-unsaid", cites(confirmed), count=count)
    return judged("partial", "use-alike", cites(confirmed), count=count)


def _size(body: Body, day: Day) -> int | None:
    inhabitants = value_of(body.population)
    limits: Iterable[float] = (day.limits[name] for name in _SIZES)
    return None if inhabitants is None else bisect_right(list(limits), inhabitants)


def _body(project: Project, record: Adoption) -> str | None:
    """Return whose record it is; an originator without a name is the project's own body."""
    own = record.role == "originator" and record.count is None
    return record.body or (project.body.id if own else None)


def _known(project: Project, body: str) -> Body | None:
    return project.body if body == project.body.id else project.bodies.get(body)


def _counted(record: Adoption) -> int:
    return record.count if isinstance(record.count, int) else 0
