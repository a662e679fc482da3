"""Measure the reading of repositories, reader by reader, without the time that git takes.

Reads every bare repository in a folder (``OWNER/NAME.git`` or ``NAME.git``), and one of 26,000
files that is made in memory where the folder has none that large::

    python -m benchmarks.reading /path/to/mirrors --json reading.json

Prints the median, the 95th percentile and the slowest of each reader, and the limits: 50 ms for a
typical repository, 3 s for one of 26,000 files. Ends with 1 where a limit is passed.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from catalog.errors import GitError
from catalog.store.curated import read_curated
from harvesters import reading
from harvesters.command import Git, contained_git
from harvesters.names import names_for
from harvesters.objects import Objects
from harvesters.reading import generality
from harvesters.reading.generality import Names
from harvesters.reading.listing import Entry, Listing

HERE = Path(__file__).resolve().parents[1]
TYPICAL, LARGE = 50.0, 3000.0  # milliseconds
MANY = 26_000  # files
Times = dict[str, float]


class Tree(NamedTuple):
    """A repository as git hands it over: names first, then what readers ask for."""

    name: str
    entries: list[Entry]
    blobs: Callable[[Iterable[str]], Mapping[str, bytes | None]]
    pieces: Callable[[list[str]], Iterable[tuple[str, bytes]]]


class Row(NamedTuple):
    """What one repository took, in milliseconds by reader."""

    name: str
    files: int
    times: Times

    @property
    def total(self) -> float:
        """All readers together."""
        return sum(self.times.values())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="bare repositories")
    parser.add_argument("--catalogue", type=Path, default=HERE, help="whose bodies' words count")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    names = words(options.catalogue)
    with contained_git() as git:
        repositories = [in_folder(git, path) for path in sorted(found(options.folder))]
        measure(large(100), names)  # what is loaded at first use is no repository's time
        rows = [row for tree in repositories if (row := measured(tree, names))]
    largest = max(rows, key=lambda row: row.files, default=None)
    if largest is None or largest.files < MANY:
        largest = measure(large(MANY), names)
    show(rows, largest)
    median = statistics.median(row.total for row in rows) if rows else 0.0
    if options.json:
        told = {"rows": [told_of(row) for row in rows], "largest": told_of(largest),
                "median": median, "limits": {"typical": TYPICAL, "large": LARGE}}  # fmt: skip
        options.json.write_text(json.dumps(told, indent=2) + "\n")
    if median > TYPICAL or largest.total > LARGE:
        raise SystemExit(1)


def words(catalogue: Path) -> Names:
    """Return the words for the catalogue's first source."""
    curated = read_curated(catalogue)
    return names_for(curated, curated.sources[0]) if curated.sources else Names()


def found(folder: Path) -> Iterator[Path]:
    """Find bare repositories, up to two folders down."""
    for pattern in ("*/HEAD", "*/*/HEAD"):
        yield from (head.parent for head in folder.glob(pattern))


def in_folder(git: Git, path: Path) -> Tree:
    """Open a repository where it lies; nothing is read before it is asked for."""
    objects = Objects(git, path, remote=False)
    return Tree(
        path.name.removesuffix(".git"),
        [],
        objects.blobs,
        lambda oids: list(objects.pieces(oids, generality.LARGEST, generality.MOST_BYTES)),
    )._replace(entries=entries(objects))


def entries(objects: Objects) -> list[Entry]:
    """List the head's files; none where there is no head."""
    try:
        return list(objects.entries("HEAD"))
    except GitError:
        return []


def large(files: int) -> Tree:
    """Make a repository of so many files: half program code, the rest as it comes."""
    code = b"<?php\n" + b"function f($a) { return 'kod' . $a; } // what it does\n" * 60
    kinds = (
        ("src/m{}/a{}.php", code), ("app/m{}/a{}.ts", code), ("docs/m{}/a{}.md", b"# T\n\nText.\n"),
        ("assets/m{}/a{}.png", b"\0"), ("conf/m{}/a{}.yml", b"a: b\n" * 40),
        ("tests/m{}/a{}.php", code), ("lib/m{}/a{}.js", code), ("vendor/m{}/a{}.php", code),
    )  # fmt: skip
    contents = {
        kinds[n % len(kinds)][0].format(n % 97, n): kinds[n % len(kinds)][1] for n in range(files)
    }
    contents |= {"README.md": b"# Kod\n\nText.\n" * 99, "package.json": b'{"name": "kod"}'}
    return Tree(
        f"made: {files} files",
        [Entry(path, path, "100644") for path in contents],
        lambda oids: {oid: contents[oid] for oid in oids},
        lambda oids: within(contents, oids),
    )


