"""Problems written for a person, for GitHub's log, and as JSON; :mod:`sarif` has the fourth form.

The JSON is one object: ``version`` (1), ``errors`` and ``warnings`` (counts), ``files`` (those that
were checked) and ``problems``, each with ``file``, ``line`` and ``column`` (from 1; null where the
file has none), ``severity`` (error or warning), ``rule`` (its kind), ``message`` and ``hint``.
"""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any, Literal, TypeAlias

import typer

from catalog.models.problem import Problem
from catalog.publish.plain import plain, shortened
from catalog.publish.sarif import sarif
from catalog.store.checking import Checked

Format: TypeAlias = Literal["text", "github", "json", "sarif"]
_LONGEST = 400  # characters of a sentence


def written(checked: Checked, output_format: Format) -> str:
    """Write what was found; a format for people ends with a line that sums up."""
    harmless = tuple(_harmless(problem) for problem in checked.problems)
    return _FORMATS[output_format](Checked(harmless, checked.files, checked.entries))


def summary(checked: Checked) -> str:
    """Sum up in one line, and say what to do next."""
    counts = Counter(problem.severity for problem in checked.problems)
    where = _count(len(checked.files), "file")
    told = " and ".join(_count(n, name) for name in ("error", "warning") if (n := counts[name]))
    if counts["error"]:
        return f"{told} in {where}. Mend the errors, then: kodkatalog check"
    if counts["warning"]:
        return f"{told} in {where}. Warnings stop nothing. Next: kodkatalog build"
    entries = ", ".join(f"{name} {n}" for name, n in checked.entries.items() if n)
    holding = f" ({entries})" if entries else ""
    return f"No problems in {where}{holding}. Next: kodkatalog build"


def _harmless(problem: Problem) -> Problem:
    """Other people's values stand in the sentences: no control signs, nothing endless."""
    message, hint = (shortened(plain(t), _LONGEST) for t in (problem.message, problem.hint))
    return problem.model_copy(
        update={"message": message, "hint": hint, "file": plain(problem.file)}
    )


def _text(checked: Checked) -> str:
    return "\n".join([*(_line(problem) for problem in checked.problems), _coloured(checked)])


def _line(problem: Problem) -> str:
    """Read as ``file:line:column: what is wrong - what to write``; a warning says that it is."""
    parts = (problem.file, problem.line, problem.column)
    place = typer.style(":".join(str(part) for part in parts if part), bold=True)
    warning = problem.severity == "warning"
    what = typer.style(problem.message, fg="yellow" if warning else "red")
    kind = typer.style("warning: ", fg="yellow", bold=True) if warning else ""
    return f"{place}: {kind}{what} - {typer.style(problem.hint, fg='green')}"


def _coloured(checked: Checked) -> str:
    kinds = {problem.severity for problem in checked.problems}
    colour = "red" if "error" in kinds else "yellow" if kinds else "green"
    return typer.style(summary(checked), fg=colour)


def _github(checked: Checked) -> str:
    """Write GitHub's workflow commands, which show beside the changed lines."""
    return "\n".join([*(_command(problem) for problem in checked.problems), summary(checked)])


def _command(problem: Problem) -> str:
    places = {"file": problem.file, "line": problem.line, "col": problem.column,
              "title": f"kodkatalog check: {problem.rule}"}  # fmt: skip
    properties = ",".join(f"{k}={_property(str(v))}" for k, v in places.items() if v)
    return f"::{problem.severity} {properties}::{_data(f'{problem.message} - {problem.hint}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _json(checked: Checked) -> str:
    counts = Counter(problem.severity for problem in checked.problems)
    told: dict[str, Any] = {
        "version": 1,
        "errors": counts["error"],
        "warnings": counts["warning"],
        "files": list(checked.files),
        "problems": [problem.model_dump(mode="json") for problem in checked.problems],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _sarif(checked: Checked) -> str:
    return json.dumps(sarif(checked.problems), ensure_ascii=False, indent=2)


_FORMATS: dict[Format, Callable[[Checked], str]] = {
    "text": _text, "github": _github, "json": _json, "sarif": _sarif,
}  # fmt: skip


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
