"""``data/accessibility.json``: the last run in a browser, for the statement on accessibility."""

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from catalog.models.browser import BrowserRun
from catalog.models.problem import Problem

NAME = "data/accessibility.json"
MEND = "write it anew: make accessibility-report"


class Kept(NamedTuple):
    """The run that is kept; what is wrong with the file where it holds none."""

    run: BrowserRun | None = None
    problem: Problem | None = None


def read_run(catalogue: Path) -> Kept:
    """Read the run; a catalogue without one has none, and one that cannot be read is no run."""
    try:
        content = (catalogue / NAME).read_bytes()
    except FileNotFoundError:
        return Kept()
    except OSError as error:
        return _wrong(f"it cannot be read ({error.strerror})")
    try:
        return Kept(BrowserRun.model_validate_json(content))
    except ValidationError as error:
        first = error.errors()[0]
        return _wrong(": ".join((*map(str, first["loc"]), first["msg"])))


def written(run: BrowserRun) -> str:
    """Return a run as its file holds it."""
    return run.model_dump_json(indent=1) + "\n"


def _wrong(what: str) -> Kept:
    return Kept(problem=Problem(file=NAME, line=None, column=None, message=what, hint=MEND))
