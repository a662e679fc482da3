"""How to install, start and try it (INF-3 and INF-6)."""
# ruff: noqa: PLR0911 - a rule reads as a ladder of answers

from collections.abc import Iterable

from catalog.models.curated import Kind
from catalog.models.facts import DocumentSeen, FileSeen, ReadmeSeen, RepositoryFacts
from catalog.models.project import ProjectRepository
from catalog.models.verdict import Cite
from catalog.readiness.checks.evidence_of import (
    Judged,
    cite,
    items,
    judged,
    reasons_unseen,
    unseen,
)
from catalog.readiness.checks.places import at, below, every, in_documents, of_kind, to_be_read

_NEEDS_PROGRAM: frozenset[Kind] = frozenset({"app", "addon", "library", "site"})
_CALLED: frozenset[Kind] = frozenset({"addon", "library"})  # code shows how to use them


def instructions(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """INF-3: README, or a document that it leads to, says how to start; else how far they go."""
    readmes = items(facts.readmes)
    if places := _first_starting(kind, repository, readmes):
        return judged("pass", "install-described", places)
    if places := _first_starting(kind, repository, _leading(kind, facts)):
        return judged("pass", "install-in-documents", places)
    return _half_told(repository, facts, readmes)


def _half_told(
    repository: ProjectRepository, facts: RepositoryFacts, readmes: tuple[ReadmeSeen, ...]
) -> Judged:
    if reasons := reasons_unseen(facts.readmes, facts.documents):
        return unseen(repository, *reasons)
    if elsewhere := [d for d in of_kind(facts, "install") if not d.readable]:
        return to_be_read(repository, elsewhere)
    if places := at(repository, readmes, lambda readme: readme.commands_line):
        shown = at(repository, readmes, lambda readme: readme.install_line)
        return judged(
            "partial", "install-heading-only" if shown else "install-commands-only", shown or places
        )
    if places := at(repository, readmes, lambda readme: readme.contact_only_line):
        return judged("fail", "install-contact-only", places)
    if places := at(repository, readmes, lambda readme: readme.install_line):
        return judged("partial", "install-heading-only", places)
    if places := at(repository, readmes, lambda readme: readme.guide_line):
        return judged("partial", "install-elsewhere", places)
    if elsewhere := [d for d in of_kind(facts, "documentation", "install") if below(d)]:
        return to_be_read(repository, elsewhere)
    return judged("fail", "install-absent", every(repository, readmes))


def trial(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """INF-6: a demo, or one command with sample data; else what an outsider has to arrange."""
    readmes = items(facts.readmes)
    if demo := at(repository, readmes, lambda readme: readme.demo_line):
        return judged("pass", "trial-demo", demo)
    one = _one_command(repository, facts)
    if package := _packaged(kind, repository, facts):
        return judged("pass", "trial-package", package)
    secrets = at(repository, readmes, lambda readme: readme.secret_line)
    containers = items(facts.containers)
    samples = [cite(repository, s.path) for s in items(facts.samples) if _is_sample(s)]
    samples += [cite(repository, c.path) for c in containers if c.stand_ins]
    one = one or [cite(repository, c.path) for c in containers if c.complete]
    if one and samples and kind != "addon":
        if secrets:
            return judged("partial", "trial-secrets", [*one, *secrets])
        return judged("pass", "trial-one-command", [*one, *samples])
    if one:
        return judged("partial", "trial-no-samples", one)
    if containers:
        return judged("partial", "trial-container", [cite(repository, c.path) for c in containers])
    if by_hand := _by_hand(kind, repository, facts):
        return judged("partial", "trial-by-hand", by_hand)
    if reasons := reasons_unseen(facts.readmes, facts.containers):
        return unseen(repository, *reasons)
    if kind in _CALLED:
        return judged("partial", "trial-within-others", every(repository, readmes))
    return judged("unknown", "trial-unsaid", every(repository, readmes))


def _packaged(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """Cite where one command installs it, or of a library any of its packages."""
    if kind != "library":
        return _package(repository, facts) if kind == "app" else []
    parts = of_kind(facts, "part")
    return _one_command(repository, facts) or in_documents(
        repository, parts, lambda d: d.package_line
    )


def _by_hand(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """Cite commands, else a section on installing that does not only say whom to ask."""
    readmes = items(facts.readmes)
    told = [readme for readme in readmes if not readme.contact_only_line]
    return (
        at(repository, readmes, lambda readme: readme.commands_line)
        or in_documents(repository, _leading(kind, facts), lambda d: d.commands_line)
        or at(repository, told, lambda readme: readme.install_line)
    )


def _first_starting(
    kind: Kind, repository: ProjectRepository, seen: Iterable[ReadmeSeen | DocumentSeen]
) -> list[Cite]:
    return next((places for one in seen if (places := _starting(kind, repository, one))), [])


def _starting(
    kind: Kind, repository: ProjectRepository, seen: ReadmeSeen | DocumentSeen
) -> list[Cite]:
    """Cite a heading and the commands below it; documents and settings need one of the two."""
    usage = seen.usage_line if isinstance(seen, ReadmeSeen) else None
    named = 1 if isinstance(seen, DocumentSeen) and seen.kind == "install" else None
    heading = seen.install_line or (None if kind == "app" else usage) or named
    commands = seen.commands_line or (seen.example_line if kind in _CALLED else None)
    enough = heading and commands if kind in _NEEDS_PROGRAM else heading or commands
    enough = enough or seen.package_line  # says all there is to do, below whatever heading
    lines = dict.fromkeys(line for line in (heading, commands) if line)
    return [cite(repository, seen.path, line) for line in lines] if enough else []


def _leading(kind: Kind, facts: RepositoryFacts) -> list[DocumentSeen]:
    """List the documents that may say how to start; a part's README does for a library."""
    parts = of_kind(facts, "part") if kind == "library" else []
    return [*of_kind(facts, "install", "documentation", "contributing"), *parts]


def _one_command(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """Cite where one command is told; not where all it starts is what stands beside it."""
    composed = [seen for seen in items(facts.containers) if seen.kind == "compose"]
    if composed and all(seen.services_only for seen in composed):
        return _package(repository, facts)
    readmes = at(repository, items(facts.readmes), lambda readme: readme.one_command_line)
    documents = of_kind(facts, "install", "documentation", "contributing")
    return readmes + in_documents(repository, documents, lambda d: d.one_command_line)


def _package(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """Cite where one command installs it as a package."""
    return at(repository, items(facts.readmes), lambda readme: readme.package_line)


def _is_sample(seen: FileSeen) -> bool:
    return seen.kind != "configuration"
