"""The command line: arguments in, one call, an exit code out. Heavy imports wait for the command.

Exit codes: 0 done, 1 problems found or nothing could be done, 2 bad usage, 3 partly done (some
sources failed, everything else is kept).
"""

import gc
import sys
from dataclasses import replace
from datetime import date, datetime
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from catalog.cli_add import add, day_of
from catalog.cli_adoption import adoption
from catalog.cli_todo import todo
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
app.add_typer(adoption)
app.command(epilog="Example: [bold]kodkatalog todo helsingborg --language sv[/]")(todo)

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
    advisories: Annotated[
        bool,
        typer.Option(
            "--advisories/--no-advisories",
            help="Ask osv.dev for public security advisories of locked packages.",
        ),
    ] = True,
    usage: Annotated[
        bool,
        typer.Option(
            "--usage/--no-usage",
            help="Ask the bodies' own domains for publiccode-usage.json: what they say they use.",
        ),
    ] = True,
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
    run = Harvest(catalogue, day_of(today), jobs, full=full, accept_shrink=accept_shrink,
                  advisories=advisories, usage=usage)  # fmt: skip
    if dry_run:
        raise typer.Exit(show_plans(run.plans(curated, source or ())))
    try:
        with show_harvest() as watcher:
            outcome = replace(run, watcher=watcher).run(curated, source or ())
    except KeyboardInterrupt:
        _warn("stopped", "what was read is kept; run it again to go on")
        raise typer.Exit(130) from None
    noted = _noted(catalogue, run.today) if outcome.exit_code != 1 else 0
    _tell(outcome, noted)
    raise typer.Exit(outcome.exit_code)


@app.command(epilog="Example: [bold]kodkatalog build --today 2026-11-01[/]")
def build(
    catalogue: Folder = Path(),
    *,
    cache: Annotated[
        bool,
        typer.Option("--cache/--no-cache", help="Keep pages of the last build that are as before."),
    ] = True,
    today: Today = None,
) -> None:
    """Build the site from the data in the catalogue."""
    from catalog.publish.build import build as build_site

    report = build_site(catalogue, day_of(today), cache=cache)
    for warning in report.warnings:
        _warn("warning", warning)
    for note in report.notes:
        typer.echo(f"note: {note}", err=True)
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
    serve_site(catalogue, day_of(today), port)


@app.command(epilog="Example: [bold]kodkatalog explain municipio --language sv[/]")
def explain(  # noqa: PLR0913 - one parameter an option
    project: Annotated[
        str | None, typer.Argument(help="A project's id, or the name of one of its repositories.")
    ] = None,
    catalogue: Folder = Path(),
    *,
    distribution: Annotated[
        bool,
        typer.Option(
            "--distribution",
            help="How every check falls over all projects, and what moved since a harvest.",
        ),
    ] = False,
    check: Annotated[
        str | None, typer.Option("--check", help="How one check falls over all projects, and why.")
    ] = None,
    body: Annotated[
        str | None, typer.Option("--body", help="Only the projects of this body.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            help="A commit, branch or tag to compare the distribution with.",
            show_default="the previous harvest",
        ),
    ] = None,
    language: Annotated[Literal["sv", "en"], typer.Option("--language", "-l")] = "en",
    output_format: Annotated[Literal["text", "json"], typer.Option("--format")] = "text",
    today: Today = None,
) -> None:
    """Say which level of reuse readiness a project has reached, and why, check by check."""
    from catalog.publish.explain import (
        Asked,
        explain_check,
        explain_distribution,
        explain_project,
    )

    if (project is not None) + (check is not None) + distribution != 1:
        raise typer.BadParameter(
            "name one project, or ask for --distribution, or for one check with --check"
        )
    if (project is not None and body) or (not distribution and since):
        raise typer.BadParameter(
            "--body goes with --distribution or --check, --since with --distribution"
        )
    asked = Asked(catalogue, day_of(today), language, output_format, body, since)
    if project is not None:
        typer.echo(explain_project(asked, project))
    elif check is not None:
        typer.echo(explain_check(asked, check))
    else:
        typer.echo(explain_distribution(asked))


