"""The usual faults look as they do on GitHub."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import requests

from tests.stand_in import faults
from tests.stand_in.body import body_of
from tests.stand_in.github import TOKEN, GitHub
from tests.stand_in.server import Answer, Fault, StandIn, running

QUERY = """query($first: Int, $ids: [ID!] = []) {
  nodes(ids: $ids) { id }
  repositoryOwner(login: "exempel") { repositories(first: $first) { nodes { name } } } }"""


def ask(server: StandIn, **variables: Any) -> requests.Response:
    """Send a query."""
    return requests.post(
        f"{server.base}/api/graphql",
        json={"query": QUERY, "variables": {"first": 4, **variables}},
        headers={"Authorization": f"bearer {TOKEN}"},
        timeout=5,
    )


def served(make: Callable[[GitHub], Fault]) -> StandIn:
    """Make a stand-in of four repositories with one fault."""
    forge = GitHub(body_of(4))
    server = StandIn(forge)
    server.faults.append(make(forge))
    return server


@pytest.mark.parametrize(
    ("answer", "status", "headers"),
    [
        (faults.too_many(), 429, {"Retry-After": None}),
        (faults.too_many(3), 429, {"Retry-After": "3"}),
        (faults.secondary(), 403, {"Retry-After": None}),
        (faults.exhausted(), 403, {"X-RateLimit-Remaining": "0"}),
        (faults.rate_limited(), 200, {"X-RateLimit-Remaining": "0"}),
        (faults.too_heavy(), 200, {}),
        (faults.bad_gateway(), 502, {"Content-Type": "text/html"}),
    ],
)
def test_a_refusal_has_its_status_and_headers(
    answer: Answer, status: int, headers: dict[str, str | None]
) -> None:
    """What a client decides by is there; the next request is answered again."""
    with running(served(lambda _: faults.fault(answer))) as server:
        first, second = ask(server), ask(server)
    assert (status, headers) == (first.status_code, {n: first.headers.get(n) for n in headers})
    assert 4 == len(second.json()["data"]["repositoryOwner"]["repositories"]["nodes"])


@pytest.mark.parametrize("answer", [faults.html(), faults.half_json()])
def test_an_answer_may_be_no_json(answer: Answer) -> None:
    """A 200 is no promise."""
    with running(served(lambda _: faults.fault(answer))) as server:
        text = ask(server).text
    with pytest.raises(json.JSONDecodeError):
        json.loads(text)


def test_a_connection_may_end_too_early() -> None:
    """Half the answer comes."""
    with (
        running(served(faults.cut)) as server,
        pytest.raises((requests.exceptions.ChunkedEncodingError, requests.ConnectionError)),
    ):
        ask(server)


def test_a_large_page_may_be_too_much() -> None:
    """Only pages and lists of nodes up to a size are answered."""
    with running(served(lambda _: faults.larger_than(3))) as server:
        sizes = [ask(server, **asked).status_code for asked in
                 ({"first": 4}, {"first": 3}, {"first": 1, "ids": ["a"] * 4})]  # fmt: skip
    assert [502, 200, 502] == sizes


def test_one_repository_may_never_work() -> None:
    """Whatever page it is on fails."""
    with running(served(lambda _: faults.holding("R_1001"))) as server:
        got = [ask(server, ids=ids).status_code for ids in (["R_1000"], ["R_1000", "R_1001"])]
    assert [200, 502] == got


def test_data_may_come_in_part() -> None:
    """A node is null and its error names the place."""
    with running(served(lambda forge: faults.without(forge, ["kod-0001"]))) as server:
        told = ask(server).json()
    assert None is told["data"]["repositoryOwner"]["repositories"]["nodes"][1]
    (error,) = told["errors"]
    assert ("FORBIDDEN", ["repositoryOwner", "repositories", "nodes", 1]) == (
        error["type"], error["path"]
    )  # fmt: skip


def test_a_listing_may_shrink_under_the_reader() -> None:
    """The second page knows of half as many."""
    body = body_of(4)
    server = StandIn(GitHub(body))
    server.faults.append(faults.shrinks(body))
    with running(server):
        counts = [len(ask(server).json()["data"]["repositoryOwner"]["repositories"]["nodes"])
                  for _ in range(2)]  # fmt: skip
    assert [4, 2] == counts


def test_a_token_may_expire() -> None:
    """It works a few times and then never again."""
    with running(served(lambda _: faults.expires(2))) as server:
        assert [200, 200, 401, 401] == [ask(server).status_code for _ in range(4)]
