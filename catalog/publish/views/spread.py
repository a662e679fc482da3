"""How projects spread by one property, commonest first, with what was looked for and not there."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from babel import Locale

from catalog.models.curated import Language
from catalog.models.evidence import Unseen
from catalog.publish.charts import Part, bar
from catalog.publish.sorting import swedish
from catalog.publish.views.facets import Facet, every_facet
from catalog.publish.views.project import ProjectView

MOST_ROWS = 15  # that the page shows; the file has them all
_SHOWN = ("kind", "licence", "platform", "language", "use", "identity")


class Row(NamedTuple):
    """A value, how many projects have it, their share of all, 0 to 1, and that as a bar.

    ``is_choice`` tells that the list can be narrowed to it.
    """

    code: str
    name: str
    number: int
    share: float
    bar: tuple[Part[str], ...]
    is_choice: bool = False


class Spread(NamedTuple):
    """How projects fall by one property, commonest first; ``several``: one may count twice.

    ``more`` values that few have are only in the file.
    """

    id: str
    rows: tuple[Row, ...]
    lacking: tuple[Row, ...]  # read, and not there
    unknown: Row | None
    several: bool

    @property
    def shown(self) -> tuple[Row, ...]:
        """The values that the page shows."""
        return (*self.rows[:MOST_ROWS], *self.lacking)

    @property
    def more(self) -> int:
        """How many values only the file has."""
        return max(0, len(self.rows) - MOST_ROWS)


def row_of(
    code: str, number: int, every: int, name: str | None = None, *, is_choice: bool = False
) -> Row:
    """Count ``number`` of ``every`` project; a value without a name is its own."""
    share = number / every if every else 0
    return Row(code, name or code, number, share, bar({"": number}, every or 1), is_choice)


def spreads(projects: Sequence[ProjectView], language: Language) -> tuple[Spread, ...]:
    """Return every spread; bodies are left out, since a list of them by number would rank them."""
    found = (facet for facet in every_facet(projects) if facet.id in _SHOWN)
    return tuple(_spread(facet, projects, language) for facet in found)


def _spread(facet: Facet, projects: Sequence[ProjectView], language: Language) -> Spread:
    every, choices = len(projects), _choices(facet)
    counted = Counter(code for codes in facet.codes for code in codes)
    without = Counter(
        lacking(facet.id, project)
        for project, codes in zip(projects, facet.codes, strict=True)
        if not codes
    )
    unknown = without.pop("unknown", 0)
    return Spread(
        id=facet.id,
        rows=tuple(
            row_of(code, number, every, _name(facet, code, language), is_choice=code in choices)
            for code, number in _commonest(counted)
        ),
        lacking=tuple(row_of(code, number, every) for code, number in _commonest(without)),
        unknown=row_of("unknown", unknown, every) if unknown else None,
        several=any(len(codes) > 1 for codes in facet.codes),
    )


def _choices(facet: Facet) -> set[str]:
    """Return what the list can be narrowed to: nothing where all projects are the same."""
    return {c.code for c in facet.choices} if len(set(facet.codes)) > 1 else set()


def _name(facet: Facet, code: str, language: Language) -> str:
    """Name a value; a language by its name in the edition's."""
    if facet.id != "language":
        return facet.names.get(code, code)
    return str(Locale.parse(language).languages.get(code, code)).capitalize()


def lacking(facet: str, project: ProjectView) -> str:
    """Say why a project has no value: read and not there, or unknown."""
    if facet == "licence":
        state = project.licence_state
        return state if state in {"absent", "unrecognised"} else "unknown"
    if facet == "platform" and project.present:
        told = [r.facts is not None and not isinstance(r.facts.manifests, Unseen)
                for r in project.present]  # fmt: skip
        return "absent" if all(told) else "unknown"
    return "unknown"


def _commonest(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda one: (-one[1], swedish(one[0])))
