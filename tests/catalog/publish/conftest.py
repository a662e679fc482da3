"""An invented catalogue: two municipalities, a product of two repositories, a lone repository."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from catalog.assemble import assemble
from catalog.models.curated import CuratedData, Language
from catalog.models.evidence import Found, Unseen
from catalog.models.facts import LicenceSeen, RepositoryFacts, Tag, Tags
from catalog.models.forge import (
    ForgeFacts,
    ForgeRelease,
    ForgeReleases,
    ForkWork,
    NewcomerIssue,
    OpenWork,
    OutsideContributions,
    Replies,
)
from catalog.models.project import Catalogue
from catalog.models.run import RepositoryFailure, RunReport, SourceRun
from catalog.publish.assets import SHIPPED
from catalog.publish.views.edition import Edition
from catalog.publish.views.project import ProjectView
from catalog.publish.views.wording import Wording
from catalog.readiness.levels import assess
from catalog.readiness.model import load
from catalog.store.snapshot import Snapshot, write_report
from tests.facts import COMMIT, facts, forge_facts, tombstone, write_facts

TODAY = date(2026, 9, 1)
PORTAL = "https://github.com/exempel/portal"
THEME = "https://github.com/exempel/portal-theme"
LONE = "https://github.com/exempel/ängsblomma"
COPY = "https://github.com/exempel/kopia"
LOST = "https://github.com/exempel/borta"
UPSTREAM = "https://github.com/annan/tema"
HOSTILE = '<script>alert("x")</script>'

CURATED: dict[str, Any] = {
    "references": [
        {"id": "minutes", "title": {"sv": "Protokoll"}, "kind": "summary", "date": "2026-02-01",
         "url": "https://example.org/protokoll"},
    ],
    "bodies": [
        {"id": "exempelkommun", "type": "municipality", "name": "Exempelkommun",
         "nameEn": "Example Municipality", "municipalityCode": "0000", "population": 41000},
        {"id": "provby", "type": "municipality", "name": "Provby"},
    ],
    "sources": [
        {"id": "exempel", "body": "exempelkommun", "forge": "github", "org": "exempel",
         "exclude": [{"repo": "https://github.com/exempel/tom", "reason": {"sv": "Tom"}}],
         "include": [{"repo": LONE, "reason": {"sv": "Används"}}]},
    ],
    "projects": [
        {"id": "portalen", "name": "Portalen", "body": "exempelkommun",
         "description": {"sv": {"shortDescription": f"Ingång {HOSTILE}"},
                         "en": {"shortDescription": "Way in"}},
         "catalog": {
             "repos": [{"repo": PORTAL, "role": "primary"}, {"repo": THEME}, {"repo": LOST}],
             "openQuestions": [{"sv": "Vem svarar?"}],
             "prerequisites": {
                 "identity": {"login": "required", "asOf": "2020-01-01", "ref": "minutes"}},
         }},
        {"id": "arenan", "name": "Ärenan", "body": "provby"},
    ],
    "adoptions": [
        {"id": "a1", "project": "portalen", "stage": "production", "asOf": "2026-02-01",
         "basis": "attested", "body": "exempelkommun", "ref": "minutes",
         "scale": [{"metric": "accounts", "value": 17000},
                   {"metric": "pupils", "value": 7000, "asOf": "2020-01-01"}]},
        {"id": "a2", "project": "portalen", "stage": "testing", "asOf": "2020-10-06",
         "basis": "reported", "count": "several"},
        {"id": "a3", "project": "portalen", "stage": "production", "asOf": "2026-02-01",
         "basis": "declared", "count": 0},
    ],
}  # fmt: skip


def read(url: str, **given: Any) -> RepositoryFacts:
    """Make the facts of a repository with an MIT licence and a release."""
    tag = Tag(name="v1.2/å", commit=COMMIT, on=date(2026, 8, 1))
    known: dict[str, Any] = {
        "source": "exempel",
        "licences": Found(found=(LicenceSeen(path="LICENSE", spdx="MIT", score=1.0),)),
        "tags": Found(found=Tags(count=1, latest=tag, latest_release=tag)),
    }
    return facts(url, **(known | given))


def told() -> ForgeFacts:
    """Make what a forge tells of a repository, with something in every group."""
    day = date(2026, 7, 1)
    return forge_facts(
        {"description": HOSTILE, "homepage": "https://example.org/", "topics": ("skola",),
         "archived": True, "archived_on": day, "stars": 3, "forks": 1},
        open=OpenWork(issues=2, changes=1),
        releases=ForgeReleases(count=1, newest=(ForgeRelease(tag="v1", on=day, notes=True),)),
        newcomers=tuple(
            NewcomerIssue(url=f"{PORTAL}/issues/{n}", on=day, label="help wanted")
            for n in range(7)
        ),
        replies=Found(found=Replies(opened=3, closed=1, answered=2, median_hours=60.0),
                      stale_since=day),
        outside=OutsideContributions(merged=1, authors=1, organisations=1),
    )  # fmt: skip


def snapshot() -> Snapshot:
    """Make the snapshot: one repository failed, one is missing, one gone, one a mere copy."""
    failure = RepositoryFailure(url=THEME, reason="svarade inte", since=date(2026, 8, 30))
    run = SourceRun(
        tried=date(2026, 8, 30), succeeded=date(2026, 8, 29), repositories=3, failures=(failure,),
        warnings=("the forge did not answer fully",),
    )  # fmt: skip
    fork = {"fork": True, "parent": {"url": UPSTREAM}}
    made = [
        read(PORTAL, forge=told(), formerly=("https://github.com/exempel/gamla-portalen",)),
        read(THEME, forge=forge_facts(fork, fork_work=ForkWork(own=2, behind=5))),
        read(LONE, missing_since=date(2026, 8, 29)),
        read(COPY, forge=forge_facts(fork, fork_work=ForkWork(own=0, behind=1)),
             history=Unseen(unseen="too-large")),
    ]  # fmt: skip
    graves = [tombstone(LOST), tombstone("https://github.com/exempel/flyttat", "transferred",
                                         to=UPSTREAM)]  # fmt: skip
    return Snapshot(
        facts={one.url: one for one in made},
        gone={grave.url: grave for grave in graves},
        report=RunReport(sources={"exempel": run}),
    )


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the invented catalogue, assembled."""
    return assemble(CuratedData.model_validate(CURATED), snapshot())


