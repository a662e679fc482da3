"""Facts about ourselves: rooms kept apart, nothing of this machine or of a host in the files."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from catalog.cli import app
from harvesters.reading import read
from harvesters.reading.tree import Entry, Listing

HERE = Path(__file__).resolve().parents[2]


def tracked(*patterns: str) -> list[Path]:
    """List the files git knows, or will know."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=HERE, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [HERE / name for name in listed.stdout.splitlines() if (HERE / name).is_file()]


def test_site_holds_no_python() -> None:
    """The standard library owns the name ``site``: it can never be a package."""
    assert [] == tracked("site/*.py", "site/**/*.py")


def test_tests_are_no_package() -> None:
    """Tests are found by path, so that two may share a name."""
    assert [] == tracked("tests/__init__.py", "tests/**/__init__.py")


def test_dependencies_are_pinned_with_hashes_and_without_a_host() -> None:
    """Installing needs hashes of everything and takes it from whichever index is set up."""
    for path in tracked("requirements/*.txt"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"https?://|--(extra-)?index-url|--find-links", text), path.name
        pins = re.findall(r"^[a-z0-9_.-]+==", text, re.MULTILINE)
        assert len(pins) == len(re.findall(r"^[a-z0-9].*\\\n    --hash=", text, re.MULTILINE))


def test_every_dependency_is_explained_in_the_readme() -> None:
    """Each run-time dependency has a row that says why it was chosen."""
    project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    table = (HERE / "README.md").read_text(encoding="utf-8")
    for requirement in project["dependencies"]:
        name = re.match(r"[A-Za-z0-9-]+", requirement)
        assert name
        assert f"| {name[0]} |" in table


@pytest.mark.parametrize(
    "command", [c.callback.__name__ for c in app.registered_commands if c.callback]
)
def test_every_command_has_help_with_an_example(command: str) -> None:
    """``--help`` says what the command does, and shows one way to call it."""
    shown = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "100", "NO_COLOR": "1"})
    assert 0 == shown.exit_code
    assert f"Example: kodkatalog {command}" in shown.stdout


def test_the_changelog_names_the_version() -> None:
    """What is released, or will be, stands in the changelog."""
    changelog = (HERE / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## \[(Unreleased|\d+\.\d+\.\d+)\]", changelog, re.MULTILINE)


def test_the_hook_for_other_catalogues_runs_our_command() -> None:
    """It looks at curated data only, in one file or several, and its command is there."""
    (hook,) = yaml.safe_load((HERE / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    names = ("data/projects.yaml", "data/projects/a.yaml", "data/snapshot/a.json", "projects.yaml")
    assert [True, True, False, False] == [bool(re.search(hook["files"], name)) for name in names]
    assert "kodkatalog check" == hook["entry"]


def test_our_own_publiccode_is_whole() -> None:
    """We keep the rules we ask of others: it parses and no mandatory key is missing."""
    entry = Entry("publiccode.yml", "0", "100644")
    content = (HERE / entry.path).read_bytes()
    found = read(Listing([entry]), {entry.oid: content})["publiccode"].found
    assert (True, (), "EUPL-1.2") == (found.parses, found.missing, found.licence)
