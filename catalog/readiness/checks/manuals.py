"""Documentation for those who use and run it, and of what it is made of (INF-4 and INF-5)."""
# ruff: noqa: PLR0911 - a rule reads as a ladder of answers

import re

from catalog.models.curated import Kind
from catalog.models.evidence import Found
from catalog.models.facts import DocumentSeen, RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite
from catalog.readiness.checks.evidence_of import (
    Judged,
    cite,
    curated,
    items,
    judged,
    reasons_unseen,
    unread,
    unseen,
)
from catalog.readiness.checks.places import (
    at,
    below,
    both,
    every,
    in_documents,
    of_kind,
    to_be_read,
)
from catalog.readiness.checks.told import about

_CALLED: frozenset[Kind] = frozenset({"addon", "library"})
_FEWEST_PARTS = 3
_FEWEST_EXPLAINED = 10  # a handful is what developers fill in; a reference is longer
_UPGRADING = re.compile(
    r"(?:docs?/(?:[^/]{1,60}/){0,3})?(?:migrat|upgrad|uppgrader|opgrader|oppgrader"
    r"|(?:keep|stay)ing[-_](?:it[-_])?up[-_]to[-_]date|updating)",
    re.IGNORECASE,
)
_GENERATED = re.compile(  # from the code: how each part of a package is called
    r"(?:.*/)?(?:javadoc|apidocs?|typedoc|phpdoc|jsdoc)/.{1,300}\.html?$", re.IGNORECASE
)
_INSTALLED = re.compile(r"(?:modules|packages|plugins|extensions)/")  # parts used on their own
_DECISION = re.compile(r"(?:^|/)(?:adrs?|[\w-]*decisions?[\w-]*)/", re.IGNORECASE)


