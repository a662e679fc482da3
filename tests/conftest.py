"""What every test stands on: no network but loopback, and real repositories made on the spot."""

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytest_socket import disable_socket, enable_socket, socket_allow_hosts


@pytest.fixture(autouse=True)
def _only_loopback() -> Iterator[None]:
    """Refuse every connection that leaves this machine."""
    disable_socket(allow_unix_socket=True)
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)
    yield
    enable_socket()


@dataclass
class Repository:
    """A real git repository that a test fills."""

    path: Path
    day: int = 1
    environment: dict[str, str] = field(default_factory=dict)

    def git(self, *arguments: str, stdin: bytes = b"") -> str:
        """Run git in the repository, on the next day of January 2026."""
        when = f"2026-01-{self.day:02d}T12:00:00+01:00"
        own = {
            "GIT_AUTHOR_NAME": "A Writer",
            "GIT_AUTHOR_EMAIL": "writer@example.org",
            "GIT_COMMITTER_NAME": "A Writer",
            "GIT_COMMITTER_EMAIL": "writer@example.org",
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_DATE": when,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        environment = {**os.environ, **own, **self.environment}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.path,
            env=environment,
            input=stdin,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode("utf-8", "replace").strip()

    def commit(self, files: Mapping[str, str | bytes] | None = None, message: str = "work") -> str:
        """Write files, commit them all, and return the commit."""
        for name, content in (files or {}).items():
            target = self.path / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)
        self.day += 1
        return self.git("rev-parse", "HEAD")


MakeRepository = Callable[..., Repository]


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
