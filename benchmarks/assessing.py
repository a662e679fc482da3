"""Measure the assessing of 10,000 projects: seconds for all checks and levels, and peak memory.

The projects are those of the catalogue under new names, their facts read anew for each, with what a
forge tells, with what people write of them, and with a search of their source; each is made,
assessed and forgotten in turn, in a process of its own::

    python -m benchmarks.assessing --projects 10000 --json assessing.json

The limits are 5 s and 300 MB; ends with 1 where one is passed. ``--by-check`` shows which checks
take the time.
"""

import argparse
import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from catalog.assemble import load
from catalog.models.curated import Adoption, CatalogKeys, ProjectEntry
from catalog.models.evidence import Found
from catalog.models.facts import GeneralitySeen, HitSeen, RepositoryFacts
from catalog.models.forge import (
    ForgeAbout,
    ForgeFacts,
    ForgeRelease,
    ForgeReleases,
    OutsideContributions,
    Replies,
)
from catalog.models.project import Project, ProjectRepository
from catalog.readiness import checks
from catalog.readiness.distribution import distribution
from catalog.readiness.levels import assess
from catalog.readiness.model import load as load_model

HERE = Path(__file__).resolve().parents[1]
TODAY = date(2026, 9, 1)
SECONDS, MEGABYTES = 5.0, 300.0


