"""GitHub's listings by REST, for those without a token: sixty requests an hour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from harvesters.forges.github import answers
from harvesters.forges.github.client import Client
from harvesters.forges.github.lists import PAGE, name_in, nobody, plain, search_for
from harvesters.forges.listing import Listed, ListingError, NoSuchAccountError

FEW = 30  # addresses asked for one by one; more are left to git


@dataclass(frozen=True)
class Openly:
    """Repositories by organisation, topic and address, for anyone."""

    client: Client

    def owned(self, login: str) -> list[Listed]:
        """List what an organisation, or else a user, owns."""
        try:
            return self._pages(f"/orgs/{login}/repos", type="public", sort="full_name")
        except NoSuchAccountError:
            pass
        try:
            return self._pages(f"/users/{login}/repos", type="owner", sort="full_name")
        except NoSuchAccountError:
            raise nobody(self.client.account.host, login) from None

    def with_topic(self, topic: str) -> list[Listed]:
        """List what bears a topic, whoever owns it; search again once if some are missing."""
        for _ in range(2):
            found, total = self._search(topic)
            if len(found) == total:
                return [self.listed(node) for node in found.values()]
        host = self.client.account.host
        raise ListingError(f"{host} counts {total} repositories and lists {len(found)}")

    def addressed(self, urls: Sequence[str]) -> Iterator[Listed]:
        """Ask for a few one by one; many are taken as they are written, for git to read."""
        if len(urls) > FEW:
            yield from (Listed(url, f"{url}.git", declared=url) for url in map(plain, urls))
            return
        for url in urls:
            try:
                node = self.client.rest(f"/repos/{name_in(url)}")
            except NoSuchAccountError:
                continue
            yield self.listed(node)._replace(declared=url)

    def by_number(self, number: str) -> Listed:
        """Find a repository by its number, whatever it is called now.

        Raises:
            NoSuchAccountError: it was deleted or made private.
        """
        return self.listed(self.client.rest(f"/repositories/{number}"))

    def listed(self, node: Any) -> Listed:  # noqa: ANN401 - what the forge sent
        """Map one repository."""
        account = self.client.account
        return answers.listed_openly(node, account.host, account.base)

    def _search(self, topic: str) -> tuple[dict[int, Any], int]:
        """Return what a search shows, by number, and how many it counts."""
        found: dict[int, Any] = {}
        for page in count(1):
            answer = self.client.rest(
                "/search/repositories", q=search_for(topic), per_page=PAGE, page=page
            )
            if answer["incomplete_results"]:
                raise ListingError(f"{self.client.account.host} searched only in part")
            found |= {node["id"]: node for node in answer["items"]}
            if len(found) >= answer["total_count"] or not answer["items"]:
                break
        return found, answer["total_count"]

    def _pages(self, path: str, **parameters: object) -> list[Listed]:
        """Turn pages for as long as more are told: one that is not full need not be the last."""
        found: dict[int, Any] = {}
        for page in count(1):
            part, more = self.client.page(path, per_page=PAGE, page=page, **parameters)
            if not isinstance(part, list):
                raise TypeError("a page is a list")
            known = len(found)
            found |= {node["id"]: node for node in part}
            if more and len(found) == known:
                raise ListingError(
                    f"{self.client.account.host} leads on from a page of nothing new"
                )
            if not (more or (more is None and len(part) == PAGE)):
                break
        return [self.listed(node) for node in found.values()]
