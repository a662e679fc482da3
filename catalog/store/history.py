"""``data/history.csv``: what changed, harvest by harvest. Lines are added, never rewritten.

UTF-8, LF, one head line, sorted by day and project. A line that cannot be read is a problem with
its number, and stays where it stands: only a person takes it away.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from catalog.errors import KodkatalogError
from catalog.models.history import History, Measured, changes
from catalog.models.problem import Problem
from catalog.store.snapshot import write_whole

NAME = "data/history.csv"
COLUMNS = Measured._fields
_FEWEST = 6  # columns that every version of the file has had
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_LEVELS = frozenset("012345")


class HistoryError(KodkatalogError):
    """Nothing can be added to the history as it is."""


class _Line(NamedTuple):
    """A line of the file as it stands, and what it means; ``wrong`` where it means nothing."""

    number: int
    text: bytes
    measured: Measured | None = None
    wrong: tuple[str, str] | None = None


def read_history(catalogue: Path) -> History:
    """Read the history; a catalogue without one has an empty one. Faults are problems."""
    try:
        content = (catalogue / NAME).read_bytes()
    except FileNotFoundError:
        return History()
    except OSError as error:
        return History(problems=[_problem(None, f"it cannot be read ({error.strerror})", _MEND)])
    head, *lines = _lines(content)
    found = [line.measured for line in lines if line.measured]
    told = [_problem(line.number, *line.wrong) for line in (head, *lines) if line.wrong]
    told += _twice(lines)
    return History(found, sorted(told, key=lambda problem: problem.line or 0))


def add_to_history(catalogue: Path, now: Mapping[str, Measured], day: date) -> int:
    """Add what a harvest of ``day`` found changed; return how many lines that day has.

    A second harvest of a day takes the place of the first. Nothing is written where nothing is
    another.

    Raises:
        HistoryError: the head is not ours, or there are lines of a later day.
        OSError: the file could not be written, and is as it was.
    """
    path = catalogue / NAME
    content = path.read_bytes() if path.exists() else b""
    head, *lines = _lines(content)
    _refuse(head, lines, day)
    earlier = History(line.measured for line in lines if line.measured).before(day)
    new = changes(earlier, now, day).lines
    kept = [line.text for line in lines if not (line.measured and line.measured.date == day)]
    written = b"".join(text + b"\n" for text in (_encoded(COLUMNS), *kept, *map(_row, new)))
    if written != content and (new or content):
        write_whole(path, written)
    return len(new)


def _refuse(head: _Line, lines: Iterable[_Line], day: date) -> None:
    if head.wrong:
        raise HistoryError(f"{_problem(head.number, *head.wrong)}; nothing was added")
    for line in lines:
        if line.measured and line.measured.date > day:
            told = f"this line is of {line.measured.date}, after the harvest of {day}"
            hint = "take it away if a clock was wrong; nothing was added"
            raise HistoryError(str(_problem(line.number, told, hint)))


def _lines(content: bytes) -> Iterator[_Line]:
    """Yield the head and every line after it that is not empty."""
    rows = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    yield _head(rows[0].removesuffix(b"\r")) if content else _Line(1, b"")
    for number, row in enumerate(rows[1:], start=2):
        if text := row.removesuffix(b"\r"):
            yield _line(number, text)


def _head(text: bytes) -> _Line:
    names = _cells(text)
    if names is None or len(names) < _FEWEST or tuple(names) != COLUMNS[: len(names)]:
        told = "the first line does not name the columns of a history"
        return _Line(1, text, wrong=(told, f"write: {','.join(COLUMNS)}"))
    return _Line(1, text)


def _line(number: int, text: bytes) -> _Line:
    cells = _cells(text)
    if cells is None or not _FEWEST <= len(cells) <= len(COLUMNS):
        return _Line(number, text, wrong=("this line has not the columns of the head", _MEND))
    filled = [*cells, *[""] * (len(COLUMNS) - len(cells))]
    wrong = _wrong(filled)
    if wrong:
        return _Line(number, text, wrong=wrong)
    day = _day(filled[0])
    return _Line(number, text, _measured(day, *filled[1:]) if day else None)


def _measured(day: date, project: str, *rest: str) -> Measured:
    *numbers, model = rest
    level, stars, contributors, calls, possible = [int(n) if n else None for n in numbers]
    return Measured(day, project, level, stars, contributors, calls, possible, model or None)


_MEND = "take the line away, or write it as the harvest did; git knows how it was"


def _wrong(cells: list[str]) -> tuple[str, str] | None:
    """Say what is wrong with the cells of a line; None where nothing is."""
    day, project, *numbers, model = cells
    if _day(day) is None:
        return f"'{day}' is no date", "write it as 2026-08-22"
    if not _ID.fullmatch(project):
        return f"'{project}' is no id of a project", _MEND
    odd = [cell for cell in numbers if cell and not (cell in _LEVELS or _NUMBER.fullmatch(cell))]
    if odd:
        return f"'{odd[0]}' is no whole number", "leave the cell empty where it is not known"
    level, *_, possible = numbers
    if not level and any([*numbers, model]):
        return "there are values but no level", _MEND
    if level and not {level, possible or level} <= _LEVELS:
        return "there is no such level", "the levels are 0 to 5"
    return None


@lru_cache(maxsize=1024)  # thousands of lines have the same day
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _twice(lines: Iterable[_Line]) -> Iterator[Problem]:
    seen: set[tuple[date, str]] = set()
    for line in lines:
        if line.measured:
            key = (line.measured.date, line.measured.project)
            if key in seen:
                told = f"'{key[1]}' has two lines of {key[0]}, and this one holds"
                yield _problem(line.number, told, "take one of them away")
            seen.add(key)


def _cells(text: bytes) -> list[str] | None:
    """Return the cells of one line; None where it is not whole, or not UTF-8."""
    try:
        line = text.decode()
        if '"' not in line and "\r" not in line:
            return line.split(",")  # as csv does, at a third of the time
        return next(csv.reader([line], strict=True), None)
    except (UnicodeDecodeError, csv.Error):
        return None


def _row(line: Measured) -> bytes:
    return _encoded(["" if cell is None else str(cell) for cell in line])


def _encoded(cells: Iterable[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue().encode()


def _problem(line: int | None, message: str, hint: str) -> Problem:
    return Problem(file=NAME, line=line, column=None, message=message, hint=hint,
                   severity="warning", rule="history")  # fmt: skip