def main() -> None:
    """Measure in a process of its own, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--projects", type=int, default=10_000)
    parser.add_argument("--catalogue", type=Path, default=HERE)
    parser.add_argument("--by-check", action="store_true")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        print(json.dumps(measure(options.catalogue, options.projects, by_check=options.by_check)))
        return
    told = in_a_process(options)
    print(f"{told['projects']} projects {told['seconds']:.2f} s {told['megabytes']:.0f} MB")
    print(f"limits {'':8} {SECONDS:.2f} s {MEGABYTES:.0f} MB")
    for check, milliseconds in sorted(told["checks"].items(), key=lambda pair: -pair[1])[:10]:
        print(f"{check} {milliseconds:8.0f} ms")
    if options.json:
        options.json.write_text(json.dumps(told, indent=2) + "\n")
    if told["seconds"] > SECONDS or told["megabytes"] > MEGABYTES:
        raise SystemExit(1)


def in_a_process(options: argparse.Namespace) -> dict[str, Any]:
    """Run this module once more, to measure there."""
    more = ["--by-check"] if options.by_check else []
    command = [sys.executable, "-m", "benchmarks.assessing", "--here", *more]
    command += ["--projects", str(options.projects), "--catalogue", str(options.catalogue)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def measure(catalogue: Path, count: int, *, by_check: bool) -> dict[str, Any]:
    """Assess so many projects and tell the processor seconds of that alone, and peak memory."""
    gc.set_threshold(200_000)  # as the command line has it
    model, shipped = load_model(), load(catalogue).projects
    taken: dict[str, float] = {}
    if by_check:
        checks.CHECKS.update({i: timed(f, taken, i) for i, f in checks.CHECKS.items()})
    seconds = 0.0

    def assessments() -> Iterator[Any]:
        nonlocal seconds
        for project in projects(shipped, count):
            started = time.process_time()
            found = assess(project, model, TODAY)
            seconds += time.process_time() - started
            yield found

    levels = distribution(assessments()).proven
    gc.collect()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1_000_000
    return {"projects": count, "seconds": round(seconds, 3), "megabytes": round(peak, 1),
            "levels": levels, "checks": taken}  # fmt: skip


def timed(check: checks.CheckFunction, taken: dict[str, float], name: str) -> checks.CheckFunction:
    """Wrap a check so that its milliseconds are added up."""

    def wrapped(*arguments: Any) -> Any:  # noqa: ANN401 - what a check takes and gives
        started = time.process_time()
        verdict = check(*arguments)
        taken[name] = taken.get(name, 0.0) + (time.process_time() - started) * 1000
        return verdict

    return wrapped


def projects(shipped: tuple[Project, ...], count: int) -> Iterator[Project]:
    """Make projects of those of the catalogue, each under a new name and with everything told."""
    for number in range(count):
        yield renamed(shipped[number % len(shipped)], number)


def renamed(project: Project, number: int) -> Project:
    """Give a project a new name, addresses of its own, and what else could be known of it."""
    name = f"{project.id}-{number}"
    repositories = tuple(repository(r, number) for r in project.repositories)
    return project.model_copy(
        update={
            "id": name,
            "name": f"{project.name} {number}",
            "repositories": repositories,
            "adoptions": adoptions(name, number),
            "entry": entry(project, name),
        }
    )


def repository(one: ProjectRepository, number: int) -> ProjectRepository:
    """Move a repository to an address of its own, where a forge tells of it."""
    url = f"{one.url}-{number}"
    facts = one.facts and told(one.facts, url, number)
    return one.model_copy(update={"url": url, "facts": facts})


def told(facts: RepositoryFacts, url: str, number: int) -> RepositoryFacts:
    """Read the facts anew, so that nothing is worked out already; add a forge and a search."""
    groups = {
        "about": ForgeAbout(description="En tjänst för invånare", archived=number % 20 == 0,
                            topics=("kommun", "skola"), tracker=True, wiki=bool(number % 2)),
        "releases": ForgeReleases(count=9, newest=tuple(
            ForgeRelease(tag=f"v1.{n}.0", on=TODAY - timedelta(days=60 * n), notes=True)
            for n in range(5))),
        "replies": Replies(opened=12, closed=9, answered=10, median_hours=20.0 + number % 90),
        "outside": OutsideContributions(merged=3, authors=2, organisations=1),
    }  # fmt: skip
    evidence: dict[str, Any] = {name: Found(found=group) for name, group in groups.items()}
    hits = tuple(HitSeen(path=f"src/a{n}.php", line=n, word="exempel", place="logic")
                 for n in range(1, 1 + number % 9))  # fmt: skip
    seen = GeneralitySeen(words=("exempel",), files=40, logic=len(hits), hits=hits)
    anew = RepositoryFacts.model_validate_json(facts.model_dump_json())
    return anew.model_copy(
        update={
            "url": url,
            "forge": ForgeFacts(id=f"git.example.org/{number}", **evidence),
            "generality": Found(found=seen),
        }
    )


def adoptions(project: str, number: int) -> tuple[Adoption, ...]:
    """Make what up to three bodies say."""
    return tuple(
        Adoption(
            id=f"a-{number}-{n}", project=project, stage="production", body=f"kommun-{n}",
            as_of=TODAY - timedelta(days=90 * n), basis="attested",
        )
        for n in range(number % 4)
    )  # fmt: skip


def entry(project: Project, name: str) -> ProjectEntry:
    """Make what people write of a project."""
    said = ProjectEntry.model_construct(**dict(project.entry)) if project.entry else None
    plain = said or ProjectEntry(id=name, name=project.name, body=project.body.id)
    return plain.model_copy(update={"id": name, "catalog": CURATED})


CURATED = CatalogKeys.model_validate(
    {
        "stewardship": {"unit": "IT", "deputies": 1,
                        "contact": {"role": "Förvaltare", "mailbox": "it@example.org",
                                    "confirmed": TODAY}},
        "prerequisites": {
            "identity": {"login": "required", "protocols": ["saml2"], "accountSource": "katalog",
                         "asOf": TODAY},
            "hosting": {"models": ["docker"], "runtime": "PHP 8", "database": "MariaDB"},
            "integrations": [{"name": "Register", "required": True, "standard": "OIDC"}],
            "proprietary": [],
            "data": {"categories": ["namn"], "retention": "5 år"},
        },
        "mandate": {"kind": "policy", "date": TODAY},
    }
)  # fmt: skip


if __name__ == "__main__":
    main()
