"""A harvest: list, compare, read what changed, write. What fails keeps its last facts."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from catalog.errors import GitError
from catalog.models.curated import CuratedData, Source
from catalog.models.facts import RepositoryFacts
from catalog.models.run import RepositoryFailure, RunReport, SourceRun
from catalog.store.snapshot import Snapshot, read_snapshot, write_facts, write_report
from harvesters.command import Git, contained_git
from harvesters.failures import reason_of
from harvesters.git import probe, read_repository
from harvesters.sources import Listed, ListingError, list_repositories

JOBS = 8  # repositories at a time

Step: TypeAlias = Literal["read", "unchanged", "failed"]


@dataclass
class Outcome:
    """What a harvest did with the repositories of all its sources."""

    read: int = 0
    unchanged: int = 0
    written: int = 0
    failures: list[RepositoryFailure] = field(default_factory=list)
    failed_sources: dict[str, str] = field(default_factory=dict)

    @property
    def exit_code(self) -> Literal[0, 1, 3]:
        """Return 0 for all, 3 where some failed and the rest is written, 1 for nothing done."""
        if not self.failures and not self.failed_sources:
            return 0
        return 3 if self.read or self.unchanged else 1


@dataclass(frozen=True)
class Watcher:
    """Whoever wants to see it happen: called with each source, and with each repository."""

    begins: Callable[[Source, int], None] = lambda _source, _count: None
    done: Callable[[str, Step], None] = lambda _url, _step: None


@dataclass(frozen=True)
class Harvest:
    """One harvest of one catalogue on one day."""

    catalogue: Path
    today: date
    jobs: int = JOBS
    full: bool = False  # read everything again, changed or not
    watcher: Watcher = field(default_factory=Watcher)

    def run(self, curated: CuratedData, only: Iterable[str] = ()) -> Outcome:
        """Harvest the sources (those named by ``only``, or all) and write what was read."""
        snapshot, outcome = read_snapshot(self.catalogue), Outcome()
        chosen = set(only) or {s.id for s in curated.sources}
        runs = dict(snapshot.report.sources)
        with contained_git() as git:
            for source in (s for s in curated.sources if s.id in chosen):
                runs[source.id] = self._source(git, source, snapshot, outcome)
        known = {s.id for s in curated.sources}
        write_report(
            self.catalogue, RunReport(sources={k: runs[k] for k in sorted(known & set(runs))})
        )
        return outcome

    def _source(self, git: Git, source: Source, snapshot: Snapshot, outcome: Outcome) -> SourceRun:
        before = snapshot.report.sources.get(source.id)
        try:
            listed = list_repositories(source, self.catalogue)
        except ListingError as error:
            outcome.failed_sources[source.id] = str(error)
            return _not_listed(before, self.today, str(error))
        self.watcher.begins(source, len(listed))
        results = self._read_all(git, source, listed, snapshot)
        outcome.written += write_facts(self.catalogue, (r.facts for r in results if r.facts))
        failures = tuple(self._failure(r, before) for r in results if r.step == "failed")
        outcome.failures += failures
        outcome.read += sum(r.step == "read" for r in results)
        outcome.unchanged += sum(r.step == "unchanged" for r in results)
        any_answer = len(failures) < len(listed)
        succeeded = self.today if any_answer else before.succeeded if before else None
        return SourceRun(tried=self.today, succeeded=succeeded, repositories=len(listed),
                         failures=failures)  # fmt: skip

    def _read_all(
        self, git: Git, source: Source, listed: Sequence[Listed], snapshot: Snapshot
    ) -> list["_Result"]:
        with ThreadPoolExecutor(self.jobs) as pool:
            futures = [pool.submit(self._one, git, source, x, snapshot.facts.get(x.url))
                       for x in listed]  # fmt: skip
            for future in as_completed(futures):
                self.watcher.done(future.result().url, future.result().step)
        return [future.result() for future in futures]

    def _one(
        self, git: Git, source: Source, listed: Listed, before: RepositoryFacts | None
    ) -> "_Result":
        try:
            found = probe(git, listed.location)
            if before and before.probe == found.fingerprint and not self.full:
                fresh = before.model_copy(update={"stale_since": None, "source": source.id})
                return _Result(listed.url, "unchanged", fresh)
            facts = read_repository(git, listed.location, source.id, found)
            return _Result(listed.url, "read", facts.model_copy(update={"url": listed.url}))
        except GitError as error:
            stale = before and before.model_copy(
                update={"stale_since": before.stale_since or self.today}
            )
            return _Result(listed.url, "failed", stale, reason_of(error))

    def _failure(self, result: "_Result", before: SourceRun | None) -> RepositoryFailure:
        earlier = (f.since for f in (before.failures if before else ()) if f.url == result.url)
        since = next(earlier, self.today)
        return RepositoryFailure(url=result.url, reason=result.reason, since=since)


@dataclass(frozen=True)
class _Result:
    url: str
    step: Step
    facts: RepositoryFacts | None
    reason: str = ""


def _not_listed(before: SourceRun | None, today: date, reason: str) -> SourceRun:
    return SourceRun(
        tried=today,
        succeeded=before.succeeded if before else None,
        repositories=before.repositories if before else 0,
        failures=before.failures if before else (),
        failure=reason,
    )
