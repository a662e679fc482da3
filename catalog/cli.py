"""The command line: arguments in, one call, an exit code out. Heavy imports wait for the command.

Exit codes: 0 done, 1 problems found or nothing could be done, 2 bad usage, 3 partly done (some
sources failed, everything else is kept).
"""

import gc
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from catalog.cli_add import add
from catalog.errors import DataProblemsError, KodkatalogError

if TYPE_CHECKING:
    from harvesters.run import Outcome

app = typer.Typer(
    name="kodkatalog",
    help="Find, judge and share the open source software of public bodies.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
app.add_typer(add)

Folder = Annotated[
    Path,
    typer.Option("--catalogue", "-C", help="The catalogue's folder.", show_default="here"),
]
Today = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Count this day as today.", show_default="today"),
]


@app.command(epilog="Example: [bold]kodkatalog harvest --source helsingborg-github[/]")
def harvest(  # noqa: PLR0913 - one parameter an option
    catalogue: Folder = Path(),
    source: Annotated[
        list[str] | None, typer.Option(help="Harvest only this source; may be repeated.")
    ] = None,
    *,
    full: Annotated[bool, typer.Option("--full", help="Read unchanged repositories too.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only list, and say what would be asked and why.")
    ] = False,
    accept_shrink: Annotated[
        bool,
        typer.Option("--accept-shrink", help="Believe a listing that lacks more than a fifth."),
    ] = False,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Repositories at a time.")] = 8,
    today: Today = None,
) -> None:
    """List the sources, ask their forges and git what changed, write it to data/snapshot/."""
    from catalog.progress import show_harvest, show_plans
    from catalog.store.curated import read_curated
    from harvesters.run import Harvest

    curated = read_curated(catalogue)
    known = [s.id for s in curated.sources]
    unknown = sorted(set(source or ()) - set(known))
    if unknown:
        raise typer.BadParameter(
            f"there is no source '{unknown[0]}'; the sources are: {', '.join(known) or 'none'}"
        )
    run = Harvest(catalogue, _day(today), jobs, full=full, accept_shrink=accept_shrink)
    if dry_run:
        raise typer.Exit(show_plans(run.plans(curated, source or ())))
    try:
        with show_harvest() as watcher:
            outcome = replace(run, watcher=watcher).run(curated, source or ())
    except KeyboardInterrupt:
        _warn("stopped", "what was read is kept; run it again to go on")
        raise typer.Exit(130) from None
    _tell(outcome)
    raise typer.Exit(outcome.exit_code)


@app.command(epilog="Example: [bold]kodkatalog build --today 2026-11-01[/]")
def build(catalogue: Folder = Path(), today: Today = None) -> None:
    """Build the site from the data in the catalogue."""
    from catalog.publish.build import build as build_site

    report = build_site(catalogue, _day(today))
    for warning in report.warnings:
        _warn("warning", warning)
    typer.echo(
        f"Built {report.pages} pages on {report.projects} projects in {_short(report.output)}/. "
        "Next: kodkatalog serve"
    )


@app.command(epilog="Example: [bold]kodkatalog serve --port 8001[/]")
def serve(
    catalogue: Folder = Path(),
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8000,
    today: Today = None,
) -> None:
    """Show the site on this machine, built anew whenever data, pages or templates change."""
    from catalog.publish.serve import serve as serve_site

    typer.echo(f"Look at http://127.0.0.1:{port}/ - Ctrl-C ends it.")
    serve_site(catalogue, _day(today), port)


@app.command(epilog="Example: [bold]kodkatalog explain municipio --language sv[/]")
def explain(  # noqa: PLR0913 - one parameter an option
    project: Annotated[
        str | None, typer.Argument(help="A project's id, or the name of one of its repositories.")
    ] = None,
    catalogue: Folder = Path(),
    *,
    distribution: Annotated[
        bool, typer.Option("--distribution", help="How every check falls over all projects.")
    ] = False,
    language: Annotated[Literal["sv", "en"], typer.Option("--language", "-l")] = "en",
    output_format: Annotated[Literal["text", "json"], typer.Option("--format")] = "text",
    today: Today = None,
) -> None:
    """Say which level of reuse readiness a project has reached, and why, check by check."""
    from catalog.publish.explain import explain_distribution, explain_project

    if distribution == (project is not None):
        raise typer.BadParameter("name one project, or ask for --distribution")
    day = _day(today)
    if project is None:
        text = explain_distribution(catalogue, day, language, output_format)
    else:
        text = explain_project(catalogue, project, day, language, output_format)
    typer.echo(text)


def _tell(outcome: "Outcome") -> None:
    for failure in outcome.failures:
        _warn("kept as it was", f"{failure.url} - {failure.reason}")
    for name, reason in outcome.failed_sources.items():
        _warn(f"source {name} failed", reason)
    for name, warnings in outcome.warnings.items():
        for warning in warnings:
            _warn(f"source {name}", warning)
    failed = len(outcome.failures) + len(outcome.failed_sources)
    read = _count(outcome.read, "repository", "repositories")
    written = _count(outcome.written, "file", "files")
    typer.echo(
        f"Read {read}, {outcome.unchanged} unchanged, {failed} failed; {written} written. "
        "Next: kodkatalog build"
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _warn(what: str, about: str) -> None:
    typer.echo(f"{typer.style(what, fg='yellow')}: {about}", err=True)


def _short(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _day(today: datetime | None) -> date:
    return today.date() if today else datetime.now(UTC).astimezone().date()


def main() -> None:
    """Run the command line; errors that a person can mend are sentences, never stack traces."""
    gc.set_threshold(200_000)  # all is made once and kept: looking for cycles finds nothing
    try:
        app()
    except DataProblemsError as error:
        for problem in error.problems:
            typer.echo(str(problem), err=True)
        count = len(error.problems)
        noun = "problem" if count == 1 else "problems"
        typer.secho(f"{count} {noun} in the data; nothing was written.", err=True, fg="red")
        raise SystemExit(1) from None
    except KodkatalogError as error:
        typer.secho(str(error), err=True, fg="red")
        raise SystemExit(1) from None
