"""What a change of a catalogue means to its readers: two editions of one day, compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from catalog.models.address import key_of
from catalog.models.curated import Adoption, Body, Call, Reference, Source
from catalog.models.project import Hidden, Project, WhyHidden
from catalog.publish.views.checks import CheckView
from catalog.publish.views.edition import Edition
from catalog.publish.views.entries import Became, Compared, became, compare
from catalog.publish.views.project import ProjectView


class Answered(NamedTuple):
    """A check whose answer is another."""

    before: CheckView
    after: CheckView


class Gone(NamedTuple):
    """A project that shows no more; ``into`` is the one that holds its repositories now."""

    project: ProjectView
    into: ProjectView | None


class Lost(NamedTuple):
    """A repository that shows no more at its address: where it is now, or why it is hidden."""

    url: str
    now: str | None
    reason: WhyHidden | None


@dataclass(frozen=True)
class Pair:
    """A project before and after."""

    before: ProjectView
    after: ProjectView

    @property
    def is_up(self) -> bool:
        """Whether it stands higher: what is proven counts first."""
        return self._standing(self.after) > self._standing(self.before)

    @property
    def is_moved(self) -> bool:
        """Whether its level, proven or possible, is another."""
        return self._standing(self.after) != self._standing(self.before)

    @cached_property
    def answers(self) -> tuple[Answered, ...]:
        """The checks with another answer."""
        before = self.before.checks
        pairs = (Answered(before[name], check) for name, check in self.after.checks.items())
        return tuple(a for a in pairs if a.before.status != a.after.status)

    @cached_property
    def because(self) -> tuple[Answered, ...]:
        """The checks that moved the level; all that changed, where a ceiling did it."""
        moving = {check for check, _ in self._gates()}
        told = tuple(a for a in self.answers if a.after.id in moving)
        return told or self.answers

    @property
    def ceiling(self) -> str | None:
        """Why the ladder ends early now, where it did not before."""
        now, then = self.after.level.ceiling, self.before.level.ceiling
        return now if now != then else None

    @cached_property
    def values(self) -> tuple[Became, ...]:
        """What people write and what the catalogue makes of it, where that is another."""
        old, new = self.before.project, self.after.project
        written = became(old.entry, new.entry)
        known = {one.key for one in written}
        made = [*_made(self.before, self.after)]
        return (*(one for one in made if one.key not in known), *written)

    def _gates(self) -> Iterator[tuple[str, str]]:
        before, after = self.before.level, self.after.level
        gates = after.wording.model.gates
        for height in ("proven", "possible"):
            levels = sorted(getattr(one.assessment, height) for one in (before, after))
            for level in range(levels[0] + 1, levels[1] + 1):
                for check, gate in gates.get(level, ()):
                    is_met = gate.is_met if height == "proven" else gate.may_be_met
                    old, new = (v.checks[check].status for v in (self.before, self.after))
                    if is_met(old) != is_met(new):
                        yield check, height

    @staticmethod
    def _standing(view: ProjectView) -> tuple[int, int]:
        return view.level.assessment.proven, view.level.assessment.possible


@dataclass(frozen=True)
class Changes:
    """Everything that differs between two editions."""

    before: Edition
    after: Edition

    @cached_property
    def up(self) -> tuple[Pair, ...]:
        """Projects that stand higher."""
        return tuple(p for p in self.pairs if p.is_moved and p.is_up)

    @cached_property
    def down(self) -> tuple[Pair, ...]:
        """Projects that stand lower."""
        return tuple(p for p in self.pairs if p.is_moved and not p.is_up)

    @cached_property
    def new(self) -> tuple[ProjectView, ...]:
        """Projects that were not there."""
        paired = {p.after.id for p in self.pairs}
        return tuple(self._now(p) for p in self.after.projects if p.id not in paired)

    @cached_property
    def gone(self) -> tuple[Gone, ...]:
        """Projects that are not there any more."""
        paired = {p.before.id for p in self.pairs}
        left = [p for p in self.before.projects if p.id not in paired]
        return tuple(Gone(ProjectView(p, self.before), self._into(p)) for p in left)

    @cached_property
    def changed(self) -> tuple[Pair, ...]:
        """Projects of which something is told otherwise; their levels stand by themselves."""
        return tuple(p for p in self.pairs if p.values or (p.answers and not p.is_moved))

    @cached_property
    def adoptions(self) -> Compared[Adoption]:
        """What bodies use."""
        old, new = (e.catalogue.curated.adoptions for e in (self.before, self.after))
        return compare({a.id: a for a in old}, {a.id: a for a in new})

    @cached_property
    def calls(self) -> Compared[Call]:
        """What bodies ask each other for."""
        old, new = (e.catalogue.curated.calls for e in (self.before, self.after))
        return compare({c.id: c for c in old}, {c.id: c for c in new})

    @cached_property
    def bodies(self) -> Compared[Body]:
        """Who takes part."""
        return compare(self.before.catalogue.bodies, self.after.catalogue.bodies)

    @cached_property
    def sources(self) -> Compared[Source]:
        """Where repositories are harvested."""
        return compare(self.before.catalogue.sources, self.after.catalogue.sources)

    @cached_property
    def references(self) -> Compared[Reference]:
        """Where facts come from."""
        return compare(self.before.catalogue.references, self.after.catalogue.references)

    @cached_property
    def lost(self) -> tuple[Lost, ...]:
        """Repositories that showed and do not any more, or show under another address."""
        now, hidden = _addresses(self.after), {key_of(h.url): h for h in self._hidden}
        showed = {r.url: key_of(r.url) for p in self.before.projects for r in p.repositories
                  if r.gone is None}  # fmt: skip
        found = []
        for url, key in sorted(showed.items()):
            if key_of(now.get(key, "")) != key:
                why = hidden.get(key)
                to, reason = (why.to, why.reason) if why else (None, None)
                found.append(Lost(url, now.get(key) or to, reason))
        return tuple(found)

    @property
    def is_empty(self) -> bool:
        """Whether readers see nothing else than before."""
        lists = (self.adoptions, self.calls, self.bodies, self.sources, self.references)
        projects = (self.up, self.down, self.new, self.gone, self.changed, self.lost)
        return not any(projects) and not any(one.number for one in lists)

    def project_name(self, project_id: str | None) -> str:
        """Return what a project is called, now or before; its id where nobody knows it."""
        for edition in (self.after, self.before):
            found = edition.catalogue.project(project_id) if project_id else None
            if found:
                return found.name
        return project_id or ""

    def body_name(self, body_id: str | None) -> str:
        """Return what a body is called, now or before."""
        known = self.before.catalogue.bodies | self.after.catalogue.bodies
        return self.after.name_of(known[body_id]) if body_id in known else body_id or ""

    @property
    def _hidden(self) -> Iterable[Hidden]:
        return self.after.catalogue.hidden

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Match projects by id, then those whose id has changed by a repository."""
        old = {p.id: p for p in self.before.projects}
        same = [(old.pop(p.id), p) for p in self.after.projects if p.id in old]
        holding = {key_of(r.url): p for p in old.values() for r in p.repositories}
        taken = {p.id for _, p in same}
        for project in self.after.projects:
            if project.id not in taken:
                was = next((holding[k] for k in _keys(project) if k in holding), None)
                if was and old.pop(was.id, None):
                    same.append((was, project))
        views = (Pair(ProjectView(b, self.before), self._now(a)) for b, a in same)
        return tuple(sorted(views, key=lambda pair: pair.after.id))

    def _into(self, project: Project) -> ProjectView | None:
        found = [p for p in self.after.projects if {*_keys(project)} & {*_keys(p)}]
        return self._now(found[0]) if found else None

    def _now(self, project: Project) -> ProjectView:
        return ProjectView(project, self.after)


