"""Adoptions as readers see them: who, how far, how much, said by whom and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import urlsplit

from catalog.models.curated import (
    Adoption,
    Body,
    Scale,
    Stage,
    value_of,
)
from catalog.models.curated.adoptions import OVER
from catalog.models.project import Project
from catalog.publish import links
from catalog.publish.views.edition import Edition, Link, Words

What: TypeAlias = Literal["began", "stage", "said", "ended"]
_TOLD = 2  # moments that make a course


class Amount(NamedTuple):
    """A number with how sure it is; stale ones are shown struck and count as unknown."""

    value: int
    qualifier: str
    metric: str
    stale: bool


class Moment(NamedTuple):
    """Something that was so of one use from a day or a year, or was said then."""

    on: date | int
    what: What
    stage: Stage
    use: "AdoptionView"
    note: Words | None = None

    @property
    def order(self) -> tuple[date, bool, str]:
        """What puts moments in order; what is only known by its year comes first in it."""
        day = date(self.on, 1, 1) if isinstance(self.on, int) else self.on
        return day, self.what in ("said", "ended"), self.use.adoption.id


class Time(NamedTuple):
    """A day or a year, with what was so from it."""

    on: date | int
    moments: tuple[Moment, ...]

    @property
    def year(self) -> int | None:
        """The year, where no more is known."""
        return self.on if isinstance(self.on, int) else None


@dataclass(frozen=True)
class AdoptionView:
    """One use of one project."""

    adoption: Adoption
    edition: Edition

    @property
    def body(self) -> Body | None:
        """Who; None where the bodies are counted and not named."""
        return self.edition.catalogue.bodies.get(self.adoption.body or "")

    @property
    def body_name(self) -> str | None:
        """What that body is called."""
        return self.edition.name_of(self.body) if self.body else None

    @property
    def several(self) -> bool:
        """Whether it stands for several bodies whose number nobody has said."""
        return self.adoption.count == "several"

    @property
    def count(self) -> int | None:
        """How many unnamed bodies, where that is known."""
        return self.adoption.count if isinstance(self.adoption.count, int) else None

    @property
    def project(self) -> Project | None:
        """What is used."""
        return self.edition.project(self.adoption.project)

    @property
    def stale(self) -> bool:
        """Whether it was said too long ago to count."""
        return self.edition.day.is_old(self.adoption.as_of, "adoption")

    @property
    def scale(self) -> tuple[Amount, ...]:
        """How much it carries."""
        return tuple(self._amount(scale) for scale in self.adoption.scale)

    def _amount(self, scale: Scale) -> Amount:
        said = scale.as_of or self.adoption.as_of
        stale = self.edition.day.is_old(said, "scale")
        return Amount(scale.value, scale.qualifier, scale.metric, stale)

    @property
    def outcome(self) -> Words | None:
        """How it went."""
        return self.edition.words(self.adoption.outcome)

    @property
    def note(self) -> Words | None:
        """What else was said."""
        return self.edition.words(self.adoption.note)

    @property
    def modifications(self) -> Words | None:
        """What the body has changed."""
        return self.edition.words(self.adoption.modifications)

    @property
    def variant(self) -> Link | None:
        """Its own variant."""
        return _link(self.adoption.variant_url)

    @property
    def version(self) -> str | None:
        """Which version it runs."""
        return value_of(self.adoption.version)

    @property
    def hosting(self) -> str | None:
        """How it is run there."""
        return value_of(self.adoption.hosting)

    @property
    def supplier(self) -> str | None:
        """Who helps."""
        return value_of(self.adoption.supplier)

    @property
    def evidence(self) -> tuple[Link, ...]:
        """Where the use can be seen."""
        return tuple(link for url in self.adoption.evidence if (link := _link(url)))

    @property
    def has_ended(self) -> bool:
        """Whether it rests or is over, so that others ask why."""
        return self.adoption.stage in ("paused", *OVER) and self.adoption.count != 0

    @property
    def says_why(self) -> bool:
        """Whether anything is told of how it went, or of what stood in the way."""
        return bool(self.adoption.outcome or self.adoption.blockers)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """What has been, and when it was said."""
        adoption, today = self.adoption, self.edition.today
        since, until = adoption.begun, adoption.ended
        steps = [
            Moment(step.date, "stage", step.stage, self, self.edition.words(step.note))
            for step in adoption.history
        ]
        known = {step.on for step in steps}
        found = list(steps)
        if since and since not in known:
            found.append(Moment(since, "began", adoption.stage, self))
        if until and until not in known:
            found.append(Moment(until, "ended", adoption.stage, self))
        if adoption.as_of not in known:
            found.append(Moment(adoption.as_of, "said", adoption.stage, self))
        return tuple(moment for moment in found if moment.order[0] <= today)

    @property
    def source(self) -> Link | None:
        """Where it was said."""
        refs = [self.adoption.ref, *(scale.ref for scale in self.adoption.scale)]
        return self.edition.reference(next((ref for ref in refs if ref), None))


def timeline(uses: Iterable[AdoptionView]) -> tuple[Time, ...]:
    """Return what has been of several uses, oldest first; nothing where that is just one thing."""
    found = sorted((m for use in uses for m in use.moments), key=lambda moment: moment.order)
    if len(found) < _TOLD:
        return ()
    return tuple(Time(on, tuple(those)) for on, those in groupby(found, lambda m: m.on))


def _link(url: str | None) -> Link | None:
    """Name an address by its host and the end of its path."""
    href = links.https(url)
    if not href:
        return None
    parts = urlsplit(href)
    tail = parts.path.rstrip("/").rpartition("/")[2]
    return Link(href, f"{parts.netloc}: {tail}" if tail else parts.netloc)


def population(body: Body) -> int | None:
    """Return a body's number of inhabitants, where it is known."""
    return value_of(body.population)
