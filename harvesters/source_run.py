"""One source's part of a harvest: list, decide, describe, read, and write all of it or nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from catalog.models.address import key_of
from catalog.models.curated import Source
from catalog.models.facts import RepositoryFacts, Tombstone
from catalog.models.forge import ForgeFacts
from catalog.models.run import RunReport, SourceRun
from catalog.store.snapshot import REPORT, beside, encode, file_of, readme_of, snapshot_folder
from harvesters import reports
from harvesters.command import Git
from harvesters.compare import Comparison, Result
from harvesters.forges.listing import Forge, Listed, Missing, NoSuchAccountError
from harvesters.git import NOBODY, unread
from harvesters.journal import Journal, content_of
from harvesters.known import Known, id_of
from harvesters.plan import Planned, lacking, planned
from harvesters.reading.generality import Names
from harvesters.settings import Settings
from harvesters.sources import opened, selected
from harvesters.told import told
from harvesters.vanished import Vanished, missing_from, moved, refuse_shrink, vanished


class Listing(NamedTuple):
    """A source's listing with what is to be done about it."""

    forge: Forge
    plan: list[Planned]
    missing: list[RepositoryFacts]
    not_found: list[str]  # addresses that the source names and the forge does not have


class Written(NamedTuple):
    """What a source's harvest did."""

    source: str
    run: SourceRun
    read: int
    unchanged: int
    files: int


