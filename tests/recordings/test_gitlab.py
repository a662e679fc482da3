"""What GitLab's REST interface has really answered is as we take it, and goes through our code.

Listings come from GraphQL, of which nothing was recorded. What asks REST is the fate of projects,
parents of forks and whole lists.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import unquote

import pytest

from harvesters.forges.account import Account
from harvesters.forges.asking import Patience
from harvesters.forges.gitlab import GitLab, answers
from harvesters.forges.gitlab.api import Api
from harvesters.forges.listing import Asked, ListingError, Missing
from tests.recordings import replay
from tests.recordings.replay import GITLAB, Exchange, Replay, parts
from tests.stand_in.server import StandIn, running

pytestmark = pytest.mark.recordings

HOST, BASE, PREFIX = "gitlab.com", "https://gitlab.com", "/api/v4"
ONE = r"/api/v4/projects/[^/]+"


def projects() -> list[dict[str, Any]]:
    """Find every project in the recordings, parents of forks too."""
    return [p for one in replay.gitlab() for p in parts(one.json(), "path_with_namespace")]


def parents() -> list[dict[str, Any]]:
    """Find what forks were made from."""
    return [p["forked_from_project"] for p in projects() if "forked_from_project" in p]


def moment(value: str) -> datetime:
    """Read a moment, which has its time zone."""
    read = datetime.fromisoformat(value)
    assert read.tzinfo is not None
    return read


def test_all_that_was_recorded_is_read() -> None:
    """The number of exchanges and projects is that of the distribution that is pinned."""
    statuses = Counter(one.status // 100 for one in replay.gitlab())
    assert {2: 1190, 4: 32} == dict(statuses)
    assert (551, 142) == (len(projects()), len(parents()))


def test_a_project_has_the_form_that_we_take_it_for() -> None:
    """Numbers, paths, branches and moments; only a parent leaves its visibility out."""
    for project in projects():
        assert isinstance(project["id"], int)
        assert re.fullmatch(r"[^/]+(/[^/]+)+", project["path_with_namespace"])
        assert isinstance(project["default_branch"], str | None)
        assert moment(project["created_at"]) <= moment(project["last_activity_at"])
        assert project.get("visibility") in {"public", "internal", "private", None}
    assert 142 == sum("visibility" not in parent for parent in parents())


def test_a_project_shown_to_nobody_in_particular_has_no_visibility() -> None:
    """Asked without a token, GitLab leaves it out: what is shown is public, and not said to be."""
    asked = [o for o in replay.gitlab() if re.fullmatch(ONE, o.path) and o.method == "GET"]
    untold = [one.json() for one in asked if one.status == 200 and "visibility" not in one.json()]
    assert [False] == ["permissions" in project for project in untold]


def test_a_list_tells_its_next_page_twice() -> None:
    """Links and X-Next-Page say the same, and a page that leads on is full."""
    lists = [one for one in replay.gitlab() if "x-page" in one.headers]
    for one in lists:
        following = one.headers["x-next-page"]
        assert one.says_more() == bool(following)
        assert len(one.json()) == int(one.headers["x-per-page"]) or not following
    untold = [one for one in lists if "x-total" not in one.headers]
    assert (190, 1) == (len(lists), len(untold))


def test_a_refusal_says_in_json_what_it_is() -> None:
    """What is not there, or not for us, has a message and a status that fit each other."""
    refused = [one for one in replay.gitlab() if one.status in {401, 403, 404}]
    assert all(str(one.status) in one.json()["message"] for one in refused)
    assert {401: 4, 403: 1, 404: 20} == dict(Counter(one.status for one in refused))


def account(server: StandIn) -> Account:
    """Make a source on GitLab, for which a server stands in."""
    return Account(
        org=None, urls=(), topics=(), base=BASE, root=server.base, today=date(2026, 6, 1)
    )


def asked_by_path() -> Iterator[tuple[str, Exchange]]:
    """Return each path that was asked for, with every different answer."""
    for one in replay.gitlab():
        name = unquote(one.path.rpartition("/")[2]) if re.fullmatch(ONE, one.path) else ""
        if one.method == "GET" and "%2F" in one.path and name:
            yield name, one


def test_the_fate_of_a_project_is_what_was_recorded() -> None:
    """A project asked for by its path is there, private, elsewhere or gone."""
    told = Counter[str]()
    forge = Replay(GITLAB, PREFIX)
    with running(StandIn(forge)) as server:
        asker = GitLab(account(server), Patience(left=0))
        for name, one in asked_by_path():
            forge.recorded = {f"/projects/{name}".lower(): one}
            fates = asker.whereabouts([Missing(f"{BASE}/{name}", None)])
            (fate,) = fates.values()
            assert expected(name, one) == (fate.fate, fate.to)
            told[fate.fate] += 1
    assert {"unlisted": 225, "private": 8, "gone": 10} == dict(told)


def expected(name: str, one: Exchange) -> tuple[str, str | None]:
    """Return a project's fate by the answer that was recorded."""
    if one.status == 404:
        return "gone", None
    project = one.json()
    if project.get("visibility", "public") != "public":
        return "private", None
    now = project["path_with_namespace"]
    return ("unlisted", None) if now.lower() == name.lower() else ("moved", now)


