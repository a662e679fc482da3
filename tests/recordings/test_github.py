"""What GitHub has really answered goes through our listing as recorded, or is refused."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import date
from functools import cache
from typing import Any

import pytest

from catalog.models.forge import ForkParent
from harvesters.forges.account import Account
from harvesters.forges.asking import Patience
from harvesters.forges.github import GitHub
from harvesters.forges.github.answers import listed_openly
from harvesters.forges.github.client import Client, understood
from harvesters.forges.listing import (
    Listed,
    ListingError,
    Missing,
    NoSuchAccountError,
    RateLimitedError,
    RefusedError,
    TooHeavyError,
    Whereabouts,
)
from tests.recordings import replay
from tests.recordings.replay import GITHUB, Exchange, Replay
from tests.stand_in.server import Answer, Request, StandIn, running

pytestmark = pytest.mark.recordings

Node = Mapping[str, Any]
HOST, BASE, PREFIX = "github.com", "https://github.com", "/api/v3"
OWNED = r"(?:/.*)?/(?:orgs|users)/[^/]+/repos"
ONE, NUMBER = r"/repos/[^/]+/[^/]+", r"/repositories/\d+"
REQUIRED = frozenset(  # by GitHub's description of the interface, and "archived" by us
    {"id", "node_id", "full_name", "private", "fork", "description", "archived"}
)
SINCE = {"archived": False, "node_id": ""}  # what the oldest recordings are too old for


@cache
def repositories() -> tuple[dict[str, Any], ...]:
    """Find every repository in the recordings, those within other things too."""
    found = (part for one in replay.github() for part in replay.parts(one.json(), "full_name"))
    return tuple(part for part in found if {"fork", "owner"} <= part.keys())


def of_today(nodes: Iterable[Node]) -> list[Node]:
    """Choose those that have what GitHub serves today, one of each; the last recorded."""
    return list({n["id"]: n for n in nodes if REQUIRED <= n.keys()}.values())


def account(server: StandIn | None = None, **source: Any) -> Account:
    """Make a source on GitHub, for which a server stands in."""
    root = server.base if server else BASE
    asked = {"org": None, "urls": (), "topics": (), "today": date(2026, 6, 1)} | source
    return Account(base=BASE, root=root, **asked)


def listing(server: StandIn, **source: Any) -> list[Listed]:
    """List a source end to end, without waiting for anything."""
    return GitHub(account(server, **source), Patience(left=0)).repositories()


def public(nodes: Iterable[Node]) -> set[str]:
    """Return the ids of what may be listed."""
    return {f"{HOST}/{node['id']}" for node in nodes if not node["private"]}


def mapped(node: Node) -> Listed:
    """Map a repository as a listing does."""
    with understood(HOST):
        return listed_openly(node, HOST, BASE)


def differences(node: Node) -> Iterator[tuple[str, object, object]]:
    """Compare what is mapped with what was recorded; what was not recorded is unknown."""
    one = mapped(node)
    assert one.about is not None
    for name, recorded in recorded_of(node).items():
        ours = getattr(one, name) if name in Listed._fields else getattr(one.about, name)
        if ours != recorded:
            yield name, recorded, ours


def recorded_of(node: Node) -> dict[str, object]:
    """Return what was recorded, in our words."""
    parent = node.get("parent")
    spdx = (node.get("license") or {}).get("spdx_id")
    return {
        "id": f"{HOST}/{node['id']}", "url": f"{BASE}/{node['full_name']}",
        "location": f"{BASE}/{node['full_name']}.git", "handle": node["node_id"],
        "kilobytes": node.get("size"), "standing": None, "archived": node["archived"],
        "visibility": "private" if node["private"] else "public", "fork": node["fork"],
        "created": day(node.get("created_at")), "topics": tuple(node.get("topics", ())),
        "licence": None if spdx == "NOASSERTION" else spdx, "language": node.get("language"),
        "stars": node.get("stargazers_count"), "forks": node.get("forks_count"),
        "tracker": node.get("has_issues"), "wiki": node.get("has_wiki"),
        "discussions": node.get("has_discussions"), "template": node.get("is_template") is True,
        "parent": parent and ForkParent(url=parent["html_url"], id=f"{HOST}/{parent['id']}"),
    }  # fmt: skip


def day(moment: str | None) -> date | None:
    """Return the day that a moment of universal time begins with."""
    return date.fromisoformat(moment[:10]) if moment else None


def test_all_that_was_recorded_is_read() -> None:
    """The number of exchanges and repositories is that of the distribution that is pinned."""
    statuses = Counter(one.status // 100 for one in replay.github())
    assert {2: 2233, 3: 47, 4: 93, 5: 9} == dict(statuses)
    assert (1619, 69) == (len(repositories()), len(of_today(repositories())))


def test_a_repository_is_mapped_or_refused_for_what_it_lacks() -> None:
    """Nothing else is ever raised, and nothing is refused that has what is required."""
    refused = 0
    for node in repositories():
        if REQUIRED <= node.keys():
            mapped(node)
            continue
        refused += 1
        with pytest.raises(ListingError, match="a form we do not know") as caught:
            mapped(node)
        lacking = caught.value.__context__
        assert isinstance(lacking, KeyError)
        assert lacking.args[0] in REQUIRED - node.keys()
    assert (371, 1248) == (len(repositories()) - refused, refused)


def test_what_is_mapped_is_what_was_recorded() -> None:
    """Identity, address, dates, topics, licence, counts and switches are GitHub's own."""
    wrong = [told for n in repositories() if REQUIRED <= n.keys() for told in differences(n)]
    assert [] == wrong


