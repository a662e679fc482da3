"""The kinds of entry that can be added, and what becomes of the answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.adding.questions import Answers, Known, Question, value_of
from catalog.store.editing import Edit, Setting


def _nothing_more(_known: Known, _answers: Answers) -> Sequence[Setting]:
    return ()


def _no_more_keys(_known: Known, _answers: Answers) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Kind:
    """A kind of entry: its list, its questions in the order they are asked, its keys in theirs."""

    name: str
    list_name: str
    keys: Sequence[str]
    questions: Sequence[Question]
    more_keys: Callable[[Known, Answers], dict[str, Any]] = _no_more_keys
    more_edits: Callable[[Known, Answers], Sequence[Setting]] = _nothing_more

    def edits(self, known: Known, answers: Answers) -> list[Edit | Setting]:
        """Return what is to be written for these answers."""
        entry: dict[str, Any] = {}
        for question in self.questions:
            if question.path and question.option in answers:
                _put(entry, question.path, value_of(question, answers[question.option]))
        for key, value in self.more_keys(known, answers).items():
            entry[key] = {**entry[key], **value} if key in entry else value
        ordered = {key: entry[key] for key in self.keys if key in entry}
        return [Edit(self.list_name, ordered), *self.more_edits(known, answers)]


def _put(entry: dict[str, Any], path: Sequence[str], value: object) -> None:
    for key in path[:-1]:
        entry = entry.setdefault(key, {})
    entry[path[-1]] = value
