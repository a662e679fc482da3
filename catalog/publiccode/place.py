"""Where a value of a publiccode.yml stands, and what is noted there."""

from dataclasses import dataclass, field, replace
from typing import Any

from catalog.models.problem import Problem, Severity
from catalog.yaml_lines import Document, Path

MOST = 200  # problems of one file: who has as many mends some and looks again


@dataclass(frozen=True)
class Place:
    """A path in a document, and the problems of all of it."""

    document: Document
    path: Path = ()
    problems: list[Problem] = field(default_factory=list)
    named: bool = True

    @property
    def name(self) -> str:
        """The last key, with its number where it is one of a list."""
        texts = [i for i, part in enumerate(self.path) if isinstance(part, str)]
        return _key(self.path[texts[-1] :]) if texts else "the file"

    @property
    def key(self) -> str:
        """The path as ``maintenance.contacts[0].name``."""
        return _key(self.path if self.named else self.path[:-1])

    @property
    def full(self) -> bool:
        """Whether enough has been noted."""
        return len(self.problems) >= MOST

    @property
    def heard(self) -> bool:
        """Whether anything has been noted."""
        return bool(self.problems)

    def at(self, part: str | int, *, name: bool = True) -> "Place":
        """Return the place of a value inside; without ``name`` the key stays this one's."""
        return Place(self.document, (*self.path, part), self.problems, name)

    def quietly(self) -> "Place":
        """Return this place with notes that nobody reads."""
        return replace(self, problems=[])

    def error(self, message: str, hint: str) -> None:
        """Note what makes the file invalid."""
        self._note(self.path, message, hint, "error")

    def warning(self, message: str, hint: str) -> None:
        """Note what could be better."""
        self._note(self.path, message, hint, "warning")

    def absent(self, message: str, hint: str) -> None:
        """Note that a value is missing, at the first line of the section it belongs into."""
        around = self.path if self.path in self.document.positions else self.path[:-1]
        while around and around not in self.document.positions:
            around = around[:-1]
        self._note(around if around == self.path else self._first(around), message, hint, "error")

    def wrong_kind(self, value: Any, noun: str, hint: str = "") -> None:  # noqa: ANN401 - YAML is any
        """Note that a value is of another kind than ``noun``, where the wrong thing begins."""
        message = f"'{self.name}' must be {noun}, this is {_kind(value)}"
        inside = next(iter(value), None) if isinstance(value, dict) else 0
        begins = (*self.path, inside) if inside is not None else self.path
        filled = isinstance(value, dict | list) and value
        place = begins if filled and begins in self.document.positions else self.path
        hint = hint or f"write {noun} after '{self.name}:'"
        self._note(place, message, hint, "error", key=_key(place))

    def _first(self, around: Path) -> Path:
        inside = self.document.value(around)
        first = next(iter(inside), None) if isinstance(inside, dict) else None
        return around if first is None else (*around, first)

    def _note(
        self, path: Path, message: str, hint: str, severity: Severity, key: str | None = None
    ) -> None:
        line, column = self.document.position(path)
        if self.full:
            return
        problem = Problem(
            file=self.document.file,
            line=line,
            column=column,
            message=message,
            hint=hint,
            severity=severity,
            key=self.key if key is None else key,
        )
        self.problems.append(problem)


def shown(value: object) -> str:
    """Return what somebody wrote as it can stand in a sentence: one line, and not long."""
    text = "".join(c if c.isprintable() else " " for c in str(value)[:200])
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:57]}..."  # noqa: PLR2004


def _key(path: Path) -> str:
    key = ""
    for part in path:
        key += f"[{part}]" if isinstance(part, int) else f".{shown(part)}" if key else shown(part)
    return key


def _kind(value: object) -> str:
    match value:
        case None:
            return "empty"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case dict():
            return "a section with keys" if value else "empty"
        case list():
            return "a list"
        case _:
            return f"the text '{shown(value)}'" if value else "empty"
