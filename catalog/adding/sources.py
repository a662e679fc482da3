"""What is asked of a new source."""

from typing import Any, get_args

from catalog.adding.kinds import Kind
from catalog.adding.proposals import Place, account_of, body_at, free_id, place_of, word
from catalog.adding.questions import Answers, Known, Question, needed, refused
from catalog.models.address import key_of
from catalog.models.curated.words import ForgeName


def _place(answers: Answers) -> Place:
    return place_of(word(answers, "address"))


def _forge(_known: Known, answers: Answers) -> str:
    return _place(answers).forge


def _unknown_forge(_known: Known, answers: Answers) -> bool:
    return not _place(answers).forge


def _body(known: Known, answers: Answers) -> str:
    return body_at(known, _place(answers).address)


def _id(known: Known, answers: Answers) -> str:
    return free_id(f"{word(answers, 'body')}-{word(answers, 'forge')}", known, "sources")


def _where(_known: Known, answers: Answers) -> dict[str, Any]:
    """Return the account to list, or the repository that is meant alone."""
    place, forge = _place(answers), word(answers, "forge")
    host = "/".join(place.address.split("/")[:3])
    where: dict[str, Any] = {"baseUrl": host} if place.base_url or not place.forge else {}
    if forge == "git":
        return {"urls": [place.address]}
    if place.is_repository:
        return {**where, "urls": [place.address]}
    return {**where, "org": place.account}


def _fault(answer: str, known: Known) -> str | None:
    place = place_of(answer)
    if not place.account:
        return f"'{answer}' is not the address of an account - write https://github.com/name"
    if fault := refused("sources", {"urls": [place.address]}, ("urls",)):
        return fault
    for source in known.curated.sources:
        if source.org and key_of(place.address) == account_of(source):
            return f"the source '{source.id}' lists that account already - nothing is to be added"
    return None


SOURCE = Kind(
    "source", "sources",
    ("id", "body", "forge", "org", "baseUrl", "urls", "readme", "tokenEnv"),
    (
        Question("address", "Address of the account, or of one repository", needed=needed,
                 refuses=_fault),
        Question("forge", "Forge", ("forge",), choices=get_args(ForgeName), needed=needed,
                 asked=_unknown_forge, proposes=_forge),
        Question("body", "Body that it belongs to", ("body",), names="bodies", needed=needed,
                 proposes=_body),
        Question("id", "Id", ("id",), needed=needed, proposes=_id),
        Question("token-env", "Name of the variable with a token, never the token", ("tokenEnv",)),
    ),
    more_keys=_where,
)  # fmt: skip
