"""``kodkatalog add``: one command a kind of entry. Asks in a terminal, or takes options."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeAlias

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.adding.dialogue import AnswersError
    from catalog.adding.kinds import Kind
    from catalog.adding.questions import Answers, Known
    from catalog.store.editing import Change, Edit

add = typer.Typer(
    name="add",
    help="Add a body, source, project, adoption or call: asks, or takes options.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)

Given: TypeAlias = str | None
Several: TypeAlias = list[str] | None
Folder = Annotated[
    Path,
    typer.Option("--catalogue", "-C", help="The catalogue's folder.", show_default="here"),
]
Today = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Count this day as today.", show_default="today"),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the change, write nothing.")]
Ask = Annotated[
    bool | None,
    typer.Option(
        "--ask/--no-ask", help="Ask for what is not given.",
        show_default="asks in a terminal, where something needed is missing",
    ),
]  # fmt: skip
Id = Annotated[Given, typer.Option("--id", help="Its id.", show_default="made of what is known")]
Name = Annotated[Given, typer.Option(help="Its name, as it calls itself.")]
BodyId = Annotated[Given, typer.Option(help="The id of the body.")]
ProjectId = Annotated[Given, typer.Option(help="The id of the project.")]


@add.command(epilog="Example: [bold]kodkatalog add body --name 'Exempels kommun'[/]")
def body(
    catalogue: Folder = Path(),
    *,
    name: Name = None,
    type_: Annotated[Given, typer.Option("--type", help="municipality, region ...")] = None,
    entry_id: Id = None,
    name_en: Annotated[Given, typer.Option(help="Its name in English.")] = None,
    org_number: Annotated[Given, typer.Option(help="Its organisation number.")] = None,
    municipality_code: Annotated[Given, typer.Option(help="Four digits.")] = None,
    domain: Annotated[Several, typer.Option(help="A domain of its websites; repeat it.")] = None,
    dry_run: DryRun = False,
    ask: Ask = None,
) -> None:
    """Add a public body, or an association or company of such."""
    from catalog.adding.bodies import BODY

    given = {"name": name, "type": type_, "id": entry_id, "name-en": name_en,
             "org-number": org_number, "municipality-code": municipality_code,
             "domain": domain}  # fmt: skip
    _add(BODY, catalogue, given, day_of(None), dry_run=dry_run, ask=ask)


@add.command(epilog="Example: [bold]kodkatalog add source --address https://github.com/exempel[/]")
def source(
    catalogue: Folder = Path(),
    *,
    address: Annotated[
        Given, typer.Option(help="An account on a forge, or one repository.")
    ] = None,
    forge: Annotated[
        Given,
        typer.Option(help="github, gitlab, forgejo or git.", show_default="told by the address"),
    ] = None,
    body: BodyId = None,
    entry_id: Id = None,
    token_env: Annotated[Given, typer.Option(help="The variable that holds a token.")] = None,
    dry_run: DryRun = False,
    ask: Ask = None,
) -> None:
    """Add a place that a body's repositories are harvested from."""
    from catalog.adding.sources import SOURCE

    given = {"address": address, "forge": forge, "body": body, "id": entry_id,
             "token-env": token_env}  # fmt: skip
    _add(SOURCE, catalogue, given, day_of(None), dry_run=dry_run, ask=ask)


