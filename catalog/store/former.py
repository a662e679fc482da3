"""Ids that projects had before: each leads to one project, and to none that has it now."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from catalog.models.problem import Problem
from catalog.yaml_lines import Document, Path

RULE = "former-id"


class Former(NamedTuple):
    """A former id, the project that says it had it, and where it says so."""

    id: str
    project: str
    document: Document
    path: Path

    def problem(self, message: str, hint: str) -> Problem:
        """Make a problem that points at it."""
        found = self.document.problem(self.path, message, hint)
        return found.model_copy(update={"rule": RULE})


def formers(documents: Iterable[Document]) -> list[Former]:
    """List what is written under ``catalog.former``; what is no id is told by the models."""
    return [one for document in documents for one in _of(document)]


def _of(document: Document) -> Iterator[Former]:
    lists = document.data if isinstance(document.data, dict) else {}
    projects = lists.get("projects")
    for index, entry in enumerate(projects if isinstance(projects, list) else ()):
        path: Path = ("projects", index, "catalog", "former")
        said = document.value(path) if isinstance(entry, dict) and "catalog" in entry else None
        for place, one in enumerate(said if isinstance(said, list) else ()):
            if isinstance(one, str):
                yield Former(one, str(entry.get("id")), document, (*path, place))


def clashes(found: Sequence[Former], living: Iterable[str]) -> Iterable[Problem]:
    """Tell former ids that lead to themselves, in a circle, to a living project, or to two."""
    living = frozenset(living)
    said = {(one.project, one.id) for one in found}
    owners: dict[str, str] = {}
    for one in found:
        if told := _clash(one, living, said, owners):
            yield one.problem(*told)
        owners.setdefault(one.id, one.project)


def _clash(
    one: Former, living: frozenset[str], said: set[tuple[str, str]], owners: dict[str, Any]
) -> tuple[str, str] | None:
    if one.id == one.project:
        return f"'{one.id}' is the id that the project has now", "name only ids that it has left"
    if one.id in living and (one.id, one.project) in said:
        hint = "keep it in the project that has the new id, and remove the other entry"
        return f"'{one.id}' and '{one.project}' each say that they were the other", hint
    if one.id in living:
        hint = f"remove it here; if '{one.id}' has become this project, remove that entry"
        return f"'{one.id}' is the id of another project, so its address cannot lead here", hint
    if one.id in owners:
        where = "here" if owners[one.id] == one.project else f"in '{owners[one.id]}'"
        return f"the former id '{one.id}' already stands {where}", "keep it in one place"
    return None
