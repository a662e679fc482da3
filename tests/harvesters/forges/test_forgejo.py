"""Forgejo against its stand-in: complete or an error, within budget, and no token astray."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.forge import (
    ForgeAbout,
    ForgeFacts,
    ForgeRelease,
    ForgeReleases,
    ForkParent,
    NewcomerIssue,
    OpenWork,
)
from harvesters.forges.account import Account
from harvesters.forges.asking import Patience
from harvesters.forges.forgejo import Forgejo
from harvesters.forges.forgejo_answers import (
    Repository,
    about_of,
    listed_of,
    repositories_of,
    repository_of,
)
from harvesters.forges.listing import Forge, Listed, ListingError, Missing, Whereabouts
from harvesters.forges.rest import RefusalError
from tests.stand_in.body import LONG_AGO, Body, Release, Repo, Thread, body_of, commit_of
from tests.stand_in.forgejo import StandInForgejo
from tests.stand_in.server import Answer, Fault, Request, StandIn, running

BASE = "https://git.example.org"
SECRET = "not-a-real-token"  # noqa: S105 -- made up
TODAY = date(2026, 6, 1)

Serve = Callable[..., StandIn]


NO_ISSUES = Absent(absent=("good first issue", "help wanted"))


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Return a function that lets a stand-in Forgejo answer for a body until the test ends."""
    with ExitStack() as stack:
        yield lambda *forges, **kw: stack.enter_context(running(StandIn(*forges, **kw)))


def forgejo(server: StandIn, **changes: Any) -> Forgejo:
    """Make the adapter for a body's source; nothing waits, waits are collected in ``waited``."""
    waited.clear()
    account = Account(
        org="exempel", urls=(), topics=(), base=BASE, root=server.base, today=TODAY
    )  # fmt: skip
    return Forgejo(account.model_copy(update=changes), Patience(sleep=waited.append))


def with_token(server: StandIn, **changes: Any) -> Forgejo:
    """Make the adapter with a token."""
    return forgejo(server, token=SecretStr(SECRET), token_name="KOMMUN_TOKEN", **changes)  # noqa: S106


waited: list[float] = []


def urls(listed: list[Listed]) -> list[str]:
    """Return the addresses of a listing."""
    return [one.url for one in listed]


def facts_of(server: StandIn, **changes: Any) -> list[ForgeFacts]:
    """List a body and describe all of it."""
    forge = forgejo(server, **changes)
    return [facts for _, facts in forge.describe(forge.repositories())]


def failure(forge: Forge) -> str:
    """Return why a body could not be listed."""
    with pytest.raises(ListingError) as raised:
        forge.repositories()
    return str(raised.value)


def page(number: int) -> Callable[[Request], bool]:
    """Match the requests for a page."""
    return lambda request: request.query.get("page") == str(number)


def fault(answer: Answer, **where: Any) -> Fault:
    """Make a fault that gives this answer."""
    return Fault(lambda _request: answer, **where)


# Listing


def test_lists_what_an_organisation_has(serve: Serve) -> None:
    """A repository is known by its public address and its id, whoever answers for the host."""
    listed = forgejo(serve(StandInForgejo(body_of(1)))).repositories()
    assert [
        ("https://git.example.org/exempel/kod-0000", "https://git.example.org/exempel/kod-0000.git",
         "git.example.org/1000", "exempel/kod-0000", None)
    ] == [(one.url, one.location, one.id, one.handle, one.standing) for one in listed]  # fmt: skip


def test_tells_what_the_listing_tells(serve: Serve) -> None:
    """The listing alone gives description, topics, dates, parent and the rest, at no more cost."""
    repo = Repo(
        1, "kod", description=" Kod ", homepage="https://example.org/kod", topics=("b", "a"),
        stars=3, forks=2, archived=datetime(2025, 5, 4, tzinfo=UTC), parent="andra/kod",
        wiki=True, licence="EUPL-1.2", language="Go",
    )  # fmt: skip
    body = Body(repositories=[repo, Repo(2, "kod", owner="andra")])
    assert [
        ForgeAbout(
            description="Kod", homepage="https://example.org/kod", topics=("a", "b"), stars=3,
            forks=2, archived=True, archived_on=date(2025, 5, 4), created=LONG_AGO.date(),
            fork=True, parent=ForkParent(url=f"{BASE}/andra/kod", id="git.example.org/2"),
            tracker=True, wiki=True, licence="EUPL-1.2", language="Go",
        )
    ] == [one.about for one in forgejo(serve(StandInForgejo(body))).repositories()]  # fmt: skip


