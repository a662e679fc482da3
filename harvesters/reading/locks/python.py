"""Python: poetry.lock, uv.lock, pdm.lock, pylock.toml and Pipfile.lock. None states licences."""

import re
from collections.abc import Iterable
from typing import Any

from catalog.models.facts import PackageSeen
from harvesters.reading.locks.packages import (
    Beside,
    Packages,
    divided,
    json_object,
    package,
    reachable,
    table,
    undivided,
)
from harvesters.reading.locks.tables import Block, blocks
from harvesters.reading.structured import toml_mapping

_NAME = re.compile(r"\s{0,9}([A-Za-z0-9][\w.-]{0,199})")
_SEPARATORS = re.compile(r"[-_.]+")
_OWN = re.compile(r"^source = \{ ?(?:virtual|editable|directory) = ", re.MULTILINE)
_MAIN = frozenset({"main", "default"})
_HEAD = ("# This file is automatically @generated", "[metadata", "lock-version", "version = ")


def read_poetry(text: str, beside: Beside) -> Packages | None:
    """Read all; which run is told by groups, by an older category, or by pyproject.toml."""
    found = list(blocks(text))
    if not found:
        return divided((), 0) if _is_lock(text) else None
    if all(one.texts("groups") is not None for one in found):
        return _grouped(found)
    if all(one.value("category") for one in found):
        run = [one for one in found if one.value("category") == "main"]
        return divided(map(_package, run), len(found) - len(run))
    roots = _asked_to_run(beside("pyproject.toml"))
    edges = {_key(one.value("name")): list(map(_key, one.keys("package.dependencies")))
             for one in found}  # fmt: skip
    if roots is None or any(root not in edges for root in roots):
        return undivided(map(_package, found))
    run_names = reachable(edges, roots)
    run = [one for one in found if _key(one.value("name")) in run_names]
    return divided(map(_package, run), len(found) - len(run))


def read_uv(text: str, _beside: Beside) -> Packages | None:
    """Read what is reached from the software's own packages, extras included."""
    found = list(blocks(text))
    if not found:
        return divided((), 0) if _is_lock(text) else None
    own = [one for one in found if _OWN.search(one.own)]
    others = [one for one in found if not _OWN.search(one.own)]
    edges: dict[str, list[str]] = {}
    for one in found:  # a package may stand there in several versions
        needed = one.named("dependencies") + one.named_in("package.optional-dependencies")
        edges.setdefault(_key(one.value("name")), []).extend(map(_key, needed))
    if not own:
        return undivided(map(_package, others))
    names = reachable(edges, [_key(one.value("name")) for one in own])
    run = [one for one in others if _key(one.value("name")) in names]
    return divided(map(_package, run), len(others) - len(run))


def read_pdm(text: str, _beside: Beside) -> Packages | None:
    """Read all; groups tell which run, since the format's version 4.4.1."""
    found = list(blocks(text))
    if not found:
        return divided((), 0) if _is_lock(text) else None
    if all(one.texts("groups") is not None for one in found):
        return _grouped(found)
    return undivided(map(_package, found))


def read_pylock(text: str, _beside: Beside) -> Packages | None:
    """Read all; what is only of a group is told by its marker (PEP 751)."""
    found = list(blocks(text))
    if not found and "lock-version" not in text:
        return None
    run = [one for one in found if "dependency_groups" not in (one.value("marker") or "")]
    if len(run) < len(found):
        return divided(map(_package, run), len(found) - len(run))
    return undivided(map(_package, found))


def read_pipfile(text: str, _beside: Beside) -> Packages | None:
    """Read ``default``; ``develop`` is for development."""
    document = json_object(text)
    if document is None or not isinstance(document.get("default"), dict):
        return None
    development = table(document.get("develop")).keys() - document["default"].keys()
    return divided(
        (_pinned(name, row) for name, row in document["default"].items()), len(development)
    )


def _grouped(found: list[Block]) -> Packages:
    """Count as development what only development's groups ask for; an extra may run."""
    run = [one for one in found if not _is_for_development(one.texts("groups") or [])]
    return divided(map(_package, run), len(found) - len(run))


def _is_for_development(groups: Iterable[str]) -> bool:
    """Tell whether no group is the one that runs: the main one, or an extra of it."""
    return bool(groups) and not any(group in _MAIN for group in groups)


def _asked_to_run(manifest: str | None) -> list[str] | None:
    document = toml_mapping(manifest) if manifest else None
    if document is None:
        return None
    project = table(document.get("project"))
    poetry = table(table(document.get("tool")).get("poetry"))
    if not project and not poetry:
        return None
    stated = project.get("dependencies")
    lines = [line for line in stated if isinstance(line, str)] if isinstance(stated, list) else []
    names = [found[1] for line in lines if (found := _NAME.match(line))]
    names += [name for name in table(poetry.get("dependencies")) if name.lower() != "python"]
    return [_key(name) for name in names]


def _pinned(name: str, row: Any) -> PackageSeen | None:  # noqa: ANN401 - any JSON
    version = table(row).get("version")
    return package(name, version.lstrip("=")) if isinstance(version, str) else None


def _package(block: Block) -> PackageSeen | None:
    return package(block.value("name"), block.value("version"))


def _key(name: str | None) -> str:
    """Return a name as indexes compare it (PEP 503)."""
    return _SEPARATORS.sub("-", name or "").lower()


def _is_lock(text: str) -> bool:
    return any(mark in text[:2000] for mark in _HEAD)
