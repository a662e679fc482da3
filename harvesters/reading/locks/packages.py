"""What a lock file's reader gives back, and what readers have in common."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

from catalog.models.facts import PackageSeen

Beside: TypeAlias = Callable[[str], str | None]  # a file of the same folder by its name

_LONGEST = 200  # characters of a name or a version


class Packages(NamedTuple):
    """Packages that run with the software; those of development are counted where ``apart``."""

    run: tuple[PackageSeen, ...]
    development: int = 0
    apart: bool = True


def package(name: object, version: object, licence: object = None) -> PackageSeen | None:
    """Make a package; None where it has no plain name and version."""
    if not (_plain(name) and _plain(version)):
        return None
    stated = licence if _plain(licence) else None
    return PackageSeen(str(name), str(version), str(stated) if stated else None)


def all_of(found: Iterable[PackageSeen | None], development: int = 0, *, apart: bool) -> Packages:
    """Return packages once each, in order."""
    once = {(one.name, one.version): one for one in found if one is not None}
    return Packages(tuple(once[key] for key in sorted(once)), development, apart)


def divided(run: Iterable[PackageSeen | None], development: int) -> Packages:
    """Return packages of a file that tells what is for development only."""
    return all_of(run, development, apart=True)


def undivided(found: Iterable[PackageSeen | None]) -> Packages:
    """Return packages of a file that does not tell what is for development only."""
    return all_of(found, apart=False)


def reachable(edges: Mapping[str, Iterable[str]], roots: Iterable[str]) -> set[str]:
    """Return what can be reached from the roots, they included where they are known."""
    found: set[str] = set()
    waiting = [root for root in roots if root in edges]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [to for to in edges[one] if to in edges and to not in found]
    return found


def json_object(text: str) -> dict[str, Any] | None:
    """Read a JSON object; the size of the text was looked at before."""
    try:
        value = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def table(value: object) -> dict[str, Any]:
    """Return a mapping, an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def rows(value: object) -> list[dict[str, Any]]:
    """Return the mappings of a list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _plain(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST and value.isprintable()
