"""The badge of a project: its level in words, drawn without any font but the reader's own."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from catalog.publish.plain import plain
from catalog.publish.views.level import LevelView
from catalog.publish.views.project import ProjectView

NAME = "badge.svg"
_NARROW, _WIDE = frozenset("fijlrtI.,:;'()- "), frozenset("mwMW\N{EN DASH}ÅÄÖ")
_WIDTHS = (4.2, 6.4, 9.6)  # of narrow, common and wide letters at 11 px, on the generous side
_PAD = 8


class Cell(NamedTuple):
    """One step of the ladder in the badge: where it stands and whether it is reached."""

    x: float
    state: str


@dataclass(frozen=True)
class BadgeView:
    """What a project's badge says; where it stands is a question of its words alone."""

    project: ProjectView

    @property
    def level(self) -> LevelView:
        """The level."""
        return self.project.level

    @property
    def name(self) -> str:
        """The project's name, with nothing that XML cannot hold."""
        return plain(self.project.name)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The five steps; none for what is not judged."""
        if self.level.left_ladder == "fork":
            return ()
        states = (step.state for step in self.level.steps[1:])
        return tuple(Cell(place * 9.0, state) for place, state in enumerate(states))

    @staticmethod
    def width(text: str) -> float:
        """Estimate how wide a text is; the badge then makes it exactly that wide."""
        narrow, common, wide = _WIDTHS
        letters = (narrow if c in _NARROW else wide if c in _WIDE else common for c in text)
        return round(sum(letters), 1)

    @staticmethod
    def pad() -> int:
        """The space before and after a text."""
        return _PAD
