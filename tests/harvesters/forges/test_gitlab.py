"""GitLab: a whole listing or an error, few requests, honest gaps, a token that stays at home."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from catalog.models.curated import Body as Owner
from catalog.models.curated import CuratedData, Source
from catalog.models.evidence import Found, Unseen
from catalog.models.forge import (
    ForgeFacts,
    ForgeRelease,
    ForgeReleases,
    ForkParent,
    ForkWork,
    NewcomerIssue,
    OpenWork,
    OutsideContributions,
    Replies,
    Reviews,
)
from catalog.store.snapshot import read_snapshot
from harvesters.forges.account import STAND_IN, Account
from harvesters.forges.asking import Patience
from harvesters.forges.gitlab import GitLab
from harvesters.forges.gitlab.documents import details
from harvesters.forges.listing import ListingError, Missing, Standing, Whereabouts
from harvesters.run import Harvest
from tests.repositories import MakeRepository
from tests.stand_in.body import Body, Comment, Release, Repo, Thread, body_of, commit_of
from tests.stand_in.gitlab import GitLabStandIn
from tests.stand_in.server import Answer, Fault, Request, StandIn, running

TODAY = date(2026, 9, 1)
NOON = datetime(2026, 8, 1, 12, tzinfo=UTC)
SECRET = "glpat-not-a-real-one"  # noqa: S105 made up
BASE = "https://gitlab.com"


class Bench:
    """A GitLab on this machine with a client of it; ``waits`` is what the client slept."""

    def __init__(self, forge: GitLabStandIn, server: StandIn) -> None:
        """Keep both."""
        self.forge, self.server = forge, server
        self.waits: list[float] = []

    def client(self, **account: object) -> GitLab:
        """Make a client that has asked nothing yet."""
        told = {"org": "exempel", "urls": (), "topics": (), "base": BASE, "today": TODAY}
        token = {"token": SecretStr(SECRET), "token_name": "GITLAB"} if self.forge.token else {}
        known = {**told, "root": self.server.base, **token, **account}
        return GitLab(Account.model_validate(known), Patience(sleep=self.waits.append))

    def described(self, **account: object) -> list[ForgeFacts]:
        """List and describe everything."""
        client = self.client(**account)
        return [facts for _, facts in client.describe(client.repositories())]


Begin = Callable[..., Bench]


@pytest.fixture
def begin() -> Iterator[Begin]:
    """Return a function that starts a GitLab for a body."""
    stopping = []

    def start(body: Body, **how: object) -> Bench:
        forge = replace(GitLabStandIn(body), **how)  # type: ignore[arg-type]  # the test's words
        context = running(StandIn(forge))
        stopping.append(context)
        return Bench(forge, context.__enter__())

    yield start
    for context in stopping:
        context.__exit__(None, None, None)


def one(**about: object) -> Body:
    """Make a body with one project, number 7."""
    told = {"id": 7, "name": "kod", "commit": commit_of(7), **about}
    return Body(repositories=[Repo(**told)])  # type: ignore[arg-type]  # the test's words


def with_private(count: int) -> Body:
    """Make a body with so many public projects and one that is hidden."""
    body = body_of(count)
    body.repositories.append(Repo(id=1, name="dolt", private=True))
    return body


def is_page(size: int) -> Callable[[Request], bool]:
    """Match questions for lists of at least so many."""

    def matches(request: Request) -> bool:
        return request.path == "/api/graphql" and request.json()["variables"]["first"] >= size

    return matches


# Listing


def test_listing_tells_what_the_forge_knows(begin: Begin) -> None:
    """A listed project has its address, its id, where it stands and what the forge says of it."""
    body = one(description="Kod", topics=("b", "a"), stars=3, language="PHP", wiki=True)
    (listed,) = begin(body).client().repositories()
    assert f"{BASE}/exempel/kod" == listed.url
    assert f"{BASE}/exempel/kod.git" == listed.location
    assert "gitlab.com/7" == listed.id
    assert Standing("main", commit_of(7)) == listed.standing
    assert listed.about is not None
    told = listed.about
    assert ("Kod", ("a", "b"), 3, "PHP", True) == (
        told.description, told.topics, told.stars, told.language, told.wiki,
    )  # fmt: skip
    assert date(2020, 1, 1) == told.created


def test_subgroups_are_listed(begin: Begin) -> None:
    """A group's projects are those of its subgroups too, and of no group with a similar name."""
    body = one(owner="exempel/under/djup")
    body.repositories.append(Repo(id=8, name="annan", owner="exempel-2", commit=commit_of(8)))
    found = begin(body).client().repositories()
    assert [f"{BASE}/exempel/under/djup/kod"] == [listed.url for listed in found]


