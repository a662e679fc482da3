"""What a harvest notes: from the data in a folder to lines of the history."""

from datetime import date
from pathlib import Path

import pytest

from catalog.models.forge import ForgeFacts
from catalog.recording import record
from catalog.store.history import NAME, HistoryError, read_history
from catalog.store.snapshot import file_of, snapshot_folder
from tests.facts import URL, facts, forge_facts, write_facts

D1, D2 = date(2026, 6, 1), date(2026, 6, 8)
DATA = """\
bodies:
  - {id: exempel, type: municipality, name: Exempelkommun}
sources:
  - {id: exempel-git, body: exempel, forge: git, urls: [https://git.example.org/exempel/kod]}
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """Make a catalogue of one repository that a forge has told of."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/projects.yaml").write_text(DATA)
    write_facts(tmp_path, facts(forge=told(3)))
    return tmp_path


def told(stars: int | None) -> ForgeFacts:
    """Make what the forge tells."""
    return forge_facts({"stars": stars})


def test_a_project_gets_its_first_line(catalogue: Path) -> None:
    """Level, stars, contributors, open calls, the possible level, and the model that judged."""
    assert 1 == record(catalogue, D1)
    (line,) = read_history(catalogue).lines
    assert (D1, "exempel-kod", 3, 1, 0) == (
        line.date, line.project, line.stars, line.contributors, line.open_calls
    )  # fmt: skip
    assert line.model is not None
    assert line.model.startswith("aterbruksmognad ")


def test_a_week_without_changes_adds_no_line(catalogue: Path) -> None:
    """The file stays as it was, byte for byte."""
    record(catalogue, D1)
    before = (catalogue / NAME).read_bytes()
    assert (0, before) == (record(catalogue, D2), (catalogue / NAME).read_bytes())


def test_what_is_not_known_any_more_is_no_zero(catalogue: Path) -> None:
    """The forge no longer tells: an empty cell."""
    record(catalogue, D1)
    write_facts(catalogue, facts(forge=told(None)))
    record(catalogue, D2)
    assert [3, None] == [line.stars for line in read_history(catalogue).lines]


def test_a_damaged_snapshot_notes_nothing(catalogue: Path) -> None:
    """A file that cannot be read makes no project worse."""
    record(catalogue, D1)
    (snapshot_folder(catalogue) / file_of(URL)).write_text("{")
    with pytest.raises(HistoryError, match=r"kod\.json: the snapshot file is corrupt"):
        record(catalogue, D2)
    assert 1 == len(read_history(catalogue).lines)


def test_a_project_that_is_away_is_closed(catalogue: Path) -> None:
    """Its last line has no level, so that nobody counts it any longer."""
    record(catalogue, D1)
    (snapshot_folder(catalogue) / file_of(URL)).unlink()
    (catalogue / "data/projects.yaml").write_text(DATA.partition("sources")[0])
    assert 1 == record(catalogue, D2)
    assert read_history(catalogue).latest["exempel-kod"].is_closing
