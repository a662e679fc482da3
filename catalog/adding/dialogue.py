"""Gets the answers for a new entry: from what is given, from proposals, and from a person."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from catalog.adding.kinds import Kind
from catalog.adding.questions import Answers, Known, Question, fault_in

_FEW = 12  # ids that are listed without being asked for


class Person(Protocol):
    """Someone who can be asked."""

    def ask(self, text: str, proposal: str) -> str:
        """Ask for one line; the proposal is what an empty answer means."""

    def tell(self, text: str) -> None:
        """Say what is of help before a question."""

    def object(self, text: str) -> None:
        """Say what is wrong with an answer."""


class AnswersError(Exception):
    """What is given cannot be used; ``option`` is the one to blame, if it is one."""

    def __init__(self, message: str, option: str | None = None) -> None:
        """Keep the sentence and the option."""
        super().__init__(message)
        self.option = option


def answered(
    kind: Kind, known: Known, given: Answers, person: Person | None, *, always: bool = False
) -> Answers:
    """Return an answer to each question that has one, in the order of the questions.

    A person is asked when something needed is not given, or ``always``; then for all that is not
    given. Without one, proposals are taken.

    Raises:
        AnswersError: what is given is wrong, or needed things are missing.
    """
    for question in kind.questions:
        if question.option in given:
            fault = fault_in(question, given[question.option], kind.list_name, known)
            if fault:
                raise AnswersError(fault, question.flag)
    missing, answers = _proposed(kind, known, given)
    if person is not None and (missing or always):
        return _asked(kind, known, given, person)
    if missing:
        raise AnswersError(_sentence(kind, missing))
    return answers


def _proposed(kind: Kind, known: Known, given: Answers) -> tuple[list[Question], Answers]:
    answers: dict[str, str | tuple[str, ...]] = {}
    missing: list[Question] = []
    for question in kind.questions:
        answer = given.get(question.option) or _proposal(question, kind, known, answers)
        if answer:
            answers[question.option] = answer
        elif question.needed(known, answers):
            missing.append(question)
    return missing, answers


def _proposal(question: Question, kind: Kind, known: Known, answers: Answers) -> str:
    """Return what is proposed, if it may be answered: harvested names are other people's."""
    proposal = question.proposes(known, answers)
    usable = not proposal or fault_in(question, proposal, kind.list_name, known) is None
    return proposal if usable else ""


def _asked(kind: Kind, known: Known, given: Answers, person: Person) -> Answers:
    article = "an" if kind.name[0] in "aeiou" else "a"
    person.tell(
        f"Adding {article} {kind.name}. Enter takes what is in square brackets, or leaves out what "
        "is optional; Ctrl-C ends without writing."
    )
    answers: dict[str, str | tuple[str, ...]] = {}
    for question in kind.questions:
        answer = given.get(question.option)
        if answer is None and question.asked(known, answers):
            answer = _ask(question, kind, known, answers, person)
        elif answer is None:
            answer = _proposal(question, kind, known, answers)
        if answer:
            answers[question.option] = answer
    return answers


def _ask(
    question: Question, kind: Kind, known: Known, answers: Answers, person: Person
) -> str | tuple[str, ...]:
    """Ask until the answer can be used; what is not needed may be left out."""
    proposal, is_needed = _proposal(question, kind, known, answers), question.needed(known, answers)
    listed = question.choices or (known.ids(question.names) if question.names else ())
    text = _text(question, listed, person, needed=is_needed)
    while True:
        line = person.ask(text, proposal).strip()
        if line == "?":
            person.tell("  " + (", ".join(listed) or "there is nothing to choose from: type it"))
        elif line:
            answer = tuple(line.replace(",", " ").split()) if question.several else line
            fault = fault_in(question, answer, kind.list_name, known)
            if not fault:
                return answer
            person.object(f"  {fault}")
        elif not is_needed:
            return ""
        else:
            person.object("  this is needed - Ctrl-C ends without writing")


def _text(question: Question, listed: Sequence[str], person: Person, *, needed: bool) -> str:
    """Return what to ask; what may be answered is told on a line of its own before it."""
    text = question.text
    if 0 < len(listed) <= _FEW:
        person.tell(f"{question.text}: {question.explained or ', '.join(listed)}")
        text = question.option.capitalize().replace("-", " ")
    notes = [
        *(["? lists them"] if len(listed) > _FEW else []),
        *(["spaces between"] if question.several else []),
        *([] if needed else ["optional"]),
    ]
    return f"{text} ({', '.join(notes)})" if notes else text


def _sentence(kind: Kind, missing: Sequence[Question]) -> str:
    flags = list(dict.fromkeys(question.lacking or question.flag for question in missing))
    names = ", ".join(flags)
    return (
        f"{names} {'is' if len(flags) == 1 else 'are'} missing - "
        f"give {'it' if len(flags) == 1 else 'them'}, or run 'kodkatalog add {kind.name}' in a "
        "terminal to be asked"
    )


def cleaned(given: Mapping[str, str | Sequence[str] | None]) -> Answers:
    """Return the options that were given, by name, without spaces around them."""
    texts = {name.replace("_", "-"): value for name, value in given.items() if value}
    return {
        name: value.strip() if isinstance(value, str) else tuple(one.strip() for one in value)
        for name, value in texts.items()
    }
