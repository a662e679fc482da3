"""Calls for collaboration, and what each step of their life asks for."""

from datetime import date, timedelta
from typing import Literal, TypeAlias

from pydantic import model_validator

from catalog.models.address import Address
from catalog.models.base import Curated
from catalog.models.curated.persons import Contact
from catalog.models.curated.quantities import Fact
from catalog.models.curated.refusal import refusal
from catalog.models.curated.words import Currency, Day, Line, Number, Slug, Text

CallType: TypeAlias = Literal[
    "experience", "pilot-partner", "adopt-together", "co-develop", "co-fund", "joint-procurement",
    "user-group", "review", "maintainer", "handover",
]  # fmt: skip
CallStatus: TypeAlias = Literal[
    "draft", "open", "forming", "agreed", "active", "done", "expired", "withdrawn", "paused"
]
Participation: TypeAlias = Literal["interested", "taking-part", "co-funding", "leading"]
Proposer: TypeAlias = Literal["body", "catalog"]

LONGEST = 180  # days that a call stands without its owner saying that it still holds
WELCOMING: tuple[CallStatus, ...] = ("open", "forming")

# What a status may become. A pause ends where it began; the same status again is the owner saying
# that it still holds.
NEXT: dict[CallStatus, tuple[CallStatus, ...]] = {
    "draft": ("open", "withdrawn", "paused"),
    "open": ("forming", "expired", "withdrawn", "paused"),
    "forming": ("agreed", "expired", "withdrawn", "paused"),
    "agreed": ("active", "withdrawn", "paused"),
    "active": ("done", "withdrawn", "paused"),
    "paused": ("withdrawn",),
    "done": (),
    "expired": (),
    "withdrawn": (),
}

_TO_OPEN = ("ask", "offer", "contact", "published", "review_by")
_ASKED_FOR: dict[CallStatus, tuple[str, ...]] = {
    "open": _TO_OPEN,
    "forming": _TO_OPEN,
    "agreed": (*_TO_OPEN, "legal_form"),
    "active": (*_TO_OPEN, "legal_form"),
    "done": ("outcome",),
    "paused": ("paused_until",),
}


class Need(Curated):
    """What the call needs from those who join."""

    effort_hours: Fact[Number] | None = None
    money: Fact[Number] | None = None
    currency: Currency = "SEK"
    skills: tuple[Line, ...] = ()
    decision_level: Text | None = None
    note: Text | None = None


class Participant(Curated):
    """A body that has answered a call, and how far it goes along."""

    body: Slug
    role: Participation
    since: Day | None = None
    note: Text | None = None
    ref: Slug | None = None


class Step(Curated):
    """A change of a call's status that has been."""

    date: Day
    status: CallStatus
    note: Text | None = None


class Call(Curated):
    """A collaboration call. A draft proposed by the catalogue is never shown as a body's own."""

    id: Slug
    type: CallType
    status: CallStatus
    title: Text
    owner: Slug
    ask: Text | None = None
    offer: Text | None = None
    contact: Contact | None = None
    published: Day | None = None
    review_by: Day | None = None
    project: Slug | None = None
    need: Need | None = None
    benefit: Text | None = None
    scope: Text | None = None
    deadline: Day | None = None
    paused_until: Day | None = None
    participants: tuple[Participant, ...] = ()
    legal_form: Text | None = None
    open_to: Text | None = None
    link: Address | None = None
    outcome: Text | None = None
    history: tuple[Step, ...] = ()
    proposed_by: Proposer = "body"

    def confirmed(self, today: date) -> date | None:
        """Return when its owner last said that it is open; steps still to come do not count."""
        held = [s.date for s in self.history if s.status in WELCOMING and s.date <= today]
        return max([*held, *([self.published] if self.published else [])], default=None)

    def longest(self, today: date) -> date | None:
        """Return the last day on which it can be open without being confirmed again."""
        said = self.confirmed(today)
        return said + timedelta(days=LONGEST) if said else None

    @model_validator(mode="after")
    def _is_as_far_as_it_says(self) -> "Call":
        if self.proposed_by == "catalog" and self.status != "draft":
            message = f"a call proposed by the catalogue is '{self.status}'"
            hint = "keep it a draft until the owner confirms it; then leave proposedBy out"
            raise refusal("refused", message, hint, ("status",))
        asked_for = _ASKED_FOR.get(self.status, ())
        missing = [name for name in asked_for if getattr(self, name) is None]
        if missing:
            keys = ", ".join(self.key(name) for name in missing)
            message = f"a call that is '{self.status}' has no {keys}"
            hint = f"add {keys}, or write 'status: draft'"
            raise refusal("refused", message, hint, ("status",))
        return self
