"""Which project makes a package, and which projects of the catalogue build on it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from catalog.models.evidence import Found
from catalog.models.facts import Ecosystem, ManifestSeen
from catalog.models.project import Project, ProjectRepository

Package: TypeAlias = tuple[str, str]  # registry, and name in small letters

_REGISTRY: dict[Ecosystem, str] = {"gradle": "maven"}  # where it is another than the tool's own
_SIGNS = re.compile(r"[-_.]+")


class Maker(NamedTuple):
    """The repository that a package is made in, and its project."""

    project: Project
    repository: ProjectRepository


class Need(NamedTuple):
    """A package that a repository needs: the file that says so, whether it asks for it itself.

    Where not, another package has brought it in, and only the lock file tells. ``version`` is what
    is locked. ``runs`` tells that it runs with the software: not every lock file tells it from what
    is for development.
    """

    package: Package
    repository: ProjectRepository
    path: str
    direct: bool
    version: str | None
    runs: bool = True


def package_of(ecosystem: Ecosystem, name: str) -> Package:
    """Return what a package is known by, however a file writes it.

    Gradle takes from Maven's registry; to PyPI ``-``, ``_`` and ``.`` are one sign (PEP 503).
    """
    known = _SIGNS.sub("-", name.lower()) if ecosystem == "pypi" else name.lower()
    return _REGISTRY.get(ecosystem, ecosystem), known


def makers(projects: Iterable[Project]) -> dict[Package, Maker]:
    """Return who makes each package that the projects publish under a name of their own.

    Where several repositories bear the name, a fork gives way to what is none, and another to the
    repository that is called as the package; where that leaves two projects, nobody knows.
    """
    claims: dict[Package, list[Maker]] = defaultdict(list)
    for project in projects:
        for repository in project.repositories:
            for package in sorted(_made(repository)):
                claims[package].append(Maker(project, repository))
    found = ((package, _settled(package, claimed)) for package, claimed in claims.items())
    return {package: maker for package, maker in found if maker}


def needs(repository: ProjectRepository, known: Mapping[Package, Maker]) -> Iterator[Need]:
    """Yield each known package that a repository needs, once; what it asks for itself first."""
    locked = _locked(repository, known)
    asked: set[Package] = set()
    for manifest in _manifests(repository):
        for name in manifest.dependencies:
            package = package_of(manifest.ecosystem, name)
            if package in known and package not in asked:
                asked.add(package)
                version = locked[package].version if package in locked else None
                yield Need(package, repository, manifest.path, direct=True, version=version)
    for package, need in locked.items():
        if package not in asked:
            yield need


def _locked(repository: ProjectRepository, known: Mapping[Package, Maker]) -> dict[Package, Need]:
    """Return the known packages that lock files fix.

    Names are looked up first: a lock file has a thousand, and hardly any is the catalogue's own.
    """
    facts, found = repository.facts, dict[Package, Need]()
    for lock in facts.locked.found if facts and isinstance(facts.locked, Found) else ():
        ours = {name for name in lock.names if package_of(lock.ecosystem, name) in known}
        if not ours:
            continue
        for package in lock.packages:
            if package.name.lower() in ours:
                key = package_of(lock.ecosystem, package.name)
                need = Need(key, repository, lock.path, direct=False,
                            version=package.version or None, runs=lock.apart)  # fmt: skip
                found.setdefault(key, need)
    return found


def _manifests(repository: ProjectRepository) -> tuple[ManifestSeen, ...]:
    facts = repository.facts
    return facts.manifests.found if facts and isinstance(facts.manifests, Found) else ()


def _made(repository: ProjectRepository) -> set[Package]:
    """Return the packages that a repository makes.

    A name without an owner in it could be anyone's, so that it counts only where the manifest says
    what to publish; nor is a package in a folder its own work, where nothing says so.
    """
    return {
        package_of(manifest.ecosystem, manifest.name)
        for manifest in _manifests(repository)
        if manifest.name and not manifest.private
        if manifest.published or (_is_owned(manifest.name) and "/" not in manifest.path)
    }


def _is_owned(name: str) -> bool:
    return "/" in name or ":" in name


def _settled(package: Package, claimed: list[Maker]) -> Maker | None:
    own = [m for m in claimed if not (m.repository.descent and m.repository.descent.kind)]
    rest = own or claimed
    tail = package[1].replace(":", "/").rpartition("/")[2]
    named = [maker for maker in rest if maker.repository.name.lower() == tail] or rest
    if len({maker.project.id for maker in named}) > 1:
        return None
    return min(named, key=lambda maker: maker.repository.url)