@add.command(epilog="Example: [bold]kodkatalog add project --repo https://github.com/exempel/k[/]")
def project(
    catalogue: Folder = Path(),
    *,
    repo: Annotated[
        Several, typer.Option(help="A repository, the most important first; repeat it.")
    ] = None,
    list_in: Annotated[
        Given, typer.Option(help="The source to list it in, where none does yet.")
    ] = None,
    name: Name = None,
    body: BodyId = None,
    entry_id: Id = None,
    short_sv: Annotated[Given, typer.Option(help="One sentence in Swedish.")] = None,
    short_en: Annotated[Given, typer.Option(help="One sentence in English.")] = None,
    kind: Annotated[Given, typer.Option(help="app, addon, library, config, site or docs.")] = None,
    status: Annotated[Given, typer.Option(help="publiccode.yml's developmentStatus.")] = None,
    dry_run: DryRun = False,
    ask: Ask = None,
) -> None:
    """Add a product, over one repository, several, or none yet."""
    from catalog.adding.projects import PROJECT

    given = {"repo": repo, "list-in": list_in, "name": name, "body": body, "id": entry_id,
             "short-sv": short_sv, "short-en": short_en, "kind": kind,
             "status": status}  # fmt: skip
    _add(PROJECT, catalogue, given, day_of(None), dry_run=dry_run, ask=ask)


@add.command(epilog="Example: [bold]kodkatalog add adoption --project municipio --stage pilot[/]")
def adoption(
    catalogue: Folder = Path(),
    *,
    project: ProjectId = None,
    body: BodyId = None,
    count: Annotated[
        Given, typer.Option(help="How many, or 'several', where bodies are not named.")
    ] = None,
    stage: Annotated[Given, typer.Option(help="interested, testing, production ...")] = None,
    as_of: Annotated[
        Given, typer.Option(help="The day for which it holds.", show_default="today")
    ] = None,
    basis: Annotated[Given, typer.Option(help="observed, attested, declared or reported.")] = None,
    role: Annotated[Given, typer.Option(help="originator or adopter.")] = None,
    entry_id: Id = None,
    ref: Annotated[Given, typer.Option(help="The id of the reference it comes from.")] = None,
    since: Annotated[Given, typer.Option(help="A day or a year.")] = None,
    version: Annotated[Given, typer.Option(help="The version in use.")] = None,
    note_sv: Annotated[Given, typer.Option(help="A note in Swedish.")] = None,
    note_en: Annotated[Given, typer.Option(help="A note in English.")] = None,
    dry_run: DryRun = False,
    ask: Ask = None,
    today: Today = None,
) -> None:
    """Add a body's use of a project, however far it has come."""
    from catalog.adding.adoptions import ADOPTION

    given = {"project": project, "body": body, "count": count, "stage": stage, "as-of": as_of,
             "basis": basis, "role": role, "id": entry_id, "ref": ref, "since": since,
             "version": version, "note-sv": note_sv, "note-en": note_en}  # fmt: skip
    _add(ADOPTION, catalogue, given, day_of(today), dry_run=dry_run, ask=ask)


@add.command(epilog="Example: [bold]kodkatalog add call --type co-develop --project municipio[/]")
def call(
    catalogue: Folder = Path(),
    *,
    type_: Annotated[
        Given, typer.Option("--type", help="experience, co-develop, co-fund ...")
    ] = None,
    project: ProjectId = None,
    owner: Annotated[Given, typer.Option(help="The id of the body that calls.")] = None,
    title_sv: Annotated[Given, typer.Option(help="The title in Swedish.")] = None,
    title_en: Annotated[Given, typer.Option(help="The title in English.")] = None,
    status: Annotated[Given, typer.Option(help="draft or open.", show_default="draft")] = None,
    ask_sv: Annotated[Given, typer.Option(help="What is asked, in Swedish.")] = None,
    ask_en: Annotated[Given, typer.Option(help="What is asked, in English.")] = None,
    offer_sv: Annotated[Given, typer.Option(help="What is offered, in Swedish.")] = None,
    offer_en: Annotated[Given, typer.Option(help="What is offered, in English.")] = None,
    contact_role: Annotated[Given, typer.Option(help="The function to turn to.")] = None,
    contact_mailbox: Annotated[Given, typer.Option(help="Its mailbox.")] = None,
    contact_form: Annotated[Given, typer.Option(help="Its form, an address.")] = None,
    review_by: Annotated[
        Given,
        typer.Option(help="The day it is looked at again.", show_default="in six months"),
    ] = None,
    published: Annotated[Given, typer.Option(help="The day it is public from.")] = None,
    entry_id: Id = None,
    dry_run: DryRun = False,
    ask: Ask = None,
    today: Today = None,
) -> None:
    """Add a call to others: to share experience, develop, fund or procure together."""
    from catalog.adding.calls import CALL

    given = {"type": type_, "project": project, "owner": owner, "title-sv": title_sv,
             "title-en": title_en, "status": status, "ask-sv": ask_sv, "ask-en": ask_en,
             "offer-sv": offer_sv, "offer-en": offer_en, "contact-role": contact_role,
             "contact-mailbox": contact_mailbox, "contact-form": contact_form,
             "review-by": review_by, "published": published, "id": entry_id}  # fmt: skip
    _add(CALL, catalogue, given, day_of(today), dry_run=dry_run, ask=ask)