def test_every_page_is_read(begin: Begin) -> None:
    """250 projects come in three pages, each project once."""
    bench = begin(body_of(250))
    found = bench.client().repositories()
    assert (250, 3) == (len({listed.id for listed in found}), len(bench.server.requests))


def test_empty_repository_stands_nowhere(begin: Begin) -> None:
    """A project without commits has neither branch nor commit."""
    (listed,) = begin(one(commit=None)).client().repositories()
    assert Standing(None, None) == listed.standing


def test_hidden_projects_do_not_make_a_listing_incomplete(begin: Begin) -> None:
    """GitLab counts private projects that it does not show: how many are public is asked then."""
    bench = begin(with_private(3))
    assert 3 == len(bench.client().repositories())
    assert 2 == len(bench.server.requests)


def test_listing_that_lacks_a_public_project_is_refused(begin: Begin) -> None:
    """Fewer projects than there are public ones is an error."""
    bench = begin(with_private(3))
    rest = Answer.of([{"id": 1}], 200, x_total="4")
    bench.server.faults.append(Fault(lambda _: rest, lambda r: r.path.endswith("/projects")))
    with pytest.raises(ListingError, match="gave 3 of 4 projects"):
        bench.client().repositories()


def test_user_is_listed(begin: Begin) -> None:
    """A name that is no group may be a user's, whose projects REST lists."""
    body = body_of(120)
    body.user = True
    assert 120 == len(begin(body).client().repositories())


def test_unknown_name_is_said(begin: Begin) -> None:
    """A name that is neither a group's nor a user's is an error that says so."""
    with pytest.raises(ListingError, match=r"no group or user called saknas at gitlab\.com"):
        begin(one()).client(org="saknas").repositories()


def test_topics_and_addresses_and_group_are_one_listing(begin: Begin) -> None:
    """What is found in several ways is listed once, in the order of addresses."""
    body = one(topics=("kommun",))
    body.repositories += [
        Repo(id=8, name="b", owner="annan", commit=commit_of(8), topics=("kommun", "mer")),
        Repo(id=9, name="c", owner="tredje", commit=commit_of(9)),
    ]
    urls = (f"{BASE}/Tredje/c.git", f"{BASE}/exempel/kod", f"{BASE}/saknas/nu")
    found = begin(body).client(topics=("kommun",), urls=urls).repositories()
    assert ["annan/b", "exempel/kod", "tredje/c"] == [listed.handle for listed in found]


def test_many_addresses_are_asked_in_fifties(begin: Begin) -> None:
    """GitLab takes no more than 50 paths at a time."""
    bench = begin(body_of(120))
    urls = tuple(f"{BASE}/exempel/kod-{n:04}" for n in range(120))
    assert 120 == len(bench.client(org=None, urls=urls).repositories())
    assert 3 == len(bench.server.requests)


def test_address_elsewhere_is_refused(begin: Begin) -> None:
    """An address on another host cannot be asked about here."""
    with pytest.raises(ListingError, match=r"not on gitlab\.com"):
        begin(one()).client(urls=("https://git.example.org/a/b",)).repositories()


def test_project_being_deleted_is_not_listed(begin: Begin) -> None:
    """A project whose deletion is scheduled is as good as gone."""
    assert [] == begin(one(name="kod-deletion_scheduled-7")).client().repositories()


def test_instance_below_a_path(begin: Begin) -> None:
    """An instance may live below a path, which is part of every address."""
    bench = begin(one())
    urls = ("https://example.org/git/exempel/kod",)
    account = {"base": "https://example.org/git", "org": None, "urls": urls}
    assert list(urls) == [listed.url for listed in bench.client(**account).repositories()]


def test_older_instance_is_asked_less(begin: Begin) -> None:
    """Fields that an instance does not know are left out, and the rest is told."""
    lacks = frozenset(
        {
            "Project.isForked",
            "Project.languages",
            "Project.forkDetails",
            "Project.openMergeRequestsCount",
            "Note.internal",
            "MergeRequest.closedAt",
        }
    )
    (facts,) = begin(one(language="PHP"), lacks=lacks).described()
    assert Found(found=OpenWork(issues=0)) == facts.open


# Budgets


