"""The assembled catalogue: what people and machines say, joined, with who said what."""

from datetime import date
from typing import Generic, Literal, TypeAlias, TypeVar

from catalog.models.base import Frozen
from catalog.models.curated import (
    Adoption,
    Body,
    CuratedData,
    Kind,
    Language,
    ProjectEntry,
    Reference,
    Role,
    Source,
    Text,
)
from catalog.models.descent import Descent
from catalog.models.evidence import Found
from catalog.models.facts import Fate, LifecycleWord, RepositoryFacts, Tombstone
from catalog.models.run import RunReport
from catalog.models.verdict import Cite

T = TypeVar("T")

By: TypeAlias = Literal["publiccode", "harvest", "curated", "content"]
WhyHidden: TypeAlias = (
    Literal["excluded", "no-source", "corrupt", "technical-fork", "mirror"] | Fate
)


class Stated(Frozen, Generic[T]):
    """A value with who says it, where, and who said otherwise and was overruled."""

    value: T
    by: By
    cite: Cite | None = None
    overruled: tuple["Stated[T]", ...] = ()


class ProjectRepository(Frozen):
    """A repository of a project. ``facts`` is None where no harvest has reached it yet.

    ``as_of`` is the date its state was last confirmed with the source, or where it could not be,
    the date of the first harvest that failed to; ages count to that date. ``former`` are addresses
    it had, oldest first. ``gone`` is set where it is no more: it has no facts then.
    """

    url: str
    role: Role
    source: str | None
    facts: RepositoryFacts | None
    as_of: date | None
    former: tuple[str, ...] = ()
    gone: Tombstone | None = None
    descent: Descent | None = None

    @property
    def name(self) -> str:
        """The last part of the address, which people call the repository by."""
        return self.url.rsplit("/", 1)[-1]


class Project(Frozen):
    """A product: one entry of the catalogue, over one repository or many."""

    id: str
    name: str
    body: Body
    kind: Stated[Kind]
    status: Stated[LifecycleWord] | None
    description: dict[Language, str]
    repositories: tuple[ProjectRepository, ...]
    adoptions: tuple[Adoption, ...]
    entry: ProjectEntry | None  # None: nobody has written about it, it stands for its repository

    @property
    def last_activity(self) -> date | None:
        """The latest human commit in any repository of the project."""
        dates = [found for r in self.repositories if (found := _last_human(r))]
        return max(dates, default=None)


class Hidden(Frozen):
    """Something that does not show as a project of its own, and why.

    ``to`` is where it has gone, or what it is a copy of; ``since`` when it was found to be gone.
    """

    url: str
    reason: WhyHidden
    detail: Text = ""
    to: str | None = None
    since: date | None = None


class Included(Frozen):
    """A repository that a source takes in by name, whatever else holds for it, and why."""

    url: str
    source: str
    reason: Text


class Catalogue(Frozen):
    """Everything that is published."""

    curated: CuratedData
    projects: tuple[Project, ...]
    bodies: dict[str, Body]
    sources: dict[str, Source]
    references: dict[str, Reference]
    run: RunReport
    hidden: tuple[Hidden, ...] = ()
    included: tuple[Included, ...] = ()

    def project(self, project_id: str) -> Project | None:
        """Find a project by its id."""
        return next((p for p in self.projects if p.id == project_id), None)


def _last_human(repository: ProjectRepository) -> date | None:
    history = repository.facts.history if repository.facts else None
    return history.found.last_human if isinstance(history, Found) else None
