"""Measure a harvest against a forge on this machine: requests, points, bytes, seconds, memory.

Runs the real command line, cold and again with nothing changed, beside a harvester as people
usually write one, on the same repositories, at the same latency a request::

    python -m benchmarks.harvest --sizes 170 2000 --naive 20 --json harvest.json

The stand-in shares this machine's processors with what is measured; with ``--warm`` it has answered
once before and answers from memory, which saves about a tenth of a second of processor time a
hundred repositories. The naive harvester reads a sample,
scaled up to all (``--naive 0`` leaves it out, ``--naive -1`` lets it read all). Peak memory is
that of the largest single process; "own s" is the processor time that the stand-in itself took from
what is measured. Needs what ``make test`` fetches.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from benchmarks.main_job import measure_process
from tests.stand_in.body import Body, Comment, Release, Thread, body_of
from tests.stand_in.forgejo import StandInForgejo
from tests.stand_in.git import GitHost, make_repositories
from tests.stand_in.github import TOKEN, GitHub
from tests.stand_in.gitlab import GitLabStandIn
from tests.stand_in.server import Request, StandIn, running

HERE = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
TODAY = "2026-06-02"
ORGANISATION = "exempel"
PROJECTS = """\
bodies:
  - {{id: exempel, type: municipality, name: Exempelkommun}}
sources:
  - {{id: exempel, body: exempel, forge: {forge}, org: exempel, tokenEnv: BENCHMARK_TOKEN,
     baseUrl: "https://{host}"}}
"""


@dataclass(frozen=True)
class Row:
    """What one harvest took; ``scaled`` from so many repositories where it read a sample."""

    forge: str
    repositories: int
    step: str
    api_requests: int
    points: int
    git_requests: int
    kibibytes: int
    seconds: float
    memory: float  # MiB
    exit_code: int
    stand_in: float  # processor seconds of the stand-in meanwhile, without those of its git
    scaled: int | None = None


class Place(NamedTuple):
    """A forge on this machine with repositories behind it, and how to reach both."""

    forge: str
    host: str
    server: StandIn
    folder: Path
    repositories: int
    points: Callable[[], int] = lambda: 0
    api: str = ""  # the address that PyGithub is given, where it is GitHub

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables by which the stand-in answers in its host's place."""
        configuration = self.folder / "gitconfig"
        configuration.write_text(
            f'[url "{self.server.base}/"]\n\tinsteadOf = https://{self.host}/\n'
        )
        return {
            **os.environ,
            "KODKATALOG_STAND_IN": f"{self.host}={self.server.base}",
            "GIT_CONFIG_GLOBAL": str(configuration),
            "BENCHMARK_TOKEN": TOKEN,
            "NAIVE_TOKEN": TOKEN,
            "PYTHONPATH": str(HERE),
        }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[170, 2000])
    parser.add_argument("--latency", type=float, default=0.1, help="seconds a request")
    parser.add_argument("--naive", type=int, default=20, help="repositories it reads; -1: all")
    parser.add_argument("--forges", nargs="+", choices=sorted(PLACES), default=["github"])
    parser.add_argument("--warm", action="store_true", help="harvest once unmeasured first")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    print(f"latency {options.latency * 1000:.0f} ms a request, {os.cpu_count()} processors")
    print(HEADING)
    rows = [
        row
        for forge in options.forges
        for size in options.sizes
        for row in measured(forge, size, options)
    ]
    if options.json:
        told = {"latency": options.latency, "rows": [asdict(row) for row in rows]}
        options.json.write_text(json.dumps(told, indent=2) + "\n")
    if any(row.exit_code for row in rows):
        raise SystemExit("a harvest did not end well: its figures tell nothing")


def measured(forge: str, size: int, options: argparse.Namespace) -> Iterator[Row]:
    """Measure all harvests of one size, and print each as it is known."""
    with (
        tempfile.TemporaryDirectory(prefix="kodkatalog-bench-") as name,
        PLACES[forge](Path(name), size) as place,
    ):
        for row in harvests(place, options):
            print(line(row), flush=True)
            yield row


def harvests(place: Place, options: argparse.Namespace) -> Iterator[Row]:
    """Harvest cold, unchanged and naively."""
    if options.warm:
        harvest(place, "warming up", "warm")
    place.server.latency = options.latency
    yield harvest(place, "cold", "measured")
    yield harvest(place, "unchanged", "measured")
    if options.naive and place.api:
        yield naive(place, place.repositories if options.naive < 0 else options.naive)


def harvest(place: Place, step: str, catalogue: str) -> Row:
    """Run our command in a catalogue below the place's folder."""
    folder = place.folder / catalogue
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "projects.yaml").write_text(
        PROJECTS.format(forge=place.forge, host=place.host)
    )
    command = [sys.executable, "-m", "catalog", "harvest", "--today", TODAY]
    return run(place, step, [*command, "--catalogue", str(folder)])


def naive(place: Place, count: int) -> Row:
    """Run the naive harvester on so many repositories, and tell what all of them would take."""
    command = [sys.executable, "-m", "benchmarks.naive", place.api, ORGANISATION]
    listing = run(place, "naive: the list", [*command, "0"])
    sample = run(place, "naive", [*command, str(count)])
    return scaled(listing, sample, count, place.repositories)


