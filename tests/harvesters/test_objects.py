"""Objects are brought in batches; one that breaks a batch is done without, a lost host is not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from catalog.errors import GitError
from harvesters.command import Git
from harvesters.objects import Objects

GOOD, BAD = ["a" * 40, "b" * 40, "c" * 40], "d" * 40


@dataclass
class FailingGit:
    """Stands in for git: a fetch that asks for ``bad`` fails with these words."""

    words: str
    bad: str = BAD
    fetched: list[Sequence[str]] = field(default_factory=list)

    def run(self, *arguments: str, stdin: bytes = b"", **_: Any) -> bytes:
        """Answer as git would."""
        asked = stdin.decode().split()
        if "fetch" in arguments:
            if self.bad in asked:
                raise GitError(self.words)
            self.fetched.append(asked)
        if "--batch-check" in arguments:
            return "".join(f"{o} blob 1\n" for o in asked if o != self.bad).encode()
        return b"".join(f"{o} blob 1\nx\n".encode() for o in asked)


@pytest.mark.parametrize("words", [f"git fetch: not our ref {BAD}", "git fetch: unable to read d"])
def test_a_missing_object_leaves_the_others(words: str) -> None:
    """All but the missing one are read, whether git names it or only fails."""
    objects = Objects(cast("Git", FailingGit(words)), Path(), remote=True)
    assert dict.fromkeys(GOOD, b"x") | {BAD: None} == objects.blobs([*GOOD, BAD])


def test_a_lost_host_is_a_failure_of_the_repository() -> None:
    """Nothing is called unreadable because the network went away, and nobody asks again."""
    git = FailingGit("git fetch: Could not resolve host: git.example.org")
    with pytest.raises(GitError, match="resolve host"):
        Objects(cast("Git", git), Path(), remote=True).blobs([*GOOD, BAD])
    assert [] == git.fetched