def test_old_recordings_differ_from_today_in_two_keys_only() -> None:
    """With these two filled in, all of them are mapped, and all else is as recorded."""
    assert [] == [told for node in repositories() for told in differences({**SINCE, **node})]


def test_lists_of_owners_are_listed_or_refused() -> None:
    """Each was recorded whole; one that lacks what is required is refused whole."""
    told = Counter[str]()
    for recorded in replay.listings(replay.github(), OWNED):
        *_, kind, login, _ = recorded.path.split("/")
        forge = Replay(GITHUB, PREFIX)
        forge.lists[f"/{kind}/{login}/repos".lower()] = recorded.items
        with running(StandIn(forge)) as server:
            told[outcome(server, login, recorded.items)] += 1
    assert {"listed": 1, "refused": 6} == dict(told)


def outcome(server: StandIn, login: str, items: list[Node]) -> str:
    """List an owner; tell what came of it, which is right for what was recorded."""
    if all(REQUIRED <= node.keys() for node in items):
        assert public(items) == {one.id for one in listing(server, org=login)}
        return "listed"
    with pytest.raises(ListingError, match="a form we do not know"):
        listing(server, org=login)
    return "refused"


def test_a_list_of_all_that_was_recorded_is_paged_and_public() -> None:
    """All repositories, put together by us as one owner's, come in pages of a hundred."""
    items = list({node["id"]: {**SINCE, **node} for node in repositories()}.values())
    forge = Replay(GITHUB, PREFIX)
    forge.lists["/orgs/exempel/repos"] = items
    with running(StandIn(forge)) as server:
        found = listing(server, org="exempel")
        assert [100] * 5 == [int(request.query["per_page"]) for request in server.requests]
    assert public(items) == {one.id for one in found}
    assert (480, 15) == (len(items), len(items) - len(found))


def test_searches_are_whole_or_refused() -> None:
    """One was recorded empty; of another its first pages only, so what it counts is not there."""
    searches = [one for one in replay.github() if one.path == "/search/repositories"]
    counted = {one.file: one.json()["total_count"] for one in searches}
    for file, total in counted.items():
        pages = [one.json()["items"] for one in searches if one.file == file]
        items = [{**SINCE, **node} for page in pages for node in page]
        forge = Replay(GITHUB, PREFIX)
        forge.searches["/search/repositories"] = items, total
        with running(StandIn(forge)) as server:
            if len(items) == total:
                assert [] == listing(server, topics=("kommun",))
                continue
            with pytest.raises(ListingError, match=f"counts {total} repositories and lists 60"):
                listing(server, topics=("kommun",))
    assert 2 == len(counted)


def test_a_topic_finds_what_bears_it() -> None:
    """Repositories that share a recorded topic, put together by us as a search finds them."""
    topics = Counter(t for node in of_today(repositories()) for t in node.get("topics") or ())
    assert topics
    for topic in topics:
        items = [n for n in of_today(repositories()) if topic in (n.get("topics") or ())]
        forge = Replay(GITHUB, PREFIX)
        forge.searches["/search/repositories"] = items, len(items)
        with running(StandIn(forge)) as server:
            found = listing(server, topics=(topic,))
        assert public(items) == {one.id for one in found}
        assert all(one.about and topic in one.about.topics for one in found)


def answers_to(path: str) -> list[Exchange]:
    """Return the repositories that were recorded as an answer of their own."""
    asked = [one for one in replay.github() if re.fullmatch(path, one.path)]
    return [one for one in asked if (one.method, one.status) == ("GET", 200)]


def test_repositories_are_found_by_their_address() -> None:
    """Each answer to an address is listed under it, refused, or left out as private."""
    told = Counter[str]()
    forge = Replay(GITHUB, PREFIX)
    with running(StandIn(forge)) as server:
        for one in answers_to(ONE):
            forge.recorded = {one.path.lower(): one}
            told[addressed(server, one)] += 1
    assert {"listed": 158, "refused": 70, "private": 5} == dict(told)


