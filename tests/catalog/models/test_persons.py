"""Persons are named by their own consent only, which runs out."""

from datetime import date

import pytest
from pydantic import ValidationError

from catalog.models.curated import Consent, Contact, expired

GIVEN = date(2026, 3, 1)


def consent(until: date, given: date = GIVEN) -> Consent:
    """Make a consent."""
    return Consent(by="egen ändringsförfrågan", date=given, until=until)


@pytest.mark.parametrize(
    ("given", "until"),
    [
        (GIVEN, date(2028, 3, 1)),
        (GIVEN, GIVEN),
        (date(2024, 2, 29), date(2026, 2, 28)),
    ],
)
def test_a_consent_holds_for_24_months_at_most(given: date, until: date) -> None:
    """The same day two years later is the latest."""
    assert until == consent(until, given).until


@pytest.mark.parametrize("until", [date(2028, 3, 2), date(2026, 2, 28)])
def test_a_consent_that_cannot_hold_is_refused(until: date) -> None:
    """Neither longer than 24 months, nor over before it was given; the last day is said."""
    with pytest.raises(ValidationError, match=f"a consent of 2026-03-01 .*{until}"):
        consent(until)


@pytest.mark.parametrize(
    ("today", "over"),
    [(date(2026, 9, 1), False), (date(2027, 1, 31), False), (date(2027, 2, 1), True)],
)  # fmt: skip
def test_the_last_day_of_a_consent_counts(today: date, over: bool) -> None:  # noqa: FBT001 - a case
    """It has run out the day after."""
    assert over == expired(consent(date(2027, 1, 31)), today)


def test_nobody_is_named_without_consent() -> None:
    """A name alone is refused, wherever a contact may stand."""
    with pytest.raises(ValidationError, match="consent"):
        Contact.model_validate({"role": "Support", "person": {"name": "N. N.", "role": "Chef"}})
