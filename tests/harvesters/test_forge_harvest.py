"""A harvest of an organisation, end to end: a stand-in forge lists, real git repositories answer.

After every fault: no project lost, the next good run heals, the report says what happened.
"""

import errno
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import Tombstone
from catalog.models.forge import ForgeFacts
from harvesters.known import id_of
from tests.harvesters.catalogues import BASE, TODAY, VARIABLE, Harvested
from tests.harvesters.killing import killed_at
from tests.stand_in import faults
from tests.stand_in.body import Repo, body_of
from tests.stand_in.git import GitHost, make_repositories, make_repository
from tests.stand_in.github import TOKEN, GitHub
from tests.stand_in.server import Answer, Fault, StandIn, running

LATER = TODAY + timedelta(days=1)
Make = Callable[..., Harvested]


@pytest.fixture
def harvested(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Return a function that makes a body of some repositories, behind a forge and git."""
    with ExitStack() as stack:

        def make(count: int = 3, **source: Any) -> Harvested:
            place = Path(tempfile.mkdtemp(dir=tmp_path))
            body = body_of(count)
            make_repositories(place / "forge", body)
            github, git = GitHub(body), GitHost(place / "forge")
            server = stack.enter_context(running(StandIn(github, git)))
            configuration = place / "gitconfig"
            configuration.write_text(f'[url "{server.base}/"]\n\tinsteadOf = {BASE}/\n')
            monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(configuration))
            (place / "catalogue").mkdir()
            return Harvested(place / "catalogue", body, github, git, server, source=source)

        yield make


def forge_of(made: Harvested, name: str) -> ForgeFacts:
    """Return what the forge told of one repository."""
    forge = made.facts(name).forge
    assert isinstance(forge, ForgeFacts)
    return forge


# Well


def test_an_organisation_is_harvested_with_what_forge_and_git_know(harvested: Make) -> None:
    """Description from one, content from the other, under one address and number."""
    made = harvested(3)
    outcome = made.harvest()
    assert (0, 3, 3) == (outcome.exit_code, outcome.read, outcome.written)
    facts, forge = made.facts("kod-0001"), forge_of(made, "kod-0001")
    assert isinstance(facts.readmes, Found)
    assert isinstance(forge.about, Found)
    assert ("github.com/1001", "Kodbas nummer 1") == (id_of(facts), forge.about.found.description)
    assert [] == made.github.complaints


def test_a_repository_costs_at_most_six_questions_of_git(harvested: Make) -> None:
    """Five where it is small: references and commits three, its content two."""
    made = harvested(3)
    made.harvest()
    assert (2, 15) == made.asked


def test_a_large_file_takes_a_question_of_its_own(harvested: Make) -> None:
    """Of a large repository small files come along with the trees, large ones where needed."""
    made = harvested(1)
    made.body.repositories[0].kilobytes = 90_000
    made.harvest()
    assert (2, 5) == made.asked
    with_large(made, "README.md")
    made.harvest()
    assert (2, 7) == made.asked
    assert isinstance(made.facts("kod-0000").readmes, Found)


def test_source_code_takes_no_question_of_its_own(harvested: Make) -> None:
    """It comes in the same fetch as documents, and is searched."""
    made = harvested(1)
    made.body.repositories[0].kilobytes = 90_000
    made.harvest()
    with_large(made, "README.md")
    with_large(made, "src/kod.py")
    made.harvest()
    seen = made.facts("kod-0000").generality
    assert isinstance(seen, Found)
    assert ((2, 7), 0) == (made.asked, seen.found.skipped)
    assert seen.found.files > 0


def with_large(made: Harvested, name: str) -> None:
    """Commit a file of 50 kB to the first repository, so that its head moves."""
    folder = made.git.folder / "exempel/kod-0000.git"
    text = "Kod gör nytta. " * 3500
    stream = (
        "commit refs/heads/main\ncommitter A <a@example.org> 1780000000 +0000\ndata 0\n"
        f"from refs/heads/main^0\nM 100644 inline {name}\ndata {len(text.encode())}\n{text}\n"
    )
    subprocess.run(
        ["git", f"--git-dir={folder}", "fast-import", "--quiet"],
        input=stream.encode(),
        check=True,
    )
    head = (folder / "refs/heads/main").read_text().strip()
    made.body.repositories[0].commit = head


def test_unchanged_is_listed_and_not_read(harvested: Make) -> None:
    """Not one question of git, at most two more of the forge; the same bytes."""
    made = harvested(3)
    made.harvest()
    before = made.bytes()
    outcome = made.harvest()
    assert (0, 3, 0, 0) == (outcome.read, outcome.unchanged, outcome.written, made.asked[1])
    assert made.asked[0] <= 2
    assert before == made.bytes()


def test_in_a_week_everything_is_described_anew(harvested: Make) -> None:
    """A seventh a day, whatever git says."""
    made = harvested(5)
    made.harvest()
    for repo in made.body.repositories:
        repo.security_policy = f"{BASE}/exempel/.github/security"
    for day in range(1, 8):
        made.harvest(TODAY + timedelta(days=day))
    assert {True} == {isinstance(forge_of(made, n).community, Found) for n in made.names}


def test_only_what_changed_is_read(harvested: Make) -> None:
    """One repository has moved on: five questions, one file."""
    made = harvested(3)
    made.harvest()
    made.changes(1)
    outcome = made.harvest()
    assert (1, 2, 1, 5) == (outcome.read, outcome.unchanged, outcome.written, made.asked[1])


def test_a_new_description_alone_is_written_without_git(harvested: Make) -> None:
    """The listing tells it."""
    made = harvested(2)
    made.harvest()
    made.body.repositories[0].description = "Ny text"
    outcome = made.harvest()
    assert (0, 1, 0) == (outcome.read, outcome.written, made.asked[1])


def test_full_asks_and_reads_everything_again(harvested: Make) -> None:
    """And writes nothing where nothing changed."""
    made = harvested(2)
    made.harvest()
    outcome = made.harvest(full=True)
    assert (2, 0) == (outcome.read, outcome.written)


def test_without_a_token_what_can_be_is_read(harvested: Make) -> None:
    """REST lists, git reads; the rest is unseen with its reason."""
    made = harvested(2, tokenEnv=None)
    assert 0 == made.harvest().exit_code
    assert Unseen(unseen="no-token") == forge_of(made, "kod-0000").replies
    outcome = made.harvest()
    assert (2, 1) == (outcome.unchanged, made.asked[0])


def test_a_token_that_is_taken_away_leaves_what_it_told(harvested: Make) -> None:
    """Dated by the first harvest that could not ask."""
    made = harvested(1)
    made.harvest()
    made.source["tokenEnv"] = None
    made.harvest(LATER, full=True)
    opened = forge_of(made, "kod-0000").open
    assert isinstance(opened, Found)
    assert LATER == opened.stale_since


def test_what_is_left_out_and_taken_in(harvested: Make) -> None:
    """A pattern leaves out, a name takes in; neither is missing."""
    made = harvested(
        4,
        exclude=[{"repo": f"{BASE}/exempel/kod-*", "reason": "prov"}],
        include=[{"repo": f"{BASE}/exempel/kod-0002", "reason": "används"}],
    )
    made.harvest()
    made.harvest(LATER)
    assert ["kod-0002"] == made.names


def test_a_repository_of_two_sources_is_read_by_one(harvested: Make) -> None:
    """The first that answers for it keeps it; its file does not change hands at every run."""
    made = harvested(2)
    made.harvest()
    before = made.bytes()
    made.source |= {"id": "annan", "topics": ["kommun"], "org": None}
    first = made.curated().sources[0]
    made.source.clear()
    both = made.curated()
    both = both.model_copy(update={"sources": (*both.sources, first)})
    run(made, both)
    assert before == made.bytes()


def run(made: Harvested, curated: Any) -> None:
    """Harvest these curated data instead."""
    made.curated = lambda: curated  # type: ignore[method-assign]
    made.harvest()


# Names and places change


def test_a_renamed_repository_is_the_same_one(harvested: Make) -> None:
    """Its facts move, it remembers its address, and a tombstone leads on."""
    made = harvested(2)
    made.harvest()
    made.renames(1, "nytt")
    outcome = made.harvest(LATER)
    assert (0, ["kod-0000", "nytt"]) == (outcome.exit_code, made.names)
    assert (f"{BASE}/exempel/kod-0001",) == made.facts("nytt").formerly
    gone = made.snapshot.gone[f"{BASE}/exempel/kod-0001"]
    assert ("renamed", f"{BASE}/exempel/nytt", LATER) == (gone.reason, gone.to, gone.gone_since)
    assert 0 == made.harvest(LATER).written


def test_other_letters_in_a_name_leave_no_tombstone(harvested: Make) -> None:
    """A forge takes both for the same."""
    made = harvested(1)
    made.harvest()
    made.renames(0, "KOD-0000")
    made.harvest(LATER)
    assert (["KOD-0000"], {}) == (made.names, made.snapshot.gone)


def test_a_new_repository_at_a_former_address_is_another_one(harvested: Make) -> None:
    """The old one went elsewhere; both are there, each with its number."""
    made = harvested(1)
    made.harvest()
    made.renames(0, "nytt")
    made.body.moved.clear()
    made.body.repositories.append(Repo(id=77, name="kod-0000"))
    make_repository(made.git.folder, made.body.repositories[-1])
    made.harvest(LATER)
    assert ["kod-0000", "nytt"] == made.names
    assert ("github.com/77", "github.com/1000") == (
        id_of(made.facts("kod-0000")), id_of(made.facts("nytt"))
    )  # fmt: skip


def test_a_repository_that_was_made_anew_is_another_one(harvested: Make) -> None:
    """Deleted and created under its name: the address holds the new one, with its own number."""
    made = harvested(2)
    made.harvest()
    made.body.repositories[0].id = 99
    made.harvest(accept_shrink=True)
    assert (["kod-0000", "kod-0001"], "github.com/99") == (
        made.names, id_of(made.facts("kod-0000"))
    )  # fmt: skip
    assert (None, {}) == (made.facts("kod-0000").missing_since, made.snapshot.gone)


@pytest.mark.parametrize(
    ("happens", "reason", "to"),
    [
        (lambda m: m.renames(9, "kod-0009", "annan"), "transferred", f"{BASE}/annan/kod-0009"),
        (lambda m: m.body.repositories.pop(9), "gone", None),
        (lambda m: setattr(m.body.repositories[9], "private", True), "gone", None),
    ],
)
def test_what_two_listings_lack_becomes_a_tombstone(
    harvested: Make, happens: Callable[[Harvested], object], reason: str, to: str | None
) -> None:
    """After the first it is kept and dated; after the second it is told what became of it."""
    made = harvested(10)
    made.harvest()
    happens(made)
    assert 0 == made.harvest(LATER).exit_code
    assert LATER == made.facts("kod-0009").missing_since
    made.harvest(LATER + timedelta(days=1))
    gone = made.snapshot.gone[f"{BASE}/exempel/kod-0009"]
    assert (9, reason, to, LATER) == (len(made.names), gone.reason, gone.to, gone.gone_since)
    assert isinstance(gone, Tombstone)
    assert gone.last is not None


def test_what_comes_back_is_as_if_it_had_never_been_away(harvested: Make) -> None:
    """From missing, and from its tombstone."""
    made = harvested(10)
    made.harvest()
    before = made.bytes()
    away = made.body.repositories.pop()
    for listings in (1, 2):
        for day in range(listings):
            made.harvest(LATER + timedelta(days=day))
        made.body.repositories.append(away)
        made.harvest(LATER + timedelta(days=7))
        assert (before, {}) == (made.bytes(), made.snapshot.gone)
        made.body.repositories.pop()


# Faults


def test_a_listing_that_shrinks_by_half_is_not_used(harvested: Make) -> None:
    """Nothing changes but the report, which says how to accept it; then it is accepted."""
    made = harvested(6)
    made.harvest()
    before = made.bytes()
    del made.body.repositories[3:]
    outcome = made.harvest(LATER)
    assert (1, before) == (outcome.exit_code, made.bytes())
    assert made.run.failure is not None
    assert "lacks 3 of 6 known repositories" in made.run.failure
    assert "kodkatalog harvest --source ex --accept-shrink" in made.run.failure
    assert (TODAY, LATER) == (made.run.succeeded, made.run.tried)
    made.harvest(LATER, accept_shrink=True)
    made.harvest(LATER)  # it was believed once, and what is missing is not counted again
    assert (3, 3) == (len(made.names), len(made.snapshot.gone))


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (faults.exhausted(3600), 3, "asks us to wait about"),
        (faults.rate_limited(3600), 3, "asks us to wait about"),
        (faults.bad_credentials(), 1, f"does not accept the token in {VARIABLE}"),
        (faults.bad_gateway(), 1, "gave up on answering"),
        (faults.half_json(), 1, "breaks off"),
        (faults.html(), 1, "without data"),
        (Answer.of({"data": {"repositoryOwner": None}}), 1, "no account called exempel"),
    ],
)
def test_a_source_that_fails_changes_nothing_but_its_mark(
    harvested: Make, answer: Answer, code: int, words: str
) -> None:
    """And the next good run heals it."""
    made = harvested(3)
    made.harvest()
    before = made.bytes()
    made.server.faults.append(faults.fault(answer, faults.is_graphql, times=None))
    outcome = made.harvest(LATER)
    assert (code, before, 0) == (outcome.exit_code, made.bytes(), made.asked[1])
    assert words in str(made.run.failure)
    assert (TODAY, LATER) == (made.run.succeeded, made.run.tried)
    made.server.faults.clear()
    assert (0, before) == (made.harvest(LATER).exit_code, made.bytes())
    assert (None, LATER) == (made.run.failure, made.run.succeeded)


def test_an_organisation_that_was_renamed_is_found_again(harvested: Make) -> None:
    """The report says where its repositories are now; with the new name they are the same ones."""
    made = harvested(2)
    made.harvest()
    for number in range(2):
        made.renames(number, f"kod-{number:04}", "nykommun")
    made.body.login = "nykommun"
    made.harvest(LATER)
    assert "its repositories are now at https://github.com/nykommun" in str(made.run.failure)
    assert ["kod-0000", "kod-0001"] == made.names
    made.source["org"] = "nykommun"
    assert 0 == made.harvest(LATER).exit_code
    assert ({f"{BASE}/nykommun/kod-0000", f"{BASE}/nykommun/kod-0001"}, 2) == (
        set(made.snapshot.facts), len(made.snapshot.gone)
    )  # fmt: skip


def test_an_organisation_that_is_suddenly_empty_is_not_believed(harvested: Make) -> None:
    """Nothing is lost; one that is empty from the start is harvested well."""
    made = harvested(3)
    made.harvest()
    kept, made.body.repositories[:] = list(made.body.repositories), []
    assert 1 == made.harvest(LATER).exit_code
    assert 3 == len(made.names)
    made.body.repositories[:] = kept
    assert 0 == made.harvest(LATER).exit_code


def test_an_organisation_without_repositories_is_no_fault(harvested: Make) -> None:
    """It was listed, and nothing was there."""
    made = harvested(0)
    assert (0, TODAY) == (made.harvest().exit_code, made.run.succeeded)


def test_one_that_is_deleted_between_listing_and_reading(harvested: Make) -> None:
    """It is named; what the forge told of it is there, what git would have told is unseen."""
    made = harvested(3)
    path = made.git.folder / "exempel/kod-0001.git"
    path.rename(path.with_name("away"))
    outcome = made.harvest()
    assert (3, 2) == (outcome.exit_code, outcome.read)
    assert [f"{BASE}/exempel/kod-0001"] == [f.url for f in outcome.failures]
    assert Unseen(unseen="failed") == made.facts("kod-0001").readmes
    path.with_name("away").rename(path)
    assert (0, 1) == ((healed := made.harvest(LATER)).exit_code, healed.read)
    assert isinstance(made.facts("kod-0001").readmes, Found)


def test_one_that_is_renamed_between_listing_and_reading(harvested: Make) -> None:
    """It fails under its old name, and the next run finds it under its new one."""
    made = harvested(5)
    made.harvest()
    made.changes(1)
    once: list[bool] = []

    def rename(_request: object) -> None:
        if not once:
            once.append(True)
            made.renames(1, "nytt")

    made.server.faults.append(Fault(rename, lambda r: ".git/" in r.path, times=None))
    assert 3 == made.harvest(LATER).exit_code
    assert LATER == made.facts("kod-0001").stale_since
    made.server.faults.clear()
    assert 0 == made.harvest(LATER).exit_code
    assert ("nytt" in made.names, 5) == (True, len(made.names))


def test_one_that_is_made_private_asks_for_a_log_in(harvested: Make) -> None:
    """Its facts stay, dated; the reason is said."""
    made = harvested(3)
    made.harvest()
    made.changes(2)
    refused = Answer(401, b"", {"WWW-Authenticate": "Basic"})
    made.server.faults.append(Fault(lambda _r: refused, lambda r: "kod-0002.git" in r.path, None))
    outcome = made.harvest(LATER)
    assert (3, "the address asks for a log-in") == (outcome.exit_code, outcome.failures[0].reason)
    assert LATER == made.facts("kod-0002").stale_since
    assert isinstance(made.facts("kod-0002").readmes, Found)


def test_a_default_branch_that_does_not_exist(harvested: Make) -> None:
    """Git is asked which branches there are, and the likely one is read."""
    made = harvested(2)
    repository = made.git.folder / "exempel/kod-0001.git"
    (repository / "HEAD").write_text("ref: refs/heads/borta\n")
    made.body.repositories[1].branch = "borta"
    assert 0 == made.harvest().exit_code
    head = made.facts("kod-0001").head
    assert isinstance(head, Found)
    assert "main" == head.found.branch


def test_an_empty_repository_has_nothing_and_is_not_asked_again(harvested: Make) -> None:
    """No commits is an answer."""
    made = harvested(1)
    made.body.repositories.append(Repo(id=5, name="tom"))
    empty = made.git.folder / "exempel/tom.git"
    for part in ("objects", "refs"):
        (empty / part).mkdir(parents=True)
    (empty / "HEAD").write_text("ref: refs/heads/main\n")
    assert 0 == made.harvest().exit_code
    assert Absent(absent=("no commits",)) == made.facts("tom").readmes
    made.harvest()
    assert 0 == made.asked[1]


def test_a_token_that_expires_midway_loses_nothing(harvested: Make) -> None:
    """What git reads is read; what the forge no longer tells keeps its value, dated."""
    made = harvested(3)
    made.harvest()
    made.changes(0)
    made.server.faults.append(faults.expires(1))  # the listing passes
    outcome = made.harvest(LATER)
    assert (3, 1) == (outcome.exit_code, outcome.read)
    assert "a token may have expired" in " ".join(made.run.warnings or ())
    opened = forge_of(made, "kod-0000").open
    assert isinstance(opened, Found)
    assert LATER == opened.stale_since
    made.server.faults.clear()
    assert 0 == made.harvest(LATER + timedelta(days=1)).exit_code
    healed = forge_of(made, "kod-0000").open
    assert isinstance(healed, Found)
    assert (None, None) == (healed.stale_since, made.run.warnings)


def test_a_limit_that_is_reached_midway_is_told(harvested: Make) -> None:
    """New repositories are there with what the listing and git tell; exit code 3."""
    made = harvested(3)
    made.server.faults.append(faults.fault(faults.exhausted(), times=None, after=1))
    outcome = made.harvest()
    assert (3, 3) == (outcome.exit_code, outcome.read)
    assert ("the forge asked us to stop; what only it knows is older for 3 repositories",) == (
        made.run.warnings
    )
    assert Unseen(unseen="rate-limited") == forge_of(made, "kod-0000").open
    made.server.faults.clear()
    made.harvest(LATER)
    assert isinstance(forge_of(made, "kod-0000").open, Found)


def test_one_that_the_forge_withholds_is_not_missing(harvested: Make) -> None:
    """Nothing is taken for missing while some cannot be seen."""
    made = harvested(5)
    made.harvest()
    made.server.faults.append(faults.without(made.github, ["exempel/kod-0003"]))
    for day in range(1, 4):
        assert 3 == made.harvest(TODAY + timedelta(days=day)).exit_code
    assert (5, {}) == (len(made.names), made.snapshot.gone)
    assert None is made.facts("kod-0003").missing_since


def test_the_forge_knows_nothing_of_the_missing(harvested: Make) -> None:
    """Unknown is not dead: it is kept until somebody can tell."""
    made = harvested(10)
    made.harvest()
    made.body.repositories.pop()
    made.harvest(LATER)
    by_number = Fault(lambda _r: faults.bad_gateway(), lambda r: "/repositories/" in r.path, None)
    made.server.faults.append(by_number)
    made.harvest(LATER)
    assert (10, {}) == (len(made.names), made.snapshot.gone)


@pytest.mark.parametrize("jump", [date(2036, 1, 1), date(2016, 1, 1)])
def test_a_clock_that_jumps_loses_nothing(harvested: Make, jump: date) -> None:
    """The run after a wrong date says so, and all is dated right again."""
    made = harvested(3)
    made.harvest()
    before = made.bytes()
    made.harvest(jump)
    outcome = made.harvest(LATER)
    said = "a clock was wrong" in " ".join(made.run.warnings or ())
    assert (jump > LATER, LATER, 3) == (said, made.run.succeeded, outcome.unchanged)
    assert before == made.bytes()
    assert 0 == made.harvest(LATER).exit_code


def test_a_full_disk_changes_nothing(harvested: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The source keeps what it had, the report says why, and the next run goes on."""
    made = harvested(3)
    made.harvest()
    before = made.bytes()
    made.changes(1)
    real = os.fsync

    def full(descriptor: int) -> None:
        if "run.json" not in str(Path(f"/proc/self/fd/{descriptor}").readlink()):
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        outcome = made.harvest(LATER)
    assert (1, before) == (outcome.exit_code, made.bytes())
    assert "the disk of the machine that harvests is full" == made.run.failure
    assert (0, 1) == ((healed := made.harvest(LATER)).exit_code, healed.read)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(step=st.integers(0, 40))
def test_a_kill_at_any_step_of_a_whole_harvest(harvested: Make, step: int) -> None:
    """Nobody is lost or half written, and the next run ends where an undisturbed one would."""
    made = harvested(5)
    made.harvest()
    made.changes(1)
    made.renames(2, "nytt")
    made.body.repositories.append(Repo(id=5, name="till", tags=1))
    make_repository(made.git.folder, made.body.repositories[-1])
    numbers = {id_of(f) for f in made.snapshot.facts.values()}
    undisturbed = replace(made, folder=made.folder.with_name("undisturbed"))
    shutil.copytree(made.folder, undisturbed.folder)
    undisturbed.harvest(LATER)
    killed_at(step, lambda: made.harvest(LATER))
    assert numbers <= {id_of(f) for f in made.snapshot.facts.values()}
    assert 0 == made.harvest(LATER).exit_code
    assert undisturbed.bytes() == made.bytes()


# Secrets


def test_a_variable_that_is_not_set_is_said(harvested: Make) -> None:
    """By its name; nothing was asked."""
    made = harvested(1, tokenEnv="ANNAN_TOKEN")
    assert 1 == made.harvest().exit_code
    assert "the environment variable ANNAN_TOKEN that the source names is not set" == (
        made.run.failure
    )
    assert [] == made.server.requests


def test_the_token_is_in_nothing_that_is_written(harvested: Make) -> None:
    """Not in the snapshot, not in the journal, not in what git is told."""
    made = harvested(2)
    made.harvest()
    made.server.faults.append(faults.fault(faults.bad_credentials(), times=None))
    made.harvest(LATER)
    written = b"".join(p.read_bytes() for p in made.folder.rglob("*") if p.is_file())
    assert TOKEN.encode() not in written
    git = [r for r in made.server.requests if ".git/" in r.path]
    assert not any("authorization" in request.headers for request in git)


def test_names_of_persons_and_addresses_are_in_nothing_that_is_written(harvested: Make) -> None:
    """What commits and issues carry of people is only ever counted."""
    made = harvested(2)
    made.harvest()
    written = b"".join(p.read_bytes() for p in (made.folder / "data").rglob("*.json"))
    assert b"Kodare" not in written
    assert b"@example.org" not in written
