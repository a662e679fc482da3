"""GitHub's listings by GraphQL: whole, in pages as large as GitHub answers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from harvesters.forges.github import answers, queries
from harvesters.forges.github.client import Client, Reply
from harvesters.forges.listing import (
    Listed,
    ListingError,
    NoSuchAccountError,
    RefusedError,
    TooHeavyError,
)

PAGE = 100  # repositories a page
MANY = 50  # repositories asked for by name at a time
_WITHHELD = frozenset({"FORBIDDEN", "NOT_FOUND"})
_NO_SCOPE = frozenset({"FORBIDDEN", "INSUFFICIENT_SCOPES"})

Connection: TypeAlias = Callable[[Reply], Mapping[str, Any] | None]


@dataclass
class Lists:
    """Repositories by organisation, topic and address, for those who show a token."""

    client: Client
    size: int = PAGE

    def owned(self, login: str) -> list[Listed]:
        """List what an organisation or a user owns."""
        return self._whole(queries.OWNED, {"login": login}, _repositories)

    def with_topic(self, topic: str) -> list[Listed]:
        """List what bears a topic, whoever owns it."""
        return self._whole(queries.WITH_TOPIC, {"query": search_for(topic)}, _search)

    def addressed(self, urls: Sequence[str]) -> Iterator[Listed]:
        """List repositories by address; what is not there is left out."""
        for url, node in self.nodes_of(urls):
            if node:
                yield self.listed(node)._replace(declared=url)

    def nodes_of(self, urls: Sequence[str]) -> Iterator[tuple[str, Mapping[str, Any] | None]]:
        """Ask for addresses, many at a time; GitHub leads on from one that was renamed."""
        for chunk in chunks(urls, MANY):
            names = [name_in(url).split("/", 1) for url in chunk]
            variables = {f"o{n}": owner for n, (owner, _) in enumerate(names)}
            variables |= {f"n{n}": name for n, (_, name) in enumerate(names)}
            reply = self.client.graphql(queries.addressed(len(chunk)), variables)
            for number, url in enumerate(chunk):
                if reply.error_at(f"r{number}") not in {None, "NOT_FOUND"}:
                    raise ListingError(f"{self._host} answered the listing only in part")
                yield url, reply.data[f"r{number}"]

    def listed(self, node: Mapping[str, Any]) -> Listed:
        """Map one repository."""
        return answers.listed(node, self._host, self.client.account.base)

    def _whole(
        self, document: str, variables: Mapping[str, object], connection: Connection
    ) -> list[Listed]:
        """Turn pages until the number that GitHub tells is there; begin again once if it is not."""
        for _ in range(2):
            nodes, count = self._pages(document, variables, connection)
            shown = {node["databaseId"]: node for node in nodes if node}
            withheld = sum(1 for node in nodes if not node)
            if len(shown) + withheld == count:
                self.client.asked.withheld += withheld
                return [self.listed(node) for node in shown.values()]
        raise ListingError(f"{self._host} counts {count} repositories and lists {len(nodes)}")

    def _pages(
        self, document: str, variables: Mapping[str, object], connection: Connection
    ) -> tuple[list[Any], int]:
        nodes: list[Any] = []
        after = None
        while True:
            page = self._page(document, {**variables, "after": after}, connection)
            nodes += page["nodes"]
            after = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                return nodes, page.get("totalCount", page.get("repositoryCount"))

    def _page(
        self,
        document: str,
        variables: Mapping[str, object],
        connection: Connection,
    ) -> Mapping[str, Any]:
        """Ask for a page, for half as many as often as it is too heavy."""
        while True:
            try:
                reply = self.client.graphql(document, {**variables, "first": self.size})
            except TooHeavyError:
                if self.size == 1:
                    raise
                self.size = max(1, self.size // 2)
                continue
            page = connection(reply)
            if page is None:
                raise self._unlisted(reply)
            self._only_withheld(reply)
            return page

    def _unlisted(self, reply: Reply) -> ListingError:
        kinds = {str(error.get("type")) for error in reply.errors}
        if kinds & {"FORBIDDEN", "INSUFFICIENT_SCOPES"}:
            return RefusedError(f"{self._host} does not let this token list repositories")
        return nobody(self._host, str(self.client.account.org))

    def _only_withheld(self, reply: Reply) -> None:
        """Take a page with repositories that are not shown; any other error leaves it unknown."""
        for error in reply.errors:
            where = error.get("path") or ()
            if error.get("type") not in _WITHHELD or "nodes" not in where:
                raise ListingError(f"{self._host} answered the listing only in part")

    @property
    def _host(self) -> str:
        return self.client.account.host


def nobody(host: str, login: str) -> NoSuchAccountError:
    """Word that an account is not there."""
    return NoSuchAccountError(
        f"{host} has no account called {login}, or does not show it: it may have been renamed or "
        "removed"
    )


def search_for(topic: str) -> str:
    """Word a search for a topic: public, forks too, in an order that does not move meanwhile."""
    return f"topic:{topic} is:public fork:true sort:stars"


def name_in(url: str) -> str:
    """Return the ``owner/name`` of an address.

    Raises:
        ListingError: it is the address of something else.
    """
    steps = urlsplit(plain(url)).path.strip("/").split("/")
    if len(steps) != 2:  # noqa: PLR2004 - owner and name
        raise ListingError(f"{url} is not the address of a repository on GitHub")
    return "/".join(steps)


def plain(url: str) -> str:
    """Return an address without what may end it."""
    return url.removesuffix("/").removesuffix(".git")


def chunks(things: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    """Split a sequence into parts of a size."""
    for at in range(0, len(things), size):
        yield things[at : at + size]


def _repositories(reply: Reply) -> Mapping[str, Any] | None:
    owner = reply.data["repositoryOwner"]
    found: Mapping[str, Any] | None = owner and owner["repositories"]
    return found


def _search(reply: Reply) -> Mapping[str, Any] | None:
    found: Mapping[str, Any] | None = reply.data["search"]
    return found
