"""Codes and numbers of bodies are strings of one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from catalog.models.curated import Body


def body(**given: object) -> Body:
    """Make a body as people write one."""
    return Body.model_validate({"id": "b", "type": "region", "name": "B"} | given)


@pytest.mark.parametrize("number", ["212000-1157", "212000-1553"])
def test_an_organisation_number_adds_up(number: str) -> None:
    """The last digit is the check digit of the nine before."""
    assert number == body(orgNumber=number).org_number


@given(st.integers(0, 9))
def test_only_one_check_digit_is_right(digit: int) -> None:
    """Any other last digit is a slip of the pen."""
    if digit == 7:
        return
    with pytest.raises(ValidationError, match="does not add up"):
        body(orgNumber=f"212000-115{digit}")


@pytest.mark.parametrize("number", ["2120001157", "16212000-1157", "212000 1157", 2120001157, ""])
def test_an_organisation_number_has_one_form(number: object) -> None:
    """Ten digits with a hyphen."""
    with pytest.raises(ValidationError):
        body(orgNumber=number)


@pytest.mark.parametrize("code", [114, "114", "01140", "O114"])
def test_a_municipality_code_keeps_its_zero(code: object) -> None:
    """Four digits, as text."""
    with pytest.raises(ValidationError):
        body(municipalityCode=code)