@pytest.fixture(scope="session")
def edition(catalogue: Catalogue) -> Callable[[Language], Edition]:
    """Return a function that makes an edition with the shipped model."""
    model = load()
    assessments = {p.id: assess(p, model, TODAY) for p in catalogue.projects}

    def make(language: Language = "sv") -> Edition:
        return Edition(catalogue, assessments, Wording(model, language), TODAY)

    return make


@pytest.fixture
def view(edition: Callable[[Language], Edition]) -> Callable[[str], ProjectView]:
    """Return a function that shows a project of the invented catalogue in Swedish."""

    def make(project_id: str) -> ProjectView:
        swedish = edition("sv")
        project = swedish.catalogue.project(project_id)
        assert project is not None
        return ProjectView(project, swedish)

    return make


MKDOCS = (
    "site_name: Provkatalogen\ndocs_dir: pages\nsite_dir: public\n"
    "theme: {name: kodkatalog}\nplugins: [kodkatalog]\nmarkdown_extensions: [attr_list]\n"
)


def write_catalogue(place: Path) -> Path:
    """Write the invented catalogue as a folder of its own, somewhere else than the checkout."""
    for name, text in {"data/projects.yaml": json.dumps(CURATED), "mkdocs.yml": MKDOCS}.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(SHIPPED / "pages", place / "pages")
    made = snapshot()
    write_facts(place, *made.facts.values(), *made.gone.values())
    write_report(place, made.report)
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of the invented catalogue."""
    return write_catalogue(tmp_path / "katalog")