def test_leaves_out_secrets_of_a_mirror_and_a_private_parent(serve: Serve) -> None:
    """An address to copy from loses its password; a parent that few may see is not named."""
    mirror = Repo(1, "a", mirror_of="https://user:pass@example.org/a.git", homepage="javascript:x")
    fork = Repo(2, "b", parent="exempel/hemlig")
    body = Body(repositories=[mirror, fork, Repo(3, "hemlig", private=True)])
    abouts = [one.about for one in forgejo(serve(StandInForgejo(body))).repositories()]
    assert [("https://example.org/a.git", None, None), (None, None, None)] == [
        (about.mirror_of, about.homepage, about.parent) for about in abouts if about
    ]


def test_lists_what_a_user_has(serve: Serve) -> None:
    """A name that is no organisation may be a user."""
    body = replace(body_of(3), user=True)
    assert 3 == len(forgejo(serve(StandInForgejo(body))).repositories())


def test_empty_repositories_and_empty_bodies_are_listed(serve: Serve) -> None:
    """A repository without commits is listed as any other; a body without repositories is one."""
    empty = Body(repositories=[Repo(1, "tom")])
    assert 1 == len(forgejo(serve(StandInForgejo(empty))).repositories())
    assert [] == forgejo(serve(StandInForgejo(Body()))).repositories()


@pytest.mark.parametrize("cap", [7, 50])
def test_an_instance_may_give_fewer_a_page(serve: Serve, cap: int) -> None:
    """All are found, however few a page holds; links that name another host are not followed."""
    server = serve(StandInForgejo(body_of(60), cap=cap))
    assert 60 == len({one.id for one in forgejo(server).repositories()})


def test_topics_and_addresses_join_the_organisation(serve: Serve) -> None:
    """What several ways find is one by its id; a topic crosses owners."""
    body = body_of(2)
    body.repositories += [
        Repo(7, "annan", owner="andra", topics=("kommun",)),
        Repo(8, "tredje", owner="tredje"),
    ]
    server = serve(StandInForgejo(body))
    named = (f"{BASE}/exempel/kod-0001", f"{BASE}/tredje/tredje.git")
    found = urls(forgejo(server, topics=("kommun",), urls=named).repositories())
    names = ("andra/annan", "exempel/kod-0000", "exempel/kod-0001", "tredje/tredje")
    assert [f"{BASE}/{name}" for name in names] == found


def test_a_listed_address_that_moved_is_known_by_its_new_name(serve: Serve) -> None:
    """The forge leads on within its host to where a repository is now."""
    body = replace(body_of(1), moved={"exempel/gammal": "exempel/kod-0000"})
    forge = forgejo(serve(StandInForgejo(body)), org=None, urls=(f"{BASE}/exempel/gammal",))
    assert [f"{BASE}/exempel/kod-0000"] == urls(forge.repositories())


def test_a_listed_address_that_is_not_there_is_left_to_git(serve: Serve) -> None:
    """One wrong address fails by itself and does not take the source with it."""
    forge = forgejo(serve(StandInForgejo(body_of(1))), urls=(f"{BASE}/exempel/borta",))
    bare = Listed(f"{BASE}/exempel/borta", f"{BASE}/exempel/borta.git")
    assert bare == forge.repositories()[0]


@pytest.mark.parametrize("url", ["https://example.com/exempel/kod", f"{BASE}/exempel"])
def test_an_address_elsewhere_is_refused(serve: Serve, url: str) -> None:
    """An address of another host, or of no repository, is a mistake of the source."""
    assert "a listed address" in failure(forgejo(serve(), urls=(url,), org=None))


# Private repositories


