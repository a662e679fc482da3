"""The length of a text as people count it: in characters that they see.

An accent, a skin tone or the joiners of a family belong to the character before them (grapheme
clusters of Unicode's annex 29, near enough for prose).
"""

import itertools
import unicodedata

_JOINER = "\u200d"
_EXTENDING = frozenset({"Mn", "Me", "Mc"})


def length(text: str) -> int:
    """Count the characters that people see."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    count, before, flags = 1 if text else 0, text[:1], 1
    for one, two in itertools.pairwise(text):
        flags = flags + 1 if _is_flag(one) else 1
        joined = (
            _extends(two)
            or before == _JOINER
            or (one, two) == ("\r", "\n")
            or (_is_flag(one) and _is_flag(two) and flags % 2 == 0)
            or (_is_jamo(one) and _is_vowel_jamo(two))
        )
        count += not joined
        before = two
    return count


def _extends(character: str) -> bool:
    return (
        character == _JOINER
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= character <= "\U000e007f"  # tags of regional flags
        or unicodedata.category(character) in _EXTENDING
    )


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_jamo(character: str) -> bool:
    return "\u1100" <= character <= "\u11ff" or "\uac00" <= character <= "\ud7a3"


def _is_vowel_jamo(character: str) -> bool:
    return "\u1160" <= character <= "\u11ff"
