"""The objects of one repository: fetched in batches from elsewhere, or read where they lie.

Three fetches bring what a reading needs, whatever the size of the repository: commits alone, the
trees of the head, the blobs that somebody will read. Small blobs come along with the second, which
often saves the third. What the other side lacks is done without.
"""

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from catalog.errors import GitError
from harvesters.command import Git, batch
from harvesters.reading.tree import Entry

LARGEST_BLOB = 8 * 1024 * 1024  # bytes; a larger one is not taken into memory
READ_OF_BLOB = 4 * 1024 * 1024  # bytes; lock files of a few thousand packages are so large
UNREADABLE_AT_MOST = 200  # objects of one repository that may be missing
AT_ONCE = 4 * 1024 * 1024  # bytes of blobs that are held while they are searched
# On the command line, not in the file: so only a fetch knows of a remote to ask, and a reading
# finds an object missing instead of going out for it.
_PARTIAL = ("-c", "remote.origin.promisor=true", "-c", "remote.origin.partialCloneFilter=tree:0")
Trees: TypeAlias = dict[str, dict[str, str]]  # a tree: what stands in it by name
_OPTIONS = ("--quiet", "--no-tags", "--no-write-fetch-head")
_ROOT = re.compile(rb"tree ([0-9a-f]{40,64})\n")
_NOT_THERE = re.compile(r"not our ref ([0-9a-f]{40,64})")
_ONE_OF_THEM = re.compile(r"(?i)unable to read|corrupt|pack-objects died|bad object|of signal")


