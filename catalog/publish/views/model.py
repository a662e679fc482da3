"""The readiness model explained, with how the catalogue's projects answer each check."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from catalog.models.verdict import Status
from catalog.publish.views.checks import STATUSES
from catalog.publish.views.edition import Edition
from catalog.publish.views.listing import LevelCount
from catalog.publish.views.wording import CheckWords, DimensionWords
from catalog.readiness.definition import Extended


class Share(NamedTuple):
    """How many projects have a status; ``start`` and ``width`` draw it, in per cent."""

    status: Status
    projects: int
    start: float
    width: float


@dataclass(frozen=True)
class CheckRow:
    """A check and its distribution."""

    words: CheckWords
    counted: Mapping[Status, int]

    @property
    def shares(self) -> tuple[Share, ...]:
        """Every status that any project has, in order."""
        total = sum(self.counted.values())
        shares, start = [], 0.0
        for status in STATUSES:
            if count := self.counted.get(status, 0):
                width = round(100 * count / total, 2)
                shares.append(Share(status, count, round(start, 2), width))
                start += width
        return tuple(shares)


class DimensionRows(NamedTuple):
    """A dimension and its checks."""

    words: DimensionWords
    checks: tuple[CheckRow, ...]


@dataclass(frozen=True)
class ModelView:
    """The page about the model."""

    edition: Edition

    @property
    def version(self) -> str:
        """The model's version."""
        return self.edition.wording.version

    @property
    def extended(self) -> Extended | None:
        """Who has made the model their own, and what differs from the shipped one."""
        return self.edition.wording.model.extended

    @property
    def extended_by(self) -> str:
        """What the catalogue calls its own model."""
        extended = self.extended
        return extended.name[self.edition.language] if extended else ""

    @property
    def own(self) -> tuple[CheckWords, ...]:
        """The checks that the catalogue has added."""
        return tuple(check for check in self.edition.wording.checks.values() if check.own)

    @property
    def projects(self) -> int:
        """How many projects are judged."""
        return len(self.edition.assessments)

    @property
    def levels(self) -> tuple[LevelCount, ...]:
        """The ladder, and how many projects stand on each step."""
        counted = Counter(a.proven for a in self.edition.assessments.values())
        return tuple(LevelCount(level, counted[level.id]) for level in self.edition.wording.levels)

    def gates(self, level: int) -> tuple[CheckWords, ...]:
        """Return the gates of one level."""
        return self.edition.wording.gates(level)

    @property
    def checks(self) -> int:
        """How many checks there are."""
        return len(self.edition.wording.checks)

    @property
    def dimensions(self) -> tuple[DimensionRows, ...]:
        """All checks by dimension."""
        wording = self.edition.wording
        return tuple(
            DimensionRows(d, tuple(self._row(check) for check in wording.of_dimension(d.id)))
            for d in wording.dimensions
        )

    def _row(self, check: CheckWords) -> CheckRow:
        return CheckRow(check, self._counted.get(check.id, {}))

    @cached_property
    def _counted(self) -> dict[str, Counter[Status]]:
        counted: dict[str, Counter[Status]] = {}
        for assessment in self.edition.assessments.values():
            for verdict in assessment.verdicts:
                counted.setdefault(verdict.check, Counter())[verdict.status] += 1
        return counted