@pytest.mark.parametrize(("token", "most"), [(None, 12), (SECRET, 7)])
def test_cold_budget(begin: Begin, token: str | None, most: int) -> None:
    """170 projects are listed and described in at most 12 requests."""
    bench = begin(body_of(170), token=token)
    assert 170 == len(bench.described())
    assert most >= len(bench.server.requests)


@pytest.mark.parametrize("token", [None, SECRET])
def test_unchanged_budget(begin: Begin, token: str | None) -> None:
    """Listing 170 projects and describing a seventh takes at most 4 requests."""
    bench = begin(with_private(170), token=token)
    client = bench.client()
    facts = dict(client.describe(client.repositories()[::7]))
    assert 25 == len(facts)
    assert 4 == client.asked.requests == len(bench.server.requests)


def test_costs_are_counted(begin: Begin) -> None:
    """What questions cost is the sum of what GitLab says."""
    bench = begin(body_of(3))
    client = bench.client()
    list(client.describe(client.repositories()))
    assert sum(bench.forge.scores) == client.asked.points


def test_documents_are_short() -> None:
    """GitLab refuses a document of more than 10,000 characters."""
    assert 10_000 > len(details(50, members=True, reviews=True))


# Adapting


def test_page_shrinks_below_the_limit(begin: Begin) -> None:
    """A page that costs too much is halved, then as long as the limit allows."""
    bench = begin(body_of(170), limit=95)
    assert 170 == len(bench.client().repositories())
    sizes = [request.json()["variables"]["first"] for request in bench.server.requests]
    assert [100, 50] == sizes[:2]
    assert all(50 < size < 100 for size in sizes[2:])


def test_large_pages_that_fail_are_halved_for_good(begin: Begin) -> None:
    """A gateway that gives up on long pages is asked for shorter ones, and not for longer again."""
    bench = begin(body_of(170))
    gave_up = Fault(lambda _: Answer(502, b"<html>"), is_page(50), times=None)
    bench.server.faults.append(gave_up)
    assert 170 == len(bench.client().repositories())
    sizes = [request.json()["variables"]["first"] for request in bench.server.requests]
    assert [100, 50, 25, 25, 25, 25, 25, 25, 25] == sizes


def test_project_that_is_always_too_heavy_is_told_apart(begin: Begin) -> None:
    """One project that cannot be described takes none of the others with it."""
    bench = begin(body_of(30))

    def heavy(request: Request) -> bool:
        return "gid://gitlab/Project/1004" in (request.json()["variables"].get("ids") or ())

    timeout = {"errors": [{"message": "Request timed out. Please try a less complex query"}]}
    bench.server.faults.append(Fault(lambda _: Answer.of(timeout), heavy, times=None))
    facts = {told.id: told.open for told in bench.described()}
    assert 30 == len(facts)
    assert Unseen(unseen="too-heavy") == facts.pop("gitlab.com/1004")
    assert 29 == list(facts.values()).count(Found(found=OpenWork(issues=0, changes=0)))


# Faults


def test_wait_that_is_asked_for_is_kept(begin: Begin) -> None:
    """A 429 is obeyed: for as long as it says, or longer each time where it does not say."""
    bench = begin(body_of(3))
    bench.server.faults.append(Fault(lambda _: Answer(429, headers={"Retry-After": "7"})))
    bench.server.faults.append(Fault(lambda _: Answer(429, b"Retry later"), times=2))
    assert 3 == len(bench.client().repositories())
    assert [7, 30, 60] == bench.waits


def test_wait_until_a_moment_is_kept(begin: Begin) -> None:
    """A 429 may name a moment, in either of two headers."""
    bench = begin(body_of(3))
    http_date = {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}
    reset = {"RateLimit-Reset": str(int(time.time()) - 5)}
    odd = {"Retry-After": "soon"}
    bench.server.faults += [
        Fault(lambda _, headers=headers: Answer(429, headers=headers))  # type: ignore[misc]
        for headers in (http_date, reset, odd)
    ]
    bench.client().repositories()
    assert [1, 1, 60] == bench.waits


def test_waiting_has_an_end(begin: Begin) -> None:
    """A forge that keeps asking to wait is left for another day, within 15 minutes."""
    bench = begin(body_of(3))
    bench.server.faults.append(
        Fault(lambda _: Answer(429, headers={"Retry-After": "400"}), times=None)
    )
    with pytest.raises(ListingError, match="asks us to wait"):
        bench.client().repositories()
    assert [400, 400] == bench.waits


