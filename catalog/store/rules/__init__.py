"""Rules about curated data that its form alone does not tell: age, calls, persons, no use."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeAlias

from catalog.models.problem import Problem
from catalog.store.rules import adoptions, ageing, calls, persons, references
from catalog.store.rules.places import Place, places
from catalog.yaml_lines import Document

Rule: TypeAlias = Callable[[Sequence[Place], date], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    adoptions.courses,
    ageing.consents,
    ageing.reviews,
    ageing.still_to_come,
    ageing.old,
    calls.lives,
    persons.addresses,
    references.unused,
)


def editorial(documents: Sequence[Document], today: date) -> Iterable[Problem]:
    """Apply every rule to the values of a catalogue's documents."""
    found = [place for document in documents for place in places(document)]
    for rule in RULES:
        yield from rule(found, today)