def test_private_ones_are_never_listed(serve: Serve) -> None:
    """Neither for a token that may not see them, nor for nobody."""
    body = body_of(60)
    body.repositories[3].private = True
    server = serve(StandInForgejo(body, token=SECRET))
    assert 59 == len(forgejo(server).repositories())
    assert 59 == len(with_token(server).repositories())


@pytest.mark.parametrize(
    "hidden", [{"private": True}, {"internal": True}, {"owner": {"visibility": "limited"}}]
)
def test_what_only_the_signed_in_see_is_not_listed(
    serve: Serve, hidden: dict[str, Any]
) -> None:  # fmt: skip
    """A token may see more than everybody does: that is left out."""
    told = {"id": 1, "full_name": "exempel/kod", "private": False}
    told |= {"owner": {"id": 1, "login": "exempel"}}
    for key, value in hidden.items():
        told[key] = {**told["owner"], **value} if isinstance(value, dict) else value  # type: ignore[dict-item]
    answer = replace(Answer.of([told]), headers={"X-Total-Count": "1"})
    assert [] == forgejo(serve(lambda _request: answer)).repositories()


def test_a_missing_public_one_shows_even_to_a_token(serve: Serve) -> None:
    """With a token the total may be more than is shown, but not of what everybody may see."""
    server = serve(StandInForgejo(body_of(3), token=SECRET))
    server.faults.append(_short_of_one(server))
    assert "git.example.org counts 3 repositories, but listed 2" == failure(with_token(server))


# Completeness and faults


def test_a_count_that_differs_is_an_error(serve: Serve) -> None:
    """A listing that is one short of its own total is not used."""
    server = serve(StandInForgejo(body_of(3)))
    server.faults.append(_short_of_one(server))
    assert "git.example.org counts 3 repositories, but listed 2" == failure(forgejo(server))


def test_a_page_without_repositories_is_an_error(serve: Serve) -> None:
    """A page that says nothing in the middle does not end the listing quietly."""
    server = serve(StandInForgejo(body_of(120)))
    nothing = replace(Answer.of([]), headers={"X-Total-Count": "120"})
    server.faults.append(fault(nothing, matches=page(2)))
    assert "git.example.org counts 120 repositories, but listed 50" == failure(forgejo(server))


def test_a_total_that_moves_is_an_error(serve: Serve) -> None:
    """A repository that comes while pages are turned may have pushed another out of sight."""
    body = body_of(60)
    server = serve(StandInForgejo(body))

    def come(_request: Request) -> None:
        body.repositories.append(Repo(1, "ny"))

    server.faults.append(Fault(come, matches=page(2)))
    assert "came or went" in failure(forgejo(server))


def test_no_total_is_an_error(serve: Serve) -> None:
    """Without a total, nothing tells that a listing is complete."""
    forge = forgejo(serve(lambda _request: Answer.of([])))
    assert "git.example.org does not tell how many repositories there are" == failure(forge)


def test_a_name_that_nobody_has(serve: Serve) -> None:
    """A missing account is named in plain words."""
    text = "there is no organisation or user of the name saknas at git.example.org"
    assert text == failure(forgejo(serve(StandInForgejo(body_of(1))), org="saknas"))


GOOD = b'[{"id": 1, "full_name": "exempel/kod"'
WRONG = [
    (Answer(403), "git.example.org refuses to answer"),
    (Answer(401), "git.example.org answers only to those who show a token"),
    (Answer(418), "git.example.org answered with the status 418"),
    (Answer(502), "git.example.org could not answer and said so with status 502"),
    (Answer(200, GOOD, cut=9), "git.example.org hung up in the middle of an answer"),
    (Answer(200, GOOD), "git.example.org answered with something that is not JSON"),
    (Answer(200, b"\xff\xfe"), "git.example.org answered with something that is not JSON"),
    (Answer(200, b"<html>Hej</html>", {"Content-Type": "text/html"}),
     "git.example.org answered with something that is not JSON"),
    (Answer.of({"id": 1}), "the forge answered in a shape that is not its own"),
    (Answer.of([{"id": "x"}]), "the forge answered in a shape that is not its own"),
    (Answer.of([None]), "the forge answered in a shape that is not its own"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "text"), WRONG, ids=lambda value: str(value)[:40])