HTML = {"Content-Type": "text/html"}
JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(403, b"<html>"), "refuses to answer"),
        (Answer(401, b"{}"), "tells nothing without a token"),
        (Answer(404, b"<html>"), "does not answer as a GitLab does there"),
        (Answer(418, b"tea"), "answered with the error 418"),
        (Answer(503, b""), "could not answer, however little was asked at once"),
        (Answer(200, b"<html>", HTML), "something that GitLab would not say"),
        (Answer(200, b'{"data": {"gr', JSON), "something other than whole JSON"),
        (Answer(200, b"[1]", JSON), "something that GitLab would not say"),
        (Answer.of({"data": None}), "something that GitLab would not say"),
        (Answer.of({"data": {"group": {"projects": 1}}}), "something that GitLab would not say"),
        (Answer.of({"errors": 1}), "something that GitLab would not say"),
        (Answer.of({"errors": ["x"]}), "something that GitLab would not say"),
        (Answer.of({"errors": [{"message": "?"}]}), "did not understand the question"),
        (Answer(200, b'{"data": {"group": null}}', JSON, cut=9), "failed or broke off"),
    ],
)
def test_fault_is_said_in_words(begin: Begin, answer: Answer, said: str) -> None:
    """Whatever goes wrong is a sentence that names the host, and neither address nor token."""
    bench = begin(body_of(3))
    bench.server.faults.append(Fault(lambda _: answer, times=None))
    with pytest.raises(ListingError, match=said) as caught:
        bench.client().repositories()
    assert "://" not in str(caught.value)


def test_nobody_there(begin: Begin) -> None:
    """A host that does not answer is said so, after two more tries."""
    bench = begin(body_of(3))
    with pytest.raises(ListingError, match=r"connection to gitlab\.com failed"):
        bench.client(root="http://127.0.0.1:9").repositories()
    assert [1, 4] == bench.waits


def test_connection_that_breaks_once_is_tried_again(begin: Begin) -> None:
    """A connection cut in the middle of a body costs a second and one more request."""
    bench = begin(body_of(3))
    cut = Answer(200, b'{"data": {"group": null}}', JSON, cut=9)
    bench.server.faults.append(Fault(lambda _: cut))
    assert 3 == len(bench.client().repositories())


def test_token_that_expires_midway_ends_the_listing(begin: Begin) -> None:
    """A second page that is refused makes the listing incomplete, not shorter."""
    bench = begin(body_of(150), token=SECRET)
    bench.server.faults.append(Fault(lambda _: Answer(401, b"{}"), after=1))
    with pytest.raises(ListingError, match="expired or withdrawn"):
        bench.client().repositories()


def test_passing_fault_of_a_count_is_waited_for(begin: Begin) -> None:
    """A question that cannot be made smaller is asked again after a moment."""
    bench = begin(with_private(3))
    bench.server.faults.append(Fault(lambda _: Answer(503), lambda r: r.method == "GET"))
    assert 3 == len(bench.client().repositories())
    assert [1] == bench.waits


def test_partial_list_is_refused(begin: Begin) -> None:
    """Errors beside the data of a listing make it incomplete."""
    bench = begin(body_of(3))
    page = {"count": 0, "pageInfo": {"hasNextPage": False}, "nodes": []}
    partial = {"data": {"group": {"projects": page}}, "errors": [{"message": "Internal"}]}
    bench.server.faults.append(Fault(lambda _: Answer.of(partial)))
    with pytest.raises(ListingError, match="only part of the list"):
        bench.client().repositories()


@pytest.mark.parametrize("nodes", [[None], [{"id": "gid://gitlab/Project/x"}]])
def test_hole_in_a_list_is_refused(begin: Begin, nodes: list[object]) -> None:
    """A project that is null or misshapen makes a listing incomplete."""
    bench = begin(body_of(3))
    page = {"count": 1, "pageInfo": {"hasNextPage": False}, "nodes": nodes}
    bench.server.faults.append(Fault(lambda _: Answer.of({"data": {"group": {"projects": page}}})))
    with pytest.raises(ListingError, match="GitLab would not say"):
        bench.client().repositories()


@pytest.mark.parametrize("name", ["../x", "a b", '"', "-x", "", "a//b", "a\n"])
def test_path_that_is_no_path_is_refused(begin: Begin, name: str) -> None:
    """A path becomes an address and a file's name: one that could be more is not taken."""
    with pytest.raises(ListingError, match="GitLab would not say"):
        begin(one(name=name)).client().repositories()


