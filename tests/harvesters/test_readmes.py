"""READMEs that a harvest keeps whole, where the source says so."""

from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from catalog.models.curated import Body, CuratedData, Source
from catalog.store.snapshot import read_readme, read_snapshot
from harvesters import compare
from harvesters.journal import Journal, only_harvest
from harvesters.run import Harvest, Outcome
from tests.repositories import MakeRepository

TODAY = date(2026, 2, 1)


@pytest.fixture
def url(make_repository: MakeRepository, stand_in: str) -> str:
    """Make a repository with a README, and return its address."""
    make_repository("exempel/kod", {"README.md": "# Kod\n\nanna@kommun.example\n"})
    return f"{stand_in}exempel/kod"


def harvest(catalogue: Path, url: str, readme: Literal["full", "none"] = "full") -> Outcome:
    """Harvest one repository of a source that keeps READMEs, or does not."""
    body = Body(id="exempel", type="municipality", name="Exempelkommun")
    source = Source(id="exempel-git", body="exempel", forge="git", urls=(url,), readme=readme)
    return Harvest(catalogue, TODAY).run(CuratedData(bodies=(body,), sources=(source,)))


def test_a_readme_is_kept_beside_the_facts(tmp_path: Path, url: str) -> None:
    """Its text, masked; and reading the snapshot is not disturbed by it."""
    harvest(tmp_path, url)
    assert "# Kod\n\n…@kommun.example\n" == read_readme(tmp_path, url)
    assert [] == read_snapshot(tmp_path).problems


def test_none_is_kept_where_the_source_does_not_say_so(tmp_path: Path, url: str) -> None:
    """By default only facts about it are."""
    harvest(tmp_path, url, "none")
    assert read_readme(tmp_path, url) is None


def test_a_readme_is_fetched_when_the_source_begins_to_say_so(tmp_path: Path, url: str) -> None:
    """Also where nothing has changed in the repository."""
    harvest(tmp_path, url, "none")
    assert (1, 1) == ((outcome := harvest(tmp_path, url)).read, outcome.written)
    assert read_readme(tmp_path, url) is not None


def test_a_readme_goes_when_the_source_no_longer_says_so(tmp_path: Path, url: str) -> None:
    """Nothing is read for that."""
    harvest(tmp_path, url)
    outcome = harvest(tmp_path, url, "none")
    assert (0, 1) == (outcome.read, outcome.written)
    assert read_readme(tmp_path, url) is None


def test_an_unchanged_readme_stays_and_is_not_read_again(tmp_path: Path, url: str) -> None:
    """A second run writes nothing."""
    harvest(tmp_path, url)
    outcome = harvest(tmp_path, url)
    assert (0, 0) == (outcome.read, outcome.written)
    assert read_readme(tmp_path, url) is not None


def test_a_readme_goes_with_its_file(
    tmp_path: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """A repository that has dropped it has none here."""
    repository = make_repository("exempel/kod", {"README.md": "# Kod\n", "a": "b"})
    harvest(tmp_path, f"{stand_in}exempel/kod")
    repository.git("mv", "README.md", "c.txt")
    repository.commit()
    harvest(tmp_path, f"{stand_in}exempel/kod")
    assert read_readme(tmp_path, f"{stand_in}exempel/kod") is None


def test_a_readme_stays_when_its_repository_cannot_be_read(
    tmp_path: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """As its facts do."""
    repository = make_repository("exempel/kod", {"README.md": "# Kod\n"})
    harvest(tmp_path, f"{stand_in}exempel/kod")
    repository.path.rename(repository.path.with_name("away"))
    harvest(tmp_path, f"{stand_in}exempel/kod")
    assert "# Kod\n" == read_readme(tmp_path, f"{stand_in}exempel/kod")


def test_a_killed_run_keeps_the_readmes_it_read(
    tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next run takes them from the journal."""
    with monkeypatch.context() as patched:
        patched.setattr(Journal, "commit", _killed)
        with pytest.raises(KeyboardInterrupt):
            harvest(tmp_path, url)
    assert read_readme(tmp_path, url) is None
    monkeypatch.setattr(compare, "read_repository", None)
    harvest(tmp_path, url)
    assert "# Kod\n\n…@kommun.example\n" == read_readme(tmp_path, url)


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_facts_of_a_run_without_readmes_do_not_stand_for_one(tmp_path: Path, url: str) -> None:
    """A journal that lacks the README is read past."""
    with only_harvest(tmp_path) as journals:
        harvested = Journal(journals / "exempel-git")
        assert harvested.readme(url) is None
        harvested.record_readme(url, None)
        assert b"" == harvested.readme(url)
