"""GitHub against its stand-in: whole or an error, within budget, every fault in words."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pydantic import SecretStr

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.forge import (
    CommunityFile,
    ForgeFacts,
    ForgeRelease,
    ForkParent,
    ForkWork,
    NewcomerIssue,
    OpenWork,
    OutsideContributions,
    Replies,
    Reviews,
)
from harvesters.forges.account import Account, App, TokenError
from harvesters.forges.asking import Patience
from harvesters.forges.github import GitHub
from harvesters.forges.listing import (
    Listed,
    ListingError,
    Missing,
    NoSuchAccountError,
    RateLimitedError,
    RefusedError,
    Standing,
    Whereabouts,
)
from tests.stand_in import faults
from tests.stand_in.body import Body, Comment, Release, Repo, Thread, body_of, commit_of
from tests.stand_in.github import TOKEN
from tests.stand_in.github import GitHub as StandInGitHub
from tests.stand_in.server import Answer, Fault, StandIn, running

TODAY = date(2026, 6, 1)
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
BASE = "https://github.com"


@dataclass
class World:
    """A stand-in GitHub, its server, and how long the adapter has waited."""

    github: StandInGitHub
    server: StandIn
    waited: list[float] = field(default_factory=list)

    def forge(self, *, token: str | None = TOKEN, **changes: Any) -> GitHub:
        """Make the adapter for the source of ``exempel``."""
        secret = SecretStr(token) if token else None
        account = Account(
            org="exempel", urls=(), topics=(), base=BASE, root=self.server.base, token=secret,
            token_name="KOMMUN_TOKEN" if token else None, today=TODAY,
        )  # fmt: skip
        patience = Patience(sleep=self.waited.append)
        return GitHub(account.model_copy(update=changes), patience)

    def described(self, **changes: Any) -> dict[str, ForgeFacts]:
        """List and describe everything, by name."""
        forge = self.forge(**changes)
        told = forge.describe(forge.repositories())
        return {one.url.rpartition("/")[2]: facts for one, facts in told}


Make = Callable[..., World]


@pytest.fixture
def world() -> Iterator[Make]:
    """Return a function that serves bodies until the test ends; all that was asked was right."""
    made: list[World] = []
    with ExitStack() as stack:

        def make(*bodies: Body, **given: Any) -> World:
            github = StandInGitHub(*bodies, **given)
            made.append(World(github, stack.enter_context(running(StandIn(github)))))
            return made[-1]

        yield make
    assert [] == [complaint for one in made for complaint in one.github.complaints]


def one(**given: Any) -> Body:
    """Make a body with one repository."""
    defaults = {"id": 7, "name": "kod", "commit": commit_of(7)}
    return Body(repositories=[Repo(**{**defaults, **given})])


def only(facts: dict[str, ForgeFacts]) -> ForgeFacts:
    """Return the facts of the only repository."""
    (found,) = facts.values()
    return found


# Listing


def test_a_listing_is_whole_and_tells_where_each_stands(world: Make) -> None:
    """Two pages of a hundred; by address, with number, branch, commit and tags."""
    forge = world(body_of(170)).forge()
    listed = forge.repositories()
    assert (170, 2) == (len({x.id for x in listed}), forge.asked.requests)
    first = listed[0]
    assert (f"{BASE}/exempel/kod-0000", "github.com/1000") == (first.url, first.id)
    assert Standing("main", commit_of(0), 1) == first.standing


def test_what_the_listing_tells(world: Make) -> None:
    """Description, topics, archived and the like come with the listing."""
    body = one(
        description="Portal  för\nskolan", homepage="https://exempel.se",
        topics=("kommun", "skola"), stars=3, forks=2, archived=NOON, wiki=True, licence="MIT",
        language="PHP", tracker=False, mirror_of="https://user:secret@git.exempel.se/kod",
    )  # fmt: skip
    about = world(body).forge().repositories()[0].about
    assert about is not None
    assert ("Portal för skolan", "https://exempel.se") == (about.description, about.homepage)
    assert ("https://git.exempel.se/kod", ("kommun", "skola")) == (about.mirror_of, about.topics)
    assert (True, date(2026, 5, 1), False, True) == (
        about.archived, about.archived_on, about.tracker, about.wiki
    )  # fmt: skip
    assert ("MIT", "PHP", 3, 2) == (about.licence, about.language, about.stars, about.forks)


@pytest.mark.parametrize("token", [TOKEN, None])
def test_private_repositories_are_never_listed(world: Make, token: str | None) -> None:
    """Not even where the token could see them."""
    body = body_of(3)
    body.repositories[1].private = True
    assert 2 == len(world(body, insider=True).forge(token=token).repositories())


def test_an_empty_repository_stands_nowhere(world: Make) -> None:
    """No commit, no branch: but it is there."""
    listed = world(one(commit=None)).forge().repositories()[0]
    assert Standing(None, None, 0) == listed.standing


def test_an_empty_account_lists_nothing(world: Make) -> None:
    """That is an answer, not an error."""
    assert [] == world(Body()).forge().repositories()


def test_a_user_is_listed_like_an_organisation(world: Make) -> None:
    """With and without a token."""
    body = body_of(2)
    body.user = True
    made = world(body)
    assert [2, 2] == [len(made.forge(token=t).repositories()) for t in (TOKEN, None)]


def test_without_a_token_rest_lists(world: Make) -> None:
    """Two requests for 170; where they stand is left to git, the rest is unseen: no token."""
    made = world(body_of(170))
    forge = made.forge(token=None)
    listed = forge.repositories()
    assert (170, 2, None) == (len(listed), forge.asked.requests, listed[0].standing)
    facts = dict(forge.describe(listed))[listed[0]]
    assert (Unseen(unseen="no-token"), 2) == (facts.replies, forge.asked.requests)
    assert isinstance(facts.about, Found)
    assert "Kodbas nummer 0" == facts.about.found.description


@pytest.mark.parametrize("token", [TOKEN, None])
def test_topics_and_addresses_join_the_account(world: Make, token: str | None) -> None:
    """Each repository once, whoever owns it and however often it is named."""
    mine, other = body_of(2), body_of(3, "annan")
    for number, repo in enumerate(other.repositories):
        repo.id, repo.topics = 50 + number, ("municipio-se",) if number else ()
    listed = world(mine, other).forge(
        token=token, topics=("municipio-se",), urls=(f"{BASE}/annan/kod-0000.git",)
    )
    names = [x.url.removeprefix(f"{BASE}/") for x in listed.repositories()]
    assert ["annan/kod-0000", "annan/kod-0001", "annan/kod-0002",
            "exempel/kod-0000", "exempel/kod-0001"] == names  # fmt: skip


def test_an_address_that_is_listed_already_is_not_asked_for(world: Make) -> None:
    """Most that a source takes in by name are the account's own."""
    forge = world(body_of(3)).forge(urls=(f"{BASE}/exempel/KOD-0001.git",))
    assert (3, 1) == (len(forge.repositories()), forge.asked.requests)


