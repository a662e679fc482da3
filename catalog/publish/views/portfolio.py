"""The catalogue over time: projects by level, harvest by harvest, as the history tells."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from catalog.models.history import History
from catalog.publish.charts import Box, Stack, stack, thinned
from catalog.publish.views.wording import LevelWords

BOX = Box(360, 150)
LATEST = 12  # days that the table shows; the file has them all


class DayRow(NamedTuple):
    """A day of the history: projects by proven level, and all of them.

    ``model`` is set where another judged than on the day before it.
    """

    day: date
    levels: tuple[int, ...]
    model: str | None

    @property
    def projects(self) -> int:
        """How many there were."""
        return sum(self.levels)


@dataclass(frozen=True)
class Portfolio:
    """Projects by level on every day on which a harvest found something changed."""

    history: History
    levels: tuple[LevelWords, ...]

    @cached_property
    def days(self) -> tuple[DayRow, ...]:
        """Every day, oldest first."""
        level: dict[str, int | None] = {}
        rows: list[DayRow] = []
        judged: str | None = None
        for day, lines in groupby(self.history.lines, key=lambda line: line.date):
            found = list(lines)
            level |= {line.project: line.level for line in found}
            model = max((line.model for line in found if line.model), default=judged)
            counted = Counter(level.values())
            numbers = tuple(counted[words.id] for words in self.levels)
            rows.append(DayRow(day, numbers, model if model != judged else None))
            judged = model
        return tuple(rows)

    @property
    def latest(self) -> tuple[DayRow, ...]:
        """The days that the table shows, newest first."""
        return self.days[: -LATEST - 1 : -1]

    @property
    def older(self) -> int:
        """How many days only the file has."""
        return max(0, len(self.days) - LATEST)

    @property
    def box(self) -> Box:
        """The room of the chart."""
        return BOX

    @cached_property
    def chart(self) -> Stack | None:
        """How they fall over time, where there are two days to draw between."""
        if len(self.days) < 2:  # noqa: PLR2004 - a line needs two ends
            return None
        chosen = set(thinned([row.day for row in self.days]))
        rows = [row for row in self.days if row.day in chosen]
        counts = [dict(enumerate(row.levels)) for row in rows]
        return stack([row.day for row in rows], counts, range(len(self.levels)), BOX)
