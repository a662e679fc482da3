"""The files that a publiccode.yml names, looked for in the folder that it stands in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from catalog.publiccode.addresses import is_web_address
from catalog.publiccode.place import Place, shown

_PNG = b"\x89PNG\r\n\x1a\n"


def look_for_files(used: dict[str, Any], place: Place, folder: Path) -> None:
    """Note each file that is not there, and each PNG that is none; addresses are left alone."""
    for where, named in _named(used, place):
        if is_web_address(named):
            continue
        path = _inside(folder, named)
        if path is None:
            hint = "put it there, or write its path from the root of the repository"
            where.error(f"there is no file '{shown(named)}'", hint)
        elif path.suffix.lower() == ".png" and not _is_png(path):
            where.error(f"'{shown(named)}' is no PNG image", "save the image as PNG")


def _named(used: dict[str, Any], place: Place) -> Iterator[tuple[Place, str]]:
    for key in ("logo", "monochromeLogo"):
        if used.get(key):
            yield place.at(key), used[key]
    if authors := used.get("legal", {}).get("authorsFile"):
        yield place.at("legal").at("authorsFile"), authors
    for tag in used.get("description", {}):
        within = place.at("description").at(tag).at("screenshots")
        written = place.document.value(within.path)
        for index, named in enumerate(written if isinstance(written, list) else ()):
            if named in used["description"][tag].get("screenshots", ()):
                yield within.at(index), named


def _inside(folder: Path, named: str) -> Path | None:
    try:
        path = (folder / named).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, ValueError):  # a name too long, or with a zero in it
        return None


def _is_png(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_PNG)) == _PNG
    except OSError:
        return False
