"""A harvest: list, compare, read what changed, write. What fails keeps its last facts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from catalog.models.curated import CuratedData, Source
from catalog.models.run import RepositoryFailure, RunReport, SourceRun
from catalog.store.snapshot import Snapshot, read_snapshot, write_facts, write_report
from harvesters.command import Git, contained_git
from harvesters.compare import Comparison, Result, Step
from harvesters.journal import Journal, only_harvest
from harvesters.sources import ListingError, list_repositories

JOBS = 8  # repositories at a time


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

    def count(self, results: Iterable[Result]) -> None:
        """Add what became of a source's repositories."""
        steps = [result.step for result in results]
        self.read += steps.count("read")
        self.unchanged += steps.count("unchanged")


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
        """Harvest the sources (those named by ``only``, or all) and write what was read.

        Raises:
            AlreadyRunningError: another harvest of this catalogue has not ended.
        """
        outcome, chosen = Outcome(), set(only) or {s.id for s in curated.sources}
        with only_harvest(self.catalogue) as journals, contained_git() as git:
            snapshot = read_snapshot(self.catalogue)
            known = {s.id for s in curated.sources}
            runs = {k: r for k, r in snapshot.report.sources.items() if k in known}
            for source in (s for s in curated.sources if s.id in chosen):
                journal = Journal(journals / source.id)
                runs[source.id] = self._source(git, source, snapshot, journal, outcome)
                write_report(self.catalogue, RunReport(sources=dict(sorted(runs.items()))))
        return outcome

    def _source(
        self, git: Git, source: Source, snapshot: Snapshot, journal: Journal, outcome: Outcome
    ) -> SourceRun:
        before = snapshot.report.sources.get(source.id)
        try:
            listed = list_repositories(source, self.catalogue)
        except ListingError as error:
            outcome.failed_sources[source.id] = str(error)
            return _not_listed(before, self.today, str(error))
        self.watcher.begins(source, len(listed))
        comparison = Comparison(git, source.id, journal, snapshot.facts, self.today, self.full)
        results = comparison.results(listed, self.jobs, self.watcher.done)
        kept = [*results, *comparison.vanished(listed)]
        outcome.written += write_facts(self.catalogue, (r.facts for r in kept if r.facts))
        journal.clear()
        if source.folder:  # an address that a person took off a list is no failure
            results = kept
        outcome.count(results)
        run = _listed(before, self.today, results)
        outcome.failures += run.failures
        return run


def _listed(before: SourceRun | None, today: date, results: list[Result]) -> SourceRun:
    since = {f.url: f.since for f in (before.failures if before else ())}
    failures = tuple(
        RepositoryFailure(url=r.url, reason=r.reason, since=since.get(r.url, today))
        for r in results
        if r.step == "failed"
    )
    answered = len(failures) < len(results)
    last = before.succeeded if before else None
    return SourceRun(
        tried=today,
        succeeded=today if answered else last,
        repositories=len(results),
        failures=failures,
    )


def _not_listed(before: SourceRun | None, today: date, reason: str) -> SourceRun:
    return SourceRun(
        tried=today,
        succeeded=before.succeeded if before else None,
        repositories=before.repositories if before else 0,
        failures=before.failures if before else (),
        failure=reason,
    )
