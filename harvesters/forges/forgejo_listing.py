"""Listing repositories on Forgejo and Gitea: page by page, and complete or an error."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote, urlsplit

from catalog.models.address import key_of
from harvesters.forges.account import Account
from harvesters.forges.forgejo_answers import Repository, repositories_of, repository_of
from harvesters.forges.listing import ListingError, NoSuchAccountError
from harvesters.forges.rest import NOT_FOUND, Client, RefusalError, Reply

PAGE = 50  # what an instance gives at most, unless it is set up otherwise


class Listing:
    """The three ways to list. Each raises ``RefusalError`` or ``ListingError``, or is complete."""

    def __init__(self, client: Client, account: Account) -> None:
        """Ask as this account."""
        self._client = client
        self._account = account

    def owned_by(self, org: str) -> list[Repository]:
        """List what an organisation or a user owns."""
        name = quote(org, safe="")
        try:
            return self._all(f"/orgs/{name}/repos", {})
        except RefusalError as error:
            if error.status != NOT_FOUND:
                raise
        try:
            return self._all(f"/users/{name}/repos", {})
        except RefusalError as error:
            if error.status != NOT_FOUND:
                raise
            host = self._account.host
            text = f"there is no organisation or user of the name {org} at {host}"
            raise NoSuchAccountError(text) from None

    def about(self, topic: str) -> list[Repository]:
        """List what carries a topic, whoever owns it."""
        query: dict[str, str | int] = {
            "q": topic, "topic": "true", "private": "false", "sort": "id", "order": "asc"
        }  # fmt: skip
        return self._all("/repos/search", query)

    def named(self, url: str) -> Repository | None:
        """Ask for one repository; None: not there, or not for us, which reading it will tell."""
        path = urlsplit(url).path.removeprefix(urlsplit(self._account.base).path)
        names = path.strip("/").removesuffix(".git").split("/")
        if key_of(url).partition("/")[0] != key_of(self._account.base).partition("/")[0]:
            raise ListingError(f"a listed address is not one of {self._account.host}")
        if len(names) != 2:  # noqa: PLR2004 -- owner and name
            raise ListingError(f"a listed address names no repository of {self._account.host}")
        try:
            path = "/".join(quote(name, safe="") for name in names)
            return repository_of(self._client.get(f"/repos/{path}").value)
        except RefusalError as error:
            if error.status != NOT_FOUND:
                raise
            return None

    def _all(self, path: str, query: Mapping[str, str | int]) -> list[Repository]:
        """Collect all pages of a listing, and see to it that they are all.

        An instance may give fewer a page than asked, and leaves out of a page what the token may
        not see though it counts it: so the headers tell whether a page follows, not its length.
        """
        found: dict[int, Repository] = {}
        totals: set[int | None] = set()
        page, more = 1, True
        while more:
            reply = self._client.get(path, {**query, "limit": PAGE, "page": page})
            told = repositories_of(reply.value)
            found |= {one.id: one for one in told}
            totals.add(reply.total)
            more = goes_on(reply, len(told), len(found), page)
            page += 1
        self._check(found.values(), totals)
        return list(found.values())

    def _check(self, found: Iterable[Repository], totals: set[int | None]) -> None:
        """Hold what was collected to what the forge counts.

        Raises:
            ListingError: something is missing, or came or went meanwhile.
        """
        told, host = list(found), self._account.host
        if None in totals:
            raise ListingError(f"{host} does not tell how many repositories there are")
        if len(totals) > 1:
            raise ListingError(f"repositories at {host} came or went while they were listed")
        if totals == {len(told)} or (self._account.token and self._are_all_public(told)):
            return
        raise ListingError(f"{host} counts {totals.pop()} repositories, but listed {len(told)}")

    def _are_all_public(self, told: Sequence[Repository]) -> bool:
        """Ask how many public ones there are: to a token, private ones it may not see count too."""
        if not told or len({one.owner.id for one in told}) > 1:
            return False
        query: dict[str, str | int] = {
            "uid": told[0].owner.id, "exclusive": "true", "private": "false", "limit": 1
        }  # fmt: skip
        return self._client.get("/repos/search", query).total == sum(one.public for one in told)


def goes_on(reply: Reply, on_page: int, so_far: int, page: int) -> bool:
    """Tell whether a page follows. No instance gives less than one a page, so it ends."""
    if reply.total is not None and (so_far >= reply.total or page > reply.total):
        return False
    return bool(on_page) if reply.more is None else reply.more
