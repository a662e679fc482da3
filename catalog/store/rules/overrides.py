"""Corrections of harvested values that correct nothing."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from catalog.models.address import key_of
from catalog.models.evidence import Absent, Found
from catalog.models.facts import PubliccodeSeen, RepositoryFacts
from catalog.models.problem import Problem
from catalog.store.rules.places import Place
from catalog.store.snapshot import read_snapshot
from catalog.yaml_lines import Document
from catalog.yaml_lines import Path as Steps

_READ = {  # keys of publiccode.yml whose values a harvest keeps
    "name": "name",
    "url": "url",
    "softwareType": "software_type",
    "developmentStatus": "development_status",
    "legal.license": "licence",
    "maintenance.type": "maintenance",
    "isBasedOn": "based_on",
}


def needless(documents: Sequence[Document], catalogue: Path) -> Iterable[Problem]:
    """Name each correction that says what publiccode.yml says, or for which there is none.

    The snapshot is only read where anything is corrected.
    """
    corrections = [place for document in documents for place in _corrections(document)]
    if not corrections:
        return
    facts = {key_of(f.url): f for f in read_snapshot(catalogue).facts.values()}
    for place in corrections:
        project = place.document.value(place.path[:2])
        yield from _needless(place, [facts[k] for k in _repositories(project) if k in facts])


def _corrections(document: Document) -> Iterable[Place]:
    projects = document.value(("projects",))
    for index in range(len(projects) if isinstance(projects, list) else 0):
        path: Steps = ("projects", index, "catalog", "override")
        written = document.value(path)
        for key, value in written.items() if isinstance(written, dict) else ():
            if key in _READ:
                yield Place(document, path, key, key, value)


def _needless(place: Place, read: Sequence[RepositoryFacts]) -> Iterable[Problem]:
    """Nothing is said where no harvest has read the repositories."""
    value = place.value.get("value") if isinstance(place.value, dict) else None
    said = {getattr(seen, _READ[place.key]) for seen in map(_publiccode, read) if seen}
    if value is not None and said == {value}:
        message = f"publiccode.yml says '{value}' as well, so that this corrects nothing"
        yield place.problem("needless-override", message, "remove it", severity="warning")
    elif read and all(isinstance(facts.publiccode, Absent) for facts in read):
        message = "there is no publiccode.yml that this would correct"
        hint = f"write '{place.key}' plainly in the project, and remove this"
        yield place.problem("needless-override", message, hint, severity="warning")


def _publiccode(facts: RepositoryFacts) -> PubliccodeSeen | None:
    return facts.publiccode.found if isinstance(facts.publiccode, Found) else None


def _repositories(project: Any) -> list[str]:  # noqa: ANN401 - as it stands in the file
    """Return the identities of a project's main repositories, of all where none is named so."""
    catalog = project.get("catalog") if isinstance(project, dict) else None
    rows = catalog.get("repos") if isinstance(catalog, dict) else None
    rows = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    primary = [row for row in rows if row.get("role") == "primary"] or rows
    return [key_of(row["repo"]) for row in primary if isinstance(row.get("repo"), str)]
