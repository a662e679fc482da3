"""JavaScript: package-lock.json and npm-shrinkwrap.json of npm, versions 1 to 3."""

from collections.abc import Iterator
from typing import Any

from catalog.models.facts import PackageSeen
from harvesters.reading.locks.packages import (
    Beside,
    Packages,
    divided,
    json_object,
    package,
    table,
)

DEEPEST = 30
_INSTALLED = "node_modules/"


def read(text: str, _beside: Beside) -> Packages | None:
    """Read what is installed; version 1 states no licences."""
    document = json_object(text)
    if document is None:
        return None
    if isinstance(document.get("packages"), dict):
        rows = list(_installed(document["packages"]))
    elif isinstance(document.get("dependencies"), dict):
        rows = list(_nested(document["dependencies"]))
    elif "lockfileVersion" in document:
        rows = []
    else:
        return None
    run = [_package(name, row) for name, row in rows if row.get("dev") is not True]
    return divided(run, sum(row.get("dev") is True for _, row in rows))


def _installed(packages: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Go through versions 2 and 3; what is not below node_modules/ is the software's own."""
    for path, row in packages.items():
        if isinstance(row, dict) and _INSTALLED in path and row.get("link") is not True:
            yield path.rpartition(_INSTALLED)[2], row


def _nested(dependencies: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Go through version 1, where what only one package needs stands inside it."""
    waiting = [(dependencies, 0)]
    while waiting:
        level, depth = waiting.pop()
        for name, row in level.items():
            if isinstance(row, dict):
                yield name, row
                if depth < DEEPEST:
                    waiting.append((table(row.get("dependencies")), depth + 1))


def _package(name: str, row: dict[str, Any]) -> PackageSeen | None:
    stated = row.get("license")
    alias, version = row.get("name"), row.get("version")
    if isinstance(version, str) and version.startswith("npm:"):  # version 1 names the real one so
        alias, _, version = version[4:].rpartition("@")
    return package(alias or name, version, stated)
