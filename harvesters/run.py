"""A harvest: list, compare, describe and read what changed, write. What fails keeps its facts."""

import errno
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from catalog.errors import KodkatalogError
from catalog.models.advisories import Advisories
from catalog.models.curated import CuratedData, Source
from catalog.models.evidence import Found
from catalog.models.run import AdvisoriesRun, RepositoryFailure, RunReport, SourceRun
from catalog.models.usage import Usage
from catalog.store.snapshot import (
    read_report,
    read_snapshot,
    write_advisories,
    write_report,
    write_usage,
)
from harvesters import reports
from harvesters.advisories import AdvisoriesError, Osv, asked
from harvesters.command import Git, contained_git
from harvesters.forges.account import STAND_IN, TokenError
from harvesters.forges.listing import ListingError, RateLimitedError
from harvesters.journal import Journal, only_harvest
from harvesters.known import Known
from harvesters.names import names_for
from harvesters.settings import Settings, Watcher
from harvesters.source_run import Listing, SourceHarvest, Written
from harvesters.usage import Domains, Told, domains_of

__all__ = ["Harvest", "Outcome", "Watcher"]

_FULL = {errno.ENOSPC, errno.EDQUOT}


class FullDiskError(KodkatalogError):
    """Not even the report could be written."""


@dataclass
class Outcome:
    """What a harvest did with the repositories of all its sources."""

    read: int = 0
    unchanged: int = 0
    written: int = 0
    asked_to_wait: set[str] = field(default_factory=set)  # failed sources that may come later
    failures: list[RepositoryFailure] = field(default_factory=list)
    failed_sources: dict[str, str] = field(default_factory=dict)
    warnings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    advisories: str | None = None  # why nothing new is known of them; no reason to fail
    usage: tuple[str, ...] = ()  # why some domains told nothing; no reason to fail either

    @property
    def exit_code(self) -> Literal[0, 1, 3]:
        """Return 0 for all, 3 where some failed and the rest is written, 1 for nothing done."""
        if not (self.failures or self.failed_sources):
            return 3 if self.warnings else 0
        stopped = self.failed_sources.keys() == self.asked_to_wait and not self.failures
        return 3 if self.read or self.unchanged or stopped else 1

    def add(self, written: Written) -> None:
        """Add what became of a source's repositories."""
        self.read += written.read
        self.unchanged += written.unchanged
        self.written += written.files
        self.failures += written.run.failures
        if written.run.warnings:
            self.warnings[written.source] = written.run.warnings


