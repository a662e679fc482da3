"""Curated data and a snapshot become a catalogue; nothing is dropped without a reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from catalog.assemble.identity import project_id
from catalog.assemble.kinds import kind_of
from catalog.models.address import key_of
from catalog.models.curated import CuratedData, Kind, Language, ProjectEntry, Role, Source
from catalog.models.evidence import Found
from catalog.models.facts import LifecycleWord, RepositoryFacts
from catalog.models.problem import Problem
from catalog.models.project import Catalogue, Hidden, Project, ProjectRepository, Stated
from catalog.models.run import RunReport
from catalog.models.verdict import Cite
from catalog.store.snapshot import Snapshot


def assemble(curated: CuratedData, snapshot: Snapshot) -> Catalogue:
    """Join curated data and facts.

    Every repository that a source lists shows in exactly one project: the one that claims it, or
    one of its own. What does not show stands in ``hidden`` with its reason. Ordered by id.
    """
    repositories = _Repositories(curated, snapshot)
    projects = [_product(entry, curated, repositories) for entry in curated.projects]
    taken = {p.id for p in projects}
    projects += [_single(url, curated, repositories, taken) for url in repositories.unclaimed()]
    return Catalogue(
        curated=curated,
        projects=tuple(sorted(projects, key=lambda p: p.id)),
        bodies={b.id: b for b in curated.bodies},
        sources={s.id: s for s in curated.sources},
        references={r.id: r for r in curated.references},
        run=snapshot.report,
        hidden=tuple(_hidden(curated, repositories, snapshot.problems)),
    )


@dataclass
class _Repositories:
    """All repositories by identity: listed, harvested or claimed."""

    curated: CuratedData
    snapshot: Snapshot
    facts: dict[str, RepositoryFacts] = field(init=False)
    sources: dict[str, Source] = field(init=False)
    urls: dict[str, str] = field(init=False)
    claims: dict[str, str] = field(init=False)
    strays: list[RepositoryFacts] = field(init=False)  # facts that no source names (any more)

    def __post_init__(self) -> None:
        by_id = {s.id: s for s in self.curated.sources}
        self.facts = {key_of(url): f for url, f in self.snapshot.facts.items()}
        listed = {key_of(u): (u, s) for s in self.curated.sources for u in s.urls}
        harvested = {
            k: (f.url, source)
            for k, f in self.facts.items()
            if (source := by_id.get(f.source)) and (k in listed or not source.urls)
        }
        self.strays = [f for k, f in self.facts.items() if k not in harvested]
        self.urls = {k: u.removesuffix(".git") for k, (u, _) in {**listed, **harvested}.items()}
        self.sources = {k: s for k, (_, s) in {**harvested, **listed}.items()}
        self.claims = {
            key_of(r.repo): entry.id for entry in self.curated.projects for r in entry.catalog.repos
        }

    def excluded(self) -> Mapping[str, str]:
        """Return identity -> source of what curated data leaves out."""
        return {key_of(e.repo): s.id for s in self.curated.sources for e in s.exclude}

    def unclaimed(self) -> list[str]:
        """Return the identities that no product claims and no source excludes, in order."""
        return sorted(set(self.urls) - set(self.claims) - set(self.excluded()))

    def repository(self, url: str, role: Role) -> ProjectRepository:
        """Join one repository's role with its facts and how fresh they are."""
        key = key_of(url)
        facts, source = self.facts.get(key), self.sources.get(key)
        return ProjectRepository(
            url=self.urls.get(key, url),
            role=role,
            source=source.id if source else None,
            facts=facts,
            as_of=_as_of(facts, self.snapshot.report),
        )


def _as_of(facts: RepositoryFacts | None, report: RunReport) -> date | None:
    if facts is None:
        return None
    run = report.sources.get(facts.source)
    return facts.stale_since or (run.succeeded if run else None)


def _product(entry: ProjectEntry, curated: CuratedData, known: _Repositories) -> Project:
    repositories = tuple(known.repository(r.repo, r.role) for r in entry.catalog.repos)
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


def _single(key: str, curated: CuratedData, known: _Repositories, taken: set[str]) -> Project:
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


def _hidden(
    curated: CuratedData, known: _Repositories, problems: Iterable[Problem]
) -> Iterable[Hidden]:
    for source in curated.sources:
        for exclusion in source.exclude:
            if key_of(exclusion.repo) in known.claims:
                continue  # it shows after all, in the product that claims it
            reason = exclusion.reason
            words = reason if isinstance(reason, str) else next(iter(reason.values()))
            yield Hidden(url=exclusion.repo, reason="excluded", detail=words)
    for facts in known.strays:
        yield Hidden(url=facts.url, reason="no-source", detail=facts.source)
    for problem in problems:
        yield Hidden(url=problem.file, reason="corrupt", detail=problem.message)
