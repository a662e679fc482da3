"""The answer to an issue, as Markdown that repeats nothing of it but harmless words."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from catalog.intake.forms import Form, half
from catalog.intake.lacking import Lack
from catalog.intake.plain import inert, mail_in, personal_number_in
from catalog.models.curated import Language
from catalog.publish.environment import environment

_REPEATED = {
    "unknown", "unknown-body", "ambiguous", "choice", "date", "day", "past", "far", "number",
    "name",
}  # fmt: skip
_MOST_CHOICES = 20


@dataclass(frozen=True)
class LackView:
    """One thing that is lacking, in the words of one language."""

    lack: Lack
    form: Form | None
    language: Language

    @property
    def code(self) -> str:
        """What is wrong."""
        return self.lack.code

    @property
    def heading(self) -> str:
        """The question."""
        asked = self.lack.question
        if self.form is None or asked is None or not self.form.asks(asked):
            return ""
        return self.form.question(asked).heading(self.language)

    @property
    def given(self) -> str:
        """What was written, where it helps to see it again."""
        text = self.lack.given
        hidden = self.code not in _REPEATED or mail_in(text) or personal_number_in(text)
        return "" if hidden else inert(text)

    @property
    def choices(self) -> list[str]:
        """What might be meant, or chosen."""
        ways = (inert(half(choice, self.language)) for choice in self.lack.choices)
        return [way for way in ways if way][:_MOST_CHOICES]


@dataclass(frozen=True)
class AnswerView:
    """Everything that the answer's template shows."""

    lacks: list[LackView]
    is_unconfirmed: bool


def answer(
    form: Form | None, lacks: Sequence[Lack], language: Language, *, is_unconfirmed: bool
) -> str:
    """Say in Markdown what is lacking, or that all is well."""
    view = AnswerView([LackView(lack, form, language) for lack in lacks], is_unconfirmed)
    rendered = environment(language).get_template("answer.md").render(view=view)
    return html.unescape(rendered).strip() + "\n"
