"""``kodkatalog adoption``: signals of use, and what becomes of them once somebody has answered."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from catalog.cli_add import Ask, DryRun, Folder, Given, Today, add_entry, day_of, refuse, write

adoption = typer.Typer(
    name="adoption",
    help="List signals that a body uses another's project; make adoptions of them.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
Signal = Annotated[
    str, typer.Argument(help="A signal's name, as 'kodkatalog adoption signals' gives it.")
]


@adoption.command(epilog="Example: [bold]kodkatalog adoption signals alingsas --language sv[/]")
def signals(
    body: Annotated[
        str | None, typer.Argument(help="A body's id.", show_default="every body")
    ] = None,
    catalogue: Folder = Path(),
    *,
    every: Annotated[
        bool, typer.Option("--all", help="Those that have been answered too, with the answer.")
    ] = False,
    language: Annotated[Literal["sv", "en"], typer.Option("--language", "-l")] = "en",
    output_format: Annotated[Literal["text", "json"], typer.Option("--format")] = "text",
    today: Today = None,
) -> None:
    """List what machines have seen that may mean that a body uses a project: to be confirmed."""
    from catalog.publish.explain import Asked
    from catalog.publish.signals import gathered, told

    asked = Asked(catalogue, day_of(today), language, output_format, body)
    found = gathered(asked, every=every)
    typer.echo(told(asked, found))
    count = sum(len(one.signals) for one in found)
    onward = "kodkatalog adoption draft SIGNAL" if count else "kodkatalog harvest"
    typer.echo(f"Signals: {count}. Next: {onward}", err=True)


@adoption.command(
    epilog="Example: [bold]kodkatalog adoption draft alingsas/municipio/depends --stage pilot[/]"
)
def draft(
    signal: Signal,
    catalogue: Folder = Path(),
    *,
    stage: Annotated[
        Given, typer.Option(help="How far the body has come; code does not tell.")
    ] = None,
    basis: Annotated[
        Given, typer.Option(help="Who says so.", show_default="observed, where it shows use")
    ] = None,
    as_of: Annotated[
        Given, typer.Option(help="The day for which it holds.", show_default="the signal's")
    ] = None,
    since: Annotated[Given, typer.Option(help="A day or a year.")] = None,
    entry_id: Annotated[Given, typer.Option("--id", help="Its id.")] = None,
    note_sv: Annotated[Given, typer.Option(help="A note in Swedish.")] = None,
    note_en: Annotated[Given, typer.Option(help="A note in English.")] = None,
    dry_run: DryRun = False,
    ask: Ask = None,
    today: Today = None,
) -> None:
    """Make an adoption of a signal: its basis, evidence and day. The stage is for people to say.

    Without a stage nothing is written: the draft is printed, to be completed. Exit codes: 0 added,
    1 an answer is needed or there is no such signal, 2 bad usage.
    """
    from catalog.adding.dialogue import AnswersError, cleaned
    from catalog.adding.questions import Known
    from catalog.adding.signals import draft_of, found
    from catalog.publish.explain import Asked

    edition = Asked(catalogue, day_of(today)).edition
    known = Known(catalogue, edition.catalogue.curated, edition.today)
    given = {"stage": stage, "basis": basis, "as-of": as_of, "since": since, "id": entry_id,
             "note-sv": note_sv, "note-en": note_en}  # fmt: skip
    try:
        made = draft_of(found(edition, signal), edition, known, cleaned(given))
        if made.missing and not (sys.stdin.isatty() if ask is None else ask):
            typer.echo(made.text)
            flags = ", ".join(f"--{option}" for option in made.missing)
            said = f"Nothing was written: the signal does not say {flags}. Ask the body, then give"
            typer.echo(f"{said} {'it' if len(made.missing) == 1 else 'them'}.", err=True)
            raise typer.Exit(1)
        add_entry(made.kind, made.known, made.given, made.before, dry_run=dry_run, ask=ask)
    except AnswersError as error:
        refuse(error)


@adoption.command(
    epilog="Example: [bold]kodkatalog adoption reject alingsas/wpservice/depends "
    "--reason-sv 'Bara i en provmiljö'[/]"
)
def reject(
    signal: Signal,
    catalogue: Folder = Path(),
    *,
    reason_sv: Annotated[Given, typer.Option(help="Why it is no use, in Swedish.")] = None,
    reason_en: Annotated[Given, typer.Option(help="The same in English.")] = None,
    dry_run: DryRun = False,
    today: Today = None,
) -> None:
    """Write down why a signal is no use, so that nobody is asked again while that holds."""
    from catalog.adding.dialogue import AnswersError, cleaned
    from catalog.adding.questions import Known
    from catalog.adding.signals import found, rejection_of
    from catalog.publish.explain import Asked
    from catalog.store.editing import added

    edition = Asked(catalogue, day_of(today)).edition
    known = Known(catalogue, edition.catalogue.curated, edition.today)
    reason = {k: str(v) for k, v in cleaned({"sv": reason_sv, "en": reason_en}).items()}
    try:
        edit = rejection_of(found(edition, signal), reason, known)
    except AnswersError as error:
        refuse(error)
    change = added(catalogue, [edit])
    write(change, f"rejection of '{signal}'", dry_run=dry_run, asks=False)
