"""GitHub as a forge: lists by organisation, topic and address, describes, finds what moved.

Requests for 170 repositories: two pages of a hundred and five batches of forty. Unchanged: two
pages and the batch of the day's seventh. GitHub's own limits and traps are in the client.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from catalog.models.address import key_of
from catalog.models.evidence import Unseen
from catalog.models.forge import ForgeFacts
from harvesters.forges.account import Account
from harvesters.forges.asking import Patience
from harvesters.forges.github.client import Client, understood
from harvesters.forges.github.describing import Describing, bare
from harvesters.forges.github.lists import Lists
from harvesters.forges.github.openly import Openly
from harvesters.forges.listing import (
    Asked,
    Listed,
    ListingError,
    Missing,
    NoSuchAccountError,
    Whereabouts,
)

MISSING = 60  # missing repositories asked about in one run


@dataclass
class GitHub:
    """One body's repositories on GitHub, or on a GitHub Enterprise Server."""

    account: Account
    patience: Patience = field(default_factory=Patience)

    def __post_init__(self) -> None:
        """Begin the conversation."""
        self._client = Client(self.account, self.patience)
        self._lists, self._openly = Lists(self._client), Openly(self._client)

    @property
    def asked(self) -> Asked:
        """What has been asked so far."""
        return self._client.asked

    def repositories(self) -> list[Listed]:
        """List every public repository of the organisation, the topics and the addresses."""
        with understood(self.account.host):
            found = self._all()
        once = {one.id: one for one in found if one.about and one.about.visibility == "public"}
        bare_ones = [one for one in found if one.id is None]
        return sorted([*once.values(), *bare_ones], key=lambda one: key_of(one.url))

    def _all(self) -> list[Listed]:
        lists = self._lists if self._client.has_token else self._openly
        found = lists.owned(self.account.org) if self.account.org else []
        for topic in self.account.topics:
            found += lists.with_topic(topic)
        there = {key_of(one.url) for one in found}
        found += lists.addressed([u for u in self.account.urls if key_of(u) not in there])
        return found

    def describe(self, chosen: Sequence[Listed]) -> Iterator[tuple[Listed, ForgeFacts]]:
        """Describe in batches; without a token, tell what the listing told."""
        known = [one for one in chosen if one.id]
        if self._client.has_token:
            yield from Describing(self._client).described(known)
        else:
            yield from ((one, bare(one, Unseen(unseen="no-token"))) for one in known)

    def whereabouts(self, missing: Iterable[Missing]) -> dict[str, Whereabouts]:
        """Ask by address, which GitHub leads on after a rename, and then by number."""
        asked = list(missing)[:MISSING]
        try:
            with understood(self.account.host):
                return self._whereabouts(asked)
        except ListingError:
            return {}

    def _whereabouts(self, missing: Sequence[Missing]) -> dict[str, Whereabouts]:
        if not self._client.has_token:
            return {one.url: self._found_by_number(one) for one in missing if one.id}
        found = dict(self._lists.nodes_of([one.url for one in missing]))
        fates = {}
        for one in missing:
            node = found.get(one.url)
            if node and one.id == f"{self.account.host}/{node['databaseId']}":
                fates[one.url] = _fate(one.url, self._lists.listed(node))
            elif one.id:
                fates[one.url] = self._found_by_number(one)
        return fates

    def _found_by_number(self, one: Missing) -> Whereabouts:
        number = str(one.id).rpartition("/")[2]
        try:
            return _fate(one.url, self._openly.by_number(number))
        except NoSuchAccountError:
            return Whereabouts("gone")


def _fate(url: str, now: Listed) -> Whereabouts:
    if now.about and now.about.visibility != "public":
        return Whereabouts("private")
    if key_of(now.url) == key_of(url):
        return Whereabouts("unlisted")
    same_owner = now.url.rpartition("/")[0].lower() == url.rpartition("/")[0].lower()
    return Whereabouts("renamed" if same_owner else "transferred", now.url)
