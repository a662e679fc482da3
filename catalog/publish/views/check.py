"""The page of one check: why it is asked, what decides, and how the projects fall."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from catalog.models.project import Project
from catalog.models.verdict import Status
from catalog.publish.standards import Clause, address, clauses
from catalog.publish.views.checks import STATUSES
from catalog.publish.views.edition import Edition
from catalog.publish.views.model import CheckRow
from catalog.publish.views.wording import CheckWords, DimensionWords
from catalog.readiness.why import why

MOST = 300  # projects of one status that a page lists; the command line lists them all


class Fallen(NamedTuple):
    """The projects with one status, in alphabetical order, and how many more there are."""

    status: Status
    label: str
    number: int
    projects: tuple[Project, ...]

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.number - len(self.projects)


class Correspondence(NamedTuple):
    """Another model and what of it corresponds."""

    standard: str
    href: str | None
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class CheckPage:
    """One check; ``by_status`` holds the projects in the edition's order."""

    words: CheckWords
    edition: Edition
    by_status: Mapping[Status, tuple[Project, ...]]

    @property
    def id(self) -> str:
        """The check's id, which is its address."""
        return self.words.id

    @property
    def why(self) -> str | None:
        """Why it is asked."""
        return why(self.id, self.edition.language)

    @property
    def dimension(self) -> DimensionWords:
        """The group it belongs to."""
        return next(d for d in self.edition.wording.dimensions if d.id == self.words.dimension)

    @cached_property
    def row(self) -> CheckRow:
        """How it falls, in numbers."""
        return CheckRow(
            self.words, {status: len(those) for status, those in self.by_status.items()}
        )

    @property
    def fallen(self) -> tuple[Fallen, ...]:
        """How it falls, by name."""
        found = [(status, self.by_status.get(status, ())) for status in STATUSES]
        return tuple(
            Fallen(status, self.words.label(status), len(those), those[:MOST])
            for status, those in found
            if those
        )

    @cached_property
    def twice(self) -> frozenset[str]:
        """Names that several projects have: their body tells them apart."""
        counted = Counter(project.name for project in self.edition.projects)
        return frozenset(name for name, number in counted.items() if number > 1)

    @property
    def correspondences(self) -> tuple[Correspondence, ...]:
        """What it corresponds to in other models."""
        return tuple(
            Correspondence(standard, address(standard), clauses(standard, text))
            for standard, text in self.words.maps
        )

    @property
    def before(self) -> CheckWords | None:
        """The check before it in the model."""
        return self._beside(-1)

    @property
    def after(self) -> CheckWords | None:
        """The check after it."""
        return self._beside(1)

    def _beside(self, step: int) -> CheckWords | None:
        every = list(self.edition.wording.checks.values())
        place = every.index(self.words) + step
        return every[place] if 0 <= place < len(every) else None


def check_pages(edition: Edition) -> tuple[CheckPage, ...]:
    """Return the page of every check of the model."""
    found: dict[str, dict[Status, list[Project]]] = {check: {} for check in edition.wording.checks}
    for project in edition.projects:
        for verdict in edition.assessments[project.id].verdicts:
            found[verdict.check].setdefault(verdict.status, []).append(project)
    return tuple(
        CheckPage(words, edition, {s: tuple(those) for s, those in found[words.id].items()})
        for words in edition.wording.checks.values()
    )