def test_page_without_end_is_refused(begin: Begin) -> None:
    """A list that goes on without a place to go on from is an error, not a loop."""
    bench = begin(body_of(3))
    page = {"count": 1, "pageInfo": {"hasNextPage": True, "endCursor": None}, "nodes": []}
    bench.server.faults.append(Fault(lambda _: Answer.of({"data": {"group": {"projects": page}}})))
    with pytest.raises(ListingError, match="same page of projects for ever"):
        bench.client().repositories()


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(401, b"{}"), "forbidden"),
        (Answer(403, b"{}"), "forbidden"),
        (Answer(429, headers={"Retry-After": "9999"}), "rate-limited"),
        (Answer(502), "too-heavy"),
        (Answer(200, b"{", JSON), "failed"),
    ],
)
def test_description_that_fails_is_unseen(begin: Begin, answer: Answer, reason: str) -> None:
    """What goes wrong after the listing leaves each project with a reason, and what was listed."""
    bench = begin(body_of(60), token=SECRET)
    client = bench.client()
    listed = client.repositories()
    bench.server.faults.append(Fault(lambda _: answer, times=None, after=1))
    facts = [told for _, told in client.describe(listed)]
    assert 60 == len(facts)
    assert Found(found=OpenWork(issues=0, changes=0)) == facts[0].open
    assert Unseen.model_validate({"unseen": reason}) == facts[-1].open == facts[-1].replies
    assert isinstance(facts[-1].about, Found)


def test_field_that_fails_is_unseen_alone(begin: Begin) -> None:
    """An error at one field of one project takes nothing else with it."""
    bench = begin(one())
    client = bench.client()
    listed = client.repositories()
    node = {"id": "gid://gitlab/Project/7", "releases": None, "openIssuesCount": 2}
    path = ["projects", "nodes", 0, "releases"]
    errors = [{"message": "Internal server error", "path": path}]
    partial = Answer.of({"data": {"projects": {"nodes": [node]}}, "errors": errors})
    bench.server.faults.append(Fault(lambda _: partial))
    ((_, facts),) = client.describe(listed)
    assert (Unseen(unseen="failed"), Unseen(unseen="forbidden")) == (
        facts.releases,
        facts.newcomers,
    )
    assert Found(found=OpenWork(issues=2)) == facts.open


# Tokens


def test_token_is_shown_as_bearer(begin: Begin) -> None:
    """The token goes to the forge in the header that all its kinds are accepted in."""
    bench = begin(body_of(3), token=SECRET)
    bench.client().repositories()
    assert f"Bearer {SECRET}" == bench.server.requests[0].headers["authorization"]


def test_token_that_is_not_accepted_is_named(begin: Begin) -> None:
    """A refused token is told by its variable's name, never by itself."""
    bench = begin(body_of(3), token="another")  # noqa: S106 made up
    with pytest.raises(ListingError, match="the token in GITLAB: expired or withdrawn") as caught:
        bench.client().repositories()
    assert SECRET not in f"{caught.value!r} {caught.value}"


def test_job_token_is_not_sent(begin: Begin) -> None:
    """A job's token is not for GraphQL: what is public is asked for without it."""
    bench = begin(body_of(3))
    token = {"token": SecretStr(SECRET), "token_name": "CI_JOB_TOKEN"}
    assert 3 == len(bench.client(**token).repositories())
    assert not any(SECRET in str(request.headers) for request in bench.server.requests)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_redirect_to_another_host_is_refused(begin: Begin, status: int) -> None:
    """Neither a question nor a token follows a redirect to another host."""
    bench, other = begin(body_of(3), token=SECRET), begin(body_of(3), token=SECRET)
    elsewhere = other.server.base.replace("127.0.0.1", "localhost")
    redirect = Answer(status, headers={"Location": f"{elsewhere}/api/graphql"})
    bench.server.faults.append(Fault(lambda _: redirect, times=None))
    with pytest.raises(ListingError, match="sends us on to another host"):
        bench.client().repositories()
    assert [] == other.server.requests


def test_next_page_on_another_host_is_not_followed(begin: Begin) -> None:
    """A list whose next page is said to be elsewhere goes on at home."""
    body = body_of(120)
    body.user = True
    bench, other = begin(body), begin(body)
    rows = [{"id": 1000 + n} for n in range(100)]
    link = f'<{other.server.base}/api/v4/users/exempel/projects?page=2&per_page=100>; rel="next"'
    answer = Answer.of(rows, 200, link=link, x_total="120")
    bench.server.faults.append(Fault(lambda _: answer, lambda r: r.path.endswith("/projects")))
    assert 120 == len(bench.client().repositories())
    assert [] == other.server.requests


