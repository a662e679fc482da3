"""Which of the catalogue's two languages a text is written in, by its smallest words."""

import re

from catalog.models.curated import Language

_SWEDISH = re.compile(r"[a-z]*[åäö][a-zåäö]*|och|att|det|som|vi|av|med|en|ett|den|har|inte|till|om")
_ENGLISH = re.compile(r"and|the|that|of|we|is|in|for|with|it|has|have|not|to|our|are")
_WORD = re.compile(r"[a-zåäö]+")


def language_of(text: str) -> Language:
    """Return the language of the text; Swedish where nothing tells."""
    words = _WORD.findall(text.casefold())
    swedish, english = (
        sum(small.fullmatch(word) is not None for word in words) for small in (_SWEDISH, _ENGLISH)
    )
    return "en" if english > max(swedish, 1) else "sv"
