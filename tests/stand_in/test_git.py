"""The git stand-in serves what the harvester reads, over http and with filters."""

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from catalog.models.evidence import Found
from harvesters.command import Git, contained_git
from harvesters.forges.listing import Listed
from harvesters.git import probe, read_repository
from tests.stand_in.body import Body, body_of
from tests.stand_in.git import GitHost, make_repositories
from tests.stand_in.server import StandIn, running


@pytest.fixture
def body(tmp_path: Path) -> Body:
    """Return a body whose repositories exist."""
    made = body_of(3)
    make_repositories(tmp_path / "git", made)
    return made


@pytest.fixture
def host(tmp_path: Path, body: Body) -> GitHost:
    """Return the host of the body's repositories."""
    assert body.repositories
    return GitHost(tmp_path / "git")


@pytest.fixture
def base(host: GitHost) -> Iterator[str]:
    """Serve the host; return its address."""
    with running(StandIn(host)) as server:
        yield server.base


@pytest.fixture
def git() -> Iterator[Git]:
    """Return a contained git that may speak http."""
    with contained_git(plain_http=True) as contained:
        yield contained


def test_a_repository_stands_where_the_body_says(body: Body, base: str, git: Git) -> None:
    """Branch, commit and tags are those the forge tells of."""
    repo = body.repositories[2]
    found = probe(git, f"{base}/{repo.full_name}.git")
    assert ("main", repo.commit, 1) == (found.branch, found.commit, len(found.tags))


def test_a_repository_is_read_whole(body: Body, base: str, git: Git) -> None:
    """History without files, then the files that are needed: as from a real host."""
    repo = body.repositories[0]
    url = f"{base}/{repo.full_name}.git"
    facts = read_repository(git, Listed("https://e.example/k", url), "s", probe(git, url))
    assert isinstance(facts.history, Found)
    assert isinstance(facts.licences, Found)
    assert (repo.committed.date(), 5) == (facts.history.found.last, facts.history.found.commits)


def test_a_url_needs_no_ending(body: Body, base: str, git: Git) -> None:
    """Both ways of naming a repository lead to it."""
    repo = body.repositories[0]
    assert repo.commit == probe(git, f"{base}/{repo.full_name}").commit


def test_a_push_is_seen(tmp_path: Path, base: str, git: Git, host: GitHost) -> None:
    """Answers are kept only while references stay."""
    url = f"{base}/exempel/kod-0000"
    before = probe(git, url)
    where = f"--git-dir={tmp_path / 'git' / 'exempel' / 'kod-0000.git'}"
    subprocess.run(["git", where, "branch", "-f", "main", "main~1"], check=True)
    assert before.commit != probe(git, url).commit
    assert 4 == host.requests["exempel/kod-0000"]


def test_repositories_differ(body: Body) -> None:
    """No two have a commit or a day in common."""
    days = {repo.committed.date() for repo in body.repositories}
    assert (3, 3) == (len({repo.commit for repo in body.repositories}), len(days))
    assert date(2020, 1, 1) < min(days)
