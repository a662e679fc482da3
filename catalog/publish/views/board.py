"""The board: every call that is shown, and what it can be narrowed by."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias, get_args

from catalog.hub.calls import UNDER_WAY
from catalog.models.curated import CallType
from catalog.publish.sorting import swedish
from catalog.publish.views.call import CallView, calls_of
from catalog.publish.views.edition import Edition

FacetId: TypeAlias = Literal["type", "body", "project", "category", "language"]


class Choice(NamedTuple):
    """A value of a facet, what it is called where its code is no name, and how many have it."""

    code: str
    name: str
    calls: int


class Facet(NamedTuple):
    """What the board can be narrowed by."""

    id: FacetId
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class BoardView:
    """All calls: those that are open by their last day, then the others."""

    edition: Edition

    @cached_property
    def calls(self) -> tuple[CallView, ...]:
        """Every call that is shown."""
        return calls_of(self.edition, self.edition.calls)

    @cached_property
    def open(self) -> tuple[CallView, ...]:
        """Those that a body can still answer, the soonest last day first."""
        return tuple(call for call in self.calls if call.is_open)

    @cached_property
    def under_way(self) -> tuple[CallView, ...]:
        """Those that are agreed on, at work or resting."""
        return tuple(call for call in self.calls if call.status in UNDER_WAY)

    @cached_property
    def ended(self) -> tuple[CallView, ...]:
        """Those that are done, expired or withdrawn."""
        return tuple(c for c in self.calls if not c.is_open and c.status not in UNDER_WAY)

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """Every facet in which at least two calls differ."""
        made = (self._facet(facet) for facet in get_args(FacetId))
        total = len(self.calls)
        return tuple(facet for facet in made if any(c.calls < total for c in facet.choices))

    def codes(self, call: CallView) -> str:
        """Return what a call has of each facet, for the browser."""
        return json.dumps(_codes(call), ensure_ascii=False, separators=(",", ":"))

    def _facet(self, facet: FacetId) -> Facet:
        counted = Counter(code for call in self.calls for code in _codes(call)[facet])
        names = self._names(facet)
        named = (Choice(code, names.get(code, code), counted[code]) for code in counted)
        if facet == "type":
            order = get_args(CallType)
            return Facet(facet, tuple(sorted(named, key=lambda choice: order.index(choice.code))))
        return Facet(facet, tuple(sorted(named, key=lambda c: (swedish(c.name), c.code))))

    def _names(self, facet: FacetId) -> Mapping[str, str]:
        """Return what the codes of a facet are called, where they are ids of something."""
        if facet == "body":
            return {call.standing.call.owner: call.owner_name for call in self.calls}
        if facet == "project":
            return {call.project.id: call.project.name for call in self.calls if call.project}
        return {}


def _codes(call: CallView) -> dict[FacetId, Iterable[str]]:
    return {
        "type": [call.type],
        "body": [call.standing.call.owner],
        "project": [call.project.id] if call.project else [],
        "category": call.categories,
        "language": call.languages,
    }
