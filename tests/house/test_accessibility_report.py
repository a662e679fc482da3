"""What a run in the browser is reported to be."""

from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from catalog.models.browser import BrowserRun
from tests.browser.report import JOURNEY, LOOKED, TOOLS, Report, commit_of
from tests.repositories import MakeRepository

SHOWN = {"languages": ["sv", "en"], "schemes": ["light"], "widths": [320], "views": 2}
VERSIONS = {"chromium": "1", "axe": "2"}


def told(report: Report, test: str, *properties: tuple[str, object], failed: str = "") -> None:
    """Let a test run, with what it tells; ``failed`` is the part of it that fails."""
    parts: tuple[Literal["setup", "call", "teardown"], ...] = ("setup", "call", "teardown")
    for when in parts:
        outcome: Literal["failed", "passed"] = "failed" if when == failed else "passed"
        report.pytest_runtest_logreport(pytest.TestReport(
            test, ("", 0, ""), {}, outcome, None, when, user_properties=properties,
        ))  # fmt: skip


def test_what_was_run_is_reported(tmp_path: Path) -> None:
    """Kinds and findings together, journeys apart; what fails when it is closed has failed."""
    path = tmp_path / "run.json"
    report = Report(path, date(2026, 8, 22), "c0ffee")
    told(report, "a", (LOOKED, SHOWN | {"kinds": ["a/"], "findings": 0}), (TOOLS, VERSIONS))
    told(report, "b", (LOOKED, SHOWN | {"kinds": ["b/"], "findings": 3}), failed="call")
    told(report, "c", (JOURNEY, "fit"))
    told(report, "d", (JOURNEY, "compare"), failed="teardown")
    report.pytest_sessionfinish()
    run = BrowserRun.model_validate_json(path.read_bytes())
    assert (("a/", "b/"), ("sv", "en"), 4, 3) == (run.kinds, run.languages, run.views, run.findings)
    assert (2, 2, ("fit",), ("compare",)) == (
        run.passed, run.failed, run.journeys, run.broken_journeys,
    )  # fmt: skip


def test_nothing_is_reported_where_nothing_was_looked_at(tmp_path: Path) -> None:
    """Without a browser the file of an earlier run stays."""
    path = tmp_path / "run.json"
    Report(path, date(2026, 8, 22), "c0ffee").pytest_sessionfinish()
    assert not path.exists()


def test_only_what_is_committed_is_reported(make_repository: MakeRepository) -> None:
    """But for the report itself, which is committed after the run."""
    repository = make_repository(files={"a": "1", "data/run.json": "{}"})
    (repository.path / "data" / "run.json").write_text("[]")
    assert 40 == len(commit_of(repository.path, Path("data/run.json")))
    (repository.path / "a").write_text("2")
    with pytest.raises(pytest.UsageError, match="commit first"):
        commit_of(repository.path, Path("data/run.json"))
