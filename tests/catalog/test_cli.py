"""The command line as a person meets it: sentences, exit codes, nothing half written."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.repositories import MakeRepository

MKDOCS = "site_name: Exempel\ndocs_dir: pages\nsite_dir: public\ntheme: kodkatalog\n"


@pytest.fixture
def catalogue(tmp_path: Path, stand_in: str) -> Path:
    """Return a catalogue of one body with one source of one repository."""
    folder = tmp_path / "catalogue"
    (folder / "data").mkdir(parents=True)
    (folder / "pages").mkdir()
    (folder / "mkdocs.yml").write_text(f"{MKDOCS}plugins: [kodkatalog]\n")
    (folder / "data" / "projects.yaml").write_text(
        "bodies:\n  - {id: exempel, type: municipality, name: Exempelkommun}\n"
        "sources:\n  - id: exempel-git\n    body: exempel\n    forge: git\n"
        f"    urls: [{stand_in}exempel/kod]\n"
    )
    return folder


def run(catalogue: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the command in the catalogue's folder."""
    return subprocess.run(
        [sys.executable, "-m", "catalog", *arguments],
        cwd=catalogue, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_harvest_build_explain(catalogue: Path, make_repository: MakeRepository) -> None:
    """The main job, one command after the other; each says what it did and what comes next."""
    make_repository("exempel/kod", {"README.md": "# Kod\n\nEn tjänst för elever.\n"})
    harvested = run(catalogue, "harvest", "--today", "2026-02-01")
    assert (0, ("Read 1 repository, 0 unchanged, 0 failed; 1 file written, 1 line of history. "
               "Next: kodkatalog build")) == (
        harvested.returncode, harvested.stdout.splitlines()[-1]
    )  # fmt: skip
    built = run(catalogue, "build", "--today", "2026-02-01")
    assert 0 == built.returncode, built.stderr
    assert "1 projects in public/. Next: kodkatalog serve" in built.stdout
    assert "exempel-kod" in (catalogue / "public/sv/projects/index.html").read_text("utf-8")
    explained = run(catalogue, "explain", "kod", "--language", "sv", "--today", "2026-02-01")
    assert 0 == explained.returncode, explained.stderr
    assert "LIC-1" in explained.stdout


def test_a_failed_repository_is_exit_code_3(
    catalogue: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """The rest is written, the failed one is named with its reason on standard error."""
    make_repository("exempel/kod", {"README.md": "x"})
    data = catalogue / "data" / "projects.yaml"
    data.write_text(data.read_text().replace("]\n", f", {stand_in}exempel/gone]\n"))
    done = run(catalogue, "harvest")
    assert 3 == done.returncode
    assert f"kept as it was: {stand_in}exempel/gone - there is no repository" in done.stderr


def test_faults_in_the_data_stop_everything(catalogue: Path) -> None:
    """Every command says them by line and column, writes nothing and ends with 1."""
    data = catalogue / "data" / "projects.yaml"
    data.write_text(data.read_text().replace("forge: git\n", "forge: got\n"))
    for command in ("harvest", "build", "explain"):
        done = run(catalogue, command, *(["kod"] if command == "explain" else []))
        assert 1 == done.returncode
        expected = "data/projects.yaml:6:5: 'got' is not a value of 'forge' - did you mean 'git'?"
        assert expected in done.stderr
        assert "Traceback" not in done.stderr
    assert {"data", "mkdocs.yml", "pages"} == {p.name for p in catalogue.iterdir()}


def test_a_corrupt_snapshot_file_is_named_and_skipped(
    catalogue: Path, make_repository: MakeRepository
) -> None:
    """The build warns and goes on; the status page says so too."""
    make_repository("exempel/kod", {"README.md": "x"})
    run(catalogue, "harvest")
    next(catalogue.rglob("kod.json")).write_text("{")
    built = run(catalogue, "build")
    assert 0 == built.returncode
    name = "data/snapshot/git.example.org/exempel/kod.json"
    assert f"warning: {name}: the snapshot file is corrupt" in built.stderr
    assert name in (catalogue / "public/en/status/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["explain"], 2, "name one project, or ask for --distribution, or for one check"),
        (["explain", "kood"], 1, "did you mean 'exempel-kod'?"),
        (["harvest", "--source", "x"], 2, "there is no source 'x'; the sources are: exempel-git"),
        (["build", "--today", "yesterday"], 2, "does not match the formats '%Y-%m-%d'"),
        (["build", "--catalogue", "nowhere"], 1, "nowhere holds no mkdocs.yml"),
        (["harvest", "-C", "nowhere"], 1, "there is no data/projects.yaml"),
    ],
)
def test_bad_usage_is_answered_in_a_sentence(
    catalogue: Path, arguments: list[str], code: int, expected: str
) -> None:
    """Never a stack trace, always what to do."""
    done = run(catalogue, *arguments)
    said = " ".join(done.stderr.replace("│", " ").split())
    assert code == done.returncode
    assert expected in said
    assert "Traceback" not in said


def test_a_folder_without_a_public_address_is_shown_too(
    catalogue: Path, make_repository: MakeRepository
) -> None:
    """A first try on one's own machine needs no address; no path of it reaches a page."""
    repository = make_repository("exempel/min kod", {"README.md": "# Kod\n"})
    (catalogue / "kod").symlink_to(repository.path.parent)
    data = catalogue / "data" / "projects.yaml"
    text = data.read_text()
    data.write_text(text[: text.index("    urls:")] + "    folder: kod\n")
    assert 0 == run(catalogue, "harvest").returncode
    built = run(catalogue, "build")
    assert 0 == built.returncode, built.stderr
    page = (catalogue / "public/sv/projects/min-20kod/index.html").read_text("utf-8")
    assert str(repository.path.parent) not in page


def test_pages_that_a_catalogue_lacks_are_there(catalogue: Path) -> None:
    """A catalogue without editorial pages of its own has those that come with the software."""
    assert 0 == run(catalogue, "build").returncode
    assert (catalogue / "public/en/take-part/index.html").is_file()


def test_a_draft_is_printed_or_written_once(
    catalogue: Path, make_repository: MakeRepository
) -> None:
    """What is drafted goes where it is asked for; a file that is there is never overwritten."""
    make_repository("exempel/kod", {"README.md": "x"})
    run(catalogue, "harvest", "--today", "2026-02-01")
    printed = run(catalogue, "draft", "publiccode", "kod", "--language", "sv")
    assert (0, "") == (printed.returncode, printed.stderr)
    assert printed.stdout.startswith("# publiccode.yml för kod: ett utkast")
    written = run(catalogue, "draft", "publiccode", "kod", "-l", "sv", "-o", "publiccode.yml")
    assert "Drafted publiccode in publiccode.yml. Next: kodkatalog check" in written.stdout
    assert printed.stdout == (catalogue / "publiccode.yml").read_text(encoding="utf-8")
    again = run(catalogue, "draft", "publiccode", "kod", "-o", "publiccode.yml")
    assert 2 == again.returncode
    assert "is there already" in again.stderr
    unknown = run(catalogue, "draft", "publiccode", "kot")
    assert (1, True) == (unknown.returncode, "did you mean" in unknown.stderr)


def test_suggest_groups_is_yaml_on_standard_output(catalogue: Path, stand_in: str) -> None:
    """What to paste stands alone there; what was done, and what comes next, beside it."""
    urls = [f"{stand_in}exempel/{name}" for name in ("boka-web", "boka-api")]
    data = catalogue / "data" / "projects.yaml"
    data.write_text(data.read_text().replace(f"[{stand_in}exempel/kod]", f"[{', '.join(urls)}]"))
    done = run(catalogue, "suggest", "groups")
    assert (0, "Suggested 1 product. Next: paste those that are right below 'projects:'") == (
        done.returncode, done.stderr.strip()
    )  # fmt: skip
    data.write_text(f"{data.read_text()}projects:\n{done.stdout}")
    assert "Suggested 0 products." in run(catalogue, "suggest", "groups").stderr
