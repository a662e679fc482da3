"""What changed and what did not: the laws of the history."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from catalog.models.history import History, Measured, changes

D1, D2, D3 = (date(2026, 1, day) for day in (1, 8, 15))
IDS = ("a", "b", "c")

levels = st.dictionaries(st.sampled_from(IDS), st.integers(0, 2))
harvests = st.lists(levels, min_size=1, max_size=6)


def measures(day: date, found: dict[str, int]) -> dict[str, Measured]:
    """Make what one harvest measured."""
    return {project: Measured(day, project, level) for project, level in found.items()}


def kept(found: list[dict[str, int]]) -> History:
    """Harvest once a week."""
    history = History()
    for week, levels_then in enumerate(found):
        day = D1 + timedelta(weeks=week)
        new = changes(history.before(day), measures(day, levels_then), day)
        history = History((*history.before(day).lines, *new.lines))
    return history


@given(harvests)
def test_the_lines_tell_every_harvest_again(found: list[dict[str, int]]) -> None:
    """On each day the last lines give what was measured then, nothing more and nothing less."""
    history = kept(found)
    for week, then in enumerate(found):
        latest = history.until(D1 + timedelta(weeks=week)).latest
        assert then == {p: line.level for p, line in latest.items() if not line.is_closing}


@given(harvests)
def test_a_line_differs_from_the_one_before_it(found: list[dict[str, int]]) -> None:
    """Nothing grows where nothing has changed."""
    history = kept(found)
    for project in IDS:
        values = [line.values for line in history.of(project)]
        assert all(one != other for one, other in pairwise(values))


def test_a_new_version_of_the_model_alone_is_no_change() -> None:
    """The model is told beside a value that changed; it is none itself."""
    before = History([Measured(D1, "a", 1, model="m 1")])
    now = {"a": Measured(D2, "a", 1, model="m 2")}
    assert () == changes(before, now, D2).lines


def test_who_leaves_is_closed_once_and_may_come_back() -> None:
    """A closing line has no values."""
    history = kept([{"a": 1}, {}, {}, {"a": 1}])
    assert [1, None, 1] == [line.level for line in history.of("a")]


def test_of_two_lines_of_a_day_the_last_holds() -> None:
    """As a merge of two branches may leave them."""
    history = History([Measured(D2, "a", 1), Measured(D1, "b", 0), Measured(D2, "a", 2)])
    assert ([D1, D2], 2) == ([*history.days], history.latest["a"].level)
