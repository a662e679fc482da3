"""What it costs to run, and what it saves (USE-6): figures of adoption records."""

from datetime import date

from catalog.models.curated import Adoption, Economy, Qualified, value_of
from catalog.models.project import Project
from catalog.readiness.checks.evidence_of import Judged, curated, judged
from catalog.readiness.checks.windows import Day

_FIGURES = ("running_cost_per_year", "introduction_cost", "licence_cost_avoided")


def costs(project: Project, day: Day) -> Judged:
    """Judge whether a running cost has its year and says what is included."""
    told = [(record, e) for record in project.adoptions if (e := record.economy) and _figures(e)]
    if not told:
        return judged("unknown", "costs-unsaid")
    known = [(r, e) for r, e in told if not day.is_past(_said(r, e), "scale")]
    places = [curated(record.ref, _said(record, e)) for record, e in known or told]
    if not known:
        return judged("unknown", "costs-old", places, on=max(_said(r, e) for r, e in told))
    if whole := [(r, e) for r, e in known if _is_whole(e)]:
        places = [curated(record.ref, _said(record, e)) for record, e in whole]
        return judged("pass", "costs-stated", places, year=max(e.year or 0 for _, e in whole))
    return judged("partial", "costs-incomplete", places)


def _figures(economy: Economy) -> list[object]:
    figures = [getattr(economy, name) for name in _FIGURES]
    return [figure for figure in figures if value_of(figure) is not None]


def _is_whole(economy: Economy) -> bool:
    running = value_of(economy.running_cost_per_year)
    return bool(running is not None and economy.year and economy.method)


def _said(record: Adoption, economy: Economy) -> date:
    """Return the newest day for which a figure was true; a record's own where none has one."""
    dates = [f.as_of for f in _figures(economy) if isinstance(f, Qualified) and f.as_of]
    return max(dates, default=record.as_of)
