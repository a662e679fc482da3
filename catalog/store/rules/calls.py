"""The life of a call: steps that may follow each other, dates in order, and who has answered."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from pydantic import ValidationError

from catalog.models.curated import Call, CallStatus
from catalog.models.curated.calls import LONGEST, NEXT, WELCOMING
from catalog.models.problem import Problem
from catalog.store.rules.places import Place

_AT_WORK = ("agreed", "active")


def lives(places: Sequence[Place], today: date) -> Iterable[Problem]:
    """Judge every call that is whole; what a call lacks in itself is told where it is read."""
    for place in places:
        if place.above[:1] == ("calls",) and len(place.above) == 2 and place.step == "id":  # noqa: PLR2004
            try:
                call = Call.model_validate(place.document.value(place.above))
            except ValidationError:
                continue
            yield from _steps(place, call)
            yield from _days(place, call, today)
            yield from _parties(place, call)


def following(before: Sequence[CallStatus]) -> tuple[CallStatus, ...]:
    """Return what may come after these statuses, the first of which comes after a draft."""
    if not before:
        return ("draft", *NEXT["draft"])
    last = before[-1]
    if not NEXT[last]:
        return ()
    rested: CallStatus = next((s for s in reversed(before) if s != "paused"), "draft")
    return (*NEXT[last], rested) if last == "paused" else (last, *NEXT[last])


def _steps(place: Place, call: Call) -> Iterable[Problem]:
    """Each step may follow those before it, and the last one is the call's status."""
    statuses = [step.status for step in call.history]
    for number, status in enumerate(statuses):
        before = statuses[:number]
        allowed = following(before)
        if status not in allowed:
            was = f"that is '{before[-1]}'" if before else "that is new"
            message = f"a call {was} does not become '{status}'"
            yield place.beside(("history", number, "status"), "call-step", message, _after(allowed))
    if statuses and statuses[-1] != call.status:
        message = f"the call is '{call.status}', and its history ends at '{statuses[-1]}'"
        hint = "add the step and its date to 'history', or correct 'status'"
        yield place.beside(("status",), "call-step", message, hint)


def _after(allowed: Sequence[CallStatus]) -> str:
    if not allowed:
        return "that was its end: write a new call, with an id of its own"
    return f"after it comes {_or(allowed)}: add the step that is missing, or correct this one"


def _or(words: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _days(place: Place, call: Call, today: date) -> Iterable[Problem]:
    for number, (before, step) in enumerate(pairwise(call.history), 1):
        if step.date < before.date:
            message = f"this step is of {step.date}, and the one above it of {before.date}"
            path = ("history", number, "date")
            yield place.beside(path, "call-dates", message, "write the steps oldest first")
    for number, step in enumerate(call.history):
        if step.date > today:
            message = f"this step is of {step.date}, which is still to come"
            hint = "write what has been, with the day on which it was"
            yield place.beside(("history", number, "date"), "future-date", message, hint)
    if call.status in WELCOMING:
        yield from _of_open(place, call, today)
    if call.status == "paused" and call.paused_until and call.paused_until < today:
        message = f"the pause was to end on {call.paused_until}"
        yield place.beside(
            ("pausedUntil",), "review-due", message, "ask its owner if it goes on", "warning"
        )


def _of_open(place: Place, call: Call, today: date) -> Iterable[Problem]:
    """An open call has a last day, at most 180 days after its owner said that it holds."""
    longest = call.longest(today)
    if longest and call.review_by and call.review_by > longest:
        message = f"'reviewBy' is more than {LONGEST} days after {call.confirmed(today)}"
        hint = (
            f"write {longest} at the latest, or add to 'history' when its owner last confirmed it"
        )
        yield place.beside(("reviewBy",), "call-dates", message, hint)
    if call.deadline and call.deadline < today:
        message = f"the deadline passed on {call.deadline}: the call is shown as expired"
        hint = "ask its owner how it went, then write the outcome and close the call"
        yield place.beside(("deadline",), "review-due", message, hint, "warning")


def _parties(place: Place, call: Call) -> Iterable[Problem]:
    """The owner is no participant of its own, nobody is there twice, and work has partners."""
    seen: set[str] = set()
    for number, participant in enumerate(call.participants):
        path = ("participants", number, "body")
        if participant.body == call.owner:
            hint = "name those who have answered; the owner is in the call already"
            yield place.beside(path, "call-parties", "the owner is among the participants", hint)
        elif participant.body in seen:
            hint = "keep the latest, with how far it goes along now"
            yield place.beside(path, "call-parties", f"'{participant.body}' is there twice", hint)
        seen.add(participant.body)
    others = [p for p in call.participants if p.body != call.owner]
    if call.status == "forming" and not others:
        hint = "name who is interested under 'participants', or write 'status: open'"
        message = "a call that is 'forming' names no body that has answered"
        yield place.beside(("status",), "call-parties", message, hint)
    if call.status in _AT_WORK and all(p.role == "interested" for p in others):
        hint = "write under 'participants' who takes part, funds or leads"
        message = f"a call that is '{call.status}' names no body that has committed itself"
        yield place.beside(("status",), "call-parties", message, hint)
