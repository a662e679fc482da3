"""A catalogue with one source on a stand-in GitHub, harvested as the command line does it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from catalog.models.curated import Body as CuratedBody
from catalog.models.curated import CuratedData, Source
from catalog.models.facts import RepositoryFacts
from catalog.models.run import SourceRun
from catalog.store.snapshot import Snapshot, read_snapshot
from harvesters.forges.account import STAND_IN
from harvesters.forges.asking import Patience
from harvesters.run import Harvest, Outcome
from tests.stand_in.body import Body
from tests.stand_in.git import GitHost, make_repository
from tests.stand_in.github import TOKEN, GitHub
from tests.stand_in.server import StandIn

TODAY = date(2026, 6, 1)
BASE = "https://github.com"
VARIABLE = "KOMMUN_TOKEN"


@dataclass
class Harvested:
    """A catalogue, the body it reads, and the server that both forge and git stand on."""

    folder: Path
    body: Body
    github: GitHub
    git: GitHost
    server: StandIn
    waited: list[float] = field(default_factory=list)
    source: dict[str, Any] = field(default_factory=dict)

    @property
    def environment(self) -> Mapping[str, str]:
        """What the harvest sees of the environment."""
        return {STAND_IN: f"github.com={self.server.base}", VARIABLE: TOKEN}

    def curated(self) -> CuratedData:
        """Return curated data with the source."""
        given = {"id": "ex", "body": "exempel", "forge": "github", "org": "exempel",
                 "tokenEnv": VARIABLE} | self.source  # fmt: skip
        body = CuratedBody(id="exempel", type="municipality", name="Exempelkommun")
        return CuratedData(bodies=(body,), sources=(Source.model_validate(given),))

    def harvest(self, today: date = TODAY, **settings: Any) -> Outcome:
        """Harvest on a day; forget what was asked before."""
        self.server.requests.clear()
        run = Harvest(
            self.folder, today, environment=self.environment,
            patience=lambda: Patience(sleep=self.waited.append), **settings,
        )  # fmt: skip
        return run.run(self.curated())

    @property
    def asked(self) -> tuple[int, int]:
        """How many requests the last harvest made: to the API, and of git."""
        git = sum(".git/" in request.path for request in self.server.requests)
        return len(self.server.requests) - git, git

    @property
    def snapshot(self) -> Snapshot:
        """What is written; none of it is corrupt."""
        snapshot = read_snapshot(self.folder)
        assert [] == snapshot.problems
        return snapshot

    def facts(self, name: str) -> RepositoryFacts:
        """Return the facts of one repository of the body."""
        return self.snapshot.facts[f"{BASE}/exempel/{name}"]

    @property
    def names(self) -> list[str]:
        """Return the names of all repositories with facts."""
        return sorted(url.rpartition("/")[2] for url in self.snapshot.facts)

    @property
    def run(self) -> SourceRun:
        """What the report says of the source."""
        return self.snapshot.report.sources["ex"]

    def bytes(self) -> dict[str, bytes]:
        """Return all that is written, the report left out."""
        files = sorted((self.folder / "data/snapshot").rglob("*.json"))
        return {f.name: f.read_bytes() for f in files if f.name != "run.json"}

    def changes(self, number: int) -> None:
        """Let one of the body's repositories have other content from now on."""
        repo = self.body.repositories[number]
        path = self.git.folder / f"{repo.full_name}.git"
        path.rename(path.with_name(f"old-{number}-{len(list(path.parent.iterdir()))}"))
        repo.id += 5000
        make_repository(self.git.folder, repo)
        repo.id -= 5000

    def renames(self, number: int, name: str, owner: str = "exempel") -> None:
        """Give one of the body's repositories another name, or another owner."""
        repo = self.body.repositories[number]
        before = self.git.folder / f"{repo.full_name}.git"
        self.body.moved[repo.full_name] = f"{owner}/{name}"
        repo.name, repo.owner = name, owner
        after = self.git.folder / f"{repo.full_name}.git"
        after.parent.mkdir(exist_ok=True)
        before.rename(after)