@pytest.mark.parametrize("token", [TOKEN, None])
def test_an_address_leads_on_after_a_rename(world: Make, token: str | None) -> None:
    """It is listed under its present address, and says which one was asked for."""
    body = one(name="ny")
    body.moved["exempel/gammal"] = "exempel/ny"
    forge = world(body).forge(token=token, org=None, urls=(f"{BASE}/exempel/gammal",))
    (listed,) = forge.repositories()
    assert (f"{BASE}/exempel/ny", f"{BASE}/exempel/gammal") == (listed.url, listed.declared)


@pytest.mark.parametrize("token", [TOKEN, None])
def test_an_address_with_nothing_behind_it_is_not_listed(world: Make, token: str | None) -> None:
    """The others are."""
    urls = (f"{BASE}/exempel/borta", f"{BASE}/exempel/kod-0001")
    forge = world(body_of(2)).forge(token=token, org=None, urls=urls)
    assert [urls[1]] == [x.url for x in forge.repositories()]


def test_many_addresses_without_a_token_are_left_to_git(world: Make) -> None:
    """Sixty requests an hour are not enough to ask for them."""
    urls = tuple(f"{BASE}/exempel/kod-{n:04}" for n in range(40))
    forge = world(body_of(40)).forge(token=None, org=None, urls=urls)
    assert [(url, None) for url in urls] == [(x.url, x.id) for x in forge.repositories()]
    assert 0 == forge.asked.requests


