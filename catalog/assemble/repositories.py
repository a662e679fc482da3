"""All repositories by identity: which source has each, who claims it, where it is now."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from catalog.assemble.addresses import Addresses
from catalog.assemble.forks import descents
from catalog.models.address import key_of, matches
from catalog.models.curated import CuratedData, ProjectEntry, Role, Selection, Source
from catalog.models.facts import RepositoryFacts
from catalog.models.project import ProjectRepository
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
        self.addresses = Addresses(snapshot.facts.values(), snapshot.gone.values())
        self.descents = descents(self.addresses.live)
        self._named = {  # by the lists that people keep
            self.addresses.now(url): (url.removesuffix(".git"), source)
            for source in curated.sources
            for url in source.named
        }

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
    def claims(self) -> dict[str, str]:
        """The product of each; the first that names its present address, else a former one."""
        claimed = [(r.repo, e.id) for e in self.curated.projects for r in e.catalog.repos]
        claimed.sort(key=lambda claim: key_of(claim[0]) != self.addresses.now(claim[0]))
        return {self.addresses.now(url): owner for url, owner in reversed(claimed)}

    def of(self, entry: ProjectEntry) -> tuple[ProjectRepository, ...]:
        """Return the repositories of a product, each once, whatever addresses it names."""
        roles: dict[str, tuple[str, Role]] = {}
        for named in entry.catalog.repos:
            key = self.addresses.now(named.repo)
            if self.claims[key] == entry.id:
                roles.setdefault(key, (named.repo, named.role))
        return tuple(self.repository(url, role) for url, role in roles.values())

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
        descent = self.descents.get(key)
        is_copy = descent is not None and descent.is_copy
        return is_copy and key not in self.claims and not self.inclusions(key)

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

    def repository(self, url: str, role: Role) -> ProjectRepository:
        """Join a repository's role with its facts, how fresh they are, and where it has been."""
        key = self.addresses.now(url)
        facts, gone = self.addresses.live.get(key), self.addresses.gone.get(key)
        known = facts or gone
        source = self.sources.get(key)
        if gone:
            gone = gone.model_copy(update={"to": self.addresses.destination(gone)})
        return ProjectRepository(
            url=self.urls.get(key, known.url if known else url),
            role=role,
            source=source.id if source else known.source if known else None,
            facts=facts,
            as_of=_as_of(facts, self.report),
            former=self.addresses.trail(key),
            gone=gone,
            descent=self.descents.get(key),
        )


def _as_of(facts: RepositoryFacts | None, report: RunReport) -> date | None:
    if facts is None:
        return None
    run = report.sources.get(facts.source)
    lost = [day for day in (facts.stale_since, facts.missing_since) if day]
    return min(lost, default=run.succeeded if run else None)
