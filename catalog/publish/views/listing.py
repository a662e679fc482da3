"""The project list and the start page."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from catalog.models.curated import Body
from catalog.publish.sorting import initial
from catalog.publish.views.call import CallView, calls_of
from catalog.publish.views.columns import columns, names, rest
from catalog.publish.views.edition import Edition, Words
from catalog.publish.views.facets import Facet, facets
from catalog.publish.views.gathering import Gathered, in_order
from catalog.publish.views.letters import Letter, Place, index, letters
from catalog.publish.views.project import ProjectView
from catalog.publish.views.wording import LevelWords

MANY = 1000  # projects; more have pages by letter, and come to the browser in two files
_LATEST = 8
_FEATURED = 9
_CALLS = 6


class Group(NamedTuple):
    """The projects under one letter; ``anchor`` is plain ASCII."""

    letter: str
    anchor: str
    projects: tuple[ProjectView, ...]


class LevelCount(NamedTuple):
    """How many projects have a level proven."""

    words: LevelWords
    projects: int


class Question(NamedTuple):
    """An open question to a project's owner."""

    project: ProjectView
    words: Words


@dataclass(frozen=True)
class ListingView(Gathered):
    """All projects: described products first, then repositories that stand for themselves."""

    edition: Edition
    projects: tuple[ProjectView, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """The others by letter."""
        return tuple(
            Group(letter, f"letter-{ord(letter[0])}", tuple(found))
            for letter, found in groupby(self.others, key=lambda p: initial(p.name))
        )

    @property
    def is_long(self) -> bool:
        """Whether the projects stand on pages of their own, by letter."""
        return len(self.projects) > MANY

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """The pages that all projects stand on, where these are many."""
        return letters(self.projects) if self.is_long else ()

    @property
    def index(self) -> tuple[Place, ...]:
        """The way to those pages."""
        return index(self.letters)

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """What the list can be narrowed by."""
        return facets(self.projects)

    @property
    def columns(self) -> str:
        """The list as columns, for the browser; the first of them where projects are many."""
        made = names if self.is_long else columns
        return made(self.projects, self.facets)

    @property
    def rest(self) -> str:
        """The columns that come after those."""
        return rest(self.projects)

    def level_name(self, number: str) -> str:
        """Return a level in words."""
        level = self.edition.wording.levels[int(number)]
        return f"{level.id} {level.name}"

    @property
    def level_names(self) -> list[str]:
        """Every level in words, from 0."""
        return [self.level_name(str(level.id)) for level in self.edition.wording.levels]

    def choice_names(self, words: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
        """Return what the choices of each facet are called, where their codes are no names."""
        named = {facet.id: {c.code: c.name for c in facet.choices} for facet in self.facets}
        return {facet: names | dict(words.get(facet, {})) for facet, names in named.items()
                if facet in words or facet == "body"}  # fmt: skip

    def alone(self, kinds: Mapping[str, str]) -> dict[str, str]:
        """Return the body and the kind where all projects have the same."""
        first = self.projects[0] if self.projects else None
        kind = kinds.get(first.kind, "") if first else ""
        return {"body": first.body_name, "kind": kind} if first else {}

    @property
    def folded(self) -> int:
        """How many repositories are parts of a product."""
        return sum(len(project.present) for project in self.products)


@dataclass(frozen=True)
class StartView(ListingView):
    """The start page."""

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies that publish."""
        used = {project.project.body.id: project.project.body for project in self.projects}
        return tuple(in_order(used.values(), self.edition))

    @cached_property
    def calls(self) -> tuple[CallView, ...]:
        """The open calls that close first."""
        still = tuple(call for call in self.edition.calls if call.is_open)
        return calls_of(self.edition, still[:_CALLS])

    @property
    def featured(self) -> tuple[ProjectView, ...]:
        """Products still on the ladder: those somebody uses first, then by latest change."""
        ordered = sorted(
            (product for product in self.products if not product.level.left_ladder),
            key=lambda p: (bool(p.adoptions), p.last_activity or date.min),
            reverse=True,
        )
        return tuple(ordered[:_FEATURED])

    @property
    def latest(self) -> tuple[ProjectView, ...]:
        """The projects that people worked on most recently."""
        active = [project for project in self.projects if project.last_activity]
        active.sort(key=lambda p: p.last_activity or date.min, reverse=True)
        return tuple(active[:_LATEST])

    @property
    def questions(self) -> tuple[Question, ...]:
        """One open question a product."""
        return tuple(
            Question(product, product.open_questions[0])
            for product in self.products
            if product.open_questions
        )

    @property
    def levels(self) -> tuple[LevelCount, ...]:
        """The ladder with how many projects stand on each step."""
        counted = Counter(project.level.proven.id for project in self.projects)
        return tuple(LevelCount(level, counted[level.id]) for level in self.edition.wording.levels)

    @property
    def harvested(self) -> date | None:
        """The latest harvest that succeeded; one of a later day than today does not count."""
        runs = self.edition.catalogue.run.sources.values()
        dates = (run.succeeded for run in runs if run.succeeded)
        return max((on for on in dates if on <= self.edition.today), default=None)