def _made(before: ProjectView, after: ProjectView) -> Iterator[Became]:
    """Compare what is assembled rather than typed."""
    pairs = [
        ("id", before.id, after.id),
        ("name", before.name, after.name),
        ("body", before.project.body.id, after.project.body.id),
        ("catalog.kind", before.kind, after.kind),
        ("developmentStatus", before.status, after.status),
        ("legal.license", ", ".join(before.licences), ", ".join(after.licences)),
    ]
    for key, old, new in pairs:
        if old != new:
            yield Became(key, old or None, new or None)
    old_ones, new_ones = ({r.url for r in v.project.repositories} for v in (before, after))
    if old_ones != new_ones:
        went, came = sorted(old_ones - new_ones), sorted(new_ones - old_ones)
        yield Became("catalog.repos", ", ".join(went) or None, ", ".join(came) or None)


def _keys(project: Project) -> Iterator[str]:
    for repository in project.repositories:
        yield from (key_of(url) for url in (repository.url, *repository.former))


def _addresses(edition: Edition) -> dict[str, str]:
    """Return where each repository that shows is now, by any address it has had."""
    shown = [r for p in edition.projects for r in p.repositories if r.gone is None]
    found = {key_of(old): r.url for r in shown for old in r.former}
    return found | {key_of(r.url): r.url for r in shown}
