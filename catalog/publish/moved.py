"""Addresses that projects had before, and which project each leads to now."""

from collections.abc import Iterator

from catalog.assemble.identity import project_id
from catalog.models.history import History
from catalog.models.project import Catalogue, Project


def moved(catalogue: Catalogue, history: History) -> dict[str, tuple[str, ...]]:
    """Return the former ids of each project that has any.

    What people write wins over what is read out of addresses, and what lives at an address keeps
    it. So each former id leads straight to a page that is there: there are no chains.
    """
    taken = {project.id for project in catalogue.projects}
    found: dict[str, list[str]] = {}
    for tell in (_written, _renamed, _claimed):
        for project in catalogue.projects:
            for one in tell(project, history):
                if one not in taken:
                    taken.add(one)
                    found.setdefault(project.id, []).append(one)
    return {project: tuple(sorted(ids)) for project, ids in found.items()}


def _written(project: Project, _: History) -> Iterator[str]:
    """Give what people say that it was."""
    yield from project.entry.catalog.former if project.entry else ()


def _renamed(project: Project, _: History) -> Iterator[str]:
    """Give what its repositories were called when they stood for themselves, as forges tell."""
    for repository in project.repositories:
        for url in repository.former:
            yield project_id(url, ())


def _claimed(project: Project, history: History) -> Iterator[str]:
    """Give ids of its repositories, and of copies, that had pages of their own once."""
    if not history.lines:
        return
    for repository in project.repositories:
        copies = (url for copy in repository.copies for url in (copy.url, *copy.former))
        for url in (repository.url, *copies) if project.entry or repository.copies else ():
            if history.of(one := project_id(url, ())):
                yield one
