"""The model's verdicts are held to those of people who have read the same repositories."""

from collections import Counter

import pytest

from tests.agreement import Compared, compared, kinds, labelled

FEWEST = 30  # repositories
ALL, OF_A_CHECK = 0.975, 0.8


@pytest.fixture(name="every", scope="module")
def _every() -> list[Compared]:
    return list(compared())


def test_enough_is_labelled() -> None:
    """The set holds repositories of many bodies and of every kind."""
    those = labelled()
    owners = {one.repository.split("/")[3].lower() for one in those}
    assert FEWEST <= len(those)
    assert FEWEST / 2 <= len(owners)
    assert {"app", "addon", "library", "config", "site", "docs"} == {one.kind for one in those}


def test_what_is_said_to_be_met_or_not_met_is_right(every: list[Compared]) -> None:
    """Precision first: a reader could say the same of every verdict that decides."""
    wrong = [f"{one.check} {one.repository}: {one.ours}" for one in every if one.is_wrong]
    assert [] == wrong


def test_verdicts_agree_with_readers(every: list[Compared]) -> None:
    """Also what stays partial or unknown agrees, over all and check by check."""
    asked, agreed = Counter(c.check for c in every), Counter(c.check for c in every if c.agrees)
    assert sum(agreed.values()) >= ALL * sum(asked.values())
    assert [] == [check for check in asked if agreed[check] < OF_A_CHECK * asked[check]]


def test_the_kind_is_that_which_readers_see() -> None:
    """Kinds are told from content as a reader tells them."""
    assert [] == [url for url, theirs, ours in kinds() if theirs != ours]
