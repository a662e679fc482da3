"""The assembled catalogue: what people and machines say, joined, with who said what."""

from datetime import date
from functools import cached_property
from typing import Generic, Literal, TypeAlias, TypeVar

from catalog.models.advisories import Concern
from catalog.models.base import Frozen
from catalog.models.curated import (
    Adoption,
    Body,
    Call,
    CuratedData,
    Kind,
    Language,
    Override,
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
from catalog.models.usage import Usage
from catalog.models.verdict import Cite

T = TypeVar("T")

By: TypeAlias = Literal["publiccode", "harvest", "forge", "curated", "content", "override"]
WhyHidden: TypeAlias = (
    Literal["excluded", "no-source", "corrupt", "technical-fork", "mirror"] | Fate
)


class Stated(Frozen, Generic[T]):
    """A value with who says it, where, and who said otherwise and was overruled.

    ``correction`` is set where ``by`` is ``override``. ``also`` are places that say something of
    the field in words which are not kept here.
    """

    value: T
    by: By
    cite: Cite | None = None
    overruled: tuple["Stated[T]", ...] = ()
    correction: Override | None = None
    also: tuple[Cite, ...] = ()


class Said(Frozen):
    """What is said of a project, field by field; kind and status stand with the project itself.

    None, or no entry for a language: nobody says anything. Version and release are derived, never
    typed here. ``url`` is None where only the repository's own address is known.
    """

    name: Stated[str] | None = None
    url: Stated[str] | None = None
    landing: Stated[str] | None = None
    short: dict[Language, Stated[str]] = {}
    long: dict[Language, Stated[str]] = {}
    features: dict[Language, Stated[tuple[str, ...]]] = {}
    documentation: dict[Language, Stated[str]] = {}
    categories: Stated[tuple[str, ...]] | None = None
    languages: Stated[tuple[str, ...]] | None = None
    licence: Stated[tuple[str, ...]] | None = None
    maintenance: Stated[str] | None = None
    version: Stated[str] | None = None
    released: Stated[date] | None = None


class Copy(Frozen):
    """Another address at which a repository of the project stands, folded into it; why is said."""

    url: str
    source: str | None
    descent: Descent
    former: tuple[str, ...] = ()


class ProjectRepository(Frozen):
    """A repository of a project. ``facts`` is None where no harvest has reached it yet.

    ``as_of`` is the date its state was last confirmed with the source, or where it could not be,
    the date of the first harvest that failed to; ages count to that date. ``former`` are addresses
    it had, oldest first. ``gone`` is set where it is no more: it has no facts then. ``pattern`` is
    what folded it into the project, where nobody named it. ``copies`` stand at other addresses.
    ``owner`` is the id of the body whose account holds it, where somebody has said so, and
    ``suppliers`` tells that the account is said to be a supplier's.
    ``concern`` is what public advisories say of the packages it locks.
    """

    url: str
    role: Role
    source: str | None
    facts: RepositoryFacts | None
    as_of: date | None
    former: tuple[str, ...] = ()
    gone: Tombstone | None = None
    descent: Descent | None = None
    pattern: str | None = None
    copies: tuple[Copy, ...] = ()
    owner: str | None = None
    suppliers: bool = False
    concern: Concern | None = None  # None: nobody has asked for advisories

    @cached_property
    def commit(self) -> str | None:
        """The commit that its facts were read from."""
        head = self.facts.head if self.facts else None
        return head.found.commit if isinstance(head, Found) else None

    @cached_property
    def place(self) -> Cite:
        """The whole of it, at that commit: what a statement on all of it rests on."""
        return Cite(self.url, self.commit)

    @property
    def name(self) -> str:
        """The last part of the address, which people call the repository by."""
        return self.url.rsplit("/", 1)[-1]


class Project(Frozen):
    """A product: one entry of the catalogue, over one repository or many.

    ``bodies`` are those that its adoptions, calls and repositories name, by id.
    """

    id: str
    name: str
    body: Body
    kind: Stated[Kind]
    status: Stated[LifecycleWord] | None
    description: dict[Language, str]
    repositories: tuple[ProjectRepository, ...]
    adoptions: tuple[Adoption, ...]
    entry: ProjectEntry | None  # None: nobody has written about it, it stands for its repository
    said: Said = Said()
    calls: tuple[Call, ...] = ()
    bodies: dict[str, Body] = {}

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
    usage: Usage | None = None  # None: no body has been asked

    def project(self, project_id: str) -> Project | None:
        """Find a project by its id."""
        return next((p for p in self.projects if p.id == project_id), None)


def _last_human(repository: ProjectRepository) -> date | None:
    history = repository.facts.history if repository.facts else None
    return history.found.last_human if isinstance(history, Found) else None
