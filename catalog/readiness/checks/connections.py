"""Integrations (PRE-3), personal data (PRE-5) and effort (PRE-6) as documentation states them."""

from catalog.models.facts import RepositoryFacts
from catalog.models.project import ProjectRepository
from catalog.readiness.checks.documentation import UNNAMED, cites, of_subjects, silent, written
from catalog.readiness.checks.evidence_of import Judged, judged

_CATEGORIES = "categories"
_OWN = frozenset({"JWT", "OAuth 2.0", "WebAuthn"})  # which the software may well do alone


def integrations(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge whether integrations are named; nobody can tell from a text that all of them are."""
    found = of_subjects(facts, "integration")
    if named := [seen for seen in found if seen.term != UNNAMED]:
        return judged("partial", "integrations-mentioned", cites(repository, named))
    if none := of_subjects(facts, "no-integration"):
        return judged("pass", "integrations-documented-none", cites(repository, none))
    protocols = of_subjects(facts, "protocol")
    if systems := [seen for seen in written(protocols) if seen.term not in _OWN]:
        return judged("partial", "integrations-mentioned", cites(repository, systems))
    if hints := [*found, *(seen for seen in protocols if seen.term not in _OWN)]:
        return judged("unknown", "integrations-hinted", cites(repository, hints))
    return silent(repository, facts, "integrations-nowhere")


def personal_data(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge what is said of personal data, and whether there is something to reuse."""
    mentioned = of_subjects(facts, "personal-data", "data-material")
    kinds = {seen.path for seen in mentioned if seen.term == _CATEGORIES}
    material = [m for m in mentioned if m.subject == "data-material" and m.term != _CATEGORIES]
    if both := [seen for seen in material if seen.path in kinds]:
        return judged("pass", "data-documented", cites(repository, both))
    none = of_subjects(facts, "no-personal-data")
    if none and not mentioned:
        return judged("pass", "data-documented-none", cites(repository, none))
    if mentioned or none:
        return judged("partial", "data-in-documents", cites(repository, [*none, *mentioned]))
    return silent(repository, facts, "data-nowhere", anywhere=True)


def effort(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge whether documentation says something of what an introduction takes."""
    if said := written(of_subjects(facts, "effort")):
        return judged("partial", "effort-in-documents", cites(repository, said))
    found = silent(repository, facts, "effort-nowhere")
    return Judged("unknown", found.because)