@app.command(epilog="Example: [bold]kodkatalog check --format github --strict[/]")
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(exists=True, dir_okay=False, help="Check these instead of the catalogue."),
    ] = None,
    catalogue: Folder = Path(),
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")] = False,
    output_format: Annotated[
        Literal["text", "github", "json", "sarif"], typer.Option("--format")
    ] = "text",
    today: Today = None,
) -> None:
    """Say what is wrong in the curated data, at its line, and what to write instead."""
    from catalog.publish.check import check as check_data
    from catalog.publish.problems import summary, written

    checked = check_data(catalogue, files or (), day_of(today))
    typer.echo(written(checked, output_format), color=False if "NO_COLOR" in environ else None)
    if output_format in ("json", "sarif"):
        typer.echo(summary(checked), err=True)
    counts = {"error", "warning"} if strict else {"error"}
    raise typer.Exit(any(problem.severity in counts for problem in checked.problems))


@app.command(epilog="Example: [bold]kodkatalog diff main --format markdown --language sv[/]")
def diff(
    base: Annotated[
        str, typer.Argument(help="A commit, branch or tag, or the folder of another catalogue.")
    ],
    catalogue: Folder = Path(),
    *,
    language: Annotated[Literal["sv", "en"], typer.Option("--language", "-l")] = "en",
    output_format: Annotated[
        Literal["text", "markdown", "json"], typer.Option("--format")
    ] = "text",
    today: Today = None,
) -> None:
    """Tell what a change means to readers: levels, projects, adoptions, calls, repositories."""
    from catalog.publish.diff import diff as told

    typer.echo(told(catalogue, base, day_of(today), language, output_format))


@app.command(epilog="Example: [bold]kodkatalog draft publiccode municipio -o publiccode.yml[/]")
def draft(
    what: Annotated[Literal["publiccode"], typer.Argument(help="The kind of file.")],
    project: Annotated[
        str, typer.Argument(help="A project's id, or the name of one of its repositories.")
    ],
    catalogue: Folder = Path(),
    *,
    language: Annotated[
        Literal["sv", "en"], typer.Option("--language", "-l", help="The language of the comments.")
    ] = "en",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write it here; a file that is there is kept."),
    ] = None,
) -> None:
    """Draft a project's publiccode.yml from what is known; what is missing stands as comments."""
    from catalog.publish.draft import draft_publiccode

    text = draft_publiccode(catalogue, project, language)
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        with output.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise typer.BadParameter(f"{output} is there already; name another file") from None
    except OSError as error:
        raise typer.BadParameter(f"{output} cannot be written: {error.strerror}") from None
    typer.echo(f"Drafted {what} in {_short(output)}. Next: kodkatalog check {_short(output)}")


@app.command(epilog="Example: [bold]kodkatalog intake issue.json --dry-run[/]")
def intake(  # noqa: PLR0913 - one parameter an option
    issue: Annotated[
        str, typer.Argument(help="The issue: JSON from the forge, or Markdown; - reads it here.")
    ],
    catalogue: Folder = Path(),
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would be changed.")
    ] = False,
    branch: Annotated[
        bool, typer.Option("--branch/--no-branch", help="Commit to a branch, or edit the files.")
    ] = True,
    confirmed: Annotated[
        bool,
        typer.Option("--confirmed", help="You know that the issue is from whom it says."),
    ] = False,
    language: Annotated[
        Literal["sv", "en"] | None,
        typer.Option("--language", "-l", help="The answer's.", show_default="the issue's"),
    ] = None,
    output_format: Annotated[Literal["text", "json"], typer.Option("--format")] = "text",
    today: Today = None,
) -> None:
    """Make an issue that came of a form into a proposed change, or say what is missing.

    Exit codes: 0 made, 1 an answer is needed, 2 no issue, no git repository, or data with errors.
    """
    from catalog.intake.taking import Wish, take
    from catalog.intake.telling import as_json, as_text

    wish = Wish(
        day_of(today), branch=branch, dry_run=dry_run, confirmed=confirmed, language=language
    )
    try:
        outcome = take(catalogue, _content(issue), wish)
    except KodkatalogError as error:
        typer.secho(str(error), err=True, fg="red")
        raise typer.Exit(2) from None
    typer.echo((as_json if output_format == "json" else as_text)(outcome, dry_run=dry_run))
    raise typer.Exit(1 if outcome.lacks else 0)


