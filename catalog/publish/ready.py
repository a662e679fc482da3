"""Files that are ready to use: for an owner's repositories, for one repository, for the catalogue.

They name roles and placeholders, never persons, and say nothing that nobody has said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from jinja2 import Environment

from catalog.publiccode.drafter import draft, scalar
from catalog.publish.terminal import filled
from catalog.publish.views.project import ProjectView
from catalog.publish.views.todo import TodoView
from catalog.readiness.places import place_of
from catalog.store.curated import Written


class Question(NamedTuple):
    """A question whose answer can be written in the catalogue."""

    id: str
    words: str


class Asked(NamedTuple):
    """A key of an entry, and the questions that it answers; ``name`` is its last part."""

    name: str
    questions: tuple[Question, ...]


class Entry(NamedTuple):
    """A project as an entry to paste, or the place of the one that it has."""

    view: ProjectView
    place: Written | None
    asked: dict[str, list[Question]]  # by key

    @property
    def name(self) -> str:
        """The name as YAML."""
        return scalar(self.view.name)

    @property
    def urls(self) -> tuple[str, ...]:
        """The addresses of its repositories as YAML."""
        return tuple(scalar(r.repository.url) for r in self.view.present)

    def below(self, parent: str) -> tuple[Asked, ...]:
        """The keys right below another; "" is the entry itself."""
        return tuple(
            Asked(key.rpartition(".")[2], tuple(questions))
            for key, questions in self.asked.items()
            if key.rpartition(".")[0] == parent
        )


@dataclass(frozen=True)
class ReadyView:
    """A body's entries to paste."""

    todo: TodoView

    @property
    def id(self) -> str:
        """The body's id."""
        return self.todo.id

    @property
    def place(self) -> Written | None:
        """Where the body's own entry is written."""
        return self.todo.place

    @property
    def written(self) -> tuple[Entry, ...]:
        """Projects that have an entry, with what it could answer."""
        return tuple(entry for entry in self._entries if entry.place and entry.asked)

    @property
    def unwritten(self) -> tuple[Entry, ...]:
        """Projects that have no entry yet, with what one could answer."""
        return tuple(entry for entry in self._entries if not entry.place and entry.asked)

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        places = self.todo.edition.places
        return tuple(
            Entry(view, places.get(("projects", view.id)), _asked(view))
            for view in self.todo.projects
            if not view.level.left_ladder
        )


@dataclass(frozen=True)
class DraftView:
    """A draft of one project's publiccode.yml."""

    project: ProjectView

    @property
    def text(self) -> str:
        """The file."""
        edition = self.project.edition
        return draft(self.project.project, edition.catalogue.bodies, edition.language)


def ready(todo: TodoView, spoken: Environment) -> Iterator[tuple[str, str]]:
    """Give the files of a body's list: a path below the list's own, and the text.

    ``spoken`` is an environment of the list's language, which writes plainly.
    """
    yield from shared(todo, spoken)
    for view in todo.drafted:
        yield f"publiccode/{view.id}.yml", DraftView(view).text


def shared(todo: TodoView, spoken: Environment) -> Iterator[tuple[str, str]]:
    """Give those of the files that are for all of a body's projects."""
    language, today = todo.edition.language, todo.edition.today.isoformat()
    for name in ("SECURITY.md", "CONTRIBUTING.md"):
        yield name, filled(spoken, f"ready/{language}/{name}", body=todo.name) + "\n"
    entries = filled(spoken, "ready/catalogue.yaml", view=ReadyView(todo), today=today)
    yield "catalogue.yaml", entries + "\n"


def _asked(view: ProjectView) -> dict[str, list[Question]]:
    """Give what the entry can answer and is a condition of a level, by the key that answers it."""
    found: dict[str, list[Question]] = {}
    for check in view.checks.values():
        key = place_of(check.id).key
        if key and key not in {"adoptions", "calls"} and check.is_question and check.words.gates:
            found.setdefault(key, []).append(Question(check.id, check.question))
    return found
