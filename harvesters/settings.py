"""What a harvest is told before it begins, and who watches it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from catalog.models.curated import Source
from harvesters.compare import Step
from harvesters.forges.asking import Patience

JOBS = 8  # repositories at a time


@dataclass(frozen=True)
class Watcher:
    """Whoever wants to see it happen: called with each source, and with each repository."""

    lists: Callable[[Source], None] = lambda _source: None
    begins: Callable[[Source, int], None] = lambda _source, _count: None
    done: Callable[[str, Step], None] = lambda _url, _step: None


@dataclass(frozen=True)
class Settings:
    """One harvest of one catalogue on one day."""

    catalogue: Path
    today: date
    jobs: int = JOBS
    full: bool = False  # describe and read everything again, changed or not
    accept_shrink: bool = False  # believe a listing that lacks more than a fifth
    advisories: bool = False  # ask for public advisories of what is locked, at the end
    usage: bool = False  # ask the bodies' own domains what they use, at the end
    watcher: Watcher = field(default_factory=Watcher)
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    patience: Callable[[], Patience] = Patience  # how long each source may be waited for
