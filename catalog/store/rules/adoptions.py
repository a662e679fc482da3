"""The course of an adoption: steps in order, days that have been, and why a trial stopped."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from pydantic import ValidationError

from catalog.models.curated import Adoption
from catalog.models.curated.adoptions import OVER
from catalog.models.problem import Problem
from catalog.store.rules.places import Place


def courses(places: Sequence[Place], today: date) -> Iterable[Problem]:
    """Judge every adoption that is whole; what it lacks in itself is told where it is read."""
    for place in places:
        if place.above[:1] == ("adoptions",) and len(place.above) == 2 and place.step == "id":  # noqa: PLR2004
            try:
                adoption = Adoption.model_validate(place.document.value(place.above))
            except ValidationError:
                continue
            yield from _days(place, adoption, today)
            yield from _steps(place, adoption, today)
            yield from _reasons(place, adoption)


def _days(place: Place, adoption: Adoption, today: date) -> Iterable[Problem]:
    """It begins before it ends, and has done what is said of it."""
    since, until = adoption.begun, adoption.ended
    for key, day in (("since", since), ("until", until)):
        if day and _earliest(day) > today:
            message, hint = f"'{key}' is {day}, which is still to come", "write what has been"
            yield place.beside((key,), "future-date", message, hint, "warning")
    if since and until and _latest(until) < _earliest(since):
        message = f"it ended in {until} and began in {since}"
        yield place.beside(("until",), "adoption-dates", message, "correct one of the two")


def _steps(place: Place, adoption: Adoption, today: date) -> Iterable[Problem]:
    """Steps stand oldest first, have been, and end at the stage of today."""
    for number, (before, step) in enumerate(pairwise(adoption.history), 1):
        if _latest(step.date) < _earliest(before.date):
            message = f"this step is of {step.date}, and the one above it of {before.date}"
            path = ("history", number, "date")
            yield place.beside(path, "adoption-dates", message, "write the steps oldest first")
    for number, step in enumerate(adoption.history):
        if _earliest(step.date) > today:
            message = f"this step is of {step.date}, which is still to come"
            hint = "write what has been, with the day or the year from which it was so"
            yield place.beside(("history", number, "date"), "future-date", message, hint)
    last = adoption.history[-1].stage if adoption.history else adoption.stage
    if last != adoption.stage:
        message = f"the stage is '{adoption.stage}', and the history ends at '{last}'"
        hint = "add the step and its date to 'history', or correct 'stage'"
        yield place.beside(("stage",), "adoption-step", message, hint)


def _reasons(place: Place, adoption: Adoption) -> Iterable[Problem]:
    """Why somebody stopped is what others learn most of."""
    told = adoption.outcome or adoption.blockers or any(step.note for step in adoption.history)
    if adoption.stage in OVER and not told:
        message = f"it is '{adoption.stage}', and nothing says why"
        hint = "ask, and write 'outcome' or 'blockers': others learn most of this"
        yield place.beside(("stage",), "stopped-unexplained", message, hint, "warning")


def _earliest(day: date | int) -> date:
    return date(day, 1, 1) if isinstance(day, int) else day


def _latest(day: date | int) -> date:
    return date(day, 12, 31) if isinstance(day, int) else day
