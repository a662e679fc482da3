"""How outsiders are answered (MNT-3): few contacts are too little to say, never a bad mark.

The forge tells hours between question and answer. Five of seven days are working days, so that five
working days are a week; public holidays are not taken off.
"""

from datetime import date
from math import ceil

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import RepositoryFacts
from catalog.models.forge import Replies
from catalog.models.project import ProjectRepository
from catalog.models.verdict import Cite, Statement, Status
from catalog.readiness.checks.evidence_of import Judged, judged, unseen
from catalog.readiness.checks.told import about, replies
from catalog.readiness.checks.windows import is_stale, read_on

_ENOUGH = 5
_QUICK, _SLOW = 5.0, 20.0  # working days
_MOST, _SOME = 0.7, 0.4  # of what was opened is closed
_WORKING = 5 / 7 / 24  # working days an hour


def answers(today: date, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge how fast and how often outsiders got an answer in a year."""
    place = [Cite(repository=repository.url)]
    match replies(facts, today):
        case Unseen(unseen=reason):
            return unseen(repository, reason)
        case Absent():
            return _few(facts, 0, place)
        case Found(found=told) if told.opened < _ENOUGH and not told.capped:
            return _few(facts, told.opened, place)
        case Found(found=told):
            if is_stale(repository, today, "activity"):
                return judged("unknown", "stale", place, read=read_on(repository, today))
            found = _counted(told, place)
            more = (Statement(code="replies-capped"),) if told.capped else ()
            return Judged(found.status, (*found.because, *more))


def _few(facts: RepositoryFacts, opened: int, place: list[Cite]) -> Judged:
    told = about(facts)
    if told is not None and told.tracker is False:
        return judged("unknown", "replies-tracker-off", place)
    return judged("unknown", "replies-few", place, count=opened)


def _counted(told: Replies, place: list[Cite]) -> Judged:
    if told.median_hours is None:
        return judged("fail", "replies-none", place, opened=told.opened)
    days = told.median_hours * _WORKING
    return judged(
        _status(told, days), "replies-counted", place,
        opened=told.opened, answered=told.answered, days=max(1, ceil(days)), closed=told.closed,
    )  # fmt: skip


def _status(told: Replies, days: float) -> Status:
    """Apply the rule; the median says something only where at least half were answered at all."""
    closed = told.closed / told.opened
    half = 2 * told.answered >= told.opened
    if half and days <= _QUICK and closed >= _MOST:
        return "pass"
    return "partial" if (half and days <= _SLOW) or closed >= _SOME else "fail"
