"""How outsiders are answered (MNT-3): few contacts are too little to say, never a bad mark.

The forge tells hours between question and answer. Five of seven days are working days, so that five
working days are a week; public holidays are not taken off.
"""

from collections.abc import Mapping
from math import ceil

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import RepositoryFacts
from catalog.models.forge import Replies
from catalog.models.project import ProjectRepository
from catalog.models.verdict import Cite, Statement, Status
from catalog.readiness.checks.evidence_of import Judged, judged, unseen
from catalog.readiness.checks.told import about, replies
from catalog.readiness.checks.windows import Day

_WORKING = 5 / 7 / 24  # working days an hour


def answers(day: Day, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge how fast and how often outsiders got an answer in a year."""
    place = [Cite(repository=repository.url)]
    match replies(facts, day):
        case Unseen(unseen=reason):
            return unseen(repository, reason)
        case Absent():
            return _few(facts, 0, place)
        case Found(found=told) if told.opened < day.limits["replies-enough"] and not told.capped:
            return _few(facts, told.opened, place)
        case Found(found=told):
            if day.is_stale(repository, "activity"):
                return judged("unknown", "stale", place, read=day.read_on(repository))
            found = _counted(told, day.limits, place)
            more = (Statement(code="replies-capped"),) if told.capped else ()
            return Judged(found.status, (*found.because, *more))


def _few(facts: RepositoryFacts, opened: int, place: list[Cite]) -> Judged:
    told = about(facts)
    if told is not None and told.tracker is False:
        return judged("unknown", "replies-tracker-off", place)
    return judged("unknown", "replies-few", place, count=opened)


def _counted(told: Replies, limits: Mapping[str, float], place: list[Cite]) -> Judged:
    if told.median_hours is None:
        return judged("fail", "replies-none", place, opened=told.opened)
    days = told.median_hours * _WORKING
    return judged(
        _status(told, days, limits), "replies-counted", place,
        opened=told.opened, answered=told.answered, days=max(1, ceil(days)), closed=told.closed,
    )  # fmt: skip


def _status(told: Replies, days: float, limits: Mapping[str, float]) -> Status:
    """Apply the rule; the median says something only where at least half were answered at all."""
    closed = told.closed / told.opened
    half = 2 * told.answered >= told.opened
    if half and days <= limits["replies-days"] and closed >= limits["replies-closed"]:
        return "pass"
    slow = half and days <= limits["replies-days-partly"]
    return "partial" if slow or closed >= limits["replies-closed-partly"] else "fail"
