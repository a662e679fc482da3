"""The page of one check: why it is asked, what decides, and how the projects fall."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from catalog.models.verdict import Status
from catalog.publish.standards import Clause, address, clauses
from catalog.publish.views.checks import STATUSES
from catalog.publish.views.edition import Edition
from catalog.publish.views.model import CheckRow
from catalog.publish.views.wording import CheckWords, DimensionWords, Wording
from catalog.readiness.why import why

MOST = 300  # projects of one status that a page lists; the command line lists them all


class Listed(NamedTuple):
    """A project as the page names it."""

    id: str
    name: str
    body: str | None  # told where several projects have the name


class Fallen(NamedTuple):
    """The projects with one status, in alphabetical order, and how many more there are."""

    status: Status
    label: str
    number: int
    projects: tuple[Listed, ...]

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
    """One check; ``by_status`` holds the projects in the edition's order.

    It shows nothing else of the projects, and of the edition nothing but the model's words.
    """

    words: CheckWords
    wording: Wording
    by_status: Mapping[Status, tuple[Listed, ...]]

    @property
    def id(self) -> str:
        """The check's id, which is its address."""
        return self.words.id

    @property
    def why(self) -> str | None:
        """Why it is asked."""
        return why(self.id, self.wording.language)

    @property
    def dimension(self) -> DimensionWords:
        """The group it belongs to."""
        return next(d for d in self.wording.dimensions if d.id == self.words.dimension)

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
        every = list(self.wording.checks.values())
        place = every.index(self.words) + step
        return every[place] if 0 <= place < len(every) else None


def check_pages(edition: Edition) -> tuple[CheckPage, ...]:
    """Return the page of every check of the model."""
    found: dict[str, dict[Status, list[Listed]]] = {check: {} for check in edition.wording.checks}
    for project, listed in zip(edition.projects, _listed(edition), strict=True):
        for verdict in edition.assessments[project.id].verdicts:
            found[verdict.check].setdefault(verdict.status, []).append(listed)
    return tuple(
        CheckPage(words, edition.wording, {s: tuple(those) for s, those in found[words.id].items()})
        for words in edition.wording.checks.values()
    )


def _listed(edition: Edition) -> Iterator[Listed]:
    """Give every project as it is named; where several have the name, their body tells apart."""
    counted = Counter(project.name for project in edition.projects)
    for project in edition.projects:
        body = edition.name_of(project.body) if counted[project.name] > 1 else None
        yield Listed(project.id, project.name, body)
