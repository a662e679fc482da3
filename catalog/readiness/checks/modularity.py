"""GEN-3: made of parts that can be taken separately."""

import re
from functools import partial

from catalog.models.curated import Kind
from catalog.models.evidence import Found
from catalog.models.facts import ManifestSeen, RepositoryFacts, Tags
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Verdict
from catalog.readiness.checks.documentation import cites, of_subjects
from catalog.readiness.checks.evidence_of import (
    Judged,
    best_of,
    better,
    cite,
    in_order,
    items,
    judged,
    reasons_unseen,
    unseen,
)
from catalog.readiness.checks.windows import Day

_SEVERAL = 2
_PUBLISHED = frozenset({"npm", "pypi", "composer", "maven", "gradle", "nuget", "rubygems", "cargo"})
_ASIDE = re.compile(
    r"(?:^|/)(?:[\w-]{0,20}tests?|e2e|docs?|examples?|scripts|website|libs\.versions\.toml)(?:/|$)"
)
_FIRST = re.compile(r"(?:0\.0\.[01]|0\.1\.0|1\.0\.0)(?:-\w+)?$")  # what tools write for a start


def is_modular(project: Project, _day: Day) -> Verdict:
    """GEN-3: made of parts that can be taken separately."""
    found = best_of(project, partial(_parts, project.kind.value))
    return better(found, _repositories(project)).of("GEN-3")


def _repositories(project: Project) -> Judged | None:
    """Judge a project whose repositories each have versions of their own."""
    roles = {"primary", "component"}
    versioned = [r for r in in_order(project) if r.role in roles and r.facts and _tag(r.facts)]
    if len(versioned) < _SEVERAL:
        return None
    places = [Cite(repository=r.url) for r in versioned]
    return judged("pass", "parts-repositories", places, count=len(versioned))


def _parts(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    own = [m for m in items(facts.manifests) if not m.tooling and not _ASIDE.search(m.path)]
    packages = [m for m in own if m.name]
    if parts := _released_apart(facts, packages):
        return judged("pass", "parts-released", [cite(repository)], count=len(parts))
    if len(published := _published(packages)) >= _SEVERAL:
        places = [cite(repository, m.path) for m in published]
        return judged("pass", "parts-published", places, count=len(published))
    wordpress = isinstance(facts.wordpress, Found)
    extensions = [m for m in of_subjects(facts, "extension") if wordpress or m.term != "filters"]
    if extensions:
        return judged("pass", "parts-extension", cites(repository, extensions))
    if kind == "library" and (package := _package(facts, packages)):
        return judged("pass", "parts-package", [cite(repository, package.path)])
    return _visible(repository, facts, own)


def _visible(
    repository: ProjectRepository, facts: RepositoryFacts, packages: list[ManifestSeen]
) -> Judged:
    folders = {m.path.rpartition("/")[0]: m for m in reversed(packages)}
    places = cites(repository, of_subjects(facts, "parts"))
    if len(folders) >= _SEVERAL:
        places += [cite(repository, m.path) for m in folders.values()]
    overviews = [(r.path, r.architecture_line) for r in items(facts.readmes)]
    places += [cite(repository, path, line) for path, line in overviews if line]
    places += [cite(repository, path) for path in items(facts.parts)]
    if places:
        return judged("partial", "parts-visible", places)
    if reasons := reasons_unseen(
        facts.manifests, facts.mentions, facts.readmes, facts.tags, facts.parts
    ):
        return unseen(repository, *reasons)
    return judged("unknown", "parts-unsaid", [cite(repository)])


def _released_apart(facts: RepositoryFacts, packages: list[ManifestSeen]) -> tuple[str, ...]:
    """Return the parts that tags give versions to, where the tree has packages of those names."""
    if not isinstance(facts.tags, Found):
        return ()
    names = {m.name for m in packages} | {m.path.rpartition("/")[0] for m in packages}
    last = {(name or "").rpartition("/")[2] for name in names}
    found = [p for p in facts.tags.found.parts if p in names or p.rpartition("/")[2] in last]
    return tuple(found) if len(found) >= _SEVERAL else ()


def _published(packages: list[ManifestSeen]) -> list[ManifestSeen]:
    """Return the packages made for other code to take, with versions that somebody set.

    Maven's have the version of the project above them, which may publish them all.
    """
    above = [m.path.rpartition("/")[0] for m in packages if m.published and m.kind == "pom"]
    chosen = {
        m.path.rpartition("/")[0]: m
        for m in packages
        if m.library and not m.private and m.ecosystem in _PUBLISHED
        if (m.version and not _FIRST.match(m.version)) or _is_module(m, above)
    }
    return list({m.name: m for m in chosen.values()}.values())


def _is_module(package: ManifestSeen, above: list[str]) -> bool:
    """Tell whether it is a part of a Maven project that publishes its parts."""
    if package.ecosystem != "maven" or package.kind != "jar" or package.version:
        return False
    return any(not folder or package.path.startswith(f"{folder}/") for folder in above)


def _package(facts: RepositoryFacts, packages: list[ManifestSeen]) -> ManifestSeen | None:
    """Return the one package of a library, where it has a version of its own."""
    tagged = _tag(facts) is not None
    return next((m for m in packages if not m.private and (m.version or tagged)), None)


def _tag(facts: RepositoryFacts) -> object | None:
    match facts.tags:
        case Found(found=Tags(latest_release=latest)):
            return latest
    return None
