"""Projects that replace each other in a circle, so that none of them is the newest."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from catalog.models.problem import Problem
from catalog.yaml_lines import Document, Path


class _Step(NamedTuple):
    """A project's word that it replaces another, and where it says so."""

    to: str
    document: Document
    path: Path


def circles(documents: Iterable[Document]) -> Iterable[Problem]:
    """Find each circle once, and point at the step that closes it."""
    steps = _steps(documents)
    settled: set[str] = set()
    for start in steps:
        yield from _from(start, steps, settled)


def _from(start: str, steps: dict[str, list[_Step]], settled: set[str]) -> Iterable[Problem]:
    """Walk from one project without recursion: a chain may be as long as the catalogue."""
    way = {start: None} if start not in settled else {}  # in order, and quick to look into
    ahead = [iter(steps.get(start, ()))]
    while way:
        step = next(ahead[-1], None)
        if step is None:
            settled.add(way.popitem()[0])
            ahead.pop()
        elif step.to in way:
            steps_back = list(way)
            yield _circle(step, steps_back[steps_back.index(step.to) :])
        elif step.to not in settled:
            way[step.to] = None
            ahead.append(iter(steps.get(step.to, ())))


def _circle(closing: _Step, way: Sequence[str]) -> Problem:
    if len(way) > _TOLD:
        way = (*way[: _TOLD - 1], "...", way[-1])
    told = " replaces ".join(f"'{project}'" for project in (*way, closing.to))
    message = f"{told}: a circle, in which none is the newest"
    hint = "remove 'replaces' from the project that came first"
    return closing.document.problem(closing.path, message, hint)


_TOLD = 6  # projects of a circle that are named


def _steps(documents: Iterable[Document]) -> dict[str, list[_Step]]:
    steps: dict[str, list[_Step]] = {}
    for document in documents:
        lists = document.data if isinstance(document.data, dict) else {}
        projects = lists.get("projects")
        for index, entry in enumerate(projects if isinstance(projects, list) else ()):
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                path: Path = ("projects", index, "catalog", "replaces")
                replaced = _replaced(document.value(path))
                steps.setdefault(entry["id"], []).extend(
                    _Step(to, document, path) for to in replaced
                )
    return steps


def _replaced(value: Any) -> list[str]:  # noqa: ANN401 - as it stands in the file
    """Read one id or several; what is none of these is told by the models."""
    given = value if isinstance(value, list) else [value]
    return [one for one in given if isinstance(one, str)]
