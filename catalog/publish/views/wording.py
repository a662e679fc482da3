"""The readiness model in one language, as the pages need it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from catalog.models.curated import Kind, Language
from catalog.models.evidence import UnseenReason
from catalog.models.verdict import Statement, Status
from catalog.readiness.definition import Check, Least, Model, Nature, RuleStatus
from catalog.readiness.texts import ceiling_sentence, sentence, status_label


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
class GateWords:
    """A level that depends on a check, and the least answer it takes."""

    level: int
    least: Least
    words: str


@dataclass(frozen=True)
class CheckWords:
    """One check: what it asks, what decides, and what to do about it."""

    id: str
    dimension: str
    question: str
    nature: Nature
    applies: tuple[Kind, ...]
    gates: tuple[GateWords, ...]
    evidence: str
    own: bool  # added by the catalogue
    rules: tuple[tuple[RuleStatus, str], ...]
    maps: tuple[tuple[str, str], ...]
    advice: str
    answerable: bool
    weight: int
    labels: Mapping[Status, str]

    def label(self, status: Status) -> str:
        """Word a status as suits the check's nature."""
        return self.labels[status]


@dataclass(frozen=True)
class Wording:
    """Everything the model says in one language."""

    model: Model
    language: Language

    @property
    def version(self) -> str:
        """The model's version, with the catalogue's own where it has one."""
        own = self.model.extended
        return f"{self.model.version} + {own.id} {own.version}" if own else self.model.version

    @cached_property
    def levels(self) -> tuple[LevelWords, ...]:
        """The ladder, lowest step first."""
        spoken = self.language
        return tuple(LevelWords(x.id, x.name[spoken], x.means[spoken]) for x in self.model.levels)

    @cached_property
    def dimensions(self) -> tuple[DimensionWords, ...]:
        """The groups of checks, in the model's order."""
        return tuple(DimensionWords(d.id, d.name[self.language]) for d in self.model.dimensions)

    @cached_property
    def checks(self) -> dict[str, CheckWords]:
        """Every check by its id, in the model's order."""
        return {check.id: self._check(check) for check in self.model.checks}

    def of_dimension(self, dimension: str) -> tuple[CheckWords, ...]:
        """Return the checks of one dimension."""
        return tuple(check for check in self.checks.values() if check.dimension == dimension)

    def gates(self, level: int) -> tuple[CheckWords, ...]:
        """Return the checks that one level depends on."""
        return tuple(self.checks[check] for check, _ in self.model.gates.get(level, ()))

    def sentence(self, check: str, statement: Statement) -> str:
        """Word one reason of a verdict."""
        return sentence(self.model, check, statement, self.language)

    def ceiling(self, code: str) -> str:
        """Word why the ladder ends early."""
        return ceiling_sentence(self.model, code, self.language)

    def unseen(self, reason: UnseenReason) -> str:
        """Word why something was not seen."""
        return self.model.unseen[reason][self.language]

    def _check(self, check: Check) -> CheckWords:
        spoken, model = self.language, self.model
        labels = {s: status_label(model, check.id, s, spoken) for s in get_args(Status)}
        return CheckWords(
            id=check.id,
            dimension=check.dimension,
            question=check.question[spoken],
            nature=check.nature,
            applies=check.applies,
            gates=tuple(
                GateWords(gate.level, gate.least, model.least[gate.least][spoken])
                for gate in check.gates
            ),
            evidence=check.evidence[spoken],
            own=check.answer is not None,
            rules=tuple((status, words[spoken]) for status, words in check.rules.items()),
            maps=tuple(check.maps.items()),
            advice=check.advice[spoken],
            answerable=check.answerable,
            weight=check.weight,
            labels=labels,
        )
