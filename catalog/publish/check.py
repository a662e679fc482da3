"""Checks a catalogue, or files, and tells what was found: on a terminal, in CI, to machines.

It stands in this room because any publiccode.yml may be checked too, and ``store`` and
``publiccode`` do not know each other.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from catalog.assemble.catalogue import assemble
from catalog.assemble.repositories import Repositories
from catalog.models.curated import Rejection
from catalog.models.problem import Problem
from catalog.models.project import Catalogue
from catalog.nearest import one_of
from catalog.publiccode.rules import check_publiccode
from catalog.publish.brand.reading import look_problems
from catalog.readiness import extension
from catalog.store.checking import Checked, check_catalogue, check_data_file
from catalog.store.curated import (
    LISTS,
    Examined,
    by_place,
    contents_of,
    documents_of,
    examine,
    files_of,
)
from catalog.store.former import formers
from catalog.store.snapshot import read_snapshot
from catalog.yaml_lines import MAX_BYTES, Document

_PUBLICCODE = re.compile(rb"(?m)^(\xef\xbb\xbf)?publiccodeYmlVersion\s*:")
_ASSEMBLED = (b"rejections:", b"former")  # keys whose mistakes are only seen in the whole
_LIST = re.compile(rb"(?m)^(\xef\xbb\xbf)?(" + "|".join(LISTS).encode() + rb")\s*:")


def check(catalogue: Path, files: Sequence[Path], today: date) -> Checked:
    """Check the files; where none is named, the curated data of the catalogue.

    A file of the catalogue's own data is checked with the rest of it, and only what is wrong in the
    file itself is told. Any other file is checked alone.

    Raises:
        NotACatalogueError: no file is named, and the folder holds no curated data.
    """
    if not files:
        return _catalogue(catalogue, today)
    own = {file.resolve() for file in files_of(catalogue)}
    named = dict.fromkeys(file.resolve() for file in files)
    inside = [file.relative_to(catalogue.resolve()).as_posix() for file in named if file in own]
    parts = [_of_files(_catalogue(catalogue, today), inside)] if inside else []
    parts += [_alone(file, today) for file in files if file.resolve() not in own]
    return _together(parts)


def _catalogue(catalogue: Path, today: date) -> Checked:
    checked = _with_look(_with_model(check_catalogue(catalogue, today), catalogue), catalogue)
    if any(problem.severity == "error" for problem in checked.problems):
        return checked  # what patterns take in is only known of data that holds together
    more = (*_patterns(catalogue), *_assembled(catalogue))
    problems = sorted((*checked.problems, *more), key=by_place)
    return replace(checked, problems=tuple(problems))


def _with_model(checked: Checked, catalogue: Path) -> Checked:
    """Add what is wrong in the catalogue's own readiness model."""
    model = extension.examine(catalogue)
    problems = sorted((*checked.problems, *model.problems), key=by_place)
    return replace(checked, problems=tuple(problems), files=(*checked.files, *model.files))


def _with_look(checked: Checked, catalogue: Path) -> Checked:
    """Add what is wrong with the look of the site."""
    problems = look_problems(catalogue, catalogue / "mkdocs.yml")
    return replace(checked, problems=tuple(sorted((*checked.problems, *problems), key=by_place)))


def _patterns(catalogue: Path) -> Iterator[Problem]:
    """Tell patterns of products that contend for a repository, or fit none that was harvested."""
    if not any(b"match:" in content for content in contents_of(catalogue).values()):
        return
    examined = examine(documents_of(catalogue))
    rows = {getattr(row.model, "id"): row for row in examined.rows["projects"]}  # noqa: B009
    for warning in Repositories(examined.curated, read_snapshot(catalogue)).warnings():
        row = rows[warning.project]
        place = (*row.path, "catalog", "match", row.model.catalog.match.index(warning.pattern))  # type: ignore[attr-defined]
        problem = row.document.problem(place, warning.message, warning.hint)
        yield problem.model_copy(update={"severity": "warning", "rule": "pattern"})


def _assembled(catalogue: Path) -> Iterator[Problem]:
    """Tell what is only seen beside all projects, those that nobody has described among them."""
    contents = contents_of(catalogue).values()
    if not any(word in content for content in contents for word in _ASSEMBLED):
        return
    documents = documents_of(catalogue)
    examined = examine(documents)
    known = assemble(examined.curated, read_snapshot(catalogue))
    yield from _rejections(examined, known)
    yield from _occupied(documents, known)


def _rejections(examined: Examined, known: Catalogue) -> Iterator[Problem]:
    """Tell rejections of signals about what is no project, or is the body's own."""
    owners = {project.id: project.body.id for project in known.projects}
    for row in examined.rows["rejections"]:
        rejection = cast("Rejection", row.model)
        owner = owners.get(rejection.project)
        if owner is None:
            message = f"no project has the id '{rejection.project}'"
            problem = row.problem("project", message, one_of(rejection.project, list(owners)))
        elif owner == rejection.body:
            message = f"'{rejection.project}' is the body's own project: there is nothing to reject"
            problem = row.problem("project", message, "remove it")
        else:
            continue
        yield problem.model_copy(update={"severity": "warning", "rule": "rejection"})


def _occupied(documents: Sequence[Document], known: Catalogue) -> Iterator[Problem]:
    """Tell former ids that a repository which nobody has described has now."""
    alone = {p.id: p.repositories[0].url for p in known.projects if p.entry is None}
    for one in formers(documents):
        if one.id in alone:
            message = f"'{one.id}' is the address of {alone[one.id]}, so it cannot lead here"
            hint = "name that repository under repos of the project it belongs to, or remove this"
            yield one.problem(message, hint).model_copy(update={"severity": "warning"})


def _alone(file: Path, today: date) -> Checked:
    """Check one file by what it is: curated data, or else a publiccode.yml."""
    name = file.as_posix()
    size = file.stat().st_size
    if size <= MAX_BYTES and _is_data(file):
        return check_data_file(file, name, today)
    content = file.read_bytes() if size <= MAX_BYTES else b" " * (MAX_BYTES + 1)
    problems = check_publiccode(content, name, file.resolve().parent)
    return Checked(tuple(problems), (name,), Counter())


def _is_data(file: Path) -> bool:
    """Tell curated data by its lists; what says its version of publiccode.yml is none."""
    content = file.read_bytes()
    return bool(_LIST.search(content)) and not _PUBLICCODE.search(content)


def _of_files(checked: Checked, files: Sequence[str]) -> Checked:
    problems = tuple(p for p in checked.problems if p.file in files)
    return Checked(problems, tuple(files), checked.entries)


def _together(parts: Sequence[Checked]) -> Checked:
    problems: list[Problem] = [problem for part in parts for problem in part.problems]
    return Checked(
        problems=tuple(sorted(problems, key=by_place)),
        files=tuple(file for part in parts for file in part.files),
        entries=sum((part.entries for part in parts), Counter()),
    )
