"""What a body may have and a project may ask for: one word a thing, by subject."""

import re
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, TypeAlias, get_args

import yaml

from catalog.models.base import Frozen

SubjectId: TypeAlias = Literal["login", "run", "db", "skill", "staff", "standard"]
SUBJECTS: tuple[SubjectId, ...] = get_args(SubjectId)
_FILE = Path(__file__).with_name("capabilities.yaml")
_BETWEEN = re.compile(r"[^a-z0-9]+")


class Subject(Frozen):
    """A subject's things: those always offered, other words for them, and what comes with each."""

    always: dict[str, str | None]
    words: dict[str, str | None] = {}
    names: dict[str, str] = {}
    gives: dict[str, tuple[str, ...]] = {}

    def of(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of what words name, each once; a word for nothing is left out."""
        found = (self._ids.get(word, slug(word)) for word in words)
        return tuple(dict.fromkeys(one for one in found if one))

    def in_line(self, line: str) -> tuple[str, ...]:
        """Return what a line that people wrote names, of the things that have a word here."""
        said = f" {_spaced(line)} "
        found = (one for word, one in self._ids.items() if f" {_spaced(word)} " in said)
        return tuple(dict.fromkeys(one for one in found if one))

    @cached_property
    def _ids(self) -> dict[str, str | None]:
        named = {name: one for one, name in (self.names | self.always).items() if name}
        return {one: one for one in self.always} | named | self.words


@cache
def subjects() -> dict[SubjectId, Subject]:
    """Read the vocabulary."""
    read = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {one: Subject.model_validate(read[one]) for one in SUBJECTS}


def slug(word: str) -> str:
    """Return a word as an id: small letters, figures and dashes."""
    return _BETWEEN.sub("-", word.lower()).strip("-")


def _spaced(line: str) -> str:
    return slug(line).replace("-", " ")
