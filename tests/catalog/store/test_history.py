"""``data/history.csv``: the same bytes whoever writes, and no line that stops anything."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.history import Measured
from catalog.store.history import COLUMNS, NAME, HistoryError, add_to_history, read_history
from tests.catalog.store.test_snapshot import full_disk

D1, D2 = date(2026, 8, 15), date(2026, 8, 22)
HEAD = "date,project,level,stars,contributors,open_calls,possible,model\n"

numbers = st.none() | st.integers(0, 999_999_999)
lines = st.builds(
    lambda level, stars, people, calls, above, model: Measured(
        D1, "x", level, stars, people, calls, min(5, level + above), model
    ),
    st.integers(0, 5), numbers, numbers, numbers, st.integers(0, 5),
    st.none() | st.text("abc ,\"'=;åäö0.3+", min_size=1),
)  # fmt: skip
harvests = st.lists(st.dictionaries(st.sampled_from(("a", "b-2", "c")), lines), max_size=4)


def put(folder: Path, text: str | bytes) -> Path:
    """Write a history by hand."""
    path = folder / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def add(folder: Path, day: date, now: dict[str, Measured]) -> int:
    """Harvest a day."""
    named = {p: line._replace(date=day, project=p) for p, line in now.items()}
    return add_to_history(folder, named, day)


def found(folder: Path) -> bytes:
    """Return the file as it stands; nothing where there is none."""
    path = folder / NAME
    return path.read_bytes() if path.exists() else b""


def test_the_file_reads_as_a_person_expects(tmp_path: Path) -> None:
    """UTF-8, LF, sorted, and a cell stays empty where nothing is known."""
    add(tmp_path, D1, {"b": Measured(D1, "b", 1, 3, 2, 0, 2, "m 1"), "a": Measured(D1, "a", 0)})
    expected = f"{HEAD}2026-08-15,a,0,,,,,\n2026-08-15,b,1,3,2,0,2,m 1\n"
    assert expected.encode() == found(tmp_path)


@given(harvests)
def test_harvests_are_read_back_as_they_were(many: list[dict[str, Measured]]) -> None:
    """After every harvest the last lines are what was measured, and nothing is wrong."""
    with TemporaryDirectory() as name:
        for week, now in enumerate(many):
            add(Path(name), D1 + timedelta(weeks=week), now)
            read = read_history(Path(name))
            open_now = {p: m.values for p, m in read.latest.items() if not m.is_closing}
            assert ({p: m.values for p, m in now.items()}, ()) == (open_now, read.problems)


@given(harvests, st.dictionaries(st.sampled_from(("a", "b-2", "d")), lines))
def test_the_same_day_twice_is_the_same_day_once(
    many: list[dict[str, Measured]], other: dict[str, Measured]
) -> None:
    """The second harvest of a day takes the first one's place, and repeats to the same bytes."""
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        for week, now in enumerate(many):
            day = D1 + timedelta(weeks=week)
            add(Path(first), day, now)
            add(Path(second), day, other)
            for _ in range(2):
                add(Path(second), day, now)
            assert read_history(Path(first)).lines == read_history(Path(second)).lines
        assert found(Path(first)) == found(Path(second)) or not read_history(Path(first)).lines


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_lines_or_problems(content: bytes, headed: bool) -> None:  # noqa: FBT001
    """Nothing that a hand or an editor may leave there stops the reading."""
    text = HEAD.encode() + content if headed else content
    with TemporaryDirectory() as name:
        put(Path(name), text)
        read = read_history(Path(name))
    rows = [row for row in content.split(b"\n") if row.removesuffix(b"\r")]
    assert not headed or len(rows) == len(read.lines) + len(read.problems)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("2026-08-32,a,0,,,,,", "'2026-08-32' is no date"),
        ("20260822,a,0,,,,,", "'20260822' is no date"),
        ("2026-08-22,../a,0,,,,,", "'../a' is no id of a project"),
        ("2026-08-22,a,ett,,,,,", "'ett' is no whole number"),
        ("2026-08-22,a,-1,,,,,", "'-1' is no whole number"),
        ("2026-08-22,a,6,,,,,", "there is no such level"),
        ("2026-08-22,a,1,,,,9,", "there is no such level"),
        ("2026-08-22,a,,3,,,,", "there are values but no level"),
        ("2026-08-22;a;0;;;;;", "this line has not the columns of the head"),
        ("<<<<<<< HEAD", "this line has not the columns of the head"),
        ('2026-08-22,"a,0,,,,,', "this line has not the columns of the head"),
        (b"2026-08-22,\xe5,0,,,,,", "this line has not the columns of the head"),
    ],
)
def test_a_damaged_line_is_named_and_stays(tmp_path: Path, line: str | bytes, said: str) -> None:
    """Its number is told, the others hold, and the next harvest leaves it to a person."""
    damaged = line.encode() if isinstance(line, str) else line
    put(tmp_path, HEAD.encode() + damaged + b"\n2026-08-15,b,1,,,,,\n")
    (problem,) = read_history(tmp_path).problems
    assert (2, said, "warning") == (problem.line, problem.message, problem.severity)
    add(tmp_path, D2, {"b": Measured(D2, "b", 2)})
    assert damaged in found(tmp_path).splitlines()
    assert [1, 2] == [one.level for one in read_history(tmp_path).of("b")]


