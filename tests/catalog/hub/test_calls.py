"""A call on a day: its life, its last day, who has answered, and what pages may show."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.hub.calls import (
    ENDED,
    UNDER_WAY,
    Moment,
    Standing,
    closes,
    standings,
    status_on,
)
from catalog.models.curated import Call
from catalog.models.curated.calls import LONGEST, NEXT, WELCOMING
from catalog.store.rules.calls import following

OPENED = date(2026, 3, 1)
TODAY = date(2026, 5, 1)
WRITTEN: dict[str, Any] = {
    "id": "c", "type": "co-develop", "status": "open", "title": "T", "owner": "b", "ask": "A",
    "offer": "O", "contact": {"role": "IT"}, "published": OPENED, "reviewBy": date(2026, 8, 1),
}  # fmt: skip
PROVBY = {"body": "provby", "role": "interested", "since": date(2026, 4, 1)}


def call(**given: Any) -> Call:
    """Make an open call with something else about it."""
    return Call.model_validate(WRITTEN | given)


DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
ANSWERS = st.builds(
    lambda body, since: {"body": body, "role": "interested", "since": since},
    st.sampled_from("bcd"), st.none() | DAYS,
)  # fmt: skip
CALLS = st.builds(
    call,
    status=st.sampled_from(["draft", "open", "forming", "agreed", "active", "withdrawn"]),
    published=DAYS,
    reviewBy=DAYS,
    deadline=st.none() | DAYS,
    participants=st.lists(ANSWERS, max_size=3),
    history=st.lists(
        st.builds(lambda on, s: {"date": on, "status": s}, DAYS, st.sampled_from(WELCOMING)),
        max_size=3,
    ),
    legalForm=st.just("Avtal"),
)


@given(CALLS, DAYS)
def test_no_call_is_open_after_any_of_its_dates(made: Call, today: date) -> None:
    """Whatever its owner wrote: deadline, review and 180 days all close it."""
    if status_on(made, today) in WELCOMING:
        confirmed = [made.published, *(s.date for s in made.history if s.date <= today)]
        last = max(day for day in confirmed if day) + timedelta(days=LONGEST)
        ends = [made.deadline, made.review_by, last]
        assert today <= min(day for day in ends if day)


@given(st.lists(CALLS, max_size=6), DAYS)
def test_what_is_listed_first_is_open_and_soonest(made: list[Call], today: date) -> None:
    """Open ones stand by their last day, and no open one among the others."""
    shown = standings(made, today)
    still = [one for one in shown if one.is_open]
    assert list(shown[: len(still)]) == still
    assert [one.closes for one in still] == sorted(one.closes for one in still if one.closes)


@given(CALLS, DAYS)
def test_the_history_ends_at_what_the_day_has_made(made: Call, today: date) -> None:
    """A change that nobody wrote is told as one that a date has made, and never of a later day."""
    history = Standing(made, today).history
    assert all(moment.on <= today for moment in history)
    if status_on(made, today) == "expired":
        assert "expired" in {moment.status for moment in history if moment.by_date}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({}, "open"),
        ({"deadline": TODAY}, "open"),  # the last day still counts
        ({"deadline": date(2026, 4, 30)}, "expired"),
        ({"reviewBy": date(2026, 4, 30)}, "expired"),
        ({"published": date(2025, 10, 1)}, "expired"),  # 180 days
        ({"published": date(2025, 10, 1),
          "history": [{"date": "2026-03-01", "status": "open"}]}, "open"),  # confirmed since
        ({"published": date(2026, 5, 2)}, "draft"),
        ({"participants": [PROVBY]}, "forming"),
        ({"participants": [PROVBY | {"since": date(2026, 5, 2)}]}, "open"),
        ({"participants": [PROVBY | {"body": "b"}]}, "open"),  # the owner itself
        ({"participants": [PROVBY], "deadline": date(2026, 4, 30)}, "expired"),
        ({"status": "forming"}, "forming"),
        ({"status": "agreed", "legalForm": "Avtal", "deadline": date(2026, 4, 1)}, "agreed"),
        ({"status": "paused", "pausedUntil": date(2026, 4, 1)}, "paused"),
        ({"status": "done", "outcome": "U"}, "done"),
    ],
)  # fmt: skip
def test_status_on_a_day(written: dict[str, Any], expected: str) -> None:
    """Dates and answers decide what is open; the rest is as its owner says."""
    assert expected == status_on(call(**written), TODAY)


def test_a_call_that_was_never_opened_has_no_last_day() -> None:
    """A draft of a title alone."""
    assert closes(call(status="draft", published=None, reviewBy=None), TODAY) is None


def test_what_the_catalogue_proposes_is_not_shown() -> None:
    """Nor is a draft of the body's own."""
    drafts = [call(status="draft"), call(status="draft", proposedBy="catalog")]
    assert () == standings(drafts, TODAY)


def test_the_most_committed_stands_first() -> None:
    """Then the one that said so first."""
    answers = [PROVBY, PROVBY | {"body": "d", "role": "leading"}, PROVBY | {"body": "a"}]
    bodies = [p.body for p in Standing(call(participants=answers), TODAY).participants]
    assert ["d", "a", "provby"] == bodies


def test_a_date_that_has_closed_it_is_in_the_history() -> None:
    """The day after its last, and marked as nobody's own words."""
    shown = Standing(call(deadline=date(2026, 4, 1)), TODAY)
    expired = Moment(date(2026, 4, 2), "expired", by_date=True)
    assert (Moment(OPENED, "open"), expired) == shown.history


def test_an_answer_that_has_moved_it_is_in_the_history() -> None:
    """The first answer makes an open call one that finds partners."""
    moments = Standing(call(participants=[PROVBY]), TODAY).history
    assert Moment(date(2026, 4, 1), "forming", by_date=True) == moments[-1]


def test_every_status_has_its_place() -> None:
    """Open, under way, ended or a draft; what has ended goes nowhere."""
    assert {*WELCOMING, *UNDER_WAY, *ENDED, "draft"} == set(NEXT)
    assert [()] * 3 == [NEXT[status] for status in ENDED]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (["open", "paused"], ("withdrawn", "open")),
        (["open"], ("open", "forming", "expired", "withdrawn", "paused")),
        (["paused"], ("withdrawn", "draft")),
        (["done"], ()),
    ],
)
def test_what_may_follow(before: list[Any], expected: tuple[str, ...]) -> None:
    """A pause ends where it began; the same again confirms; an end is an end."""
    assert expected == following(before)
