"""Everything that is wrong, or no longer right, in curated data: problems as values."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from catalog.models.problem import Problem
from catalog.store.curated import Examined, by_place, documents_of, examine
from catalog.store.history import read_history
from catalog.store.rules import editorial
from catalog.store.rules.overrides import needless
from catalog.yaml_lines import read_file


@dataclass(frozen=True)
class Checked:
    """What was looked at, and every problem, in the order of the files."""

    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    entries: Counter[str]  # whole ones, by list


def check_catalogue(catalogue: Path, today: date) -> Checked:
    """Check the curated data of the catalogue in a folder.

    Raises:
        NotACatalogueError: there is none.
    """
    examined = examine(documents_of(catalogue))
    history = read_history(catalogue).problems
    checked = _checked(examined, today, [*needless(examined.documents, catalogue), *history])
    named = dict.fromkeys(problem.file for problem in history)
    return replace(checked, files=(*checked.files, *named))


def check_data_file(path: Path, name: str, today: date) -> Checked:
    """Check one file as if it were the whole of a catalogue; ``name`` stands in the problems."""
    return _checked(examine([read_file(path, name)]), today)


def _checked(examined: Examined, today: date, more: Sequence[Problem] = ()) -> Checked:
    found = [*examined.problems, *editorial(examined.documents, today), *more]
    return Checked(
        problems=tuple(sorted(dict.fromkeys(found), key=by_place)),
        files=tuple(document.file for document in examined.documents),
        entries=Counter({name: len(rows) for name, rows in examined.rows.items()}),
    )
