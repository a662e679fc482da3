"""GitHub's listings by REST, for those without a token: sixty requests an hour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
        """List what bears a topic, whoever owns it."""
        found: list[Any] = []
        while True:
            answer = self.client.rest(
                "/search/repositories",
                q=search_for(topic), per_page=PAGE, page=len(found) // PAGE + 1,
            )  # fmt: skip
            found += answer["items"]
            if answer["incomplete_results"]:
                raise ListingError(f"{self.client.account.host} searched only in part")
            if len(found) >= answer["total_count"] or not answer["items"]:
                return [self.listed(node) for node in found]

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

    def _pages(self, path: str, **parameters: object) -> list[Listed]:
        """Turn pages; one that is not full is the last."""
        found: list[Any] = []
        page = 0
        while True:
            page += 1
            part = self.client.rest(path, per_page=PAGE, page=page, **parameters)
            if not isinstance(part, list):
                raise TypeError("a page is a list")
            found += part
            if len(part) < PAGE:
                return [self.listed(node) for node in found]
