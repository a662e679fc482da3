"""How old a value may be before it counts as unknown (the data model's limits)."""

from datetime import date

HARVEST_DAYS = 30
CONTACT_MONTHS = 12
ADOPTION_MONTHS = 24
DECLARATION_MONTHS = 24
SCALE_MONTHS = 36


def months_between(earlier: date, later: date) -> int:
    """Return the whole months from one day to another."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)


def is_stale(said: date | None, months: int, today: date) -> bool:
    """Tell whether a dated value is past its limit; one without a date never is."""
    return said is not None and months_between(said, today) >= months
