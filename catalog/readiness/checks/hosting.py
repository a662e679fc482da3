"""Hosting (PRE-2) as documentation states it, and as containers and manifests show it."""

from catalog.models.curated import Kind
from catalog.models.evidence import Found, Unseen
from catalog.models.facts import MentionSeen, RepositoryFacts
from catalog.models.project import ProjectRepository
from catalog.models.verdict import Cite, Statement
from catalog.readiness.checks.documentation import (
    beside,
    cites,
    names,
    of_subjects,
    silent,
    written,
)
from catalog.readiness.checks.evidence_of import Judged, cite, items, judged

# Programs that an add-on is put into: they bring runtime settings and database with them.
HOSTS = frozenset({
    "WordPress", "Drupal", "Sitevision", "Optimizely", "Open ePlatform", "Moodle", "Nextcloud",
    "QGIS", "Home Assistant", "CKAN",
})  # fmt: skip
_CONTAINERS = frozenset({"dockerfile", "compose", "helm", "kustomize"})
_COMPILED = frozenset({"go", "cargo"})
_SYSTEMS = frozenset({"Linux", "Windows Server"})
_ONLY_CONTAINERS = frozenset({"Docker"})


def documented(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge what one repository shows of hosting."""
    said = written(of_subjects(facts, "runtime", "database", "no-database", "hosting"))
    runtime = _runtimes(kind, said, facts)
    database = [seen for seen in said if seen.subject in {"database", "no-database"}]
    hosting = [seen for seen in said if seen.subject == "hosting"]
    host = [seen for seen in hosting if seen.term in HOSTS] if kind == "addon" else []
    if chosen := beside(runtime, host):
        known = {"runtime": names(runtime), "host": names(host)}
        places = cites(repository, chosen)
        return _sized(repository, facts, judged("pass", "hosting-documented-host", places, **known))
    chosen = beside(runtime, database, _ways_to_run(hosting, facts))
    if chosen:
        places = cites(repository, chosen)
        known = {"runtime": names(runtime)}
        needed = [seen for seen in database if seen.subject == "database"]
        code = "hosting-documented" if needed else "hosting-documented-no-database"
        known |= {"database": names(needed)} if needed else {}
        return _sized(repository, facts, judged("pass", code, places, **known))
    if said:
        return judged("partial", "hosting-mentioned", cites(repository, said))
    places = _derived(repository, facts)
    if places and not isinstance(facts.mentions, Unseen):
        return judged("partial", "hosting-derived", places)
    found = silent(repository, facts, "hosting-nowhere")
    if found.status == "fail" and _has_sources(facts):
        return judged("unknown", "hosting-in-sources-only", [cite(repository)])
    return found


def _runtimes(kind: Kind, said: list[MentionSeen], facts: RepositoryFacts) -> list[MentionSeen]:
    """List what it runs on: language or host with version, for a compiled program the system."""
    compiled = any(m.ecosystem in _COMPILED for m in items(facts.manifests))
    return [
        seen
        for seen in said
        if (seen.subject == "runtime" and (kind == "addon" or seen.term not in HOSTS))
        or (compiled and seen.term in _SYSTEMS)
    ]


def _ways_to_run(hosting: list[MentionSeen], facts: RepositoryFacts) -> list[MentionSeen]:
    """List the hosting models that are stated; of containers the files must be there too."""
    kinds = {seen.kind for seen in items(facts.containers)}
    if kinds.isdisjoint(_CONTAINERS):
        return [seen for seen in hosting if seen.term not in _ONLY_CONTAINERS]
    return hosting


def _derived(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """Point at the files that show something of hosting, though nobody wrote it."""
    paths = [
        *(seen.path for seen in items(facts.containers)),
        *(seen.path for seen in items(facts.manifests) if not seen.tooling),
        *(seen.path for seen in items(facts.wordpress)),
        *(seen.path for seen in of_subjects(facts, "database")),  # example configuration
    ]
    return [cite(repository, path) for path in list(dict.fromkeys(paths))[:2]]


def _has_sources(facts: RepositoryFacts) -> bool:
    """Tell whether there is program code, from which a reader may work out what it runs on."""
    return isinstance(facts.tree, Found) and facts.tree.found.sources != 0


def _sized(repository: ProjectRepository, facts: RepositoryFacts, found: Judged) -> Judged:
    """Add that a size example is there, which is advice and no demand."""
    sizes = written(of_subjects(facts, "sizing"))
    if not sizes:
        return found
    told = Statement(code="hosting-size", cites=tuple(cites(repository, sizes)))
    return Judged(found.status, (*found.because, told))
