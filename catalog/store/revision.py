"""A catalogue as it was at a git revision: its data, laid out in a folder for as long as needed.

Git only reads here, from the catalogue's own repository: objects come straight from its store, so
that no attribute, filter or hook of it runs, and nothing is fetched.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from hashlib import sha1, sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from catalog.errors import GitError, KodkatalogError

DATA = "data"
SNAPSHOT = f"{DATA}/snapshot"
_SHA1 = 40  # hexadecimal digits
TIMEOUT = 120  # seconds a command
_FILES = ("100644", "100755")


class NoSuchRevisionError(KodkatalogError):
    """Nothing to compare with is called that."""


class NoEarlierHarvestError(KodkatalogError):
    """The history that is here holds no harvest before this one; ``in_git``: there is one."""

    def __init__(self, message: str, *, in_git: bool) -> None:
        super().__init__(message)
        self.in_git = in_git


class Commit(NamedTuple):
    """A commit and the day it was made."""

    id: str
    on: date


def previous_harvest(catalogue: Path) -> Commit:
    """Return the commit that holds the harvest before the one in the folder.

    That is the last commit that changed the snapshot; where the folder holds just that snapshot,
    the one before it.

    Raises:
        NoEarlierHarvestError: this is no git repository, or its history has no such commit.
    """
    try:
        told = _git(catalogue, "log", "-2", "--format=%H %cs", "HEAD", "--", SNAPSHOT)
    except GitError:
        raise NoEarlierHarvestError(
            "this catalogue is not in a git repository with commits - keep it in git, and "
            "the next harvest can be compared with this one",
            in_git=False,
        ) from None
    rows = [line.split() for line in told.decode().splitlines()]
    commits = [Commit(name, date.fromisoformat(on)) for name, on in rows]
    if commits and _is_as_in(catalogue, commits[0].id):
        commits = commits[1:]
    if not commits:
        raise NoEarlierHarvestError(
            "the history that is here holds no earlier harvest - where it was cut, "
            "fetch the whole history first",
            in_git=True,
        )
    return commits[0]


def content_at(catalogue: Path, commit: str, path: str) -> bytes | None:
    """Return a file of the catalogue as it was at a commit; None where it had none."""
    try:
        return _git(catalogue, "cat-file", "blob", f"{commit}:./{path}")
    except GitError:
        return None


def _is_as_in(catalogue: Path, commit: str) -> bool:
    """Tell whether the folder's snapshot is the commit's, byte for byte."""
    then = {p: oid for p, oid in _files(catalogue, commit).items() if _is_below(p)}
    files = [path for path in (catalogue / SNAPSHOT).rglob("*") if path.is_file()]
    now = {PurePosixPath(path.relative_to(catalogue).as_posix()): path for path in files}
    return then.keys() == now.keys() and all(
        _oid(now[path].read_bytes(), len(oid)) == oid for path, oid in then.items()
    )


def _is_below(path: PurePosixPath) -> bool:
    return path.as_posix().startswith(f"{SNAPSHOT}/")


def _oid(content: bytes, length: int) -> str:
    """Name a content as git does."""
    named = b"blob %d\0" % len(content) + content
    found = sha1(named, usedforsecurity=False) if length == _SHA1 else sha256(named)
    return found.hexdigest()


@contextmanager
def at_revision(catalogue: Path, revision: str) -> Iterator[Path]:
    """Give a folder with the catalogue's data as it was at a commit, branch or tag.

    Raises:
        NoSuchRevisionError: there is no such revision here.
        GitError: git could not read it.
    """
    commit = _commit(catalogue, revision)
    with tempfile.TemporaryDirectory(prefix="kodkatalog-diff-") as name:
        folder = Path(name)
        files = _files(catalogue, commit)
        contents = _contents(catalogue, list(files.values()))
        for path, content in zip(files, contents, strict=True):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        yield folder


def _commit(catalogue: Path, revision: str) -> str:
    asked = f"{revision}^{{commit}}"
    try:
        found = _git(catalogue, "rev-parse", "--verify", "--quiet", "--end-of-options", asked)
    except GitError:
        raise NoSuchRevisionError(
            f"there is no revision '{revision}' of this catalogue - name a commit, branch or tag "
            "that is here (in CI, fetch the whole history first), or another catalogue's folder"
        ) from None
    return found.decode().strip()


def _files(catalogue: Path, commit: str) -> dict[PurePosixPath, str]:
    """List the files below ``data`` with their objects; links and submodules are left out."""
    listed = _git(catalogue, "ls-tree", "-r", "-z", commit, "--", f"{DATA}/")
    files: dict[PurePosixPath, str] = {}
    for row in listed.decode("utf-8", "surrogateescape").split("\0"):
        about, _, name = row.partition("\t")
        mode, _, oid = about.partition(" ")
        path = PurePosixPath(name)
        if mode in _FILES and path.parts[:1] == (DATA,) and ".." not in path.parts:
            files[path] = oid.rpartition(" ")[2]
    return files


def _contents(catalogue: Path, oids: Sequence[str]) -> Iterator[bytes]:
    out = _git(catalogue, "cat-file", "--batch", stdin="".join(f"{o}\n" for o in oids).encode())
    at = 0
    for oid in oids:
        end = out.index(b"\n", at)
        size = out[at:end].rpartition(b" ")[2]
        if not size.isdigit():
            raise GitError(f"the object {oid} is not here - fetch the whole history first")
        yield out[end + 1 : end + 1 + int(size)]
        at = end + int(size) + 2


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    """Run a command that only reads.

    Raises:
        GitError: it failed or took too long.
    """
    own = ("-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
    environment = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    environment |= {
        "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_ALLOW_PROTOCOL": "",  # a part of a clone that lacks objects does not fetch them
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
    }
    try:
        done = subprocess.run(
            ["git", *own, *arguments],
            cwd=folder, env=environment, input=stdin, capture_output=True, check=True,
            timeout=TIMEOUT,
        )  # fmt: skip
    except subprocess.CalledProcessError as error:
        words = error.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise GitError(f"git {arguments[0]}: {''.join(words) or 'no reason given'}") from None
    except (subprocess.TimeoutExpired, OSError, ValueError) as error:
        raise GitError(f"git {arguments[0]}: {error}") from None
    return done.stdout
