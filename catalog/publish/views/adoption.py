"""Adoptions as readers see them: who, how far, how much, said by whom and when."""

from dataclasses import dataclass
from typing import NamedTuple

from catalog.models.curated import Adoption, Body, Scale, value_of
from catalog.models.project import Project
from catalog.publish.views.edition import Edition, Link, Words


class Amount(NamedTuple):
    """A number with how sure it is; stale ones are shown struck and count as unknown."""

    value: int
    qualifier: str
    metric: str
    stale: bool


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
    def source(self) -> Link | None:
        """Where it was said."""
        refs = [self.adoption.ref, *(scale.ref for scale in self.adoption.scale)]
        return self.edition.reference(next((ref for ref in refs if ref), None))


def population(body: Body) -> int | None:
    """Return a body's number of inhabitants, where it is known."""
    return value_of(body.population)
