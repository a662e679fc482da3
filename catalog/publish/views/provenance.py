"""Who says what of a project, field by field, and who was overruled."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal, NamedTuple, TypeAlias

from catalog.models.curated import Language, Override
from catalog.models.project import By, Project, Stated
from catalog.publish import links
from catalog.publish.views.edition import Edition, Link, Words

Shape: TypeAlias = Literal["text", "code", "day", "address"]
_LONGEST = 200  # characters of a text that is told again: the whole stands where it belongs
_LINKED = frozenset({"url", "landing", "documentation"})
_CODED = frozenset({"kind", "status", "maintenance"})


class Told(NamedTuple):
    """What one place says; ``shape`` tells how to show the value, ``place`` where it says so."""

    shape: Shape
    value: str
    on: date | None
    href: str | None
    lang: Language | None
    by: By
    place: Link | None


class Corrected(NamedTuple):
    """Why, by whom and when a harvested value was corrected."""

    reason: Words | None
    by: str
    on: date


class Row(NamedTuple):
    """One field; ``language`` where it is said in each, ``also`` where more is said of it."""

    field: str
    language: Language | None
    taken: Told
    overruled: tuple[Told, ...]
    correction: Corrected | None
    also: tuple[Link, ...]


@dataclass(frozen=True)
class ProvenanceView:
    """What is said of one project, and by whom."""

    project: Project
    edition: Edition

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every field of which something is said."""
        return tuple(
            self._row(field, language, stated)
            for field, language, stated in self._fields()
            if stated is not None
        )

    @property
    def overruled(self) -> int:
        """In how many fields someone says something else."""
        return sum(bool(row.overruled) for row in self.rows)

    def _fields(self) -> Iterator[tuple[str, Language | None, Stated[Any] | None]]:
        said = self.project.said
        yield "name", None, said.name
        worded: tuple[tuple[str, dict[Language, Stated[Any]]], ...] = (
            ("short", dict(said.short)),
            ("long", dict(said.long)),
            ("features", dict(said.features)),
            ("documentation", dict(said.documentation)),
        )
        for field, by_language in worded:
            yield from ((field, language, stated) for language, stated in by_language.items())
        yield from (("url", None, said.url), ("landing", None, said.landing))
        yield from (("kind", None, self.project.kind), ("status", None, self.project.status))
        yield from (("licence", None, said.licence), ("maintenance", None, said.maintenance))
        yield from (("categories", None, said.categories), ("languages", None, said.languages))
        yield from (("version", None, said.version), ("released", None, said.released))

    def _row(self, field: str, language: Language | None, stated: Stated[Any]) -> Row:
        also = (self.edition.link(cite) for cite in stated.also)
        return Row(
            field,
            language,
            self._told(field, language, stated),
            tuple(self._told(field, language, other) for other in stated.overruled),
            self._corrected(stated.correction),
            tuple(link for link in also if link),
        )

    def _told(self, field: str, language: Language | None, stated: Stated[Any]) -> Told:
        value = stated.value
        text = " · ".join(value) if isinstance(value, tuple) else str(value)
        short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
        return Told(
            shape=_shape(field, value),
            value=short,
            on=value if isinstance(value, date) else None,
            href=links.https(text) if field in _LINKED else None,
            lang=language if language != self.edition.language else None,
            by=stated.by,
            place=self.edition.link(stated.cite) if stated.cite else None,
        )

    def _corrected(self, correction: Override | None) -> Corrected | None:
        if correction is None:
            return None
        return Corrected(self.edition.words(correction.reason), correction.by, correction.date)


def _shape(field: str, value: object) -> Shape:
    if isinstance(value, date):
        return "day"
    if field in _CODED:
        return "code"
    return "address" if field in _LINKED else "text"
