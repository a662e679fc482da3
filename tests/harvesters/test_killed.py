"""A harvest that is killed at any step: nothing is lost, nothing is half, the next run ends it."""

import os
import tempfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models.evidence import Absent
from catalog.models.facts import RepositoryFacts
from catalog.models.run import RunReport, SourceRun
from catalog.store import snapshot as store
from catalog.store.snapshot import encode, file_of, read_snapshot, snapshot_folder
from harvesters.journal import Journal, only_harvest
from tests.facts import facts, write_facts
from tests.harvesters.catalogues import TODAY
from tests.harvesters.killing import counted, killed_at

BASE = "https://git.example.org/exempel"
NAMES = ("a", "b", "c", "d")


def known(*names: str, archived: bool = False) -> dict[str, RepositoryFacts]:
    """Make facts of these repositories, in one of two states."""
    licences = Absent(absent=("LICENSE" if archived else "*",))
    return {n: facts(f"{BASE}/{n}", licences=licences) for n in names}


def files(state: dict[str, RepositoryFacts], *gone: str) -> dict[Path, bytes | None]:
    """Return what a harvest commits: these facts, and these files removed."""
    place = snapshot_folder(Path())
    report = RunReport(sources={"s": SourceRun(tried=TODAY, repositories=len(state))})
    put: dict[Path, bytes | None] = {place / file_of(f.url): encode(f) for f in state.values()}
    return (
        put
        | {place / "run.json": encode(report)}
        | {place / file_of(f"{BASE}/{n}"): None for n in gone}
    )


def harvest(catalogue: Path) -> None:
    """Do what a harvest does with its journal: record all, then commit."""
    after = known("b", "c", "d", archived=True)
    with only_harvest(catalogue) as journals:
        journal = Journal(journals / "s")
        done = journal.recorded()
        for one in after.values():
            if done.get(one.url) != one:
                journal.record(one)
        journal.commit(catalogue, files(after, "a"))


def steps() -> int:
    """Count the steps of an undisturbed harvest."""
    count = 0

    def step() -> None:
        nonlocal count
        count += 1

    with tempfile.TemporaryDirectory() as folder, counted(step):
        write_facts(Path(folder), *known("a", "b", "c").values())
        count = 0
        harvest(Path(folder))
    return count


STEPS = steps()


def test_there_are_steps_to_be_killed_at() -> None:
    """Recording, staging, the list, putting in place: several for each repository."""
    assert STEPS > 20


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(kills=st.lists(st.integers(0, STEPS - 1), min_size=1, max_size=4))
def test_a_kill_at_any_step_loses_nothing(
    tmp_path_factory: pytest.TempPathFactory, kills: list[int]
) -> None:
    """Each file is whole and old or new, each repository is there; the next run completes all."""
    catalogue = tmp_path_factory.mktemp("catalogue")
    before, after = known("a", "b", "c"), known("b", "c", "d", archived=True)
    write_facts(catalogue, *before.values())
    for step in kills:
        killed_at(step, partial(harvest, catalogue))
        snapshot = read_snapshot(catalogue)
        assert [] == snapshot.problems
        for name in ("b", "c"):
            assert snapshot.facts[f"{BASE}/{name}"] in (before[name], after[name])
    harvest(catalogue)
    assert {f.url: f for f in after.values()} == read_snapshot(catalogue).facts
    assert ["lock"] == [p.name for p in (catalogue / ".cache/harvest").iterdir()]


def test_every_step_is_tried_once(tmp_path: Path) -> None:
    """Killed at each step in turn, the same catalogue comes to its end."""
    write_facts(tmp_path, *known("a", "b", "c").values())
    reached = [killed_at(step, partial(harvest, tmp_path)) for step in range(STEPS)]
    harvest(tmp_path)
    assert reached[0]
    assert {f"{BASE}/{n}" for n in ("b", "c", "d")} == set(read_snapshot(tmp_path).facts)


def test_what_a_killed_run_had_decided_is_done_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once the list is written the change is made, even where the next run harvests nothing."""
    write_facts(tmp_path, *known("a", "b").values())
    after = known("b", "c", archived=True)

    def killed(*_: object) -> None:
        raise SystemExit(137)

    with only_harvest(tmp_path) as journals, monkeypatch.context() as ended:
        ended.setattr(Journal, "finish", killed)
        with pytest.raises(SystemExit):
            Journal(journals / "s").commit(tmp_path, files(after, "a"))
    assert {f"{BASE}/{n}" for n in ("a", "b")} == set(read_snapshot(tmp_path).facts)
    with only_harvest(tmp_path):
        pass
    assert {f.url: f for f in after.values()} == read_snapshot(tmp_path).facts


def test_two_file_systems_are_bridged_by_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the snapshot lies on another disk than the journal, files are still whole."""
    real = os.replace

    def elsewhere(source: Path, target: Path) -> None:
        if str(source).endswith(".staged"):
            raise OSError(18, "Invalid cross-device link")
        real(source, target)

    monkeypatch.setattr(os, "replace", elsewhere)
    after = known("b")
    with only_harvest(tmp_path) as journals:
        Journal(journals / "s").commit(tmp_path, files(after))
    assert {f.url: f for f in after.values()} == read_snapshot(tmp_path).facts
    assert store.REPORT in {p.name for p in snapshot_folder(tmp_path).iterdir()}
