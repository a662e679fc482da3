"""Signals of use, body by body, told on a terminal or to a machine."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from catalog.hub.signals import Signal
from catalog.publish.explain import Asked
from catalog.publish.links import cited
from catalog.publish.terminal import terminal
from catalog.publish.views.edition import Edition
from catalog.publish.views.gathering import in_order
from catalog.publish.views.signals import SignalView


class OfOne(NamedTuple):
    """A body with what may mean that it uses something."""

    id: str
    name: str
    signals: tuple[SignalView, ...]


def gathered(asked: Asked, *, every: bool = False) -> tuple[OfOne, ...]:
    """Return the signals that are to be confirmed, or ``every`` one, of one body or of all.

    Raises:
        NoSuchBodyError: the catalogue has no such body.
    """
    edition = asked.shown
    bodies = edition.catalogue.bodies
    those = [bodies[asked.body]] if asked.body else in_order(bodies.values(), edition)
    found = (
        OfOne(body.id, edition.name_of(body),
              tuple(SignalView(s, edition) for s in edition.signals.of(body.id)
                    if every or s.is_open))
        for body in those
    )  # fmt: skip
    return tuple(one for one in found if one.signals)


def told(asked: Asked, found: Sequence[OfOne]) -> str:
    """Tell them."""
    if asked.output_format == "json":
        signals = [as_json(view.signal, asked.edition) for one in found for view in one.signals]
        whole = {"version": 1, "today": asked.today.isoformat(), "signals": signals}
        return json.dumps(whole, ensure_ascii=False, indent=2)
    return terminal(asked.language, "signals.txt", views=found)


def as_json(signal: Signal, edition: Edition) -> dict[str, Any]:
    """Return a signal for a machine; what is not known is null."""
    return {
        "id": signal.id,
        "body": signal.body,
        "project": signal.project.id,
        "owner": signal.project.body.id,
        "kind": signal.kind,
        "answer": signal.answer,
        "showsUse": signal.shows_use,
        "basis": signal.basis,
        "stage": signal.stage,
        "asOf": signal.as_of.isoformat() if signal.as_of else None,
        "evidence": list(evidence(signal, edition)),
    }


def evidence(signal: Signal, edition: Edition) -> tuple[str, ...]:
    """Return the addresses at which a signal can be seen, as exact as their hosts allow."""
    found = (cited(cite, edition.forge(cite.repository)) for cite in signal.cites)
    return tuple(dict.fromkeys(filter(None, (*found, *signal.files))))
