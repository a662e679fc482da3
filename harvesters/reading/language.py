"""The language a text is written in, of those that a Nordic reader expects."""

import re
from functools import cache
from threading import Lock
from typing import Any

from harvesters.reading.markup import Line

LANGUAGES = ("sv", "en", "da", "no", "fi", "de", "nl", "fr", "it", "es")
FEWEST_LETTERS = 20
LONGEST = 4000  # characters: more changes no answer
SUREST = 0.8

_ONE_LOADS = Lock()
_NO_WORD = re.compile(r"\S*[/\\@<>{}=_$]\S*|\S+\.\w{1,5}\b|`[^`]{0,200}`")


def language(lines: list[Line]) -> str | None:
    """Return the ISO 639-1 code of the prose, None where there is too little to tell."""
    return language_of(" ".join(prose(lines)))


def prose(lines: list[Line]) -> list[str]:
    """Return sentences and headings without code, badges, addresses and file names."""
    written = (
        _NO_WORD.sub(" ", line.plain) for line in lines if line.kind not in {"code", "blank"}
    )
    return [text for text in written if text.strip()]


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text, None below twenty letters or without certainty."""
    text = text[:LONGEST]
    if sum(character.isalpha() for character in text) < FEWEST_LETTERS:
        return None
    with _ONE_LOADS:  # eight readers would else each load a model of 100 MB
        identifier = _identifier()
    code, certainty = identifier.classify(text)
    return str(code) if certainty >= SUREST else None


@cache
def _identifier() -> Any:  # noqa: ANN401 - the library is not annotated
    # Imported late: the model takes most of a second to load, and most commands need none of it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier
