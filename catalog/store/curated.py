"""``data/projects.yaml``, or ``data/projects/*.yaml`` together, as models; problems with places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from pydantic import BaseModel, ValidationError

from catalog.errors import DataProblemsError, NotACatalogueError
from catalog.models.address import key_of
from catalog.models.curated import CuratedData
from catalog.models.problem import Problem
from catalog.nearest import one_of
from catalog.store.circles import circles
from catalog.store.former import clashes, formers
from catalog.store.wording import in_words, way_to
from catalog.yaml_lines import Document, read_file, read_yaml

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


@dataclass(frozen=True)
class Examined:
    """What the documents of a catalogue hold: entries that are whole, and every problem."""

    documents: Sequence[Document]
    rows: Rows
    problems: Sequence[Problem]

    @cached_property
    def curated(self) -> CuratedData:
        """The entries that are whole."""
        return CuratedData(**{name: tuple(r.model for r in self.rows[name]) for name in LISTS})


class Written(NamedTuple):
    """Where an entry is written: the file as seen from the catalogue, and the line."""

    file: str
    line: int


class Located(NamedTuple):
    """Curated data, and where each entry that has an id stands, by its list and id."""

    curated: CuratedData
    places: dict[tuple[str, str], Written]


def read_located(catalogue: Path) -> Located:
    """Read the curated data of the catalogue in this folder, with where its entries stand.

    Raises:
        NotACatalogueError: there is no curated data.
        DataProblemsError: it has errors; all of them are listed.
    """
    examined = _faultless(documents_of(catalogue))
    places = {
        (name, identifier): Written(row.document.file, row.document.position(row.path)[0])
        for name, rows in examined.rows.items()
        for row in rows
        if (identifier := getattr(row.model, "id", None))
    }
    return Located(examined.curated, places)


def read_curated(catalogue: Path) -> CuratedData:
    """Read the curated data of the catalogue in this folder.

    Raises:
        NotACatalogueError: there is no curated data.
        DataProblemsError: it has errors; all of them are listed.
    """
    return _whole(documents_of(catalogue))


def read_contents(contents: Mapping[str, bytes]) -> CuratedData:
    """Read the curated data of these files, which are named as seen from the catalogue.

    Raises:
        DataProblemsError: it has errors; all of them are listed.
    """
    return _whole([read_yaml(content, file) for file, content in contents.items()])


def _whole(documents: Sequence[Document]) -> CuratedData:
    return _faultless(documents).curated


def _faultless(documents: Sequence[Document]) -> Examined:
    examined = examine(documents)
    errors = [p for p in examined.problems if p.severity == "error"]
    if errors:
        raise DataProblemsError(sorted(errors, key=by_place))
    return examined


def examine(documents: Sequence[Document]) -> Examined:
    """Turn documents, which together are one catalogue, into entries and problems."""
    rows, problems = _rows(documents)
    ids = _ids(documents)
    left = formers(documents)
    hints = Hints(ids, {one.id: one.project for one in left})
    problems += [problem for d in documents for problem in _dangling_below(d, hints)]
    problems += [] if any(rows.values()) or problems else [_nothing_in(documents[0])]
    problems += [
        *_unlisted(rows, ids),
        *_duplicates(documents),
        *_dangling(rows, hints),
        *_claimed_twice(rows),
        *_replacing_nothing(rows, ids),
        *circles(documents),
        *clashes(left, ids["projects"]),
    ]
    return Examined(documents, rows, problems)


def files_of(catalogue: Path) -> list[Path]:
    """List the files that hold a catalogue's curated data; none where it is no catalogue."""
    data = catalogue / "data"
    files = [data / "projects.yaml", *sorted((data / "projects").glob("*.yaml"))]
    return [file for file in files if file.is_file()]


def documents_of(catalogue: Path) -> list[Document]:
    """Read every file of a catalogue's curated data.

    Raises:
        NotACatalogueError: there is none.
    """
    return [read_file(f, name) for name, f in _named(catalogue).items()]


def contents_of(catalogue: Path) -> dict[str, bytes]:
    """Return the files of curated data with what is in them.

    Raises:
        NotACatalogueError: there are none.
    """
    return {name: f.read_bytes() for name, f in _named(catalogue).items()}


def _named(catalogue: Path) -> dict[str, Path]:
    files = files_of(catalogue)
    if not files:
        raise NotACatalogueError(
            f"{catalogue} holds no catalogue: there is no data/projects.yaml. "
            "Go to the catalogue's folder, or name it with --catalogue."
        )
    return {f.relative_to(catalogue).as_posix(): f for f in files}


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
                problems += _translated(document, path, model, error)
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


