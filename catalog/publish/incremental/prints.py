"""Fingerprints: of the code and its templates, of projects, of what a page has read."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path

from pydantic import BaseModel

from catalog.hub.reuse import Edge, Way
from catalog.hub.signals import Signal
from catalog.models.project import Project, ProjectRepository
from catalog.publish.assets import PACKAGE, SHIPPED
from catalog.publish.incremental.watched import Read, Watched
from catalog.publish.views.edition import Edition

_SIZE = 16


def print_of(*parts: str | bytes) -> str:
    """Return the fingerprint of texts; where one ends and the next begins counts."""
    made = blake2b(digest_size=_SIZE)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(b"%d:" % len(encoded))
        made.update(encoded)
    return made.hexdigest()


@cache
def code() -> str:
    """Return the fingerprint of what makes pages: our files, Python, what is installed."""
    installed = sorted(
        path.name
        for folder in map(Path, sys.path)
        if folder.is_dir()
        for path in folder.glob("*.dist-info")
    )
    return print_of(sys.version, *installed, *_contents((PACKAGE, SHIPPED)))


def of_files(folders: Iterable[Path]) -> str:
    """Return the fingerprint of all files below folders; one that is not there has none."""
    return print_of(*_contents(folders))


def _contents(folders: Iterable[Path]) -> Iterator[str | bytes]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(folder).as_posix()
                yield path.read_bytes()


class Prints:
    """The fingerprints of one edition; ``base`` is of all that its pages share."""

    def __init__(self, edition: Edition, base: str) -> None:
        """Reckon nothing yet."""
        self._of = edition
        self._answers: dict[Read, str | None] = {}
        model = edition.wording.model.model_dump_json()
        self._base = print_of(base, edition.language, edition.today.isoformat(), model)

    def key(self, path: str, template: str, watched: Watched) -> str:
        """Return the fingerprint of what a page is, but for what it reads beside its projects."""
        own = [self._project(project) or "" for project in watched.own]
        return print_of(self._base, path, template, repr(watched.shows), *watched.own, *own)

    def answers(self, reads: Iterable[Read]) -> str | None:
        """Return the fingerprint of what is read so; None where nobody can know."""
        found = [self._answer(read) for read in sorted(reads)]
        known = [one for one in found if one is not None]
        return print_of(*known) if len(known) == len(found) else None

    def _answer(self, read: Read) -> str | None:
        if read not in self._answers:
            kind, *of = read
            tell = getattr(self, f"_{kind}", None) if kind in _KINDS else None
            self._answers[read] = tell(*of) if tell else None
        return self._answers[read]

    @cached_property
    def _projects(self) -> Mapping[str, Project]:
        return {project.id: project for project in self._of.catalogue.projects}

    def _project(self, project_id: str) -> str:
        """Return a project's; that of its facts is the file's, which is much quicker to have."""
        project = self._projects.get(project_id)
        if project is None:
            return ""
        without = project.model_dump_json(exclude={"repositories": {"__all__": {"facts"}}})
        return print_of(without, *map(self._facts, project.repositories))

    def _facts(self, repository: ProjectRepository) -> str:
        if repository.facts is None:
            return ""
        known = self._of.files.get(id(repository.facts))
        return known or repository.facts.model_dump_json()

    def _body(self, body: str) -> str:
        return _said(self._of.catalogue.bodies.get(body))

    def _source(self, source: str) -> str:
        return _said(self._of.catalogue.sources.get(source))

    def _cited(self, reference: str) -> str:
        return _said(self._of.catalogue.references.get(reference))

    def _catalogue(self, name: str) -> str:
        if name == "projects":
            return print_of(*(f"{one} {self._answer(('project', one))}" for one in self._projects))
        return _said(getattr(self._of.catalogue, name))

    def _edition(self, name: str) -> str:
        return _said(getattr(self._of, name))

    def _place(self, kind: str, entry: str) -> str:
        return _said(self._of.places.get((kind, entry)))

    def _forge(self, repository: str) -> str:
        return _said(self._of.forge(repository))

    def _reference(self, reference: str) -> str:
        return _said(self._of.reference(reference))

    def _adoptions(self, body: str) -> str:
        return _said(self._of.adoptions_by(body))

    def _whereabouts(self, url: str) -> str:
        found = self._of.whereabouts(url)
        if found is None:
            return ""
        project = self._answer(("project", found.project.id)) if found.project else None
        return repr((found.name, found.href, project))

    def _calls_about(self, project: str) -> str:
        return _said(self._of.calls_about(project))

    def _calls_with(self, body: str) -> str:
        return _said(self._of.calls_with(body))

    def _history(self, project: str) -> str:
        return _said(self._of.history.of(project))

    def _reuse(self, body: str, way: Way) -> str:
        return print_of(*map(self._edge, self._of.reuse.of(body, way)))

    def _edge(self, edge: Edge) -> str:
        """Return an edge's, in which the projects are those that they are elsewhere."""
        ends = [self._answer(("project", end.id)) or "" for end in (edge.used, edge.by) if end]
        said = (edge.how, edge.body, edge.on, edge.needs, edge.ties)
        answered = edge.answered  # how the call stands follows from the call and the day
        call = (answered.role, _said(answered.standing.call)) if answered else None
        return print_of(repr(said), _said(edge.adoption), repr(call), *ends)

    def _signals(self, body: str) -> str:
        return print_of(*map(self._signal, self._of.signals.of(body)))

    def _signal(self, signal: Signal) -> str:
        """Return a signal's, in which the projects are those that they are elsewhere."""
        seen = signal.seen
        ends = [self._answer(("project", end.id)) or "" for end in (signal.project, *seen.by)]
        needs = [(need.package, need.version, need.direct) for need in seen.needs]
        said = (signal.id, signal.answer, needs, seen.ties, seen.topics, seen.declared, seen.on)
        return print_of(repr(said), _said(signal.adoption), _said(signal.rejection),
                        repr(signal.cites), *ends)  # fmt: skip

    def _readme(self, repository: str) -> str:
        return _said(self._of.readmes.text(repository)) if self._of.readmes else ""


_KINDS = frozenset(
    {"adoptions", "body", "calls_about", "calls_with", "catalogue", "cited", "edition", "forge",
     "history", "place", "project", "readme", "reference", "reuse", "signals", "source",
     "whereabouts"}
)  # fmt: skip


def _said(value: object) -> str:
    """Write any value so that equal ones are written alike, and others are not."""
    if isinstance(value, BaseModel):
        return value.model_dump_json()
    if isinstance(value, Mapping):
        return print_of(*(f"{key!r} {_said(one)}" for key, one in value.items()))
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return print_of(*map(_said, value))
    return repr(value)
