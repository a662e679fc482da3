"""Where things stand in the picture of reuse: what is used to the left, who uses it to the right.

Two columns are what stays readable at a hundred projects: every name is one line of text, bodies
are headings, and only the lines between cross. The same edges give the same picture every time.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

ROW, TOP = 26, 20  # units: a line of text, and the space above the first
MOST_STEP = 2 * ROW  # between names of the shorter column
LETTER, BETWEEN = 8, 220  # units: a letter, rather too wide than too narrow; the room for lines
LONGEST = 42  # letters of a name
MOST = 100  # names in the left column; a table has them all


class Name(NamedTuple):
    """Something that uses or is used: ``group`` is its body, by which it is kept together."""

    id: str
    text: str
    group: str


class Line(NamedTuple):
    """A line from what is used to who uses it; ``kind`` tells how it is drawn."""

    used: Name
    user: Name
    kind: str


class Text(NamedTuple):
    """A name or a heading at its height."""

    text: str
    y: int
    is_heading: bool


class Curve(NamedTuple):
    """A line between two heights."""

    left: int
    right: int
    kind: str


class Picture(NamedTuple):
    """Everything at its place; ``left_out`` names of the left column found no room.

    Names to the left end at ``left``, those to the right begin at ``right``.
    """

    used: tuple[Text, ...]
    users: tuple[Text, ...]
    curves: tuple[Curve, ...]
    left: int
    right: int
    width: int
    height: int
    left_out: int

    @property
    def middle(self) -> int:
        """Half way between the columns, where curves turn."""
        return (self.left + self.right) // 2


def picture(lines: Iterable[Line]) -> Picture:
    """Lay the lines out; where there are too many, those of what is used the most are kept."""
    every = list(dict.fromkeys(lines))
    kept, left_out = _kept(every)
    left, right = _ordered(kept)
    rows = max(_rows(left), _rows(right))
    lefts, used = _column(left, rows)
    rights, users = _column(right, rows)
    curves = {Curve(lefts[one.used.id], rights[one.user.id], one.kind) for one in kept}
    left_edge, right_edge = _width(used), _width(used) + BETWEEN
    return Picture(
        used, users, tuple(sorted(curves)), left_edge, right_edge, right_edge + _width(users),
        TOP + rows * ROW, left_out,
    )  # fmt: skip


def _kept(lines: Sequence[Line]) -> tuple[list[Line], int]:
    counted = Counter(line.used.id for line in lines)
    first = sorted(counted, key=lambda name: (-counted[name], name))
    chosen = set(first[:MOST])
    return [line for line in lines if line.used.id in chosen], max(0, len(first) - MOST)


def _ordered(lines: Sequence[Line]) -> tuple[list[Name], list[Name]]:
    """Order both columns so that few lines cross: twice, by the mean height of the other ends."""
    users, used = defaultdict[str, list[Name]](list), defaultdict[str, list[Name]](list)
    for line in lines:
        users[line.used.id].append(line.user)
        used[line.user.id].append(line.used)
    left = sorted({line.used for line in lines}, key=_alphabet)
    right = sorted({line.user for line in lines}, key=_alphabet)
    for _ in range(2):
        right = _settled(right, left, used)
        left = _settled(left, right, users)
    return left, right


def _settled(
    names: Sequence[Name], others: Sequence[Name], ends: Mapping[str, Sequence[Name]]
) -> list[Name]:
    """Order names by where the others stand; what belongs to a body stays together."""
    place = {name.id: number for number, name in enumerate(others)}
    means = {n.id: _mean([place[end.id] for end in ends[n.id]]) for n in names}
    groups = defaultdict[str, list[float]](list)
    for name in names:
        groups[name.group].append(means[name.id])
    of_group = {group: _mean(found) for group, found in groups.items()}
    # What belongs to nobody has no heading, and would seem to belong to the body above it.
    return sorted(
        names, key=lambda n: (n.group != "", of_group[n.group], n.group, means[n.id], *_alphabet(n))
    )


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _alphabet(name: Name) -> tuple[str, str, str]:
    return name.group, name.text.lower(), name.id


def _rows(names: Sequence[Name]) -> int:
    return len(names) + len({name.group for name in names} - {""})


def _column(names: Sequence[Name], rows: int) -> tuple[dict[str, int], tuple[Text, ...]]:
    """Put names below each other, with the body as a heading above its own.

    The shorter column is stretched, so that fewer lines are steep.
    """
    step = min(ROW * rows // max(1, _rows(names)), MOST_STEP)
    heights: dict[str, int] = {}
    texts: list[Text] = []
    group = ""
    for name in names:
        if name.group != group and name.group:
            texts.append(Text(_short(name.group), TOP + len(texts) * step, is_heading=True))
        group = name.group
        heights[name.id] = TOP + len(texts) * step
        texts.append(Text(_short(name.text), heights[name.id], is_heading=False))
    return heights, tuple(texts)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _width(texts: Iterable[Text]) -> int:
    return LETTER * (1 + max((len(text.text) for text in texts), default=0))
