"""New calls for collaboration, always drafts, and interest in those that there are."""

from typing import Any

from catalog.hub.calls import status_on
from catalog.intake.answers import Answers
from catalog.intake.asked import Asked, body_of, free
from catalog.intake.edits import Proposal, Put
from catalog.intake.finding import find_call
from catalog.intake.mailboxes import is_mailbox, is_personal
from catalog.intake.plain import slug
from catalog.intake.projects import project_of
from catalog.models.curated.calls import LONGEST, WELCOMING

_ANSWERED = ("draft", *WELCOMING)


def interest(asked: Asked) -> Proposal:
    """Propose a body as interested in a call."""
    answers, proposal = asked.answers, Proposal()
    wanted = find_call(answers, "call", asked.data.calls)
    body = body_of(asked, proposal)
    proposal.claim = body
    if not (wanted and body):
        return proposal
    if status_on(wanted, asked.day) not in _ANSWERED:
        answers.lack("closed", "call")
    if wanted.owner == body or any(p.body == body for p in wanted.participants):
        answers.lack("there", "body")
    joining = {"body": body, "role": "interested", "since": asked.day.isoformat()}
    place = ("participants", len(wanted.participants))
    proposal.put(Put("calls", wanted.id, place, joining))
    return proposal


def call(asked: Asked) -> Proposal:
    """Propose a draft of a call: opening it is for its owner."""
    answers, proposal = asked.answers, Proposal()
    owner = body_of(asked, proposal)
    kind, title = answers.choice("type"), answers.name("title")
    project = project_of(asked, proposal)
    values = {
        "proposedBy": None if asked.confirmed else "catalog",
        "owner": owner,
        "project": project,
        "title": {answers.language: title},
        "ask": answers.text("ask"),
        "offer": answers.text("offer"),
        "contact": _contact(answers),
        "reviewBy": _stands_until(answers),
    }
    proposal.claim = owner
    if owner and kind and title:
        name = free(slug(title) or kind, [c.id for c in asked.data.calls])
        proposal.add("calls", {"id": name, "type": kind, "status": "draft", **values})
    return proposal


def _stands_until(answers: Answers) -> str | None:
    day = answers.date("reviewBy")
    if day and day < answers.today:
        answers.lack("past", "reviewBy")
    elif day and (day - answers.today).days > LONGEST:
        answers.lack("far", "reviewBy")
    return day.isoformat() if day else None


def _contact(answers: Answers) -> dict[str, Any] | None:
    """Return the function that answers questions, which the body must let be shown."""
    role, mailbox = answers.name("role"), answers.given("mailbox")
    if not (role or mailbox):
        return None
    if mailbox and not is_mailbox(mailbox):
        answers.lack("mailbox", "mailbox")
    elif mailbox and is_personal(mailbox):
        answers.lack("personal-mail", "mailbox")
    if not role:
        answers.lack("role", "role")
    if not answers.agreed("consent"):
        answers.lack("consent", "consent")
    return {"role": role, **({"mailbox": mailbox} if mailbox else {})}
