"""Charts: numbers in, places out; nothing is lost, and nothing leaves the box."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.publish.charts import Box, bar, stack, steps, thinned

BOX = Box(100, 50)
D = date(2026, 1, 1)
WEEK = timedelta(weeks=1)

counts = st.lists(
    st.dictionaries(st.integers(0, 5), st.integers(0, 300)), min_size=1, max_size=8
)  # fmt: skip
values = st.lists(st.none() | st.integers(0, 5), min_size=1, max_size=8)


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 10_000)))
def test_the_parts_of_a_bar_touch_and_fill_it(numbers: dict[str, int]) -> None:
    """However they are rounded: no gap between them, and the last ends at the end."""
    parts = bar(numbers)
    edges = [0.0, *(part.end for part in parts)]
    assert edges[:-1] == [part.start for part in parts]
    assert not parts or edges[-1] == 100
    assert [n for n in numbers.values() if n] == [part.number for part in parts]


def test_a_part_of_a_larger_whole_leaves_the_rest_empty() -> None:
    """Three of eight."""
    assert [(0, 37.5)] == [(part.start, part.width) for part in bar({"a": 3}, 8)]


def test_a_line_holds_until_the_next_value() -> None:
    """Level 1 for a week, then 3 for another: two dots, one turn."""
    drawn = steps([(D, 1), (D + WEEK, 3)], 5, D + 2 * WEEK, BOX)
    assert "M0 40H50V20H100" == drawn.line
    assert [(0, 40), (50, 20)] == [(dot.x, dot.y) for dot in drawn.dots]


def test_a_line_is_broken_where_nothing_is_known() -> None:
    """A project that was away has no level for that time."""
    drawn = steps([(D, 1), (D + WEEK, None), (D + 2 * WEEK, 1)], 5, D + 4 * WEEK, BOX)
    assert "M0 40H25M50 40H100" == drawn.line


@given(values)
def test_a_line_stays_in_its_box(levels: list[int | None]) -> None:
    """Every place lies within, and every known value has its dot."""
    dated = [(D + week * WEEK, level) for week, level in enumerate(levels)]
    drawn = steps(dated, 5, D + len(dated) * WEEK, BOX)
    assert sum(level is not None for level in levels) == len(drawn.dots)
    assert all(0 <= float(x) <= 100 for x in re.findall(r"[MH]([\d.]+)", drawn.line))
    assert all(0 <= dot.y <= 50 for dot in drawn.dots)


@given(counts)
def test_a_stack_has_a_band_for_each_series_that_any_day_has(found: list[dict[int, int]]) -> None:
    """None is lost, none is drawn for nothing, and the highest day fills the box."""
    days = [D + week * WEEK for week in range(len(found))]
    drawn = stack(days, found, range(6), BOX)
    seen = {key for count in found for key, number in count.items() if number}
    assert seen == {band.key for band in drawn.bands}
    places = [float(y) for band in drawn.bands for y in re.findall(r"V([\d.]+)", band.outline)]
    assert all(0 <= y <= 50 for y in places)
    assert not seen or min(places) == 0


def test_only_a_band_with_room_is_named() -> None:
    """One of a hundred is too thin for its number; the table has it."""
    drawn = stack([D, D + WEEK], [{0: 99, 1: 1}, {0: 99, 1: 1}], (0, 1), BOX)
    assert [True, False] == [band.label_y is not None for band in drawn.bands]


@pytest.mark.parametrize(("days", "kept"), [(0, 0), (1, 1), (5, 5), (6, 5), (900, 5)])
def test_thinned_keeps_both_ends(days: int, kept: int) -> None:
    """A long history is drawn with as many days as there is room for."""
    every = [D + n * WEEK for n in range(days)]
    chosen = thinned(every, 5)
    assert (kept, every[:1], every[-1:]) == (len(set(chosen)), [*chosen[:1]], [*chosen[-1:]])
