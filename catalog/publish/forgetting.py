"""Empties caches of what has not been used for long, so that they do not grow for years."""

import os
import time
from pathlib import Path

KEPT = 90  # days without use
_DAY = 24 * 60 * 60


def used(path: Path) -> None:
    """Note that a file of a cache was of use; one that another build takes away is no loss."""
    try:
        os.utime(path)
    except OSError:
        return


def forget(folder: Path, days: int = KEPT) -> int:
    """Delete the files of a cache that have not been used for so many days, and count them."""
    before = time.time() - days * _DAY
    old = [path for path in folder.glob("*") if path.is_file() and path.stat().st_mtime < before]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
