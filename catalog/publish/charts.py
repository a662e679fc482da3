"""Charts as numbers for a template to draw: what goes in decides every byte, and nothing else.

A chart fills a box of whole units with the origin at the top left. Times are places along it; a
value holds until the next one, so that lines are steps and never promise what nobody measured.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K")

MOST_DAYS = 120  # that a chart draws; a picture has no room for more
_MARGIN = 20  # around a chart, for names
_PLAIN = 1  # decimals of a place: a tenth of a unit is less than anyone sees


class Part(NamedTuple, Generic[K]):
    """A part of a bar: ``start`` and ``width`` in per cent of the whole."""

    key: K
    number: int
    start: float
    width: float

    @property
    def end(self) -> float:
        """Where the next part begins."""
        return round(self.start + self.width, _PLAIN)


class Mark(NamedTuple):
    """A day that the axis names: its place, and its name's anchor in the words of SVG."""

    day: date
    x: float
    anchor: str


class Dot(NamedTuple):
    """A measured value."""

    x: float
    y: float


class Band(NamedTuple):
    """One series of a stack: its outline, and where its name has room at the right end."""

    key: int
    outline: str
    label_y: float | None


class Box(NamedTuple):
    """The room that a chart has; its names of days and of values stand in a margin around it."""

    width: int
    height: int

    @property
    def view(self) -> str:
        """The box and its margin, as SVG's ``viewBox``."""
        sides, above = 2 * _MARGIN, _MARGIN // 2
        return f"{-_MARGIN} {-above} {self.width + sides} {self.height + above + _MARGIN}"

    @property
    def below(self) -> int:
        """Where the names of days stand."""
        return self.height + _MARGIN * 3 // 4


class Steps(NamedTuple):
    """One value over time."""

    line: str
    dots: tuple[Dot, ...]
    rules: tuple[Dot, ...]  # where each value from 0 up lies, at the left end
    marks: tuple[Mark, ...]


class Stack(NamedTuple):
    """How a whole falls over time, lowest series at the bottom."""

    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    most: int


def bar(numbers: Mapping[K, int], whole: int | None = None) -> tuple[Part[K], ...]:
    """Return a bar's parts in the given order, empty ones left out; they end where ``whole`` does.

    ``whole`` is their sum where it is not said. Edges are rounded, not widths: no gap adds up.
    """
    total = sum(numbers.values()) if whole is None else whole
    parts: list[Part[K]] = []
    before = 0
    for key, number in numbers.items():
        if number:
            start = round(100 * before / total, _PLAIN)
            before += number
            width = round(round(100 * before / total, _PLAIN) - start, _PLAIN)
            parts.append(Part(key, number, start, width))
    return tuple(parts)


def steps(values: Sequence[tuple[date, int | None]], top: int, until: date, box: Box) -> Steps:
    """Draw one value from 0 to ``top``, each holding to the next; None leaves a gap."""
    spread = _Spread([day for day, _ in values], until, box.width)
    ends = [*(day for day, _ in values[1:]), until]
    pieces: list[str] = []
    dots: list[Dot] = []
    drawing = False
    for (day, value), end in zip(values, ends, strict=True):
        if value is not None:
            x, y = spread.x(day), _y(value, top, box.height)
            turn = f"V{_text(y)}" if drawing else f"M{_text(x)} {_text(y)}"
            pieces.append(f"{turn}H{_text(spread.x(end))}")
            dots.append(Dot(x, y))
        drawing = value is not None
    rules = tuple(Dot(0, _y(value, top, box.height)) for value in range(top + 1))
    return Steps("".join(pieces), tuple(dots), rules, spread.marks(until))


def stack(
    days: Sequence[date], counts: Sequence[Mapping[int, int]], keys: Sequence[int], box: Box
) -> Stack:
    """Draw how a whole falls: one mapping a day, ``keys`` from the bottom up.

    The last day gets a width of its own, as if it held for a little while.
    """
    most = max((sum(count.values()) for count in counts), default=0) or 1
    until = days[-1] + (days[-1] - days[0]) / 20 if days else date.min
    spread = _Spread(days, until, box.width)
    bands = []
    for place, key in enumerate(keys):
        below = [sum(count.get(k, 0) for k in keys[:place]) for count in counts]
        above = [low + count.get(key, 0) for low, count in zip(below, counts, strict=True)]
        if below != above:
            edges = [[_y(v, most, box.height) for v in values] for values in (below, above)]
            bands.append(
                Band(key, _outline(spread, days, *edges), _room(edges[0][-1], edges[1][-1]))
            )
    return Stack(tuple(bands), spread.marks(days[-1]) if days else (), most)


def thinned(days: Sequence[date], most: int = MOST_DAYS) -> tuple[date, ...]:
    """Choose at most ``most`` of the days, the first and the last among them, evenly."""
    if len(days) <= most:
        return tuple(days)
    last = len(days) - 1
    return tuple(days[round(place * last / (most - 1))] for place in range(most))


_LEAST_ROOM = 11  # units that a name is high


def _room(low: float, high: float) -> float | None:
    return round((low + high) / 2, _PLAIN) if low - high >= _LEAST_ROOM else None


def _outline(
    spread: "_Spread", days: Sequence[date], below: Sequence[float], above: Sequence[float]
) -> str:
    """Go along the upper edge to the right and back along the lower one."""
    xs = [*(spread.x(day) for day in days), spread.end]
    there = "".join(f"V{_text(y)}H{_text(x)}" for y, x in zip(above, xs[1:], strict=True))
    back = "".join(
        f"V{_text(y)}H{_text(x)}" for y, x in zip(reversed(below), xs[-2::-1], strict=True)
    )
    return f"M{_text(xs[0])} {_text(below[0])}{there}{back}Z"


class _Spread:
    """Days laid out over a width."""

    def __init__(self, days: Sequence[date], until: date, width: int) -> None:
        self.first, self.end = days[0] if days else until, float(width)
        self.span = max((until - self.first).days, 1)

    def x(self, day: date) -> float:
        return round(self.end * (day - self.first).days / self.span, _PLAIN)

    def marks(self, last: date) -> tuple[Mark, ...]:
        """Name the first day and a last one; what lies between stands in the table."""
        first = Mark(self.first, 0, "start")
        return (first,) if last == self.first else (first, Mark(last, self.x(last), "end"))


def _y(value: int, top: int, height: int) -> float:
    return round(height - height * value / max(top, 1), _PLAIN)


def _text(place: float) -> str:
    return f"{place:g}"
