"""What is known of a source's repositories: by the forge's own number first, then by address."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from catalog.models.address import key_of
from catalog.models.facts import RepositoryFacts
from catalog.models.forge import ForgeFacts
from harvesters.forges.listing import Listed


@dataclass
class Known:
    """Facts of all repositories, found by identity; names change, numbers do not."""

    facts: dict[str, RepositoryFacts]
    _by_key: dict[str, str] = field(init=False)
    _by_id: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Index what there is."""
        self._by_key = {key_of(url): url for url in self.facts}
        self._by_id = {one: url for url, f in self.facts.items() if (one := id_of(f))}

    def of(self, listed: Listed) -> RepositoryFacts | None:
        """Return what is known of a listed repository, also under a former address.

        A repository that took the address of another one is a new one: of that nothing is known.
        """
        if listed.id in self._by_id:
            return self.facts[self._by_id[listed.id]]
        url = self._by_key.get(key_of(listed.url))
        found = self.facts[url] if url else None
        other = found and listed.id and id_of(found)  # not ours, or it would be under its number
        return None if other else found

    def of_source(self, source: str) -> list[RepositoryFacts]:
        """Return the facts that a source answers for, by address."""
        return sorted((f for f in self.facts.values() if f.source == source), key=lambda f: f.url)

    def replace(self, facts: Iterable[RepositoryFacts], removed: Iterable[str]) -> None:
        """Take over what a source's harvest has written."""
        for url in removed:
            self.facts.pop(url, None)
        self.facts |= {f.url: f for f in facts}
        self.__post_init__()


def id_of(facts: RepositoryFacts) -> str | None:
    """Return the forge's number of a repository, where a forge has told it."""
    return facts.forge.id if isinstance(facts.forge, ForgeFacts) else None
