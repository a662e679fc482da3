"""The picture of reuse: names in two columns, in the same places every time."""

from hypothesis import given
from hypothesis import strategies as st

from catalog.publish.layout import LONGEST, MOST, Line, Name, picture

NAMES = st.builds(
    lambda number: Name(f"n{number}", f"Namn {number % 7}", f"Kommun {number % 3}"),
    st.integers(0, 30),
)
LINES = st.lists(st.builds(Line, NAMES, NAMES, st.sampled_from(["depends", "adopts"])), max_size=60)


@given(LINES)
def test_order_of_what_is_given_does_not_matter(lines: list[Line]) -> None:
    """The same edges give the same bytes."""
    assert picture(lines) == picture(reversed(lines))


@given(LINES)
def test_every_name_stands_alone_and_inside(lines: list[Line]) -> None:
    """No two in one place, none outside the picture, a line for every pair and kind."""
    drawn = picture(lines)
    for column in (drawn.used, drawn.users):
        heights = [text.y for text in column]
        assert (len(heights), True) == (len(set(heights)), all(y < drawn.height for y in heights))
    pairs = {(line.used.id, line.user.id, line.kind) for line in lines}
    assert len(pairs) == len(drawn.curves)


@given(LINES)
def test_what_belongs_to_a_body_stands_together(lines: list[Line]) -> None:
    """One heading a body and column."""
    for column in (picture(lines).used, picture(lines).users):
        headings = [text.text for text in column if text.is_heading]
        assert len(headings) == len(set(headings))


def test_what_is_nobodys_stands_above_every_heading() -> None:
    """It has none of its own, and is no part of the body before it."""
    user, nobody = Name("x", "X", "L"), Name("n", "Inte namngivna", "")
    names = [Name("a", "A", "K"), Name("b", "B", "K")]
    users = picture([Line(names[0], user, "depends"), Line(names[1], nobody, "adopts")]).users
    assert ["Inte namngivna", "L", "X"] == [text.text for text in users]


def test_few_lines_cross() -> None:
    """Two pairs given crosswise are laid side by side."""
    a, b = Name("a", "A", "K"), Name("b", "B", "K")
    x, y = Name("x", "X", "L"), Name("y", "Y", "L")
    curves = picture([Line(a, y, "depends"), Line(b, x, "depends")]).curves
    assert [True, True] == [curve.left == curve.right for curve in curves]


def test_where_there_are_too_many_the_most_used_are_kept() -> None:
    """And it is said how many have no room."""
    user = [Name("u", "U", "K"), Name("w", "W", "K")]
    often = Name("z", "Z", "K")
    many = [Line(Name(f"n{n:03}", "N", "K"), user[0], "depends") for n in range(MOST)]
    drawn = picture([*many, *(Line(often, one, "depends") for one in user)])
    assert (1, True) == (drawn.left_out, "Z" in [text.text for text in drawn.used])


def test_a_long_name_is_cut() -> None:
    """The table has it whole."""
    line = Line(Name("a", "å" * 80, "K"), Name("b", "B", "K"), "depends")
    assert "å" * (LONGEST - 1) + "…" in [text.text for text in picture([line]).used]


def test_nothing_is_a_picture_too() -> None:
    """An empty one."""
    assert ((), 0) == (picture([]).curves, picture([]).left_out)
