"""Which project a person means: described by people, or so far only harvested."""

from catalog.intake.asked import Asked
from catalog.intake.edits import Proposal
from catalog.intake.finding import matching
from catalog.models.address import key_of
from catalog.models.curated import ProjectEntry

QUESTION = "project"


def project_of(asked: Asked, proposal: Proposal) -> str | None:
    """Return the id of the project that is meant; None where it is not known, which is noted.

    A repository that shows as a project of its own is one: its entry is proposed, with its id.
    """
    given = asked.answers.line(QUESTION)
    if not given:
        return None
    projects = asked.data.projects
    found, near = matching(given, {p.id: _names(p) for p in projects})
    if not found:
        found, _ = matching(given, {p.id: _repositories(p) for p in projects})
    if not found:
        bare = {p.id: p for p in asked.undescribed()}
        found, more = matching(given, {p.id: [p.name] for p in bare.values()})
        near = [*near, *more]
        if len(found) == 1:
            meant = bare[found[0]]
            repos = [{"repo": r.url, "role": "primary"} for r in meant.repositories]
            values = {"name": meant.name, "body": meant.body.id, "catalog": {"repos": repos}}
            proposal.add("projects", {"id": meant.id, **values})
    if len(found) == 1:
        return found[0]
    asked.answers.lack("ambiguous" if found else "unknown", QUESTION, tuple(found or near))
    return None


def _names(project: ProjectEntry) -> list[str]:
    described = (d.localised_name for d in project.description.values())
    return [project.name, *(name for name in described if name)]


def _repositories(project: ProjectEntry) -> list[str]:
    return [key_of(one.repo).rpartition("/")[2] for one in project.catalog.repos]
