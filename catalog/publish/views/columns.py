"""All projects as columns, for the browser: what the list shows, and what it is narrowed by.

Where they are many, they come in two files: names and what they are narrowed by at once, then the
rest.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from catalog.models.evidence import Found
from catalog.models.forge import ForgeFacts
from catalog.publish.views.facets import Facet
from catalog.publish.views.project import ProjectView

LONGEST_SUMMARY = 200  # characters shown of a project's one sentence
_ASCII = str.maketrans("åäö", "aao")


def columns(projects: Sequence[ProjectView], facets: Sequence[Facet]) -> str:
    """Return JSON in which every column has a value for each project, in the list's order.

    ``facets`` holds, by facet, the codes of its choices and each project's places among them.
    """
    named = {"id": [p.id for p in projects]} | _names(projects)
    return _json(named | _rest(projects) | {"facets": _facets(facets)})


def names(projects: Sequence[ProjectView], facets: Sequence[Facet]) -> str:
    """Return what a reader of many projects needs first; ids are written by what names tell."""
    named = {"ids": [abridged(p.id, p.name) for p in projects]} | _names(projects)
    return _json(named | {"facets": _facets(facets)})


def rest(projects: Sequence[ProjectView]) -> str:
    """Return the columns that ``names`` leaves out."""
    return _json(_rest(projects))


def abridged(project_id: str, name: str) -> str:
    """Write an id with ``~`` for the part that its project's name tells, as columns.js reads it."""
    told = re.sub(r"[^a-z0-9]+", "-", name.lower().translate(_ASCII)).strip("-")
    return project_id.replace(told, "~", 1) if told else project_id


def _names(projects: Sequence[ProjectView]) -> dict[str, Any]:
    return {
        "name": [p.name for p in projects],
        "product": [int(p.is_product) for p in projects],
        "level": [p.level.proven.id for p in projects],
        "possible": [p.level.possible.id for p in projects],
        "left": [p.level.left_ladder or "" for p in projects],
    }


def _rest(projects: Sequence[ProjectView]) -> dict[str, Any]:
    return {
        "summary": [_summary(p) for p in projects],
        "lang": [p.summary.lang if p.summary else None for p in projects],
        "active": [p.last_activity.isoformat() if p.last_activity else "" for p in projects],
        "licence": [", ".join(p.licences) for p in projects],
        "repositories": [len(p.present) for p in projects],
        "words": [" ".join(dict.fromkeys(_words(p))) for p in projects],
    }


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _facets(facets: Sequence[Facet]) -> dict[str, Any]:
    return {
        facet.id: {"codes": [choice.code for choice in facet.choices], "of": facet.indexes}
        for facet in facets
    }


def _summary(project: ProjectView) -> str:
    text = project.summary.text if project.summary else project.own_words or ""
    cut = text[:LONGEST_SUMMARY]
    return cut if cut == text else f"{cut.rsplit(' ', 1)[0]} …"


def _words(project: ProjectView) -> Iterator[str]:
    """Yield what else a project is found by: its repositories' names, topics and categories."""
    yield project.id
    yield from (repository.name for repository in project.present)
    for repository in project.present:
        forge = repository.facts.forge if repository.facts else None
        if isinstance(forge, ForgeFacts) and isinstance(forge.about, Found):
            yield from forge.about.found.topics
    said = project.project.said.categories
    yield from said.value if said else ()
