"""A call for collaboration as it stands on a day: what its owner wrote, and what time has done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple, get_args

from catalog.models.curated import Call, CallStatus, CallType, Participant, Participation, Text
from catalog.models.curated.calls import WELCOMING

UNDER_WAY: tuple[CallStatus, ...] = ("agreed", "active", "paused")
ENDED: tuple[CallStatus, ...] = ("done", "expired", "withdrawn")
# Bodies that do more than talk bind themselves to each other, which procurement law looks at.
JOINT: frozenset[CallType] = frozenset(
    {"pilot-partner", "adopt-together", "co-develop", "co-fund", "joint-procurement", "maintainer"}
)
COMMITMENT: tuple[Participation, ...] = get_args(Participation)  # the least first


class Moment(NamedTuple):
    """A change of status. ``by_date``: nobody wrote it, a date or an answer has made it so."""

    on: date
    status: CallStatus
    note: Text | None = None
    by_date: bool = False


def closes(call: Call, today: date) -> date | None:
    """Return the last day on which a call can be open, which still counts.

    That is the earliest of its deadline, its ``reviewBy``, and 180 days after its owner last said
    that it holds; steps still to come do not count. None for a call that was never opened.
    """
    days = (call.deadline, call.review_by, call.longest(today))
    return min((day for day in days if day), default=None)


def status_on(call: Call, today: date) -> CallStatus:
    """Return the status a call has on a day; never open or forming after its last day."""
    if call.status not in WELCOMING:
        return call.status
    last = closes(call, today)
    if last is None or call.published is None or call.published > today:
        return "draft"
    if last < today:
        return "expired"
    return "forming" if _answered(call, today) else call.status


def is_public(call: Call, today: date) -> bool:
    """Tell whether pages may show it: not a draft, and not the catalogue's own idea."""
    return call.proposed_by == "body" and status_on(call, today) != "draft"


@dataclass(frozen=True)
class Standing:
    """A call on a day."""

    call: Call
    today: date

    @cached_property
    def status(self) -> CallStatus:
        """How far it has come."""
        return status_on(self.call, self.today)

    @cached_property
    def closes(self) -> date | None:
        """The last day on which it is open."""
        return closes(self.call, self.today)

    @property
    def is_open(self) -> bool:
        """Whether a body can still answer."""
        return self.status in WELCOMING

    @property
    def is_joint(self) -> bool:
        """Whether the bodies bind themselves to each other, so that procurement law matters."""
        return self.call.type in JOINT

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Who has answered, the most committed first, then the earliest."""
        said = (p for p in self.call.participants if p.since is None or p.since <= self.today)
        return tuple(sorted(said, key=_most_committed))

    @property
    def history(self) -> tuple[Moment, ...]:
        """What has been, oldest first, with what dates and answers have changed."""
        call = self.call
        written = [Moment(s.date, s.status, s.note) for s in call.history if s.date <= self.today]
        known = {moment.status for moment in written}
        if call.published and "open" not in known and call.published <= self.today:
            written.append(Moment(call.published, "open"))
        if self.status != call.status and (made := self._made()):
            written.append(made)
        return tuple(sorted(written, key=lambda moment: moment.on))

    def _made(self) -> Moment | None:
        """Return what has become of it by itself, where the day is known."""
        if self.status == "expired" and self.closes:
            return Moment(self.closes + timedelta(days=1), "expired", by_date=True)
        answers = [p.since for p in self.participants if p.since and p.body != self.call.owner]
        if self.status == "forming" and answers and self.call.published:
            return Moment(max(min(answers), self.call.published), "forming", by_date=True)
        return None


def standings(calls: Iterable[Call], today: date) -> tuple[Standing, ...]:
    """Return the calls that pages may show: open ones by last day, then the others, latest first.

    What was proposed by the catalogue is the owner's to decide on and never among them.
    """
    shown = [Standing(call, today) for call in calls if is_public(call, today)]
    still = sorted((s for s in shown if s.is_open), key=_soonest)
    rest = sorted((s for s in shown if not s.is_open), key=lambda s: s.call.id)
    rest.sort(key=lambda s: max((m.on for m in s.history), default=date.min), reverse=True)
    return (*still, *rest)


def _soonest(standing: Standing) -> tuple[date, str]:
    return standing.closes or date.max, standing.call.id


def _most_committed(participant: Participant) -> tuple[int, date, str]:
    place = -COMMITMENT.index(participant.role)
    return place, participant.since or date.max, participant.body


def _answered(call: Call, today: date) -> bool:
    """Tell whether another body than the owner has said that it is interested."""
    return any(
        p.body != call.owner and (p.since is None or p.since <= today) for p in call.participants
    )
