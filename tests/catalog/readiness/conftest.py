"""Projects and facts made for one test each: everything read, nothing there, but what is given."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from catalog.models.curated import Body, ProjectEntry
from catalog.models.evidence import Absent, Found
from catalog.models.facts import Head, History, RepositoryFacts
from catalog.models.project import Project, ProjectRepository, Stated
from catalog.readiness.definition import Model
from catalog.readiness.model import load

TODAY = date(2026, 9, 1)
COMMIT = "c" * 40
URL = "https://git.example.org/exempel/demo"

MakeFacts = Callable[..., RepositoryFacts]
MakeProject = Callable[..., Project]


def history_of(last: date, **given: Any) -> History:
    """Make a history whose last human commit was on a day."""
    known: dict[str, Any] = {
        "commits": 100, "authors": 4, "bot_authors": 0, "first": date(2020, 1, 1), "last": last,
        "last_human": last, "last_human_commit": "d" * 40, "last_update_bot": None, "year": None,
        "two_years": None, "months": {}, "roots": (),
    }  # fmt: skip
    return History(**(known | given))


def facts_of(url: str = URL, **given: Any) -> RepositoryFacts:
    """Make facts: values are wrapped as found, evidence is taken as it is."""
    names = RepositoryFacts.model_fields.keys() - {
        "schema_version", "url", "source", "probe", "stale_since", "head", "forge",
    }  # fmt: skip
    evidence: dict[str, Any] = dict.fromkeys(names, Absent(absent=("everywhere",)))
    evidence["head"] = Head(branch="main", commit=COMMIT, on=TODAY)
    evidence["history"] = history_of(date(2026, 8, 1))
    wrapped = {
        name: value if hasattr(value, "absent") or hasattr(value, "unseen") else Found(found=value)
        for name, value in (evidence | given).items()
    }
    return RepositoryFacts(url=url, source="exempel", probe="p", **wrapped)


def project_of(*facts: RepositoryFacts, kind: str = "app", **given: Any) -> Project:
    """Make a project over repositories, the first one primary."""
    repositories = tuple(
        ProjectRepository(
            url=one.url,
            role="primary" if place == 0 else "component",
            source="exempel",
            facts=one,
            as_of=given.get("as_of", TODAY),
        )
        for place, one in enumerate(facts)
    )
    catalog: dict[str, Any] = given.get("catalog", {})
    entry = ProjectEntry.model_validate(
        {"id": "demo", "name": "Demo", "body": "exempelkommun", "catalog": catalog}
        | given.get("entry", {})
    )
    return Project.model_validate(
        {
            "id": "demo",
            "name": "Demo",
            "body": given.get("body") or Body(id="exempelkommun", type="municipality", name="Exempelkommun"),
            "kind": Stated(value=kind, by="curated"),
            "status": given.get("status"),
            "description": {},
            "repositories": repositories,
            "adoptions": given.get("adoptions", ()),
            "entry": entry,
        }
    )


@pytest.fixture(name="facts")
def _facts() -> MakeFacts:
    return facts_of


@pytest.fixture(name="project")
def _project() -> MakeProject:
    return project_of


@pytest.fixture(name="history")
def _history() -> Callable[..., History]:
    return history_of


@pytest.fixture(name="today")
def _today() -> date:
    return TODAY


@pytest.fixture(name="model", scope="session")
def _model() -> Model:
    return load()


@pytest.fixture(name="makers", scope="session")
def _makers() -> tuple[MakeFacts, MakeProject, Callable[..., History]]:
    return facts_of, project_of, history_of