def within(contents: Mapping[str, bytes], oids: Iterable[str]) -> list[tuple[str, bytes]]:
    """Give files up to the sum that is searched."""
    given, total = [], 0
    for oid in oids:
        total += len(contents[oid])
        if total <= generality.MOST_BYTES:
            given.append((oid, contents[oid]))
    return given


def measured(tree: Tree, names: Names) -> Row | None:
    """Measure one repository; None where its objects are not all here, or it is empty."""
    try:
        return measure(tree, names) if tree.entries else None
    except GitError:
        return None


def measure(tree: Tree, names: Names) -> Row:
    """Read one repository as a harvest does, and take the time of each step."""
    times: Times = {}
    with clock(times, "listing"):
        listing = Listing(tree.entries)
    with clock(times, "candidates"):
        wanted = {entry.oid for entry in reading.wanted(listing)}
        oids = generality.oids(listing, names)
    blobs = dict(tree.blobs(wanted))
    blobs |= tree.blobs({entry.oid for entry in reading.linked(listing, blobs)} - wanted)
    pieces = tree.pieces(oids)
    with timed_readers(times), clock(times, "the rest"):
        facts = reading.read(listing, blobs)
    times["the rest"] -= sum(times[name] for name in times if name in readers())
    with clock(times, "generality"):
        said = generality.said(f"https://git.example.org/{tree.name}", listing, facts)
        generality.read(names, listing, pieces, said)
    return Row(tree.name, len(tree.entries), times)


@contextmanager
def clock(times: Times, name: str) -> Iterator[None]:
    """Add the milliseconds of a block."""
    started = time.process_time()
    yield
    times[name] = times.get(name, 0.0) + (time.process_time() - started) * 1000


def readers() -> dict[str, ModuleType]:
    """List the modules that read: those that ``harvesters.reading`` calls."""
    modules = {name: value for name, value in vars(reading).items() if hasattr(value, "read")}
    return {name: m for name, m in modules.items() if isinstance(m, ModuleType)}


@contextmanager
def timed_readers(times: Times) -> Iterator[None]:
    """Let every reader's time be taken for as long as the block lasts."""
    plain = {name: module.read for name, module in readers().items()}
    try:
        for name, module in readers().items():
            setattr(module, "read", timed(plain[name], times, name))  # noqa: B010 - of any module
        yield
    finally:
        for name, module in readers().items():
            setattr(module, "read", plain[name])  # noqa: B010 - of any module


def timed(function: Callable[..., Any], times: Times, name: str) -> Callable[..., Any]:
    """Wrap a reader."""

    @wraps(function)
    def wrapped(*arguments: Any) -> Any:  # noqa: ANN401 - whatever the reader takes and gives
        with clock(times, name):
            return function(*arguments)

    return wrapped


def show(rows: list[Row], largest: Row) -> None:
    """Print a line a reader, then all together."""
    print(f"{'milliseconds':14} {'median':>8} {'95 %':>8} {'slowest':>8}   {largest.name}")
    for name in largest.times:
        line(name, [row.times.get(name, 0.0) for row in rows], largest.times[name])
    line("all", [row.total for row in rows], largest.total)
    print(f"{'limit':14} {TYPICAL:8.0f} {'':8} {'':8} {LARGE:8.0f}")
    for row in sorted(rows, key=lambda row: -row.total)[:3]:
        print(f"slow: {row.name}, {row.files} files, {row.total:.0f} ms")


def line(name: str, times: list[float], largest: float) -> None:
    """Print the figures of one reader over all repositories."""
    ordered = sorted(times) or [0.0]
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    middle = statistics.median(ordered)
    print(f"{name:14} {middle:8.1f} {high:8.1f} {ordered[-1]:8.1f} {largest:8.1f}")


def told_of(row: Row) -> dict[str, Any]:
    """Write a row for machines."""
    return {"name": row.name, "files": row.files, "total": row.total, "times": row.times}


if __name__ == "__main__":
    main()
