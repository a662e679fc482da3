"""A project's level, and the whole body's, told on a terminal or to a machine."""

import difflib
import html
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from catalog.errors import KodkatalogError
from catalog.models.curated import Language
from catalog.models.project import Project
from catalog.publish.editions import editions
from catalog.publish.environment import environment
from catalog.publish.views.checks import STATUSES, CheckView
from catalog.publish.views.edition import Edition
from catalog.publish.views.model import ModelView
from catalog.publish.views.project import ProjectView
from catalog.readiness.distribution import distribution

Format = Literal["text", "json"]


class NoSuchProjectError(KodkatalogError):
    """No project has this id, and no single one a repository of this name."""


def explain_project(
    folder: Path, name: str, today: date, language: Language, output_format: Format
) -> str:
    """Tell the level of one project, found by its id or a repository's name, and every check.

    Raises:
        NoSuchProjectError: none is called that; the text suggests what may be meant.
    """
    (edition,) = editions(folder, (language,), today)
    view = ProjectView(find(edition.projects, name), edition)
    if output_format == "json":
        return _json(_project(view))
    return _text(edition, "explain.txt", view=view)


def explain_distribution(
    folder: Path, today: date, language: Language, output_format: Format
) -> str:
    """Tell how every check and every level falls over all projects."""
    (edition,) = editions(folder, (language,), today)
    if output_format == "json":
        return _json(distribution(edition.assessments.values())._asdict())
    return _text(edition, "distribution.txt", view=ModelView(edition), statuses=STATUSES)


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


def _text(edition: Edition, template: str, **names: object) -> str:
    """Render a template whose words are escaped, as all are here, and make it plain text."""
    rendered = environment(edition.language).get_template(template).render(**names)
    return html.unescape(rendered).rstrip()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)


def _project(view: ProjectView) -> dict[str, Any]:
    assessment = view.level.assessment.model_dump(mode="json", exclude={"verdicts"})
    checks = [_check(check) for d in view.dimensions for check in d.checks]
    return {**assessment, "checks": checks}


def _check(check: CheckView) -> dict[str, Any]:
    return {
        "check": check.verdict.check,
        "status": check.status,
        "label": check.label,
        "because": [
            {"sentence": r.text, "evidence": [link.href or link.text for link in r.links]}
            for r in check.reasons
        ],
    }