@dataclass(frozen=True)
class Objects:
    """The objects of one repository, brought in batches where they are not here already."""

    git: Git
    folder: Path
    remote: bool

    def bring_commits(self, oids: Iterable[str]) -> None:
        """Fetch commits and all their ancestors, without trees."""
        wanted = set(oids)
        if self.remote and wanted:
            self._fetch(sorted(wanted), "tree:0")

    def bring_refs(self) -> dict[str, str]:
        """Fetch the head and all tags with their ancestors, without trees; ask nothing before.

        Returns:
            The commit of ``HEAD``, and by its whole name what each tag, peeled, points to.

        Raises:
            GitError: it could not be had, or has no head.
        """
        refs = ("+HEAD:refs/kodkatalog/head", "+refs/tags/*:refs/tags/*")
        options = (*_OPTIONS, "--filter=tree:0", "--", "origin", *refs)
        self.git.run(*_PARTIAL, "fetch", *options, folder=self.folder)
        out = self.git.run("show-ref", "--dereference", folder=self.folder, offline=True)
        rows = (row.split(" ", 1) for row in out.decode("utf-8", "replace").splitlines())
        found = {name.removesuffix("^{}"): oid for oid, name in rows}  # peeled ones come after
        return {"HEAD": found.pop("refs/kodkatalog/head"), **found}

    def tree_of(self, commit: str) -> str:
        """Return the root tree of a commit.

        Raises:
            GitError: it is not here, or is no commit.
        """
        content = dict(batch(self._ask("--batch", [commit]))).get(commit, b"")
        tree = _ROOT.match(content)
        if tree is None:
            raise GitError(f"git cat-file: bad object {commit}")
        return tree[1].decode()

    def bring_trees(self, root: str, *, along: int = 0) -> None:
        """Fetch a tree and all trees below it, and with them blobs of less than ``along`` bytes."""
        if self.remote and not (along and self._bring_along(root, along)):
            self._fetch([root], "blob:none")

    def _bring_along(self, root: str, limit: int) -> bool:
        """Fetch a tree with blobs; it fails where one that nobody reads is lacking."""
        try:
            self._fetch([root], f"blob:limit={limit}")
        except GitError:
            return False
        return True

    def entries(self, commit: str) -> Iterator[Entry]:
        """List every file of a commit; a name that is not UTF-8 loses what cannot be read."""
        out = self.git.run("ls-tree", "-r", "-z", "--full-tree", commit, folder=self.folder,
                           offline=True)  # fmt: skip
        for row in out.split(b"\0"):
            if row:
                head, path = row.split(b"\t", 1)
                mode, _, oid = head.decode().split(" ")
                yield Entry(path.decode("utf-8", "replace"), oid, mode)

    def trees(self, oids: Iterable[str]) -> Trees:
        """Return what stands in each tree itself; those that are not here are brought, alone.

        Raises:
            GitError: one of them could not be had.
        """
        asked = sorted(set(oids))
        found = dict(batch(self._ask("--batch", asked)))
        if self.remote and (lacking := [oid for oid in asked if oid not in found]):
            self._fetch(lacking, "tree:0")
            found |= dict(batch(self._ask("--batch", lacking)))
        if lacking := [oid for oid in asked if oid not in found]:
            raise GitError(f"git cat-file: bad object {lacking[0]}")
        return {oid: dict(_names_in(found[oid], len(oid) // 2)) for oid in asked}

    def blobs(self, oids: Iterable[str], also: Iterable[str] = ()) -> dict[str, bytes | None]:
        """Return the beginning of each blob; None for one that cannot be had.

        Those of ``also`` are brought in the same fetch, for :meth:`pieces`; where that fails, the
        others are brought without them.
        """
        asked = sorted(set(oids))
        beside = sorted(set(also).difference(asked)) if self.remote else []
        if not (asked or beside):
            return {}
        sizes = self._sizes([*asked, *beside])
        if self.remote and (lacking := [oid for oid in (*asked, *beside) if oid not in sizes]):
            self._bring_both(lacking, set(beside))
            sizes |= self._sizes(lacking)
        small = [oid for oid in asked if sizes.get(oid, LARGEST_BLOB + 1) <= LARGEST_BLOB]
        out = self._ask("--batch", small)
        read = {oid: content[:READ_OF_BLOB] for oid, content in batch(out)}
        return {oid: read.get(oid) for oid in asked}

    def pieces(self, oids: Iterable[str], largest: int, most: int) -> Iterator[tuple[str, bytes]]:
        """Give whole blobs that are here, a few at a time, in the order they are named.

        Args:
            oids: the blobs.
            largest: bytes; a larger blob is left out.
            most: bytes of all together; what comes after is left out.
        """
        named = list(dict.fromkeys(oids))
        sizes = self._sizes(named) if named else {}
        group: list[str] = []
        held = total = 0
        for oid in named:
            size = sizes.get(oid)
            if size is None or size > largest or total + size > most:
                continue
            if held + size > AT_ONCE:
                yield from batch(self._ask("--batch", group))
                group, held = [], 0
            group.append(oid)
            held, total = held + size, total + size
        if group:
            yield from batch(self._ask("--batch", group))

    def _bring_both(self, lacking: Sequence[str], beside: set[str]) -> None:
        needed = [oid for oid in lacking if oid not in beside]
        try:
            self._bring(lacking)
        except GitError:
            if len(needed) == len(lacking):
                raise
            self._bring(needed)

    def _sizes(self, oids: Sequence[str]) -> dict[str, int]:
        rows = (line.split(" ") for line in self._ask("--batch-check", oids).decode().splitlines())
        return {row[0]: int(row[2]) for row in rows if len(row) == 3 and row[1] == "blob"}  # noqa: PLR2004

    def _ask(self, how: str, oids: Iterable[str]) -> bytes:
        arguments = ("cat-file", how, "--buffer")
        return self.git.run(*arguments, folder=self.folder, offline=True, stdin=_lines(oids))

    def _bring(self, oids: Sequence[str]) -> None:
        """Fetch blobs; what the other side turns out not to have is left out and asked no more."""
        left = list(oids)
        for _ in range(UNREADABLE_AT_MOST):
            try:
                return self._fetch(left, "blob:none") if left else None
            except GitError as error:
                missing = _NOT_THERE.search(str(error))
                if missing and missing[1] in left:
                    left.remove(missing[1])
                elif _ONE_OF_THEM.search(str(error)):
                    return self._halve(left)
                else:
                    raise
        return None

    def _halve(self, oids: list[str]) -> None:
        """Fetch in halves until the object that breaks the batch stands alone, and do without."""
        if len(oids) > 1:
            middle = len(oids) // 2
            self._bring(oids[:middle])
            self._bring(oids[middle:])

    def _fetch(self, oids: Iterable[str], object_filter: str) -> None:
        arguments = (
            *_PARTIAL,
            "fetch",
            *_OPTIONS,
            f"--filter={object_filter}",
            "--stdin",
            "origin",
        )
        self.git.run(*arguments, folder=self.folder, stdin=_lines(oids))


def _names_in(tree: bytes, width: int) -> Iterator[tuple[str, str]]:
    """Yield each name of a tree with its object, whose name is so many bytes."""
    at = 0
    while at < len(tree):
        end = tree.index(b"\0", at)
        name = tree[at:end].partition(b" ")[2]
        yield name.decode("utf-8", "replace"), tree[end + 1 : end + 1 + width].hex()
        at = end + 1 + width


def _lines(oids: Iterable[str]) -> bytes:
    return "".join(f"{oid}\n" for oid in oids).encode()


@contextmanager
def opened(git: Git, url: str) -> Iterator[Objects]:
    """Open the objects of a repository: where they lie, or in an empty one that they come to."""
    local = Path(url.removeprefix("file://"))
    if url.startswith("file://"):
        yield Objects(git, local / ".git" if (local / ".git").is_dir() else local, remote=False)
        return
    with tempfile.TemporaryDirectory(prefix="kodkatalog-") as name:
        folder = Path(name)
        git.run("init", "--quiet", "--bare", "--template=", str(folder))
        quoted = url.replace("\\", "\\\\").replace('"', '\\"')
        with (folder / "config").open("a", encoding="utf-8") as configuration:
            configuration.write(f'[remote "origin"]\n\turl = "{quoted}"\n')
        yield Objects(git, folder, remote=True)
