"""The command: what it prints, and how it ends."""

import json

import pytest
from typer.testing import CliRunner

from catalog.cli import app
from tests.catalog.intake.conftest import CASES
from tests.repositories import Repository

MADE, LACKING = "adoption-github.json", "adoption-unanswered.md"


def run(catalogue: Repository, *arguments: str, stdin: bytes | None = None) -> tuple[int, str]:
    """Run the command in the catalogue, on the day of the cases."""
    options = ["-C", str(catalogue.path), "--today", "2026-11-01"]
    done = CliRunner().invoke(app, ["intake", *arguments, *options], input=stdin)
    return done.exit_code, done.output


def test_made(catalogue: Repository) -> None:
    """The branch is named, with the command that shows it."""
    expected = "Made the branch intake/adoption-12. Next: git diff HEAD...intake/adoption-12\n"
    assert (0, expected) == run(catalogue, str(CASES / MADE))
    assert "There is already" in run(catalogue, str(CASES / MADE))[1]


def test_an_answer_is_needed(catalogue: Repository) -> None:
    """The answer is printed as Markdown, from a file or from the standard input."""
    issue = CASES / LACKING
    code, printed = run(catalogue, "-", "--language", "en", stdin=issue.read_bytes())
    assert (1, "Thank you") == (code, printed[:9])
    assert (code, printed) == run(catalogue, str(issue), "-l", "en")


def test_a_dry_run_prints_the_diff(catalogue: Repository) -> None:
    """What would be changed can be read."""
    code, printed = run(catalogue, str(CASES / MADE), "--dry-run")
    assert (0, "--- a/data/projects.yaml") == (code, printed.splitlines()[0])


def test_without_a_branch(catalogue: Repository) -> None:
    """The files are edited where they are."""
    assert (0, "Edited the files in data/. Next: git diff\n") == run(
        catalogue, str(CASES / MADE), "--no-branch"
    )


def test_json_of_a_change(catalogue: Repository) -> None:
    """Continuous integration learns the branch, and who is said to say it."""
    code, printed = run(catalogue, str(CASES / MADE), "--format", "json")
    told = json.loads(printed)
    assert (0, "adoption", "intake/adoption-12", [], "attested") == (
        code, told["kind"], told["branch"], told["problems"], told["claim"]
    )  # fmt: skip


def test_json_of_an_answer(catalogue: Repository) -> None:
    """Continuous integration learns what is missing, and what to write in the issue."""
    code, printed = run(catalogue, str(CASES / LACKING), "--format", "json")
    told = json.loads(printed)
    assert (1, None, {"code": "missing", "question": "body"}) == (
        code, told["branch"], told["problems"][0]
    )  # fmt: skip
    assert told["answer"].startswith("Tack")


@pytest.mark.parametrize(
    ("arguments", "stdin", "words"),
    [
        (["nowhere.json"], None, "cannot be read"),
        (["."], None, "cannot be read"),
        (["-"], b"{", "is it whole?"),
        (["-"], b"\xff", "not UTF-8"),
        ([], None, "Missing argument"),
    ],
)
def test_bad_usage(
    catalogue: Repository, arguments: list[str], stdin: bytes | None, words: str
) -> None:
    """What is no issue ends in one sentence and the code for bad usage."""
    code, printed = run(catalogue, *arguments, stdin=stdin)
    assert (2, True) == (code, words in printed)
