"""Sections on something else than the software itself, with all that stands below them."""

import re

_HEADING = re.compile(r"(#{1,6})\s")


class Apart:
    """Follows the headings of a document, and tells what stands below one of others."""

    def __init__(self, others: re.Pattern[str]) -> None:
        self._others = others
        self._level = 0  # of the heading that opened a section apart; 0 where none is open

    def below(self, heading: str) -> None:
        """Go on below a heading: one that is deeper stays in the section above it."""
        hit = _HEADING.match(heading)
        level = len(hit[1]) if hit else 1
        if self._level and level > self._level > 1:
            return
        self._level = level if self._others.search(heading) else 0

    @property
    def here(self) -> bool:
        """Tell whether a section apart is open."""
        return bool(self._level)
