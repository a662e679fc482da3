"""JavaScript: pnpm-lock.yaml, versions 5 to 9. It states no licences.

A YAML reader needs a second for a megabyte; the file is written by a program, so that its
indentation is enough.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from catalog.models.facts import PackageSeen
from harvesters.reading.locks.packages import Beside, Packages, divided, package, reachable

_LINE = re.compile(r"( {0,12})'?([^':\s][^':]{0,300}|[^'\s]{1,300}?)'?:(?: (.{0,300}))?$")
_VERSION = re.compile(r"^lockfileVersion: '?(\d{1,3})", re.MULTILINE)
_OLD = re.compile(r"/((?:@[^/@]{1,100}/)?[^/@]{1,100})/(\d[^_/]{0,100})(?:_.{0,300})?$")
_RUNS = frozenset({"dependencies", "optionalDependencies"})
_SNAPSHOTS = 9  # the version that keeps who needs whom apart from what is installed


class _Line(NamedTuple):
    path: tuple[str, ...]
    value: str


def read(text: str, _beside: Beside) -> Packages | None:
    """Read what is installed, and what of it is reached from what is asked for to run."""
    stated = _VERSION.search(text)
    if not stated:
        return None
    lines = list(_lines(text))
    if int(stated[1]) >= _SNAPSHOTS:
        return _by_reach(lines)
    return _by_mark(lines)


def _by_mark(lines: list[_Line]) -> Packages:
    keys = {line.path[1] for line in lines if len(line.path) > 1 and line.path[0] == "packages"}
    development = {
        line.path[1]
        for line in lines
        if line.path[0] == "packages" and line.path[2:] == ("dev",) and line.value == "true"
    }
    return divided((_package(key) for key in keys - development), len(development))


def _by_reach(lines: list[_Line]) -> Packages:
    edges: dict[str, list[str]] = {}
    roots = []
    for path, value in lines:
        match path:
            case ("importers", _, group, name, "version") if group in _RUNS:
                roots.append(_key(name, value))
            case ("snapshots", key):
                edges.setdefault(key, [])
            case ("snapshots", key, group, name) if group in _RUNS:
                edges.setdefault(key, []).append(_key(name, value))
    run = reachable(edges, roots)
    packages = {_bare(key) for key in run}
    return divided((_package(key) for key in packages), len({_bare(k) for k in edges} - packages))


def _lines(text: str) -> Iterator[_Line]:
    """Go through the keys, each with all that it stands below."""
    path: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if found := _LINE.match(line):
            depth = len(found[1]) // 2
            if depth <= len(path):
                path[depth:] = [found[2]]
                yield _Line(tuple(path), (found[3] or "").strip("'"))


def _key(name: str, version: str) -> str:
    """Return the key of what is needed: a version, or another name with one."""
    return f"{name}@{version}" if version[:1].isdigit() else version


def _bare(key: str) -> str:
    return key.partition("(")[0]


def _package(key: str) -> PackageSeen | None:
    """Read ``/name/1.0.0_peer@2`` of version 5, and ``name@1.0.0(peer@2)`` of later ones."""
    if old := _OLD.match(key):
        return package(old[1], old[2])
    name, _, version = _bare(key).removeprefix("/").rpartition("@")
    return package(name, version) if version[:1].isdigit() else None