def documentation(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """INF-4: use, and administration with upgrades or permissions; else one of them or nothing."""
    readmes, documents = items(facts.readmes), items(facts.documents)
    use, running = _use(kind, repository, facts), _administration(kind, repository, facts)
    whole = kind != "addon" or _of_whole(facts)
    if running and whole and (use if kind in _CALLED else _for_users(repository, facts)):
        return judged("pass", "documentation-both", [*use, *running])
    if use:
        return judged("partial", "documentation-use", use)
    if running or (running := _running(repository, facts)):
        return judged("partial", "documentation-administration", running)
    if reasons := reasons_unseen(facts.readmes, facts.documents):
        return unseen(repository, *reasons)
    if unreadable := [d for d in documents if d.kind == "documentation" and not d.readable]:
        return to_be_read(repository, unreadable)
    if isinstance(facts.publiccode, Found) and facts.publiccode.found.documentation:
        place = cite(repository, facts.publiccode.found.path)
        return judged("unknown", "documentation-link-unchecked", [place])
    told = about(facts)
    if told is None or told.wiki is not False:
        found = judged("unknown", "documentation-not-found", every(repository, readmes))
        return both(found, unread("wiki"))
    if reasons := reasons_unseen(facts.publiccode):
        return unseen(repository, *reasons)
    return judged("fail", "documentation-not-found", every(repository, readmes))


def curated_documentation(project: Project) -> Judged | None:
    """Return what the catalogue's own entry says of documentation."""
    described = project.entry.description if project.entry else {}
    if any(d.documentation for d in described.values()):
        return judged("unknown", "documentation-link-unchecked", [curated()])
    return None


def architecture(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """INF-5: an overview of parts, and the interfaces; else one of them or neither."""
    readmes = items(facts.readmes)
    overview = _overview(repository, facts)
    interfaces = _interfaces(kind, repository, facts)
    if overview and interfaces:
        return judged("pass", "architecture-both", [*overview, *interfaces])
    if overview:
        return judged("partial", "architecture-parts", overview)
    if interfaces or (interfaces := in_documents(repository, _parts(facts), _interface_line)):
        return judged("partial", "architecture-interfaces", interfaces)
    if half := _half_described(repository, facts):
        return half
    if reasons := reasons_unseen(facts.readmes, facts.documents, facts.interfaces):
        return unseen(repository, *reasons)
    if guide := at(repository, readmes, lambda readme: readme.guide_line):
        return judged("unknown", "architecture-elsewhere", guide)
    if elsewhere := [d for d in of_kind(facts, "architecture", "documentation") if below(d)]:
        return to_be_read(repository, elsewhere)
    return judged("fail", "architecture-absent", every(repository, readmes))


def _half_described(repository: ProjectRepository, facts: RepositoryFacts) -> Judged | None:
    """Say what is told of parts or interfaces where neither is listed."""
    readmes = items(facts.readmes)
    parts = [cite(repository, part.path) for part in _parts(facts)[:_FEWEST_PARTS]]
    told = (
        ("architecture-calls", at(repository, readmes, lambda readme: readme.calls_line)),
        ("architecture-pieces", at(repository, readmes, lambda readme: readme.pieces_line)),
        ("architecture-named", at(repository, readmes, lambda readme: readme.provided_line)),
        ("architecture-decisions", _decisions(repository, facts)),
        ("architecture-parts-apart", parts if len(parts) == _FEWEST_PARTS else []),
    )
    return next((judged("partial", code, places) for code, places in told if places), None)


def _use(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    use = at(repository, items(facts.readmes), lambda readme: readme.usage_line)
    documents = [d for d in items(facts.documents) if d.kind != "part" or kind in _CALLED]
    use += [cite(repository, d.path) for d in documents if d.usage]
    if kind in _CALLED:
        use = use or at(repository, items(facts.readmes), lambda readme: readme.example_line)
        use = use or [cite(repository, d.path) for d in documents if _GENERATED.match(d.path)][:1]
    return use


def _of_whole(facts: RepositoryFacts) -> bool:
    """Tell whether anything on running it is said of the whole, not only of a part."""
    documents = [d for d in items(facts.documents) if d.kind != "part" or _INSTALLED.match(d.path)]
    return any(readme.administration_line for readme in items(facts.readmes)) or any(
        d.administration or _UPGRADING.match(d.path) for d in documents
    )


def _for_users(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """Cite documents on use: "usage" in a program's README is most often for developers."""
    return [
        cite(repository, d.path) for d in items(facts.documents) if d.usage and d.kind != "part"
    ]


def _administration(
    kind: Kind, repository: ProjectRepository, facts: RepositoryFacts
) -> list[Cite]:
    """Cite what explains configuration with upgrades or permissions; an add-on's modules do too."""
    running = at(repository, items(facts.readmes), lambda readme: readme.administration_line)
    documents = [d for d in items(facts.documents) if d.kind != "part" or kind == "addon"]
    running += [cite(repository, d.path) for d in documents if d.administration]
    if kind in _CALLED:  # nothing to run: to upgrade it is what remains to be explained
        running += [cite(repository, d.path) for d in documents if _UPGRADING.match(d.path)]
    return running


def _running(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """Cite what explains configuration to those who run it, upgrades or not."""
    readmes = items(facts.readmes)
    installed = [r for r in readmes if r.install_line or r.package_line]
    running = at(repository, installed, lambda readme: readme.configuration_line)
    running = running or at(repository, installed, lambda readme: readme.operation_line)
    running += [
        cite(repository, seen.path, seen.line)
        for seen in items(facts.settings)
        if seen.explained >= _FEWEST_EXPLAINED and any(r.path == seen.path for r in readmes)
    ]
    return running + [cite(repository, d.path) for d in items(facts.documents) if d.configuration]


def _overview(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    overview = at(repository, items(facts.readmes), lambda readme: readme.architecture_line)
    described = [d for d in of_kind(facts, "architecture") if not _DECISION.search(d.path)]
    overview += [cite(repository, d.path) for d in described if d.readable]
    return overview + in_documents(repository, _whole(facts), lambda d: d.parts_line)


def _decisions(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """Cite the records of decisions, which tell of parts without an overview."""
    return [cite(repository, d.path) for d in of_kind(facts, "architecture") if d.readable]


def _parts(facts: RepositoryFacts) -> list[DocumentSeen]:
    return of_kind(facts, "part")


def _whole(facts: RepositoryFacts) -> list[DocumentSeen]:
    """List the documents on the whole, not on one of its parts."""
    return [d for d in items(facts.documents) if d.kind != "part" and not _DECISION.search(d.path)]


def _interface_line(document: DocumentSeen) -> int | None:
    return document.interface_line


def _interfaces(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """Cite what describes interfaces; for a package, the code that shows how it is called does."""
    readmes = items(facts.readmes)
    interfaces = at(repository, readmes, lambda readme: readme.interface_line)
    interfaces += [cite(repository, seen.path) for seen in items(facts.interfaces)]
    interfaces += in_documents(repository, _whole(facts), _interface_line)
    if isinstance(facts.publiccode, Found) and facts.publiccode.found.api_documentation:
        interfaces.append(cite(repository, facts.publiccode.found.path))
    if kind == "library" and not interfaces:
        return at(repository, readmes, lambda readme: readme.example_line)
    return interfaces
