"""The answers to a form as words of the data; each that does not fit is noted as lacking."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from catalog.intake.forms import Form, folded, read_choices
from catalog.intake.lacking import Code, Lack
from catalog.intake.language import language_of
from catalog.intake.plain import is_latin, mail_in, one_line, personal_number_in
from catalog.intake.reading import Reading, chosen
from catalog.models.address import Address
from catalog.models.curated import Language

T = TypeVar("T")
_ADDRESS: TypeAdapter[str] = TypeAdapter(Address)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")
_NOT_OUTSIDE = (".local", ".localhost", ".internal", ".lan", ".home", ".test", ".invalid")
_DIGITS = re.compile(r"[0-9]{1,9}")
_ORGANISATION = re.compile(r"[0-9]{2}[2-9][0-9]{7}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DAY = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")


@dataclass
class Answers:
    """What a reading answers. A method returns None where nothing, or nothing fit, was said."""

    reading: Reading
    today: dt.date
    lacks: list[Lack] = field(default_factory=list)

    @property
    def form(self) -> Form:
        """The form that was answered."""
        return self.reading.form

    @cached_property
    def language(self) -> Language:
        """The language of what was written in free text."""
        asked = [q.id for q in self.form.questions if not q.options]
        return language_of(" ".join(self.reading.answers.get(name, "") for name in asked))

    def lack(self, code: Code, question: str, choices: tuple[str, ...] = ()) -> None:
        """Note what is wrong with the answer to a question, once a question."""
        if not self.lacks_at(question):
            given = self.reading.answers.get(question, "")
            self.lacks.append(Lack(code=code, question=question, given=given, choices=choices))

    def lacks_at(self, question: str) -> bool:
        """Tell whether something is wrong with the answer to a question."""
        return any(k.question == question for k in (*self.reading.lacks, *self.lacks))

    def given(self, question: str) -> str:
        """Return an answer on one line as it was given: not to be published unseen."""
        return one_line(self.reading.answers.get(question, ""))

    def line(self, question: str) -> str | None:
        """Return an answer as one line of public text."""
        return self._public(question, self.given(question))

    def text(self, question: str) -> dict[Language, str] | None:
        """Return an answer as text in the language that the form was answered in."""
        text = self._public(question, self.reading.answers.get(question, ""))
        return {self.language: text} if text else None

    def _public(self, question: str, text: str) -> str | None:
        """Take what may be published: persons' addresses and numbers may not."""
        if mail_in(text):
            self.lack("mail", question)
        elif personal_number_in(text):
            self.lack("personal-number", question)
        else:
            return text or None
        return None

    def name(self, question: str) -> str | None:
        """Return a name: one line, with a letter, in Latin letters only."""
        name = self.line(question)
        if name and not is_latin(name):
            self.lack("letters", question)
        elif name and not any(character.isalpha() for character in name):
            self.lack("name", question)
        else:
            return name
        return None

    def choices(self, question: str) -> list[str]:
        """Return the words of the data for what was chosen from a list."""
        if not self.form.asks(question):
            return []
        known = read_choices()[question]
        picked = chosen(self.form.question(question), self.reading.answers.get(question, ""))
        words = [known.get(folded(one)) for one in picked]
        if None in words:
            self.lack("choice", question, self.form.question(question).options)
        return list(dict.fromkeys(word for word in words if word))

    def choice(self, question: str) -> str | None:
        """Return the word of the data for the one thing that was chosen."""
        words = self.choices(question)
        if len(words) > 1:
            self.lack("one-choice", question)
        return words[0] if len(words) == 1 else None

    def agreed(self, question: str) -> bool:
        """Tell whether the box was ticked."""
        return bool(chosen(self.form.question(question), self.reading.answers.get(question, "")))

    def date(self, question: str) -> dt.date | None:
        """Return a day."""
        return self._parsed(question, "day", _day)

    def since(self, question: str) -> dt.date | int | None:
        """Return a year or a day that has come."""
        when = self._parsed(question, "date", _year_or_day)
        day = dt.date(when, 1, 1) if isinstance(when, int) else when
        if day and day > self.today:
            self.lack("date", question)
            return None
        return when

    def number(self, question: str) -> int | None:
        """Return a number of one digit to nine, however its thousands are parted."""
        return self._parsed(question, "number", _number)

    def organisation_number(self, question: str) -> str | None:
        """Return an organisation number; the third digit tells it from a person's."""
        digits = re.sub(r"[ -]", "", self.given(question)).removeprefix("16")
        if not digits:
            return None
        if not (_ORGANISATION.fullmatch(digits) and _adds_up(digits)):
            self.lack("org-number", question)
            return None
        return f"{digits[:6]}-{digits[6:]}"

    def _parsed(self, question: str, code: Code, parse: Callable[[str], T]) -> T | None:
        text = self.given(question)
        try:
            return parse(text) if text else None
        except ValueError:
            self.lack(code, question)
            return None

    def address(self, question: str) -> str | None:
        """Return a public https address on a named host of the open internet."""
        text = self.given(question)
        try:
            address = _ADDRESS.validate_python(text) if text else None
        except ValidationError:
            self.lack("address", question)
            return None
        if address and not (address.isascii() and _is_outside(address)):
            self.lack("host", question)
            return None
        return address


def _is_outside(address: str) -> bool:
    """Tell whether the host has a name that can be public: no number, no port, no own network."""
    host = re.split(r"[/?#]", address.removeprefix("https://"))[0].lower()
    named = _HOST.fullmatch(host) and not host.endswith(_NOT_OUTSIDE)
    return bool(named) and "xn--" not in host


def _year_or_day(text: str) -> dt.date | int:
    return int(text) if _YEAR.fullmatch(text) else _day(text)


def _day(text: str) -> dt.date:
    if not _DAY.fullmatch(text):  # Python takes week dates as well
        raise ValueError
    return dt.date.fromisoformat(text)


def _number(text: str) -> int:
    digits = re.sub(r"(?<=\d)[ .,](?=\d{3}\b)", "", text)
    if not _DIGITS.fullmatch(digits):
        raise ValueError
    return int(digits)


def _adds_up(digits: str) -> bool:
    """Tell whether the last digit is the check digit of the others (Luhn, modulus 10)."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
