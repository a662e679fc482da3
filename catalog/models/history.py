"""What the harvests measured of each project: one line a project and day, where something changed.

A line holds until the project's next one. A line without a level closes: from that day the
catalogue does not hold the project. None is not known, which is never 0.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from catalog.models.problem import Problem


class Measured(NamedTuple):
    """A line; ``level`` is the proven one, ``model`` the model that judged, with its version.

    ``stars`` and ``contributors`` are those of the primary repository, ``open_calls`` the calls
    for collaboration that seek partners.
    """

    date: date
    project: str
    level: int | None = None
    stars: int | None = None
    contributors: int | None = None
    open_calls: int | None = None
    possible: int | None = None
    model: str | None = None

    @property
    def values(self) -> tuple[int | None, ...]:
        """What was measured, without whose it is, when, and by which model."""
        return (self.level, self.stars, self.contributors, self.open_calls, self.possible)

    @property
    def is_closing(self) -> bool:
        """Whether the project has left the catalogue."""
        return self.level is None


class History:
    """Lines in order of day and project, one each; and what of the file could not be used."""

    def __init__(self, lines: Iterable[Measured] = (), problems: Iterable[Problem] = ()) -> None:
        """Order the lines; of two for the same project and day the last one holds."""
        last = {(line.date, line.project): line for line in lines}
        self.lines = tuple(last[key] for key in sorted(last))
        self.problems = tuple(problems)

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which something changed."""
        return tuple(dict.fromkeys(line.date for line in self.lines))

    def until(self, day: date) -> "History":
        """Return what was known at the end of a day."""
        return History((line for line in self.lines if line.date <= day), self.problems)

    def before(self, day: date) -> "History":
        """Return what was known when a day began."""
        return History((line for line in self.lines if line.date < day), self.problems)

    @cached_property
    def _of(self) -> dict[str, list[Measured]]:
        found: dict[str, list[Measured]] = {}
        for line in self.lines:
            found.setdefault(line.project, []).append(line)
        return found

    def of(self, project: str) -> tuple[Measured, ...]:
        """Return the lines of one project, oldest first."""
        return tuple(self._of.get(project, ()))

    @cached_property
    def latest(self) -> dict[str, Measured]:
        """The last line of every project, closing ones too."""
        return {project: lines[-1] for project, lines in self._of.items()}


def changes(before: History, now: Mapping[str, Measured], day: date) -> History:
    """Return the lines that a harvest adds: projects that are new, differ, or have left.

    ``before`` ends before ``day``, and ``now`` has every project of the catalogue.
    """
    last = before.latest
    found = [line for project, line in now.items() if _differs(line, last.get(project))]
    gone = [p for p, line in last.items() if p not in now and not line.is_closing]
    return History([*found, *(Measured(day, project) for project in gone)])


def _differs(line: Measured, last: Measured | None) -> bool:
    return last is None or line.values != last.values