@dataclass(frozen=True)
class Harvest(Settings):
    """One harvest of one catalogue on one day."""

    def run(self, curated: CuratedData, only: Iterable[str] = ()) -> Outcome:
        """Harvest the sources (those named by ``only``, or all) and write what was read.

        Raises:
            AlreadyRunningError: another harvest of this catalogue has not ended.
            FullDiskError: not even the report could be written.
        """
        outcome = Outcome()
        plain_http = bool(self.environment.get(STAND_IN))
        with only_harvest(self.catalogue) as journals, contained_git(plain_http=plain_http) as git:
            snapshot = read_snapshot(self.catalogue)
            known = Known(snapshot.facts)
            sources = {s.id: s for s in curated.sources}
            runs = {k: r for k, r in snapshot.report.sources.items() if k in sources}
            for source in _chosen(curated, only):
                names = names_for(curated, source)
                one = SourceHarvest(self, source, sources, known, runs.get(source.id), names)
                self._source(one, git, Journal(journals / source.id), runs, outcome)
            if self.advisories:
                self._ask_for_advisories(known, snapshot.advisories, outcome)
            if self.usage:
                self._ask_for_usage(curated, only, snapshot.usage, outcome)
        return outcome

    def _ask_for_advisories(
        self, known: Known, before: Advisories | None, outcome: Outcome
    ) -> None:
        """Ask for all that is locked; where that fails, what was known stays, and its day too."""
        if before is None and not any(isinstance(f.locked, Found) for f in known.facts.values()):
            return
        report = read_report(self.catalogue)
        last = report.advisories.succeeded if report.advisories else None
        osv = Osv(self.environment, self.patience())
        try:
            now = asked(osv, known.facts.values(), before)
            if now != before:
                write_advisories(self.catalogue, now)
            run = AdvisoriesRun(tried=self.today, succeeded=self.today)
        except (AdvisoriesError, OSError) as error:
            outcome.advisories = _disk(error) if isinstance(error, OSError) else str(error)
            run = AdvisoriesRun(tried=self.today, succeeded=last, failure=outcome.advisories)
        _write(self.catalogue, report.model_copy(update={"advisories": run}))

    def _ask_for_usage(
        self, curated: CuratedData, only: Iterable[str], before: Usage | None, outcome: Outcome
    ) -> None:
        """Ask the domains of the bodies whose sources are harvested; of all, where all are."""
        those = {source.body for source in _chosen(curated, only)} if set(only) else None
        bodies = [b for b in curated.bodies if those is None or b.id in those]
        every, chosen = domains_of(curated.bodies), domains_of(bodies)
        report = read_report(self.catalogue)
        told = Told(before.files if before else {}, report.usage or {}).only(every)
        if not chosen and before is None:
            return
        now = told.asked_again(Domains(self.environment, self.today), chosen)
        failures = [run.failure for name in chosen if (run := now.runs[name]).failure]
        try:
            if before is None or before.files != now.files:
                write_usage(self.catalogue, Usage(files=dict(now.files)))
        except OSError as error:
            outcome.usage = (_disk(error),)
            return
        outcome.usage = tuple(filter(None, failures))
        _write(self.catalogue, report.model_copy(update={"usage": dict(now.runs)}))

    def plans(
        self, curated: CuratedData, only: Iterable[str] = ()
    ) -> Iterable[tuple[Source, Listing | str]]:
        """Decide what a harvest would ask and why, without doing it: listings are all it asks.

        A source that cannot be listed gives its reason instead.
        """
        snapshot = read_snapshot(self.catalogue)
        known = Known(snapshot.facts)
        sources = {s.id: s for s in curated.sources}
        for source in _chosen(curated, only):
            before = snapshot.report.sources.get(source.id)
            try:
                names = names_for(curated, source)
                one = SourceHarvest(self, source, sources, known, before, names)
                yield source, one.listing()
            except (ListingError, TokenError) as error:
                yield source, str(error)

    def _source(
        self,
        one: SourceHarvest,
        git: Git,
        journal: Journal,
        runs: dict[str, SourceRun],
        outcome: Outcome,
    ) -> None:
        name = one.source.id

        def report(run: SourceRun) -> RunReport:
            runs[name] = run
            others = read_report(self.catalogue)
            return others.model_copy(update={"sources": dict(sorted(runs.items()))})

        self.watcher.lists(one.source)
        try:
            outcome.add(one.harvest(git, journal, report))
        except (ListingError, TokenError, OSError) as error:
            reason = _disk(error) if isinstance(error, OSError) else str(error)
            outcome.failed_sources[name] = reason
            outcome.asked_to_wait |= {name} if isinstance(error, RateLimitedError) else set()
            _write(self.catalogue, report(reports.not_listed(one.before, self.today, reason)))


def _chosen(curated: CuratedData, only: Iterable[str]) -> list[Source]:
    names = set(only)
    return [s for s in curated.sources if not names or s.id in names]


def _write(catalogue: Path, report: RunReport) -> None:
    try:
        write_report(catalogue, report)
    except OSError as error:
        raise FullDiskError(f"{_disk(error)}; everything is as it was before") from None


def _disk(error: OSError) -> str:
    """Word why a file could not be written."""
    if error.errno in _FULL:
        return "the disk of the machine that harvests is full"
    return f"the machine that harvests could not write: {error.strerror or 'no reason given'}"