def test_an_address_of_something_else_is_a_fault_of_the_list(world: Make) -> None:
    """It says which."""
    with pytest.raises(ListingError, match=r"https://github\.com/exempel is not the address"):
        world(body_of(1)).forge(org=None, urls=(f"{BASE}/exempel",)).repositories()


def test_a_listing_that_changes_meanwhile_is_begun_again(world: Make) -> None:
    """A repository that came between two pages is in the second attempt."""
    body = body_of(150)
    made = world(body)

    def comes(_request: object) -> None:
        if len(made.server.requests) == 2 and len(body.repositories) == 150:
            body.repositories.insert(0, Repo(id=9, name="aaa", commit=commit_of(9)))

    made.server.faults.append(Fault(comes, times=None))
    assert 151 == len(made.forge().repositories())


# Describing


def test_170_repositories_cost_at_most_twelve_requests(world: Make) -> None:
    """With forks to compare and people to ask about."""
    body = body_of(170)
    original = Body("annan", [Repo(id=1, name="kod", owner="annan", commit=commit_of(0))])
    for repo in body.repositories[:30]:
        repo.parent, repo.own_commits = "annan/kod", 1
    body.repositories[40].threads = [change(1, merged=NOON, author="utifran")]
    made = world(body, original)
    assert 170 == len(made.described())
    assert 7 == len(made.server.requests)
    assert made.github.points < 200


def change(number: int, **given: Any) -> Thread:
    """Make a pull request by an outsider."""
    return Thread(number=number, opened=NOON - timedelta(days=9), change=True, **given)


def test_releases_tell_whether_they_have_notes(world: Make) -> None:
    """Newest first, five at most, all counted."""
    releases = [
        Release(f"v1.{n}", NOON + timedelta(days=n), notes="Nytt" if n == 6 else "  ",
                prerelease=n == 5)
        for n in range(7)
    ]  # fmt: skip
    found = only(world(one(releases=releases, tags=7)).described()).releases
    assert isinstance(found, Found)
    assert (7, 5) == (found.found.count, len(found.found.newest))
    assert (
        ForgeRelease(tag="v1.6", on=date(2026, 5, 7), notes=True),
        ForgeRelease(tag="v1.5", on=date(2026, 5, 6), prerelease=True),
    ) == found.found.newest[:2]


def test_nothing_there_is_absent_not_unknown(world: Make) -> None:
    """A repository without releases, issues or documents was looked at."""
    facts = only(world(one()).described())
    assert (Absent(absent=("releases",)), Found(found=OpenWork(issues=0, changes=0))) == (
        facts.releases, facts.open
    )  # fmt: skip
    assert Absent(absent=("merged pull requests",)) == facts.outside
    assert Unseen(unseen="no-such-thing") == facts.fork_work


