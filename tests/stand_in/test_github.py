"""The GitHub stand-in keeps GitHub's rules, so that a harvester tested on it can be believed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from github import Auth, BadCredentialsException, Github, GithubException, UnknownObjectException

from tests.stand_in.body import Body, Comment, Release, Repo, Thread, body_of
from tests.stand_in.github import TOKEN, GitHub
from tests.stand_in.server import StandIn, running

MAY = datetime(2026, 5, 1, 12, tzinfo=UTC)
LIST = """
query($login: String!, $first: Int = 2, $after: String) {
  rateLimit { cost remaining }
  repositoryOwner(login: $login) { repositories(
      first: $first, after: $after, ownerAffiliations: [OWNER], privacy: PUBLIC,
      orderBy: {field: NAME, direction: ASC}) {
    totalCount pageInfo { hasNextPage endCursor } nodes { databaseId nameWithOwner }
} } }
"""


@pytest.fixture
def body() -> Body:
    """Return a body with three repositories, a private one and a moved one."""
    made = body_of(3)
    made.repositories.append(Repo(id=7, name="hemlig", private=True))
    made.moved["exempel/gammal"] = "exempel/kod-0001"
    return made


@pytest.fixture
def forge(body: Body) -> GitHub:
    """Return the forge."""
    return GitHub(body)


@pytest.fixture
def server(forge: GitHub) -> Iterator[StandIn]:
    """Serve the forge."""
    with running(StandIn(forge)) as started:
        yield started


@pytest.fixture
def github(server: StandIn) -> Github:
    """Return PyGithub's client of the stand-in, without its pauses."""
    return client(server, TOKEN)


def client(server: StandIn, token: str | None) -> Github:
    """Make a client that shows a token, or none."""
    return Github(
        base_url=f"{server.base}/api/v3",
        auth=Auth.Token(token) if token else None,
        seconds_between_requests=0,
        seconds_between_writes=0,
        retry=None,
    )


def ask(github: Github, query: str, **variables: Any) -> Any:
    """Send a query and return the whole answer."""
    requester = github.requester
    asked = {"query": query, "variables": variables}
    return requester.requestJsonAndCheck("POST", requester.graphql_url, input=asked)[1]


def test_a_listing_is_paged_and_counted(github: Github, forge: GitHub) -> None:
    """Pages follow each other; what is private is not in them."""
    first = ask(github, LIST, login="exempel")["data"]["repositoryOwner"]["repositories"]
    cursor = first["pageInfo"]["endCursor"]
    second = ask(github, LIST, login="exempel", after=cursor)["data"]["repositoryOwner"]
    assert (3, True) == (first["totalCount"], first["pageInfo"]["hasNextPage"])
    assert [{"databaseId": 1002, "nameWithOwner": "exempel/kod-0002"}] == (
        second["repositories"]["nodes"]
    )
    assert ([], 2) == (forge.complaints, forge.points)


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("{ repositoryOwner(login: 1) { login } }", "String cannot represent"),
        ("{ viewer { nonsense } }", "Cannot query field 'nonsense'"),
        ("query($x: Int!) { nodes(ids: []) { id } node(id: $x) { id } }", "Variable '$x'"),
        ("query($x: [ID!]!) { nodes(ids: $x) { id } }", "Variable '$x'"),
        ("{ viewer {", "Syntax Error"),
        ('{ search(first: 101, type: ISSUE, query: "") { issueCount } }', "exceeds the `first`"),
        ('{ repositoryOwner(login: "exempel") { repositories { nodes { id } } } }', "`last` value"),
        ("{ viewer { login } }", "the stand-in does not know Query.viewer"),
        ('{ search(first: 1, type: ISSUE, query: "mood:good") { issueCount } }', "word mood"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_refused_and_noted(
    github: Github, forge: GitHub, query: str, complaint: str
) -> None:
    """The real schema, page limits and search words are held against every query."""
    assert ask(github, query)["errors"]
    assert complaint in forge.complaints[0]


def test_points_are_counted_as_documented(github: Github) -> None:
    """A hundred pages of issues of fifty labels cost 51 points."""
    query = """{ rateLimit { cost nodeCount } repositoryOwner(login: "exempel") {
      repositories(first: 100) { nodes { issues(first: 50) { nodes {
        labels(first: 60) { nodes { name } } } } } } } }"""
    rate = ask(github, query)["data"]["rateLimit"]
    assert {"cost": 51, "nodeCount": 100 + 5000 + 300_000} == rate


def test_what_is_missing_is_null_with_its_reason(github: Github) -> None:
    """Of the nodes asked for, one that is gone is null and has an error at its place."""
    query = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Repository { name } } }"
    answer = ask(github, query, ids=["R_1000", "R_7"])
    assert [{"name": "kod-0000"}, None] == answer["data"]["nodes"]
    assert [("NOT_FOUND", ["nodes", 1])] == [(e["type"], e["path"]) for e in answer["errors"]]


def test_threads_have_their_authors_and_replies(github: Github, body: Body, forge: GitHub) -> None:
    """Issues by outsiders and bots are told apart; so are replies."""
    body.repositories[0].threads = [
        Thread(1, MAY, comments=(Comment(MAY),), labels=("help wanted",)),
        Thread(2, MAY, bot=True),
        Thread(3, MAY, change=True, merged=MAY, author_organisations=("annan",)),
    ]
    query = """{ repository(owner: "exempel", name: "kod-0000") {
      issues(first: 5, states: OPEN) { nodes { number authorAssociation author { __typename }
        comments(first: 1) { nodes { createdAt authorAssociation } } } }
      pullRequests(last: 5, states: MERGED) { totalCount nodes { author { login
        ... on User { organizations(first: 9) { nodes { login } } } } } } } }"""
    told = ask(github, query)["data"]["repository"]
    assert ["User", "Bot"] == [i["author"]["__typename"] for i in told["issues"]["nodes"]]
    (reply,) = told["issues"]["nodes"][0]["comments"]["nodes"]
    assert {"createdAt": "2026-05-01T12:00:00Z", "authorAssociation": "MEMBER"} == reply
    (change,) = told["pullRequests"]["nodes"]
    assert [{"login": "annan"}] == change["author"]["organizations"]["nodes"]
    assert [] == forge.complaints


