"""What a harvest has done and not yet written: a killed run resumes here, and only one runs.

A source's journal holds what was read and described, a file each. When all is there, the new files
of the snapshot are staged beside it and a list says where they go: from then on the change is as
good as made, for whoever finds the list puts them there, however often it takes.
"""

import errno
import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from catalog.errors import KodkatalogError
from catalog.models.base import Frozen
from catalog.models.facts import RepositoryFacts
from catalog.models.forge import ForgeFacts
from catalog.store.snapshot import encode, file_of, readme_of, write_whole

_FOLDER = Path(".cache", "harvest")
_LIST = "commit.json"


class AlreadyRunningError(KodkatalogError):
    """Another harvest of the same catalogue has not ended."""


class Described(Frozen):
    """What a forge told of a repository on a day; the next day it is asked anew."""

    on: date
    facts: ForgeFacts


@dataclass(frozen=True)
class Journal:
    """What one source's harvest has done so far."""

    folder: Path

    def record(self, facts: RepositoryFacts) -> None:
        """Keep what was read of one repository; whole or not at all."""
        write_whole(self.folder / "read" / file_of(facts.url), encode(facts))

    def record_readme(self, url: str, text: str | None) -> None:
        """Keep the README of one repository; an empty file says that there is none to keep."""
        write_whole(self.folder / "readme" / readme_of(url), (text or "").encode())

    def readme(self, url: str) -> bytes | None:
        """Return the README that was read, empty where there is none; None where nobody looked."""
        return content_of(self.folder / "readme" / readme_of(url))

    def record_described(self, url: str, facts: ForgeFacts, today: date) -> None:
        """Keep what the forge told of one repository."""
        path = self.folder / "described" / file_of(url)
        write_whole(path, encode(Described(on=today, facts=facts)))

    def recorded(self) -> dict[str, RepositoryFacts]:
        """Return what an earlier run read before its end; a damaged file is as good as none."""
        found: dict[str, RepositoryFacts] = {}
        for path in sorted((self.folder / "read").rglob("*.json")):
            try:
                facts = RepositoryFacts.model_validate_json(path.read_bytes())
            except ValidationError:
                continue
            found[facts.url] = facts
        return found

    def described(self, today: date) -> dict[str, ForgeFacts]:
        """Return what an earlier run of the same day was told, by the forge's number."""
        found: dict[str, ForgeFacts] = {}
        for path in sorted((self.folder / "described").rglob("*.json")):
            try:
                one = Described.model_validate_json(path.read_bytes())
            except ValidationError:
                continue
            if one.on == today:
                found[one.facts.id] = one.facts
        return found

    def commit(self, catalogue: Path, files: Mapping[Path, bytes | None]) -> list[Path]:
        """Replace files of the snapshot, all or none; None removes one. Forget the journal.

        Args:
            catalogue: the catalogue's folder.
            files: new contents by path below the catalogue, in the order they are put there.

        Returns:
            The files that changed.
        """
        changed = {p: c for p, c in files.items() if content_of(catalogue / p) != c}
        staged = {path: f"{n}.staged" for n, path in enumerate(changed)}
        for path, name in staged.items():
            content = changed[path]
            if content is not None:
                write_whole(self.folder / name, content)
        places = {p.as_posix(): None if changed[p] is None else n for p, n in staged.items()}
        write_whole(self.folder / _LIST, json.dumps(places).encode())
        self.finish(catalogue)
        return sorted(changed)

    def finish(self, catalogue: Path) -> None:
        """Put staged files in their places, where a commit was begun and not ended; then forget."""
        try:
            places = json.loads((self.folder / _LIST).read_bytes())
        except (FileNotFoundError, json.JSONDecodeError):
            return  # no commit was begun: what was read waits for its run
        for name, staged in places.items():
            if staged is None:
                (catalogue / name).unlink(missing_ok=True)
            elif (self.folder / staged).exists():  # else it is there already
                _move(self.folder / staged, catalogue / name)
        self.clear()

    def clear(self) -> None:
        """Forget all: the snapshot holds it now. The list goes first; it stands for the rest."""
        (self.folder / _LIST).unlink(missing_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def only_harvest(catalogue: Path) -> Iterator[Path]:
    """Hold the catalogue for one harvest; give the folder for the sources' journals.

    The hold ends with the process, however that ends. What a killed run had begun to put into the
    snapshot is put there first.

    Raises:
        AlreadyRunningError: another process holds it.
    """
    folder = catalogue / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunningError(
                "another harvest of this catalogue is running; wait for it, or end it"
            ) from None
        for begun in sorted(folder.glob(f"*/{_LIST}")):
            Journal(begun.parent).finish(catalogue)
        yield folder


def content_of(path: Path) -> bytes | None:
    """Return what a file holds; None where there is none."""
    return path.read_bytes() if path.is_file() else None


def _move(staged: Path, target: Path) -> None:
    """Replace a file by a staged one; where they are on two file systems, by a copy of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.replace(staged, target)  # noqa: PTH105 - the one step that must be one
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        write_whole(target, staged.read_bytes())