def test_two_lines_of_a_day_are_told(tmp_path: Path) -> None:
    """As two branches that were both merged leave them."""
    put(tmp_path, f"{HEAD}2026-08-15,b,1,,,,,\n2026-08-15,b,2,,,,,\n")
    read = read_history(tmp_path)
    assert ([3], 2) == ([p.line for p in read.problems], read.latest["b"].level)


def test_an_older_file_with_fewer_columns_goes_on(tmp_path: Path) -> None:
    """Columns are only ever added at the end, and what an editor of tables left is mended."""
    short = ",".join(COLUMNS[:6])
    put(tmp_path, f"\ufeff{short}\r\n2026-08-15,a,1,,,\r\n")
    add(tmp_path, D2, {"a": Measured(D2, "a", 1, possible=2)})
    expected = f"{HEAD}2026-08-15,a,1,,,\n2026-08-22,a,1,,,,2,\n"
    assert (expected.encode(), ()) == (found(tmp_path), read_history(tmp_path).problems)


def test_what_is_no_history_is_left_alone(tmp_path: Path) -> None:
    """A file with other columns is somebody else's: nothing is added, and it is said."""
    path = put(tmp_path, "a;b\n1;2\n")
    with pytest.raises(HistoryError, match=r"history\.csv:1: the first line does not name"):
        add(tmp_path, D2, {"a": Measured(D2, "a", 1)})
    assert b"a;b\n1;2\n" == path.read_bytes()


def test_a_day_before_the_last_line_adds_nothing(tmp_path: Path) -> None:
    """A clock was wrong, once: which, only a person knows."""
    add(tmp_path, D2, {"a": Measured(D2, "a", 1)})
    with pytest.raises(HistoryError, match=r"history\.csv:2: this line is of 2026-08-22"):
        add(tmp_path, D1, {"a": Measured(D1, "a", 0)})


def test_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full, the file is as it was."""
    add(tmp_path, D1, {"a": Measured(D1, "a", 0)})
    before = found(tmp_path)
    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        add(tmp_path, D2, {"a": Measured(D2, "a", 1)})
    assert (before, ["history.csv"]) == (
        found(tmp_path),
        [p.name for p in (tmp_path / "data").iterdir()],
    )


def test_a_catalogue_without_a_history_has_an_empty_one(tmp_path: Path) -> None:
    """And nothing is written where there is nothing to tell."""
    assert (0, ()) == (add(tmp_path, D1, {}), read_history(tmp_path).lines)
    assert not (tmp_path / NAME).exists()
