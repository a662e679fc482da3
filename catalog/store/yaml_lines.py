"""YAML as plain data with the line and column of every value; what is wrong comes as problems.

Scalars follow the core schema of YAML 1.2 (``no`` is a word, ``010`` is ten in text), so that codes
and dates stay what people wrote; dates are left to the models. The parser is PyYAML's, in C.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from catalog.models.problem import Problem

Path: TypeAlias = tuple[str | int, ...]
Position: TypeAlias = tuple[int, int]

MAX_BYTES = 50 * 1024 * 1024
MAX_DEPTH = 40
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")
_WORDS: Mapping[str, bool | None] = {
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
    "null": None, "Null": None, "NULL": None, "~": None, "": None,
}  # fmt: skip


@dataclass
class Document:
    """A YAML file as data, where each of its values stands, and what is wrong with it."""

    file: str
    data: Any = None
    positions: dict[Path, Position] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def position(self, path: Path) -> Position:
        """Return line and column of the value at ``path``, or of its nearest ancestor."""
        while path and path not in self.positions:
            path = path[:-1]
        return self.positions.get(path, (1, 1))

    def value(self, path: Path) -> Any:  # noqa: ANN401 - YAML is any
        """Return the value at ``path``; None where a fault keeps it out of the data."""
        value = self.data
        for part in path:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def problem(self, path: Path, message: str, hint: str) -> Problem:
        """Make a problem that points at the value at ``path``."""
        line, column = self.position(path)
        return Problem(file=self.file, line=line, column=column, message=message, hint=hint)


def read_yaml(content: bytes, file: str) -> Document:
    """Read one YAML document. Never raises for what the bytes hold."""
    document = Document(file)
    try:
        events = yaml.parse(_decode(content, file), Loader=yaml.CSafeLoader)
        document.data = _Reader(document, events).document_value()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        document.problems.append(
            _at(file, line, 1, "this is not UTF-8 text", "save the file as UTF-8")
        )
    except yaml.MarkedYAMLError as error:
        document.problems.append(_syntax_problem(file, error))
    except yaml.YAMLError:
        document.problems.append(
            _at(file, 1, 1, "this is not YAML", "remove control characters from the file")
        )
    except _RefusedError as refused:
        document.problems.append(refused.problem)
    return document


class _RefusedError(Exception):
    """The document cannot be read further; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def _decode(content: bytes, file: str) -> str:
    if len(content) > MAX_BYTES:
        raise _RefusedError(
            _at(file, None, None, f"larger than {MAX_BYTES // 2**20} MiB", "split it into files")
        )
    return content.decode("utf-8-sig")


class _Reader:
    """Turns the parser's events into data and notes positions.

    Events, for the C composer overruns its stack on deep nesting. An alias is refused, so that no
    document grows when it is read.
    """

    def __init__(self, document: Document, events: Iterator[yaml.Event]) -> None:
        self.document = document
        self.events = events

    def document_value(self) -> Any:  # noqa: ANN401 - YAML is any
        """Return the first document's value; a second one is a problem."""
        value, started = None, False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and started:
                self._note(event, "a second document begins here", "remove the line '---'")
                break
            if isinstance(event, yaml.DocumentStartEvent):
                started = True
                value = self._value(next(self.events), ())
        return value

    def _value(self, event: yaml.Event, path: Path) -> Any:  # noqa: ANN401
        self.document.positions.setdefault(path, _place(event))
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if isinstance(event, yaml.AliasEvent):
            self._note(event, "an alias (*name) repeats a value", "write the value out")
            return None
        if len(path) >= MAX_DEPTH:
            raise _RefusedError(
                self._problem(event, f"nested deeper than {MAX_DEPTH} levels", "flatten it")
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _sequence(self, path: Path) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        while not isinstance(key_event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(key_event, yaml.ScalarEvent):
                self._note(key_event, "a key must be a word", "write a plain key")
                self._value(key_event, (*path, ""))
                self._value(next(self.events), (*path, ""))
                continue
            key = str(key_event.value)
            if key in lines:
                hint = f"keep one of them; the first is on line {lines[key]}"
                self._note(key_event, f"the key '{key}' stands twice", hint)
            lines.setdefault(key, _place(key_event)[0])
            self.document.positions.setdefault((*path, key), _place(key_event))
            values.setdefault(key, self._value(next(self.events), (*path, key)))
        return values

    def _problem(self, event: yaml.Event, message: str, hint: str) -> Problem:
        return _at(self.document.file, *_place(event), message, hint)

    def _note(self, event: yaml.Event, message: str, hint: str) -> None:
        self.document.problems.append(self._problem(event, message, hint))


def _place(event: yaml.Event) -> Position:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _scalar(event: yaml.ScalarEvent) -> str | int | float | bool | None:
    text = str(event.value)
    return text if event.style else plain_value(text)  # quoted or a block: always text


def plain_value(text: str) -> str | int | float | bool | None:
    """Return what a word without quotation marks stands for."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text) and len(text) < 16:  # noqa: PLR2004 - beyond, a code, not a count
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _at(file: str, line: int | None, column: int | None, message: str, hint: str) -> Problem:
    return Problem(file=file, line=line, column=column, message=message, hint=hint)


def _syntax_problem(file: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    found = error.problem or "it cannot be read"
    hint = "indent with spaces, never tabs" if "\\t" in found else _syntax_hint(found)
    return _at(file, line, column, f"this is not valid YAML: {found}", hint)


def _syntax_hint(found: str) -> str:
    if "mapping values are not allowed" in found:
        return "put text that holds a colon between quotation marks"
    if "expected <block end>" in found or "did not find expected" in found:
        return "check the indentation of this line and the one above"
    return "check indentation, colons and quotation marks here"
