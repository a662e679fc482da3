"""The catalogue in numbers: how projects spread, over time and now. Bodies are never compared."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias, get_args

from catalog.models.curated import CallStatus, Stage
from catalog.models.problem import Problem
from catalog.models.verdict import Status, Verdict
from catalog.publish.charts import Part, bar
from catalog.publish.tables import table
from catalog.publish.views.checks import STATUSES
from catalog.publish.views.edition import Edition
from catalog.publish.views.portfolio import Portfolio
from catalog.publish.views.project import ProjectView
from catalog.publish.views.spread import Row, Spread, row_of, spreads
from catalog.publish.views.unknowns import WhyUnknown, why_unknown
from catalog.publish.views.wording import CheckWords, DimensionWords, LevelWords

Named: TypeAlias = Mapping[str, str]


class LevelRow(NamedTuple):
    """How many projects have a level proven, and for how many it is the highest possible."""

    words: LevelWords
    proven: Row
    possible: Row


class CheckRow(NamedTuple):
    """How the projects answer one check."""

    words: CheckWords
    numbers: Mapping[Status, int]
    bar: tuple[Part[Status], ...]


class DimensionRows(NamedTuple):
    """The checks of one dimension."""

    words: DimensionWords
    checks: tuple[CheckRow, ...]


class UnknownRow(NamedTuple):
    """Why answers are unknown: how many are for this reason, and in how many projects."""

    why: WhyUnknown
    answers: int
    projects: int
    share: float
    bar: tuple[Part[str], ...]


class StageRow(NamedTuple):
    """Adoptions at a stage; ``stale`` ones were said too long ago to count."""

    stage: Stage
    current: int
    stale: int


@dataclass(frozen=True)
class StatisticsView:
    """The page of statistics, and the files that go with it."""

    edition: Edition
    projects: tuple[ProjectView, ...]

    @property
    def statuses(self) -> tuple[Status, ...]:
        """Every status that an answer can have, in order."""
        return STATUSES

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Lines of the history that could not be used."""
        return self.edition.history.problems

    @cached_property
    def portfolio(self) -> Portfolio:
        """The same over time."""
        return Portfolio(self.edition.history, self.edition.wording.levels)

    @cached_property
    def levels(self) -> tuple[LevelRow, ...]:
        """The ladder now, proven and possible."""
        judged = [project.level for project in self.projects]
        proven = Counter(level.proven.id for level in judged)
        possible = Counter(level.possible.id for level in judged)
        return tuple(
            LevelRow(w, self._row(str(w.id), proven[w.id]), self._row(str(w.id), possible[w.id]))
            for w in self.edition.wording.levels
        )

    @cached_property
    def dimensions(self) -> tuple[DimensionRows, ...]:
        """Every check by dimension."""
        wording = self.edition.wording
        return tuple(
            DimensionRows(d, tuple(self._check(check) for check in wording.of_dimension(d.id)))
            for d in wording.dimensions
        )

    def _check(self, check: CheckWords) -> CheckRow:
        counted = self._counted.get(check.id, Counter())
        numbers = {status: counted[status] for status in STATUSES}
        return CheckRow(check, numbers, bar(numbers))

    @cached_property
    def _counted(self) -> dict[str, Counter[Status]]:
        counted: dict[str, Counter[Status]] = {}
        for verdict in self._verdicts:
            counted.setdefault(verdict.check, Counter())[verdict.status] += 1
        return counted

    @property
    def _verdicts(self) -> Iterable[Verdict]:
        return (v for a in self.edition.assessments.values() for v in a.verdicts)

    @cached_property
    def answers(self) -> Mapping[Status, int]:
        """All answers to all checks, by status."""
        counted = Counter(verdict.status for verdict in self._verdicts)
        return {status: counted[status] for status in STATUSES}

    @property
    def applicable(self) -> int:
        """How many answers there could be."""
        return sum(self.answers.values()) - self.answers["na"]

    @property
    def unknown_share(self) -> float:
        """How much of what applies is unknown, 0 to 1."""
        return self.answers["unknown"] / self.applicable if self.applicable else 0

    @cached_property
    def unknown(self) -> tuple[UnknownRow, ...]:
        """Why answers are unknown; reasons that no answer has are left out."""
        answers: Counter[WhyUnknown] = Counter()
        projects: dict[WhyUnknown, set[str]] = {}
        for assessment in self.edition.assessments.values():
            for verdict in assessment.verdicts:
                if verdict.status == "unknown":
                    why = why_unknown(verdict)
                    answers[why] += 1
                    projects.setdefault(why, set()).add(assessment.project)
        total = self.answers["unknown"]
        return tuple(
            UnknownRow(
                why, answers[why], len(projects[why]), answers[why] / total,
                bar({"": answers[why]}, total),
            )
            for why in get_args(WhyUnknown)
            if answers[why]
        )  # fmt: skip

    @cached_property
    def spreads(self) -> tuple[Spread, ...]:
        """How projects fall by what the list can be narrowed by."""
        return spreads(self.projects, self.edition.language)

    def _row(self, code: str, number: int) -> Row:
        return row_of(code, number, len(self.projects))

    @cached_property
    def years(self) -> tuple[Row, ...]:
        """Projects by the year of their last commit by a person, latest first."""
        counted = Counter(p.last_activity.year for p in self.projects if p.last_activity)
        return tuple(self._row(str(year), counted[year]) for year in sorted(counted, reverse=True))

    @property
    def without_year(self) -> Row | None:
        """Projects of which nobody knows when a person last changed them."""
        number = sum(project.last_activity is None for project in self.projects)
        return self._row("unknown", number) if number else None

    @cached_property
    def stages(self) -> tuple[StageRow, ...]:
        """Adoption records by stage; those that say that nobody uses it are none."""
        uses = [use for project in self.projects for use in project.adoptions]
        counted = Counter((u.adoption.stage, u.stale) for u in uses if u.adoption.count != 0)
        return tuple(
            StageRow(stage, counted[stage, False], counted[stage, True])
            for stage in get_args(Stage)
            if counted[stage, False] or counted[stage, True]
        )

    @cached_property
    def calls(self) -> tuple[tuple[CallStatus, int], ...]:
        """Calls of bodies by state; what the catalogue only proposes is no call of theirs."""
        counted = Counter(standing.status for standing in self.edition.calls)
        return tuple(
            (status, counted[status]) for status in get_args(CallStatus) if counted[status]
        )

    @property
    def proposed(self) -> int:
        """How many calls the catalogue proposes, for a body to take up or leave."""
        calls = self.edition.catalogue.curated.calls
        return sum(call.proposed_by == "catalog" for call in calls)

    def levels_csv(self, heads: Sequence[str]) -> str:
        """Return the portfolio over time: heads for the day, each level, all and the model."""
        day, level, projects, model = heads
        top = [f"{level} {words.id}" for words in self.edition.wording.levels]
        rows = ((r.day, *r.levels, r.projects, r.model) for r in self.portfolio.days)
        return table([(day, *top, projects, model), *rows], self.edition.language)

    def checks_csv(self, heads: Sequence[str], statuses: Named) -> str:
        """Return how every check falls: heads for its group, its id and its question."""
        rows = (
            (d.words.name, row.words.id, row.words.question, *row.numbers.values())
            for d in self.dimensions
            for row in d.checks
        )
        named = (statuses[status] for status in STATUSES)
        return table([(*heads, *named), *rows], self.edition.language)

    def spread_csv(self, heads: Sequence[str], names: Named, values: Mapping[str, Named]) -> str:
        """Return every other count, a line each; what has no name in ``values`` is its own."""
        rows = (
            (names[what], values.get(what, {}).get(value, value), number)
            for what, value, number in self._numbers()
        )
        return table([heads, *rows], self.edition.language)

    def _numbers(self) -> Iterator[tuple[str, str, int]]:
        """Yield what is counted, the value and how many have it."""
        for level in self.levels:
            yield "level", f"{level.words.id} {level.words.name}", level.proven.number
        for level in self.levels:
            yield "possible", f"{level.words.id} {level.words.name}", level.possible.number
        for spread in self.spreads:
            for row in (*spread.rows, *spread.lacking, *filter(None, [spread.unknown])):
                yield spread.id, row.name, row.number
        for row in (*self.years, *filter(None, [self.without_year])):
            yield "year", row.name, row.number
        yield from (("why", row.why, row.answers) for row in self.unknown)
        yield from (("stage", row.stage, row.current) for row in self.stages if row.current)
        yield from (("stage-old", row.stage, row.stale) for row in self.stages if row.stale)
        yield from (("call", status, number) for status, number in self.calls)