def test_redirect_of_a_question_on_the_same_host_is_said(begin: Begin) -> None:
    """A question that is redirected would lose its body: the address is to be corrected."""
    bench = begin(body_of(3))
    redirect = Answer(301, headers={"Location": f"{bench.server.base}/elsewhere"})
    bench.server.faults.append(Fault(lambda _: redirect))
    with pytest.raises(ListingError, match="answers at another address"):
        bench.client().repositories()


def test_client_shows_no_token(begin: Begin) -> None:
    """A client's own text holds no secret."""
    assert SECRET not in repr(begin(body_of(1), token=SECRET).client())


# Describing


def test_open_work_and_releases(begin: Begin) -> None:
    """Open issues and merge requests are counted, releases dated, one to come left out."""
    releases = [Release(f"v{n}", NOON - timedelta(days=n), notes="x" * (n % 2)) for n in range(7)]
    coming = Release("v8", datetime(2027, 1, 1, tzinfo=UTC))
    threads = [Thread(1, NOON), Thread(2, NOON, closed=NOON), Thread(3, NOON, change=True)]
    (facts,) = begin(one(releases=[coming, *releases], threads=threads)).described()
    assert Found(found=OpenWork(issues=1, changes=1)) == facts.open
    newest = tuple(
        ForgeRelease(tag=f"v{n}", on=date(2026, 8, 1) - timedelta(days=n), notes=n % 2 == 1)
        for n in range(5)
    )
    assert Found(found=ForgeReleases(count=7, newest=newest)) == facts.releases
    assert Unseen(unseen="no-such-thing") == facts.community


def test_newcomers_issues(begin: Begin) -> None:
    """Open issues with either label are listed by age, and no confidential one."""
    labelled = [("help wanted",), ("good first issue", "help wanted"), ("bug",)]
    threads = [
        Thread(n, NOON + timedelta(days=n), labels=names) for n, names in enumerate(labelled)
    ]
    threads.append(Thread(9, NOON, labels=("help wanted", "confidential")))
    (facts,) = begin(one(threads=threads)).described()
    url = f"{BASE}/exempel/kod/-/issues/"
    expected = (
        NewcomerIssue(url=f"{url}0", on=date(2026, 8, 1), label="help wanted"),
        NewcomerIssue(url=f"{url}1", on=date(2026, 8, 2), label="good first issue"),
    )
    assert Found(found=expected) == facts.newcomers


def hours(number: int) -> datetime:
    """Return a moment so many hours after noon."""
    return NOON + timedelta(hours=number)


REPLIES = [
    Thread(1, NOON, comments=(Comment(hours(1), outside=True), Comment(hours(4)))),
    Thread(2, NOON, closed=hours(10), change=True, comments=(Comment(hours(1), bot=True),)),
    Thread(3, NOON, merged=hours(2), change=True),
    Thread(4, NOON),
    Thread(5, NOON, outside=False, comments=(Comment(hours(1)),)),
    Thread(6, NOON, bot=True, author="robot", comments=(Comment(hours(1)),)),
    Thread(7, NOON - timedelta(days=400), comments=(Comment(hours(1)),)),
]


def test_replies_to_outsiders(begin: Begin) -> None:
    """Only outsiders' threads of a year count; a member's word or an end is the answer."""
    (facts,) = begin(one(threads=REPLIES)).described()
    expected = Replies(opened=4, closed=2, answered=3, median_hours=4.0)
    assert Found(found=expected) == facts.replies


def test_replies_are_capped(begin: Begin) -> None:
    """More threads, or more comments without a reply, than are looked at make minima."""
    many = [Thread(n, NOON) for n in range(41)]
    talk = Thread(1, NOON, comments=tuple(Comment(hours(n), outside=True) for n in range(21)))
    assert begin(one(threads=many)).described()[0].replies.found.capped  # type: ignore[union-attr]
    assert begin(one(threads=[talk])).described()[0].replies.found.capped  # type: ignore[union-attr]


