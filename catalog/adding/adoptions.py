"""What is asked of a new adoption."""

from typing import get_args

from catalog.adding.kinds import Kind
from catalog.adding.proposals import free_id, word
from catalog.adding.questions import Answers, Known, Question, needed
from catalog.models.curated.adoptions import AdoptionRole, Stage
from catalog.models.curated.words import Basis


def _unnamed(_known: Known, answers: Answers) -> bool:
    return not answers.get("body")


def _no_count(answer: str, _known: Known) -> str | None:
    if answer == "several" or (answer.isascii() and answer.isdecimal()):
        return None
    return f"'{answer}' is not a count - write a number, or 'several'"


def _role(known: Known, answers: Answers) -> str:
    owner = {p.id: p.body for p in known.curated.projects}.get(word(answers, "project"))
    body = word(answers, "body")
    return "originator" if body and body == owner else "adopter"


def _today(known: Known, _answers: Answers) -> str:
    return known.today.isoformat()


def _id(known: Known, answers: Answers) -> str:
    body = word(answers, "body")
    who = body or f"{word(answers, 'stage')}-{word(answers, 'as-of')[:4]}"
    return free_id(f"{word(answers, 'project')}-{who}", known, "adoptions")


ADOPTION = Kind(
    "adoption", "adoptions",
    ("id", "project", "body", "count", "role", "stage", "asOf", "since", "version", "basis", "note",
     "ref"),
    (
        Question("project", "Project that is used", ("project",), names="projects", needed=needed),
        Question("body", "Body that uses it; nothing where the bodies are not named", ("body",),
                 names="bodies"),
        Question("count", "How many bodies, a number or 'several'", ("count",), needed=_unnamed,
                 asked=_unnamed, numeric=True, refuses=_no_count, lacking="--body or --count"),
        Question("stage", "How far they have come", ("stage",), choices=get_args(Stage),
                 needed=needed),
        Question("as-of", "The day for which this holds", ("asOf",), needed=needed,
                 proposes=_today),
        Question("basis", "Who says so", ("basis",), choices=get_args(Basis), needed=needed,
                 explained="observed (a machine saw it), attested (the body itself), declared (the "
                 "project's owner), reported (a third party)"),
        Question("role", "Role", ("role",), choices=get_args(AdoptionRole), proposes=_role),
        Question("id", "Id", ("id",), needed=needed, proposes=_id),
        Question("ref", "Reference it comes from", ("ref",), names="references"),
        Question("since", "In use since, a day or a year", ("since",), numeric=True),
        Question("version", "Version", ("version",)),
        Question("note-sv", "A note in Swedish", ("note", "sv")),
        Question("note-en", "The same in English", ("note", "en")),
    ),
)  # fmt: skip