def test_how_outsiders_were_answered(world: Make) -> None:
    """First word of an insider or the close, in hours; bots and the body's own do not count."""
    hour = timedelta(hours=1)
    threads = [
        Thread(1, NOON, comments=(Comment(NOON + hour, outside=True),
                                  Comment(NOON + 2 * hour, bot=True),
                                  Comment(NOON + 4 * hour))),
        Thread(2, NOON, closed=NOON + 10 * hour),
        Thread(3, NOON),
        Thread(4, NOON, outside=False, comments=(Comment(NOON + hour),)),
        Thread(5, NOON, bot=True, comments=(Comment(NOON + hour),)),
        Thread(6, NOON - timedelta(days=400), comments=(Comment(NOON),)),
        change(7, merged=NOON, closed=NOON),
    ]  # fmt: skip
    facts = only(world(one(threads=threads)).described())
    # 4, 10 and 216 hours (the pull request was closed after nine days)
    expected = Replies(opened=4, closed=2, answered=3, median_hours=10.0)
    assert Found(found=expected) == plain(facts.replies)
    assert Found(found=OpenWork(issues=5, changes=0)) == plain(facts.open)


def plain(evidence: Any) -> Any:
    """Forget for which type the evidence was made, so that it compares."""
    return Found(found=evidence.found) if isinstance(evidence, Found) else evidence


def test_contributions_from_outside_are_counted_by_organisation(world: Make) -> None:
    """Distinct people and distinct organisations; nobody's name is in what is told."""
    threads = [
        change(1, merged=NOON, author="anna", author_organisations=("grannen", "annan")),
        change(2, merged=NOON, author="anna", author_organisations=("grannen", "annan")),
        change(3, merged=NOON, author="bertil", author_organisations=("grannen",)),
        change(4, merged=NOON, author="egen", outside=False),
        change(5, merged=NOON - timedelta(days=800), author="gammal"),
        change(6, author="oppen"),
    ]
    facts = only(world(one(threads=threads)).described())
    expected = OutsideContributions(merged=3, authors=2, organisations=2)
    assert Found(found=expected) == plain(facts.outside)
    assert not any(name in facts.model_dump_json() for name in ("anna", "bertil", "grannen"))


def test_who_approved_is_compared_and_forgotten(world: Make) -> None:
    """Another person's approval within 180 days counts; an author's own and a program's do not."""
    threads = [
        change(1, merged=NOON, author="anna", approvers=("bertil",)),
        change(2, merged=NOON, author="anna", approvers=("anna", "granska-bot")),
        change(3, merged=NOON, author="cecilia", outside=False),
        change(4, merged=NOON, author="beroende", bot=True, approvers=("bertil",)),
        change(5, merged=NOON - timedelta(days=200), author="anna", approvers=("bertil",)),
    ]
    commits = (("Anna", True), ("renovate[bot]", False), ("Bertil", False), ("Anna", False))
    facts = only(world(one(threads=threads, commits=commits, protected=True)).described())
    expected = Reviews(protected=True, merged=3, approved=1, commits=3, direct=2)
    assert Found(found=expected) == plain(facts.reviews)
    assert not any(name in facts.model_dump_json().lower() for name in ("anna", "bertil"))


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"protected": True}, True),
        ({"rules": ("PULL_REQUEST",)}, True),
        ({"rules": ("COMMIT_MESSAGE_PATTERN",)}, None),
        ({}, None),
        ({"commit": None}, None),
    ],
)
def test_protection_is_told_where_it_shows(
    world: Make, given: dict[str, Any], shown: object
) -> None:
    """What GitHub does not show may be there all the same."""
    reviews = only(world(one(**given)).described()).reviews
    assert isinstance(reviews, Found)
    assert shown is reviews.found.protected


def test_issues_for_newcomers(world: Make) -> None:
    """Open ones with either label, each once; the address and the day, not the title."""
    threads = [
        Thread(1, NOON, labels=("good first issue", "help wanted")),
        Thread(2, NOON, labels=("help wanted",)),
        Thread(3, NOON, labels=("help wanted",), closed=NOON),
        Thread(4, NOON, labels=("bug",)),
    ]
    facts = only(world(one(threads=threads)).described())
    issues = f"{BASE}/exempel/kod/issues"
    first = NewcomerIssue(url=f"{issues}/1", on=NOON.date(), label="good first issue")
    second = NewcomerIssue(url=f"{issues}/2", on=NOON.date(), label="help wanted")
    assert Found(found=(first, second)) == plain(facts.newcomers)


