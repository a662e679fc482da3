"""What the readiness model is made of: levels, dimensions, checks, gates, ceilings, sentences."""

from datetime import date
from functools import cached_property
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator

from catalog.models.base import Frozen
from catalog.models.curated import Kind, Language
from catalog.models.evidence import UnseenReason
from catalog.models.verdict import Status
from catalog.readiness.checks.closed_products import ClosedProduct, ClosedProducts
from catalog.readiness.checks.windows import Day
from catalog.readiness.conditions import Answer

Nature: TypeAlias = Literal["statement", "property", "outcome"]
Least: TypeAlias = Literal["pass", "partial", "not_fail"]
RuleStatus: TypeAlias = Literal["pass", "partial", "fail", "unknown"]

_MEETS: dict[Least, frozenset[Status]] = {
    "pass": frozenset({"pass", "na"}),
    "partial": frozenset({"pass", "partial", "na", "explained"}),
    "not_fail": frozenset({"pass", "partial", "na", "explained", "unknown"}),
}


class Words(Frozen):
    """A text in both languages."""

    sv: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.sv if language == "sv" else self.en


class Level(Frozen):
    """A step of the ladder; ``maps`` names its like in other models."""

    id: int
    name: Words
    means: Words
    maps: dict[str, str] = {}


class Dimension(Frozen):
    """A group of checks; its id begins theirs."""

    id: str
    name: Words


class Gate(Frozen):
    """The least status of a check that a level demands."""

    level: int
    least: Annotated[Least, Field(alias="min")]

    def is_met(self, status: Status) -> bool:
        """Tell whether a status is enough."""
        return status in _MEETS[self.least]

    def may_be_met(self, status: Status) -> bool:
        """Tell the same with an unknown counted as met."""
        return status == "unknown" or status in _MEETS[self.least]


class Check(Frozen):
    """One question, how it is answered, what it decides and what to do about it.

    ``answerable``: a person can settle it by writing in the catalogue's data. A status without a
    rule cannot occur.
    """

    id: Annotated[str, Field(pattern=r"^[A-Z]{3}-[1-9][0-9]?$")]
    question: Words
    nature: Nature
    weight: Annotated[int, Field(ge=1, le=3)]
    applies: tuple[Kind, ...]
    gates: tuple[Gate, ...] = ()
    answerable: bool = False
    evidence: Words
    rules: dict[RuleStatus, Words]
    maps: dict[str, str] = {}
    advice: Words
    because: dict[str, Words] = {}
    answer: Answer | None = None  # of a check that a catalogue adds: conditions instead of code

    @property
    def dimension(self) -> str:
        """The id of the dimension it belongs to."""
        return self.id[:3]


class CeilingRule(Frozen):
    """A state in which the ladder ends early; ``max`` is null where the project leaves it."""

    code: str
    max: int | None
    sentence: Words


class Change(Frozen):
    """One thing that a catalogue has changed in the model: of what, and from what to what."""

    what: Literal["window", "limit", "ceiling", "gates", "applies", "weight", "text"]
    of: str  # a check, a ceiling, a window or a limit
    before: str = ""
    after: str = ""


class Extended(Frozen):
    """Who extends the shipped model, in which version of their own, and what differs."""

    id: str
    version: str
    name: Words
    changes: tuple[Change, ...]


class Model(Frozen):
    """The whole readiness model. ``because`` holds sentences that several checks share.

    ``extended`` is set where a catalogue has made it its own.
    """

    id: str
    version: str
    levels: tuple[Level, ...]
    dimensions: tuple[Dimension, ...]
    ceilings: tuple[CeilingRule, ...]
    labels: dict[Status, Words]
    failures: dict[Nature, Words]  # how "fail" is worded by the nature of the check
    least: dict[Least, Words]
    unseen: dict[UnseenReason, Words]
    windows: dict[str, Annotated[int, Field(ge=1)]]
    limits: dict[str, Annotated[float, Field(ge=0)]]
    because: dict[str, Words]
    checks: tuple[Check, ...]
    extended: Extended | None = None

    @property
    def own(self) -> tuple[Check, ...]:
        """The checks that the catalogue has added."""
        return tuple(check for check in self.checks if check.answer)

    @property
    def title(self) -> str:
        """Its id and version, with the catalogue's own where it has any."""
        own = f" + {self.extended.id} {self.extended.version}" if self.extended else ""
        return f"{self.id} {self.version}{own}"

    closed: tuple[ClosedProduct, ...] = ()

    def on(self, today: date) -> Day:
        """Return a day that counts as the model says."""
        return Day(today, self.windows, self.limits, self._closed)

    @cached_property
    def _closed(self) -> ClosedProducts:
        return ClosedProducts(self.closed)

    @cached_property
    def by_id(self) -> dict[str, Check]:
        """The checks by their id."""
        return {check.id: check for check in self.checks}

    @cached_property
    def gates(self) -> dict[int, tuple[tuple[str, Gate], ...]]:
        """Each level's gates, with the check they ask."""
        every = [(check.id, gate) for check in self.checks for gate in check.gates]
        return {
            level.id: tuple((check, gate) for check, gate in every if gate.level == level.id)
            for level in self.levels
        }

    @cached_property
    def demands(self) -> dict[int, tuple[tuple[str, frozenset[Status]], ...]]:
        """Each level's gates as the statuses that are enough: what is asked thousands of times."""
        return {
            level: tuple((check, _MEETS[gate.least]) for check, gate in gates)
            for level, gates in self.gates.items()
        }

    @cached_property
    def sentences(self) -> dict[str, Words]:
        """Every reason's sentence; a code has one sentence in the whole model."""
        return dict(self.because) | {
            code: words for check in self.checks for code, words in check.because.items()
        }

    @model_validator(mode="after")
    def _holds_together(self) -> "Model":
        if [level.id for level in self.levels] != list(range(len(self.levels))):
            raise ValueError("levels: number them from 0, without gaps")
        _once("checks", [check.id for check in self.checks])
        codes = [code for check in self.checks for code in check.because]
        _once("because", [*codes, *self.because])
        _known("checks", {c.dimension for c in self.checks}, {d.id for d in self.dimensions})
        _known(
            "gates", {g.level for c in self.checks for g in c.gates}, {x.id for x in self.levels}
        )
        return self


def _once(where: str, ids: list[str]) -> None:
    if twice := sorted({one for one in ids if ids.count(one) > 1}):
        raise ValueError(f"{where}: {', '.join(twice)} is written twice")


def _known(where: str, used: set[str] | set[int], known: set[str] | set[int]) -> None:
    if missing := sorted(str(one) for one in used if one not in known):
        raise ValueError(f"{where}: {', '.join(missing)} is not defined")
