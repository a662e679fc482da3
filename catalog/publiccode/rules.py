"""publiccode.yml read strictly and tolerantly at once: what can be used, and all that is wrong."""

from pathlib import Path
from typing import Any

from catalog.models.problem import Problem
from catalog.publiccode.beside import look_for_files
from catalog.publiccode.model import Publiccode
from catalog.publiccode.place import MOST, Place, shown
from catalog.publiccode.schema import TOP
from catalog.yaml_lines import Document, read_yaml

LARGEST = 256 * 1024  # bytes; the largest real ones are a tenth of it


def check_publiccode(content: bytes, file: str, folder: Path | None = None) -> list[Problem]:
    """Return what is wrong with a publiccode.yml, ordered by line.

    Its errors are those of the reference parser without network and registers: a file with warnings
    only is valid. With ``folder``, the repository's root, the files it names are looked for there.
    Never raises for what the bytes hold.
    """
    return read_publiccode(content, file, folder)[1]


def read_publiccode(
    content: bytes, file: str, folder: Path | None = None
) -> tuple[Publiccode, list[Problem]]:
    """Return what can be used of a publiccode.yml, and what is wrong with it, ordered by line."""
    document = _document(content, file)
    place = Place(document)
    used: dict[str, Any] | None = None
    if isinstance(document.data, dict):
        used = TOP.take(document.data, place) or {}
        if folder:
            look_for_files(used, place, folder)
    elif not document.problems:
        _no_section(document.data, place)
    problems = [*document.problems[:MOST], *place.problems]
    return Publiccode.model_validate(used or {}), sorted(problems, key=_line)


def usable(data: dict[str, Any]) -> dict[str, Any]:
    """Return the keys of a publiccode document whose values keep the rules."""
    return TOP.take(data, Place(Document("", data))) or {}


def _document(content: bytes, file: str) -> Document:
    if len(content) > LARGEST:
        message = f"{len(content) // 1024} KiB is too large for a publiccode.yml"
        hint = f"write at most {LARGEST // 1024} KiB: a page of description a language is enough"
        return Document(file, problems=[_of_file(file, message, hint)])
    document = read_yaml(content, file, aliases=True)
    if document.problems and document.data is None and not _is_utf8(content):
        text = content.decode("cp1252", errors="replace")
        as_latin = read_yaml(text.encode(), file, aliases=True)
        as_latin.problems[:0] = document.problems
        return as_latin
    return document


def _no_section(data: object, place: Place) -> None:
    if isinstance(data, str) and "\n" not in data and "/" in data:
        message = f"the file holds only '{shown(data)}', which looks like where a link leads"
        place.error(message, "put the file itself here, not a link to it")
    elif data is None:
        place.at("publiccodeYmlVersion").error(
            "the file is empty", 'begin with publiccodeYmlVersion: "0"'
        )
    else:
        place.error("the file is not a list of keys", 'begin with publiccodeYmlVersion: "0"')


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _of_file(file: str, message: str, hint: str) -> Problem:
    return Problem(file=file, line=None, column=None, message=message, hint=hint)


def _line(problem: Problem) -> tuple[int, int]:
    return problem.line or 0, problem.column or 0
