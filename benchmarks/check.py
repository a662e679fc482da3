"""Measure ``kodkatalog check``: on catalogues of any size, and on files made to be slow.

Runs the real command in a process of its own, on made-up data in a temporary folder::

    python -m benchmarks.check --projects 170 --projects 10000

Prints a table, and with ``--json PATH`` writes one JSON object.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.main_job import Measured, measure_process

MOST = 20 * 2**20  # bytes that are read of a file


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--projects", type=int, action="append")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    measured = []
    for name, content in contents(options.projects or [170, 1000, 10_000]):
        row = measure(name, content)
        measured.append(row)
        size = len(content) / 2**20
        print(f"{row.step:28} {size:7.2f} MiB {row.seconds:7.2f} s {row.memory:7.0f} MiB memory")
    if options.json:
        options.json.write_text(json.dumps({m.step: m._asdict() for m in measured}, indent=2))


def contents(sizes: list[int]) -> Iterator[tuple[str, str]]:
    """Make the files: whole catalogues, then what is wrong in bulk."""
    for projects in sizes:
        yield f"{projects} projects", catalogue(projects)
    most = max(sizes)
    yield f"{most} projects, no body", catalogue(most).replace("body: body-", "body: other-")
    yield f"{most} faults of form", catalogue(most).replace("stage: production", "stage: x")
    yield "aliases without end", "projects:\n" + "  - &a [*a, *a, *a, *a]\n" * 200_000
    yield "values without end", "projects: [" + "[]," * (MOST // 3 - 10) + "]\n"
    yield "depth without end", "projects: " + "[" * (MOST - 20)
    yield "larger than is read", "#" * (50 * 2**20)


def measure(name: str, content: str) -> Measured:
    """Run the command on one file and take its figures."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "data" / "projects.yaml"
        file.parent.mkdir()
        file.write_text(content, encoding="utf-8")
        options = ["--catalogue", folder, "--today", "2026-09-01"]
        return measure_process(name, [sys.executable, "-m", "catalog", "check", *options])


def catalogue(projects: int) -> str:
    """Write a catalogue of so many projects, each with what a whole entry has."""
    bodies = max(1, projects // 10)
    rows = ["references:\n  - {id: r, title: R, kind: summary, date: 2026-01-06}\nbodies:\n"]
    rows += [
        f"  - id: body-{i}\n    type: municipality\n    name: Kommun {i}\n"
        "    population: {value: 41000, qualifier: about, asOf: 2026-01-06, ref: r}\n"
        for i in range(bodies)
    ]
    rows += ["sources:\n"]
    rows += [
        f"  - {{id: source-{i}, body: body-{i}, forge: github, org: body-{i}}}\n"
        for i in range(bodies)
    ]
    rows += ["projects:\n", *(project(i, i % bodies) for i in range(projects)), "adoptions:\n"]
    rows += [
        f"  - id: adoption-{i}\n    project: project-{i}\n    body: body-{(i + 1) % bodies}\n"
        "    stage: production\n    asOf: 2026-01-01\n    basis: declared\n    ref: r\n"
        "    scale:\n      - {metric: accounts, value: 100, asOf: 2026-01-01}\n"
        for i in range(projects)
    ]
    return "".join(rows)


def project(number: int, body: int) -> str:
    """Write one project."""
    return f"""\
  - id: project-{number}
    name: Projekt {number}
    body: body-{body}
    developmentStatus: stable
    categories: [content-management]
    landingURL: https://example.org/{number}
    description:
      sv:
        shortDescription: En tjänst för alla
        features: [snabb, enkel, öppen]
      en: {{shortDescription: A service for everyone}}
    catalog:
      kind: app
      repos:
        - {{repo: "https://git.example.org/{body}/project-{number}", role: primary}}
        - {{repo: "https://git.example.org/{body}/project-{number}-theme", role: component}}
      stewardship:
        body: body-{body}
        unit: IT
        contact: {{role: Förvaltare, mailbox: webb@body.example, confirmed: 2026-01-01}}
      prerequisites:
        identity: {{login: required, protocols: [saml2], ref: r, asOf: 2026-01-01}}
        hosting: {{models: [docker], runtime: PHP 8, database: MariaDB}}
"""


if __name__ == "__main__":
    main()
