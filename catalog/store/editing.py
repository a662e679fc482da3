"""Edits of the curated data that change only what was asked for, and refuse what would not check.

``added`` and ``changed`` give a :class:`Change`, to be shown (``diff``) or ``written``. Nothing is
written before that.
"""

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog.errors import DataProblemsError, EditError
from catalog.models.problem import Problem
from catalog.nearest import one_of
from catalog.store.curated import LISTS, contents_of, read_contents
from catalog.store.snapshot import write_whole
from catalog.store.yaml_edits import set_value, with_value
from catalog.store.yaml_tree import Path as YamlPath
from catalog.store.yaml_writing import plain
from catalog.yaml_lines import Document, read_yaml

_BOM = b"\xef\xbb\xbf"
_GROUPS = ("body", "owner", "project")  # entries that share one stand in one file


@dataclass(frozen=True)
class Edit:
    """One entry to add at the end of one list, with keys as they stand in the file."""

    list_name: str
    entry: Mapping[str, Any]


@dataclass(frozen=True)
class Setting:
    """One value to set in one entry: keys that are not there are made.

    The number after a list's last lengthens it: ``("urls", 2)`` where there are two.
    """

    list_name: str
    entry_id: str
    path: YamlPath
    value: Any


@dataclass(frozen=True)
class FileChange:
    """A file, named as seen from the catalogue, as it is and as it is to be."""

    file: str
    before: bytes
    after: bytes

    def diff(self) -> str:
        """Return the change as a unified diff."""
        lines = difflib.unified_diff(
            _lines(self.before), _lines(self.after), f"a/{self.file}", f"b/{self.file}", n=3
        )
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in lines
        )


@dataclass(frozen=True)
class Change:
    """What edits make of a catalogue's files: those that change, mostly one."""

    catalogue: Path
    files: tuple[FileChange, ...]

    def diff(self) -> str:
        """Return everything as one unified diff."""
        return "".join(file.diff() for file in self.files)


def added(catalogue: Path, edits: Iterable[Edit | Setting]) -> Change:
    """Return the change that makes these edits; later ones may refer to earlier ones.

    Raises:
        NotACatalogueError: there is no curated data.
        DataProblemsError: the data would have problems that it has not now.
        EditError: there is no such entry, or a file is written so that it cannot be edited safely.
    """
    before = contents_of(catalogue)
    contents = dict(before)
    for edit in edits:
        if edit.list_name not in LISTS:
            hint = one_of(edit.list_name, LISTS)
            raise EditError(f"'{edit.list_name}' is not a list of the catalogue - {hint}")
        documents = _documents(contents)
        if isinstance(edit, Edit):
            document, value = _home(documents, edit), dict(edit.entry)
            path: YamlPath = (edit.list_name, len(_entries(document, edit.list_name)))
        else:
            (document, path), value = _place_of(documents, edit), edit.value
        contents[document.file] = _edited(document, contents[document.file], path, value)
    return _checked(catalogue, before, contents)


def changed(
    catalogue: Path, list_name: str, entry_id: str, path: YamlPath, value: object
) -> Change:
    """Return the change that sets one value of one entry: ``("catalog", "kind")`` to ``app``.

    It is :func:`added` with one :class:`Setting`.
    """
    return added(catalogue, [Setting(list_name, entry_id, path, value)])


def written(change: Change) -> tuple[Path, ...]:
    """Write the files of a change, each whole or not at all, and return them.

    Raises:
        EditError: a file is no longer what the change was made from, or cannot be written.
    """
    paths = [(change.catalogue / one.file).resolve() for one in change.files]
    try:
        for one, path in zip(change.files, paths, strict=True):
            if path.read_bytes() != one.before:
                raise EditError(f"{one.file} was changed meanwhile - look at it, and try again")
        for one, path in zip(change.files, paths, strict=True):
            write_whole(path, one.after)
    except OSError as error:
        reason = error.strerror or "the system refused"
        raise EditError(f"the data could not be written ({reason})") from None
    return tuple(paths)


def _documents(contents: Mapping[str, bytes]) -> list[Document]:
    documents = [read_yaml(content, file) for file, content in contents.items()]
    problems = [problem for document in documents for problem in document.problems]
    if problems:
        raise DataProblemsError(problems)
    return documents


def _entries(document: Document, list_name: str) -> Sequence[Any]:
    entries = document.value((list_name,))
    return entries if isinstance(entries, list) else ()


def _home(documents: Sequence[Document], edit: Edit) -> Document:
    """Return the file for an entry: where its like stand, else the list's last, else the first."""
    holders = [one for one in documents if _entries(one, edit.list_name)]
    for key in _GROUPS:
        shared = edit.entry.get(key)
        for one in holders if shared else ():
            entries = [e for e in _entries(one, edit.list_name) if isinstance(e, dict)]
            if shared in [entry.get(key) for entry in entries]:
                return one
    return (holders or documents)[-1 if holders else 0]


def _place_of(documents: Sequence[Document], setting: Setting) -> tuple[Document, YamlPath]:
    """Return the file that holds an entry, and where in it the value is to be."""
    ids: list[str] = []
    for document in documents:
        for number, entry in enumerate(_entries(document, setting.list_name)):
            known = str(entry.get("id")) if isinstance(entry, dict) else ""
            ids.append(known)
            if known == setting.entry_id and setting.path:
                return document, (setting.list_name, number, *setting.path)
    hint = one_of(setting.entry_id, ids) if ids else f"there are no {setting.list_name} yet"
    raise EditError(f"no entry of {setting.list_name} has the id '{setting.entry_id}' - {hint}")


def _edited(document: Document, content: bytes, path: YamlPath, value: object) -> bytes:
    """Return the file with a value set; nothing else in it may mean anything new."""
    try:
        new = plain(value)
        expected = with_value(document.data, path, new)
        text = set_value(content.decode("utf-8-sig"), path, new)
        after = (_BOM if content.startswith(_BOM) else b"") + text.encode()
    except (LookupError, TypeError) as error:
        raise EditError(f"{document.file}: {_place(path)} cannot be set ({error})") from None
    except UnicodeEncodeError:
        raise EditError(f"{_place(path)} holds half a letter - type the text anew") from None
    read = read_yaml(after, document.file)
    if read.problems or read.data != expected:
        raise EditError(_not_safe(document.file, content, path))
    return after


def _not_safe(file: str, content: bytes, path: YamlPath) -> str:
    if not content.endswith((b"\n", b"\r")):
        return f"{file} does not end with a line break - give it one, and try again"
    return (
        f"{file} is written in a way that cannot be edited safely at {_place(path)} - "
        "make this change by hand"
    )


def _checked(catalogue: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Change:
    problems, new = _problems(after), []
    known = Counter((p.file, p.message) for p in (_problems(before) if problems else ()))
    for problem in problems:
        known[problem.file, problem.message] -= 1
        if known[problem.file, problem.message] < 0:
            new.append(problem)
    if new:
        raise DataProblemsError(new)
    files = (FileChange(f, before[f], after[f]) for f in before if before[f] != after[f])
    return Change(catalogue, tuple(files))


def _problems(contents: Mapping[str, bytes]) -> tuple[Problem, ...]:
    try:
        read_contents(contents)
    except DataProblemsError as error:
        return error.problems
    return ()


def _place(path: YamlPath) -> str:
    return ".".join(str(part) for part in path)


def _lines(content: bytes) -> list[str]:
    lines = content.decode("utf-8-sig").split("\n")
    return [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]
