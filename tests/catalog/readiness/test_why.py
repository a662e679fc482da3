"""Why each check is asked, and where it is answered: beside the model, one to one with it."""

import pytest

from catalog.readiness.model import load
from catalog.readiness.places import PLACES
from catalog.readiness.why import why

CHECKS = [check.id for check in load().checks]


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_says_why_in_both_languages(check: str) -> None:
    """A reason is a sentence or two, not the question again."""
    said = {why(check, "sv"), why(check, "en")}
    assert 2 == len(said)
    assert all(text and text.endswith(".") and len(text) > 40 for text in said)


def test_nothing_is_said_of_a_check_that_is_not_there() -> None:
    """A check that a catalogue adds may have no reason."""
    assert why("XXX-1", "sv") is None


def test_places_are_those_of_checks() -> None:
    """Every place belongs to a check, and leads to a file or a key."""
    assert set(PLACES) <= set(CHECKS)
    assert all(place.file or place.key for place in PLACES.values())