def test_a_search_finds_labelled_issues(github: Github, body: Body) -> None:
    """A comma between labels means or; closed ones and pull requests are left out."""
    body.repositories[0].threads = [
        Thread(1, MAY, labels=("help wanted",)),
        Thread(2, MAY, labels=("Good first issue",)),
        Thread(3, MAY, labels=("help wanted",), closed=MAY),
        Thread(4, MAY, labels=("bug",)),
        Thread(5, MAY, labels=("help wanted",), change=True),
    ]
    wanted = 'org:exempel label:"good first issue","help wanted" state:open is:public is:issue'
    query = """query($q: String!) { search(type: ISSUE, query: $q, first: 50) {
      issueCount nodes { ... on Issue { number } } } }"""
    found = ask(github, query, q=wanted)["data"]["search"]
    assert {"issueCount": 2, "nodes": [{"number": 1}, {"number": 2}]} == found


def test_a_fork_is_held_against_its_parent(github: Github, body: Body, forge: GitHub) -> None:
    """The parent's branch is ahead of the fork by what the fork lacks."""
    body.repositories[0].parent, body.repositories[0].own_commits = "annan/kod", 3
    body.repositories[0].behind = 5
    query = """{ repository(owner: "exempel", name: "kod-0000") { parent { nameWithOwner }
      defaultBranchRef { target { oid ... on Commit { committedDate } }
        compare(headRef: "annan:main") { aheadBy behindBy status } } } }"""
    told = ask(github, query)["data"]["repository"]
    assert {"nameWithOwner": "annan/kod"} == told["parent"]
    assert {"aheadBy": 5, "behindBy": 3, "status": "DIVERGED"} == (
        told["defaultBranchRef"]["compare"]
    )
    assert [] == forge.complaints


def test_releases_and_tags_are_counted(github: Github, body: Body, forge: GitHub) -> None:
    """The newest release comes first; tags are counted without being named."""
    repo = body.repositories[0]
    repo.releases, repo.tags = [Release("v1", MAY), Release("v2", MAY.replace(month=6))], 9
    query = """{ repository(owner: "exempel", name: "kod-0000") {
      refs(refPrefix: "refs/tags/", first: 1) { totalCount nodes { name } }
      releases(first: 1, orderBy: {field: CREATED_AT, direction: DESC}) {
        totalCount nodes { tagName publishedAt isPrerelease isDraft description } } } }"""
    told = ask(github, query)["data"]["repository"]
    assert (9, 2) == (told["refs"]["totalCount"], told["releases"]["totalCount"])
    assert "v2" == told["releases"]["nodes"][0]["tagName"]
    assert [] == forge.complaints


def test_rest_lists_in_pages(server: StandIn) -> None:
    """PyGithub finds every public repository without a token."""
    listed = list(client(server, None).get_organization("exempel").get_repos(type="public"))
    assert ["kod-0000", "kod-0001", "kod-0002"] == sorted(repo.name for repo in listed)
    assert (1000, ["kommun"], False) == (listed[0].id, listed[0].topics, listed[0].archived)


def test_rest_follows_what_has_moved(github: Github, server: StandIn) -> None:
    """A former name answers with where it is now."""
    assert "exempel/kod-0001" == github.get_repo("exempel/gammal").full_name
    assert "/api/v3/repositories/1001" == server.requests[-1].path


def test_rest_searches_by_topic(github: Github) -> None:
    """The body's own convention is found across owners."""
    assert 3 == github.search_repositories("topic:kommun").totalCount


def test_what_is_private_is_not_there(github: Github) -> None:
    """An outsider cannot tell private from gone."""
    with pytest.raises(UnknownObjectException):
        github.get_repo("exempel/hemlig")


def test_tokens_are_looked_at(server: StandIn) -> None:
    """A token nobody gave is refused, and no token is enough for REST only."""
    with pytest.raises(BadCredentialsException):
        ask(client(server, "wrong"), LIST, login="exempel")
    with pytest.raises(GithubException, match="Requires authentication"):
        ask(client(server, None), LIST, login="exempel")
    assert 3 == client(server, None).get_organization("exempel").public_repos


def test_an_app_gets_a_token_for_an_hour(server: StandIn) -> None:
    """Where a GitHub App is installed, its signed word is changed for a token."""
    signed = Auth.AppAuth(1, sign_func=lambda _claims: JWT)
    app = Github(base_url=f"{server.base}/api/v3", auth=signed.get_installation_auth(1))
    assert "exempel" == app.get_organization("exempel").login


JWT = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiAiMSIsICJleHAiOiA0MTAyNDQ0ODAwfQ.c2lnbmVk"


def test_the_budget_runs_out(server: StandIn, forge: GitHub) -> None:
    """When the hour's requests are used up, nothing is answered any more."""
    forge.anonymous = 1
    asker = client(server, None)
    asker.get_organization("exempel")
    with pytest.raises(GithubException) as refused:
        asker.get_organization("exempel")
    assert (403, "0") == (
        refused.value.status,
        (refused.value.headers or {}).get("x-ratelimit-remaining"),
    )
