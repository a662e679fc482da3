"""One function a form: answers and curated data in, the edits that they ask for out.

Who wrote an issue is not known to be whom they say. Until a maintainer has ``confirmed`` it, use is
written as reported, a call as the catalogue's proposal, and a correction as the issue's.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from catalog.intake.answers import Answers
from catalog.intake.asked import Asked, body_of, free
from catalog.intake.calls import call, interest
from catalog.intake.corrections import correction
from catalog.intake.edits import Proposal, Put
from catalog.intake.forms import FormKind
from catalog.intake.projects import project_of
from catalog.intake.where import where


def propose(asked: Asked) -> Proposal:
    """Return the edits that the answers ask for; they count only where nothing is lacking."""
    return _KINDS[asked.answers.form.kind](asked)


def _adoption(asked: Asked) -> Proposal:
    answers, proposal = asked.answers, Proposal()
    body = body_of(asked, proposal)
    project = project_of(asked, proposal)
    proposal.claim = answers.choice("basis")
    told = _told(asked, proposal.claim)
    if not (body and project):
        return proposal
    same = [a.id for a in asked.data.adoptions if (a.project, a.body) == (project, body)]
    if not same:
        name = free(f"{project}-{body}", [a.id for a in asked.data.adoptions])
        proposal.add("adoptions", {"id": name, "project": project, "body": body, **told})
    elif len(same) == 1 and asked.confirmed:
        for key, value in told.items():
            proposal.put(Put("adoptions", same[0], (key,), value))
    else:  # hearsay never takes the place of what is known
        answers.lack("there", "project")
    return proposal


def _told(asked: Asked, claim: str | None) -> dict[str, Any]:
    """Return what is told of the use, in the order of the model."""
    answers = asked.answers
    since = answers.since("since")
    told = {
        "stage": answers.choice("stage"),
        "asOf": asked.day.isoformat(),
        "basis": claim if asked.confirmed else "reported",
        "since": since.isoformat() if isinstance(since, dt.date) else since,
        "scale": _scale(answers),
        "outcome": answers.text("outcome"),
        "blockers": answers.choices("blockers"),
    }
    return {key: value for key, value in told.items() if value not in (None, [])}


def _scale(answers: Answers) -> list[dict[str, Any]]:
    metric, number = answers.choice("metric"), answers.number("number")
    if metric and number is not None:
        return [{"metric": metric, "value": number, "qualifier": "about"}]
    if metric or number is not None:
        answers.lack("alone", "number" if metric else "metric")
    return []


def _source(asked: Asked) -> Proposal:
    answers, proposal = asked.answers, Proposal()
    body = body_of(asked, proposal)
    place = where(answers, asked.data.sources)
    proposal.claim = body
    if body and place:
        name = free(f"{body}-{place['forge']}", [s.id for s in asked.data.sources])
        proposal.add("sources", {"id": name, "body": body, **place})
    return proposal


_KINDS: Mapping[FormKind, Callable[[Asked], Proposal]] = MappingProxyType(
    {
        "adoption": _adoption,
        "interest": interest,
        "call": call,
        "correction": correction,
        "source": _source,
    }
)
