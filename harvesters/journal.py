"""What a harvest has read and not yet written: a killed run resumes here, and only one runs."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from catalog.errors import KodkatalogError
from catalog.models.facts import RepositoryFacts
from catalog.store.snapshot import encode, file_of

_FOLDER = Path(".cache", "harvest")


class AlreadyRunningError(KodkatalogError):
    """Another harvest of the same catalogue has not ended."""


@dataclass(frozen=True)
class Journal:
    """The facts that one source's harvest has read so far, a file each."""

    folder: Path

    def record(self, facts: RepositoryFacts) -> None:
        """Keep the facts of one repository; whole or not at all."""
        path = self.folder / file_of(facts.url)
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        partial.write_bytes(encode(facts))
        partial.replace(path)

    def recorded(self) -> dict[str, RepositoryFacts]:
        """Return what an earlier run read before its end; a damaged file is as good as none."""
        found: dict[str, RepositoryFacts] = {}
        for path in sorted(self.folder.rglob("*.json")):
            try:
                facts = RepositoryFacts.model_validate_json(path.read_bytes())
            except ValidationError:
                continue
            found[facts.url] = facts
        return found

    def clear(self) -> None:
        """Forget all: the snapshot holds it now."""
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def only_harvest(catalogue: Path) -> Iterator[Path]:
    """Hold the catalogue for one harvest; give the folder for the sources' journals.

    The hold ends with the process, however that ends.

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
        yield folder
