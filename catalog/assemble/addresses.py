"""Where a repository is now, by any address it has had: renames and transfers are followed."""

from collections.abc import Iterable

from catalog.models.address import key_of
from catalog.models.evidence import Found
from catalog.models.facts import RepositoryFacts, Tombstone
from catalog.models.forge import ForgeFacts


class Addresses:
    """Present addresses of repositories, found by identity (:func:`key_of`).

    A live repository at an address beats one that has left it. ``gone`` are tombstones of addresses
    at which nothing lives. What two sources read of one repository, under two spellings or (by the
    forge's own id) before and after a rename, is one: the reading that was confirmed last.
    """

    def __init__(self, facts: Iterable[RepositoryFacts], gone: Iterable[Tombstone]) -> None:
        """Index facts and tombstones."""
        self.live, self._other = _each_once(facts)
        self.gone = {k: t for t in gone if (k := key_of(t.url)) not in self.live}
        self._former = {
            key_of(old): key for key, f in self.live.items() for old in f.formerly or ()
        }
        self._former |= {key_of(f.url): key for key, others in self._other.items() for f in others}
        self._left = {key: [f.url for f in others] for key, others in self._other.items()}
        for grave in self.gone.values():
            if (now := self.now(grave.url)) in self.live:
                self._left.setdefault(now, []).append(grave.url)

    def now(self, url: str) -> str:
        """Return the identity that an address leads to; its own where it leads to nothing live."""
        end = self._way(key_of(url))[-1]
        return end if end in self.live else key_of(url)

    def destination(self, grave: Tombstone) -> str | None:
        """Return where what left an address has ended up, as far as is known."""
        way = self._way(key_of(grave.url))
        if way[-1] in self.live:
            return self.live[way[-1]].url
        left = [there.to for key in way if (there := self.gone.get(key)) and there.to]
        return left[-1] if left and key_of(left[-1]) != way[0] else None

    def trail(self, key: str) -> tuple[str, ...]:
        """Return the addresses that a live repository had, each once, oldest first."""
        facts = self.live.get(key)
        told = [*((facts.formerly if facts else None) or ()), *self._left.get(key, ())]
        return tuple({key_of(url): url for url in told}.values())

    def others(self, key: str) -> tuple[RepositoryFacts, ...]:
        """Return other readings of a live repository, at addresses that it has left."""
        return tuple(self._other.get(key, ()))

    def _way(self, key: str) -> list[str]:
        """Follow tombstones and former addresses, each once, until something lives there."""
        way = [key]
        while way[-1] not in self.live:
            grave = self.gone.get(way[-1])
            onward = key_of(grave.to) if grave and grave.to else self._former.get(way[-1])
            if onward is None or onward in way:
                break
            way.append(onward)
        return way


def _each_once(
    facts: Iterable[RepositoryFacts],
) -> tuple[dict[str, RepositoryFacts], dict[str, list[RepositoryFacts]]]:
    """Return the best reading of each repository by its identity, and its other addresses'."""
    live: dict[str, RepositoryFacts] = {}
    other: dict[str, list[RepositoryFacts]] = {}
    by_id: dict[str, str] = {}
    for one in sorted(facts, key=_by_freshness):
        key, number = key_of(one.url), _forge_id(one)
        known = by_id.get(number, key) if number else key
        if known in live and live[known].source == one.source and known != key:
            known = key  # of one source's repositories the harvest itself tells which were renamed
        if known not in live:
            live[key] = one
            by_id |= {number: key} if number else {}
        elif known != key and key not in live:
            other.setdefault(known, []).append(one)
    return dict(sorted(live.items(), key=lambda item: item[1].url)), other


def _by_freshness(facts: RepositoryFacts) -> tuple[bool, bool, int, str]:
    on = facts.head.found.on.toordinal() if isinstance(facts.head, Found) else 0
    return facts.missing_since is not None, facts.stale_since is not None, -on, facts.url


def _forge_id(facts: RepositoryFacts) -> str | None:
    """Return the number that stays through renames, where it is of the address's own host."""
    if not isinstance(facts.forge, ForgeFacts):
        return None
    host = facts.forge.id.partition("/")[0].lower()
    return facts.forge.id if host == key_of(facts.url).partition("/")[0] else None
