"""What every test stands on: no network but loopback, and real repositories made on the spot."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts

from tests.repositories import MakeRepository, Repository


@pytest.fixture(autouse=True)
def _only_loopback() -> None:
    """Refuse every connection that leaves this machine; pytest-socket lifts it after the test."""
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what is compiled for one test for the next, and nothing in a person's own folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def make_repository(tmp_path: Path) -> MakeRepository:
    """Return a function that makes a repository ``forge/OWNER/NAME`` with these files."""

    def make(name: str = "exempel/kod", files: Mapping[str, str | bytes] | None = None,
             *, branch: str = "main") -> Repository:  # fmt: skip
        path = tmp_path / "forge" / name
        path.mkdir(parents=True)
        repository = Repository(path)
        repository.git("init", "--quiet", f"--initial-branch={branch}")
        if files is not None:
            repository.commit(files)
        return repository

    return make


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let ``forge/`` stand in for a host; return the address that it answers for."""
    configuration = tmp_path / "callers-gitconfig"
    base = "https://git.example.org/"
    configuration.write_text(f'[url "file://{tmp_path}/forge/"]\n\tinsteadOf = {base}\n')
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(configuration))
    return base