def test_a_fork_is_compared_with_its_parent(world: Make) -> None:
    """Its own commits, and those it lacks."""
    original = Body("annan", [Repo(id=1, name="kod", owner="annan", commit=commit_of(0))])
    facts = only(world(one(parent="annan/kod", own_commits=4, behind=9), original).described())
    assert Found(found=ForkWork(own=4, behind=9)) == plain(facts.fork_work)
    assert isinstance(facts.about, Found)
    assert ForkParent(url=f"{BASE}/annan/kod", id="github.com/1") == facts.about.found.parent


def test_documents_that_hold_for_the_repository(world: Make) -> None:
    """Its own or the organisation's: the forge tells which address."""
    policy = f"{BASE}/exempel/.github/security/policy"
    facts = only(world(one(security_policy=policy)).described())
    assert Found(found=(CommunityFile(kind="security", url=policy),)) == plain(facts.community)


# Faults


@pytest.mark.parametrize(
    ("fault", "waited"),
    [
        (faults.fault(faults.too_many(7)), [7]),
        (faults.fault(faults.too_many()), [60]),
        (faults.fault(faults.secondary(5)), [5]),
        (faults.fault(faults.secondary()), [60]),
        (faults.fault(faults.bad_gateway()), []),
        (faults.fault(faults.too_heavy()), []),
        (faults.fault(Answer.of({"message": "Server Error"}, 500)), [2]),
        (faults.fault(faults.half_json()), [2]),
    ],
)
def test_what_passes_is_waited_for(world: Make, fault: Fault, waited: list[float]) -> None:
    """The listing is whole all the same."""
    made = world(body_of(3))
    made.server.faults.append(fault)
    assert 3 == len(made.forge().repositories())
    assert waited == [w for w in made.waited if w >= 2 or waited][: len(waited)]


def test_a_limit_that_opens_soon_is_waited_for(world: Make) -> None:
    """By GitHub's own clock, which the answer tells."""
    made = world(body_of(3))
    made.server.faults.append(faults.fault(faults.rate_limited(100)))
    assert 3 == len(made.forge().repositories())
    assert 95 < sum(made.waited) < 105


def test_a_cut_answer_is_asked_again(world: Make) -> None:
    """A connection that breaks in the middle of the body loses nothing."""
    made = world(body_of(3))
    made.server.faults.append(faults.cut(made.github))
    assert 3 == len(made.forge().repositories())


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (faults.exhausted(3600), RateLimitedError, "asks us to wait about"),
        (faults.rate_limited(3600), RateLimitedError, "asks us to wait about"),
        (faults.too_many(5000), RateLimitedError, "asks us to wait about 8"),
        (faults.bad_credentials(), RefusedError, "does not accept the token in KOMMUN_TOKEN"),
        (Answer.of({"message": "Must have admin rights"}, 403), RefusedError, "refuses"),
        (faults.bad_gateway(), ListingError, "gave up on answering"),
        (faults.too_heavy(), ListingError, "too heavy"),
        (faults.half_json(), ListingError, "breaks off or is no JSON"),
        (faults.html(), ListingError, "without data"),
        (Answer.of([], 200), ListingError, "of a form we do not know"),
        (Answer.of({"data": {"repositoryOwner": {"repositories": {}}}}), ListingError, "a form"),
        (Answer.of({"data": {"repositoryOwner": None}}), NoSuchAccountError, "no account called"),
        (Answer(302, b"", {"Location": "https://example.org/"}), ListingError, "form|data"),
        (Answer(301, b"", {"Location": "https://example.org/"}), ListingError, "another host"),
    ],
)
def test_what_does_not_pass_is_said_in_words(
    world: Make, answer: Answer, kind: type[ListingError], words: str
) -> None:
    """The sentence names the host and what to look at; never a token, never a trace."""
    made = world(body_of(3))
    made.server.faults.append(faults.fault(answer, times=None))
    with pytest.raises(kind, match=words) as raised:
        made.forge().repositories()
    assert TOKEN not in f"{raised.value!r} {raised.value.__cause__}"
    assert str(raised.value).startswith("github.com ")


