"""Every value of a document together with where it stands."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from catalog.models.problem import Problem, Severity
from catalog.yaml_lines import Document, Path


class Place(NamedTuple):
    """A value, its key (that of the list for a value of a list), and the path of what holds it."""

    document: Document
    above: Path
    step: str | int
    key: str
    value: Any

    @property
    def path(self) -> Path:
        """The path of the value itself."""
        return (*self.above, self.step)

    def problem(self, rule: str, message: str, hint: str, severity: Severity = "error") -> Problem:
        """Make a problem that points at the value."""
        found = self.document.problem(self.path, message, hint)
        return found.model_copy(update={"rule": rule, "severity": severity})

    def beside(
        self, way: Path, rule: str, message: str, hint: str, severity: Severity = "error"
    ) -> Problem:
        """Make a problem that points at another value of what holds this one."""
        return self._replace(above=(*self.above, *way[:-1]), step=way[-1]).problem(
            rule, message, hint, severity
        )


KEYS = frozenset({"id", "ref", "asOf", "confirmed", "consent", "reviewBy"})


def places(document: Document) -> list[Place]:
    """List the values that rules look at: those under ``KEYS``, and texts that hold an @.

    All others are passed by, for a catalogue has half a million. Reading has bounded the depth.
    """
    found: list[Place] = []
    if isinstance(document.data, dict):
        _gather(document, (), "", document.data, found)
    return found


def _gather(document: Document, path: Path, key: str, value: Any, found: list[Place]) -> None:  # noqa: ANN401
    if isinstance(value, dict):
        steps: Iterable[tuple[str | int, str, Any]] = ((k, k, inner) for k, inner in value.items())
    else:
        steps = ((index, key, inner) for index, inner in enumerate(value or ()))
    for step, name, inner in steps:
        if name in KEYS or (isinstance(inner, str) and "@" in inner):
            found.append(Place(document, path, step, name, inner))
        if isinstance(inner, dict | list):
            _gather(document, (*path, step), name, inner, found)
