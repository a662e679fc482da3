"""A cache holds what was of use lately."""

import os
import time
from pathlib import Path

from catalog.publish.forgetting import KEPT, forget, used


def _old(path: Path) -> Path:
    path.write_text("kept", encoding="utf-8")
    long_ago = time.time() - (KEPT + 1) * 86_400
    os.utime(path, (long_ago, long_ago))
    return path


def test_what_nobody_used_for_long_goes(tmp_path: Path) -> None:
    """What is new or was used again stays."""
    (tmp_path / "new").write_text("", encoding="utf-8")
    again = _old(tmp_path / "again")
    _old(tmp_path / "old")
    used(again)
    assert 1 == forget(tmp_path)
    assert ["again", "new"] == sorted(path.name for path in tmp_path.iterdir())


def test_there_may_be_no_cache(tmp_path: Path) -> None:
    """Nothing to forget is no fault, nor is something that is gone already."""
    used(tmp_path / "gone")
    assert 0 == forget(tmp_path / "none")
    assert not list(tmp_path.iterdir())
