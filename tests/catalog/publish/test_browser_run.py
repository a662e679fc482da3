"""The last run in a browser, on the statement on accessibility."""

import re
from datetime import date
from pathlib import Path

import pytest

from catalog.models.browser import BrowserRun
from catalog.publish.build import build
from catalog.store.browser import NAME, written
from tests.runs import RUN

TODAY = date(2026, 9, 1)


def statement(folder: Path, language: str = "en", run: BrowserRun | None = RUN) -> str:
    """Build with a run, or with none; return the statement's words."""
    if run:
        (folder / NAME).write_text(written(run), encoding="utf-8")
    page = build(folder, TODAY).output / language / "accessibility" / "index.html"
    return re.sub(r"<[^>]+>|\s+", " ", page.read_text(encoding="utf-8").partition("<main")[2])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", ["Dag 23 augusti 2026", "Chromium 150.0.1, axe-core 4.12.1", "svenska, engelska",
                "Anmärkningar i dem 0", "40 klarade, 1 underkända"]),
        ("en", ["Day 23 August 2026", "c0ffeec0ffee ", "Kinds of page 2", "320, 1280", "16",
                "Findings in them 0", "40 passed, 1 failed"]),
    ],
)  # fmt: skip
def test_the_statement_shows_the_run(folder: Path, language: str, words: list[str]) -> None:
    """When, with what, what was looked at and what was found."""
    shown = " ".join(statement(folder, language).split())
    assert [] == [word for word in words if word not in shown]


def test_journeys_are_told_one_by_one(folder: Path) -> None:
    """What failed and what was not run is no success."""
    rows = re.findall(r"By keyboard alone:.*?(Passed|Failed|Not run)", statement(folder))
    assert ["Passed", "Failed", "Passed", "Not run"] == rows


def test_no_run_is_said(folder: Path) -> None:
    """A catalogue without one claims nothing."""
    told = statement(folder, run=None)
    assert "No run of the tests in a browser is recorded" in told
    assert "Findings" not in told


def test_a_run_that_cannot_be_read_is_none(folder: Path) -> None:
    """The build says so, and the statement claims nothing."""
    (folder / NAME).write_text("{", encoding="utf-8")
    (warning,) = build(folder, TODAY).warnings
    assert warning.startswith(NAME)
    assert "is recorded" in statement(folder, run=None)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_hand_written_text_names_no_run(folder: Path, language: str) -> None:
    """A day in it would be older than the file sooner or later."""
    text = (folder / "pages" / language / "accessibility.md").read_text(encoding="utf-8")
    assert '<div id="browser-run"></div>' in text
    assert not re.search(r"\b20[2-9]\d\b", text)
