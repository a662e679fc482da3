"""Measure the main job: harvest cold and unchanged, build, rebuild; seconds and peak memory.

Runs the real commands on the data the project ships, in a copy. Where the network is not to be
used, let a mirror stand in for the host, as git knows it::

    GIT_CONFIG_GLOBAL=mirror.gitconfig python benchmarks/main_job.py --source helsingborg-github

Prints a table, and with ``--json PATH`` writes one JSON object. Peak memory is that of the largest
single process (the harvester itself, or one git).
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parents[1]


class Measured(NamedTuple):
    """One step: wall time in seconds, the largest process in MiB, exit code."""

    step: str
    seconds: float
    memory: float
    exit_code: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", default="helsingborg-github")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Path(folder) / "catalogue"
        copy_catalogue(catalogue)
        measured = [measure(step, command, catalogue) for step, command in steps(options.source)]
    for row in measured:
        print(f"{row.step:20} {row.seconds:7.2f} s {row.memory:7.0f} MiB   exit {row.exit_code}")
    if options.json:
        options.json.write_text(json.dumps({m.step: m._asdict() for m in measured}, indent=2))


def copy_catalogue(target: Path) -> None:
    """Copy what a catalogue needs, without its snapshot."""
    target.mkdir()
    shutil.copy(HERE / "mkdocs.yml", target)
    shutil.copytree(HERE / "site" / "pages", target / "site" / "pages")
    shutil.copytree(HERE / "data", target / "data", ignore=shutil.ignore_patterns("snapshot"))


def steps(source: str) -> Sequence[tuple[str, Sequence[str]]]:
    """List the commands in the order they are measured."""
    return [
        ("harvest, cold", ["harvest", "--source", source]),
        ("harvest, unchanged", ["harvest", "--source", source]),
        ("build", ["build"]),
        ("build again", ["build"]),
        ("explain all", ["explain", "--distribution"]),
    ]


def measure(step: str, arguments: Sequence[str], catalogue: Path) -> Measured:
    """Run one command of ours in a process of its own and take its figures."""
    command = [sys.executable, "-m", "catalog", *arguments, "--catalogue", str(catalogue)]
    return measure_process(step, command)


def measure_process(
    step: str, command: Sequence[str], environment: Mapping[str, str] | None = None
) -> Measured:
    """Run any command and take its figures."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    return Measured(step, seconds, usage.ru_maxrss / 1024, process.returncode)


if __name__ == "__main__":
    main()
