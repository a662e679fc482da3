"""YAML as plain data with the line and column of every value; what is wrong comes as problems.

Scalars follow the core schema of YAML 1.2 (``no`` is a word, ``010`` is ten in text), so that codes
and dates stay what people wrote; dates are left to the models. The parser is PyYAML's, in C.
"""

import pathlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from catalog.models.problem import Problem
from catalog.yaml_decoding import NotTextError, decode
from catalog.yaml_syntax import syntax_words

Path: TypeAlias = tuple[str | int, ...]
Position: TypeAlias = tuple[int, int]

MAX_BYTES = 20 * 1024 * 1024  # ten thousand projects take half of it
MAX_DEPTH = 40
MAX_REPEATED = 10_000  # values that aliases may repeat, all together
MAX_VALUES = 1_000_000
MAX_PROBLEMS = 1_000
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


def read_file(path: pathlib.Path, name: str) -> Document:
    """Read a YAML file that is called ``name`` in problems. Never raises for what is there."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return Document(name, problems=[_too_large(name)])
        return read_yaml(path.read_bytes(), name)
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        hint = "see that the file is there and may be read"
        return Document(name, problems=[_at(name, None, None, f"not opened: {reason}", hint)])


def read_yaml(content: bytes, file: str, *, aliases: bool = False) -> Document:
    """Read one YAML document. Never raises for what the bytes hold.

    With ``aliases`` a value may be repeated by its name (``&name``, ``*name``, ``<<: *name``), as
    long as all repetitions together stay small; else each is a problem.
    """
    document = Document(file)
    if len(content) > MAX_BYTES:
        document.problems.append(_too_large(file))
        return document
    try:
        text = decode(content)
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        document.data = _Reader(document, events, aliases=aliases).document_value()
    except NotTextError as error:
        document.problems.append(_at(file, error.line, error.column, error.message, error.hint))
    except yaml.MarkedYAMLError as error:
        document.problems.append(_at(file, *syntax_words(error, text)))
    except yaml.YAMLError:
        document.problems.append(
            _at(file, 1, 1, "this is not YAML", "remove control characters from the file")
        )
    except _RefusedError as refused:
        document.problems.append(refused.problem)
    return document


def _too_large(file: str) -> Problem:
    message = f"larger than {MAX_BYTES // 2**20} MiB"
    return _at(file, None, None, message, "split it into files in data/projects/")


class _RefusedError(Exception):
    """The document cannot be read further; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Reader:
    """Turns the parser's events into data and notes positions.

    Events, for the C composer overruns its stack on deep nesting. An alias is refused, or what all
    of them repeat is counted, so that no document grows when it is read; values and problems are
    counted, so that reading ends.
    """

    def __init__(
        self, document: Document, events: Iterator[yaml.Event], *, aliases: bool = False
    ) -> None:
        self.document = document
        self.events = events
        self.aliases = aliases
        self.anchors: dict[str, Any] = {}
        self.repeated = 0
        self.values = 0

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
        self.values += 1
        if self.values > MAX_VALUES:
            message = f"more than {MAX_VALUES:,} values in one file"
            raise _RefusedError(self._problem(event, message, "split it into several files"))
        if isinstance(event, yaml.AliasEvent):
            return self._repeated(event)
        value = _scalar(event) if isinstance(event, yaml.ScalarEvent) else self._inside(event, path)
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            self.anchors[event.anchor] = value
        return value

    def _inside(self, event: yaml.Event, path: Path) -> Any:  # noqa: ANN401
        if len(path) >= MAX_DEPTH:
            raise _RefusedError(
                self._problem(event, f"nested deeper than {MAX_DEPTH} levels", "flatten it")
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _repeated(self, event: yaml.AliasEvent) -> Any:  # noqa: ANN401
        if not self.aliases:
            self._note(event, "an alias (*name) repeats a value", "write the value out")
            return None
        if event.anchor not in self.anchors:
            message = f"nothing above is called &{str(event.anchor)[:60]}"
            self._note(event, message, "write the value out")
            return None
        value = self.anchors[event.anchor]
        self.repeated += _size(value, MAX_REPEATED)
        if self.repeated > MAX_REPEATED:
            message = f"aliases (*name) repeat more than {MAX_REPEATED} values"
            raise _RefusedError(self._problem(event, message, "write the values out"))
        return value

    def _sequence(self, path: Path) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        merged: dict[str, Any] = {}
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
            value = self._value(next(self.events), (*path, key))
            if key == "<<" and self.aliases and isinstance(value, dict):
                merged = value
            else:
                values.setdefault(key, value)
        return {**merged, **values}

    def _problem(self, event: yaml.Event, message: str, hint: str) -> Problem:
        return _at(self.document.file, *_place(event), message, hint)

    def _note(self, event: yaml.Event, message: str, hint: str) -> None:
        self.document.problems.append(self._problem(event, message, hint))
        if len(self.document.problems) >= MAX_PROBLEMS:
            message, hint = f"{MAX_PROBLEMS:,} faults so far", "mend these first, then check again"
            raise _RefusedError(self._problem(event, message, hint))


def _size(value: object, limit: int) -> int:
    """Count the values in a value, itself among them, not much further than to the limit."""
    count, waiting = 0, [value]
    while waiting and count <= limit:
        one = waiting.pop()
        count += 1
        if isinstance(one, dict | list):
            waiting.extend(one.values() if isinstance(one, dict) else one)
    return count


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
    return Problem(file=file, line=line, column=column, message=message, hint=hint, rule="yaml")
