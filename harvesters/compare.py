"""Compares each repository of a source with what is known of it, and reads those that changed."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from catalog.errors import GitError
from catalog.models.facts import RepositoryFacts
from harvesters.command import Git
from harvesters.failures import reason_of
from harvesters.git import probe, read_repository
from harvesters.journal import Journal
from harvesters.sources import Listed

Step: TypeAlias = Literal["read", "unchanged", "failed"]


@dataclass(frozen=True)
class Result:
    """What became of one repository; ``facts`` is None where it has never been read."""

    url: str
    step: Step
    facts: RepositoryFacts | None
    reason: str = ""


@dataclass(frozen=True)
class Comparison:
    """One source's repositories against ``known`` facts, by address."""

    git: Git
    source: str
    journal: Journal
    known: Mapping[str, RepositoryFacts]
    today: date
    full: bool

    def results(
        self, listed: Sequence[Listed], jobs: int, done: Callable[[str, Step], None]
    ) -> list[Result]:
        """Work through the list, ``jobs`` at a time; the results are in its order."""
        recorded = self.journal.recorded()
        with ThreadPoolExecutor(jobs) as pool:
            futures = [pool.submit(self._one, x, recorded.get(x.url)) for x in listed]
            try:
                for future in as_completed(futures):
                    done(future.result().url, future.result().step)
            except BaseException:  # Ctrl-C and the like: end after those that have begun
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        return [future.result() for future in futures]

    def vanished(self, listed: Sequence[Listed]) -> list[Result]:
        """Return what is known of the source and is not in its list any more, kept and dated."""
        urls = {x.url for x in listed}
        gone = [f for u, f in self.known.items() if f.source == self.source and u not in urls]
        return [
            Result(f.url, "failed", self._stale(f), "the source lists it no more") for f in gone
        ]

    def _one(self, listed: Listed, recorded: RepositoryFacts | None) -> Result:
        before = self.known.get(listed.url)
        try:
            found = probe(self.git, listed.location)
            for facts in (recorded, None if self.full else before):
                if facts and facts.probe == found.fingerprint:
                    return Result(listed.url, "unchanged", self._confirmed(facts))
            facts = read_repository(self.git, listed, self.source, found)
        except GitError as error:
            return Result(listed.url, "failed", self._stale(before), reason_of(error))
        self.journal.record(facts)
        return Result(listed.url, "read", facts)

    def _confirmed(self, facts: RepositoryFacts) -> RepositoryFacts:
        return facts.model_copy(update={"stale_since": None, "source": self.source})

    def _stale(self, before: RepositoryFacts | None) -> RepositoryFacts | None:
        """Keep the last facts, dated by the first harvest that could not confirm them."""
        since = before and (before.stale_since or self.today)
        return before and before.model_copy(update={"stale_since": since})
