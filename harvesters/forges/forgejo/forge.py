"""Forgejo and Gitea (Codeberg, code.overheid.nl): a body's repositories, and what the API knows.

The plan of requests: a listing is one request for every 50 repositories and tells most facts;
releases are one more for each chosen repository that has any; issues for newcomers are one search
an owner, where 4 requests and one a chosen repository leave room for it. Forgejo tells nobody who
belongs to a body (membership is hidden unless shown), so who is an outsider is not asked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

from catalog.models.address import key_of
from catalog.models.evidence import Absent, Evidence, Found, Unseen
from catalog.models.forge import ForgeFacts, ForgeReleases, NewcomerIssue
from harvesters.forges.account import Account
from harvesters.forges.asking import Patience
from harvesters.forges.forgejo.answers import (
    LABELS,
    Issue,
    Repository,
    issues_of,
    listed_of,
    newcomers_of,
    open_of,
    releases_of,
    repository_of,
)
from harvesters.forges.forgejo.listing import PAGE, Listing, goes_on
from harvesters.forges.listing import Asked, Listed, Missing, Whereabouts
from harvesters.forges.rest import NOT_FOUND, Client, RefusalError

_LISTING_BUDGET = 4  # requests
_AT_ONCE = 4

Newcomers = Evidence[tuple[NewcomerIssue, ...]]


class Forgejo:
    """One body's repositories on one Forgejo or Gitea."""

    def __init__(self, account: Account, patience: Patience | None = None) -> None:
        """Begin the conversation."""
        self._account = account
        self._client = Client(account, "/api/v1", "token", patience or Patience())
        self._told: dict[str, Repository] = {}
        self._listing_requests = 0

    @property
    def asked(self) -> Asked:
        """What has been asked so far."""
        return self._client.asked

    def repositories(self) -> list[Listed]:
        """List every public repository once: the account's, the topics' and the named ones."""
        account, before = self._account, self.asked.requests
        listing = Listing(self._client, account)
        try:
            told = [
                *(listing.owned_by(account.org) if account.org else ()),
                *(found for topic in account.topics for found in listing.about(topic)),
            ]
            there = {key_of(f"{account.base}/{one.full_name}") for one in told}
            named = {u: listing.named(u) for u in account.urls if key_of(u) not in there}
        except RefusalError as error:
            raise error.of_listing from None
        self._listing_requests = self.asked.requests - before
        told += [found for found in named.values() if found]
        self._told = {f"{account.host}/{one.id}": one for one in told if one.public}
        listed = [
            listed_of(one, account.host, account.base, account.today) for one in self._told.values()
        ]
        bare = [url.removesuffix(".git") for url, found in named.items() if not found]
        unknown = [Listed(url, f"{url}.git") for url in bare]
        return sorted([*listed, *unknown], key=lambda one: one.url)

    def describe(self, chosen: Sequence[Listed]) -> Iterator[tuple[Listed, ForgeFacts]]:
        """Tell all that only the API knows of each chosen repository that the forge has listed."""
        known = [one for one in chosen if one.id]
        newcomers = self._newcomers(known)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for one, releases in zip(known, pool.map(self._releases, known), strict=True):
                yield one, self._facts(one, releases, newcomers)

    def whereabouts(self, missing: Iterable[Missing]) -> dict[str, Whereabouts]:
        """Ask what became of repositories by their id; without one, nobody can be asked."""
        asked = {one.url: self._whereabouts(one) for one in missing}
        return {url: found for url, found in asked.items() if found}

    def _facts(self, one: Listed, releases: Evidence[ForgeReleases],
               newcomers: Mapping[str, Newcomers]) -> ForgeFacts:  # fmt: skip
        told = self._told.get(str(one.id))
        return ForgeFacts(
            id=str(one.id),
            about=Found(found=one.about) if one.about else Unseen(unseen="not-asked"),
            open=Found(found=open_of(told)) if told else Unseen(unseen="not-asked"),
            releases=releases,
            newcomers=newcomers.get(str(one.id), Unseen(unseen="not-asked")),
            community=Unseen(unseen="no-such-thing"),
        )

    def _releases(self, one: Listed) -> Evidence[ForgeReleases]:
        told = self._told.get(str(one.id))
        if told and not _has_releases(told):
            return Absent(absent=("releases",))
        if one.unchanged:
            return Unseen(unseen="not-asked")
        try:
            path = f"/repos/{quote(one.handle)}/releases"
            reply = self._client.get(path, {"limit": 5, "draft": "false"})
            total = reply.total or (told.release_counter if told else None)
            releases = releases_of(reply.value, total)
        except RefusalError as error:
            return Unseen(unseen=error.unseen)
        return Found(found=releases) if releases.count else Absent(absent=("releases",))

    def _newcomers(self, chosen: Sequence[Listed]) -> dict[str, Newcomers]:
        """Find issues for newcomers by repository, with a search for each owner that has issues."""
        told = {str(one.id): self._told[str(one.id)] for one in chosen if one.id in self._told}
        found: dict[str, Newcomers] = {}
        owners: dict[str, list[str]] = defaultdict(list)
        for key, one in told.items():
            if one.own_tracker and one.open_issues_count != 0:
                owners[one.owner.login].append(key)
            else:
                found[key] = Absent(absent=LABELS)
        spare = max(_LISTING_BUDGET - self._listing_requests, 0)
        changed = [one for one in chosen if not one.unchanged]
        spare += sum(not _has_releases(told[str(one.id)]) for one in changed if one.id in told)
        for owner in sorted(owners):
            before = self.asked.requests
            answer = self._labelled(owner, spare)
            spare -= self.asked.requests - before
            found |= {key: self._of(told[key], answer) for key in owners[owner]}
        return found

    def _of(self, told: Repository, answer: Sequence[Issue] | Unseen) -> Newcomers:
        if isinstance(answer, Unseen):
            return answer
        own = [one for one in answer if key_of(one.repository.full_name) == key_of(told.full_name)]
        labelled = newcomers_of(own, self._account.base)
        return Found(found=labelled) if labelled else Absent(absent=LABELS)

    def _labelled(self, owner: str, spare: int) -> Sequence[Issue] | Unseen:
        """Search an owner's open issues; a comma between labels means any of them.

        A label that nobody uses is left out of the question, and with no label left every issue is
        an answer: an issue without any of them tells that there are none, and ends the search.
        """
        query: dict[str, str | int] = {
            "owner": owner, "labels": ",".join(LABELS), "state": "open", "type": "issues"
        }  # fmt: skip
        found: list[Issue] = []
        for page in range(1, spare + 1):
            try:
                query |= {"limit": PAGE, "page": page}
                reply = self._client.get("/repos/issues/search", query)
                told = issues_of(reply.value)
            except RefusalError as error:
                return Unseen(unseen=error.unseen)
            found += told
            if any(one.newcomer_label is None for one in told):
                return found
            if not goes_on(reply, len(told), len(found), page):
                return found
            if (reply.total or 0) > spare * len(told):
                break  # more than there is room for
        return Unseen(unseen="not-asked")

    def _whereabouts(self, missing: Missing) -> Whereabouts | None:
        host, _, number = (missing.id or "").partition("/")
        if host != self._account.host or not number.isdecimal():
            return None
        try:
            now = repository_of(self._client.get(f"/repositories/{number}").value)
        except RefusalError as error:
            return Whereabouts("gone") if error.status == NOT_FOUND else None
        if not now.public:
            return Whereabouts("private")
        url = f"{self._account.base}/{now.full_name}"
        if key_of(url) == key_of(missing.url):
            return Whereabouts("unlisted")
        same = key_of(url).rpartition("/")[0] == key_of(missing.url).rpartition("/")[0]
        return Whereabouts("renamed" if same else "transferred", url)


def _has_releases(told: Repository) -> bool:
    return told.has_releases and told.release_counter != 0