def test_a_server_that_is_gone_is_said_in_words(world: Make) -> None:
    """Connections that are refused end after three tries."""
    made = world(body_of(3))
    forge = made.forge(root="http://127.0.0.1:9")
    with pytest.raises(ListingError, match="could not be reached"):
        forge.repositories()
    assert (3, [2, 4]) == (forge.asked.requests, made.waited)


@pytest.mark.parametrize("limit", [99, 50, 7, 1])
def test_pages_shrink_until_they_are_answered(world: Make, limit: int) -> None:
    """502 on large pages only: the listing is whole, with more requests."""
    made = world(body_of(20))
    made.server.faults.append(faults.larger_than(limit))
    assert 20 == len(made.described())


def test_one_repository_that_never_works_takes_no_other_with_it(world: Make) -> None:
    """It is told as too heavy; its neighbours are described."""
    made = world(body_of(30))
    made.server.faults.append(faults.holding("R_1011"))
    facts = made.described()
    assert Unseen(unseen="too-heavy") == facts["kod-0011"].releases
    assert 29 == sum(isinstance(f.releases, Absent) for f in facts.values())


def test_repositories_that_are_not_shown_are_counted(world: Make) -> None:
    """200 with data in part: the listing holds for the others and says how many are withheld."""
    made = world(body_of(5))
    made.server.faults.append(faults.without(made.github, ["exempel/kod-0002"]))
    forge = made.forge()
    assert (4, 1) == (len(forge.repositories()), forge.asked.withheld)


@pytest.mark.parametrize(("kind", "reason"), [("FORBIDDEN", "forbidden"), ("NOT_FOUND", "failed")])
def test_one_that_is_gone_when_it_is_described(world: Make, kind: str, reason: str) -> None:
    """Deleted or closed between listing and asking: unseen, with its reason."""
    made = world(body_of(3))
    forge = made.forge()
    listed = forge.repositories()
    errors = [{"type": kind, "path": ["nodes", 1], "message": "x"}]
    real = made.github(post(made, listed))
    assert real is not None
    data = json_of(real)
    data["data"]["nodes"][1], data["errors"] = None, errors
    made.server.faults.append(faults.fault(Answer.of(data)))
    told = {x.url: f for x, f in forge.describe(listed)}
    assert reason == unseen(told[listed[1].url].releases)
    assert isinstance(told[listed[2].url].releases, Absent)


def post(made: World, listed: list[Listed]) -> Any:
    """Ask the description as the adapter does, and return the request it made."""
    forge = made.forge()
    list(forge.describe(listed))
    return next(r for r in reversed(made.server.requests) if b"nodes(ids" in r.body)


def json_of(answer: Answer) -> Any:
    """Return an answer's JSON."""
    return faults._parsed(answer)


def unseen(evidence: object) -> str | None:
    """Return why evidence is unseen."""
    return evidence.unseen if isinstance(evidence, Unseen) else None


def test_a_token_that_expires_midway_keeps_what_was_told(world: Make) -> None:
    """The listing stands; what was not told any more is unseen: forbidden."""
    made = world(body_of(60))
    made.server.faults.append(faults.expires(2))  # a listing and a batch
    facts = made.described()
    reasons = [unseen(f.open) for f in facts.values()]
    assert (40, 20) == (reasons.count(None), reasons.count("forbidden"))


