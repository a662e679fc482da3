"""Who builds on whom: bodies and projects as a graph, every line with its evidence and date."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from catalog.hub.calls import Standing
from catalog.hub.packages import Need, makers, needs
from catalog.models.address import key_of
from catalog.models.curated import Adoption, Participation
from catalog.models.descent import Sign
from catalog.models.project import Catalogue, Project, ProjectRepository

How: TypeAlias = Literal["adopts", "depends", "descends", "shares", "joins"]
Way: TypeAlias = Literal["in", "out", "within"]
_SAME = frozenset({"same-beginning", "begun-later", "same-head"})


class Tie(NamedTuple):
    """A repository that stands in a line of descent, by its address, and what tells so."""

    url: str
    sign: Sign | None


class Answered(NamedTuple):
    """A call about the project, and how far the body goes along; None: it is the one that asks."""

    standing: Standing
    role: Participation | None


@dataclass(frozen=True)
class Edge:
    """Somebody reuses a project. ``body`` is None where the bodies are not named.

    ``by`` is the project that is built on it, None where a body as such uses it. ``shares`` has no
    direction: both begin with the same commit, and nothing tells which came first. ``on`` is the
    latest day of its evidence.
    """

    how: How
    used: Project
    body: str | None
    by: Project | None = None
    on: date | None = None
    needs: tuple[Need, ...] = ()
    ties: tuple[Tie, ...] = ()
    adoption: Adoption | None = None
    answered: Answered | None = None

    @property
    def is_within(self) -> bool:
        """Whether a body reuses its own."""
        return self.body == self.used.body.id

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What puts edges into the same order every time."""
        by = self.by.id if self.by else ""
        rest = self.adoption.id if self.adoption else ""
        rest += self.answered.standing.call.id if self.answered else ""
        rest += self.ties[0].url if self.ties else ""
        return self.used.id, self.body or "~", by, self.how, rest


@dataclass(frozen=True)
class Graph:
    """All edges, in order, and those of each body."""

    edges: tuple[Edge, ...]

    @cached_property
    def between(self) -> tuple[Edge, ...]:
        """The edges from one body to another."""
        return tuple(edge for edge in self.edges if not edge.is_within)

    @cached_property
    def _of(self) -> dict[tuple[str, str], list[Edge]]:
        found: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        for edge in self.edges:
            if edge.is_within:
                found["within", edge.used.body.id].append(edge)
                continue
            found["in", edge.used.body.id].append(edge)
            if edge.body:
                found["out", edge.body].append(edge)
        return found

    def of(self, body: str, way: Way) -> tuple[Edge, ...]:
        """Return what others reuse of a body, what it reuses of others, or of its own."""
        return tuple(self._of.get((way, body), ()))


def graph(catalogue: Catalogue, calls: Iterable[Standing]) -> Graph:
    """Return who builds on whom, as far as the catalogue knows. Takes time in proportion to it."""
    projects = {project.id: project for project in catalogue.projects}
    found = [
        *_dependencies(catalogue.projects),
        *_descents(catalogue.projects),
        *_copies(catalogue),
        *_adoptions(catalogue, projects),
        *_joined(calls, projects),
    ]
    return Graph(tuple(sorted(found, key=lambda edge: edge.key)))


def _dependencies(projects: Iterable[Project]) -> Iterator[Edge]:
    """One edge a pair of projects, however many packages it rests on."""
    known = makers(projects)
    for project in projects:
        found: dict[str, list[Need]] = defaultdict(list)
        for repository in project.repositories:
            for need in needs(repository, known):
                found[known[need.package].project.id].append(need)
        for made in found.values():
            used = known[made[0].package].project
            if used.id != project.id:
                order = sorted(made, key=lambda n: (not n.direct, n.repository.url, n.package))
                days = [need.repository.as_of for need in made if need.repository.as_of]
                yield Edge("depends", used, project.body.id, project, max(days, default=None),
                           needs=tuple(order))  # fmt: skip


def _descents(projects: Iterable[Project]) -> Iterator[Edge]:
    """Return forks, and projects that begin with the same commit."""
    holding = {key_of(r.url): project for project in projects for r in project.repositories}
    found: dict[tuple[How, str, str], dict[frozenset[str], Tie]] = defaultdict(dict)
    pairs: dict[tuple[How, str, str], tuple[Project, Project]] = {}
    days: dict[tuple[How, str, str], date | None] = {}
    for project in projects:
        for repository in project.repositories:
            for how, address, sign in _lines(repository):
                other = holding.get(key_of(address))
                if other is None or other.id == project.id:
                    continue
                later, first = project, other
                if how == "shares" and later.id > first.id:
                    later, first = first, later  # both sides tell of it: one edge
                key = (how, later.id, first.id)
                pairs[key] = (later, first)
                told = frozenset((key_of(repository.url), key_of(address)))
                found[key].setdefault(told, Tie(repository.url, sign))
                days[key] = max(filter(None, (days.get(key), repository.as_of)), default=None)
    for key, ties in found.items():
        later, first = pairs[key]
        yield Edge(key[0], first, later.body.id, later, days[key], ties=tuple(ties.values()))


def _copies(catalogue: Catalogue) -> Iterator[Edge]:
    """Return other bodies' forks without work of their own, which are folded into a project."""
    for project in catalogue.projects:
        for repository in project.repositories:
            for copy in repository.copies:
                source = catalogue.sources.get(copy.source or "")
                if source and source.body != project.body.id:
                    tie = Tie(copy.url, next(iter(copy.descent.signs), None))
                    day = repository.as_of
                    yield Edge("descends", project, source.body, None, day, ties=(tie,))


def _lines(repository: ProjectRepository) -> Iterator[tuple[How, str, Sign | None]]:
    """Yield what a repository was made from, or shares its beginning with."""
    descent = repository.descent
    if descent is None:
        return
    if descent.kind and descent.origin:
        yield "descends", descent.origin, next(iter(descent.signs), None)
        return
    for sign in descent.signs:
        if sign.address and sign.code in _SAME:
            yield "descends" if sign.code == "begun-later" else "shares", sign.address, sign


def _adoptions(catalogue: Catalogue, projects: dict[str, Project]) -> Iterator[Edge]:
    for adoption in catalogue.curated.adoptions:
        used = projects.get(adoption.project)
        if used and adoption.count != 0:
            yield Edge("adopts", used, adoption.body, None, adoption.as_of, adoption=adoption)


def _joined(calls: Iterable[Standing], projects: dict[str, Project]) -> Iterator[Edge]:
    """Bodies that call for others around a project, or have answered, unless that has ended."""
    for standing in calls:
        used = projects.get(standing.call.project or "")
        if used is None or not (standing.is_open or standing.status in ("agreed", "active")):
            continue
        if standing.call.owner != used.body.id:
            told = Answered(standing, None)
            day = standing.call.published
            yield Edge("joins", used, standing.call.owner, None, day, answered=told)
        for one in standing.participants:
            if one.body not in (used.body.id, standing.call.owner):
                told = Answered(standing, one.role)
                yield Edge("joins", used, one.body, None, one.since, answered=told)
