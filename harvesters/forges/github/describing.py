"""What only GitHub's API tells of chosen repositories, in batches as large as it answers."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.forge import ForgeFacts, ForkWork, OutsideContributions
from harvesters.forges.account import Account
from harvesters.forges.github import answers, queries
from harvesters.forges.github.client import Client, Reply, understood
from harvesters.forges.github.lists import MANY, chunks
from harvesters.forges.listing import (
    Listed,
    ListingError,
    RateLimitedError,
    RefusedError,
    TooHeavyError,
)

BATCH = 25  # repositories at a time


@dataclass(frozen=True)
class Describing:
    """The questions about chosen repositories, for those who show a token."""

    client: Client

    def described(self, chosen: Sequence[Listed]) -> Iterator[tuple[Listed, ForgeFacts]]:
        """Tell batch by batch; forks and outsiders' organisations come again, more told, last."""
        told: dict[str, _Told] = {}
        waiting = list(chunks(chosen, BATCH))
        while waiting:
            batch = waiting.pop(0)
            try:
                nodes = self._batch(batch)
            except TooHeavyError as error:
                if len(batch) > 1:
                    middle = len(batch) // 2
                    waiting[:0] = [batch[:middle], batch[middle:]]
                    continue
                yield batch[0], bare(batch[0], Unseen(unseen=error.unseen))
            except (RateLimitedError, RefusedError) as error:  # so would the others be
                left = [one for part in (batch, *waiting) for one in part]
                yield from ((one, bare(one, Unseen(unseen=error.unseen))) for one in left)
                return
            except ListingError as error:
                yield from ((one, bare(one, Unseen(unseen=error.unseen))) for one in batch)
            else:
                told |= {one.url: nodes[one.url] for one in batch}
                yield from ((one, nodes[one.url].facts) for one in batch)
        yield from self._completed(told)

    def _batch(self, batch: Sequence[Listed]) -> "dict[str, _Told]":
        reply = self.client.graphql(queries.DESCRIBED, {"ids": [one.handle for one in batch]})
        with understood(self.client.account.host):
            nodes = reply.data["nodes"]
            return {
                one.url: _told(one, node, reply, number, self.client.account)
                for number, (one, node) in enumerate(zip(batch, nodes, strict=True))
            }

    def _completed(self, told: "Mapping[str, _Told]") -> Iterator[tuple[Listed, ForgeFacts]]:
        work = self._fork_work([t for t in told.values() if t.parent_branch])
        groups = self._organisations({a for t in told.values() for a in t.authors or ()})
        for url, one in told.items():
            more: dict[str, Any] = {}
            if url in work:
                more["fork_work"] = work[url]
            if one.authors is not None:
                more["outside"] = groups if isinstance(groups, Unseen) else _outside(one, groups)
            if more:
                yield one.listed, one.facts.told(**more)

    def _fork_work(self, forks: "Sequence[_Told]") -> dict[str, Found[ForkWork] | Unseen]:
        work: dict[str, Found[ForkWork] | Unseen] = {}
        for chunk in chunks(forks, MANY):
            variables = {f"i{n}": fork.listed.handle for n, fork in enumerate(chunk)}
            variables |= {f"h{n}": str(fork.parent_branch) for n, fork in enumerate(chunk)}
            try:
                with understood(self.client.account.host):
                    reply = self.client.graphql(queries.compared(len(chunk)), variables)
                    found = [_compared(reply.data[f"f{n}"]) for n in range(len(chunk))]
            except ListingError as error:
                found = [Unseen(unseen=error.unseen)] * len(chunk)
            work |= {fork.listed.url: one for fork, one in zip(chunk, found, strict=True)}
        return work

    def _organisations(self, people: Iterable[str]) -> dict[str, list[str]] | Unseen:
        """Return the organisations that people show."""
        groups: dict[str, list[str]] = {}
        for chunk in chunks(sorted(people), MANY):
            variables = {f"u{n}": login for n, login in enumerate(chunk)}
            try:
                with understood(self.client.account.host):
                    reply = self.client.graphql(queries.organisations(len(chunk)), variables)
                    groups |= {u: _groups(reply.data[f"u{n}"]) for n, u in enumerate(chunk)}
            except ListingError as error:
                return Unseen(unseen=error.unseen)
        return groups


