"""The file that keeps the last run in a browser."""

from pathlib import Path

import pytest

from catalog.store.browser import NAME, Kept, read_run, written
from tests.runs import RUN


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Nothing of a run is lost; a catalogue without the file has none, and nothing is wrong."""
    assert Kept() == read_run(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / NAME).write_text(written(RUN), encoding="utf-8")
    assert Kept(RUN) == read_run(tmp_path)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("", "Invalid JSON"),
        ("[]", "Input should be an object"),
        (written(RUN).replace('"views": 16', '"views": -1'), "views: Input should be greater"),
        (written(RUN).replace('"views"', '"looks"'), "views: Field required"),
        ("\udcff", "Invalid JSON"),
    ],
)
def test_a_file_that_is_no_run_is_told(tmp_path: Path, content: str, what: str) -> None:
    """It is as none, with what is wrong and how to mend it."""
    (tmp_path / "data").mkdir()
    (tmp_path / NAME).write_bytes(content.encode("utf-8", "surrogateescape"))
    kept = read_run(tmp_path)
    assert kept.run is None
    assert kept.problem is not None
    assert str(kept.problem).startswith(f"{NAME}: {what}")


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    """What cannot be read at all is as none."""
    (tmp_path / NAME).mkdir(parents=True)
    assert "cannot be read" in str(read_run(tmp_path).problem)
