"""References that nothing cites."""

from collections.abc import Iterable, Sequence
from datetime import date

from catalog.models.problem import Problem
from catalog.store.rules.places import Place


def unused(places: Sequence[Place], _today: date) -> Iterable[Problem]:
    """Name each reference whose id stands under no ``ref``."""
    cited = {p.value for p in places if p.key == "ref" and isinstance(p.value, str)}
    for place in places:
        if _is_id(place) and place.value not in cited:
            hint = "cite it as 'ref' where a fact comes from it, or remove it"
            yield place.problem(
                "unused-reference", f"nothing cites '{place.value}'", hint, severity="warning"
            )


def _is_id(place: Place) -> bool:
    of_reference = place.above[:1] == ("references",) and len(place.above) == 2  # noqa: PLR2004
    return of_reference and place.step == "id" and isinstance(place.value, str)
