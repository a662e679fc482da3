"""What only GitHub's API tells of chosen repositories, in batches as large as it answers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalog.models.evidence import Found, Unseen
from catalog.models.forge import ForgeFacts
from harvesters.forges.github import answers, queries
from harvesters.forges.github.client import Client, Reply, understood
from harvesters.forges.github.lists import chunks
from harvesters.forges.listing import (
    Listed,
    ListingError,
    RateLimitedError,
    RefusedError,
    TooHeavyError,
)

BATCH = 40  # repositories at a time


@dataclass(frozen=True)
class Describing:
    """The questions about chosen repositories, for those who show a token."""

    client: Client

    def described(self, chosen: Sequence[Listed]) -> Iterator[tuple[Listed, ForgeFacts]]:
        """Tell batch by batch; one that is too heavy is halved, down to a repository alone."""
        waiting = list(chunks(chosen, BATCH))
        while waiting:
            batch = waiting.pop(0)
            try:
                told = self._batch(batch)
            except TooHeavyError as error:
                if len(batch) > 1:
                    middle = len(batch) // 2
                    waiting[:0] = [batch[:middle], batch[middle:]]
                    continue
                told = _unseen(batch, error)
            except (RateLimitedError, RefusedError) as error:  # so would the others be
                yield from _unseen([one for part in (batch, *waiting) for one in part], error)
                return
            except ListingError as error:
                told = _unseen(batch, error)
            yield from told

    def _batch(self, batch: Sequence[Listed]) -> list[tuple[Listed, ForgeFacts]]:
        forks = [one for one in batch if one.parent_branch and one.standing and one.standing.commit]
        variables: dict[str, object] = {"ids": [one.handle for one in batch]}
        variables |= {f"i{n}": fork.handle for n, fork in enumerate(forks)}
        variables |= {f"h{n}": fork.parent_branch for n, fork in enumerate(forks)}
        reply = self.client.graphql(queries.described(len(forks)), variables)
        with understood(self.client.account.host):
            nodes = reply.data["nodes"]
            told = {
                one.url: _told(one, node, reply, number, self.client.account.today)
                for number, (one, node) in enumerate(zip(batch, nodes, strict=True))
            }
            for number, fork in enumerate(forks):
                work = answers.fork_work(reply.data[f"f{number}"])
                told[fork.url] = told[fork.url].told(fork_work=work)
        return [(one, told[one.url]) for one in batch]


def _told(
    one: Listed, node: Mapping[str, Any] | None, reply: Reply, number: int, today: date
) -> ForgeFacts:
    if not node:
        kind = reply.error_at("nodes", number)
        return bare(one, Unseen(unseen="forbidden" if kind == "FORBIDDEN" else "failed"))

    def group(make: Callable[[], Any], *keys: str) -> Any:  # noqa: ANN401 - any evidence
        """Map one group, unless GitHub left out a part of it and says so."""
        kinds = [k for key in keys if (k := reply.error_at("nodes", number, key))]
        if kinds:
            return Unseen(unseen="forbidden" if "FORBIDDEN" in kinds else "failed")
        return make()

    files = ("securityPolicyUrl", "contributingGuidelines", "codeOfConduct")
    return bare(one, Unseen(unseen="failed")).told(
        open=group(lambda: answers.open_work(node), "openIssues", "openChanges"),
        releases=group(lambda: answers.releases(node), "releases"),
        newcomers=group(lambda: answers.newcomers(node), "first", "wanted"),
        replies=group(lambda: answers.replies(node, today), "issues", "changes"),
        outside=group(lambda: answers.merged_from_outside(node, today), "merged"),
        reviews=group(lambda: answers.reviews(node, today), "merged", "branch"),
        community=group(lambda: answers.community(node), *files),
    )


def _unseen(batch: Sequence[Listed], error: ListingError) -> list[tuple[Listed, ForgeFacts]]:
    return [(one, bare(one, Unseen(unseen=error.unseen))) for one in batch]


def bare(one: Listed, unseen: Unseen) -> ForgeFacts:
    """Make facts of what the listing told, with all else unseen for one reason."""
    groups = dict.fromkeys(ForgeFacts.model_fields.keys() - {"id", "about"}, unseen)
    fork_work = unseen
    if one.about and not one.about.fork:
        fork_work = Unseen(unseen="no-such-thing")
    elif unseen.unseen == "failed" and one.parent_branch is None:  # a parent that is not shown
        fork_work = Unseen(unseen="forbidden")
    about = Found(found=one.about) if one.about else unseen
    return ForgeFacts(id=str(one.id), about=about, **{**groups, "fork_work": fork_work})
