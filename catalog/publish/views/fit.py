"""The page where a body says what it has, and sees what each project would still ask for."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from catalog.models.curated import Kind
from catalog.publish.sorting import swedish
from catalog.publish.views.adoption import AdoptionView
from catalog.publish.views.asks import Ask, asks, shared_standards, spellings
from catalog.publish.views.capabilities import SUBJECTS, SubjectId, subjects
from catalog.publish.views.edition import Edition
from catalog.publish.views.project import ProjectView

MOST_IN_PAGE = 400  # projects in the plain table; more are a list of their own
_IN_TABLE: tuple[SubjectId, ...] = ("login", "run", "db", "skill")
_JUDGED = frozenset({"PRE-1", "PRE-2"})
_KINDS: tuple[Kind, ...] = ("app", "addon", "site", "library", "config", "docs")
_WITH_OTHERS = frozenset({"interested", "evaluating", "testing", "pilot", "production"})


class Thing(NamedTuple):
    """Something that a body may have: its name where that is no word to translate."""

    id: str
    name: str
    projects: int


class Told(NamedTuple):
    """One subject of a project's line: what is asked, in names."""

    subject: SubjectId
    ask: Ask
    needs: tuple[tuple[Thing, ...], ...]


class Row(NamedTuple):
    """One project, and what it asks for."""

    project: ProjectView
    asks: Mapping[SubjectId, Ask]
    shared: tuple[str, ...]
    peers: int
    calls: int


@dataclass(frozen=True)
class FitView:
    """All projects that are still on the ladder, with what they ask for."""

    edition: Edition
    projects: tuple[ProjectView, ...]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every project that one could take up, in alphabetical order."""
        return tuple(_row(project) for project in self.projects if not project.level.left_ladder)

    @property
    def left_out(self) -> int:
        """How many are not here, because they are discontinued, archived or mere forks."""
        return len(self.projects) - len(self.rows)

    @property
    def in_page(self) -> bool:
        """Whether the page itself holds the table of all."""
        return len(self.rows) <= MOST_IN_PAGE

    @property
    def seeking(self) -> int:
        """How many projects have an open call for others to join."""
        return sum(1 for row in self.rows if row.calls)

    @property
    def subjects(self) -> tuple[SubjectId, ...]:
        """What is asked about, in the form's order."""
        return SUBJECTS

    @property
    def in_table(self) -> tuple[SubjectId, ...]:
        """What the plain table tells of: the rest is hardly ever known."""
        return _IN_TABLE

    @cached_property
    def things(self) -> dict[SubjectId, tuple[Thing, ...]]:
        """What can be chosen: what is always offered, then what else a project asks for."""
        return {subject: self._things(subject) for subject in SUBJECTS}

    def names(self, called: Mapping[str, str]) -> dict[SubjectId, dict[str, str]]:
        """Return what everything that can be chosen is called; ``called`` are those of words."""
        return {
            subject: {thing.id: str(called.get(thing.id, thing.name)) for thing in things}
            for subject, things in self.things.items()
        }

    @property
    def kinds(self) -> tuple[Thing, ...]:
        """The kinds of projects there are."""
        counted = Counter(row.project.kind for row in self.rows)
        return tuple(Thing(kind, kind, counted[kind]) for kind in _KINDS if kind in counted)

    @property
    def table(self) -> tuple[tuple[ProjectView, tuple[Told, ...]], ...]:
        """What each project asks for, in the subjects that files and documents tell of."""
        known = {s: {thing.id: thing for thing in self.things[s]} for s in _IN_TABLE}
        return tuple(
            (row.project, tuple(_told(s, row.asks[s], known[s]) for s in _IN_TABLE))
            for row in self.rows
        )

    @property
    def columns(self) -> str:
        """What every project asks for, for the browser: things by their place in ``things``."""
        places = {s: {t.id: i for i, t in enumerate(self.things[s])} for s in SUBJECTS}
        bodies = list(dict.fromkeys(row.project.body_name for row in self.rows))
        body_at = {body: place for place, body in enumerate(bodies)}
        told = {
            "id": [row.project.id for row in self.rows],
            "name": [row.project.name for row in self.rows],
            "body": [body_at[row.project.body_name] for row in self.rows],
            "bodies": bodies,
            "kind": [row.project.kind for row in self.rows],
            "peers": [row.peers for row in self.rows],
            "calls": [row.calls for row in self.rows],
            "things": {s: [thing.id for thing in self.things[s]] for s in SUBJECTS},
            "gives": {s: _gives(places[s], subjects()[s].gives) for s in SUBJECTS},
            "asks": {s: [_cell(row.asks[s], places[s]) for row in self.rows] for s in SUBJECTS},
            "shared": [[places["standard"][one] for one in row.shared] for row in self.rows],
        }
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

    @cached_property
    def _spellings(self) -> dict[str, str]:
        return spellings(row.project.project for row in self.rows)

    def _things(self, subject: SubjectId) -> tuple[Thing, ...]:
        counted = Counter(thing for row in self.rows for thing in _named(row, subject))
        always = subjects()[subject].always
        names: dict[str, str] = self._spellings | subjects()[subject].names
        rest = {one: names.get(one) or one for one in counted if one not in always}
        ordered = dict(sorted(rest.items(), key=lambda named: (swedish(named[1]), named[0])))
        every = {one: name or one for one, name in always.items()} | ordered
        return tuple(Thing(one, name, counted[one]) for one, name in every.items())


def _row(project: ProjectView) -> Row:
    verdicts = project.edition.assessments[project.id].verdicts
    status = {verdict.check: verdict.status for verdict in verdicts if verdict.check in _JUDGED}
    return Row(
        project,
        asks(project.project, status, project.edition.day),
        shared_standards(project.project),
        sum(1 for use in project.adoptions if _is_peer(use, project)),
        sum(standing.is_open for standing in project.edition.calls_about(project.id)),
    )


def _is_peer(use: AdoptionView, project: ProjectView) -> bool:
    """Tell whether others than the owner use it, or are about to."""
    said = use.adoption
    others = said.body != project.project.body.id and said.count != 0
    return others and said.stage in _WITH_OTHERS and not use.stale


def _named(row: Row, subject: SubjectId) -> set[str]:
    named = {thing for need in row.asks[subject].needs for thing in need}
    return named | set(row.shared) if subject == "standard" else named


def _told(subject: SubjectId, ask: Ask, known: Mapping[str, Thing]) -> Told:
    return Told(subject, ask, tuple(tuple(known[one] for one in need) for need in ask.needs))


def _cell(ask: Ask, places: Mapping[str, int]) -> str | list[object] | None:
    """Return an ask for the browser: why it is not known, or its basis and needs."""
    if ask.why:
        return None if ask.why == "unsaid" else ask.why
    return [ask.basis, [[places[thing] for thing in need] for need in ask.needs]]


def _gives(places: Mapping[str, int], gives: Mapping[str, tuple[str, ...]]) -> dict[int, list[int]]:
    """Return what comes with each thing, of what can be chosen."""
    found = {
        places[one]: [places[thing] for thing in things if thing in places]
        for one, things in gives.items()
        if one in places
    }
    return {one: things for one, things in found.items() if things}
