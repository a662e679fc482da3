"""Curated data and a snapshot become a catalogue; nothing is dropped without a reason."""

from catalog.assemble.classifying import kind_stated
from catalog.assemble.hidden import hidden, included
from catalog.assemble.identity import project_id
from catalog.assemble.lifecycle import status_of
from catalog.assemble.owners import is_below
from catalog.assemble.repositories import Repositories
from catalog.assemble.said import said_of
from catalog.assemble.settling import Witness
from catalog.assemble.written import Written
from catalog.models.curated import Adoption, Body, Call, CuratedData, ProjectEntry
from catalog.models.project import Catalogue, Project, ProjectRepository
from catalog.store.snapshot import Snapshot


def assemble(curated: CuratedData, snapshot: Snapshot) -> Catalogue:
    """Join curated data and facts.

    Every repository that a source lists shows in exactly one project: the one that claims it, or
    one of its own. What does not show stands in ``hidden`` with its reason. Ordered by id.
    """
    repositories = Repositories(curated, snapshot)
    projects = [_product(entry, curated, repositories) for entry in curated.projects]
    taken = {p.id for p in projects}
    projects += [_single(key, curated, repositories, taken) for key in repositories.unclaimed()]
    return Catalogue(
        curated=curated,
        projects=tuple(sorted(projects, key=lambda p: p.id)),
        bodies={b.id: b for b in curated.bodies},
        sources={s.id: s for s in curated.sources},
        references={r.id: r for r in curated.references},
        run=snapshot.report,
        hidden=hidden(repositories, snapshot.problems),
        included=included(repositories),
        usage=snapshot.usage,
    )


def _product(entry: ProjectEntry, curated: CuratedData, known: Repositories) -> Project:
    repositories = tuple(_of_supplier(one, entry) for one in known.of(entry))
    primary, written = _witnesses(repositories), Written(entry)
    said = said_of(primary, written, entry.name)
    adoptions = tuple(a for a in curated.adoptions if a.project == entry.id)
    calls = tuple(c for c in curated.calls if c.project == entry.id)
    return Project(
        id=entry.id,
        name=said.name.value if said.name else entry.name,
        body=next(b for b in curated.bodies if b.id == entry.body),
        kind=kind_stated(primary, written, entry.name),
        status=status_of(primary, written),
        description={language: stated.value for language, stated in said.short.items()},
        repositories=repositories,
        adoptions=adoptions,
        entry=entry,
        said=said,
        calls=calls,
        bodies=_bodies(known, repositories, adoptions, calls),
    )


def _single(key: str, curated: CuratedData, known: Repositories, taken: set[str]) -> Project:
    url, source = known.urls[key], known.sources[key]
    repository = known.repository(url, "primary")
    identifier = project_id(url, taken)
    taken.add(identifier)
    primary, unwritten = _witnesses((repository,)), Written(None)
    said = said_of(primary, unwritten, repository.name)
    return Project(
        id=identifier,
        name=said.name.value if said.name else repository.name,
        body=next(b for b in curated.bodies if b.id == source.body),
        kind=kind_stated(primary, unwritten, repository.name),
        status=status_of(primary, unwritten),
        description={language: stated.value for language, stated in said.short.items()},
        repositories=(repository,),
        adoptions=(),  # an adoption names a product that somebody has described
        entry=None,
        said=said,
        bodies=_bodies(known, (repository,), (), ()),
    )


def _of_supplier(repository: ProjectRepository, entry: ProjectEntry) -> ProjectRepository:
    """Mark a repository that stands under an account of one of the project's suppliers."""
    accounts = [a for supplier in entry.catalog.suppliers or () for a in supplier.accounts]
    if not any(is_below(repository.url, account) for account in accounts):
        return repository
    return repository.model_copy(update={"suppliers": True})


def _bodies(
    known: Repositories,
    repositories: tuple[ProjectRepository, ...],
    adoptions: tuple[Adoption, ...],
    calls: tuple[Call, ...],
) -> dict[str, Body]:
    """Gather the bodies that are named in what is known of a project."""
    named = {r.owner for r in repositories} | {a.body for a in adoptions} | {c.owner for c in calls}
    named |= {participant.body for call in calls for participant in call.participants}
    bodies = known.owners.bodies
    return {one: bodies[one] for one in sorted(filter(None, named)) if one in bodies}


def _witnesses(repositories: tuple[ProjectRepository, ...]) -> list[Witness]:
    """Return the primary repositories that were read; the first of all where nobody named one."""
    primary = [r for r in repositories if r.role == "primary"] or repositories[:1]
    return [Witness(r.facts) for r in primary if r.facts]
