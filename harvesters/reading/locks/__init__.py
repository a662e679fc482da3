"""Lock files: one module an ecosystem, each a function from a text to the packages it fixes.

A reader gets the text and a function that gives the files beside it, for formats that cannot tell
alone what is only for development. It returns None for what is not its format. A lock file that
was not read is listed with the reason, so that nobody takes its packages for absent.
"""

from collections.abc import Callable
from typing import NamedTuple

from catalog.models.aside import is_aside
from catalog.models.evidence import Absent, Evidence, Found, UnseenReason
from catalog.models.facts import Ecosystem, LockedSeen
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Entry, Listing
from harvesters.reading.locks import (
    cargo,
    composer,
    dotnet,
    go,
    gradle,
    npm,
    pnpm,
    python,
    ruby,
    yarn,
)
from harvesters.reading.locks.packages import Beside, Packages

LOOKED_FOR = (
    "composer.lock", "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml",
    "poetry.lock", "uv.lock", "Pipfile.lock", "pdm.lock", "pylock.toml", "Gemfile.lock",
    "Cargo.lock", "go.sum", "packages.lock.json", "gradle.lockfile",
)  # fmt: skip
MOST = 20  # lock files
MOST_PACKAGES = 5000  # of one; the largest real one that we know has 2,300
LARGEST = 4 * 1024 * 1024  # bytes; no more is read of a file, and this one was cut

Reader = Callable[[str, Beside], Packages | None]


class Format(NamedTuple):
    """A kind of lock file: its ecosystem, its reader, the file beside it that the reader asks."""

    ecosystem: Ecosystem
    read: Reader | None  # None: known by name only
    beside: str | None = None


FORMATS: dict[str, Format] = {
    "composer.lock": Format("composer", composer.read),
    "package-lock.json": Format("npm", npm.read),
    "npm-shrinkwrap.json": Format("npm", npm.read),
    "yarn.lock": Format("npm", yarn.read, "package.json"),
    "pnpm-lock.yaml": Format("npm", pnpm.read),
    "bun.lock": Format("npm", None),
    "bun.lockb": Format("npm", None),
    "deno.lock": Format("npm", None),
    "poetry.lock": Format("pypi", python.read_poetry, "pyproject.toml"),
    "uv.lock": Format("pypi", python.read_uv),
    "pdm.lock": Format("pypi", python.read_pdm),
    "pylock.toml": Format("pypi", python.read_pylock),
    "pipfile.lock": Format("pypi", python.read_pipfile),
    "gemfile.lock": Format("rubygems", ruby.read),
    "cargo.lock": Format("cargo", cargo.read, "Cargo.toml"),
    "go.sum": Format("go", go.read, "go.mod"),
    "packages.lock.json": Format("nuget", dotnet.read),
    "gradle.lockfile": Format("gradle", gradle.read),
}


def candidates(listing: Listing) -> list[Entry]:
    """List the lock files of the software, nearest the root first, and what tells more of them."""
    locks = _locks(listing)
    beside = (_beside(listing, e, FORMATS[e.name.lower()].beside) for e in locks if _is_read(e))
    return list(dict.fromkeys([*filter(_is_read, locks), *(e for e in beside if e)]))


def read(contents: Contents) -> Evidence[tuple[LockedSeen, ...]]:
    """Read every lock file, or say of it why not."""
    found = tuple(_seen(contents, entry) for entry in _locks(contents.listing))
    return Found(found=found) if found else Absent(absent=LOOKED_FOR)


def _locks(listing: Listing) -> list[Entry]:
    named = (e for e in listing.own if e.name.lower() in FORMATS and not is_aside(e.path))
    return list(named)[:MOST]


def _is_read(entry: Entry) -> bool:
    return FORMATS[entry.name.lower()].read is not None


def _beside(listing: Listing, entry: Entry, name: str | None) -> Entry | None:
    return listing.by_path.get(f"{entry.folder}/{name}".lstrip("/")) if name else None


def _seen(contents: Contents, entry: Entry) -> LockedSeen:
    form = FORMATS[entry.name.lower()]
    packages, unread = _packages(contents, entry, form.read)
    if packages is None:
        return LockedSeen(path=entry.path, ecosystem=form.ecosystem, packages=(), unread=unread)
    return LockedSeen(
        path=entry.path,
        ecosystem=form.ecosystem,
        packages=packages.run,
        development=packages.development,
        apart=packages.apart,
    )


def _packages(
    contents: Contents, entry: Entry, reader: Reader | None
) -> tuple[Packages | None, UnseenReason | None]:
    if reader is None:
        return None, "not-read"
    text = contents.text(entry)
    if text is None:
        return None, "unreadable"
    if len(contents.data(entry) or b"") >= LARGEST:
        return None, "too-large"

    def beside(name: str) -> str | None:
        other = _beside(contents.listing, entry, name)
        told = contents.text(other) if other else None
        return told.content if told else None

    packages = reader(text.content, beside)
    if packages is None:
        return None, "failed"
    return (None, "too-large") if len(packages.run) > MOST_PACKAGES else (packages, None)
