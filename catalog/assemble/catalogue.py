"""Curated data and a snapshot become a catalogue; nothing is dropped without a reason."""

from collections.abc import Iterable

from catalog.assemble.hidden import hidden, included
from catalog.assemble.identity import project_id
from catalog.assemble.kinds import kind_of
from catalog.assemble.repositories import Repositories
from catalog.models.curated import CuratedData, Kind, Language, ProjectEntry
from catalog.models.evidence import Found
from catalog.models.facts import LifecycleWord, RepositoryFacts
from catalog.models.project import Catalogue, Project, ProjectRepository, Stated
from catalog.models.verdict import Cite
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
    )


def _product(entry: ProjectEntry, curated: CuratedData, known: Repositories) -> Project:
    repositories = known.of(entry)
    return Project(
        id=entry.id,
        name=entry.name,
        body=next(b for b in curated.bodies if b.id == entry.body),
        kind=_kind(repositories, entry.catalog.kind, entry.name),
        status=_status(repositories, entry.development_status),
        description=_descriptions(entry),
        repositories=repositories,
        adoptions=tuple(a for a in curated.adoptions if a.project == entry.id),
        entry=entry,
    )


def _single(key: str, curated: CuratedData, known: Repositories, taken: set[str]) -> Project:
    url, source = known.urls[key], known.sources[key]
    repositories = (known.repository(url, "primary"),)
    identifier = project_id(url, taken)
    taken.add(identifier)
    return Project(
        id=identifier,
        name=repositories[0].name,
        body=next(b for b in curated.bodies if b.id == source.body),
        kind=_kind(repositories, None, repositories[0].name),
        status=_status(repositories, None),
        description={},
        repositories=repositories,
        adoptions=(),  # an adoption names a product that somebody has described
        entry=None,
    )


def _descriptions(entry: ProjectEntry) -> dict[Language, str]:
    told = {lang: d.short_description for lang, d in entry.description.items()}
    return {lang: words for lang, words in told.items() if words}


def _kind(
    repositories: tuple[ProjectRepository, ...], curated: Kind | None, name: str
) -> Stated[Kind]:
    """Take what people say; else what the primary repository's publiccode or content shows."""
    read = next((r.facts for r in _primary(repositories) if r.facts), None)
    shown = kind_of(read, name) if read else None
    if curated is None:
        return shown or Stated[Kind](value="app", by="content")
    overruled = (shown,) if shown and shown.value != curated else ()
    return Stated[Kind](value=curated, by="curated", overruled=overruled)


def _primary(repositories: tuple[ProjectRepository, ...]) -> tuple[ProjectRepository, ...]:
    """Return the primary repositories, the first of all where nobody has named one."""
    return tuple(r for r in repositories if r.role == "primary") or repositories[:1]


def _status(
    repositories: tuple[ProjectRepository, ...], curated: LifecycleWord | None
) -> Stated[LifecycleWord] | None:
    """The repository's publiccode.yml comes first, then its README, then curated data."""
    said = [s for r in _primary(repositories) if r.facts for s in _stated(r.facts)]
    if curated:
        said.append(Stated[LifecycleWord](value=curated, by="curated"))
    if not said:
        return None
    overruled = tuple(s for s in said[1:] if s.value != said[0].value)
    return said[0].model_copy(update={"overruled": overruled})


def _stated(facts: RepositoryFacts) -> Iterable[Stated[LifecycleWord]]:
    commit = facts.head.found.commit if isinstance(facts.head, Found) else None
    if isinstance(facts.publiccode, Found) and facts.publiccode.found.development_status:
        cite = Cite(repository=facts.url, commit=commit, path=facts.publiccode.found.path)
        yield Stated[LifecycleWord](
            value=facts.publiccode.found.development_status, by="publiccode", cite=cite
        )
    for readme in facts.readmes.found if isinstance(facts.readmes, Found) else ():
        if readme.status:
            cite = Cite(
                repository=facts.url, commit=commit, path=readme.path, line=readme.status_line
            )
            yield Stated[LifecycleWord](value=readme.status, by="harvest", cite=cite)
