"""Objects are brought in batches; one that breaks a batch is done without, a lost host is not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from catalog.errors import GitError
from harvesters.command import Git
from harvesters.objects import AT_ONCE, Objects

GOOD, BAD = ["a" * 40, "b" * 40, "c" * 40], "d" * 40


@dataclass
class FailingGit:
    """Stands in for git: a fetch that asks for ``bad`` fails with these words."""

    words: str
    bad: str = BAD
    present: bool = True  # all others are here already
    fetched: list[Sequence[str]] = field(default_factory=list)

    def run(self, *arguments: str, stdin: bytes = b"", **_: Any) -> bytes:
        """Answer as git would."""
        asked = stdin.decode().split()
        if "fetch" in arguments:
            if self.bad in asked:
                raise GitError(self.words)
            self.fetched.append(asked)
        if "--batch-check" in arguments:
            here = self.present or bool(self.fetched)
            return "".join(f"{o} blob 1\n" for o in asked if here and o != self.bad).encode()
        return b"".join(f"{o} blob 1\nx\n".encode() for o in asked)


@dataclass
class Sized:
    """Stands in for git: blobs of these sizes are here."""

    sizes: dict[str, int]
    read: list[Sequence[str]] = field(default_factory=list)

    def run(self, *arguments: str, stdin: bytes = b"", **_: Any) -> bytes:
        """Answer as git would."""
        here = [oid for oid in stdin.decode().split() if oid in self.sizes]
        rows = [f"{oid} blob {self.sizes[oid]}\n".encode() for oid in here]
        if "--batch-check" in arguments:
            return b"".join(rows)
        self.read.append(here)
        return b"".join(
            row + b"x" * self.sizes[oid] + b"\n" for row, oid in zip(rows, here, strict=True)
        )


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


def test_what_is_brought_beside_never_costs_what_is_needed() -> None:
    """One fetch for both; where that fails, the needed ones are brought alone."""
    git = FailingGit("git fetch: took longer than 300 s")
    objects = Objects(cast("Git", git), Path(), remote=True)
    git.present = False
    assert dict.fromkeys(GOOD, b"x") == objects.blobs(GOOD, also=[BAD])
    assert [GOOD] == git.fetched


def test_pieces_are_given_in_order_within_their_limits() -> None:
    """A blob that is too large, and all beyond the sum, are left out; others are whole."""
    git = Sized({"a": 5, "b": 50, "c": 4, "d": 4, "e": 1})
    objects = Objects(cast("Git", git), Path(), remote=False)
    pieces = list(objects.pieces("abcdeaz", largest=10, most=10))
    assert [("a", 5), ("c", 4), ("e", 1)] == [(oid, len(data)) for oid, data in pieces]


def test_no_more_than_a_few_mebibytes_are_held_at_once() -> None:
    """Large files are read one after another."""
    git = Sized(dict.fromkeys("abc", AT_ONCE // 2 + 1))
    objects = Objects(cast("Git", git), Path(), remote=False)
    assert 3 == len(list(objects.pieces("abc", AT_ONCE, 9 * AT_ONCE)))
    assert [["a"], ["b"], ["c"]] == git.read
