"""What a run in the browser has looked at and found, written for the statement on accessibility."""

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from catalog.models.browser import BrowserRun
from catalog.store.browser import written

# Names of properties that tests record.
LOOKED, JOURNEY, TOOLS = "looked", "journey", "tools"


def commit_of(folder: Path, apart: Path) -> str:
    """Return the commit that a folder is at.

    Raises:
        UsageError: something is not committed, so that nobody could tell what was looked at;
            the file ``apart`` may be.
    """
    told = _git(folder, "status", "--porcelain", "--", ".", f":(exclude){apart}")
    if told:
        raise pytest.UsageError(f"commit first, for the report names the commit:\n{told}")
    return _git(folder, "rev-parse", "HEAD")


def _git(folder: Path, *arguments: str) -> str:
    ran = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return ran.stdout.strip()


class Report:
    """Gathers what tests tell, and writes it when all have run."""

    def __init__(self, path: Path, day: date, commit: str) -> None:
        """Begin with nothing looked at."""
        self.path = path
        self.told: dict[str, Any] = {"date": day, "commit": commit}
        self.looked: list[dict[str, Any]] = []
        self.outcomes: dict[str, bool] = {}
        self.journeys: dict[str, str] = {}  # by the test that makes it

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in what a test has told; one that fails in any part of it has failed."""
        if report.skipped:
            return
        self.outcomes[report.nodeid] = report.passed and self.outcomes.get(report.nodeid, True)
        if report.when != "teardown":
            return
        for name, value in report.user_properties:
            self._take(report.nodeid, name, value)

    def _take(self, test: str, name: str, value: Any) -> None:
        if name == LOOKED:
            self.looked.append(value)
        elif name == JOURNEY:
            self.journeys[test] = value
        elif name == TOOLS:
            self.told.update(value)

    def pytest_sessionfinish(self) -> None:
        """Write the file; where nothing was looked at, there is nothing to write."""
        if self.looked:
            self.path.write_text(written(self.run()), encoding="utf-8")

    def run(self) -> BrowserRun:
        """Return what was told, together."""
        passed = sum(self.outcomes.values())
        done = {one: self.outcomes[test] for test, one in self.journeys.items()}
        return BrowserRun(
            **self.told,
            **{name: self._all(name) for name in ("kinds", "languages", "schemes", "widths")},
            views=sum(one["views"] for one in self.looked),
            findings=sum(one["findings"] for one in self.looked),
            passed=passed,
            failed=len(self.outcomes) - passed,
            journeys=tuple(one for one, is_done in done.items() if is_done),
            broken_journeys=tuple(one for one, is_done in done.items() if not is_done),
        )

    def _all(self, name: str) -> tuple[Any, ...]:
        return tuple(dict.fromkeys(value for one in self.looked for value in one[name]))
