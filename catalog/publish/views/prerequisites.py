"""What an adopter needs first, row by row; a row nobody has answered says so."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from catalog.models.curated import (
    Effort,
    Hosting,
    Identity,
    Integration,
    Prerequisites,
    Slug,
    Text,
    value_of,
)
from catalog.publish.views.edition import Edition, Link, Words


@dataclass(frozen=True)
class PrerequisitesView:
    """The curated prerequisites of one project."""

    said: Prerequisites
    edition: Edition

    @property
    def identity(self) -> Identity | None:
        """Log-in, protocols and where accounts come from."""
        return self.said.identity

    @property
    def hosting(self) -> Hosting | None:
        """Runtime, database, hosting models."""
        return self.said.hosting

    @property
    def federation(self) -> str | None:
        """The federation that log-in goes through."""
        return value_of(self.said.identity.federation) if self.said.identity else None

    @property
    def runtime(self) -> str | None:
        """What it runs on."""
        return value_of(self.said.hosting.runtime) if self.said.hosting else None

    @property
    def database(self) -> str | None:
        """Where it keeps its data."""
        return value_of(self.said.hosting.database) if self.said.hosting else None

    @property
    def integrations(self) -> tuple[Integration, ...] | None:
        """Systems it talks to; empty where it is said that there are none."""
        return self.said.integrations

    @property
    def proprietary(self) -> tuple[str, ...] | None:
        """Closed parts it needs; empty where it is said that there are none."""
        return self.said.proprietary

    @property
    def personal_data(self) -> bool | None:
        """Whether it holds personal data."""
        return self.said.data.personal_data if self.said.data else None

    @property
    def categories(self) -> tuple[str, ...]:
        """Which personal data."""
        return self.said.data.categories if self.said.data else ()

    @property
    def effort(self) -> Effort | None:
        """Roles, hours, decisions."""
        return self.said.effort

    @property
    def hours(self) -> int | None:
        """The hours of an introduction."""
        return value_of(self.said.effort.hours) if self.said.effort else None

    @property
    def words(self) -> Callable[[Text | None], Words | None]:
        """Put a curated text into the page's language."""
        return self.edition.words

    @property
    def sources(self) -> tuple[Link, ...]:
        """The documents the facts were taken from."""
        found = [self.edition.reference(ref) for ref, _ in self._marks()]
        return tuple(dict.fromkeys(link for link in found if link))

    @property
    def as_of(self) -> date | None:
        """The date of the oldest fact."""
        return min((said for _, said in self._marks() if said), default=None)

    @property
    def stale(self) -> bool:
        """Whether it was said too long ago to count."""
        return self.edition.day.is_old(self.as_of, "adoption")

    def _marks(self) -> list[tuple[Slug | None, date | None]]:
        parts = (self.said.identity, self.said.hosting, self.said.leadership)
        return [(part.ref, part.as_of) for part in parts if part]
