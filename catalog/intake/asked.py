"""One issue that was read, beside the data it is about; the body it names; ids that are free."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count

from catalog.intake.answers import Answers
from catalog.intake.edits import Proposal
from catalog.intake.finding import find_body
from catalog.intake.plain import slug
from catalog.models.curated import CuratedData
from catalog.models.project import Project

_NAME = re.compile(r"[\w .,&/'()\u2019\u2013-]{2,100}")


@dataclass(frozen=True)
class Asked:
    """The answers, the data as it is, the issue's name and day.

    ``confirmed`` says that a maintainer knows that the issue is from whom it says.
    """

    answers: Answers
    data: CuratedData
    name: str
    day: dt.date
    confirmed: bool = False
    undescribed: Callable[[], Iterable[Project]] = tuple  # projects that are only harvested

    @property
    def issue(self) -> str:
        """What the data calls the issue: by its number, where the forge gave it one."""
        return f"issue {self.name}" if self.name.isdecimal() else "an issue"


def body_of(asked: Asked, proposal: Proposal) -> str | None:
    """Return the id of the body that is meant; a new one is proposed where its kind is told."""
    answers = asked.answers
    kind = answers.choice("bodyType")
    name = answers.name("body")
    if not name:
        return None
    found = find_body(answers, "body", asked.data.bodies, may_be_new=kind is not None)
    if found or not kind or answers.lacks_at("body"):
        return found.id if found else None
    identity = slug(name)
    if not (identity and _NAME.fullmatch(name)):
        answers.lack("name", "body")
        return None
    number = answers.organisation_number("orgNumber")
    proposal.add("bodies", {"id": identity, "type": kind, "name": name, "orgNumber": number})
    return identity


def free(name: str, taken: Iterable[str]) -> str:
    """Return an id that no entry of the list has."""
    known = set(taken)
    numbered = (f"{name}-{number}" for number in count(2))
    return name if name not in known else next(i for i in numbered if i not in known)
