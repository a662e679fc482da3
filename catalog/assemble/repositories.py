"""All repositories by identity: which source has each, who claims it, where it is now."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from catalog.assemble.addresses import Addresses
from catalog.assemble.advisories import concern_of
from catalog.assemble.claims import Claim, ClaimWarning, by_pattern, warnings
from catalog.assemble.copies import originals, twins
from catalog.assemble.forks import descents
from catalog.assemble.owners import Owners
from catalog.models.address import key_of, matches
from catalog.models.curated import CuratedData, ProjectEntry, Role, Selection, Source
from catalog.models.descent import Descent
from catalog.models.facts import RepositoryFacts
from catalog.models.project import Copy, ProjectRepository
from catalog.models.run import RunReport
from catalog.store.snapshot import Snapshot


class Repositories:
    """Repositories that a source lists, that were harvested, or that a product claims.

    Found by identity: that of an address which something has left is the one it has now.
    """

    def __init__(self, curated: CuratedData, snapshot: Snapshot) -> None:
        """Find out what every address is."""
        self.curated = curated
        self.report = snapshot.report
        self.owners = Owners(curated)
        self.advisories = snapshot.advisories
        self.addresses = Addresses(snapshot.facts.values(), snapshot.gone.values())
        self.descents = self._descents()
        self.originals = originals(self.descents, self.addresses.live, self.addresses.now)
        self._named = {  # by the lists that people keep
            self.addresses.now(url): (url.removesuffix(".git"), source)
            for source in curated.sources
            for url in source.named
        }

    def _descents(self) -> dict[str, Descent]:
        """Tell what each was made from; one that already is a copy needs no twin."""
        live = self.addresses.live
        told = descents(live, self.addresses.now)
        ranks = {source.id: rank for rank, source in enumerate(self.curated.sources)}
        alone = {key: f for key, f in live.items() if key not in told or not told[key].is_copy}
        for key, twin in twins(alone, ranks).items():
            more = told[key].signs if key in told else ()
            others = tuple(sign for sign in more if sign.address != twin.origin)
            told[key] = twin.model_copy(update={"signs": (*twin.signs, *others)})
        return told

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The source of each: the one that names it, else the one that harvested it."""
        by_id = {s.id: s for s in self.curated.sources}
        harvested = {
            key: source
            for key, facts in self.addresses.live.items()
            if (source := by_id.get(facts.source)) and not source.is_list
        }
        return harvested | {key: source for key, (_, source) in self._named.items()}

    @cached_property
    def urls(self) -> dict[str, str]:
        """The address of each that a source has; what is gone is not there."""
        live, gone = self.addresses.live, self.addresses.gone
        named = {key: url for key, (url, _) in self._named.items() if key not in gone}
        return named | {key: live[key].url for key in self.sources if key in live}

    @cached_property
    def named(self) -> dict[str, str]:
        """The product that names each; the first at its present address, else at a former one.

        Who names a mirror whose original is here as well has named the original.
        """
        claimed = [(r.repo, e.id) for e in self.curated.projects for r in e.catalog.repos]
        claimed.sort(key=lambda claim: key_of(claim[0]) != self._identity(claim[0]))
        return {self._identity(url): owner for url, owner in reversed(claimed)}

    def _identity(self, url: str) -> str:
        key = self.addresses.now(url)
        descent, original = self.descents.get(key), self.originals.get(key)
        is_mirror = descent is not None and descent.kind == "mirror"
        return original if is_mirror and original in self.addresses.live else key

    @cached_property
    def patterned(self) -> dict[str, list[Claim]]:
        """The products whose patterns fit each that none names, the winner first.

        What its source leaves out and what is a copy is not brought back by a pattern.
        """
        if not any(entry.catalog.match for entry in self.curated.projects):
            return {}
        free = {
            key: (url, *self.addresses.trail(key))
            for key, url in self.urls.items()
            if key not in self.named and self.exclusion(key) is None and not self._is_copy(key)
        }
        return by_pattern(self.curated.projects, free)

    def warnings(self) -> tuple[ClaimWarning, ...]:
        """Tell patterns that contend for a repository, or fit none."""
        named = [self.urls.get(key, key) for key in self.named]
        return warnings(self.curated.projects, self.patterned, named, self.urls)

    @cached_property
    def claims(self) -> dict[str, str]:
        """The product of each that has one: by name, else by pattern."""
        return {key: claims[0].project for key, claims in self.patterned.items()} | self.named

    @cached_property
    def _folded_in(self) -> dict[str, list[tuple[str, str]]]:
        """What patterns fold into each product: identities and patterns, in order."""
        found: dict[str, list[tuple[str, str]]] = {}
        for key, (winner, *_) in sorted(self.patterned.items()):
            found.setdefault(winner.project, []).append((key, winner.pattern or ""))
        return found

    def of(self, entry: ProjectEntry) -> tuple[ProjectRepository, ...]:
        """Return the repositories of a product, each once, whatever addresses it names."""
        roles: dict[str, tuple[str, Role]] = {}
        for named in entry.catalog.repos:
            key = self._identity(named.repo)
            if self.named[key] == entry.id:
                live = self.addresses.live.get(key)
                original = key != self.addresses.now(named.repo)
                roles.setdefault(key, (live.url if original and live else named.repo, named.role))
        folded = self._folded_in.get(entry.id, ())
        return (
            *(self.repository(url, role) for url, role in roles.values()),
            *(self.repository(self.urls[key], "component", pattern) for key, pattern in folded),
        )

    def unclaimed(self) -> list[str]:
        """Return the identities of those that stand for themselves, in order."""
        return [key for key in sorted(self.urls) if key not in self.claims and self.shows(key)]

    def shows(self, key: str) -> bool:
        """Tell whether it shows: claimed, or neither left out nor folded into its origin."""
        if key in self.claims:
            return True
        return key in self.urls and self.exclusion(key) is None and not self.is_folded(key)

    def is_folded(self, key: str) -> bool:
        """Tell whether it is a copy that no product claims and no source takes in by name."""
        return key not in self.claims and self._is_copy(key)

    def _is_copy(self, key: str) -> bool:
        """Tell whether it is a copy of another that no source takes in by name."""
        return key in self.originals and not self.inclusions(key)

    @cached_property
    def _copies(self) -> dict[str, list[str]]:
        """The copies that are folded into each, in order."""
        found: dict[str, list[str]] = {}
        for key, original in sorted(self.originals.items()):
            if key in self.urls and self.exclusion(key) is None and self.is_folded(key):
                found.setdefault(original, []).append(key)
        return found

    def _descent(self, key: str) -> Descent | None:
        """Return what it was made from; that its own copies begin as it does needs no telling."""
        descent, copies = self.descents.get(key), self._copies.get(key, ())
        if descent is None or not copies:
            return descent
        known = {key_of(self.urls[copy]) for copy in copies}
        signs = tuple(s for s in descent.signs if not s.address or key_of(s.address) not in known)
        return descent.model_copy(update={"signs": signs}) if signs else None

    def _copy(self, key: str) -> Copy:
        return Copy(
            url=self.urls[key],
            source=self.sources[key].id,
            descent=self.descents[key],
            former=self.addresses.trail(key),
        )

    def exclusion(self, key: str) -> Selection | None:
        """Return what leaves it out, unless its source takes it in by name."""
        source = self.sources.get(key)
        if source is None or self.inclusions(key):
            return None
        return next(self._selecting(source.exclude, key), None)

    def inclusions(self, key: str) -> list[Selection]:
        """Return what takes it in by name."""
        source = self.sources.get(key)
        return list(self._selecting(source.include, key)) if source else []

    def fitting(self, source: Source, selection: Selection) -> list[str]:
        """Return the addresses of a source's repositories that a selection fits."""
        ours = sorted(key for key, of in self.sources.items() if of.id == source.id)
        return [self.urls[key] for key in ours if key in self.urls and self._fits(selection, key)]

    def _selecting(self, selections: Iterable[Selection], key: str) -> Iterator[Selection]:
        return (selection for selection in selections if self._fits(selection, key))

    def _fits(self, selection: Selection, key: str) -> bool:
        """Tell whether a selection names an address of the repository, present or former."""
        addresses = (self.urls.get(key, key), *self.addresses.trail(key))
        return any(matches(selection.repo, address) for address in addresses)

    def strays(self) -> list[RepositoryFacts]:
        """Return facts that no source names (any more) and no product claims."""
        live = self.addresses.live.items()
        return [f for key, f in live if key not in self.sources and key not in self.claims]

    def repository(self, url: str, role: Role, pattern: str | None = None) -> ProjectRepository:
        """Join a repository's role with its facts, how fresh they are, and where it has been."""
        key = self.addresses.now(url)
        facts, gone = self.addresses.live.get(key), self.addresses.gone.get(key)
        known = facts or gone
        source = self.sources.get(key)
        if gone:
            gone = gone.model_copy(update={"to": self.addresses.destination(gone)})
        current = self.urls.get(key, known.url if known else url)
        return ProjectRepository(
            url=current,
            role=role,
            source=source.id if source else known.source if known else None,
            facts=facts,
            as_of=_as_of(facts, self.report),
            former=self.addresses.trail(key),
            gone=gone,
            descent=self._descent(key),
            pattern=pattern,
            copies=tuple(self._copy(copy) for copy in self._copies.get(key, ())),
            owner=self.owners.of(current),
            concern=concern_of(facts, self.advisories, self.report.advisories),
        )


def _as_of(facts: RepositoryFacts | None, report: RunReport) -> date | None:
    if facts is None:
        return None
    run = report.sources.get(facts.source)
    lost = [day for day in (facts.stale_since, facts.missing_since) if day]
    return min(lost, default=run.succeeded if run else None)
