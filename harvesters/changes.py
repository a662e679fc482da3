"""When lock files last changed on the default branch, by the trees of its latest commits.

No file is fetched for it, and no process is started for each: a level of folders costs one fetch of
trees alone, of the few months before the head. What changed before them is told as "not since".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from catalog.errors import GitError
from catalog.models.evidence import Absent, Evidence, Found, Unseen
from catalog.models.facts import ChangeSeen
from harvesters.history import Commit
from harvesters.objects import Objects, Trees

DAYS = 200  # before the head; a check's window is shorter
MOST_COMMITS = 200
MOST_FILES = 20
DEEPEST = 3  # folders above a file
LOOKED_FOR = ("composer.lock", "package-lock.json", "yarn.lock", "*.lock")


def read(
    objects: Objects, commits: Sequence[Commit], paths: Iterable[str]
) -> Evidence[tuple[ChangeSeen, ...]]:
    """Say of each file when the branch that ends in the first commit last changed it."""
    asked = [path for path in paths if path.count("/") <= DEEPEST][:MOST_FILES]
    if not asked:
        return Absent(absent=LOOKED_FOR)
    latest = latest_of(commits)
    try:
        found = list(_by_trees(objects, latest, asked))
    except GitError:
        return Unseen(unseen="unreadable")
    return Found(found=tuple(found)) if found else Unseen(unseen="unreadable")


def latest_of(commits: Sequence[Commit]) -> list[Commit]:
    """List the commits of the branch itself, newest first, and the last one before the window.

    The branch follows first parents: what was merged changed on the day that it was merged.
    """
    by_oid = {commit.oid: commit for commit in commits}
    found = [commits[0]]
    while len(found) <= MOST_COMMITS and found[0].on - found[-1].on <= timedelta(days=DAYS):
        before = by_oid.get(found[-1].parent)
        if before is None:
            break
        found.append(before)
    return found


def _by_trees(
    objects: Objects, latest: Sequence[Commit], paths: Sequence[str]
) -> Iterator[ChangeSeen]:
    standing: dict[str, list[str | None]] = {"": [commit.tree for commit in latest]}
    for depth in range(max(path.count("/") for path in paths) + 1):
        beginnings = {_beginning(path, depth) for path in paths}
        folders = {name.rpartition("/")[0] for name in beginnings}
        wanted = {oid for folder in folders for oid in standing.get(folder, ()) if oid}
        trees = objects.trees(wanted)
        for name in beginnings - standing.keys():
            folder, _, last = name.rpartition("/")
            standing[name] = [_within(trees, oid, last) for oid in standing[folder]]
    yield from (change(path, latest, standing[path]) for path in paths)


def _beginning(path: str, depth: int) -> str:
    """Return a path down to a depth, or the whole of a shorter one."""
    return "/".join(path.split("/")[: depth + 1])


def _within(trees: Trees, folder: str | None, name: str) -> str | None:
    """Return the object of a name in a folder; None where either is not there."""
    entries: Mapping[str, str] = trees.get(folder, {}) if folder else {}
    return entries.get(name)


def change(path: str, latest: Sequence[Commit], stands: Sequence[str | None]) -> ChangeSeen:
    """Find the newest commit that a file differs before; ``earlier`` where none of them does."""
    pairs = enumerate(pairwise(stands))
    place = next((n for n, (now, before) in pairs if now != before), len(latest) - 1)
    commit = latest[place]
    earlier = place == len(latest) - 1 and bool(commit.parent)
    return ChangeSeen(path=path, on=commit.on, commit=commit.oid, earlier=earlier)
