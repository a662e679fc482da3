"""What keeps an issue from becoming an edit, as values; their sentences are in a template."""

from typing import Literal, TypeAlias

from catalog.models.base import Frozen

Code: TypeAlias = Literal[
    "no-form", "too-long", "long", "missing", "twice", "unknown", "unknown-body", "ambiguous",
    "choice", "one-choice", "date", "day", "past", "far", "number", "alone", "mail", "mailbox",
    "personal-mail", "personal-number", "address", "host", "letters", "name", "there", "forge",
    "consent", "role", "by-hand", "closed", "org-number", "short", "unfit",
]  # fmt: skip


class Lack(Frozen):
    """One thing that is missing or wrong in the answer to one question.

    ``given`` is what the person wrote and is never shown as it is; ``choices`` come from the
    catalogue's own data and forms.
    """

    code: Code
    question: str | None = None
    given: str = ""
    choices: tuple[str, ...] = ()
