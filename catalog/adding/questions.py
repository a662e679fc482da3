"""One question about a new entry, what may be answered, and what is wrong with an answer."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import BaseModel, ValidationError

from catalog.models.curated.data import CuratedData
from catalog.models.facts import RepositoryFacts
from catalog.nearest import one_of
from catalog.store.snapshot import read_snapshot
from catalog.store.wording import in_words, way_to
from catalog.yaml_lines import plain_value

Answers: TypeAlias = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True)
class Known:
    """What is known before anything is asked: the catalogue, and which day it is."""

    catalogue: Path
    curated: CuratedData
    today: dt.date

    @cached_property
    def facts(self) -> Mapping[str, RepositoryFacts]:
        """The facts of every harvested repository, by address."""
        return read_snapshot(self.catalogue).facts

    def ids(self, list_name: str) -> list[str]:
        """Return the ids of a list."""
        return [entry.id for entry in getattr(self.curated, list_name)]


def _always(_known: Known, _answers: Answers) -> bool:
    return True


def _never(_known: Known, _answers: Answers) -> bool:
    return False


def _nothing(_known: Known, _answers: Answers) -> str:
    return ""


def _accept(_answer: str, _known: Known) -> str | None:
    return None


@dataclass(frozen=True)
class Question:
    """What is asked for one key of an entry.

    ``path`` is where the answer goes; none where the kind of entry makes something else of it.
    ``names`` is the list whose ids may be answered. ``choices`` are the words that may be. What
    ``proposes`` gives is taken where nothing else is said; ``asked`` tells whether it is worth
    asking at all. ``numeric`` answers are numbers where they look like one.
    """

    option: str
    text: str
    path: tuple[str, ...] = ()
    names: str = ""
    choices: Sequence[str] = ()
    explained: str = ""  # the choices in words
    needed: Callable[[Known, Answers], bool] = _never
    asked: Callable[[Known, Answers], bool] = _always
    proposes: Callable[[Known, Answers], str] = _nothing
    several: bool = False
    numeric: bool = False
    lacking: str = ""  # what to give, where that is more than this option
    refuses: Callable[[str, Known], str | None] = _accept  # says what is wrong, where no model does

    @property
    def flag(self) -> str:
        """The option as people type it."""
        return f"--{self.option}"


needed = _always


def value_of(question: Question, answer: str | tuple[str, ...]) -> Any:  # noqa: ANN401 - YAML is any
    """Return an answer as it stands in the file."""
    if isinstance(answer, tuple):
        return list(answer)
    return plain_value(answer) if question.numeric else answer


def fault_in(
    question: Question, answer: str | tuple[str, ...], list_name: str, known: Known
) -> str | None:
    """Say what is wrong with an answer and what to write instead, in the words of ``check``."""
    texts = (answer,) if isinstance(answer, str) else answer
    fault = next((f for text in texts if (f := _fault_in_text(question, text, known))), None)
    if fault:
        return fault
    if question.option == "id" and answer in known.ids(list_name):
        return f"the id '{answer}' stands twice in {list_name} - give it another id"
    if not question.path:
        return None
    value = value_of(question, answer)
    for key in reversed(question.path):
        value = {key: value}
    return refused(list_name, value, question.path[:1])


def _fault_in_text(question: Question, text: str, known: Known) -> str | None:
    hidden = next((c for c in text if not c.isprintable() and c not in "\n\xa0"), None)
    if hidden is not None:
        return f"a character that nobody sees is in it (U+{ord(hidden):04X}) - type it anew"
    if question.choices and text not in question.choices:
        hint = _nearest(text, question.choices)
        return f"'{text}' is not a value of '{question.option}' - {hint}"
    if question.names and text not in known.ids(question.names):
        return _no_such(question.names, text, known)
    return question.refuses(text, known)


def refused(list_name: str, entry: object, below: tuple[str, ...] = ()) -> str | None:
    """Say what the model of a list has against an entry, or against one key of it."""
    model: type[BaseModel] = CuratedData.model_fields[list_name].annotation.__args__[0]  # type: ignore[union-attr]
    try:
        model.model_validate(entry, by_name=False)
    except ValidationError as error:
        for one in error.errors():
            if way_to(one)[: len(below)] == below and one["type"] != "missing":
                return " - ".join(in_words(model, one))
    return None


def _no_such(list_name: str, text: str, known: Known) -> str:
    ids = known.ids(list_name)
    one = {"bodies": "body", "projects": "project", "sources": "source"}.get(list_name)
    otherwise = f"add it first: kodkatalog add {one}" if one else "" if ids else "leave it out"
    return f"no entry of {list_name} has the id '{text}' - {_nearest(text, ids, otherwise)}"


def _nearest(text: str, choices: Sequence[str], otherwise: str = "") -> str:
    """Suggest the choice that begins or reads like a text."""
    begun = [one for one in choices if text and one.startswith(text.lower())]
    return f"did you mean '{begun[0]}'?" if len(begun) == 1 else one_of(text, choices, otherwise)
