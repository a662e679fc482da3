"""A project's level in words: proven, possible, and what is between them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from catalog.models.verdict import Assessment, Status
from catalog.publish.views.wording import CheckWords, LevelWords, Wording

StepState: TypeAlias = Literal["proven", "possible", "ahead"]


@dataclass(frozen=True)
class Step:
    """A step of the ladder as one project stands to it."""

    words: LevelWords
    state: StepState


@dataclass(frozen=True)
class LevelView:
    """The level of one project."""

    assessment: Assessment
    wording: Wording

    @property
    def proven(self) -> LevelWords:
        """The highest level whose gates are all met."""
        return self.wording.levels[self.assessment.proven]

    @property
    def possible(self) -> LevelWords:
        """The level it would have if every unanswered question were answered well."""
        return self.wording.levels[self.assessment.possible]

    @property
    def may_be_higher(self) -> bool:
        """Whether unanswered questions alone keep it down."""
        return self.assessment.possible > self.assessment.proven

    @cached_property
    def _statuses(self) -> dict[str, Status]:
        return {verdict.check: verdict.status for verdict in self.assessment.verdicts}

    @cached_property
    def unanswered(self) -> int:
        """How many questions stand between proven and possible with no answer."""
        gates = self.wording.model.gates
        between = range(self.assessment.proven + 1, self.assessment.possible + 1)
        asked = {
            check
            for level in between
            for check, gate in gates.get(level, ())
            if not gate.is_met("unknown")
        }
        return sum(self._statuses.get(check) == "unknown" for check in asked)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The whole ladder, lowest first."""
        return tuple(Step(level, self._state(level.id)) for level in self.wording.levels)

    def _state(self, level: int) -> StepState:
        if level <= self.assessment.proven:
            return "proven"
        return "possible" if level <= self.assessment.possible else "ahead"

    @property
    def next(self) -> LevelWords | None:
        """The level after the proven one."""
        above = self.wording.levels[self.assessment.proven + 1 :]
        return above[0] if above else None

    @property
    def missing(self) -> tuple[CheckWords, ...]:
        """Gates of the next level that are not met."""
        return self._checks(self.assessment.missing)

    @property
    def open_questions(self) -> tuple[CheckWords, ...]:
        """Gates of the next level that nobody has answered."""
        return self._checks(self.assessment.open_questions)

    @property
    def advice(self) -> tuple[CheckWords, ...]:
        """What to do first, at most three."""
        return self._checks(self.assessment.advice)

    @property
    def coverage(self) -> float:
        """How much of what applies has an answer, 0 to 1."""
        return round(self.assessment.coverage, 2)

    @property
    def left_ladder(self) -> str | None:
        """Why it is off the ladder: a ceiling's code, where that has no level."""
        ceiling = self.assessment.ceiling
        return ceiling.code if ceiling and ceiling.level is None else None

    @property
    def ceiling(self) -> str | None:
        """Why the ladder ends early, as a sentence."""
        ceiling = self.assessment.ceiling
        return self.wording.ceiling(ceiling.code) if ceiling else None

    def _checks(self, ids: tuple[str, ...]) -> tuple[CheckWords, ...]:
        return tuple(self.wording.checks[check] for check in ids)
