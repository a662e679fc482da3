"""Projects together: all there are, or those of one body."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from catalog.models.curated import Body
from catalog.publish.sorting import swedish
from catalog.publish.views.edition import Edition
from catalog.publish.views.project import ProjectView


class Gathered:
    """Projects together: described products, and repositories that stand for themselves."""

    projects: tuple[ProjectView, ...]

    @cached_property
    def products(self) -> tuple[ProjectView, ...]:
        """Projects that somebody has described."""
        return tuple(project for project in self.projects if project.is_product)

    @cached_property
    def others(self) -> tuple[ProjectView, ...]:
        """Repositories that no product claims."""
        return tuple(project for project in self.projects if not project.is_product)

    @property
    def repositories(self) -> int:
        """How many repositories all projects have together."""
        return sum(len(project.present) for project in self.projects)


@dataclass(frozen=True)
class OfBody:
    """A body and its own projects."""

    body: Body
    edition: Edition
    projects: tuple[ProjectView, ...]

    @property
    def id(self) -> str:
        """The body's id, which is also its address."""
        return self.body.id

    @property
    def name(self) -> str:
        """What it is called in the language of the page."""
        return self.edition.name_of(self.body)


def by_body(projects: Iterable[ProjectView]) -> dict[str, tuple[ProjectView, ...]]:
    """Return projects by the id of the body that publishes them, in their order."""
    found: dict[str, list[ProjectView]] = {}
    for project in projects:
        found.setdefault(project.project.body.id, []).append(project)
    return {body: tuple(those) for body, those in found.items()}


def in_order(bodies: Iterable[Body], edition: Edition) -> list[Body]:
    """Return bodies in alphabetical order."""
    return sorted(bodies, key=lambda body: swedish(edition.name_of(body)))
