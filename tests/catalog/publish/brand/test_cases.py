"""A case is a ``mkdocs.yml`` named after what is wrong in it; beside it stands what is said of it.

A changed sentence is taken over with ``UPDATE_CASES=1`` and read before the commit.
"""

import os
import shutil
from pathlib import Path

import pytest

from catalog.publish.brand.reading import look_problems

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(FOLDER.glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_is_told_as_beside_it(tmp_path: Path, case: Path) -> None:
    """Place, what is wrong, what to write instead; nothing where all is right."""
    shutil.copytree(FOLDER / "brand", tmp_path / "brand")
    shutil.copy(case, tmp_path / "mkdocs.yml")
    told = "".join(f"{one}\n" for one in look_problems(tmp_path, tmp_path / "mkdocs.yml"))
    beside = case.with_suffix(".txt")
    if "UPDATE_CASES" in os.environ:
        beside.write_text(told, encoding="utf-8")
    assert beside.read_text(encoding="utf-8") == told