def test_a_fault_on_a_later_page_is_an_error(serve: Serve, answer: Answer, text: str) -> None:
    """Whatever goes wrong midway, nothing is listed and the reason is a sentence."""
    server = serve(StandInForgejo(body_of(120)))
    server.faults.append(fault(answer, matches=page(3), times=None))
    assert text == failure(forgejo(server))


@pytest.mark.parametrize("answer", [Answer(502), Answer(503), Answer(200, GOOD, cut=5)])
def test_what_passes_by_itself_is_asked_again(serve: Serve, answer: Answer) -> None:
    """One fault that is over at the next try leaves no trace but a wait."""
    server = serve(StandInForgejo(body_of(60)))
    server.faults.append(fault(answer, matches=page(2)))
    assert (60, [1.0]) == (len(forgejo(server).repositories()), waited)


def test_nobody_answers() -> None:
    """A host that is not there is a sentence too."""
    with running(StandIn()) as server:
        gone = forgejo(server)
    assert "git.example.org cannot be reached" == failure(gone)


@pytest.mark.parametrize(("header", "wait"), [({"Retry-After": "7"}, 7.0), ({}, 1.0)])
def test_waits_as_long_as_it_is_asked_to(
    serve: Serve, header: dict[str, str], wait: float
) -> None:  # fmt: skip
    """A forge that asks us to wait is obeyed; one that does not say how long is asked gently."""
    server = serve(StandInForgejo(body_of(60)))
    server.faults.append(fault(Answer(429, headers=header), matches=page(2)))
    assert (60, [wait]) == (len(forgejo(server).repositories()), waited)


def test_waits_until_a_date(serve: Serve) -> None:
    """Retry-After may be a date; one that has passed is the shortest wait."""
    server = serve(StandInForgejo(body_of(1)))
    header = {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}
    server.faults.append(fault(Answer(429, headers=header)))
    assert (1, [1.0]) == (len(forgejo(server).repositories()), waited)


@pytest.mark.parametrize("header", [{"Retry-After": "400"}, {"Retry-After": "99999"}, {}])
def test_does_not_wait_for_ever(serve: Serve, header: dict[str, str]) -> None:
    """All waits together end at a quarter of an hour."""
    server = serve(StandInForgejo(body_of(1)))
    server.faults.append(fault(Answer(429, headers=header), times=None))
    assert re.fullmatch(
        r"git\.example\.org asks us to wait about \d+ minutes? before the next question",
        failure(forgejo(server)),
    )
    assert sum(waited) <= 900


# Tokens


def test_a_token_is_shown_as_the_forge_wants_it(serve: Serve) -> None:
    """The token goes out in its header, and nothing goes out without one."""
    server = serve(StandInForgejo(body_of(1), token=SECRET))
    with_token(server).repositories()
    forgejo(server).repositories()
    assert [f"token {SECRET}", None] == [r.headers.get("authorization") for r in server.requests]


@pytest.mark.parametrize("status", [401, 403])
def test_a_token_that_is_refused_midway(serve: Serve, status: int) -> None:
    """The variable is named, the token never."""
    server = serve(StandInForgejo(body_of(60), token=SECRET))
    server.faults.append(fault(Answer(status, SECRET.encode()), matches=page(2)))
    text = "the token in the environment variable KOMMUN_TOKEN is not accepted by git.example.org"
    told = failure(with_token(server))
    assert (text, False) == (told.partition(":")[0], SECRET in told)


def test_a_wrong_token(serve: Serve) -> None:
    """A token that is not the forge's is said so."""
    assert "KOMMUN_TOKEN is not accepted" in failure(with_token(serve(StandInForgejo(Body()))))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_redirect_elsewhere_is_refused(serve: Serve, host: str) -> None:
    """Another port and another name are another host: it is never asked, so it gets no token."""
    server, other = serve(StandInForgejo(body_of(1), token=SECRET)), serve()
    port = (other if host == "127.0.0.1" else server).server_address[1]
    away = Answer(302, headers={"Location": f"http://{host}:{port}/api/v1/orgs/exempel/repos"})
    server.faults.append(fault(away))
    assert "git.example.org sends us on to another host: refused" == failure(with_token(server))
    assert (1, 0) == (len(server.requests), len(other.requests))


