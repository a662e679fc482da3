"""Verdicts against labels: repositories that people have read, check by check.

``tests/labelled`` is a catalogue: facts that the harvester read out of public repositories, and
beside them ``labels/``, what a reader says of each check that git alone can answer. A label may
name other statuses that a careful reader could defend.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import yaml

from catalog.assemble import load as load_catalogue
from catalog.models.address import key_of
from catalog.models.curated import Kind
from catalog.models.project import Project
from catalog.models.verdict import Status
from catalog.readiness.levels import assess
from catalog.readiness.model import load as load_model

FOLDER = Path(__file__).parent / "labelled"
DECIDED = frozenset({"pass", "fail"})


class Label(NamedTuple):
    """What a reader says of one check; ``others`` could be defended as well."""

    status: Status
    others: frozenset[Status]


class Labelled(NamedTuple):
    """A repository that was read, as of a day."""

    repository: str
    as_of: date
    kind: Kind
    labels: dict[str, Label]


class Compared(NamedTuple):
    """One check of one repository: what the reader says and what we say."""

    repository: str
    check: str
    label: Label
    ours: Status

    @property
    def agrees(self) -> bool:
        """Whether a careful reader could say the same."""
        return self.ours == self.label.status or self.ours in self.label.others

    @property
    def is_wrong(self) -> bool:
        """Whether *met* or *not met* is said where the reader says otherwise."""
        return self.ours in DECIDED and not self.agrees


def labelled(folder: Path = FOLDER) -> list[Labelled]:
    """Read every file of labels."""
    return [_labelled(path) for path in sorted((folder / "labels").glob("*.yaml"))]


def compared(folder: Path = FOLDER) -> Iterator[Compared]:
    """Assess each repository as of the day it was read on, as the kind its reader says it is."""
    projects = {
        key_of(r.url): project
        for project in load_catalogue(folder).projects
        for r in project.repositories
    }
    model = load_model()
    for one in labelled(folder):
        project = _as_read(projects[key_of(one.repository)], one)
        assessment = assess(project, model, one.as_of)
        for check, label in one.labels.items():
            ours = assessment.verdict(check).status
            yield Compared(one.repository, check, label, ours)


def kinds(folder: Path = FOLDER) -> Iterator[tuple[str, Kind, Kind]]:
    """Yield each repository with the kind its reader says, and the one that we say."""
    found = {
        key_of(r.url): project.kind.value
        for project in load_catalogue(folder).projects
        for r in project.repositories
    }
    for one in labelled(folder):
        yield one.repository, one.kind, found[key_of(one.repository)]


def _as_read(project: Project, one: Labelled) -> Project:
    repositories = tuple(r.model_copy(update={"as_of": one.as_of}) for r in project.repositories)
    kind = project.kind.model_copy(update={"value": one.kind})
    return project.model_copy(update={"repositories": repositories, "kind": kind})


def _labelled(path: Path) -> Labelled:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    labels = {
        check: Label(said["status"], frozenset(said.get("also", ())))
        for check, said in data["labels"].items()
    }
    return Labelled(data["repository"], data["as_of"], data["kind"], labels)
