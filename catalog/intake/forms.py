"""The issue forms: their questions by id, the headings that a forge makes of them, the choices."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast, get_args

import yaml

from catalog.errors import KodkatalogError
from catalog.models.curated import Language
from catalog.publish.assets import SHIPPED

FormKind: TypeAlias = Literal["adoption", "interest", "call", "correction", "source"]
QuestionType: TypeAlias = Literal["input", "textarea", "dropdown", "checkboxes"]

FORMS = SHIPPED / "forms"
OWN_FORMS = Path(".github") / "ISSUE_TEMPLATE"
BETWEEN = " / "  # Swedish stands before it, English after it
_MANY_SPACES = re.compile(r"\s+")


class FormError(KodkatalogError):
    """A form of the catalogue cannot be read."""


@dataclass(frozen=True)
class Question:
    """One question of a form; ``choices`` are words of the data by what a person may choose."""

    id: str
    type: QuestionType
    label: str
    required: bool = False
    multiple: bool = False
    description: str = ""
    options: tuple[str, ...] = ()

    def heading(self, language: Language) -> str:
        """Return the label in one language."""
        return half(self.label, language)


@dataclass(frozen=True)
class Form:
    """What is asked about one kind of thing."""

    kind: FormKind
    introduction: str
    questions: tuple[Question, ...]

    @cached_property
    def headings(self) -> dict[str, Question]:
        """Return the question of every heading, whole or in one language, as :func:`folded`."""
        return {folded(way): q for q in self.questions for way in ways(q.label)}

    def asks(self, question_id: str) -> bool:
        """Tell whether the form has this question."""
        return any(q.id == question_id for q in self.questions)

    def question(self, question_id: str) -> Question:
        """Return the question of this id."""
        return next(q for q in self.questions if q.id == question_id)


def half(text: str, language: Language) -> str:
    """Return the Swedish or the English half of a text; all of it where it has no halves."""
    swedish, _, english = text.partition(BETWEEN)
    return (english or swedish) if language == "en" else swedish


def ways(text: str) -> Iterator[str]:
    """Give every way to write a text of a form: whole, in Swedish, in English."""
    yield from (text, half(text, "sv"), half(text, "en"))


def folded(text: str) -> str:
    """Return a text as it is compared: without case and without any difference in spaces."""
    return _MANY_SPACES.sub(" ", text).strip().casefold()


@cache
def read_words() -> dict[str, dict[str, str]]:
    """Return, for each list of choices, what is said for each word of the data."""
    words: dict[str, dict[str, str]] = yaml.load(
        (FORMS / "choices.yaml").read_bytes(), yaml.CSafeLoader
    )
    return words


@cache
def read_choices() -> dict[str, dict[str, str]]:
    """Return, for each list of choices, the word of the data by every way to say it, folded."""
    return {
        name: {folded(way): word for word, said in words.items() for way in (*ways(said), word)}
        for name, words in read_words().items()
    }


def read_forms(catalogue: Path) -> tuple[Form, ...]:
    """Read every form: the catalogue's own of that name, else the one that is shipped.

    Raises:
        FormError: one of the catalogue's own is no form.
    """
    return tuple(_read(catalogue, kind) for kind in get_args(FormKind))


def _read(catalogue: Path, kind: FormKind) -> Form:
    own = catalogue / OWN_FORMS / f"{kind}.yml"
    path = own if own.is_file() else FORMS / "github" / f"{kind}.yml"
    try:
        elements = yaml.load(path.read_bytes(), yaml.CSafeLoader)["body"]
        asked = tuple(_question(e) for e in elements if e["type"] != "markdown")
        said = [e["attributes"]["value"] for e in elements if e["type"] == "markdown"]
    except (yaml.YAMLError, UnicodeDecodeError, KeyError, TypeError, AttributeError):
        raise FormError(
            f"{path} is not an issue form - compare it with the one Kodkatalog ships"
        ) from None
    return Form(kind, "\n\n".join(said).strip(), asked)


def _question(element: dict[str, Any]) -> Question:
    attributes = element["attributes"]
    options = attributes.get("options", ())
    return Question(
        id=str(element["id"]),
        type=cast("QuestionType", element["type"]),
        label=str(attributes["label"]),
        required=bool(element.get("validations", {}).get("required")),
        multiple=bool(attributes.get("multiple")),
        description=str(attributes.get("description", "")),
        options=tuple(str(o["label"] if isinstance(o, dict) else o) for o in options),
    )


def gitlab_template(form: Form) -> str:
    """Write the form as an issue template for GitLab, which knows no fields, only headings."""
    parts = [f"<!--\n{form.introduction}\n-->"]
    for question in form.questions:
        parts += [f"### {question.label}", f"<!-- {_hint(question)} -->"]
        parts += ["\n".join(f"- [ ] {option}" for option in question.options)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _hint(question: Question) -> str:
    """Return what a form's field tells by itself, in words."""
    how = _TICK if question.options else ""
    needed = _NEEDED if question.required else ""
    said = [text for text in (question.description, needed, how) if text]
    halves = [" ".join(half(text, language) for text in said) for language in get_args(Language)]
    return BETWEEN.join(halves) if said else _OPTIONAL


_NEEDED = "Behövs. / Needed."
_OPTIONAL = "Om ni vill. / If you like."
_TICK = "Skriv x i en ruta, så här: [x]. / Write x in a box, like this: [x]."