def addressed(server: StandIn, one: Exchange) -> str:
    """Ask for an address; tell what came of it, which is right for what was recorded."""
    node, url = one.json(), one.path.replace("/repos", BASE)
    if REQUIRED <= node.keys():
        found = listing(server, urls=(url,))
        assert public([node]) == {one.id for one in found}
        assert {url} >= {one.declared for one in found}
        return "listed" if found else "private"
    with pytest.raises(ListingError, match="a form we do not know"):
        listing(server, urls=(url,))
    return "refused"


def test_what_was_renamed_is_followed_to_where_it_is() -> None:
    """GitHub's redirections to a number, recorded with what is there, lead to the repository."""
    moved = [one for one in replay.github() if one.status == 301 and one.path.startswith("/repos/")]
    told = Counter[str]()
    for one in moved:
        file = [other for other in replay.github() if other.file == one.file and other != one]
        with running(StandIn(Replay(GITHUB, PREFIX, [*file, one]))) as server:
            told[followed(server, one, file)] += 1
    assert {"followed": 3, "refused": 3} == dict(told)


def followed(server: StandIn, one: Exchange, file: Iterable[Exchange]) -> str:
    """Ask for an address that leads on; elsewhere than to a number is not followed."""
    url = one.path.replace("/repos", BASE)
    if not re.fullmatch(f"{GITHUB}{NUMBER}", one.headers["location"]):
        with pytest.raises(ListingError, match="leads to another host"):
            listing(server, urls=(url,))
        return "refused"
    found = listing(server, urls=(url,))
    there = [other.json() for other in file if other.url == one.headers["location"]]
    assert public(there) == {now.id for now in found}
    assert all(url == now.declared != now.url for now in found)
    return "followed"


def test_repositories_are_found_by_their_number() -> None:
    """What is missing from a listing and still there is unlisted, or private."""
    nodes = of_today(repositories())
    forge = Replay(GITHUB, PREFIX)
    known = {f"{BASE}/{node['full_name']}": node for node in nodes}

    def by_number(request: Request) -> Answer | None:
        number = request.path.rpartition("/")[2]
        found = [node for node in nodes if str(node["id"]) == number]
        return Answer.of(found[0]) if found else forge(request)

    fates: dict[str, Whereabouts] = {}
    with running(StandIn(by_number)) as server:
        for url, node in known.items():
            asker = GitHub(account(server), Patience(left=0))
            fates |= asker.whereabouts([Missing(url, f"{HOST}/{node['id']}")])
    expected = {url: "private" if n["private"] else "unlisted" for url, n in known.items()}
    assert expected == {url: found.fate for url, found in fates.items()}


ERRORS: dict[int, type[ListingError]] = {
    401: RefusedError,
    403: RefusedError,
    404: NoSuchAccountError,
    502: TooHeavyError,
}


def kind_of(one: Exchange) -> type[ListingError]:
    """Return what a recorded refusal is to us; a limit by what those who recorded it say."""
    return RateLimitedError if "RateLimit" in one.file else ERRORS.get(one.status, ListingError)


def answering(one: Exchange) -> AbstractContextManager[StandIn]:
    """Serve one recorded answer to every question."""
    return running(StandIn(lambda request: one.answered_at(GITHUB, _here(request))))


def _here(request: Request) -> str:
    return f"http://{request.headers['host']}{PREFIX}"


def test_refusals_are_understood() -> None:
    """Whatever GitHub answered instead of an answer is a fault of its kind, in our own words."""
    refusals = [one for one in replay.github() if one.method == "GET" and one.status >= 300]
    seen = Counter[str]()
    for one in refusals:
        with answering(one) as server, pytest.raises(ListingError) as caught:
            listing(server, org="exempel")
        assert (one.file, kind_of(one)) == (one.file, type(caught.value))
        said = (one.json() or {}).get("message") if isinstance(one.json(), dict) else None
        assert said is None or said not in str(caught.value)
        seen[type(caught.value).__name__] += 1
    assert {
        "ListingError": 50, "NoSuchAccountError": 53, "RefusedError": 9, "RateLimitedError": 2,
        "TooHeavyError": 7,
    } == dict(seen)  # fmt: skip


def test_answers_to_graphql_come_back_whole() -> None:
    """Data is given on as recorded, with the errors beside it."""
    asked = [one for one in replay.github() if one.path.endswith("/graphql")]
    for one in asked:
        with answering(one) as server:
            reply = Client(account(server), Patience(left=0)).graphql("{ x }", {})
        recorded = one.json()
        assert recorded["data"] == reply.data
        assert recorded.get("errors", []) == list(reply.errors)
    assert (51, 3) == (len(asked), sum("errors" in one.json() for one in asked))
