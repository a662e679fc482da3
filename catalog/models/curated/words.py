"""Words, ids and other small parts that every kind of curated entry is made of."""

from typing import Annotated, Literal, TypeAlias

from pydantic import StringConstraints

Slug: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Language: TypeAlias = Literal["sv", "en"]
Text: TypeAlias = str | dict[Language, str]
Basis: TypeAlias = Literal["observed", "attested", "declared", "reported"]
EnvironmentName: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")]


def in_language(text: Text | None, language: Language) -> tuple[str, Language | None] | None:
    """Return the text and, where it is not in ``language``, the language it is in."""
    if text is None or isinstance(text, str):
        return None if text is None else (text, None)
    if language in text:
        return text[language], None
    other, words = next(iter(text.items()))
    return words, other