def _translated(
    document: Document, path: tuple[str | int, ...], model: type[BaseModel], error: ValidationError
) -> list[Problem]:
    """Word every fault of an entry; where a value may be one of several kinds, the first only."""
    found: dict[tuple[str | int, ...], Problem] = {}
    for one in error.errors():
        place = path
        for part in way_to(one):
            if (*place, part) in document.positions:
                place = (*place, part)
        told = document.problem(place, *in_words(model, one))
        loc = (*place, one["loc"][-1]) if one["type"] == "missing" else place
        found.setdefault(loc, told)
    return list(found.values())


def _duplicates(documents: Iterable[Document]) -> Iterable[Problem]:
    """An id stands once in its list, also where its entry has other faults."""
    seen: dict[tuple[str, str], str] = {}
    for document in documents:
        for name, path, value in _entries(document, []):
            entry_id = value.get("id") if isinstance(value, dict) else None
            if not isinstance(entry_id, str):
                continue
            place = (*path, "id")
            if first := seen.get((name, entry_id)):
                hint = f"give it another id; the first is {first}"
                message = f"the id '{entry_id}' stands twice in {name}"
                yield document.problem(place, message, hint)
            seen.setdefault((name, entry_id), f"{document.file}:{document.position(place)[0]}")


_REFERENCES = (
    ("sources", "body", "bodies"),
    ("projects", "body", "bodies"),
    ("adoptions", "project", "projects"),
    ("adoptions", "body", "bodies"),
    ("adoptions", "ref", "references"),
    ("calls", "owner", "bodies"),
    ("calls", "project", "projects"),
    ("rejections", "body", "bodies"),
)


def _ids(documents: Iterable[Document]) -> dict[str, list[str]]:
    """Return every id that is written, also of entries with faults: those are not missing."""
    ids: dict[str, list[str]] = {name: [] for name in LISTS}
    for document in documents:
        for name, _, value in _entries(document, []):
            ids[name] += [str(value["id"])] if isinstance(value, dict) and "id" in value else []
    return ids


class Hints:
    """The ids there are, and what may be meant by one that is not: each word is asked once."""

    def __init__(
        self, ids: Mapping[str, Sequence[str]], moved: Mapping[str, str] | None = None
    ) -> None:
        """Know the ids of every list, and what projects that have ``moved`` are called now."""
        self._moved = moved or {}
        self.ids = {name: set(known) for name, known in ids.items()}
        self._ordered = ids
        self._given: dict[tuple[str, str], str] = {}

    def missing(self, target: str, entry_id: str) -> tuple[str, str] | None:
        """Say that a list has no entry of this id, and which may be meant; None where it has."""
        if entry_id in self.ids[target]:
            return None
        key = (target, entry_id)
        if key not in self._given:
            self._given[key] = self._hint(target, entry_id)
        return f"no entry of {target} has the id '{entry_id}'", self._given[key]

    def _hint(self, target: str, entry_id: str) -> str:
        known = self._ordered[target]
        if target == "projects" and (now := self._moved.get(entry_id)) in self.ids[target]:
            return f"write '{now}', which it is called now"
        if not known:
            return f"add it to {target}"
        if len(self._given) >= MOST_HINTS:
            return f"use the id of an entry of {target}"
        return one_of(entry_id, known)


MOST_HINTS = 50  # looking for the nearest of ten thousand ids takes a while


def _dangling(rows: Rows, hints: Hints) -> Iterable[Problem]:
    for name, key, target in _REFERENCES:
        for row in rows[name]:
            value = getattr(row.model, key)
            told = hints.missing(target, value) if value is not None else None
            if told:
                yield row.problem(key, *told)


_BELOW = {"ref": "references", "body": "bodies"}
_OWN_KEY = 3  # steps to it: list, index, key


def _dangling_below(document: Document, hints: Hints) -> Iterable[Problem]:
    """Below an entry's own keys every ``ref`` names a reference, every ``body`` a body."""
    for path in document.positions:
        target = _BELOW.get(str(path[-1])) if len(path) > _OWN_KEY else None
        value = document.value(path) if target else None
        told = hints.missing(target, value) if target and isinstance(value, str) else None
        if told:
            yield document.problem(path, *told)


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
    told = 0
    for row in rows["projects"]:
        for index, repository in enumerate(row.model.catalog.repos):  # type: ignore[attr-defined]
            if key_of(repository.repo) not in listed:
                near = list(listed.values()) if told < MOST_HINTS else ()
                told += 1
                yield row.document.problem(
                    (*row.path, "catalog", "repos", index, "repo"),
                    f"no source lists {repository.repo}",
                    one_of(repository.repo, near, "add it to the urls of a source"),
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


def by_place(problem: Problem) -> tuple[str, int, int]:
    """Order problems as a person walks through the files."""
    return problem.file, problem.line or 0, problem.column or 0
