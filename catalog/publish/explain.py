"""A project's level, one check, and how all checks fall: told on a terminal or to a machine."""

import difflib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel

from catalog.errors import KodkatalogError
from catalog.models.curated import Language
from catalog.models.project import Project
from catalog.models.verdict import Status
from catalog.publish.editions import editions
from catalog.publish.explained import CheckExplained, explained, model_told, standing
from catalog.publish.since import Since, since_harvest
from catalog.publish.terminal import terminal
from catalog.publish.views.checks import STATUSES, CheckView
from catalog.publish.views.edition import Edition
from catalog.publish.views.model import ModelView
from catalog.publish.views.project import ProjectView
from catalog.publish.views.wording import CheckWords
from catalog.readiness.distribution import distribution
from catalog.store.revision import NoEarlierHarvestError

Format: TypeAlias = Literal["text", "json"]


class NoSuchProjectError(KodkatalogError):
    """No project has this id, and no single one a repository of this name."""


class NoSuchCheckError(KodkatalogError):
    """The model has no such check."""


class NoSuchBodyError(KodkatalogError):
    """The catalogue has no such body."""


@dataclass(frozen=True)
class Asked:
    """What is asked of a catalogue: when, in which language, for whom, of which projects.

    ``since`` is a revision of the catalogue's repository; None is the previous harvest.
    """

    folder: Path
    today: date
    language: Language = "en"
    output_format: Format = "text"
    body: str | None = None
    since: str | None = None

    @cached_property
    def edition(self) -> Edition:
        """The whole catalogue."""
        (edition,) = editions(self.folder, (self.language,), self.today)
        return edition

    @cached_property
    def shown(self) -> Edition:
        """The projects that are asked about.

        Raises:
            NoSuchBodyError: the catalogue has no such body.
        """
        bodies = self.edition.catalogue.bodies
        if self.body is None:
            return self.edition
        if self.body not in bodies:
            raise NoSuchBodyError(_unknown("body", self.body, bodies))
        return self.edition.of_body(self.body)


def explain_project(asked: Asked, name: str) -> str:
    """Tell the level of one project, found by its id or a repository's name, and every check.

    Raises:
        NoSuchProjectError: none is called that; the text suggests what may be meant.
    """
    view = ProjectView(find(asked.edition.projects, name), asked.edition)
    if asked.output_format == "json":
        return _json(explained(view))
    return terminal(asked.language, "explain.txt", view=view)


def explain_check(asked: Asked, check: str) -> str:
    """Tell how one check falls over all projects, or a body's, and why.

    Raises:
        NoSuchCheckError: the model has no such check.
        NoSuchBodyError: the catalogue has no such body.
    """
    checks = asked.edition.wording.checks
    words = checks.get(check.upper())
    if words is None:
        raise NoSuchCheckError(_unknown("check", check.upper(), checks))
    view = Falls(words, asked.shown)
    if asked.output_format == "json":
        return _json(view.told())
    return terminal(asked.language, "falls.txt", view=view, statuses=STATUSES)


def explain_distribution(asked: Asked) -> str:
    """Tell how every check and level falls over projects, and what moved since a harvest.

    Raises:
        NoSuchBodyError: the catalogue has no such body.
        NoSuchRevisionError: there is no such revision to compare with.
    """
    shown = asked.shown
    moves: Since | NoEarlierHarvestError
    try:
        moves = since_harvest(asked.folder, asked.edition, asked.since, asked.body)
    except NoEarlierHarvestError as error:
        moves = error
    if asked.output_format == "json":
        told = _distribution(shown, asked.body, moves)
        return json.dumps(told, ensure_ascii=False, indent=2)
    compared, why_not = (moves, None) if isinstance(moves, Since) else (None, moves)
    return terminal(
        asked.language, "distribution.txt", view=ModelView(shown), statuses=STATUSES,
        body=shown.catalogue.bodies.get(asked.body or ""), since=compared, why_not=why_not,
    )  # fmt: skip


@dataclass(frozen=True)
class Falls:
    """How one check falls over projects."""

    words: CheckWords
    edition: Edition

    @cached_property
    def standing(self) -> dict[Status, tuple[tuple[ProjectView, CheckView], ...]]:
        """The projects with each status, in alphabetical order."""
        views = (ProjectView(project, self.edition) for project in self.edition.projects)
        pairs = [(view, view.checks[self.words.id]) for view in views]
        return {s: tuple(pair for pair in pairs if pair[1].status == s) for s in STATUSES}

    def told(self) -> CheckExplained:
        """Tell it to a machine."""
        return CheckExplained(
            check=self.words.id,
            question=self.words.question,
            nature=self.words.nature,
            model=model_told(self.edition),
            today=self.edition.today,
            language=self.edition.language,
            counts=dict(Counter({s: len(pairs) for s, pairs in self.standing.items()})),
            projects=tuple(standing(*pair) for pairs in self.standing.values() for pair in pairs),
        )


def find(projects: Sequence[Project], name: str) -> Project:
    """Find a project by its id, or by the name of a repository that is in only one."""
    wanted = name.lower()
    exact = [p for p in projects if p.id == wanted]
    holding = [p for p in projects if any(r.name.lower() == wanted for r in p.repositories)]
    found = exact or holding
    if len(found) == 1:
        return found[0]
    ids = [p.id for p in found] or _resembling(wanted, projects)
    named = "', '".join(ids)
    hint = f"did you mean '{named}'?" if ids else "the list page names every project"
    raise NoSuchProjectError(f"there is no one project called '{name}' - {hint}")


def _resembling(wanted: str, projects: Iterable[Project]) -> list[str]:
    """List the ids of up to three projects that are called something like it."""
    names = {r.name.lower(): p.id for p in projects for r in p.repositories}
    names |= {p.id: p.id for p in projects}
    close = difflib.get_close_matches(wanted, names, n=3)
    return list(dict.fromkeys(names[name] for name in close))


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), n=1)
    hint = f"did you mean '{close[0]}'?" if close else f"write one of {', '.join(known)}"
    return f"there is no {what} '{name}' - {hint}"


def _json(told: BaseModel) -> str:
    return json.dumps(told.model_dump(mode="json"), ensure_ascii=False, indent=2)


def _distribution(
    edition: Edition, body: str | None, moves: Since | NoEarlierHarvestError
) -> dict[str, Any]:
    return {
        "version": 1,
        "model": model_told(edition).model_dump(),
        "today": edition.today.isoformat(),
        "body": body,
        "projects": len(edition.projects),
        **distribution(edition.assessments.values())._asdict(),
        "since": _since(moves) if isinstance(moves, Since) else None,
        "why_not": None if isinstance(moves, Since) else str(moves),
    }


def _since(moves: Since) -> dict[str, Any]:
    return {
        "commit": moves.commit.id,
        "on": moves.day.isoformat(),
        "model": moves.model.version,
        "model_judged": moves.model.judged is not None,
        "checks": [
            {"check": m.check.id, "project": m.project.id, "before": m.before.status,
             "after": m.after.status, "causes": list(m.causes)}
            for m in moves.moved
        ],
        "levels": [
            {"project": c.project.id, "causes": list(c.causes), **{
                name: [getattr(side.level.assessment, name)
                       for side in (c.pair.before, c.pair.after)]
                for name in ("proven", "possible")}}
            for c in moves.climbed
        ],
        "new": [p.id for p in moves.new],
        "gone": [p.id for p in moves.gone],
    }  # fmt: skip
