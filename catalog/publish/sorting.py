"""Swedish order: å, ä and ö are letters of their own, after z."""

import unicodedata

_ORDER = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyzåäö"  # as ICU
_PLACE = {sign: place for place, sign in enumerate(_ORDER)}
_ALIKE = str.maketrans({"æ": "ä", "ø": "ö", "œ": "ö", "ő": "ö", "ü": "y", "ű": "y", "ß": "ss"})
_LETTERS = frozenset("åäö")


def swedish(text: str) -> tuple[tuple[int, ...], str, str]:
    """Return a sort key that orders as ICU does for Swedish: letters, then accents, then case."""
    lower = unicodedata.normalize("NFC", text).lower()
    plain = "".join(sign if sign in _LETTERS else _bare(sign) for sign in lower.translate(_ALIKE))
    places = tuple(_PLACE.get(sign, len(_ORDER) + ord(sign)) for sign in plain)
    return places, lower, text.swapcase()


def initial(text: str) -> str:
    """Return the letter ``text`` is found under in an index; ``0-9`` where it begins with none."""
    first = next((sign for sign in text.lower() if sign.isalnum()), "0")
    letter = first if first in _LETTERS else _bare(first.translate(_ALIKE))
    return letter[0].upper() if letter[:1].isalpha() else "0-9"


def _bare(sign: str) -> str:
    """Strip the accents of one letter."""
    return "".join(c for c in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(c))
