"""What a change means to readers, told for a pull request, on a terminal or to a machine."""

import html
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeAlias

from markupsafe import Markup

from catalog.errors import DataProblemsError, KodkatalogError
from catalog.models.curated import Language
from catalog.publish.editions import editions
from catalog.publish.environment import environment
from catalog.publish.plain import markdown, plain, shortened
from catalog.publish.views.changes import Answered, Changes, Pair
from catalog.publish.views.entries import Compared
from catalog.store.curated import files_of
from catalog.store.revision import at_revision

Format: TypeAlias = Literal["text", "markdown", "json"]
MOST = 50  # rows of one list that are told; a comment on a forge holds 65,536 characters


class BaseError(KodkatalogError):
    """What is compared with has errors of its own."""


def diff(folder: Path, base: str, today: date, language: Language, output_format: Format) -> str:
    """Tell what differs from ``base``: a revision of the catalogue's repository, or a folder.

    Both are judged as of ``today``, so that time alone changes nothing.

    Raises:
        NoSuchRevisionError: there is nothing called ``base``.
        BaseError: its curated data has errors.
        DataProblemsError: the curated data in ``folder`` has errors.
    """
    (after,) = editions(folder, (language,), today)
    with _base(folder, base) as earlier:
        try:
            (before,) = editions(earlier, (language,), today)
        except DataProblemsError as error:
            first = error.problems[0]
            raise BaseError(f"the data of '{base}' has errors, the first is {first}") from None
    changes = Changes(before, after)
    if output_format == "json":
        return json.dumps(_json(changes, base), ensure_ascii=False, indent=2)
    return _rendered(changes, base, is_markdown=output_format == "markdown")


@contextmanager
def _base(folder: Path, base: str) -> Iterator[Path]:
    if base and files_of(Path(base)):
        yield Path(base)
    else:
        with at_revision(folder, base) as earlier:
            yield earlier


def _rendered(changes: Changes, base: str, *, is_markdown: bool) -> str:
    """Fill the one template: every value is made harmless as it is written."""
    finalize = _for_markdown if is_markdown else _for_terminal
    spoken = environment(changes.after.language).overlay(finalize=finalize)
    strong = Markup("**") if is_markdown else ""
    text = spoken.get_template("diff.txt").render(view=changes, base=base, strong=strong, most=MOST)
    tidy = re.sub(r"\n{3,}", "\n\n", text.strip())
    return tidy if is_markdown else html.unescape(tidy)


def _for_markdown(value: object) -> object:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return Markup(markdown(shortened(value)))  # noqa: S704 - every sign of it is escaped


def _for_terminal(value: object) -> object:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return shortened(plain(" ".join(value.split())))


def _json(changes: Changes, base: str) -> dict[str, Any]:
    lists = ("adoptions", "calls", "bodies", "sources", "references")
    return {
        "version": 1,
        "base": base,
        "today": changes.after.today.isoformat(),
        "levels": [_level(pair) for pair in (*changes.up, *changes.down)],
        "projects": {
            "new": [{"id": p.id, "name": p.name} for p in changes.new],
            "removed": [
                {"id": p.id, "name": p.name, "into": into.id if into else None}
                for p, into in changes.gone
            ],
            "changed": [_changed(pair) for pair in changes.changed],
        },
        **{name: _compared(getattr(changes, name)) for name in lists},
        "repositories": [lost._asdict() for lost in changes.lost],
    }


def _level(pair: Pair) -> dict[str, Any]:
    before, after = (view.level.assessment for view in (pair.before, pair.after))
    return {
        "project": pair.after.id,
        "name": pair.after.name,
        "proven": [before.proven, after.proven],
        "possible": [before.possible, after.possible],
        "because": [_answer(answer) for answer in pair.because],
    }


def _changed(pair: Pair) -> dict[str, Any]:
    return {
        "id": pair.after.id,
        "name": pair.after.name,
        "values": [became._asdict() for became in pair.values],
        "answers": [_answer(answer) for answer in pair.answers],
    }


def _answer(answer: Answered) -> dict[str, str]:
    return {
        "check": answer.after.id,
        "before": answer.before.status,
        "after": answer.after.status,
    }


def _compared(found: Compared[Any]) -> dict[str, Any]:
    return {
        "new": [entry.id for entry in found.new],
        "removed": [entry.id for entry in found.removed],
        "changed": [
            {"id": one.after.id, "values": [became._asdict() for became in one.values]}
            for one in found.changed
        ],
    }
