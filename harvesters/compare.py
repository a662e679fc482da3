"""Reads the repositories of a source that may have changed, several at a time."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal, TypeAlias

from catalog.errors import GitError
from catalog.models.evidence import Found
from catalog.models.facts import RepositoryFacts
from harvesters.command import Git
from harvesters.failures import reason_of
from harvesters.forges.listing import Listed
from harvesters.git import NOBODY, probe, read_repository
from harvesters.journal import Journal
from harvesters.plan import LACKS_README, Planned, searched_for, stands_at
from harvesters.reading.generality import Names

SMALL = 4096  # KiB on the forge
FEW, MANY = 500, 5000  # files
DOCUMENT = 16 * 1024  # bytes
OF_SMALL = 1024 * 1024  # bytes; in a small repository nearly all are within

Step: TypeAlias = Literal["read", "unchanged", "failed"]


@dataclass(frozen=True)
class Result:
    """What became of one repository; ``facts`` is None where it has never been read."""

    planned: Planned
    step: Step
    facts: RepositoryFacts | None
    reason: str = ""

    @property
    def url(self) -> str:
        """The address it is listed under."""
        return self.planned.listed.url


@dataclass(frozen=True)
class Comparison:
    """One source's repositories against what is known of them."""

    git: Git
    source: str
    journal: Journal
    today: date
    full: bool
    names: Names = NOBODY
    readmes: bool = False  # whether they are kept whole

    def results(
        self, plan: Sequence[Planned], jobs: int, done: Callable[[str, Step], None]
    ) -> list[Result]:
        """Work through the plan, ``jobs`` at a time; the results are in its order."""
        recorded = self.journal.recorded()
        with ThreadPoolExecutor(jobs) as pool:
            futures = [pool.submit(self._one, p, recorded.get(p.listed.url)) for p in plan]
            try:
                for future in as_completed(futures):
                    done(future.result().url, future.result().step)
            except BaseException:  # Ctrl-C and the like: end after those that have begun
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        return [future.result() for future in futures]

    def _one(self, planned: Planned, recorded: RepositoryFacts | None) -> Result:
        listed, before = planned.listed, planned.before
        if before and not planned.read:
            return Result(planned, "unchanged", self._confirmed(before))
        if recorded and not self._is_whole(recorded):
            recorded = None
        if recorded and listed.standing and stands_at(recorded, listed.standing):
            return Result(planned, "unchanged", self._confirmed(recorded))
        try:
            told = listed.standing or (listed.branch and not before and not recorded)
            found = None if told else probe(self.git, listed.location)
            unlike = before and not searched_for(before, self.names)
            again = self.full or unlike or planned.read == LACKS_README
            for facts in (recorded, None if again else before):
                if found and facts and facts.probe == found.fingerprint:
                    return Result(planned, "unchanged", self._confirmed(facts))
            keep = partial(self.journal.record_readme, listed.url) if self.readmes else None
            facts = read_repository(
                self.git, listed, self.source, found,
                along=along(listed, before), names=self.names, keep=keep,
            )  # fmt: skip
        except GitError as error:
            return Result(planned, "failed", self._stale(before), reason_of(error))
        self.journal.record(facts)
        return Result(planned, "read", facts)

    def _is_whole(self, recorded: RepositoryFacts) -> bool:
        """Tell whether an earlier run read all that this one is to read."""
        readme = not self.readmes or self.journal.readme(recorded.url) is not None
        return readme and searched_for(recorded, self.names)

    def _confirmed(self, facts: RepositoryFacts) -> RepositoryFacts:
        return facts.model_copy(update={"stale_since": None, "source": self.source})

    def _stale(self, before: RepositoryFacts | None) -> RepositoryFacts | None:
        """Keep the last facts, dated by the first harvest that could not confirm them."""
        since = before and (before.stale_since or self.today)
        return before and before.model_copy(update={"stale_since": since})


def along(listed: Listed, before: RepositoryFacts | None) -> int:
    """Return up to how many bytes a blob is fetched along with the trees.

    That spares a question where the blobs to read are among them. All of them of a repository that
    is small, by its size on the forge with all history or by the files counted last time; of others
    what most documents and manifests are within; none of one with very many files.
    """
    tree = before.tree if before else None
    files = tree.found.files if isinstance(tree, Found) else None
    if files is not None and files > MANY:
        return 0
    small = listed.kilobytes <= SMALL if listed.kilobytes is not None else (files or MANY) <= FEW
    return OF_SMALL if small else DOCUMENT
