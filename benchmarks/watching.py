"""Runs a command and watches it: seconds, and the memory of all its processes together."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_EVERY = 0.1  # seconds between two looks
_SHARE = 40  # a look holds a large process up: that much longer than one takes nothing is looked at


class Run(NamedTuple):
    """What a command took; ``processor`` are the seconds of all cores, whatever else ran meanwhile.

    ``megabytes`` counts what processes share once (PSS).
    """

    seconds: float
    processor: float
    megabytes: float


def watch(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
) -> Run:
    """Run a command in a folder and measure it; one that fails stops the benchmark."""
    started, used = time.perf_counter(), _processor()
    peak = 0.0
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        env={**os.environ, **(environment or {})},
    ) as process:  # fmt: skip
        told: list[str] = []
        reader = threading.Thread(target=lambda: told.extend(process.stderr or ()))
        reader.start()
        while process.poll() is None:
            looked = time.perf_counter()
            peak = max(peak, sum(map(_memory, _family(process.pid))))
            time.sleep(max(_EVERY, _SHARE * (time.perf_counter() - looked)))
        reader.join()
    seconds = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{''.join(told[-20:])}")
    return Run(round(seconds, 2), round(_processor() - used, 2), round(peak, 1))


def _processor() -> float:
    """Return the processor seconds of all processes that have ended below this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _family(pid: int) -> Iterator[int]:
    """Give a process and all below it."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return
    for child in children.split():
        yield from _family(int(child))


def _memory(pid: int) -> float:
    """Return the megabytes of one process; what it shares is divided among those who do."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    line = next((line for line in text.splitlines() if line.startswith("Pss:")), "Pss: 0 kB")
    return int(line.split()[1]) * 1024 / 1_000_000
