"""A catalogue as it was at a git revision: its data, laid out in a folder for as long as needed.

Git only reads here, from the catalogue's own repository: objects come straight from its store, so
that no attribute, filter or hook of it runs, and nothing is fetched.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from catalog.errors import GitError, KodkatalogError

DATA = "data"
TIMEOUT = 120  # seconds a command
_FILES = ("100644", "100755")


class NoSuchRevisionError(KodkatalogError):
    """Nothing to compare with is called that."""


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
