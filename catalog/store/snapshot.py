"""``data/snapshot/``: a file a repository, some READMEs, advisories, usage, the run's report."""

import json
import os
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError

from catalog.models.advisories import Advisories
from catalog.models.facts import RepositoryFacts, Tombstone
from catalog.models.problem import Problem
from catalog.models.run import RunReport
from catalog.models.usage import Usage

REPORT = "run.json"
ADVISORIES = "advisories.json"
USAGE = "usage.json"
README_CUT = "<!-- cut here: the README is longer -->\n"  # what one that was too long ends with
_TOMBSTONE = b'"gone_since":'  # a key; a quotation mark in somebody's text is escaped


@dataclass
class Snapshot:
    """All facts and tombstones by repository address, and the files that could not be read."""

    facts: dict[str, RepositoryFacts] = field(default_factory=dict)
    gone: dict[str, Tombstone] = field(default_factory=dict)
    report: RunReport = field(default_factory=RunReport)
    advisories: Advisories | None = None  # None: nobody has asked for any
    usage: Usage | None = None  # None: no body has been asked
    problems: list[Problem] = field(default_factory=list)
    # Fingerprints of files by the ``id`` of the facts that came of them, which must live as long.
    files: dict[int, str] = field(default_factory=dict)


def snapshot_folder(catalogue: Path) -> Path:
    """Return where the catalogue keeps its facts."""
    return catalogue / "data" / "snapshot"


def file_of(url: str) -> Path:
    """Return the file of a repository below the snapshot: ``host/owner/name.json``.

    Groups nest as they do on the forge. Characters that a file system may refuse become ``_``.
    """
    parts = urlsplit(url)
    steps = [s for s in f"{parts.netloc}{parts.path}".split("/") if s]
    safe = ["".join(c if c.isalnum() or c in "-_.~" else "_" for c in s) for s in steps]
    safe = ["_" * len(s) if set(s) == {"."} else s for s in safe]
    return Path(*safe[:-1]) / f"{safe[-1]}.json"


def readme_of(url: str) -> Path:
    """Return the file of a README below the snapshot: ``host/owner/name.README.md``."""
    return beside(file_of(url))


def beside(facts: Path) -> Path:
    """Return the file of the README that belongs to a file of facts."""
    return facts.with_name(f"{facts.name.removesuffix('.json')}.README.md")


def read_readme(catalogue: Path, url: str) -> str | None:
    """Read the README that is kept of a repository; None where none is, or it is no text."""
    try:
        return (snapshot_folder(catalogue) / readme_of(url)).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def read_snapshot(catalogue: Path) -> Snapshot:
    """Read every file; one that is corrupt is named as a problem and left out."""
    snapshot = Snapshot()
    folder = snapshot_folder(catalogue)
    for path in sorted(folder.rglob("*.json")):
        name = path.relative_to(catalogue).as_posix()
        try:
            content = path.read_bytes()
            if path == folder / REPORT:
                snapshot.report = RunReport.model_validate_json(content)
            elif path == folder / ADVISORIES:
                snapshot.advisories = Advisories.model_validate_json(content)
            elif path == folder / USAGE:
                snapshot.usage = Usage.model_validate_json(content)
            elif _TOMBSTONE in content:
                tombstone = Tombstone.model_validate_json(content)
                snapshot.gone[tombstone.url] = tombstone
            else:
                facts = RepositoryFacts.model_validate_json(content)
                snapshot.facts[facts.url] = facts
                snapshot.files[id(facts)] = blake2b(content, digest_size=16).hexdigest()
        except (ValidationError, OSError) as error:
            snapshot.problems.append(_corrupt(name, error))
    return snapshot


def _corrupt(name: str, error: ValidationError | OSError) -> Problem:
    if isinstance(error, OSError):
        reason = error.strerror or "it cannot be opened"
    else:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        reason = f"{place}: {first['msg']}" if place else first["msg"]
    return Problem(
        file=name,
        line=None,
        column=None,
        message=f"the snapshot file is corrupt ({reason})",
        hint="delete it and harvest again",
        severity="warning",
    )


def read_report(catalogue: Path) -> RunReport:
    """Read the run's report alone; one that is not there, or is corrupt, is empty."""
    try:
        return RunReport.model_validate_json((snapshot_folder(catalogue) / REPORT).read_bytes())
    except (ValidationError, OSError):
        return RunReport()


def write_report(catalogue: Path, report: RunReport) -> None:
    """Write the run's report, whole or not at all."""
    write_whole(snapshot_folder(catalogue) / REPORT, encode(report))


def write_advisories(catalogue: Path, advisories: Advisories) -> None:
    """Write what is known of advisories, whole or not at all."""
    write_whole(snapshot_folder(catalogue) / ADVISORIES, encode(advisories))


def write_usage(catalogue: Path, usage: Usage) -> None:
    """Write what bodies say that they use, whole or not at all."""
    write_whole(snapshot_folder(catalogue) / USAGE, encode(usage))


def encode(model: BaseModel) -> bytes:
    """Return the bytes of a snapshot file: fields in the models' order, unknowns left out."""
    plain = model.model_dump(mode="json", exclude_none=True)
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or as it was, whatever happens meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    try:
        with partial.open("wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
