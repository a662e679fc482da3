"""``data/projects.yaml``, or ``data/projects/*.yaml`` together, as models; problems with places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from catalog.errors import DataProblemsError, NotACatalogueError
from catalog.models.address import key_of
from catalog.models.curated import CuratedData
from catalog.models.problem import Problem
from catalog.store.wording import in_words, one_of, way_to
from catalog.store.yaml_lines import Document, read_yaml

LISTS = tuple(CuratedData.model_fields)


@dataclass
class Row:
    """One entry of one list, with the file and the place in it that it came from."""

    document: Document
    path: tuple[str | int, ...]
    model: BaseModel

    def problem(self, key: str, message: str, hint: str) -> Problem:
        """Make a problem that points at one key of the entry."""
        return self.document.problem((*self.path, key), message, hint)


Rows: TypeAlias = dict[str, list[Row]]


def read_curated(catalogue: Path) -> CuratedData:
    """Read the curated data of the catalogue in this folder.

    Raises:
        NotACatalogueError: there is no curated data.
        DataProblemsError: it has errors; all of them are listed.
    """
    return read_contents(contents_of(catalogue))


def read_contents(contents: Mapping[str, bytes]) -> CuratedData:
    """Read the curated data of these files, which are named as seen from the catalogue.

    Raises:
        DataProblemsError: it has errors; all of them are listed.
    """
    documents = [read_yaml(content, file) for file, content in contents.items()]
    rows, problems = _rows(documents)
    ids = _ids(documents)
    problems += [problem for d in documents for problem in _dangling_below(d, ids)]
    problems += [] if any(rows.values()) or problems else [_nothing_in(documents[0])]
    problems += [
        *_unlisted(rows, ids),
        *_duplicates(rows),
        *_dangling(rows, ids),
        *_claimed_twice(rows),
        *_replacing_nothing(rows, ids),
    ]
    if problems:
        raise DataProblemsError(sorted(problems, key=_place))
    return CuratedData(**{name: tuple(r.model for r in rows[name]) for name in LISTS})


def contents_of(catalogue: Path) -> dict[str, bytes]:
    """Return the files of curated data with what is in them.

    Raises:
        NotACatalogueError: there are none.
    """
    data = catalogue / "data"
    files = [data / "projects.yaml"] if (data / "projects.yaml").is_file() else []
    files += sorted((data / "projects").glob("*.yaml"))
    if not files:
        raise NotACatalogueError(
            f"{catalogue} holds no catalogue: there is no data/projects.yaml. "
            "Go to the catalogue's folder, or name it with --catalogue."
        )
    return {f.relative_to(catalogue).as_posix(): f.read_bytes() for f in files}


def _rows(documents: Sequence[Document]) -> tuple[Rows, list[Problem]]:
    rows: Rows = {name: [] for name in LISTS}
    problems: list[Problem] = []
    for document in documents:
        problems += document.problems
        for name, path, value in _entries(document, problems):
            model = CuratedData.model_fields[name].annotation.__args__[0]  # type: ignore[union-attr]
            try:
                rows[name].append(Row(document, path, model.model_validate(value, by_name=False)))
            except ValidationError as error:
                problems += [_translate(document, path, model, e) for e in error.errors()]
    return rows, problems


def _entries(
    document: Document, problems: list[Problem]
) -> Iterable[tuple[str, tuple[str | int, ...], Any]]:
    if document.data is None:
        return
    if not isinstance(document.data, dict):
        hint = f"begin with one of: {', '.join(LISTS)}"
        problems.append(document.problem((), "the file is not a set of lists", hint))
        return
    for name, values in document.data.items():
        if name not in LISTS:
            hint = one_of(name, LISTS)
            problems.append(document.problem((name,), f"'{name}' is not a list we know", hint))
        elif values is not None and not isinstance(values, list):
            hint = f"put '- ' before each entry of {name}"
            problems.append(document.problem((name,), f"'{name}' is not a list", hint))
        else:
            yield from ((name, (name, i), value) for i, value in enumerate(values or []))


def _translate(
    document: Document, path: tuple[str | int, ...], model: type[BaseModel], error: ErrorDetails
) -> Problem:
    place = path
    for part in way_to(error):
        if (*place, part) in document.positions:
            place = (*place, part)
    return document.problem(place, *in_words(model, error))


def _duplicates(rows: Rows) -> Iterable[Problem]:
    for name in LISTS:
        seen: dict[str, Row] = {}
        for row in rows[name]:
            entry_id = getattr(row.model, "id")  # noqa: B009 - every list's entries have one
            if entry_id in seen:
                line, _ = seen[entry_id].document.position((*seen[entry_id].path, "id"))
                hint = f"give it another id; the first is {seen[entry_id].document.file}:{line}"
                yield row.problem("id", f"the id '{entry_id}' stands twice in {name}", hint)
            seen.setdefault(entry_id, row)


_REFERENCES = (
    ("sources", "body", "bodies"),
    ("projects", "body", "bodies"),
    ("adoptions", "project", "projects"),
    ("adoptions", "body", "bodies"),
    ("adoptions", "ref", "references"),
    ("calls", "owner", "bodies"),
    ("calls", "project", "projects"),
)


def _ids(documents: Iterable[Document]) -> dict[str, list[str]]:
    """Return every id that is written, also of entries with faults: those are not missing."""
    ids: dict[str, list[str]] = {name: [] for name in LISTS}
    for document in documents:
        for name, _, value in _entries(document, []):
            ids[name] += [str(value["id"])] if isinstance(value, dict) and "id" in value else []
    return ids


def _dangling(rows: Rows, ids: Mapping[str, Sequence[str]]) -> Iterable[Problem]:
    for name, key, target in _REFERENCES:
        for row in rows[name]:
            value = getattr(row.model, key)
            if value is not None and value not in ids[target]:
                yield row.problem(key, f"no entry of {target} has the id '{value}'",
                                  one_of(value, ids[target]))  # fmt: skip


_BELOW = {"ref": "references", "body": "bodies"}
_OWN_KEY = 3  # steps to it: list, index, key


def _dangling_below(document: Document, ids: Mapping[str, Sequence[str]]) -> Iterable[Problem]:
    """Below an entry's own keys every ``ref`` names a reference, every ``body`` a body."""
    for path in document.positions:
        target = _BELOW.get(str(path[-1])) if len(path) > _OWN_KEY else None
        value = document.value(path) if target else None
        if target and isinstance(value, str) and value not in ids[target]:
            yield document.problem(
                path, f"no entry of {target} has the id '{value}'", one_of(value, ids[target])
            )


