"""The readiness model's texts in one language, as the pages need them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from catalog.models.verdict import Statement, Status


@dataclass(frozen=True)
class LevelWords:
    """A step of the ladder."""

    id: int
    name: str
    means: str


@dataclass(frozen=True)
class DimensionWords:
    """A group of checks."""

    id: str
    name: str


@dataclass(frozen=True)
class CheckWords:
    """One check: what it asks, what decides, and what to do about it."""

    id: str
    dimension: str
    question: str
    nature: str
    weight: int
    applies: tuple[str, ...]  # kinds; empty: all
    gate_level: int | None
    gate_min: str | None
    rules: tuple[tuple[Status, str], ...]
    maps: tuple[tuple[str, str], ...]
    advice: str


@dataclass(frozen=True)
class Wording:
    """Everything the model says in one language."""

    language: str
    version: str
    levels: tuple[LevelWords, ...]
    dimensions: tuple[DimensionWords, ...]
    checks: Mapping[str, CheckWords]
    sentence: Callable[[Statement], str]
    label: Callable[[Status, str], str]  # status and the check's nature
    ceiling: Callable[[str], str]

    def of_dimension(self, dimension: str) -> tuple[CheckWords, ...]:
        """Return the checks of one dimension, in the model's order."""
        return tuple(check for check in self.checks.values() if check.dimension == dimension)

    def gates(self, above: int, upto: int) -> tuple[CheckWords, ...]:
        """Return the gates of the levels above one and up to another."""
        return tuple(
            check
            for check in self.checks.values()
            if check.gate_level is not None and above < check.gate_level <= upto
        )