def test_outside_contributions(begin: Begin) -> None:
    """Outsiders' merged requests count, with the outermost groups they came from."""
    merged = [
        Thread(1, NOON, merged=NOON, change=True, author="a", author_organisations=("stad/it",)),
        Thread(2, NOON, merged=NOON, change=True, author="b", author_organisations=("Stad",)),
        Thread(3, NOON, merged=NOON, change=True, author="a", author_organisations=("exempel",)),
        Thread(4, NOON, merged=NOON, change=True, outside=False),
        Thread(5, NOON, merged=NOON - timedelta(days=800), change=True),
    ]
    (facts,) = begin(one(threads=merged)).described()
    expected = OutsideContributions(merged=3, authors=2, organisations=1)
    assert Found(found=expected) == facts.outside


APPROVED = [
    Thread(1, NOON, merged=NOON, change=True, author="a", approvers=("b",)),
    Thread(2, NOON, merged=NOON, change=True, author="a", approvers=("a",)),
    Thread(3, NOON, merged=NOON, change=True, author="a", outside=False),
    Thread(4, NOON, merged=NOON, change=True, bot=True, author="robot", approvers=("b",)),
    Thread(5, NOON, merged=NOON - timedelta(days=200), change=True, approvers=("b",)),
]


def test_who_approved_is_compared_and_forgotten(begin: Begin) -> None:
    """Another person's approval counts; the rest GitLab tells only one project at a time."""
    (facts,) = begin(one(threads=APPROVED), token=SECRET).described()
    assert Found(found=Reviews(merged=3, approved=1)) == facts.reviews


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({}, "not-asked"),
        ({"token": SECRET, "lacks": frozenset({"MergeRequest.approvedBy"})}, "no-such-thing"),
    ],
)
def test_approvals_that_are_not_told(begin: Begin, given: dict[str, object], reason: str) -> None:
    """Without a token they would cost one more question; an old GitLab does not know them."""
    (facts,) = begin(one(threads=APPROVED), **given).described()
    assert Unseen.model_validate({"unseen": reason}) == facts.reviews


def test_hidden_members_leave_outsiders_unseen(begin: Begin) -> None:
    """Where members are not shown, nobody can be called an outsider; the rest is told."""
    (facts,) = begin(one(threads=REPLIES), members_hidden=True).described()
    assert Unseen(unseen="forbidden") == facts.replies == facts.outside
    assert Found(found=OpenWork(issues=5, changes=0)) == facts.open


def test_more_than_a_page_of_members(begin: Begin) -> None:
    """A group's members are read to the end; a project with too many of its own is not judged."""
    body = one(threads=REPLIES)
    body.members = tuple(f"member-{n}" for n in range(150))
    bench = begin(body)
    assert Unseen(unseen="too-large") == bench.described()[0].replies
    assert 3 == len(bench.server.requests)


def test_fork_has_a_parent_and_work_of_its_own(begin: Begin) -> None:
    """A fork is told with its parent and how far it went from it; the parent is no fork."""
    body = one(parent="annan/ursprung", branch="trunk", own_commits=3, behind=12)
    body.repositories.append(Repo(id=8, name="ursprung", owner="annan", commit=commit_of(8)))
    (facts,) = begin(body).described()
    assert Found(found=ForkWork(own=3, behind=12)) == facts.fork_work
    assert isinstance(facts.about, Found)
    assert ForkParent(url=f"{BASE}/annan/ursprung", id="gitlab.com/8") == facts.about.found.parent
    assert Unseen(unseen="no-such-thing") == begin(one()).described()[0].fork_work


def test_parent_that_only_a_token_shows_is_not_told(begin: Begin) -> None:
    """REST tells a member of a private parent: it stays untold."""
    body = one(parent="annan/ursprung")
    body.repositories.append(Repo(id=8, name="ursprung", owner="annan", commit=commit_of(8)))
    bench = begin(body, token=SECRET)
    client = bench.client()
    listed = client.repositories()
    row = {"id": 7, "forked_from_project": {"id": 9, "path_with_namespace": "annan/dolt"}}
    bench.server.faults.append(Fault(lambda _: Answer.of(row), lambda r: r.path.endswith("/7")))
    ((_, facts),) = client.describe(listed)
    assert isinstance(facts.about, Found)
    assert facts.about.found.fork
    assert facts.about.found.parent is None


def test_many_forks_are_asked_about_together(begin: Begin) -> None:
    """The parents of many forks come with one list."""
    body = body_of(20)
    for repo in body.repositories:
        repo.parent = "annan/ursprung"
    body.repositories.append(Repo(id=8, name="ursprung", owner="annan", commit=commit_of(8)))
    bench = begin(body, token=SECRET)
    facts = bench.described()
    assert 20 == sum(isinstance(told.fork_work, Found) for told in facts)
    assert all(told.about.found.parent for told in facts if isinstance(told.about, Found))
    assert 6 >= len(bench.server.requests)