@dataclass(frozen=True)
class _Told:
    """A described repository, with what further questions need."""

    listed: Listed
    facts: ForgeFacts
    parent_branch: str | None = None  # "owner:branch" of a fork's parent
    authors: Sequence[str] | None = None
    capped: bool = False


def _told(
    one: Listed, node: Mapping[str, Any] | None, reply: Reply, number: int, account: Account
) -> _Told:
    if not node:
        kind = reply.error_at("nodes", number)
        return _Told(
            one, bare(one, Unseen(unseen="forbidden" if kind == "FORBIDDEN" else "failed"))
        )

    def group(make: Callable[[], Any], *keys: str) -> Any:  # noqa: ANN401 - any evidence
        """Map one group, unless GitHub left out a part of it and says so."""
        kinds = [k for key in keys if (k := reply.error_at("nodes", number, key))]
        if kinds:
            return Unseen(unseen="forbidden" if "FORBIDDEN" in kinds else "failed")
        return make()

    files = ("securityPolicyUrl", "contributingGuidelines", "codeOfConduct")
    facts = bare(one, Unseen(unseen="not-asked")).told(
        open=group(lambda: answers.open_work(node), "openIssues", "openChanges"),
        releases=group(lambda: answers.releases(node), "releases"),
        newcomers=group(lambda: answers.newcomers(node), "first", "wanted"),
        replies=group(lambda: answers.replies(node, account.today), "issues", "changes"),
        community=group(lambda: answers.community(node), *files),
    )
    outside = group(lambda: answers.merged_from_outside(node, account.today), "merged")
    if isinstance(outside, Unseen):
        return _Told(one, facts.told(outside=outside), _parent_branch(one, node))
    return _Told(one, facts, _parent_branch(one, node), *outside)


def _parent_branch(one: Listed, node: Mapping[str, Any]) -> str | None:
    parent = node["parent"]
    has_commits = one.standing is not None and one.standing.commit is not None
    if not (one.about and one.about.fork and parent and parent["defaultBranchRef"] and has_commits):
        return None
    return f"{parent['owner']['login']}:{parent['defaultBranchRef']['name']}"


def _outside(
    one: _Told, groups: Mapping[str, Iterable[str]]
) -> Found[OutsideContributions] | Absent:
    if not one.authors:
        return Absent(absent=("merged pull requests",))
    people, organisations = answers.outsiders_of(one.authors, groups)
    return Found(
        found=OutsideContributions(
            merged=len(one.authors), authors=people, organisations=organisations, capped=one.capped
        )
    )


def _groups(user: Mapping[str, Any] | None) -> list[str]:
    """Return the organisations of an account; one that is gone shows none."""
    return [group["login"] for group in user["organizations"]["nodes"] if group] if user else []


def _compared(node: Mapping[str, Any] | None) -> Found[ForkWork] | Unseen:
    branch = (node or {}).get("defaultBranchRef")
    compared = branch and branch["compare"]
    if not compared:
        return Unseen(unseen="failed")
    # The fork's branch is the base: what its parent is ahead by, the fork is behind by.
    return Found(found=ForkWork(own=compared["behindBy"], behind=compared["aheadBy"]))


def bare(one: Listed, unseen: Unseen) -> ForgeFacts:
    """Make facts of what the listing told, with all else unseen for one reason."""
    groups = dict.fromkeys(ForgeFacts.model_fields.keys() - {"id", "about"}, unseen)
    fork_work = unseen if one.about is None or one.about.fork else Unseen(unseen="no-such-thing")
    about = Found(found=one.about) if one.about else unseen
    return ForgeFacts(id=str(one.id), about=about, **{**groups, "fork_work": fork_work})
