"""What was written at the last build, by what each file was known, and how it lay on the disk.

The files themselves stay where they are: the output is its own cache. One that somebody has touched
since is told by its times or by its bytes, and is written again.
"""

import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from catalog.publish.incremental.prints import print_of

_SAME_TICK = 50_000_000  # nanoseconds in which a file's times may not tell a second change


class Written(NamedTuple):
    """A file as it was written: its bytes' fingerprint, then size and times as the disk has them.

    ``at`` is None where it was written too late to tell a change by its times.
    """

    content: str
    at: tuple[int, int, int] | None


class Known(NamedTuple):
    """What one page is known by, and its files. ``key`` is None where it is always written."""

    key: str | None
    reads: tuple[tuple[str, ...], ...]
    answers: str | None
    files: dict[str, Written]


def always(key: str | None = None) -> Known:
    """Return what a file is known by that rests on nothing else than ``key``."""
    return Known(key, (), None, {})


class Manifest:
    """The pages of the last build, and those of this one. ``file`` is where it is kept."""

    def __init__(self, output: Path, file: Path | None, *, trust: bool = True) -> None:
        """Read what the last build left; nothing where that cannot be used, or is not wanted."""
        self._output = output
        self._file = file
        self._before = _read(file) if file else {}
        self._old = self._before if trust else {}
        self._new: dict[str, Known] = {}

    @property
    def names(self) -> set[str]:
        """Every file of this build."""
        return {name for page in self._new.values() for name in page.files}

    @property
    def dropped(self) -> set[str]:
        """Every file of the last build that is none of this one."""
        return {name for page in self._before.values() for name in page.files} - self.names

    def saved(self) -> set[str]:
        """Return every file of the build that was saved last, here or in another process."""
        pages = _read(self._file).values() if self._file else ()
        return {name for page in pages for name in page.files}

    def known(self, name: str) -> Known | None:
        """Return a page of the last build whose files are as they were written."""
        page = self._old.get(name)
        if page is None or page.key is None:
            return None
        return page if all(self._stands(*file) for file in page.files.items()) else None

    def keep(self, name: str, page: Known) -> None:
        """Let a page be as it is."""
        self._new[name] = page

    def write(self, name: str, files: Iterable[tuple[str, str | bytes]], page: Known) -> None:
        """Write the files of a page, as far as they are not there already."""
        before = self._old.get(name)
        for file, text in files:
            content = text.encode("utf-8") if isinstance(text, str) else text
            written = Written(print_of(content), None)
            known = before.files.get(file) if before else None
            if not known or known.content != written.content or not self._stands(file, known):
                put(self._output / file, content)
            page.files[file] = written
        self._new[name] = page

    def save(self) -> None:
        """Keep this for the next build."""
        if self._file is None:
            return
        pages = {name: self._settled(page) for name, page in self._new.items()}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        partial = self._file.with_suffix(f".{os.getpid()}")
        partial.write_text(json.dumps(pages, separators=(",", ":")), encoding="utf-8")
        partial.replace(self._file)

    def _settled(self, page: Known) -> Known:
        files = {n: w if w.at else self._seen(n, w) for n, w in page.files.items()}
        return page._replace(files=files)

    def _seen(self, name: str, written: Written) -> Written:
        times = _times(self._output / name)
        late = times is None or time.time_ns() - times[2] < _SAME_TICK
        return written._replace(at=None if late else times)

    def _stands(self, name: str, written: Written) -> bool:
        """Tell whether a file is as it was written: by its times, else by its bytes."""
        path = self._output / name
        times = _times(path)
        if times is None:
            return False
        if times == written.at:
            return True
        return print_of(path.read_bytes()) == written.content


def _times(path: Path) -> tuple[int, int, int] | None:
    """Return size and times of a plain file; None where there is none."""
    try:
        found = path.lstat()
    except OSError:
        return None
    is_plain = (found.st_mode & 0o170000) == 0o100000  # noqa: PLR2004 - as stat(2) has it
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns) if is_plain else None


def _read(file: Path) -> dict[str, Known]:
    """Read a manifest; what is not one, or no longer one, is as none."""
    try:
        told: dict[str, Any] = json.loads(file.read_bytes())
        return {name: _page(*page) for name, page in told.items()}
    except (OSError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        return {}


def _page(key: str | None, reads: list[list[str]], answers: str | None, files: Any) -> Known:  # noqa: ANN401
    written = {
        name: Written(str(content), tuple(at) if at else None)
        for name, (content, at) in files.items()
    }
    return Known(key, tuple(tuple(read) for read in reads), answers, written)


def put(path: Path, content: bytes) -> None:
    """Write a file, whatever stands in its place; never through a link to somewhere else."""
    try:
        _put(path, content)
    except OSError:
        for place in (*reversed(path.parents), path):
            if place.is_symlink() or (place.is_file() and place != path):
                place.unlink()
        if path.is_dir():
            shutil.rmtree(path)
        _put(path, content)


def _put(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(path, flags, 0o666)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, flags, 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(content)


def ready(output: Path) -> None:
    """Make the output, without links: what is written below one would lie somewhere else."""
    output.mkdir(parents=True, exist_ok=True)
    for folder, folders, _ in os.walk(output):
        for one in folders:
            path = f"{folder}{os.sep}{one}"
            if os.path.islink(path):  # noqa: PTH114 - quicker for thousands
                Path(path).unlink()


def sweep(output: Path, names: frozenset[str]) -> None:
    """Take away what no build of today writes; what begins with a dot is somebody else's."""
    for path in list(_strange(output, names)):
        path.unlink()
    for folder, _, _ in os.walk(output, topdown=False):
        if Path(folder) != output and not Path(folder).relative_to(output).parts[0].startswith("."):
            with suppress(OSError):  # not empty
                Path(folder).rmdir()


def _strange(output: Path, names: frozenset[str]) -> Iterator[Path]:
    base = f"{output}{os.sep}"
    for folder, folders, files in os.walk(output):
        if folder == str(output):
            folders[:] = [one for one in folders if not one.startswith(".")]
            files = [one for one in files if not one.startswith(".")]  # noqa: PLW2901
        linked = [one for one in folders if os.path.islink(f"{folder}{os.sep}{one}")]  # noqa: PTH114
        for one in (*files, *linked):
            path = f"{folder}{os.sep}{one}"
            if path.removeprefix(base).replace(os.sep, "/") not in names:
                yield Path(path)
