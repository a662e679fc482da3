"""Facts that people state: plain or qualified, and in one form only."""

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from catalog.models.curated import Count, DayOrYear, Fact, Quantity, Stewardship, Text, value_of


@pytest.mark.parametrize(
    "written", ["2027-01-31", {"value": "2027-01-31", "qualifier": "min", "asOf": "2026-01-01"}]
)
def test_a_fact_says_the_same_plain_and_qualified(written: Any) -> None:
    """Who only wants the value need not know how it was written."""
    stated = Stewardship.model_validate({"supportUntil": written})
    assert date(2027, 1, 31) == value_of(stated.support_until)


def test_nothing_stated_has_no_value() -> None:
    """Unknown stays unknown."""
    assert value_of(Stewardship().support_until) is None


def test_a_count_keeps_what_is_known_about_it() -> None:
    """A quantity is a qualified number, with its reference."""
    count = TypeAdapter(Count).validate_python({"value": 170, "qualifier": "about", "ref": "a"})
    assert isinstance(count, Quantity)
    assert (170, "about", "a") == (count.value, count.qualifier, count.ref)


@pytest.mark.parametrize(
    ("form", "written"),
    [
        (Text, 17), (Text, {"se": "Hej"}), (Text, {}), (Text, ""), (Text, None), (Text, ["a"]),
        (Count, "17"), (Count, True), (Count, -1), (Count, 1.5), (Count, {"value": "many"}),
        (Count, {"qualifier": "about"}),
        (DayOrYear, 20261), (DayOrYear, True), (DayOrYear, "2026"), (DayOrYear, "2026-X-X"),
        (DayOrYear, "2026-02-30"), (DayOrYear, "2026-01-01T00:00:00"),
    ],
)  # fmt: skip
def test_a_fault_is_one_fault(form: Any, written: Any) -> None:
    """A value that may be written in two forms is told about in the one that was meant."""
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(form).validate_python(written)
    assert 1 == raised.value.error_count()


def test_a_year_and_a_day_are_told_apart() -> None:
    """Both may be qualified as well."""
    form = TypeAdapter(Fact[DayOrYear])
    written: list[Any] = [2016, "2016-05-01", {"value": 2016, "qualifier": "derived"}]
    values = [value_of(form.validate_python(one)) for one in written]
    assert [2016, date(2016, 5, 1), 2016] == values