# Whereabouts


def missing(path: str, number: int | None) -> Missing:
    """Make a project that a listing lacks."""
    return Missing(f"{BASE}/{path}", f"gitlab.com/{number}" if number else None)


@pytest.mark.parametrize("known", [True, False])
def test_whereabouts(begin: Begin, *, known: bool) -> None:
    """What became of a project is found by its number, or by the address it had."""
    body = Body(moved={"exempel/a": "exempel/ny", "exempel/b": "annan/b"})
    names = ["exempel/ny", "annan/b", "exempel/kvar", "exempel/dolt"]
    for number, name in enumerate(names, 1):
        owner, _, short = name.partition("/")
        body.repositories.append(Repo(id=number, name=short, owner=owner, private=short == "dolt"))
    paths = ["exempel/a", "exempel/b", "exempel/kvar", "exempel/dolt", "exempel/borta"]
    asked = [missing(path, n if known else None) for n, path in enumerate(paths, 1)]
    bench = begin(body)
    expected = {
        f"{BASE}/exempel/a": Whereabouts("renamed", f"{BASE}/exempel/ny"),
        f"{BASE}/exempel/b": Whereabouts("transferred", f"{BASE}/annan/b"),
        f"{BASE}/exempel/kvar": Whereabouts("unlisted"),
        f"{BASE}/exempel/dolt": Whereabouts("gone"),
        f"{BASE}/exempel/borta": Whereabouts("gone"),
    }
    assert expected == bench.client().whereabouts(asked)
    assert (1 if known else 5) == len(bench.server.requests)


def test_whereabouts_of_what_only_members_see(begin: Begin) -> None:
    """A project that the token shows and that is not public any more has become private."""
    bench = begin(one(), token=SECRET)
    node = {"id": "gid://gitlab/Project/7", "fullPath": "exempel/kod", "visibility": "internal"}
    answer = Answer.of({"data": {"projects": {"nodes": [node]}}})
    bench.server.faults.append(Fault(lambda _: answer))
    found = bench.client().whereabouts([missing("exempel/kod", 7)])
    assert {f"{BASE}/exempel/kod": Whereabouts("private")} == found


@pytest.mark.parametrize(("token", "fates"), [(None, [Whereabouts("unlisted")]), (SECRET, [])])
def test_whereabouts_of_what_is_shown_without_its_visibility(
    begin: Begin, token: str | None, fates: list[Whereabouts]
) -> None:
    """To nobody in particular GitLab shows what is public without saying so; a token is told."""
    bench = begin(one(), token=token)
    row = Answer.of({"id": 7, "path_with_namespace": "exempel/kod"})
    bench.server.faults.append(Fault(lambda _: row, times=None))
    assert fates == list(bench.client().whereabouts([missing("exempel/kod", None)]).values())


def test_whereabouts_that_nobody_tells_are_left_out(begin: Begin) -> None:
    """A fault of the forge says nothing about a project."""
    bench = begin(one())
    bench.server.faults.append(Fault(lambda _: Answer(403), times=None))
    asked = [missing("exempel/kod", 7), missing("exempel/annan", None)]
    assert {} == bench.client().whereabouts(asked)


# As a source


def test_group_is_harvested(
    begin: Begin,
    make_repository: MakeRepository,
    stand_in: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A group is a source: its projects are read with git, and not again while they stand still."""
    repository = make_repository("exempel/under/kod.git", {"README.md": "# Kod\n"})
    body = one(owner="exempel/under", commit=repository.git("rev-parse", "HEAD").strip())
    bench = begin(body)
    monkeypatch.setenv(STAND_IN, f"git.example.org={bench.server.base}")
    source = Source(id="exempel", body="exempel", forge="gitlab", org="exempel", base_url=stand_in)
    owner = Owner(id="exempel", type="municipality", name="Exempelkommun")
    curated = CuratedData(bodies=(owner,), sources=(source,))
    first = Harvest(tmp_path, TODAY).run(curated)
    facts = read_snapshot(tmp_path).facts[f"{stand_in}exempel/under/kod"]
    assert isinstance(facts.forge, ForgeFacts)
    assert "git.example.org/7" == facts.forge.id
    again = Harvest(tmp_path, TODAY).run(curated)
    assert ((1, 0), (0, 1)) == ((first.read, first.unchanged), (again.read, again.unchanged))