def test_no_other_secret_of_the_machine_is_shown(
    serve: Serve, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A netrc that names the host changes nothing."""
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login someone password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    server = serve(StandInForgejo(body_of(1)))
    forgejo(server).repositories()
    assert [None] == [request.headers.get("authorization") for request in server.requests]


# Describing


def test_releases_are_counted_and_the_newest_told(serve: Serve) -> None:
    """All are counted, five are told, and whether each says what changed."""
    body = body_of(1)
    body.repositories[0].releases = [
        Release(f"v{n}", LONG_AGO + timedelta(days=n), "Nytt" if n % 2 else " ", n == 6)
        for n in range(7)
    ]
    days = [LONG_AGO.date() + timedelta(days=n) for n in range(7)]
    newest = [
        ForgeRelease(tag=f"v{n}", on=days[n], notes=bool(n % 2), prerelease=n == 6)
        for n in (6, 5, 4, 3, 2)
    ]
    (facts,) = facts_of(serve(StandInForgejo(body)))
    assert Found(found=ForgeReleases(count=7, newest=tuple(newest))) == facts.releases


def test_no_releases_cost_no_question(serve: Serve) -> None:
    """The listing tells that there are none."""
    server = serve(StandInForgejo(body_of(3)))
    assert [Absent(absent=("releases",))] * 3 == [f.releases for f in facts_of(server)]
    assert 1 == len(server.requests)


def test_open_work_comes_with_the_listing(serve: Serve) -> None:
    """Issues and pull requests are told apart; a tracker that is off tells of no issues."""
    threads = [Thread(1, LONG_AGO), Thread(2, LONG_AGO, change=True),
               Thread(3, LONG_AGO, closed=LONG_AGO)]  # fmt: skip
    body = Body(repositories=[
        Repo(1, "a", threads=threads), Repo(2, "b", tracker=False, threads=threads)
    ])  # fmt: skip
    expected = [OpenWork(issues=1, changes=1), OpenWork(issues=None, changes=1)]
    found = [facts.open for facts in facts_of(serve(StandInForgejo(body)))]
    assert [Found(found=work) for work in expected] == found


def test_issues_for_newcomers_take_one_search(serve: Serve) -> None:
    """Either label counts; each repository gets its own issues."""
    body = body_of(3)
    body.repositories[0].threads = [
        Thread(1, LONG_AGO, labels=("help wanted", "good first issue")),
        Thread(2, LONG_AGO, labels=("bug",)),
    ]
    body.repositories[1].threads = [Thread(3, LONG_AGO, labels=("help wanted",))]
    server = serve(StandInForgejo(body))
    first = NewcomerIssue(
        url=f"{BASE}/exempel/kod-0000/issues/1", on=LONG_AGO.date(), label="good first issue"
    )
    second = NewcomerIssue(
        url=f"{BASE}/exempel/kod-0001/issues/3", on=LONG_AGO.date(), label="help wanted"
    )
    found = [facts.newcomers for facts in facts_of(server)]
    assert [Found(found=(first,)), Found(found=(second,)), NO_ISSUES] == found
    assert 2 == len(server.requests)


def test_labels_that_nobody_uses_end_the_search(serve: Serve) -> None:
    """A forge drops labels it does not know and gives all issues: that tells there are none."""
    body = body_of(1)
    body.repositories[0].threads = [Thread(n, LONG_AGO, labels=("bug",)) for n in range(120)]
    server = serve(StandInForgejo(body))
    assert [NO_ISSUES] == [facts.newcomers for facts in facts_of(server)]
    assert 2 == len(server.requests)


@pytest.mark.parametrize(("issues", "requests", "told"), [(120, 4, True), (300, 2, False)])
def test_pages_of_issues_are_turned_while_there_is_room(
    serve: Serve, issues: int, requests: int, told: bool  # noqa: FBT001 -- a parameter of a test
) -> None:  # fmt: skip
    """More than the budget has room for is not begun, and nothing is claimed of it."""
    body = body_of(2)
    body.repositories[0].threads = [
        Thread(n, LONG_AGO, labels=("help wanted",)) for n in range(issues)
    ]
    forge = forgejo(serve(StandInForgejo(body)))
    first, second = [facts.newcomers for _, facts in forge.describe(forge.repositories())]
    assert (told, NO_ISSUES) == (first != Unseen(unseen="not-asked"), second)
    assert requests == forge.asked.requests


def test_what_was_listed_before_can_be_described(serve: Serve) -> None:
    """A run that resumes asks for releases; what only its listing would tell is not asked."""
    body = body_of(1)
    body.repositories[0].releases = [Release("v1", LONG_AGO)]
    server = serve(StandInForgejo(body))
    ((_, facts),) = forgejo(server).describe(forgejo(server).repositories())
    newest = (ForgeRelease(tag="v1", on=LONG_AGO.date()),)
    assert Found(found=ForgeReleases(count=1, newest=newest)) == facts.releases
    assert Unseen(unseen="not-asked") == facts.newcomers


def test_what_is_not_asked_says_so(serve: Serve) -> None:
    """Who is an outsider, and how far a fork is ahead, cost too much; defaults do not exist."""
    (facts,) = facts_of(serve(StandInForgejo(body_of(1))))
    not_asked, not_there = Unseen(unseen="not-asked"), Unseen(unseen="no-such-thing")
    assert (not_asked, not_asked, not_asked, not_there) == (
        facts.replies, facts.outside, facts.fork_work, facts.community
    )  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "reason"),
    [(Answer(500), "failed"), (Answer(403), "forbidden"), (Answer(404), "unreadable"),
     (Answer(401), "no-token"), (Answer(429), "rate-limited"), (Answer.of({}), "failed"),
     (Answer.of([{"tag_name": 1}]), "failed"),
     (Answer.of([{"tag_name": "a", "created_at": "2020-01-01T00:00:00"}]), "failed")],
)  # fmt: skip
def test_describing_never_raises(serve: Serve, answer: Answer, reason: Any) -> None:
    """What could not be had is unseen with its reason, and takes nothing else with it."""
    body = body_of(1)
    body.repositories[0].releases = [Release("v1", LONG_AGO)]
    body.repositories[0].threads = [Thread(1, LONG_AGO)]
    server = serve(StandInForgejo(body))
    forge = forgejo(server)
    listed = forge.repositories()
    server.faults.append(fault(answer, times=None))
    ((_, facts),) = forge.describe(listed)
    unseen = Unseen(unseen=reason)
    assert (unseen, unseen) == (facts.releases, facts.newcomers)
    assert Found(found=OpenWork(issues=1, changes=0)) == facts.open


# Budgets


def test_an_unchanged_body_of_170_costs_four_requests(serve: Serve) -> None:
    """A listing is all that an unchanged body is asked."""
    server = serve(StandInForgejo(body_of(170)))
    forge = forgejo(server)
    assert (170, []) == (len(forge.repositories()), list(forge.describe([])))
    assert (4, 4) == (forge.asked.requests, len(server.requests))


@pytest.mark.parametrize(("releasing", "requests"), [(0, 5), (40, 45), (169, 174), (170, 174)])
def test_a_cold_body_of_170_costs_one_more_a_repository(
    serve: Serve, releasing: int, requests: int
) -> None:
    """Releases go first; the search for newcomers is made where there is room for it."""
    body = body_of(170)
    for repo in body.repositories[:releasing]:
        repo.releases = [Release("v1", LONG_AGO)]
    body.repositories[5].threads = [Thread(1, LONG_AGO, labels=("help wanted",))]
    server = serve(StandInForgejo(body))
    assert 170 == len(facts_of(server))
    assert requests == len(server.requests)


# Stamps


def test_a_stamp_moves_with_a_push_only(serve: Serve) -> None:
    """The same stamp tells that nothing was pushed; Forgejo's listing tells no commit."""
    body = body_of(2)
    server = serve(StandInForgejo(body))
    before = [one.stamp for one in forgejo(server).repositories()]
    body.repositories[0].commit = commit_of("ny")
    body.repositories[1].stars += 1
    after = [one.stamp for one in forgejo(server).repositories()]
    assert (True, False) == (before[0] != after[0], before[1] != after[1])
    assert None not in before


@pytest.mark.parametrize(
    ("updated", "mirror", "stamp"),
    [("2026-05-30T23:59:59Z", False, "2026-05-30T23:59:59+00:00 main"),
     ("2026-05-31T00:00:00Z", False, None), ("2026-05-30T23:59:59Z", True, None),
     (None, False, None)],
)  # fmt: skip
def test_a_stamp_is_given_only_where_it_is_certain(
    updated: str | None, mirror: bool, stamp: str | None  # noqa: FBT001 -- a parameter of a test
) -> None:  # fmt: skip
    """What moved of late may move again unseen, and a mirror's date is that of a commit."""
    told = repository_of({
        "id": 1, "full_name": "exempel/kod", "owner": {"id": 1, "login": "exempel"},
        "private": False, "updated_at": updated, "mirror": mirror, "default_branch": "main",
    })  # fmt: skip
    assert stamp == listed_of(told, "git.example.org", BASE, TODAY).stamp


# Other people's input

KEYS = [*Repository.model_fields, "data"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=50)
@given(JSON)
def test_any_answer_is_read_or_refused(answer: object) -> None:
    """Whatever JSON is answered, it is repositories or a sentence."""
    with suppress(RefusalError):
        assert isinstance(repositories_of(answer), tuple)


@settings(max_examples=50)
@given(st.from_regex(r"https?://[a-z:@/?#.\[\]]*", fullmatch=True) | st.text())
def test_an_address_has_a_host_and_no_secret(text: str) -> None:
    """An address of somebody else is public or none."""
    told = {"id": 1, "full_name": "a/b", "owner": {"id": 1, "login": "a"}, "private": False}
    about = about_of(repository_of(told | {"website": text}), "git.example.org", BASE)
    parts = urlsplit(about.homepage or "https://example.org")
    assert (True, None, None) == (bool(parts.hostname), parts.username, parts.password)


# Whereabouts


@pytest.mark.parametrize(
    ("was", "number", "found"),
    [("exempel/gammal", 1000, Whereabouts("renamed", f"{BASE}/exempel/kod-0000")),
     ("andra/kod-0000", 1000, Whereabouts("transferred", f"{BASE}/exempel/kod-0000")),
     ("exempel/kod-0000", 1000, Whereabouts("unlisted")),
     ("exempel/borta", 9999, Whereabouts("gone"))],
)  # fmt: skip
def test_what_became_of_a_repository(
    serve: Serve, was: str, number: int, found: Whereabouts
) -> None:  # fmt: skip
    """The id finds it wherever it went."""
    missing = Missing(f"{BASE}/{was}", f"git.example.org/{number}")
    answer = forgejo(serve(StandInForgejo(body_of(1)))).whereabouts([missing])
    assert {missing.url: found} == answer


def test_a_repository_that_only_the_token_sees_is_private(serve: Serve) -> None:
    """A token may see that a repository is still there, for few."""
    told = {"id": 1, "full_name": "exempel/kod", "owner": {"id": 1, "login": "x"}, "private": True}
    missing = Missing(f"{BASE}/exempel/kod", "git.example.org/1")
    forge = forgejo(serve(lambda _request: Answer.of(told)))
    assert {missing.url: Whereabouts("private")} == forge.whereabouts([missing])


@pytest.mark.parametrize("status", [403, 500])
def test_nobody_could_be_asked(serve: Serve, status: int) -> None:
    """A fault, another host's id or none at all leave a repository out: unknown is not gone."""
    forge = forgejo(serve(lambda _request: Answer(status)))
    ids = ("git.example.org/1", "github.com/1", "git.example.org/x", None)
    assert {} == forge.whereabouts(Missing(f"{BASE}/exempel/{n}", n) for n in ids)


def _short_of_one(server: StandIn) -> Fault:
    """Let an account's listing lose its last repository, and keep its total."""

    def lose(request: Request) -> Answer | None:
        answer = server.forges[0](request)
        return answer and replace(
            Answer.of(Request("", "", {}, {}, answer.body).json()[:-1]), headers=answer.headers
        )

    return Fault(lose, matches=lambda request: request.path.startswith("/api/v1/orgs/"))
