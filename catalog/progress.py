"""Shows long work: a bar on a terminal, plain lines elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from catalog.models.curated import Source
    from harvesters.compare import Step
    from harvesters.run import Watcher

EVERY = 25  # repositories between two plain lines


@contextmanager
def show_harvest() -> Iterator["Watcher"]:
    """Give a watcher that shows the harvest on standard output."""
    from harvesters.run import Watcher

    console = Console(highlight=False, soft_wrap=True, markup=False)
    if not console.is_terminal:
        lines = _Lines(console)
        yield Watcher(lines.begins, lines.done)
        return
    at = TextColumn("{task.fields[at]}", style="dim", markup=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
               TimeElapsedColumn(), at)  # fmt: skip
    with Progress(*columns, console=console) as progress:
        bar = _Bar(progress)
        yield Watcher(bar.begins, bar.done)


class _Bar:
    def __init__(self, progress: Progress) -> None:
        self.progress = progress

    def begins(self, source: "Source", count: int) -> None:
        self.task = self.progress.add_task(source.id, total=count, at="")

    def done(self, url: str, step: "Step") -> None:
        self.progress.update(self.task, advance=1, at=f"{step}: {url.rpartition('/')[2]}")


class _Lines:
    def __init__(self, console: Console) -> None:
        self.console = console

    def begins(self, source: "Source", count: int) -> None:
        self.source, self.count, self.at = source.id, count, 0
        self.console.print(f"{source.id}: {count} repositories")

    def done(self, url: str, step: "Step") -> None:
        self.at += 1
        if step == "failed":
            self.console.print(f"{self.source}: {url} failed")
        if self.at % EVERY == 0 or self.at == self.count:
            self.console.print(f"{self.source}: {self.at} of {self.count}")