def _nothing_in(document: Document) -> Problem:
    hint = f"begin with one of: {', '.join(LISTS)}"
    return document.problem((), "there is nothing in the curated data", hint)


def _unlisted(rows: Rows, ids: Mapping[str, Sequence[str]]) -> Iterable[Problem]:
    """A repository of a project stands in a source's list, where every source is a list."""
    sources = [row.model for row in rows["sources"]]
    listed = {key_of(u): u for s in sources for u in s.named}  # type: ignore[attr-defined]
    whole = len(sources) == len(ids["sources"])  # else a fault keeps a list from us
    if not whole or not all(s.is_list for s in sources):  # type: ignore[attr-defined]
        return
    for row in rows["projects"]:
        for index, repository in enumerate(row.model.catalog.repos):  # type: ignore[attr-defined]
            if key_of(repository.repo) not in listed:
                yield row.document.problem(
                    (*row.path, "catalog", "repos", index, "repo"),
                    f"no source lists {repository.repo}",
                    one_of(
                        repository.repo, list(listed.values()), "add it to the urls of a source"
                    ),
                )


def _claimed_twice(rows: Rows) -> Iterable[Problem]:
    owners: dict[str, str] = {}
    for row in rows["projects"]:
        for index, repository in enumerate(row.model.catalog.repos):  # type: ignore[attr-defined]
            key = key_of(repository.repo)
            if key in owners:
                yield row.document.problem(
                    (*row.path, "catalog", "repos", index, "repo"),
                    f"{repository.repo} is already in the project '{owners[key]}'",
                    "keep it in one of the two",
                )
            owners.setdefault(key, str(getattr(row.model, "id")))  # noqa: B009


def _replacing_nothing(rows: Rows, ids: Mapping[str, Sequence[str]]) -> Iterable[Problem]:
    for row in rows["projects"]:
        for index, replaced in enumerate(row.model.catalog.replaces):  # type: ignore[attr-defined]
            if replaced not in ids["projects"]:
                yield row.document.problem(
                    (*row.path, "catalog", "replaces", index),
                    f"no entry of projects has the id '{replaced}'",
                    one_of(replaced, ids["projects"]),
                )


def _place(problem: Problem) -> tuple[str, int, int]:
    return problem.file, problem.line or 0, problem.column or 0
