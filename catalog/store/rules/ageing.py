"""What has run out: consents, calls, and facts past the time for which they count."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from catalog.models import freshness
from catalog.models.problem import Problem
from catalog.store.rules.places import Place
from catalog.yaml_lines import Path

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SAID_ON = ("asOf", "confirmed")
_CLOSED = ("done", "expired", "withdrawn")
_MONTHS = {freshness.CONTACT: 12, freshness.DECLARATION: 24, freshness.SCALE: 36}


def consents(places: Sequence[Place], today: date) -> Iterable[Problem]:
    """A person is named for as long as their consent holds; its last day still counts."""
    for place in places:
        given = place.value if place.key == "consent" and isinstance(place.value, dict) else {}
        until = _day(given.get("until"))
        if until and until < today:
            at = Place(place.document, place.path, "until", "until", until)
            hint = "remove the person, or renew the consent"
            yield at.problem("expired-consent", f"the consent ran out on {until}", hint)


def reviews(places: Sequence[Place], today: date) -> Iterable[Problem]:
    """A call is looked at again by its day, unless it is closed."""
    for place in places:
        due = _day(place.value) if place.key == "reviewBy" else None
        call = place.document.value(place.above) if due and due < today else None
        if isinstance(call, dict) and call.get("status") not in _CLOSED:
            message = f"the call was to be reviewed by {due}"
            hint = "ask its owner, then move the date on, or close the call"
            yield place.problem("review-due", message, hint, severity="warning")


def still_to_come(places: Sequence[Place], today: date) -> Iterable[Problem]:
    """Nobody knows today what holds tomorrow."""
    for place in places:
        day = _day(place.value) if place.key in _SAID_ON else None
        if day and day > today:
            message = f"'{place.key}' is {day}, which is still to come"
            hint = "write the day on which somebody said it"
            yield place.problem("future-date", message, hint, severity="warning")


def old(places: Sequence[Place], today: date) -> Iterable[Problem]:
    """Each entry is named once, at its oldest fact, however many of its facts are old."""
    entries: dict[tuple[str, Path], list[tuple[date, Place]]] = {}
    for place in places:
        day = _day(place.value) if place.key in _SAID_ON else None
        if day and today - day > timedelta(days=_window(place)):
            entry = (place.document.file, place.path[:2])
            entries.setdefault(entry, []).append((day, place))
    for found in entries.values():
        yield _old(found)


def _old(found: list[tuple[date, Place]]) -> Problem:
    day, place = min(found, key=lambda one: one[0])
    months = _MONTHS[_window(place)]
    others = f" ({len(found) - 1} more in this entry)" if len(found) > 1 else ""
    message = f"'{place.key}' is {day}, and counts for {months} months{others}"
    hint = f"ask again and renew '{place.key}'; until then it is shown struck, as unknown"
    return place.problem("stale", message, hint, severity="warning")


def _window(place: Place) -> int:
    if place.key == "confirmed":
        return freshness.CONTACT
    scale = "scale" in place.above or "population" in place.above
    return freshness.SCALE if scale else freshness.DECLARATION


def _day(value: Any) -> date | None:  # noqa: ANN401 - as it stands in the file
    """Read a date; what is none is told by the models."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
