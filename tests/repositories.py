"""Real git repositories, made on the spot and filled by a test."""

import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias


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


MakeRepository: TypeAlias = Callable[..., Repository]
