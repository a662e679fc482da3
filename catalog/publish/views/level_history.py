"""How a project's level has changed from harvest to harvest: only what the history tells."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from catalog.models.history import Measured
from catalog.models.verdict import Assessment
from catalog.publish.charts import Box, Steps, steps
from catalog.publish.views.wording import LevelWords, Wording

BOX = Box(360, 90)


class LevelChange(NamedTuple):
    """A day on which the level became another; ``level`` is None where the project had left.

    ``model`` is set where another model, or another version of it, judged than the time before.
    """

    day: date
    level: LevelWords | None
    possible: LevelWords | None  # where it is higher
    model: str | None


@dataclass(frozen=True)
class LevelHistoryView:
    """The history of one project's level, oldest first."""

    lines: tuple[Measured, ...]
    assessment: Assessment
    wording: Wording

    @cached_property
    def changes(self) -> tuple[LevelChange, ...]:
        """Every day on which the proven or the possible level was another than before."""
        found: list[LevelChange] = []
        last: Measured | None = None
        for line in self.lines:
            if last is None or _levels(line) != _levels(last):
                found.append(self._change(line, last))
                last = line
        return tuple(found)

    def _change(self, line: Measured, last: Measured | None) -> LevelChange:
        levels = self.wording.levels
        higher = None
        if line.level is not None and line.possible is not None and line.possible > line.level:
            higher = levels[line.possible]
        other = last is not None and line.model is not None and line.model != last.model
        level = None if line.level is None else levels[line.level]
        return LevelChange(line.date, level, higher, line.model if other else None)

    @property
    def since(self) -> LevelChange | None:
        """What has held since the last change."""
        return self.changes[-1] if self.changes else None

    @property
    def is_first(self) -> bool:
        """Whether nothing has changed since it was measured for the first time."""
        return len(self.changes) == 1

    @property
    def is_later(self) -> bool:
        """Whether the level that the page shows was reached after the last harvest."""
        now = (self.assessment.proven, self.assessment.possible)
        return bool(self.lines) and now != _levels(self.lines[-1])

    @property
    def box(self) -> Box:
        """The room of the chart."""
        return BOX

    @property
    def chart(self) -> Steps | None:
        """A line of steps, where the proven level has changed at all."""
        values = [(c.day, c.level.id if c.level else None) for c in self.changes]
        if len({level for _, level in values}) < 2:  # noqa: PLR2004 - a line needs two ends
            return None
        return steps(values, len(self.wording.levels) - 1, self.assessment.today, BOX)


def _levels(line: Measured) -> tuple[int | None, int | None]:
    possible = line.level if line.possible is None else line.possible
    return line.level, possible
