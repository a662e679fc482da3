"""Who says what of a field: the first that speaks is taken, who says otherwise is kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import eq
from typing import TypeVar

from catalog.models.evidence import Found
from catalog.models.facts import PubliccodeSeen, RepositoryFacts
from catalog.models.forge import ForgeAbout, ForgeFacts
from catalog.models.project import Stated
from catalog.models.verdict import Cite

T = TypeVar("T")


def settled(
    said: Iterable[Stated[T]],
    correction: Stated[T] | None = None,
    agree: Callable[[T, T], bool] = eq,
) -> Stated[T] | None:
    """Take the correction, else the first; keep those who say something else than it.

    A correction that the first has come to agree with has done its work and is not told.
    """
    told = list(said)
    if correction and not (told and agree(told[0].value, correction.value)):
        told.insert(0, correction)
    if not told:
        return None
    first, *others = told
    overruled = tuple(s for s in (*first.overruled, *others) if not agree(first.value, s.value))
    plain = tuple(s.model_copy(update={"overruled": ()}) if s.overruled else s for s in overruled)
    return first.model_copy(update={"overruled": plain}) if plain != first.overruled else first


@dataclass(frozen=True)
class Witness:
    """A repository as one who says things: through its publiccode.yml, its files, its forge.

    Each method returns what it says, or nothing where it says nothing.
    """

    facts: RepositoryFacts

    @cached_property
    def publiccode(self) -> PubliccodeSeen | None:
        """Its publiccode.yml, where there is one that parses."""
        evidence = self.facts.publiccode
        found = isinstance(evidence, Found) and evidence.found.parses
        return evidence.found if found and isinstance(evidence, Found) else None

    @cached_property
    def about(self) -> ForgeAbout | None:
        """What its forge lists of it."""
        told = self.facts.forge
        if not isinstance(told, ForgeFacts) or not isinstance(told.about, Found):
            return None
        return told.about.found

    def published(self, value: T | None, key: str) -> list[Stated[T]]:
        """Say what publiccode.yml has at a key."""
        if not value or self.publiccode is None:
            return []
        cite = self.cite(self.publiccode.path, self.publiccode.lines.get(key))
        return [Stated[T](value=value, by="publiccode", cite=cite)]

    def read(self, value: T | None, path: str | None = None, line: int | None = None) -> list[
        Stated[T]
    ]:  # fmt: skip
        """Say what a file of it shows, or without a path the whole of it."""
        return [Stated[T](value=value, by="harvest", cite=self.cite(path, line))] if value else []

    def listed(self, value: T | None) -> list[Stated[T]]:
        """Say what its forge tells."""
        cite = Cite(repository=self.facts.url)
        return [Stated[T](value=value, by="forge", cite=cite)] if value else []

    def cite(self, path: str | None = None, line: int | None = None) -> Cite:
        """Cite a place in it, at the commit that was read."""
        head = self.facts.head
        commit = head.found.commit if isinstance(head, Found) else None
        return Cite(repository=self.facts.url, commit=commit, path=path, line=line)