@dataclass(frozen=True)
class SourceHarvest:
    """One source among the others of its catalogue."""

    settings: Settings
    source: Source
    others: Mapping[str, Source]
    known: Known
    before: SourceRun | None
    names: Names = NOBODY

    def listing(self) -> Listing:
        """Ask the source what it has, and decide what to do about each repository.

        Raises:
            ListingError: it could not be listed completely, or lacks too much to be believed.
            TokenError: a secret that it names is not there.
        """
        settings = self.settings
        forge = opened(
            self.source, settings.catalogue, settings.environment, settings.today,
            settings.patience(),
        )  # fmt: skip
        listed = self._listed(forge)
        missing = missing_from(listed, self.known, self.source.id)
        if self.source.forge != "git" and not settings.accept_shrink:
            refuse_shrink(self._named(missing), self.known, self.source.id)
        plan = planned(
            selected(self.source, listed), self.known, settings.today, full=settings.full,
            stamps=self.before.stamps if self.before else None, names=self.names,
            lacking=lacking(settings.catalogue, self.known.facts) if self._whole else (),
        )  # fmt: skip
        ours = [p for p in plan if self._ours(p.before)]
        return Listing(forge, ours, missing, self._not_found(listed))

    def harvest(
        self, git: Git, journal: Journal, report: Callable[[SourceRun], RunReport]
    ) -> Written:
        """Harvest the source and replace its part of the snapshot.

        Raises:
            ListingError, TokenError: as :meth:`listing`; nothing has changed then.
            OSError: the disk could not be written; nothing has changed then.
        """
        listing = self.listing()
        self.settings.watcher.begins(self.source, len(listing.plan))
        described = self._described(listing, journal)
        comparison = Comparison(
            git, self.source.id, journal, self.settings.today, self.settings.full, self.names,
            self._whole,
        )  # fmt: skip
        results = comparison.results(listing.plan, self.settings.jobs, self.settings.watcher.done)
        lost = self._lost(listing)
        left = [t for r in results if (t := self._left(r))]
        now = (f for r in results if (f := self._facts(r, described)))
        facts = [*lost.kept, *now]  # who lives at an address now comes after who did
        run = self._run(listing, results, described, lost)
        files = self._files(facts, [*left, *lost.gone])
        files |= self._readmes(results, lost.kept, files, journal)
        written = journal.commit(
            self.settings.catalogue, files | {_path_of_report(): encode(report(run))}
        )
        self.known.replace(facts, {t.url for t in (*left, *lost.gone)})
        steps = [result.step for result in results]
        return Written(
            self.source.id, run, steps.count("read"), steps.count("unchanged"),
            len([path for path in written if path != _path_of_report()]),
        )  # fmt: skip

    @property
    def _whole(self) -> bool:
        """Whether READMEs are kept whole."""
        return self.source.readme == "full"

    # Deciding

    def _listed(self, forge: Forge) -> list[Listed]:
        """List; where the account is not there, say where its repositories have gone."""
        try:
            return forge.repositories()
        except NoSuchAccountError as error:
            few = [Missing(f.url, id_of(f)) for f in self.known.of_source(self.source.id)][:3]
            places = {f.to.rpartition("/")[0] for f in forge.whereabouts(few).values() if f.to}
            if len(places) != 1:
                raise
            raise NoSuchAccountError(
                f"{error}; its repositories are now at {places.pop()}: correct the source's org"
            ) from None

    def _ours(self, before: RepositoryFacts | None) -> bool:
        """Tell whether no other source answers for a repository already."""
        if before is None or before.source == self.source.id or before.missing_since:
            return True
        other = self.others.get(before.source)
        if other is None:
            return True
        if not other.is_list:
            return False
        addresses = {key_of(url) for url in (before.url, *(before.formerly or ()))}
        return not addresses & {key_of(url) for url in other.urls}

    def _named(self, missing: Sequence[RepositoryFacts]) -> list[RepositoryFacts]:
        """Return the missing ones that people have not taken off the source's list themselves."""
        if not self.source.is_list:
            return list(missing)
        named = {key_of(url) for url in self.source.urls}
        return [f for f in missing if {key_of(u) for u in (f.url, *(f.formerly or ()))} & named]

    def _not_found(self, listed: Sequence[Listed]) -> list[str]:
        if self.source.forge == "git":
            return []
        there = {key_of(x.url) for x in listed} | {key_of(x.declared) for x in listed}
        return [url for url in self.source.urls if key_of(url) not in there]

    # Doing

    def _described(self, listing: Listing, journal: Journal) -> dict[str, ForgeFacts]:
        """Ask the forge further, except for what it told a run of today that did not end."""
        today = self.settings.today
        recorded = journal.described(today)
        chosen = [p.listed for p in listing.plan if p.describe and p.listed.id not in recorded]
        for listed, facts in listing.forge.describe(chosen):
            journal.record_described(listed.url, facts, today)
            recorded[facts.id] = facts
        return recorded

    def _facts(self, result: Result, described: Mapping[str, ForgeFacts]) -> RepositoryFacts | None:
        """Complete what was read with what the forge told and with the addresses it had."""
        listed, before = result.planned.listed, result.planned.before
        facts = result.facts
        if facts is None:
            if listed.id is None:
                return None
            facts = unread(listed.url, self.source.id)
        formerly = dict.fromkeys((*(before.formerly or ()), before.url)) if before else {}
        others = tuple(url for url in formerly if key_of(url) != key_of(listed.url))
        return facts.model_copy(
            update={
                "url": listed.url,
                "formerly": others or None,
                "missing_since": None,
                "forge": told(listed, before, described.get(listed.id or ""), self.settings.today),
            }
        )

    def _left(self, result: Result) -> Tombstone | None:
        """Return the tombstone of the address that a repository has left."""
        before, listed = result.planned.before, result.planned.listed
        return moved(before, listed.url, self.settings.today) if before else None

    def _lost(self, listing: Listing) -> Vanished:
        """Decide about what the listing lacks; where some is withheld, it may be among that."""
        today = self.settings.today
        if listing.forge.asked.withheld:
            return Vanished()
        if self.source.forge == "git":
            return Vanished([stale(f, today) for f in listing.missing])
        named = {f.url for f in self._named(listing.missing)}
        lost = vanished([f for f in listing.missing if f.url in named], listing.forge, today)
        lost.kept += [stale(f, today) for f in listing.missing if f.url not in named]
        return lost

    def _files(
        self, facts: Sequence[RepositoryFacts], gone: Sequence[Tombstone]
    ) -> dict[Path, bytes | None]:
        """Return the files to write, in the order in which nobody is ever without one.

        What lives goes before the tombstones of what has left, and takes an address from them.
        """
        files: dict[Path, bytes | None] = {_path_of(f.url): encode(f) for f in facts}
        for tombstone in gone:
            files.setdefault(_path_of(tombstone.url), encode(tombstone))
        for path in self._respelt(facts):
            files.setdefault(path, None)
        return files

    def _readmes(
        self,
        results: Sequence[Result],
        kept: Sequence[RepositoryFacts],
        files: Iterable[Path],
        journal: Journal,
    ) -> dict[Path, bytes | None]:
        """Return the READMEs beside the files: what was read, or what is there, moved along.

        All others go: where the source keeps none, and where an address has been left.
        """
        folder = self.settings.catalogue / snapshot_folder(Path())
        readmes: dict[Path, bytes | None] = {beside(path): None for path in files}
        for url in (f.url for f in kept if self._whole):
            readmes[_readme_path(url)] = content_of(folder / readme_of(url))
        for result in (r for r in results if self._whole and r.facts):
            read, before = journal.readme(result.url), result.planned.before
            if read is None and before and result.step != "read":
                read = content_of(folder / readme_of(before.url))
            readmes[_readme_path(result.url)] = read or None
        return readmes

    def _respelt(self, facts: Sequence[RepositoryFacts]) -> Iterator[Path]:
        """Find the files of repositories that are now written in other letters: they move."""
        now = {key_of(f.url): f.url for f in facts}
        for url in self.known.facts:
            present = now.get(key_of(url), url)
            if present != url:
                yield _path_of(url)

    def _run(
        self,
        listing: Listing,
        results: Sequence[Result],
        described: Mapping[str, ForgeFacts],
        lost: Vanished,
    ) -> SourceRun:
        failures = {r.url: r.reason for r in results if r.step == "failed"}
        failures |= dict.fromkeys(listing.not_found, reports.NOT_FOUND)
        if self.source.folder:  # an address that a person took off a list is no failure
            failures |= {f.url: reports.NOT_LISTED for f in lost.kept}
        chosen = [p.listed for p in listing.plan if p.describe]
        warnings = reports.warnings(
            self.before, self.settings.today, listing.forge.asked,
            [described[one.id] for one in chosen if one.id and one.id in described],
        )  # fmt: skip
        total = len(results) + len(lost.kept if self.source.folder else ()) + len(listing.not_found)
        run = reports.listed(self.before, self.settings.today, total, failures, warnings)
        return run.model_copy(update={"stamps": _stamps(results) or None})


def stale(facts: RepositoryFacts, today: object) -> RepositoryFacts:
    """Date facts by the first harvest that could not confirm them."""
    return facts.model_copy(update={"stale_since": facts.stale_since or today})


def _stamps(results: Sequence[Result]) -> dict[str, str]:
    """Return the stamps of what is known as it stands."""
    stamped = (r.planned.listed for r in results if r.step != "failed")
    return {one.id: one.stamp for one in stamped if one.id and one.stamp}


def _readme_path(url: str) -> Path:
    return snapshot_folder(Path()) / readme_of(url)


def _path_of(url: str) -> Path:
    return snapshot_folder(Path()) / file_of(url)


def _path_of_report() -> Path:
    return snapshot_folder(Path()) / REPORT
