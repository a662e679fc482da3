"""``kodkatalog todo``: what a body could do that helps most of its projects."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer


def todo(
    body: Annotated[
        str | None, typer.Argument(help="A body's id.", show_default="every body")
    ] = None,
    catalogue: Annotated[
        Path,
        typer.Option("--catalogue", "-C", help="The catalogue's folder.", show_default="here"),
    ] = Path(),
    *,
    language: Annotated[Literal["sv", "en"], typer.Option("--language", "-l")] = "en",
    output_format: Annotated[
        Literal["text", "json", "markdown"], typer.Option("--format")
    ] = "text",
    folder: Annotated[
        Path | None,
        typer.Option(
            "--write", file_okay=False, help="Write the ready files here; what is there is kept."
        ),
    ] = None,
    today: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Count this day as today.", show_default="today"),
    ] = None,
) -> None:
    """Say which single act helps most of a body's projects, with files ready to use."""
    from catalog.publish.explain import Asked
    from catalog.publish.todo import lists, told, write

    day = today.date() if today else datetime.now(UTC).astimezone().date()
    asked = Asked(catalogue, day, language, body=body)
    views = lists(asked)
    typer.echo(told(views, asked.edition, output_format))
    if folder is None:
        return
    try:
        done = write(views, folder)
    except OSError as error:
        raise typer.BadParameter(f"{folder} cannot be written: {error.strerror}") from None
    for path in done.kept:
        typer.echo(f"kept as it was: {path}", err=True)
    typer.echo(
        f"Wrote {len(done.written)} files in {folder}, kept {len(done.kept)}. "
        "Next: read them through and fill in roles and addresses",
        err=True,
    )
