"""What is asked of a new body."""

from typing import get_args

from catalog.adding.kinds import Kind
from catalog.adding.proposals import body_type, free_id, word
from catalog.adding.questions import Answers, Known, Question, needed
from catalog.models.curated.bodies import BodyType


def _is_municipality(_known: Known, answers: Answers) -> bool:
    return answers.get("type") == "municipality"


def _type(_known: Known, answers: Answers) -> str:
    return body_type(word(answers, "name"))


def _id(known: Known, answers: Answers) -> str:
    name = word(answers, "name")
    short = name.removesuffix(" kommun").removesuffix(" stad")
    return free_id(short, known, "bodies")


def _fault(answer: str, known: Known) -> str | None:
    for body in known.curated.bodies:
        if body.name.casefold() == answer.casefold():
            return f"the body '{body.id}' has that name - nothing is to be added"
    return None


BODY = Kind(
    "body", "bodies",
    ("id", "type", "name", "nameEn", "orgNumber", "municipalityCode", "contact", "domains"),
    (
        Question("name", "Name, as it calls itself", ("name",), needed=needed,
                 refuses=_fault),
        Question("type", "Type", ("type",), choices=get_args(BodyType), needed=needed,
                 proposes=_type),
        Question("id", "Id, which stays for ever", ("id",), needed=needed, proposes=_id),
        Question("name-en", "Name in English", ("nameEn",)),
        Question("org-number", "Organisation number", ("orgNumber",)),
        Question("municipality-code", "Municipality code, four digits", ("municipalityCode",),
                 asked=_is_municipality),
        Question("domain", "Domains of its websites", ("domains",), several=True),
    ),
)  # fmt: skip