def test_a_limit_that_is_reached_midway_stops_politely(world: Make) -> None:
    """Nothing more is asked; the rest is unseen: rate-limited."""
    made = world(body_of(60))
    made.server.faults.append(faults.fault(faults.exhausted(), times=None, after=2))
    facts = made.described()
    assert 20 == [unseen(f.open) for f in facts.values()].count("rate-limited")
    assert 3 == len(made.server.requests)


# What became of the missing


@pytest.mark.parametrize("token", [TOKEN, None])
def test_what_became_of_the_missing(world: Make, token: str | None) -> None:
    """Renamed, transferred, unlisted, gone: asked by number, whatever stands at the address now."""
    body = body_of(3)
    away, moved = body.repositories[1], body.repositories[2]
    away.owner, body.moved["exempel/kod-0001"] = "annan", "annan/kod-0001"
    moved.name, body.moved["exempel/kod-0002"] = "nytt", "exempel/nytt"
    missing = [Missing(f"{BASE}/exempel/kod-{n:04}", f"github.com/{1000 + n}") for n in range(4)]
    assert {
        missing[0].url: Whereabouts("unlisted"),
        missing[1].url: Whereabouts("transferred", f"{BASE}/annan/kod-0001"),
        missing[2].url: Whereabouts("renamed", f"{BASE}/exempel/nytt"),
        missing[3].url: Whereabouts("gone"),
    } == world(body).forge(token=token).whereabouts(missing)


def test_one_that_was_made_private_is_called_so_by_a_token_that_sees_it(world: Make) -> None:
    """Others cannot tell it from one that was deleted."""
    body = one(private=True)
    missing = [Missing(f"{BASE}/exempel/kod", "github.com/7")]
    assert [Whereabouts("private")] == [
        *world(body, insider=True).forge().whereabouts(missing).values()
    ]
    assert [Whereabouts("gone")] == [*world(body).forge().whereabouts(missing).values()]


def test_nobody_is_declared_gone_where_the_forge_does_not_answer(world: Make) -> None:
    """Unknown is not dead."""
    made = world(body_of(1))
    made.server.faults.append(faults.fault(faults.exhausted(), faults.everything, times=None))
    assert {} == made.forge().whereabouts([Missing(f"{BASE}/exempel/kod", "github.com/7")])


# Secrets


def test_a_token_stays_with_its_host(world: Make) -> None:
    """A redirect to another host is not followed, so the token does not go there."""
    other = world(body_of(1))
    away = other.server.base.replace("127.0.0.1", "localhost")
    for status in (301, 302, 307, 308):
        made = world(body_of(1))
        answer = Answer(status, b"", {"Location": f"{away}/api/graphql"})
        made.server.faults.append(faults.fault(answer, times=None))
        with pytest.raises(ListingError):
            made.forge().repositories()
    assert [] == other.server.requests


def test_an_app_acts_as_its_installation(world: Make) -> None:
    """It is found by the account's name, and its token of an hour is asked for once."""
    made = world(body_of(60))
    app = App(id=1, key=SecretStr(private_key()))
    assert 60 == len(made.described(token=None, app=app))
    tokens = [r for r in made.server.requests if r.path.endswith("/access_tokens")]
    assert 1 == len(tokens)


def test_a_key_that_is_none_is_said_in_words(world: Make) -> None:
    """Its text is in no sentence."""
    app = App(id=1, key=SecretStr("hemligt"), installation=1)
    with pytest.raises(TokenError, match="cannot be read as a PEM file") as raised:
        world(body_of(1)).forge(token=None, app=app).repositories()
    assert "hemligt" not in f"{raised.value!r}"


def private_key() -> str:
    """Make a key as GitHub gives its apps."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    ).decode()


def test_a_github_of_ones_own_is_known_by_its_own_name(world: Make) -> None:
    """Addresses and numbers carry its host."""
    made = world(body_of(1))
    (listed,) = made.forge(base="https://git.exempel.se").repositories()
    assert ("https://git.exempel.se/exempel/kod-0000", "git.exempel.se/1000") == (
        listed.url, listed.id
    )  # fmt: skip
