"""When lock files last changed, by the trees of the default branch's latest commits."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import ChangeSeen
from harvesters import changes
from harvesters.command import contained_git
from harvesters.forges.listing import Listed
from harvesters.git import read_repository
from harvesters.history import Commit
from harvesters.objects import Objects, opened
from tests.repositories import MakeRepository

LOCK, DEEP = "yarn.lock", "web/app/yarn.lock"


def chain(*days_before: int) -> list[Commit]:
    """Make commits so many days before the first."""
    first = date(2026, 8, 1)
    return [
        Commit(first - timedelta(days=days), 1, f"c{place}", "a", bot=False, updater=False,
               tree=f"t{place}", parent=f"c{place + 1}")
        for place, days in enumerate((0, *days_before))
    ]  # fmt: skip


def told(url: str) -> Sequence[ChangeSeen]:
    """Read a repository as the harvest does, and return the changes of its lock files."""
    with contained_git() as git:
        facts = read_repository(git, Listed("https://e.example/k", url), "s")
    assert isinstance(facts.lock_changes, Found)
    return facts.lock_changes.found


@pytest.mark.parametrize("far", [False, True], ids=["local", "fetched"])
def test_each_lock_file_has_its_own_day(
    make_repository: MakeRepository,
    stand_in: str,
    far: bool,  # noqa: FBT001
) -> None:
    """In the root and below folders, here and where trees have to be fetched for it."""
    repository = make_repository(files={LOCK: "1", DEEP: "1", "package.json": "{}"})
    second = repository.commit({DEEP: "2"})
    third = repository.commit({LOCK: "2"})
    repository.commit({"README.md": "x"})
    url = f"{stand_in}exempel/kod" if far else f"file://{repository.path}"
    found = {seen.path: (seen.on.day, seen.commit, seen.earlier) for seen in told(url)}
    assert {LOCK: (3, third, False), DEEP: (2, second, False)} == found


def test_a_file_of_the_first_commit_is_that_old(make_repository: MakeRepository) -> None:
    """Nothing was before it."""
    repository = make_repository(files={LOCK: "1"})
    repository.commit({"README.md": "x"})
    (seen,) = told(f"file://{repository.path}")
    assert (1, False) == (seen.on.day, seen.earlier)


def test_what_was_merged_changed_on_the_day_of_the_merge(make_repository: MakeRepository) -> None:
    """The branch itself is followed, not what it took in."""
    repository = make_repository(files={LOCK: "1"})
    repository.git("checkout", "--quiet", "-b", "other")
    repository.commit({LOCK: "2"})
    repository.git("checkout", "--quiet", "main")
    repository.commit({"README.md": "x"})
    repository.git("merge", "--quiet", "--no-ff", "-m", "merge", "other")
    (seen,) = told(f"file://{repository.path}")
    assert 4 == seen.on.day


def test_an_update_tool_saves_the_reading(make_repository: MakeRepository) -> None:
    """Where a tool is seen nobody asks when the lock file changed."""
    repository = make_repository(files={LOCK: "1", "renovate.json": "{}"})
    with contained_git() as git:
        url = f"file://{repository.path}"
        facts = read_repository(git, Listed("https://e.example/k", url), "s")
    assert isinstance(facts.lock_changes, Unseen)


def test_only_the_latest_months_are_looked_at() -> None:
    """The last one before them is kept, to compare with."""
    within = changes.latest_of(chain(10, 150, 250, 300))
    assert ["c0", "c1", "c2", "c3"] == [commit.oid for commit in within]
    many = changes.latest_of(chain(*[1] * 500))
    assert changes.MOST_COMMITS + 1 == len(many)


def test_trees_that_are_not_here_leave_it_unseen() -> None:
    """A history without trees is not a history without changes."""
    with contained_git() as git, opened(git, "https://e.example/k") as objects:
        here = Objects(git, objects.folder, remote=False)
        absent = [commit._replace(tree="a" * 40) for commit in chain(1)]
        assert Unseen(unseen="unreadable") == changes.read(here, absent, [LOCK])
        assert isinstance(changes.read(here, absent, []), Absent)


def test_a_change_before_the_window_is_only_bounded() -> None:
    """The commit that is compared with last is then or after the change."""
    commits = chain(10, 250)
    seen = changes.change(LOCK, commits, ["b", "b", "b"])
    assert (commits[2].on, "c2", True) == (seen.on, seen.commit, seen.earlier)
