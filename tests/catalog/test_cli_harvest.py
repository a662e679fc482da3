"""``kodkatalog harvest`` as a person and as CI see it: what it prints, and how it ends."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.harvesters.catalogues import BASE, VARIABLE
from tests.stand_in import faults
from tests.stand_in.body import body_of
from tests.stand_in.git import GitHost, make_repositories
from tests.stand_in.github import TOKEN, GitHub
from tests.stand_in.server import StandIn, running

HERE = Path(__file__).resolve().parents[2]
Command = Callable[..., "subprocess.CompletedProcess[str]"]

DATA = """\
bodies:
  - id: exempel
    type: municipality
    name: Exempelkommun
sources:
  - id: exempel-github
    body: exempel
    forge: github
    org: exempel
    tokenEnv: KOMMUN_TOKEN
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[StandIn]:
    """Serve an organisation of three repositories, API and git."""
    body = body_of(3)
    make_repositories(tmp_path / "forge", body)
    with ExitStack() as stack:
        yield stack.enter_context(running(StandIn(GitHub(body), GitHost(tmp_path / "forge"))))


@pytest.fixture
def command(tmp_path: Path, server: StandIn) -> Command:
    """Return a function that runs ``kodkatalog harvest`` in a catalogue on that organisation."""
    catalogue = tmp_path / "catalogue"
    (catalogue / "data").mkdir(parents=True)
    (catalogue / "data/projects.yaml").write_text(DATA)
    configuration = tmp_path / "gitconfig"
    configuration.write_text(f'[url "{server.base}/"]\n\tinsteadOf = {BASE}/\n')
    environment = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(HERE), VARIABLE: TOKEN,
        "KODKATALOG_STAND_IN": f"github.com={server.base}", "PYTHONWARNINGS": "error",
        "GIT_CONFIG_GLOBAL": str(configuration), "HOME": str(tmp_path),
    }  # fmt: skip

    def run(*arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "catalog", "harvest", "--today", "2026-06-01", *arguments],
            cwd=catalogue, env=environment | more, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run


def test_a_harvest_tells_what_it_did_and_what_to_do_next(command: Command) -> None:
    """Plain lines in CI, and the last one sums up."""
    done = command()
    assert (0, "") == (done.returncode, done.stderr)
    assert [
        "exempel-github: listing",
        "exempel-github: 3 repositories",
        "exempel-github: 3 of 3",
        (
            "Read 3 repositories, 0 unchanged, 0 failed; 3 files written, "
            "3 lines of history. Next: kodkatalog build"
        ),
    ] == done.stdout.splitlines()


def test_a_dry_run_says_what_would_be_asked_and_why_and_writes_nothing(
    command: Command, tmp_path: Path, server: StandIn
) -> None:
    """Only the listing is asked."""
    done = command("--dry-run")
    assert (0, 1) == (done.returncode, len(server.requests))
    lines = done.stdout.splitlines()
    assert "exempel-github: 3 repositories listed (1 request, 2 points)" == lines[0]
    assert "  would ask the forge more of 3, and git of 3" == lines[1]
    assert f"  forge  {BASE}/exempel/kod-0000 - new" == lines[2]
    assert f"  git    {BASE}/exempel/kod-0000 - new" == lines[3]
    assert "Nothing was written. Next: kodkatalog harvest" == lines[-1]
    assert not (tmp_path / "catalogue/data/snapshot").exists()
    assert not (tmp_path / "catalogue/.cache").exists()


def test_a_dry_run_of_a_source_that_fails_says_why(command: Command, server: StandIn) -> None:
    """It would change nothing."""
    server.faults.append(faults.fault(faults.bad_credentials(), times=None))
    done = command("--dry-run")
    assert 3 == done.returncode
    assert "exempel-github: would change nothing - github.com does not accept the token" in (
        done.stdout
    )


def test_a_source_that_fails_is_a_sentence_and_not_a_trace(
    command: Command, server: StandIn
) -> None:
    """With the variable's name and without what is in it."""
    server.faults.append(faults.fault(faults.bad_credentials(), times=None))
    done = command()
    assert 1 == done.returncode
    assert "source exempel-github failed: github.com does not accept the token in KOMMUN_TOKEN" in (
        done.stderr
    )
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("arguments", [(), ("--full",), ("--dry-run",)])
def test_the_token_is_never_printed(
    command: Command, tmp_path: Path, server: StandIn, arguments: tuple[str, ...]
) -> None:
    """Not when all goes well, not when it is refused, and in no file."""
    well = command(*arguments)
    server.faults.append(faults.fault(faults.bad_credentials(), times=None))
    ill = command(*arguments, PYTHONDEVMODE="1", PYTHONWARNINGS="default")
    odd = command(*arguments, **{VARIABLE: f"{TOKEN}\nand a line"}, PYTHONWARNINGS="default")
    said = "".join(d.stdout + d.stderr for d in (well, ill, odd))
    assert TOKEN not in said
    written = b"".join(p.read_bytes() for p in (tmp_path / "catalogue").rglob("*") if p.is_file())
    assert TOKEN.encode() not in written


def test_a_politely_stopped_harvest_ends_with_3(command: Command, server: StandIn) -> None:
    """Nothing was lost, and it can go on in an hour."""
    command()
    server.faults.append(faults.fault(faults.exhausted(3600), times=None))
    done = command()
    assert 3 == done.returncode
    assert "source exempel-github failed: github.com asks us to wait about 60 minutes" in (
        done.stderr
    )


def test_the_report_is_read_back_as_it_was_written(command: Command, tmp_path: Path) -> None:
    """Dates and sentences, nothing else."""
    command()
    report = json.loads((tmp_path / "catalogue/data/snapshot/run.json").read_text())
    assert {
        "exempel-github": {
            "tried": "2026-06-01", "succeeded": "2026-06-01", "repositories": 3, "failures": []
        }
    } == report["sources"]  # fmt: skip


def test_a_harvest_notes_levels_and_a_fault_there_stops_nothing(
    command: Command, tmp_path: Path
) -> None:
    """The history has a line a project; where it cannot go on, the harvest holds and says so."""
    command()
    history = tmp_path / "catalogue/data/history.csv"
    assert 4 == len(history.read_text(encoding="utf-8").splitlines())
    history.write_text("somebody;else's\n", encoding="utf-8")
    done = command()
    assert 0 == done.returncode
    assert "history: data/history.csv:1: the first line does not name the columns" in done.stderr
    assert "0 lines of history" in done.stdout


def test_a_domain_that_cannot_be_reached_is_told_and_stops_nothing(
    command: Command, server: StandIn, tmp_path: Path
) -> None:
    """It is asked what its body uses, unless that is switched off."""
    data = tmp_path / "catalogue" / "data" / "projects.yaml"
    text = data.read_text()
    data.write_text(text.replace("bodies:\n  - ", "bodies:\n  - domains: [ek.example]\n    ", 1))
    assert text != data.read_text()
    stand_in = f"github.com={server.base} ek.example=http://127.0.0.1:1"
    assert "" == command("--no-usage", KODKATALOG_STAND_IN=stand_in).stderr
    done = command(KODKATALOG_STAND_IN=stand_in)
    said = "usage: ek.example cannot be reached; what was known of it stays\n"
    assert (0, said) == (done.returncode, done.stderr)
