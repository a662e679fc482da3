"""What only the forge tells of a repository, with its date, and the reason where it does not."""

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any, Generic, NamedTuple, TypeVar
from urllib.parse import urlsplit

from catalog.models.curated import ForgeName
from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.forge import (
    ForgeAbout,
    ForgeFacts,
    ForgeRelease,
    OpenWork,
    OutsideContributions,
    Replies,
)
from catalog.models.project import ProjectRepository
from catalog.publish import links
from catalog.publish.views.edition import Edition, Link

T = TypeVar("T")
_SHOWN_ISSUES = 5
_HOURS = 24


@dataclass(frozen=True)
class Told(Generic[T]):
    """One group of what the forge tells: a value, nothing, or the reason why it is not known.

    ``stale_since`` is when it could not be asked again; ``old``: that is too long ago to count.
    """

    value: T | None = None
    unseen: str | None = None
    stale_since: date | None = None
    old: bool = False


class Release(NamedTuple):
    """A release on the forge and whether it says what changed."""

    link: Link
    on: date
    prerelease: bool
    notes: bool


class Newcomers(NamedTuple):
    """Open issues for newcomers: some of them linked, and how many more there are."""

    links: tuple[Link, ...]
    more: int


class Answers(NamedTuple):
    """How outsiders were answered; within ``days`` (None: nobody was) half of the answers came."""

    opened: int
    answered: int
    days: int | None
    capped: bool


@dataclass(frozen=True)
class ForgeView:
    """What the forge tells of one repository."""

    facts: ForgeFacts
    repository: ProjectRepository
    edition: Edition

    @property
    def host(self) -> str:
        """Which forge it is."""
        return urlsplit(self.repository.url).hostname or ""

    @property
    def repository_name(self) -> str:
        """Which repository is meant."""
        return self.repository.name

    @property
    def confirmed(self) -> date | None:
        """When it was last asked; each repository at length at least once a week."""
        on = self.repository.as_of
        return on if on and on <= self.edition.today else None

    @property
    def description(self) -> str | None:
        """The repository's own words on what it is."""
        return self._about.description if self._about else None

    @property
    def topics(self) -> tuple[str, ...]:
        """What the repository is filed under."""
        return self._about.topics if self._about else ()

    @property
    def homepage(self) -> str | None:
        """The site it names."""
        return links.https(self._about.homepage) if self._about else None

    @property
    def archived(self) -> bool:
        """Whether it is closed for changes."""
        return bool(self._about and self._about.archived)

    @property
    def archived_on(self) -> date | None:
        """Since when, where the forge says."""
        return self._about.archived_on if self._about else None

    @property
    def stars(self) -> int | None:
        """How many have marked it."""
        return self._about.stars if self._about else None

    @property
    def forks(self) -> int | None:
        """How many copies have been made on the forge."""
        return self._about.forks if self._about else None

    @property
    def open(self) -> Told[OpenWork]:
        """Open issues and change requests."""
        return self._told(self.facts.open)

    @property
    def issues(self) -> str | None:
        """Where issues are."""
        return links.issues(self.repository.url, self._forge)

    @property
    def changes(self) -> str | None:
        """Where pull or merge requests are."""
        return links.changes(self.repository.url, self._forge)

    @property
    def replies(self) -> Told[Answers]:
        """How outsiders were answered in the past year."""
        told = self._told(self.facts.replies)
        return self._with(told, _answers(told.value) if told.value else None)

    @property
    def outside(self) -> Told[OutsideContributions]:
        """Change requests by outsiders that were merged in two years."""
        return self._told(self.facts.outside)

    @property
    def newcomers(self) -> Told[Newcomers]:
        """Open issues that are meant for newcomers."""
        told = self._told(self.facts.newcomers)
        found = [Link(links.https(i.url), _number(i.url)) for i in told.value or ()]
        some = Newcomers(tuple(found[:_SHOWN_ISSUES]), max(0, len(found) - _SHOWN_ISSUES))
        return self._with(told, some if found else None)

    @property
    def releases(self) -> Told[tuple[Release, ...]]:
        """The newest releases."""
        told = self._told(self.facts.releases)
        newest = told.value.newest if told.value else ()
        return self._with(told, tuple(self._release(one) for one in newest) or None)

    def _release(self, one: ForgeRelease) -> Release:
        href = links.tag(self.repository.url, one.tag, self._forge)
        return Release(Link(href, one.tag), one.on, one.prerelease, one.notes)

    def _told(self, evidence: Found[T] | Absent | Unseen) -> Told[T]:
        match evidence:
            case Unseen(unseen=reason):
                return Told(unseen=self.edition.wording.unseen(reason))
            case Absent(stale_since=since):
                return Told(None, None, since, self.edition.day.is_old(since, "harvest"))
            case Found(found=value, stale_since=since):
                return Told(value, None, since, self.edition.day.is_old(since, "harvest"))

    @staticmethod
    def _with(told: "Told[Any]", value: T | None) -> Told[T]:
        return Told(value, told.unseen, told.stale_since, told.old)

    @property
    def _about(self) -> ForgeAbout | None:
        return self.facts.about.found if isinstance(self.facts.about, Found) else None

    @property
    def _forge(self) -> ForgeName | None:
        return self.edition.forge(self.repository.url)


def _answers(told: Replies) -> Answers:
    hours = told.median_hours
    days = None if hours is None else max(1, ceil(hours / _HOURS))
    return Answers(told.opened, told.answered, days, told.capped)


def _number(url: str) -> str:
    return f"#{url.rstrip('/').rsplit('/', 1)[-1]}"
