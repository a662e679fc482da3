"""The catalogue's git repository: its data as committed, and a branch with one commit of data.

The working tree, the index and the branch that is checked out are never touched, and no hook runs:
a commit is made of objects.
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog.errors import GitError, NotACatalogueError

TIMEOUT = 60  # seconds a command
_BRANCH = re.compile(r"intake/[a-z0-9]+(?:-[a-z0-9]+)*")
_FILES = re.compile(r"data/projects(?:\.yaml|/[^/]+\.yaml)")


@dataclass(frozen=True)
class DataRepository:
    """The repository that holds the catalogue; ``prefix`` is the catalogue's folder in it."""

    folder: Path
    prefix: str
    base: str

    @classmethod
    def of(cls, catalogue: Path) -> "DataRepository":
        """Find the repository of a catalogue, and the commit that is checked out in it.

        Raises:
            GitError: it is in none, or nothing was ever committed.
        """
        try:
            prefix = _git(catalogue, "rev-parse", "--show-prefix").decode().strip()
            base = _git(catalogue, "rev-parse", "--verify", "HEAD^{commit}").decode().strip()
        except GitError:
            raise GitError(
                f"{catalogue} is in no git repository with a commit, so no branch can be made - "
                "use --no-branch to edit the files themselves"
            ) from None
        return cls(catalogue, prefix, base)

    def data(self) -> dict[str, bytes]:
        """Return the committed files that people write, by their path in the catalogue.

        Raises:
            NotACatalogueError: none is committed.
        """
        tree = f"{self.base}:{self.prefix}"
        wanted = ("--full-tree", tree, "data/projects.yaml", "data/projects/")
        names = _git(self.folder, "ls-tree", "-z", "--name-only", *wanted).decode().split("\0")
        contents = {
            name: _git(self.folder, "cat-file", "blob", f"{self.base}:{self.prefix}{name}")
            for name in names
            if _FILES.fullmatch(name)
        }
        if not contents:
            raise NotACatalogueError(
                f"{self.folder} has no committed catalogue: commit data/projects.yaml first"
            )
        return contents

    def commit(self, branch: str, files: Mapping[str, bytes], message: str) -> bool:
        """Make the branch with one commit of these files; False where it is there, as it would be.

        Raises:
            GitError: there is another branch of that name, or git does not know who commits.
        """
        if not _BRANCH.fullmatch(branch):
            raise GitError(f"'{branch}' is no name of a branch that intake makes")
        tree, reference = self._tree(files), f"refs/heads/{branch}"
        there = self._tip(reference)
        if there and there == (tree, self.base):
            return False
        if there:
            raise GitError(
                f"the branch {branch} is there already and differs - look at it, then remove it "
                f"with: git branch -D {branch}"
            )
        try:
            made = _git(self.folder, "commit-tree", tree, "-p", self.base, stdin=message.encode())
        except GitError as error:
            raise GitError(
                f"git could not commit ({error}) - tell it who you are: user.name and user.email"
            ) from None
        _git(self.folder, "update-ref", reference, made.decode().strip(), "0" * len(self.base))
        return True

    def _tree(self, files: Mapping[str, bytes]) -> str:
        """Return the tree of the checked-out commit with these files in it."""
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            _git(self.folder, "read-tree", self.base, environment=index)
            for name, content in files.items():
                blob = _git(
                    self.folder, "hash-object", "-w", "--no-filters", "--stdin", stdin=content
                )
                entry = f"100644,{blob.decode().strip()},{self.prefix}{name}"
                _git(self.folder, "update-index", "--add", "--cacheinfo", entry, environment=index)
            return _git(self.folder, "write-tree", environment=index).decode().strip()

    def _tip(self, reference: str) -> tuple[str, str] | None:
        """Return the tree and the parent of a branch's latest commit."""
        try:
            shown = _git(self.folder, "log", "-1", "--format=%T %P", reference, "--")
        except GitError:
            return None
        tree, _, parents = shown.decode().strip().partition(" ")
        return tree, parents


def _git(
    folder: Path,
    *arguments: str,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> bytes:
    command = ["git", "-c", f"core.hooksPath={os.devnull}", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(
            command,
            input=stdin,
            capture_output=True,
            check=True,
            timeout=TIMEOUT,
            env={**os.environ, "LC_ALL": "C", **(environment or {})},
        )
    except subprocess.CalledProcessError as error:
        words = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(words[-1] if words else f"git {arguments[0]} failed") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitError(f"git {arguments[0]}: {error}") from None
    return done.stdout
