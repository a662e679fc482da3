"""Projects for tests: over repositories in which only what a test gives was found."""

from datetime import date
from typing import Any

from catalog.models.curated import Body, ProjectEntry
from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import History, RepositoryFacts
from catalog.models.forge import ForgeFacts
from catalog.models.project import Project, ProjectRepository, Stated
from catalog.readiness.model import load
from tests import facts as plain

TODAY = date(2026, 9, 1)
DAY = load().on(TODAY)
OWNER = Body(id="exempelkommun", type="municipality", name="Exempelkommun")


def history_of(last: date, **given: Any) -> History:
    """Make a history whose last human commit was on a day."""
    return plain.history(last).model_copy(update={"last_human": last} | given)


def facts_of(url: str = plain.URL, **given: Any) -> RepositoryFacts:
    """Make facts: values are wrapped as found, evidence is taken as it is."""
    known: dict[str, Any] = {"history": history_of(date(2026, 8, 1))} | given
    evidence = {name: _evidence(value) for name, value in known.items()}
    return plain.facts(url, **evidence)


def project_of(*facts: RepositoryFacts, kind: str = "app", **given: Any) -> Project:
    """Make a project over repositories, the first one primary; ``catalog`` is its curated keys."""
    repositories = tuple(
        ProjectRepository(
            url=one.url,
            role="component" if place else "primary",
            source="exempel-git",
            facts=one,
            as_of=given.get("as_of", TODAY),
        )
        for place, one in enumerate(facts)
    )
    written = {"id": "demo", "name": "Demo", "body": OWNER.id, "catalog": given.get("catalog", {})}
    return Project(
        id="demo",
        name="Demo",
        body=given.get("body") or OWNER,
        kind=Stated(value=kind, by="curated"),
        status=given.get("status"),
        description={},
        repositories=repositories,
        adoptions=given.get("adoptions", ()),
        entry=ProjectEntry.model_validate(written | given.get("entry", {})),
    )


def _evidence(value: Any) -> Any:
    return value if isinstance(value, Absent | Unseen | ForgeFacts) else Found(found=value)
