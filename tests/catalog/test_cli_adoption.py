"""``kodkatalog adoption`` as a person meets it: what is listed, drafted, and said to be none."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from catalog.cli import app
from catalog.models.evidence import Found
from catalog.models.usage import Usage, UsageSeen, UsedSeen
from catalog.publish.check import check
from catalog.store.curated import read_curated
from catalog.store.snapshot import write_usage

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 8, 22)
DEPENDS = "alingsas/municipio/depends"
SHARES = "alingsas/helsingborg-stad-schema-org-transformer/shares"
LOCK = "https://github.com/Alingsas-Kommun/alingsas-municipio-customisation/blob/"


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the shipped catalogue's data."""
    folder = tmp_path_factory.mktemp("catalogue")
    shutil.copytree(ROOT / "data", folder / "data")
    return folder


@pytest.fixture
def folder(copied: Path) -> Path:
    """Return the copy as it is shipped."""
    shutil.copy(ROOT / "data/projects.yaml", copied / "data/projects.yaml")
    (copied / "data/snapshot/usage.json").unlink(missing_ok=True)
    return copied


def run(folder: Path, *arguments: str, typed: str | None = None) -> Result:
    """Run the command on a catalogue."""
    options = [*arguments, "-C", str(folder), "--today", TODAY.isoformat()]
    return CliRunner().invoke(app, ["adoption", *options], input=typed)


def test_signals_are_listed_with_where_to_look(folder: Path) -> None:
    """By body, each with its name and its evidence."""
    done = run(folder, "signals", "alingsas", "--language", "sv")
    assert (0, "Alingsås kommun") == (done.exit_code, done.stdout.splitlines()[0])
    assert DEPENDS in done.stdout
    assert LOCK in done.stdout
    assert "Next: kodkatalog adoption draft SIGNAL" in done.stderr


def test_machines_get_the_same(folder: Path) -> None:
    """What is not known is null."""
    told = json.loads(run(folder, "signals", "alingsas", "--format", "json").stdout)
    found = {signal["id"]: signal for signal in told["signals"]}
    assert ("observed", None, "2026-08-22") == tuple(
        found[DEPENDS][key] for key in ("basis", "stage", "asOf"))  # fmt: skip
    assert (None, False) == (found[SHARES]["basis"], found[SHARES]["showsUse"])
    assert all(signal["evidence"] for signal in found.values())


def test_a_body_that_is_not_there(folder: Path) -> None:
    """It is told what may be meant."""
    done = run(folder, "signals", "alingsaas")
    assert (1, True) == (done.exit_code, "did you mean 'alingsas'" in str(done.exception))


def test_without_a_stage_the_draft_is_shown_and_nothing_written(folder: Path) -> None:
    """No stage is made up; what is missing stands as a comment."""
    before = (folder / "data/projects.yaml").read_bytes()
    done = run(folder, "draft", DEPENDS, "--no-ask")
    assert (1, before) == (done.exit_code, (folder / "data/projects.yaml").read_bytes())
    assert "    # stage: interested, evaluating" in done.stdout
    assert "    basis: observed\n" in done.stdout
    assert "does not say --stage" in done.stderr


def test_with_a_stage_one_command_writes_it(folder: Path) -> None:
    """Basis, day and evidence are the signal's; comments stay, and check has nothing new."""
    before = (folder / "data/projects.yaml").read_text()
    done = run(folder, "draft", DEPENDS, "--stage", "production", "--no-ask")
    assert 0 == done.exit_code, done.output
    made = read_curated(folder).adoptions[-1]
    assert ("municipio-alingsas", "production", "observed", "adopter", TODAY) == (
        made.id, made.stage, made.basis, made.role, made.as_of)  # fmt: skip
    (place,) = made.evidence
    assert place.startswith(LOCK)
    after = (folder / "data/projects.yaml").read_text()
    assert [] == [line for line in before.splitlines() if line not in after.splitlines()]
    assert not [p for p in check(folder, (), TODAY).problems if p.severity == "error"]
    assert 1 == run(folder, "draft", DEPENDS, "--stage", "pilot", "--no-ask").exit_code


def test_a_person_is_asked(folder: Path) -> None:
    """In a terminal, for the stage and what else is to be said; then it is shown and confirmed."""
    typed = "\n\n" + "testing\n" + "\n" * 8 + "y\n"
    done = run(folder, "draft", DEPENDS, "--ask", typed=typed)
    assert 0 == done.exit_code, done.output
    assert "testing" == read_curated(folder).adoptions[-1].stage


def test_what_shows_no_use_is_never_observed(folder: Path) -> None:
    """Somebody has to say it, and on a day."""
    done = run(folder, "draft", SHARES, "--stage", "pilot", "--no-ask")
    assert (1, True, True) == (
        done.exit_code, "# basis: " in done.stdout, "# asOf: " in done.stdout)  # fmt: skip
    said = ("--stage", "pilot", "--basis", "observed", "--no-ask")
    assert 2 == run(folder, "draft", SHARES, *said).exit_code


