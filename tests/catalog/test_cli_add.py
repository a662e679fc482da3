"""``kodkatalog add`` as a person meets it: in a terminal, with options, by mistake."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from catalog.cli import app
from catalog.cli_add import add as commands

DATA = """\
# Comments stay
bodies:
  - id: exempel
    type: municipality
    name: "Exempels kommun"   # as it calls itself

projects:
  - id: portal
    name: Portal
    body: exempel
"""
ADOPTION = ("adoption", "--project", "portal", "--body", "exempel", "--stage", "pilot", "--basis",
            "attested", "--today", "2026-08-31")  # fmt: skip
ENTRY = """
adoptions:
  - id: portal-exempel
    project: portal
    body: exempel
    role: originator
    stage: pilot
    asOf: 2026-08-31
    basis: attested
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file of a small catalogue."""
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "projects.yaml"
    path.write_text(DATA)
    return path


def run(file: Path, *arguments: str, typed: str | None = None) -> Result:
    """Run ``add`` in the catalogue of a file."""
    options = [*arguments, "--catalogue", str(file.parents[1])]
    return CliRunner().invoke(app, ["add", *options], input=typed)


def test_options_are_enough(file: Path) -> None:
    """The entry is written, the rest is untouched, and the last line tells what next."""
    done = run(file, *ADOPTION)
    assert 0 == done.exit_code, done.output
    assert DATA + ENTRY == file.read_text()
    assert (
        "Added the adoption 'portal-exempel' to data/projects.yaml. "
        "Next: kodkatalog check, kodkatalog build\n"
    ) == done.stdout


def test_a_dry_run_shows_the_change_and_writes_nothing(file: Path) -> None:
    """It is a unified diff with added lines only."""
    done = run(file, *ADOPTION, "--dry-run")
    assert DATA == file.read_text()
    added = [line[1:] for line in done.stdout.splitlines()[2:] if line.startswith("+")]
    assert ENTRY.splitlines() == added
    assert done.stdout.endswith("to data/projects.yaml. Nothing was written.\n")


def test_a_person_is_asked(file: Path) -> None:
    """For what is missing, again after a mistake; then the change is shown and confirmed."""
    typed = "Region Nä\nregon\n\n\n\n\n\ny\n"
    done = run(file, "body", "--ask", typed=typed)
    assert "'regon' is not a value of 'type' - did you mean 'region'?" in done.stdout
    assert "Write this to data/projects.yaml? [Y/n]: y" in done.stdout
    entry = '\n  - id: region-na\n    type: region\n    name: "Region Nä"\n'
    assert DATA.replace("itself\n", f"itself\n{entry}") == file.read_text()


@pytest.mark.parametrize("typed", ["Region Ny\n\n\n\n\n\nn\n", "Region Ny\n", ""])
def test_nothing_is_written_unless_confirmed(file: Path, typed: str) -> None:
    """A no, or an end before the end, leaves everything as it was."""
    done = run(file, "body", "--ask", typed=typed)
    assert DATA == file.read_text()
    assert "Added" not in done.output
    assert "Traceback" not in done.output


def test_without_a_terminal_what_is_missing_is_said(file: Path) -> None:
    """All of it at once; nobody is asked where nobody can answer."""
    done = run(file, "adoption", "--project", "portal")
    assert (2, "") == (done.exit_code, done.stdout)
    assert done.stderr.startswith("--body or --count, --stage, --basis are missing - give them")


def test_a_bad_option_is_named(file: Path) -> None:
    """With what it could have been."""
    done = run(file, *ADOPTION, "--stage", "piolt")
    assert 2 == done.exit_code
    assert "--stage: 'piolt' is not a value of 'stage' - did you mean 'pilot'?\n" == done.stderr
    assert DATA == file.read_text()


@pytest.mark.parametrize("command", [str(c.name or c.callback.__name__)  # type: ignore[union-attr]
                                     for c in commands.registered_commands])  # fmt: skip
def test_every_command_has_help_with_an_example(command: str) -> None:
    """``--help`` says what the command does, and shows one way to call it."""
    shown = CliRunner().invoke(
        app, ["add", command, "--help"], env={"COLUMNS": "100", "NO_COLOR": "1"}
    )
    assert 0 == shown.exit_code
    assert f"Example: kodkatalog add {command}" in re.sub(r"\s+", " ", shown.stdout)