def scaled(listing: Row, sample: Row, count: int, repositories: int) -> Row:
    """Scale what each repository took beyond the listing up to all of them."""
    if count >= repositories:
        return sample
    times = repositories / count

    def whole(listed: float, taken: float) -> float:
        return listed + (taken - listed) * times

    return replace(
        sample,
        api_requests=round(whole(listing.api_requests, sample.api_requests)),
        kibibytes=round(whole(listing.kibibytes, sample.kibibytes)),
        seconds=round(whole(listing.seconds, sample.seconds), 1),
        scaled=count,
    )


def run(place: Place, step: str, command: Sequence[str]) -> Row:
    """Run a command and take its figures from the process and from the stand-in."""
    server = place.server
    asked, sent, points = len(server.requests), server.sent, place.points()
    busy = time.process_time()
    figures = measure_process(step, command, place.environment)
    requests = server.requests[asked:]
    git = sum(map(is_git, requests))
    return Row(
        place.forge, place.repositories, step, len(requests) - git, place.points() - points, git,
        (server.sent - sent) // 1024, round(figures.seconds, 2), round(figures.memory, 1),
        figures.exit_code, round(time.process_time() - busy, 2),
    )  # fmt: skip


def is_git(request: Request) -> bool:
    """Tell git's requests from those of an interface."""
    return request.path.endswith(("/info/refs", "/git-upload-pack"))


@contextmanager
def github(folder: Path, size: int) -> Iterator[Place]:
    """Serve an organisation of so many repositories as GitHub would."""
    body = busy_body(size)
    make_repositories(folder / "git", body)
    forge = GitHub(body, keep=True)
    forge.limit = 10**9  # the budget of an hour is not what is measured
    with running(StandIn(forge, GitHost(folder / "git"))) as server:
        yield Place("github", "github.com", server, folder, size,
                    lambda: forge.points, f"{server.base}/api/v3")  # fmt: skip
    for complaint in set(forge.complaints):
        print(f"asked wrongly: {complaint}", file=sys.stderr)


@contextmanager
def forgejo(folder: Path, size: int) -> Iterator[Place]:
    """Serve them as a Forgejo would."""
    body = busy_body(size)
    make_repositories(folder / "git", body)
    with running(StandIn(StandInForgejo(body, TOKEN), GitHost(folder / "git"))) as server:
        yield Place("forgejo", "git.example.org", server, folder, size)


@contextmanager
def gitlab(folder: Path, size: int) -> Iterator[Place]:
    """Serve them as a GitLab would."""
    body = busy_body(size)
    make_repositories(folder / "git", body)
    forge = GitLabStandIn(body, TOKEN)
    with running(StandIn(forge, GitHost(folder / "git"))) as server:
        yield Place("gitlab", "gitlab.com", server, folder, size)


# Another forge is one function more that serves a body, and its name here.
PLACES = {"forgejo": forgejo, "github": github, "gitlab": gitlab}


def busy_body(size: int) -> Body:
    """Make a body of which some repositories have issues, changes, releases, a fork parent."""
    body = body_of(size, ORGANISATION)
    for repo in body.repositories:
        if repo.id % 3 == 0:
            repo.threads = [thread(n) for n in range(1, 2 + repo.id % 9)]
        if repo.id % 4 == 0:
            repo.releases = [Release(f"v1.{n}.0", NOW - timedelta(days=90 * n)) for n in range(3)]
        if repo.id % 12 == 0:
            repo.parent, repo.own_commits, repo.behind = f"annan/{repo.name}", 2, 3
    return body


def thread(number: int) -> Thread:
    """Make an issue, or a change, by an outsider; some are answered, closed or merged."""
    opened = NOW - timedelta(days=20 * number)
    reply = Comment(opened + timedelta(hours=5 * number))
    return Thread(
        number,
        opened,
        author=f"granne-{number}",
        author_organisations=("granne",) if number % 2 else (),
        change=number % 4 == 0,
        merged=reply.on if number % 8 == 0 else None,
        closed=reply.on if number % 3 == 0 else None,
        labels=("help wanted",) if number % 5 == 0 else (),
        comments=(reply,) if number % 2 else (),
    )


HEADING = (
    f"{'forge':8} {'repos':>5} {'step':10} {'API':>6} {'points':>6} {'git':>6} {'KiB':>8} "
    f"{'seconds':>8} {'MiB':>6} exit {'own s':>6}"
)


def line(row: Row) -> str:
    """Show a row."""
    note = f"   scaled up from {row.scaled} repositories" if row.scaled else ""
    return (
        f"{row.forge:8} {row.repositories:5} {row.step:10} {row.api_requests:6} {row.points:6} "
        f"{row.git_requests:6} {row.kibibytes:8} {row.seconds:8.1f} {row.memory:6.0f} "
        f"{row.exit_code:4} {row.stand_in:6.1f}{note}"
    )


if __name__ == "__main__":
    main()
