"""A public body: what it publishes and what it uses."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from catalog.models.curated import Quantity
from catalog.publish.views.adoption import AdoptionView, Time, population, timeline
from catalog.publish.views.call import CallView, calls_of
from catalog.publish.views.gathering import Gathered, OfBody
from catalog.publish.views.listing import LevelCount
from catalog.publish.views.reuse import BodyReuse
from catalog.publish.views.signals import SignalView, rejected, to_confirm
from catalog.publish.views.source import SourceView
from catalog.publish.views.todo import TodoView


@dataclass(frozen=True)
class BodyView(OfBody, Gathered):
    """One body's page."""

    @property
    def population_said(self) -> Quantity | None:
        """How sure that number is, and from when, where it is more than a number."""
        return self.body.population if isinstance(self.body.population, Quantity) else None

    @property
    def population(self) -> int | None:
        """Its inhabitants."""
        return population(self.body)

    @cached_property
    def uses(self) -> tuple[AdoptionView, ...]:
        """What it uses, or has used."""
        adoptions = self.edition.adoptions_by(self.body.id)
        return tuple(AdoptionView(adoption, self.edition) for adoption in adoptions)

    @property
    def timeline(self) -> tuple[Time, ...]:
        """What has been of its own use."""
        return timeline(self.uses)

    @property
    def used_by_others(self) -> tuple[AdoptionView, ...]:
        """Its projects at other bodies."""
        return tuple(
            adoption
            for project in self.projects
            for adoption in project.adoptions
            if adoption.adoption.body != self.body.id
        )

    @cached_property
    def calls(self) -> tuple[CallView, ...]:
        """The calls that it has made or answered, open ones first."""
        return calls_of(self.edition, self.edition.calls_with(self.body.id))

    @cached_property
    def reuse(self) -> BodyReuse:
        """What it reuses, and what others reuse of it."""
        return BodyReuse(self.body, self.edition)

    @cached_property
    def to_confirm(self) -> tuple[SignalView, ...]:
        """What machines have seen of its use of others' projects, and nobody has confirmed."""
        return to_confirm(self.edition, self.id)

    @cached_property
    def rejected(self) -> tuple[SignalView, ...]:
        """What they have seen and somebody has said to be none."""
        return rejected(self.edition, self.id)

    @property
    def has_open_call(self) -> bool:
        """Whether a body can still answer one of them."""
        return any(call.is_open for call in self.calls)

    @property
    def levels(self) -> tuple[LevelCount, ...]:
        """The ladder with how many of its projects stand on each step."""
        counted = Counter(project.level.proven.id for project in self.projects)
        return tuple(LevelCount(level, counted[level.id]) for level in self.edition.wording.levels)

    @cached_property
    def todo(self) -> TodoView:
        """What would help most of its projects."""
        return TodoView(self.body, self.edition, self.projects)

    @property
    def sources(self) -> tuple[SourceView, ...]:
        """Where its repositories are read from."""
        sources = self.edition.catalogue.sources.values()
        return tuple(SourceView(s, self.edition) for s in sources if s.body == self.body.id)
