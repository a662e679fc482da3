"""Hosting (PRE-2) as documentation states it, and as containers and manifests show it."""

from catalog.models.curated import Kind
from catalog.models.facts import MentionSeen, RepositoryFacts
from catalog.models.project import ProjectRepository
from catalog.models.verdict import Cite, Statement
from catalog.readiness.checks.documentation import cites, names, of_subjects, silent, written
from catalog.readiness.checks.evidence_of import Judged, cite, items, judged

# Programs that an add-on is put into: they bring runtime settings and database with them.
HOSTS = frozenset({
    "WordPress", "Drupal", "Sitevision", "Optimizely", "Open ePlatform", "Moodle", "Nextcloud", "QGIS",
    "Home Assistant",
})  # fmt: skip
_CONTAINERS = frozenset({"dockerfile", "compose", "helm", "kustomize"})
_ONLY_CONTAINERS = frozenset({"Docker"})


def documented(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge what one repository shows of hosting."""
    said = written(of_subjects(facts, "runtime", "database", "no-database", "hosting"))
    runtime = [seen for seen in said if seen.subject == "runtime"]
    database = [seen for seen in said if seen.subject in {"database", "no-database"}]
    hosting = [seen for seen in said if seen.subject == "hosting"]
    host = [seen for seen in hosting if seen.term in HOSTS] if kind == "addon" else []
    if runtime and host:
        known = {"runtime": names(runtime), "host": names(host)}
        places = cites(repository, [runtime[0], host[0]])
        return _sized(repository, facts, judged("pass", "hosting-documented-host", places, **known))
    if runtime and database and _is_way_to_run(hosting, facts):
        places = cites(repository, [runtime[0], database[0], hosting[0]])
        return _sized(repository, facts, judged(
            "pass", "hosting-documented", places, runtime=names(runtime), hosting=names(hosting)
        ))  # fmt: skip
    if said:
        return judged("partial", "hosting-mentioned", cites(repository, said), named=names(said))
    if places := _derived(repository, facts):
        return judged("partial", "hosting-derived", places)
    return silent(repository, facts, "hosting-nowhere")


def _is_way_to_run(hosting: list[MentionSeen], facts: RepositoryFacts) -> bool:
    """Tell whether a hosting model is stated; of containers the files must be there too."""
    kinds = {seen.kind for seen in items(facts.containers)}
    if any(seen.term not in _ONLY_CONTAINERS for seen in hosting):
        return True
    return bool(hosting) and not kinds.isdisjoint(_CONTAINERS)


def _derived(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """Point at the files that show something of hosting, though nobody wrote it."""
    paths = [
        *(seen.path for seen in items(facts.containers)),
        *(seen.path for seen in items(facts.manifests) if not seen.tooling),
        *(seen.path for seen in items(facts.wordpress)),
        *(seen.path for seen in of_subjects(facts, "database")),  # example configuration
    ]
    return [cite(repository, path) for path in list(dict.fromkeys(paths))[:2]]


def _sized(repository: ProjectRepository, facts: RepositoryFacts, found: Judged) -> Judged:
    """Add that a size example is there, which is advice and no demand."""
    sizes = written(of_subjects(facts, "sizing"))
    if not sizes:
        return found
    told = Statement(code="hosting-size", cites=tuple(cites(repository, sizes)))
    return Judged(found.status, (*found.because, told))
