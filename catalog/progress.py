"""Shows long work: a bar on a terminal, plain lines elsewhere."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from catalog.models.curated import Source
    from harvesters.compare import Step
    from harvesters.settings import Watcher
    from harvesters.source_run import Listing

EVERY = 25  # repositories between two plain lines


@contextmanager
def show_harvest() -> Iterator["Watcher"]:
    """Give a watcher that shows the harvest on standard output."""
    from harvesters.settings import Watcher

    console = Console(highlight=False, soft_wrap=True, markup=False)
    if not console.is_terminal:
        lines = _Lines(console)
        yield Watcher(lines.lists, lines.begins, lines.done)
        return
    at = TextColumn("{task.fields[at]}", style="dim", markup=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
               TimeElapsedColumn(), at)  # fmt: skip
    with Progress(*columns, console=console) as progress:
        bar = _Bar(progress)
        yield Watcher(bar.lists, bar.begins, bar.done)


class _Bar:
    def __init__(self, progress: Progress) -> None:
        self.progress = progress

    def lists(self, source: "Source") -> None:
        self.task = self.progress.add_task(source.id, total=None, at="listing")

    def begins(self, _source: "Source", count: int) -> None:
        self.progress.update(self.task, total=count, at="")

    def done(self, url: str, step: "Step") -> None:
        self.progress.update(self.task, advance=1, at=f"{step}: {url.rpartition('/')[2]}")


class _Lines:
    def __init__(self, console: Console) -> None:
        self.console = console

    def lists(self, source: "Source") -> None:
        self.console.print(f"{source.id}: listing")

    def begins(self, source: "Source", count: int) -> None:
        self.source, self.count, self.at = source.id, count, 0
        self.console.print(f"{source.id}: {count} repositories")

    def done(self, url: str, step: "Step") -> None:
        self.at += 1
        if step == "failed":
            self.console.print(f"{self.source}: {url} failed")
        if self.at % EVERY == 0 or self.at == self.count:
            self.console.print(f"{self.source}: {self.at} of {self.count}")


def show_plans(plans: "Iterable[tuple[Source, Listing | str]]") -> int:
    """Print what a harvest would ask of each source and why; return the exit code."""
    console = Console(highlight=False, soft_wrap=True, markup=False)
    failed = 0
    for source, listing in plans:
        if isinstance(listing, str):
            failed += 1
            console.print(f"{source.id}: would change nothing - {listing}")
        else:
            _show_plan(console, source, listing)
    console.print("Nothing was written. Next: kodkatalog harvest")
    return 3 if failed else 0


def _show_plan(console: Console, source: "Source", listing: "Listing") -> None:
    asked, plan = listing.forge.asked, listing.plan
    cost = f" ({asked.requests} requests, {asked.points} points)" if asked.requests else ""
    describe, read = [p for p in plan if p.describe], [p for p in plan if p.read]
    console.print(f"{source.id}: {len(plan)} repositories listed{cost}")
    console.print(f"  would ask the forge more of {len(describe)}, and git of {len(read)}")
    for planned in plan:
        if planned.describe:
            console.print(f"  forge  {planned.listed.url} - {planned.describe}")
        if planned.read:
            console.print(f"  git    {planned.listed.url} - {planned.read}")
    for facts in listing.missing:
        when = f"since {facts.missing_since}" if facts.missing_since else "for the first time"
        console.print(f"  lacks  {facts.url} - {when}")
    for url in listing.not_found:
        console.print(f"  lacks  {url} - not found under this address")
