"""An adoption, or a rejection, made of a signal: with what it shows, and nothing it does not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from catalog.adding.adoptions import ADOPTION
from catalog.adding.dialogue import AnswersError
from catalog.adding.kinds import Kind
from catalog.adding.questions import Answers, Known, refused
from catalog.errors import KodkatalogError
from catalog.hub.signals import Signal
from catalog.models.curated import ProjectEntry
from catalog.models.curated.adoptions import OVER
from catalog.models.project import Project
from catalog.nearest import one_of
from catalog.publish.signals import evidence
from catalog.publish.views.edition import Edition
from catalog.store.editing import Edit
from catalog.store.yaml_edits import set_value

_KEYS = ("id", "project", "body", "role", "stage", "asOf", "since", "until", "version", "basis",
         "evidence", "note", "ref")  # fmt: skip
_OPTIONS = {"stage": "stage", "basis": "basis", "as-of": "asOf"}


class SignalError(KodkatalogError):
    """There is no such signal, or it has an answer."""


@dataclass(frozen=True)
class Draft:
    """What is to be asked and written of one signal."""

    signal: Signal
    kind: Kind
    known: Known
    given: Answers
    before: tuple[Edit, ...]  # the project, where nobody has written of it

    @property
    def missing(self) -> tuple[str, ...]:
        """The options that neither the signal nor the person has given."""
        return tuple(option for option in _OPTIONS if option not in self.given)

    @property
    def text(self) -> str:
        """Return the entry as YAML to complete: what nobody has said stands as a comment."""
        entry = {"id": f"{self.signal.project.id}-{self.signal.body}"} | {
            _OPTIONS.get(option, option): value for option, value in self.given.items()
        } | self.kind.more_keys(self.known, self.given)  # fmt: skip
        ordered = {key: entry[key] for key in _KEYS if key in entry}
        text = set_value("", ("adoptions",), [ordered])
        choices = {q.option: q.explained or ", ".join(q.choices) for q in self.kind.questions}
        lines = (f"    # {_OPTIONS[one]}: {choices[one] or 'YYYY-MM-DD'}" for one in self.missing)
        return "\n".join((text.rstrip("\n"), *lines))


def found(edition: Edition, identifier: str) -> Signal:
    """Return the signal of that name.

    Raises:
        SignalError: there is none; the text suggests which may be meant.
    """
    signal = edition.signals.find(identifier)
    if signal is None:
        ids = [one.id for one in edition.signals.every]
        hint = one_of(identifier, ids) if ids else "a harvest has seen none"
        raise SignalError(f"there is no signal '{identifier}' - {hint}")
    return signal


def draft_of(signal: Signal, edition: Edition, known: Known, given: Answers) -> Draft:
    """Prepare an adoption: basis, evidence and day are the signal's, the stage only where it says.

    Where somebody else says it, the day on which they did is not the signal's.

    Raises:
        SignalError: it has been answered.
        AnswersError: it is to be called observed, and shows no use.
    """
    _refuse_answered(signal, edition)
    if given.get("basis") == "observed" and not signal.shows_use:
        message = "the signal shows no use - say who says so: attested, declared or reported"
        raise AnswersError(message, "--basis")
    own = signal.basis is not None and given.get("basis", signal.basis) == signal.basis
    shown = {
        "project": signal.project.id,
        "body": signal.body,
        "stage": signal.stage,
        "as-of": signal.as_of.isoformat() if signal.as_of and own else None,
        "basis": signal.basis,
        "role": "adopter",
    }
    answers = {option: value for option, value in shown.items() if value} | dict(given)
    kind = replace(ADOPTION, keys=_KEYS, more_keys=_rest(signal, edition))
    whole, before = _described(signal.project, known)
    return Draft(signal, kind, whole, answers, before)


def rejection_of(signal: Signal, reason: Mapping[str, str], known: Known) -> Edit:
    """Return what says why a signal is none.

    Raises:
        SignalError: that has been said.
        AnswersError: no reason is given.
    """
    if signal.answer == "rejected":
        raise SignalError(f"'{signal.id}' is rejected already")
    if not reason:
        raise AnswersError("a reason is missing - nothing is hidden without one", "--reason-sv")
    entry = {
        "body": signal.body,
        "project": signal.project.id,
        "kind": signal.kind,
        "reason": dict(reason),
        "asOf": known.today.isoformat(),
    }
    if fault := refused("rejections", entry):
        raise AnswersError(fault)
    return Edit("rejections", entry)


def _refuse_answered(signal: Signal, edition: Edition) -> None:
    if signal.adoption:
        place = edition.places.get(("adoptions", signal.adoption.id))
        where = f" at {place.file}:{place.line}" if place else ""
        raise SignalError(
            f"the adoption '{signal.adoption.id}' is of {signal.adoption.as_of} - renew it{where}: "
            "its stage, asOf and basis"
        )
    if signal.answer == "rejected" and signal.rejection:
        raise SignalError(
            f"'{signal.id}' was rejected on {signal.rejection.as_of} - take that out of "
            "'rejections' first"
        )


def _rest(signal: Signal, edition: Edition) -> Any:  # noqa: ANN401 - as a kind wants it
    """Return what adds the keys that nobody is asked for."""

    def keys(_known: Known, answers: Answers) -> dict[str, Any]:
        declared = signal.declared
        until = declared.used.until if declared and answers.get("stage") in OVER else None
        return {"evidence": list(evidence(signal, edition))} | (
            {"until": until.isoformat()} if until else {}
        )

    return keys


def _described(project: Project, known: Known) -> tuple[Known, tuple[Edit, ...]]:
    """Return what is known with the project in it, and the edit that writes it, where none is.

    An adoption names a project that people have written of; that can be as little as its name.
    """
    if project.entry:
        return known, ()
    repos: Sequence[dict[str, str]] = [
        {"repo": one.url, "role": "primary"} for one in project.repositories
    ]
    entry = {"id": project.id, "name": project.name, "body": project.body.id,
             "catalog": {"repos": repos}}  # fmt: skip
    curated = known.curated.model_copy(
        update={"projects": (*known.curated.projects, ProjectEntry.model_validate(entry))}
    )
    return replace(known, curated=curated), (Edit("projects", entry),)
