"""Where a person can change an answer: a file of a repository, or the catalogue's own data."""

from typing import Literal, NamedTuple, TypeAlias

from catalog.models.evidence import Found
from catalog.models.facts import RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Verdict
from catalog.publish import links
from catalog.publish.views.edition import Edition
from catalog.readiness.checks.evidence_of import in_order
from catalog.readiness.places import place_of

How: TypeAlias = Literal["edit-file", "new-file", "edit-entry", "new-entry"]
_DECIDES = frozenset({"decided-by", "all-parts"})
_KINDS = {"SECURITY.md": "security", "CONTRIBUTING.md": "contributing", "CHANGELOG.md": "changelog"}


class Spot(NamedTuple):
    """A place to write in. ``name`` is the file; ``key`` the key below the entry.

    ``href`` opens it at the repository's forge; the catalogue's own data has a ``line`` instead,
    None where there is no entry yet.
    """

    how: How
    name: str
    repository: str | None = None
    href: str | None = None
    key: str | None = None
    line: int | None = None


def spots(edition: Edition, project: Project, verdict: Verdict) -> tuple[Spot, ...]:
    """List where the answer to a check can be given, the catalogue's own data first."""
    place = place_of(verdict.check)
    found = []
    if place.key:
        found.append(_entry(edition, project, place.key))
    repository = _deciding(project, verdict)
    if place.file and repository and not repository.gone:
        found.append(_file(edition, repository, place.file))
    return tuple(found)


def _entry(edition: Edition, project: Project, key: str) -> Spot:
    """Find the entry that holds a key; what is a list of its own gets a new entry."""
    of_project = key not in {"adoptions", "calls"}
    written = edition.places.get(("projects", project.id)) if of_project else None
    if written:
        return Spot("edit-entry", written.file, key=key, line=written.line)
    beside = edition.places.get(("projects", project.id))
    file = beside.file if beside else edition.first_file
    return Spot("new-entry", file or "data/projects.yaml", key=key)


def _deciding(project: Project, verdict: Verdict) -> ProjectRepository | None:
    """Return the repository that the verdict names as deciding, else the main one."""
    named = {
        cite.repository
        for reason in verdict.because if reason.code in _DECIDES
        for cite in reason.cites
    }  # fmt: skip
    repositories = in_order(project)
    return next((r for r in repositories if r.url in named), next(iter(repositories), None))


def _file(edition: Edition, repository: ProjectRepository, usual: str) -> Spot:
    facts, forge = repository.facts, edition.forge(repository.url)
    branch = facts.head.found.branch if facts and isinstance(facts.head, Found) else None
    there = existing(facts, usual) if facts else None
    if there:
        href = links.edit(repository.url, branch, there, forge)
        return Spot("edit-file", there, repository.name, href)
    return Spot("new-file", usual, repository.name,
                links.create(repository.url, branch, usual, forge))  # fmt: skip


def existing(facts: RepositoryFacts, usual: str) -> str | None:
    """Return the file of that kind that a repository has, by whatever name."""
    match usual:
        case "README.md":
            return _in_root(_first(facts.readmes))
        case "LICENSE":
            return _in_root(_first(facts.licences))
        case "publiccode.yml":
            seen = facts.publiccode
            return seen.found.path if isinstance(seen, Found) else None
        case "SECURITY.md" | "CONTRIBUTING.md" | "CHANGELOG.md":
            return _first(facts.documents, _KINDS[usual])
        case "renovate.json":
            return _first(facts.updaters)
    return None


def _in_root(path: str | None) -> str | None:
    """Leave out what lies in a folder: it does not speak for the whole repository."""
    return path if path and "/" not in path else None


def _first(evidence: object, kind: str | None = None) -> str | None:
    """Return the path nearest to the root of what was found, of one kind where that matters."""
    found = evidence.found if isinstance(evidence, Found) else ()
    paths = [one.path for one in found if kind is None or one.kind == kind]
    return min(paths, key=lambda path: (path.count("/"), path), default=None)
