"""How to reach those responsible: functions, and a person only by their own consent."""

import datetime as dt

from pydantic import model_validator

from catalog.models.address import Address
from catalog.models.base import Curated
from catalog.models.curated.refusal import refusal
from catalog.models.curated.words import Day, Line, Mailbox

MOST_YEARS = 2  # a consent holds for 24 months at most


class Consent(Curated):
    """Who said yes, when, and until when it holds."""

    by: Line
    date: Day
    until: Day

    @model_validator(mode="after")
    def _holds_for_a_while(self) -> "Consent":
        latest = _years_later(self.date, MOST_YEARS)
        if not self.date <= self.until <= latest:
            message = f"a consent of {self.date} cannot hold until {self.until}"
            hint = f"write a date of at most 24 months later: {latest}"
            raise refusal("refused", message, hint, ("until",))
        return self


class Person(Curated):
    """A person who is named by their own act."""

    name: Line
    role: Line
    consent: Consent


class Contact(Curated):
    """A function with a mailbox or a form; a person beside it only with their consent."""

    role: Line
    mailbox: Mailbox | None = None
    form: Address | None = None
    confirmed: Day | None = None
    person: Person | None = None


def expired(consent: Consent, today: dt.date) -> bool:
    """Tell whether a consent has run out; its last day still counts."""
    return consent.until < today


def _years_later(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year + years, day=28)
