"""Public security advisories of locked packages: ``data/snapshot/advisories.json``.

One file for all repositories: each package is asked for once, whoever locks it. No day stands in
it; when it was asked for is in the run's report.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal, TypeAlias

from catalog.models.base import Frozen
from catalog.models.facts import Ecosystem, LockedSeen, PackageSeen

Severity: TypeAlias = Literal["none", "low", "moderate", "high", "critical"]
SERIOUS: frozenset[Severity | None] = frozenset({"high", "critical"})

# Names of registries as OSV has them (ossf.github.io/osv-schema, defined ecosystems).
REGISTRIES: dict[Ecosystem, str] = {
    "composer": "Packagist", "npm": "npm", "pypi": "PyPI", "maven": "Maven", "gradle": "Maven",
    "nuget": "NuGet", "rubygems": "RubyGems", "go": "Go", "cargo": "crates.io",
}  # fmt: skip


class Advisory(Frozen):
    """One public advisory. ``severity`` is None where nobody has rated it.

    ``modified`` is OSV's own mark of its version: what has the same one need not be fetched again.
    """

    modified: str
    severity: Severity | None = None
    published: date | None = None
    fixed: bool = False
    aliases: tuple[str, ...] = ()


class Advisories(Frozen):
    """What is known of packages: ``asked`` by registry, name and version, with their advisories.

    ``unasked`` are packages that no question can be put for, such as the tip of a branch.
    """

    schema_version: Literal[1] = 1
    advisories: dict[str, Advisory] = {}
    asked: dict[str, tuple[str, ...]] = {}
    unasked: tuple[str, ...] = ()


class AdvisoryHit(Frozen):
    """An advisory that concerns a package a repository locks, and the lock file that does."""

    id: str
    advisory: Advisory
    package: str
    version: str
    path: str


class Concern(Frozen):
    """What advisories say of one repository's locked packages; ``unknown`` were never asked for."""

    on: date  # the day of asking
    hits: tuple[AdvisoryHit, ...] = ()
    asked: int = 0
    unasked: int = 0
    unknown: int = 0


def key_of(lock: LockedSeen, package: PackageSeen) -> str:
    """Return what a package is known by, the same for every repository that locks it."""
    return f"{REGISTRIES[lock.ecosystem]}:{package.name}@{package.version}"


def keyed(locks: tuple[LockedSeen, ...]) -> Iterator[tuple[str, LockedSeen, PackageSeen]]:
    """Go through locked packages with their keys."""
    return ((key_of(lock, package), lock, package) for lock in locks for package in lock.packages)