def _content(name: str) -> bytes:
    """Read a file, or the standard input for ``-``; never more than is of use."""
    from catalog.intake.issue import MOST_BYTES

    if name == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with Path(name).open("rb") as source:
            return source.read(MOST_BYTES + 1)
    except OSError as error:
        raise typer.BadParameter(f"{name} cannot be read: {error.strerror}") from None


suggesting = typer.Typer(no_args_is_help=True, help="Suggest what people could write.")
app.add_typer(suggesting, name="suggest")


@suggesting.command(epilog="Example: [bold]kodkatalog suggest groups > groups.yaml[/]")
def groups(catalogue: Folder = Path()) -> None:
    """Suggest which repositories belong together, as YAML to paste into data/projects.yaml."""
    from catalog.assemble import load
    from catalog.assemble.suggestions import as_yaml, suggest

    found = suggest(load(catalogue))
    typer.echo(as_yaml(found))
    onward = "paste those that are right below 'projects:'" if found else "kodkatalog build"
    typer.echo(f"Suggested {_count(len(found), 'product', 'products')}. Next: {onward}", err=True)


@app.command(epilog="Example: [bold]kodkatalog schema > data/projects.schema.json[/]")
def schema(
    what: Annotated[
        Literal["data", "explain"],
        typer.Argument(help="data/projects.yaml, or what explain tells machines."),
    ] = "data",
) -> None:
    """Print a JSON Schema: of data/projects.yaml, for editors, or of what explain prints."""
    if what == "explain":
        from catalog.publish.explained import schema_text as of_explain

        typer.echo(of_explain(), nl=False)
        return
    from catalog.store.schema import schema_text

    typer.echo(schema_text(), nl=False)


def _noted(catalogue: Path, today: date) -> int:
    """Note in the history what the harvest changed; where that fails, the harvest still holds."""
    from catalog.recording import record

    try:
        return record(catalogue, today)
    except KodkatalogError as error:
        _warn("history", str(error))
    except OSError as error:
        _warn("history", f"it could not be written: {error.strerror or 'no reason given'}")
    return 0


def _tell(outcome: "Outcome", noted: int) -> None:
    for failure in outcome.failures:
        _warn("kept as it was", f"{failure.url} - {failure.reason}")
    for name, reason in outcome.failed_sources.items():
        _warn(f"source {name} failed", reason)
    for name, warnings in outcome.warnings.items():
        for warning in warnings:
            _warn(f"source {name}", warning)
    if outcome.advisories:
        _warn("advisories", f"{outcome.advisories}; what was known of them stays")
    for reason in outcome.usage:
        _warn("usage", f"{reason}; what was known of it stays")
    failed = len(outcome.failures) + len(outcome.failed_sources)
    read = _count(outcome.read, "repository", "repositories")
    written = _count(outcome.written, "file", "files")
    lines = _count(noted, "line", "lines")
    typer.echo(
        f"Read {read}, {outcome.unchanged} unchanged, {failed} failed; {written} written, "
        f"{lines} of history. Next: kodkatalog build"
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _warn(what: str, about: str) -> None:
    typer.echo(f"{typer.style(what, fg='yellow')}: {about}", err=True)


def _short(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def main() -> None:
    """Run the command line; errors that a person can mend are sentences, never stack traces."""
    gc.set_threshold(200_000)  # all is made once and kept: looking for cycles finds nothing
    try:
        app()
    except SystemExit:
        gc.freeze()  # nor is there anything to find when all ends
        raise
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
