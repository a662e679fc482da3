"""The text of an issue cut into the answers to a form's questions."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from catalog.intake.forms import Form, Question, folded
from catalog.intake.lacking import Lack
from catalog.intake.plain import one_line, tidy

MOST = {"input": 200, "textarea": 2000, "dropdown": 1000, "checkboxes": 1000}
_HEADING = re.compile(r"#{1,6} +(.{1,300}?)(?: +#+)? *")
_TICKED = re.compile(r" *[-*] +\[[xX]\] +(.{1,300})")
_BOX = re.compile(r" *[-*] +\[[ xX]?\] +.{1,300}")
NOTHING = ("_no response_", "")


@dataclass
class Reading:
    """The answers by the question's id, and what is wrong already."""

    form: Form
    answers: dict[str, str] = field(default_factory=dict)
    lacks: list[Lack] = field(default_factory=list)


def read_answers(body: str, forms: Sequence[Form]) -> Reading | None:
    """Return the answers of the form whose headings the text has; None where it is of no form."""
    lines = body.split("\n")
    found = {form.kind: _headings(lines, form) for form in forms}
    form = max(forms, key=lambda f: _likeness(f, found[f.kind]))
    places = found[form.kind]
    if _likeness(form, places) < (0.5, 0):
        return None
    reading = Reading(form)
    for (start, question), (end, _) in zip(places, [*places[1:], (len(lines), None)], strict=True):
        if question.id in reading.answers:  # a heading inside an answer, or a forged one
            reading.lacks.append(Lack(code="twice", question=question.id))
        text = tidy(_without_comments("\n".join(lines[start + 1 : end])))
        reading.answers.setdefault(question.id, "" if folded(text) in NOTHING else text)
    reading.lacks += [lack for q in form.questions for lack in _form_lacks(q, reading.answers)]
    return reading


def _without_comments(text: str) -> str:
    """Return the text without what its readers on the forge do not see."""
    kept, rest = "", text
    while "<!--" in rest and "-->" in rest.partition("<!--")[2]:
        before, _, after = rest.partition("<!--")
        kept, rest = kept + before, after.partition("-->")[2]
    return kept + rest


def _headings(lines: Sequence[str], form: Form) -> list[tuple[int, Question]]:
    headings = ((i, _HEADING.fullmatch(line)) for i, line in enumerate(lines) if line[:1] == "#")
    named = ((i, form.headings.get(folded(found[1]))) for i, found in headings if found)
    return [(i, question) for i, question in named if question]


def _likeness(form: Form, places: Sequence[tuple[int, Question]]) -> tuple[float, int]:
    """Return how much of the form is there, and how many questions."""
    asked = {question.id for _, question in places}
    return len(asked) / len(form.questions), len(asked)


def _form_lacks(question: Question, answers: Mapping[str, str]) -> list[Lack]:
    text = answers.get(question.id, "")
    if len(text) > MOST[question.type]:
        return [Lack(code="long", question=question.id)]
    empty = not chosen(question, text) if question.options else not text
    return [Lack(code="missing", question=question.id)] if question.required and empty else []


def chosen(question: Question, text: str) -> list[str]:
    """Return what was chosen: ticked boxes, or what a forge writes of a drop-down list."""
    lines = text.split("\n")
    if any(_BOX.fullmatch(line) for line in lines):
        ticked = (_TICKED.fullmatch(line) for line in lines)
        return [one_line(found[1]) for found in ticked if found]
    words = text.split(", ") if question.multiple else [text]
    return [one_line(word) for word in words if word.strip()]
