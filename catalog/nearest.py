"""What somebody may have meant to write."""

import difflib
from collections.abc import Sequence

LONGEST = 80  # characters of a word that are compared: no word of ours is as long
SHOWN = 30  # choices that are listed


def one_of(word: str, choices: Sequence[str], otherwise: str = "") -> str:
    """Suggest the nearest choice; where none is near, say otherwise, or list them."""
    close = difflib.get_close_matches(word[:LONGEST], choices, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    every = sorted(set(choices))
    more = f" and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
    return otherwise or f"use one of: {', '.join(every[:SHOWN])}{more}"
