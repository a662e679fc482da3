"""Each case is an issue, named after what is special, and beside it what came of it."""

from pathlib import Path

import pytest

from catalog.intake.taking import Outcome
from tests.catalog.intake.conftest import CASES, Take

ISSUES = sorted(p for p in CASES.iterdir() if p.suffix in {".json", ".md"})


def told(outcome: Outcome) -> str:
    """Say everything that an outcome says."""
    lacking = "".join(f"{lack.question or 'issue'}: {lack.code}\n" for lack in outcome.lacks)
    if lacking:
        return f"{lacking}\n{outcome.answer}"
    entries = "".join(f"{entry}\n" for entry in outcome.proposal.entries)  # type: ignore[union-attr]
    return f"{entries}claim: {outcome.proposal.claim}\n\n{outcome.diff}"  # type: ignore[union-attr]


@pytest.mark.parametrize("issue", ISSUES, ids=lambda path: path.name)
def test_case(taken: Take, issue: Path) -> None:
    """An issue becomes the expected change, or is answered as expected."""
    outcome = taken(issue.read_bytes(), dry_run=True)
    assert issue.with_suffix(".txt").read_text("utf-8") == told(outcome)


def test_every_case_has_its_issue() -> None:
    """No expected outcome is left over."""
    expected = {p.stem for p in CASES.glob("*.txt")}
    assert {p.stem for p in ISSUES} == expected
