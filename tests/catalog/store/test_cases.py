"""A case is a file named after what is wrong in it; beside it stands what ``check`` prints of it.

Where the last line of the expected text sums up, it is everything that is printed; else these lines
are among it. A changed sentence is taken over with ``UPDATE_CASES=1`` and read before the commit.
"""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from click import unstyle

from catalog.publish.check import check
from catalog.publish.problems import written

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
TODAY = date(2026, 9, 1)


def printed(catalogue: Path) -> list[str]:
    """Check a catalogue and return the lines that a person reads."""
    return unstyle(written(check(catalogue, (), TODAY), "text")).splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_is_told_as_beside_it(tmp_path: Path, case: Path) -> None:
    """Place, what is wrong, what to write instead, and a line that sums up."""
    (tmp_path / "data").mkdir()
    shutil.copy(case, tmp_path / "data" / "projects.yaml")
    lines, beside = printed(tmp_path), case.with_suffix(".txt")
    if "UPDATE_CASES" in os.environ:
        beside.write_text("\n".join(lines) + "\n", encoding="utf-8")
    expected = beside.read_text(encoding="utf-8").splitlines()
    whole = "Next: " in expected[-1] or "then: " in expected[-1]
    assert expected == (lines if whole else [line for line in lines if line in expected])


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path: Path) -> None:
    """Its size is enough; reading it would take a minute and gigabytes."""
    (tmp_path / "data").mkdir()
    with (tmp_path / "data" / "projects.yaml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    expected = "data/projects.yaml: larger than 20 MiB - split it into files in data/projects/"
    assert expected == printed(tmp_path)[0]


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    """A link to itself, say: one sentence, no stack trace."""
    (tmp_path / "data" / "projects").mkdir(parents=True)
    (tmp_path / "data" / "projects" / "a.yaml").symlink_to("a.yaml")
    (tmp_path / "data" / "projects.yaml").write_text("bodies: []\n")
    assert "nothing in the curated data" in printed(tmp_path)[0]
