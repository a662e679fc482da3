"""What a repository's lock files and manifests tell of the packages that run with the software."""

from collections.abc import Sequence

from catalog.models.aside import is_aside
from catalog.models.evidence import Found
from catalog.models.facts import FileSeen, LockedSeen, ManifestSeen, RepositoryFacts
from catalog.readiness.checks.evidence_of import items

SHOWN = 5  # packages that a sentence names

# Formats that say all they depend on in plain text. The others may take dependencies from a parent,
# a variable or a program.
_COMPLETE = ("composer.json", "package.json", "go.mod", "Cargo.toml")
_LISTS = (".gradle", ".kts", ".toml", ".txt", ".cfg", "Gemfile", "Pipfile")  # may well be empty
_UNREAD = frozenset(
    {"cocoapods", "swift", "pub", "hex"}
)  # ecosystems whose lock files nobody reads


def unread_locks(
    facts: RepositoryFacts, locks: Sequence[LockedSeen]
) -> list[LockedSeen | FileSeen]:
    """List the lock files that are there and whose packages are not known."""
    unread = [lock for lock in locks if lock.unread]
    others = [lock for lock in items(facts.locks) if lock.kind in _UNREAD]
    return [*unread, *(lock for lock in others if not is_aside(lock.path))]


def unlocked(facts: RepositoryFacts, locks: Sequence[LockedSeen]) -> list[ManifestSeen]:
    """List the manifests that have dependencies, or may have, and no lock file that fixes them."""
    locked = [(folder(lock.path), _family(lock.ecosystem)) for lock in locks]
    return [
        manifest
        for manifest in facts.own_manifests
        if _may_depend(manifest)
        and not any(
            ecosystem == _family(manifest.ecosystem) and _is_below(manifest.path, place)
            for place, ecosystem in locked
        )
    ]


def has_none(facts: RepositoryFacts) -> bool:
    """Tell whether manifests say that nothing is depended on, and nothing was copied in either."""
    manifests = facts.own_manifests
    copied = facts.tree.found.vendored if isinstance(facts.tree, Found) else 1
    silent = all(_says_nothing_needed(manifest) for manifest in manifests)
    return bool(manifests) and silent and not copied


def unclear(facts: RepositoryFacts) -> list[ManifestSeen]:
    """List the manifests that do not name all they ask for; another beside them may."""
    every = facts.own_manifests
    clear = {(folder(m.path), m.ecosystem) for m in every if m.dependencies and not m.partly}
    return [
        manifest
        for manifest in every
        if (manifest.partly or _says_nothing(manifest))
        and (folder(manifest.path), manifest.ecosystem) not in clear
    ]


def direct(facts: RepositoryFacts, lock: LockedSeen) -> frozenset[str]:
    """Return what the manifests beside a lock file ask for to run."""
    beside = (m for m in facts.own_manifests if folder(m.path) == folder(lock.path))
    return frozenset(name for m in beside for name in m.dependencies)


def named(packages: list[str]) -> str:
    """Join the first few names; dots stand for the rest."""
    shown = sorted(dict.fromkeys(packages))
    return ", ".join(shown[:SHOWN]) + (", …" if len(shown) > SHOWN else "")


def folder(path: str) -> str:
    """Return the folder of a file, empty for the root."""
    return path.rpartition("/")[0]


def _may_depend(manifest: ManifestSeen) -> bool:
    return bool(manifest.dependencies) or not manifest.path.endswith(_COMPLETE)


def _says_nothing(manifest: ManifestSeen) -> bool:
    """Tell whether nothing of a manifest was understood: it may ask for anything."""
    if manifest.path.endswith(_LISTS):
        return False
    understood = manifest.name or manifest.version or manifest.licence or manifest.scripts
    return not (understood or manifest.dependencies or manifest.development_dependencies)


def _says_nothing_needed(manifest: ManifestSeen) -> bool:
    """Tell whether a manifest was understood and asks for nothing to run."""
    understood = manifest.name or manifest.version or manifest.licence or manifest.scripts
    return bool(understood) and not _may_depend(manifest)


def _is_below(path: str, place: str) -> bool:
    """Tell whether a file stands in a folder or below it: a workspace has one lock file."""
    return not place or path.startswith(f"{place}/")


def _family(ecosystem: str) -> str:
    return "maven" if ecosystem == "gradle" else ecosystem
