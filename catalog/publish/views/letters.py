"""Many projects by letter: plain pages that a reader without a script can leaf through."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from catalog.publish.sorting import initial
from catalog.publish.views.gathering import Gathered
from catalog.publish.views.project import ProjectView

MOST = 300  # projects on one page
_PLAIN = {"Å": "aa", "Ä": "ae", "Ö": "oe"}


class Letter(NamedTuple):
    """One page: the letter, which of its pages, their number, where it is below the list."""

    letter: str
    part: int
    parts: int
    path: str
    projects: tuple[ProjectView, ...]


class Place(NamedTuple):
    """A page of the index as others lead to it."""

    letter: str
    part: int
    parts: int
    path: str
    number: int


@dataclass(frozen=True)
class LetterView(Gathered):
    """One page by letter, with the way to the others."""

    page: Letter
    index: tuple[Place, ...]
    projects: tuple[ProjectView, ...]

    @property
    def before(self) -> Place | None:
        """The page before it."""
        return self._beside(-1)

    @property
    def after(self) -> Place | None:
        """The page after it."""
        return self._beside(1)

    def _beside(self, step: int) -> Place | None:
        place = [one.path for one in self.index].index(self.page.path) + step
        return self.index[place] if 0 <= place < len(self.index) else None


def letters(projects: Sequence[ProjectView]) -> tuple[Letter, ...]:
    """Divide projects, which are in alphabetical order, into pages."""
    return tuple(
        page
        for letter, found in groupby(projects, key=lambda p: initial(p.name))
        for page in _pages(letter, tuple(found))
    )


def index(pages: Sequence[Letter]) -> tuple[Place, ...]:
    """Return the way to every page."""
    return tuple(Place(p.letter, p.part, p.parts, p.path, len(p.projects)) for p in pages)


def _pages(letter: str, projects: tuple[ProjectView, ...]) -> Iterator[Letter]:
    starts = range(0, len(projects), MOST)
    for part, start in enumerate(starts, start=1):
        path = f"-/{_named(letter)}{f'-{part}' if part > 1 else ''}/"
        yield Letter(letter, part, len(starts), path, projects[start : start + MOST])


def _named(letter: str) -> str:
    """Write a letter in ASCII, for an address: no project's id begins with a hyphen."""
    plain = _PLAIN.get(letter, letter.lower())
    return plain if plain.isascii() else f"u{ord(letter):x}"
