"""A harvest from Forgejo, end to end: no commit in the listing, yet unchanged costs git nothing."""

from datetime import date
from pathlib import Path

import pytest

from catalog.models.curated import Body as CuratedBody
from catalog.models.curated import CuratedData, Source
from catalog.models.evidence import Found
from catalog.models.forge import ForgeFacts
from catalog.store.snapshot import read_snapshot
from harvesters.forges.account import STAND_IN
from harvesters.run import Harvest, Outcome
from tests.stand_in.body import body_of, commit_of
from tests.stand_in.forgejo import StandInForgejo
from tests.stand_in.git import GitHost, make_repositories
from tests.stand_in.server import StandIn, running

TODAY = date(2026, 6, 1)
BASE = "https://codeberg.org"


def test_unchanged_costs_git_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the listing is stamped with is remembered in the report; a push changes it."""
    body = body_of(3)
    make_repositories(tmp_path / "forge", body)
    catalogue = tmp_path / "catalogue"
    catalogue.mkdir()
    with running(StandIn(StandInForgejo(body), GitHost(tmp_path / "forge"))) as server:
        configuration = tmp_path / "gitconfig"
        configuration.write_text(f'[url "{server.base}/"]\n\tinsteadOf = {BASE}/\n')
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(configuration))
        first = harvest(catalogue, server)
        assert (0, 3, True) == (first.exit_code, first.read, asked(server)[1] > 0)
        again = harvest(catalogue, server)
        assert (3, (1, 0)) == (again.unchanged, asked(server))
        body.repositories[1].commit = commit_of("pushed to some branch")
        moved = harvest(catalogue, server)
        assert (3, 2) == (moved.unchanged, asked(server)[1])  # git was asked, and knew better
    facts = read_snapshot(catalogue).facts[f"{BASE}/exempel/kod-0001"]
    assert isinstance(facts.readmes, Found)
    assert isinstance(facts.forge, ForgeFacts)
    assert "codeberg.org/1001" == facts.forge.id


def harvest(catalogue: Path, server: StandIn) -> Outcome:
    """Harvest the stand-in's organisation; forget what was asked before."""
    server.requests.clear()
    source = Source(id="ex", body="b", forge="forgejo", base_url=BASE, org="exempel")
    body = CuratedBody(id="b", type="municipality", name="Exempelkommun")
    environment = {STAND_IN: f"codeberg.org={server.base}"}
    run = Harvest(catalogue, TODAY, environment=environment)
    return run.run(CuratedData(bodies=(body,), sources=(source,)))


def asked(server: StandIn) -> tuple[int, int]:
    """How many requests were made: to the API, and of git."""
    git = sum(".git/" in request.path for request in server.requests)
    return len(server.requests) - git, git