def test_a_parent_is_read_as_recorded() -> None:
    """A fork's parent keeps its number and its path."""
    for recorded in parents():
        parent = answers.read(answers.Parent, recorded)
        assert parent is not None
        assert (recorded["id"], recorded["path_with_namespace"]) == (
            parent.id,
            parent.path_with_namespace,
        )


def test_releases_and_issues_have_what_graphql_calls_otherwise() -> None:
    """REST's words, spelt as GraphQL spells them, are read without loss."""
    releases = [r for one in _lists("releases") for r in one.json()]
    for release in releases:
        read = answers.read(answers.Release, _spelt(release))
        assert read is not None
        assert (release["tag_name"], moment(release["released_at"])) == (
            read.tag_name,
            read.released_at,
        )
    issues = [issue for one in _lists("issues") for issue in one.json()]
    for issue in issues:
        newcomer = answers.read(answers.Newcomer, _spelt(issue))
        assert newcomer is not None
        assert (moment(issue["created_at"]), issue["confidential"]) == (
            newcomer.created_at,
            newcomer.confidential,
        )
    assert (225, 221) == (len(releases), len(issues))


def _lists(kind: str) -> list[Exchange]:
    asked = [one for one in replay.gitlab() if one.path.endswith(f"/{kind}")]
    return [one for one in asked if one.method == "GET"]


def _spelt(row: dict[str, Any]) -> dict[str, Any]:
    """Spell as GraphQL does, for which a number within a project is text."""
    named = row | {"iid": str(row.get("iid"))}
    return {re.sub(r"_(\w)", lambda m: m[1].upper(), name): value for name, value in named.items()}


def whole() -> Iterator[tuple[str, list[Any]]]:
    """Return the lists whose recorded pages are as many things as each page counts."""
    lists = [one for one in replay.gitlab() if one.headers.get("x-total")]
    for file, path in dict.fromkeys((one.file, one.path) for one in lists):
        pages = [one for one in lists if (one.file, one.path) == (file, path)]
        items = list({str(item): item for page in pages for item in page.json()}.values())
        if {str(len(items))} == {page.headers["x-total"] for page in pages}:
            yield path.removeprefix(PREFIX), items


def test_lists_are_read_whole() -> None:
    """Every list that was recorded whole is read in pages and counted, nothing lost or twice."""
    forge, read = Replay(GITLAB, PREFIX), 0
    with running(StandIn(forge)) as server:
        asker = Api(account(server), Asked(), Patience(left=0))
        for path, items in whole():
            forge.lists = {unquote(path).lower(): items}
            assert items == asker.rows(path, {})
            assert len(items) == asker.total(path, {})
            read += 1
    assert read > 10


def test_refusals_are_understood() -> None:
    """What GitLab refused is a fault of a listing, in our own words."""
    refused = [one for one in replay.gitlab() if one.status >= 400 and one.method == "GET"]
    kinds = defaultdict[int, set[str]](set)
    forge = Replay(GITLAB, PREFIX)
    with running(StandIn(forge)) as server:
        asker = Api(account(server), Asked(), Patience(left=0))
        for one in refused:
            forge.recorded = {"/projects/1": one}
            with pytest.raises(ListingError) as caught:
                asker.get("/projects/1")
            assert str(one.json()["message"]) not in str(caught.value)
            kinds[one.status].add(type(caught.value).__name__)
    assert {400: {"ListingError"}, 401: {"RefusedError"}, 404: {"NotThereError"}} == kinds
