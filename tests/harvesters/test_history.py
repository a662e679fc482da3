"""Histories become numbers: humans counted apart from automatic accounts, nobody named."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from harvesters.command import contained_git
from harvesters.history import Commit, commit_of, count_history, read_commits
from tests.repositories import MakeRepository

START = date(2026, 1, 1)


def commit(
    author: str, day: int = 0, *, parents: int = 1, bot: bool = False, name: str = ""
) -> Commit:
    """Make a commit by this author, so many days after the start."""
    on = START + timedelta(days=day)
    return Commit(on, parents, f"{day:040d}", author, bot, updater=False, name=name)


def test_one_full_name_is_one_person() -> None:
    """A person who writes from two addresses counts once; one address is one person too."""
    history = count_history(
        [commit("a@work", name="a writer"), commit("a@home", name="a writer"), commit("a@home")]
    )
    assert (1, 1) == (history.authors, history.year and history.year.authors)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([10], 1), ([5, 5], 1), ([4, 3, 3], 2), ([1, 1, 1, 1], 2), ([7, 2, 1], 1)],
)
def test_absence_factor_is_the_fewest_with_half(counts: Sequence[int], expected: int) -> None:
    """CHAOSS counts authors, largest first, until half of the commits are theirs."""
    authors = [commit(f"a{i}") for i, count in enumerate(counts) for _ in range(count)]
    window = count_history(authors).year
    assert window
    assert expected == window.absence_factor


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        (("A Writer", "a@work"), ("a writer (old)", "a@home"), 1),
        (("Åsa Writer", "asa.writer@work"), ("Writer, Asa", "b@home"), 1),
        (("Asa Writer", "asa@work"), ("asawriter", "1+asawriter@users.noreply.forge"), 1),
        (("writersson", "a@work"), ("W", "7+writersson@users.noreply.forge"), 1),
        (("Asa Writer", "a@work"), ("AsaWriterrr", "b@home"), 1),
        (("Asa", "asa.writer@work"), ("Asa", "3+AsaWri@users.noreply.forge"), 1),
        (("Asa", "asa.writer@work"), ("Asa", "3+AsaBee@users.noreply.forge"), 2),
        (("W", "1+anna12@users.noreply.forge"), ("A", "2+anna34@users.noreply.forge"), 2),
        (("writersson", "a@work"), ("writersson", "b@home"), 2),
        (("Asa Writer", "a@work"), ("Bo Writer", "b@work"), 2),
    ],
)
def test_one_person_under_several_names(
    first: tuple[str, str], second: tuple[str, str], people: int
) -> None:
    """Names, dotted addresses and accounts of the forge join; one word alone does not."""
    lines = [f"2026-01-0{n}\t\t\t{n}\t{w[0]}\t{w[1]}" for n, w in ((2, first), (1, second))]
    assert people == count_history([commit_of(line) for line in lines]).authors


def test_windows_since_a_week() -> None:
    """What was done since the Monday nearest to a day is told apart."""
    history = count_history([commit("a", 200), commit("b", 150), commit("b", 20), commit("c", 0)])
    window = history.window_since(date(2026, 5, 10), 365)
    assert window
    assert (2, 2, 1) == (window.commits, window.authors, window.absence_factor)
    assert history.window_since(date(2026, 9, 1), 365) is None


def test_merges_and_bots_are_no_human_commits() -> None:
    """A person who merges a bot's change has not written one."""
    history = count_history(
        [commit("a", 9, parents=2), commit("robot", 8, bot=True), commit("a", 1)]
    )
    assert (3, 1, 1) == (history.commits, history.authors, history.bot_authors)
    assert START + timedelta(days=1) == history.last_human


def test_a_history_of_bots_alone_has_no_human_date() -> None:
    """Nothing is made up where no human commit is found."""
    history = count_history([commit("robot", bot=True)])
    assert (None, None, None, {}) == (
        history.last_human, history.year, history.two_years, history.months
    )  # fmt: skip


def test_the_window_ends_with_the_last_human_commit() -> None:
    """A year before it counts, older commits do not; two years hold both."""
    history = count_history([commit("a", 400), commit("b", 100), commit("b", 20)])
    assert history.year
    assert history.two_years
    assert (2, 3) == (history.year.commits, history.two_years.commits)


def test_months_are_the_latest_with_activity() -> None:
    """At most 36 months are kept, each with its human commits."""
    history = count_history([commit("a", 31 * i) for i in range(40, 0, -1)])
    assert 36 == len(history.months)
    assert max(history.months) == f"{history.last:%Y-%m}"


def test_a_mailmap_joins_the_addresses_of_one_author(make_repository: MakeRepository) -> None:
    """Two addresses of one person count as one author where the repository says so."""
    repository = make_repository(files={"README.md": "x"})
    repository.environment["GIT_AUTHOR_EMAIL"] = "other@example.org"
    repository.environment["GIT_AUTHOR_NAME"] = "Nick"
    mailmap = "A Writer <writer@example.org> <other@example.org>\n"
    head = repository.commit({".mailmap": mailmap})
    blob = repository.git("rev-parse", "HEAD:.mailmap")
    folder = Path(repository.path) / ".git"
    with contained_git() as git:
        assert 2 == count_history(read_commits(git, folder, head, mailmap=None)).authors
        assert 1 == count_history(read_commits(git, folder, head, mailmap=blob)).authors


def test_nothing_personal_is_left_in_the_numbers(make_repository: MakeRepository) -> None:
    """Neither a name nor an address of an author reaches the facts."""
    repository = make_repository(files={"README.md": "x"})
    with contained_git() as git:
        commits = read_commits(git, repository.path / ".git", "HEAD", mailmap=None)
    history = count_history(commits)
    written = history.model_dump_json()
    assert not any(word in written.lower() for word in ("writer", "example.org", "@"))
