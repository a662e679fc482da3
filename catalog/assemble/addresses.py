"""Where a repository is now, by any address it has had: renames and transfers are followed."""

from collections.abc import Iterable

from catalog.models.address import key_of
from catalog.models.facts import RepositoryFacts, Tombstone


class Addresses:
    """Present addresses of repositories, found by identity (:func:`key_of`).

    A live repository at an address beats one that has left it. ``gone`` are tombstones of addresses
    at which nothing lives.
    """

    def __init__(self, facts: Iterable[RepositoryFacts], gone: Iterable[Tombstone]) -> None:
        """Index facts and tombstones."""
        self.live = {key_of(f.url): f for f in sorted(facts, key=lambda f: f.url)}
        self.gone = {k: t for t in gone if (k := key_of(t.url)) not in self.live}
        self._former = {
            key_of(old): key for key, f in self.live.items() for old in f.formerly or ()
        }
        self._left: dict[str, list[str]] = {}
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
