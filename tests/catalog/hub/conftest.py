"""Two municipalities, each with repositories of its own, assembled."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from catalog.assemble import assemble
from catalog.models.curated import CuratedData
from catalog.models.facts import LockedSeen, ManifestSeen, PackageSeen, RepositoryFacts
from catalog.models.project import Catalogue
from catalog.models.run import RunReport, SourceRun
from catalog.store.snapshot import Snapshot
from tests.projects import facts_of, history_of

READ = date(2026, 8, 30)
HERE, THERE = "https://github.com/ek/", "https://github.com/provby/"
Make = Callable[..., Catalogue]


def manifest(name: str | None, *needed: str, **given: Any) -> ManifestSeen:
    """Make a composer.json in the root."""
    known = {"path": "composer.json", "ecosystem": "composer", "dependencies": needed}
    return ManifestSeen.model_validate(known | {"name": name} | given)


def locked(*names: str, version: str = "1.2.3") -> tuple[LockedSeen, ...]:
    """Make a composer.lock."""
    packages = tuple(PackageSeen(name=name, version=version) for name in names)
    return (LockedSeen(path="composer.lock", ecosystem="composer", packages=packages),)


def read(
    url: str, *manifests: ManifestSeen, root: str | None = None, **given: Any
) -> RepositoryFacts:
    """Make the facts of a repository with a beginning of its own, or one that others have."""
    history = history_of(date(2026, 8, 1), roots=(root or url,))
    source = "ek" if url.startswith(HERE) else "provby"
    return facts_of(url, manifests=manifests, history=history, **given).model_copy(
        update={"source": source}
    )


@pytest.fixture
def make() -> Make:
    """Return a function that assembles a catalogue of repositories, and of what people write."""

    def catalogue(*facts: RepositoryFacts, **written: Any) -> Catalogue:
        bodies = [
            {"id": body, "type": "municipality", "name": body.title()} for body in ("ek", "provby")
        ]
        sources = [{"id": b, "body": b, "forge": "github", "org": b} for b in ("ek", "provby")]
        known: dict[str, Any] = {"bodies": bodies, "sources": sources}
        run = SourceRun(tried=READ, succeeded=READ, repositories=len(facts))
        report = RunReport(sources={"ek": run, "provby": run})
        snapshot = Snapshot(facts={one.url: one for one in facts}, report=report)
        return assemble(CuratedData.model_validate(known | written), snapshot)

    return catalogue