def test_a_project_that_nobody_has_described_is_written_as_well(folder: Path) -> None:
    """Under the id that its page has, so that no address breaks."""
    said = ("--stage", "pilot", "--basis", "attested", "--as-of", "2026-08-20", "--no-ask")
    assert 0 == run(folder, "draft", SHARES, *said).exit_code
    curated = read_curated(folder)
    assert SHARES.split("/")[1] == curated.projects[-1].id == curated.adoptions[-1].project


def test_what_the_body_says_itself_needs_no_more(folder: Path) -> None:
    """Its own stage and day, attested, with its file as evidence."""
    used = UsedSeen(url="https://github.com/helsingborg-stad/municipio", stage="evaluating")
    seen = UsageSeen(said=date(2026, 7, 1), software=(used,))
    write_usage(folder, Usage(files={"alingsas.se": Found(found=seen)}))
    done = run(folder, "draft", "alingsas/municipio/declares", "--no-ask")
    assert 0 == done.exit_code, done.output
    made = read_curated(folder).adoptions[-1]
    assert ("evaluating", "attested", date(2026, 7, 1)) == (made.stage, made.basis, made.as_of)
    assert ("https://alingsas.se/.well-known/publiccode-usage.json",) == made.evidence


def test_what_the_body_has_taken_out_of_use(folder: Path) -> None:
    """With the day that it gives; a stage that people give instead keeps none of it."""
    used = UsedSeen(url="https://github.com/helsingborg-stad/municipio", stage="retired",
                    until=date(2026, 6, 30))  # fmt: skip
    write_usage(folder, Usage(files={"alingsas.se": Found(found=UsageSeen(software=(used,)))}))
    signal = "alingsas/municipio/declares"
    draft = ("draft", signal, "--as-of", "2026-08-01", "--dry-run", "--no-ask")
    assert "+    until: 2026-06-30" in run(folder, *draft).stdout
    assert "until" not in run(folder, *draft, "--stage", "pilot").stdout


def test_where_nothing_has_been_seen(tmp_path: Path) -> None:
    """It is said, in words, with exit code 0."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/projects.yaml").write_text(
        "bodies:\n  - {id: ek, type: municipality, name: Ek}\n"
    )
    done = run(tmp_path, "signals")
    assert (0, True) == (done.exit_code, done.stdout.startswith("No signs of use"))
    assert "Next: kodkatalog harvest" in done.stderr


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    """It shows the change."""
    before = (folder / "data/projects.yaml").read_bytes()
    done = run(folder, "draft", DEPENDS, "--stage", "pilot", "--dry-run", "--no-ask")
    assert (0, before) == (done.exit_code, (folder / "data/projects.yaml").read_bytes())
    assert "+    stage: pilot" in done.stdout


def test_a_signal_that_is_none_is_written_down_once(folder: Path) -> None:
    """With a reason, or not at all; afterwards it is not asked about, nor drafted."""
    assert 2 == run(folder, "reject", DEPENDS).exit_code
    done = run(folder, "reject", DEPENDS, "--reason-sv", "Bara i en provmiljö: inget annat")
    assert 0 == done.exit_code, done.output
    (made,) = read_curated(folder).rejections
    assert ("depends", {"sv": "Bara i en provmiljö: inget annat"}) == (made.kind, made.reason)
    assert DEPENDS not in run(folder, "signals").stdout
    assert "Said to be none: Bara" in run(folder, "signals", "--all").stdout
    again = (("reject", DEPENDS, "--reason-sv", "Igen"), ("draft", DEPENDS, "--stage", "pilot"))
    assert [1, 1] == [run(folder, *one).exit_code for one in again]


def test_no_such_signal(folder: Path) -> None:
    """It is told which may be meant."""
    done = run(folder, "draft", "alingsas/municipio/depend", "--stage", "pilot")
    assert (1, f"did you mean '{DEPENDS}'?") == (done.exit_code, str(done.exception)[-43:].lstrip())


@pytest.mark.parametrize(
    ("project", "expected"),
    [("municipi", "no project has the id 'municipi'"), ("skolportalen", "the body's own project"),
     ("alingsas-kommun-arena", "the body's own project"),
     ("helsingborg-stad-schema-org-transformer", "")],
)  # fmt: skip
def test_check_knows_what_can_be_rejected(folder: Path, project: str, expected: str) -> None:
    """Projects that stand for their repository too; at the line where it is written."""
    file = folder / "data/projects.yaml"
    entry = f"\nrejections:\n  - body: alingsas\n    project: {project}\n    reason: Nej.\n"
    file.write_text(file.read_text() + entry + "    asOf: 2026-08-01\n")
    found = [p for p in check(folder, (), TODAY).problems if p.rule == "rejection"]
    assert bool(expected) == bool(found)
    line = len(file.read_text().splitlines()) - 2
    assert all((p.line, p.severity) == (line, "warning") and expected in p.message for p in found)


@pytest.mark.parametrize("command", ["signals", "draft", "reject"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    """As all others have."""
    shown = CliRunner().invoke(
        app, ["adoption", command, "--help"], env={"COLUMNS": "100", "NO_COLOR": "1"}
    )
    assert f"Example: kodkatalog adoption {command}" in shown.stdout
