"""JavaScript: yarn.lock of Yarn 1 and of Yarn 2 and later. Neither states licences."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

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

_VERSION = re.compile(r'  "?version"?:? "?([^"\s]{1,200})"?$')
_NEEDED = re.compile(r'    "?(@?[^"@\s:]{1,200})"?:? "?([^"]{0,300}?)"?$')
_OWN = ("workspace:", "link:", "portal:", "file:")
_GROUPS = ("dependencies", "optionalDependencies")


class _Locked(NamedTuple):
    asked: tuple[str, ...]  # "name@range", each way it is asked for
    package: PackageSeen | None
    needs: tuple[tuple[str, str], ...]


def read(text: str, beside: Beside) -> Packages | None:
    """Read all; package.json beside tells what the software itself asks for to run."""
    locked = [one for one in _blocks(text) if not _is_own(one)]
    if not locked:
        return divided((), 0) if "# yarn lockfile" in text or "__metadata:" in text else None
    if any(one.package is None for one in locked):
        return None
    by_asked = {asked: number for number, one in enumerate(locked) for asked in one.asked}
    asked = _asked_to_run(beside("package.json"))
    roots = None if asked is None else [_found(by_asked, name, of) for name, of in asked]
    if roots is None or None in roots:
        return undivided(one.package for one in locked)
    edges = {
        str(number): [str(to) for n, of in one.needs if (to := _found(by_asked, n, of)) is not None]
        for number, one in enumerate(locked)
    }
    run = {int(number) for number in reachable(edges, map(str, roots))}
    return divided((locked[n].package for n in run), len(locked) - len(run))


def _asked_to_run(manifest: str | None) -> list[tuple[str, str]] | None:
    """List what package.json asks for; None where it cannot tell, or others have manifests too."""
    document = json_object(manifest) if manifest else None
    if document is None or document.get("workspaces"):
        return None
    groups = (table(document.get(key)) for key in ("dependencies", "optionalDependencies"))
    asked = [(name, str(of)) for group in groups for name, of in group.items()]
    return [(name, of) for name, of in asked if not of.startswith(_OWN)]


def _found(by_asked: dict[str, int], name: str, of: str) -> int | None:
    number = by_asked.get(f"{name}@{of}")
    return by_asked.get(f"{name}@npm:{of}") if number is None else number


def _is_own(locked: _Locked) -> bool:
    """Tell whether it is a part of the software itself rather than something it takes in."""
    return any(asked[1:].partition("@")[2].startswith(_OWN) for asked in locked.asked)


def _blocks(text: str) -> Iterator[_Locked]:
    block: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.startswith(" "):
            block.append(line)
        elif line.endswith(":") and not line.startswith("#"):
            yield from _locked(block)
            block = [line]
    yield from _locked(block)


def _locked(block: list[str]) -> Iterable[_Locked]:
    if not block or "@" not in block[0]:
        return
    asked = tuple(one.strip().strip('"') for one in block[0][:-1].replace('"', "").split(","))
    version, needs, inside = None, [], False
    for line in block[1:]:
        if line.startswith("    "):
            if inside and (found := _NEEDED.match(line)):
                needs.append((found[1], found[2]))
            continue
        inside = line.strip(' ":') in _GROUPS
        if found := _VERSION.match(line):
            version = found[1]
    yield _Locked(asked, package(_name(asked[0]), version), tuple(needs))


def _name(asked: str) -> str:
    """Return the name of what is asked for: that of the real one where it is under another."""
    name, _, of = asked[1:].partition("@")
    if of.startswith("npm:") and "@" in of[5:]:
        return of[4:].rpartition("@")[0]
    return asked[0] + name