class _Terminal:
    """The person at the terminal."""

    def ask(self, text: str, proposal: str) -> str:
        shown = {"default": proposal} if proposal else {"default": "", "show_default": False}
        settings: dict[str, Any] = shown
        return str(typer.prompt(text, **settings))

    def tell(self, text: str) -> None:
        typer.secho(_wrapped(text), dim=True)

    def object(self, text: str) -> None:
        typer.secho(_wrapped(text), fg="yellow")


def _wrapped(text: str) -> str:
    width = get_terminal_size().columns
    return fill(text, width, subsequent_indent="  ", break_long_words=False)


def _add(
    kind: "Kind", catalogue: Path, given: "Mapping[str, str | Sequence[str] | None]", day: date,
    *, dry_run: bool, ask: bool | None,
) -> None:  # fmt: skip
    """Get the answers, show what they make of the file, and write it."""
    from catalog.adding.dialogue import AnswersError, cleaned
    from catalog.adding.questions import Known
    from catalog.store.curated import read_curated

    known = Known(catalogue, read_curated(catalogue), day)
    try:
        add_entry(kind, known, cleaned(given), (), dry_run=dry_run, ask=ask)
    except AnswersError as error:
        refuse(error)


def refuse(error: "AnswersError") -> NoReturn:
    """Say which option cannot be used, and why."""
    typer.secho(f"{error.option}: {error}" if error.option else str(error), err=True, fg="red")
    raise typer.Exit(2) from None


def add_entry(
    kind: "Kind", known: "Known", given: "Answers", before: "Sequence[Edit]", *, dry_run: bool,
    ask: bool | None,
) -> None:  # fmt: skip
    """Ask for what is not given, show what becomes of it after the edits ``before``, write all.

    Raises:
        AnswersError: what is given is wrong, or needed things are missing.
    """
    from catalog.adding.dialogue import answered
    from catalog.store.editing import added

    asks = sys.stdin.isatty() if ask is None else ask
    answers = answered(kind, known, given, _Terminal() if asks else None, always=bool(ask))
    change = added(known.catalogue, [*before, *kind.edits(known, answers)])
    write(change, f"{kind.name} '{answers['id']}'", dry_run=dry_run, asks=asks)


def write(change: "Change", what: str, *, dry_run: bool, asks: bool) -> None:
    """Show a change where somebody looks, and write it where it is wanted."""
    from catalog.store.editing import written

    if dry_run or asks:
        typer.echo(change.diff(), nl=False)
    files = " and ".join(one.file for one in change.files)
    if dry_run:
        typer.echo(f"The {what} would be added to {files}. Nothing was written.")
    elif asks and not typer.confirm(f"Write this to {files}?", default=True):
        typer.echo("Nothing was written.")
    else:
        written(change)
        typer.echo(f"Added the {what} to {files}. Next: kodkatalog check, kodkatalog build")


def day_of(today: datetime | None) -> date:
    """Return the day that is given, or the one it is here."""
    return today.date() if today else datetime.now(UTC).astimezone().date()
