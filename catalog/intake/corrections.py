"""Corrections of a project's facts: an override that says why, or a curated word changed."""

from catalog.intake.answers import Answers
from catalog.intake.asked import Asked
from catalog.intake.edits import Proposal, Put
from catalog.intake.finding import find_body
from catalog.intake.forms import folded, read_choices, read_words
from catalog.intake.projects import project_of

SHORT = 150  # letters of publiccode.yml's shortDescription
KEYS = {
    "name": "name",
    "description-sv": "description.sv.shortDescription",
    "description-en": "description.en.shortDescription",
    "status": "developmentStatus",
    "landing-url": "landingURL",
}


def correction(asked: Asked) -> Proposal:
    """Propose what is right instead; what machines never read is changed where it stands."""
    answers, proposal = asked.answers, Proposal()
    project = project_of(asked, proposal)
    body = find_body(answers, "body", asked.data.bodies)
    fact, reason = answers.choice("fact"), answers.text("reason")
    if fact == "other":
        answers.lack("by-hand", "fact")
        return proposal
    value = _value(answers, fact) if fact else None
    if not (project and body and fact and value):
        return proposal
    proposal.claim = body.id
    if fact == "kind":
        proposal.put(Put("projects", project, ("catalog", "kind"), value))
        return proposal
    by = body.name if asked.confirmed else asked.issue
    override = {"value": value, "reason": reason, "by": by, "date": asked.day.isoformat()}
    proposal.put(Put("projects", project, ("catalog", "override", KEYS[fact]), override))
    return proposal


def _value(answers: Answers, fact: str) -> str | None:
    if fact in ("status", "kind"):
        return _word(answers, fact)
    if fact == "landing-url":
        return answers.address("value")
    value = answers.name("value") if fact == "name" else answers.line("value")
    if value and len(value) > SHORT:
        answers.lack("short", "value")
    return value


def _word(answers: Answers, fact: str) -> str | None:
    """Return the word of the data that was written in free text."""
    word = read_choices()[fact].get(folded(answers.given("value")))
    if not word:
        answers.lack("choice", "value", tuple(read_words()[fact].values()))
    return word
