"""Which of the catalogue's two languages a text is written in, by its smallest words."""

import re

from catalog.models.curated import Language

_SWEDISH = frozenset(
    "och att det som för vi på är av med en ett den har inte till om vår vårt våra i".split()
)
_ENGLISH = frozenset("and the that of we is in for with a an it has have not to our are as".split())
_WORD = re.compile(r"[a-zåäö]+")


def language_of(text: str) -> Language:
    """Return the language of the text; Swedish where nothing tells."""
    words = _WORD.findall(text.casefold())
    swedish = sum(word in _SWEDISH or bool(set("åäö") & set(word)) for word in words)
    return "en" if sum(word in _ENGLISH for word in words) > swedish else "sv"
