"""A harvest end to end, over real repositories behind a stand-in for their host."""

import json
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from catalog.errors import GitError
from catalog.models.curated import Body, CuratedData, Source
from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import RepositoryFacts
from catalog.store.snapshot import read_snapshot
from harvesters import compare
from harvesters import run as run_module
from harvesters.command import Git
from harvesters.git import Probe
from harvesters.journal import AlreadyRunningError, Journal, only_harvest
from harvesters.run import Harvest, Outcome
from tests.repositories import MakeRepository

TODAY = date(2026, 2, 1)


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """Return the folder of an empty catalogue."""
    folder = tmp_path / "catalogue"
    folder.mkdir()
    return folder


def curated_with(*urls: str) -> CuratedData:
    """Return curated data with one git source of these addresses."""
    body = Body(id="exempel", type="municipality", name="Exempelkommun")
    return CuratedData(
        bodies=(body,), sources=(Source(id="exempel-git", body="exempel", forge="git", urls=urls),)
    )


def harvest(catalogue: Path, *urls: str, today: date = TODAY, full: bool = False) -> Outcome:
    """Harvest these addresses into the catalogue."""
    return Harvest(catalogue, today, full=full).run(curated_with(*urls))


def facts_of(catalogue: Path, url: str) -> RepositoryFacts:
    """Read back what the snapshot says of one repository."""
    return read_snapshot(catalogue).facts[url]


def test_a_repository_becomes_facts(
    catalogue: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """Branch, commit, history and tree are read, under the true address."""
    repository = make_repository("exempel/kod", {"README.md": "# Kod\n"}, branch="feature/first")
    url = f"{stand_in}exempel/kod"
    outcome = harvest(catalogue, url)
    facts = facts_of(catalogue, url)
    assert isinstance(facts.head, Found)
    assert (0, 1) == (outcome.exit_code, outcome.read)
    assert ("feature/first", repository.git("rev-parse", "HEAD"), date(2026, 1, 1)) == (
        facts.head.found.branch, facts.head.found.commit, facts.head.found.on
    )  # fmt: skip


def test_a_second_run_writes_the_same_bytes_and_reads_nothing(
    catalogue: Path, make_repository: MakeRepository, stand_in: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Unchanged repositories are probed, not read."""
    make_repository("exempel/kod", {"README.md": "# Kod\n", "LICENSE": "text"}).git("tag", "1.0")
    url = f"{stand_in}exempel/kod"
    harvest(catalogue, url)
    before = {p: p.read_bytes() for p in catalogue.rglob("*.json")}
    monkeypatch.setattr(compare, "read_repository", None)
    outcome = harvest(catalogue, url)
    assert (0, 1, 0) == (outcome.read, outcome.unchanged, outcome.written)
    assert before == {p: p.read_bytes() for p in catalogue.rglob("*.json")}


def test_a_new_tag_alone_is_a_change(
    catalogue: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """A release of the same commit is news."""
    repository = make_repository("exempel/kod", {"README.md": "# Kod\n"})
    url = f"{stand_in}exempel/kod"
    harvest(catalogue, url)
    repository.git("tag", "1.0")
    assert 1 == harvest(catalogue, url).read
    tags = facts_of(catalogue, url).tags
    assert isinstance(tags, Found)
    assert 1 == tags.found.count


def test_a_repository_that_fails_keeps_its_last_facts(
    catalogue: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """It is named with its reason, marked stale since the first failure, and heals."""
    lost, kept = (make_repository(f"exempel/{n}", {"README.md": "x"}) for n in ("lost", "kept"))
    urls = f"{stand_in}exempel/lost", f"{stand_in}exempel/kept"
    harvest(catalogue, *urls)
    away = lost.path.with_name("away")
    lost.path.rename(away)
    outcome = harvest(catalogue, *urls, today=date(2026, 2, 2))
    harvest(catalogue, *urls, today=date(2026, 2, 3))
    assert (3, 1) == (outcome.exit_code, outcome.unchanged)
    assert date(2026, 2, 2) == facts_of(catalogue, urls[0]).stale_since
    failure = read_snapshot(catalogue).report.sources["exempel-git"].failures[0]
    assert (urls[0], date(2026, 2, 2)) == (failure.url, failure.since)
    assert str(kept.path) not in failure.reason
    away.rename(lost.path)
    assert 0 == harvest(catalogue, *urls, today=date(2026, 2, 4)).exit_code
    assert facts_of(catalogue, urls[0]).stale_since is None


def test_nothing_done_is_exit_code_1(catalogue: Path, stand_in: str) -> None:
    """Where not one repository answers, the run has failed."""
    assert 1 == harvest(catalogue, f"{stand_in}exempel/none").exit_code


def test_a_repository_without_commits_is_read_as_empty(
    catalogue: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """All is absent, for there is nothing to look in; nothing fails."""
    make_repository("exempel/tom")
    url = f"{stand_in}exempel/tom"
    assert 0 == harvest(catalogue, url).exit_code
    assert Absent(absent=("no commits",)) == facts_of(catalogue, url).head


def test_a_corrupt_snapshot_file_is_read_anew(
    catalogue: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """What cannot be understood is as good as not there: the repository is read again."""
    make_repository("exempel/kod", {"README.md": "x"})
    url = f"{stand_in}exempel/kod"
    harvest(catalogue, url)
    file = next(catalogue.rglob("kod.json"))
    whole = file.read_bytes()
    file.write_text('{"url": ')
    assert 1 == len(read_snapshot(catalogue).problems)
    harvest(catalogue, url)
    assert whole == file.read_bytes()


@pytest.mark.parametrize(
    "name", [".github", "readme.md", "labor-market-statistics-api-", "Räksmörgås"]
)
def test_odd_names_have_files_of_their_own(
    catalogue: Path, make_repository: MakeRepository, stand_in: str, name: str
) -> None:
    """Real repositories are called such things."""
    make_repository(f"exempel/{name}", {"README.md": "x"})
    harvest(catalogue, f"{stand_in}exempel/{name}")
    assert [f"{name}.json"] == [p.name for p in (catalogue / "data/snapshot").glob("*/*/*.json")]


def test_vendored_files_are_counted_apart(
    catalogue: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """One real repository has 12,716 of 12,741 files vendored."""
    files = {f"node_modules/p{n}/package.json": "{}" for n in range(300)}
    make_repository("exempel/kod", files | {"README.md": "x", "package.json": '{"name": "kod"}'})
    url = f"{stand_in}exempel/kod"
    harvest(catalogue, url)
    facts = facts_of(catalogue, url)
    assert isinstance(facts.tree, Found)
    assert isinstance(facts.manifests, Found)
    assert (302, 300) == (facts.tree.found.files, facts.tree.found.vendored)
    assert ["package.json"] == [m.path for m in facts.manifests.found]


def test_an_absent_object_is_unreadable_not_absent(
    catalogue: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """A damaged copy says nothing about what the file would have said."""
    repository = make_repository("exempel/kod", {"README.md": "# Kod\n", "LICENSE": "a licence\n"})
    oid = repository.git("rev-parse", "HEAD:LICENSE")
    (repository.path / ".git/objects" / oid[:2] / oid[2:]).unlink()
    url = f"{stand_in}exempel/kod"
    assert 0 == harvest(catalogue, url).exit_code
    facts = facts_of(catalogue, url)
    assert Unseen(unseen="unreadable") == facts.licences
    assert isinstance(facts.readmes, Found)


def test_the_report_holds_dates_only(
    catalogue: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """So that a second run on the same day changes no byte."""
    make_repository("exempel/kod", {"README.md": "x"})
    harvest(catalogue, f"{stand_in}exempel/kod")
    report = json.loads((catalogue / "data/snapshot/run.json").read_text())
    expected = {
        "tried": "2026-02-01", "succeeded": "2026-02-01", "repositories": 1, "failures": []
    }  # fmt: skip
    assert {"sources": {"exempel-git": expected}} == report


def test_sources_that_are_not_asked_for_keep_their_report(
    catalogue: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """``--source`` touches nothing else."""
    make_repository("exempel/kod", {"README.md": "x"})
    first = curated_with(f"{stand_in}exempel/kod")
    other = first.sources[0].model_copy(update={"id": "annan"})
    both = first.model_copy(update={"sources": (*first.sources, other)})
    Harvest(catalogue, TODAY).run(both)
    Harvest(catalogue, date(2026, 3, 1)).run(both, ["annan"])
    tried = {k: r.tried for k, r in read_snapshot(catalogue).report.sources.items()}
    assert {"annan": date(2026, 3, 1), "exempel-git": TODAY} == tried


def test_a_killed_run_resumes(
    catalogue: Path, make_repository: MakeRepository, stand_in: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """What was read before the end is not read again; the snapshot is as if nothing happened."""
    urls = [
        f"{stand_in}exempel/{make_repository(f'exempel/{n}', {'a': n}).path.name}" for n in "xyz"
    ]
    with monkeypatch.context() as ended:
        ended.setattr(Journal, "commit", lambda *_: sys.exit(137))
        with pytest.raises(SystemExit):
            harvest(catalogue, *urls)
    assert {} == read_snapshot(catalogue).facts
    monkeypatch.setattr(compare, "read_repository", None)
    outcome = harvest(catalogue, *urls)
    assert (0, 3, 3) == (outcome.read, outcome.unchanged, outcome.written)
    assert set(urls) == set(read_snapshot(catalogue).facts)
    assert [] == list((catalogue / ".cache").rglob("*.json"))


def test_two_runs_exclude_each_other(
    catalogue: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """The second says so and changes nothing."""
    make_repository("exempel/kod", {"README.md": "x"})
    with only_harvest(catalogue), pytest.raises(AlreadyRunningError, match="another harvest"):
        harvest(catalogue, f"{stand_in}exempel/kod")
    assert 0 == harvest(catalogue, f"{stand_in}exempel/kod").exit_code


def test_what_a_folder_no_longer_holds_is_kept_and_dated(
    catalogue: Path, make_repository: MakeRepository
) -> None:
    """A folder that lost a repository loses no facts, and says that it did not confirm them."""
    gone, left = (make_repository(f"exempel/{n}", {"a": n}) for n in ("gone", "left"))
    (catalogue / "forge").symlink_to(gone.path.parent.parent)
    body = Body(id="b", type="municipality", name="Exempelkommun")
    source = Source(id="s", body="b", forge="git", folder="forge", base_url="https://e.example")
    curated = CuratedData(bodies=(body,), sources=(source,))
    Harvest(catalogue, TODAY).run(curated)
    gone.path.rename(gone.path.parent.parent.parent / "elsewhere")
    outcome = Harvest(catalogue, date(2026, 2, 9)).run(curated)
    facts = read_snapshot(catalogue).facts
    assert (3, left.path.name) == (outcome.exit_code, "left")
    assert "the source lists it no more" == outcome.failures[0].reason
    assert (date(2026, 2, 9), None) == (
        facts["https://e.example/exempel/gone"].stale_since,
        facts["https://e.example/exempel/left"].stale_since,
    )


def test_a_repository_that_is_no_longer_listed_grows_old(
    catalogue: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """Its facts stay, dated by the harvest that did not find it; found again, it is fresh."""
    for name in ("kod", "annan"):
        make_repository(f"exempel/{name}", {"README.md": "# Kod\n"})
    kod, other = f"{stand_in}exempel/kod", f"{stand_in}exempel/annan"
    harvest(catalogue, kod, other)
    harvest(catalogue, other, today=date(2026, 2, 2))
    harvest(catalogue, other, today=date(2026, 2, 3))
    assert (date(2026, 2, 2), None) == (
        facts_of(catalogue, kod).stale_since, facts_of(catalogue, other).stale_since
    )  # fmt: skip
    harvest(catalogue, kod, other, today=date(2026, 2, 4))
    assert facts_of(catalogue, kod).stale_since is None


def test_an_interrupted_harvest_begins_nothing_new(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C ends it after the repositories that have begun, not after all of them."""
    begun: list[str] = []

    def probe(_git: Git, url: str) -> Probe:
        begun.append(url)
        time.sleep(0.05)
        raise GitError("not found")

    def interrupt(_url: str, _step: compare.Step) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(compare, "probe", probe)

    urls = [f"https://git.example.org/exempel/{n}" for n in range(30)]
    watcher = run_module.Watcher(done=interrupt)
    with pytest.raises(KeyboardInterrupt):
        Harvest(catalogue, TODAY, jobs=1, watcher=watcher).run(curated_with(*urls))
    assert len(begun) < len(urls) / 2


def test_source_code_is_searched_for_the_bodys_words(
    catalogue: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """Where they stand is kept, never the line."""
    files = {"README.md": "x", "src/a.py": "PASSWORD = 'hemligt-i-exempelkommun'\n"}
    make_repository("exempel/kod", files)
    url = f"{stand_in}exempel/kod"
    harvest(catalogue, url)
    seen = facts_of(catalogue, url).generality
    assert isinstance(seen, Found)
    assert (("exempelkommun", "exempel"), 1) == (seen.found.words, seen.found.files)
    assert [("src/a.py", 1)] == [(hit.path, hit.line) for hit in seen.found.hits]
    assert b"hemligt" not in b"".join(p.read_bytes() for p in catalogue.rglob("*.json"))


def test_other_words_are_searched_for_though_nothing_moved(
    catalogue: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """A domain or a body was added: the plan says so, the repository is read again, once."""
    make_repository("exempel/kod", {"src/a.py": "HOST = 'https://annanstad.se'\n"})
    url = f"{stand_in}exempel/kod"
    harvest(catalogue, url)
    curated = curated_with(url)
    other = Body(id="b", type="municipality", name="Annanstads kommun", domains=("annanstad.se",))
    more = curated.model_copy(update={"bodies": (*curated.bodies, other)})
    run = Harvest(catalogue, TODAY)
    assert ["the words of bodies it is searched for have changed"] == reasons(run, more)
    assert (1, 0) == (run.run(more).read, run.run(more).read)
    assert ["git is asked where it stands"] == reasons(run, more)
    seen = facts_of(catalogue, url).generality
    assert isinstance(seen, Found)
    assert (1, 2) == (seen.found.logic, seen.found.others)


def reasons(run: Harvest, curated: CuratedData) -> list[str]:
    """Say why each repository would be read."""
    plans = (listing for _, listing in run.plans(curated))
    return [p.read for listing in plans if not isinstance(listing, str) for p in listing.plan]
