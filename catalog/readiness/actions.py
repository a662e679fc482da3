"""What one act would do for many projects: each is judged again as if it were done. Pure.

Nothing is estimated: the statuses of a project, with those that the act changes, go through the
same gates and ceilings as the real ones.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import urlsplit

from catalog.models.curated import Contact, ForgeName, Source
from catalog.models.evidence import Found
from catalog.models.project import Project
from catalog.models.verdict import Assessment, Status
from catalog.readiness.checks import CHECKS
from catalog.readiness.checks.evidence_of import in_order
from catalog.readiness.checks.windows import Day
from catalog.readiness.definition import Model
from catalog.readiness.levels import Standing, stand, turn_of
from catalog.readiness.places import Sharing, place_of

Scope: TypeAlias = Literal["owner", "body", "project"]
SHARED = ".github"  # GitHub shows what lies here in every repository of the owner that has none
_SHARED_ON: frozenset[ForgeName] = frozenset({"github"})
_COUNTED = frozenset({"primary", "component"})


class Key(NamedTuple):
    """An act: a check to answer, and where. ``owner`` is an account's address on its forge."""

    scope: Scope
    check: str
    owner: str | None = None


Effect: TypeAlias = Literal["reaches", "closer", "later"]


class Lift(NamedTuple):
    """What an act does for one project: where it stands, and where it would."""

    project: Project
    before: Standing
    after: Standing

    @property
    def effect(self) -> Effect | None:
        """Whether it reaches its next level, comes closer to it, or has less left after it."""
        before, after = self.before, self.after
        if after.proven > before.proven:
            return "reaches"
        if len(after.unmet) < len(before.unmet):
            return "closer"
        return "later" if len(after.later) < len(before.later) else None

    @property
    def level(self) -> int:
        """The level that it reaches, or the next one."""
        return self.after.proven if self.effect == "reaches" else self.before.proven + 1

    @property
    def left(self) -> int:
        """How many conditions of its next level are still unmet."""
        return 0 if self.effect == "reaches" else len(self.after.unmet)


class Action(NamedTuple):
    """An act and what it does for each project that it helps."""

    key: Key
    lifts: tuple[Lift, ...]

    def of(self, effect: Effect) -> tuple[Lift, ...]:
        """Return the projects that it helps in one way."""
        return tuple(lift for lift in self.lifts if lift.effect == effect)


def actions(
    projects: Iterable[Project],
    assessments: Mapping[str, Assessment],
    sources: Mapping[str, Source],
    model: Model,
    day: Day,
) -> tuple[Action, ...]:
    """List every act that helps a project, in order: most that reach a level, most that near it.

    What helps later only comes by the level that it is for, what is done once for many first.
    Projects that have left the ladder, or stand at their ceiling, are not counted. What only the
    catalogue fails to read is no one's to mend.
    """
    lifts: dict[Key, list[Lift]] = {}
    for project in projects:
        verdicts = {v.check: v for v in assessments[project.id].verdicts}
        statuses = {check: verdict.status for check, verdict in verdicts.items()}
        before = stand(project, model, statuses)
        if not _may_rise(before):
            continue
        unmet = dict.fromkeys((*before.unmet, *(check for _, check in before.later)))
        mended = [c for c in unmet if turn_of(model.by_id[c], verdicts[c]) is not None]
        for key, answers in _acts(project, statuses, mended, sources, day):
            lift = Lift(project, before, stand(project, model, {**statuses, **answers}))
            if lift.effect:
                lifts.setdefault(key, []).append(lift)
    order = {check.id: place for place, check in enumerate(model.checks)}
    first = {c.id: min((g.level for g in c.gates), default=0) for c in model.checks}
    found = (Action(key, tuple(those)) for key, those in lifts.items() if _is_alone(key, lifts))
    return tuple(sorted(found, key=lambda action: _rank(action, first, order)))


def _may_rise(standing: Standing) -> bool:
    ceiling = standing.ceiling
    return ceiling is None or (ceiling.level is not None and standing.proven < ceiling.level)


def _is_alone(key: Key, lifts: Mapping[Key, Sequence[Lift]]) -> bool:
    """Leave out what is done project by project where one shared act does the same for all."""
    return key.scope != "project" or not any(
        other.check == key.check and other.scope != "project" and _same(those, lifts[key])
        for other, those in lifts.items()
    )


def _same(some: Sequence[Lift], others: Sequence[Lift]) -> bool:
    told, wanted = ({(x.project.id, x.effect) for x in those} for those in (some, others))
    return told == wanted


def _rank(
    action: Action, first: Mapping[str, int], order: Mapping[str, int]
) -> tuple[int, int, int, bool, int, int, str]:
    counted, key = Counter(lift.effect for lift in action.lifts), action.key
    return (
        -counted["reaches"], -counted["closer"], first[key.check], key.scope == "project",
        -counted["later"], order[key.check], key.owner or "",
    )  # fmt: skip


def _acts(
    project: Project,
    statuses: Mapping[str, Status],
    unmet: Sequence[str],
    sources: Mapping[str, Source],
    day: Day,
) -> Iterator[tuple[Key, dict[str, Status]]]:
    """Give what could be done for the conditions that are unmet, and the statuses it would make."""
    for check in unmet:
        yield Key("project", check), {check: "pass"}
        shared = place_of(check).shared
        owner = _owner(project, sources, shared) if shared else None
        if owner:
            yield Key("owner", check, owner), {check: "pass"}
    for check, written in _of_body(project, day):
        if check in unmet:
            status = CHECKS[check](written, day).status
            if status != statuses[check]:
                yield Key("body", check), {check: status}


def _of_body(project: Project, day: Day) -> Iterator[tuple[str, Project]]:
    """Give the project as it would be if its body's own entry said more, and the check it helps."""
    body = project.body
    if body.contact is None:
        contact = Contact(role="-", mailbox="funktion@example.org", confirmed=day.today)
        told = body.model_copy(update={"contact": contact})
        yield "GOV-2", project.model_copy(update={"body": told})
    if body.policy is None:
        told = body.model_copy(update={"policy": "https://example.org/"})
        yield "GOV-1", project.model_copy(update={"body": told})


def _owner(project: Project, sources: Mapping[str, Source], shared: Sharing) -> str | None:
    """Return the one account whose shared document would hold for every part that counts.

    A repository's own document wins over the shared one, so there must be none.
    """
    parts = [r for r in in_order(project) if r.role in _COUNTED] or in_order(project)
    owners = {r.url.rpartition("/")[0] for r in parts}
    if len(owners) != 1 or not all(r.facts and _lacks(r.facts.documents, shared) for r in parts):
        return None
    if not all(_is_shared_on(r.url, sources.get(r.source or "")) for r in parts):
        return None
    return owners.pop()


def _lacks(documents: object, shared: Sharing) -> bool:
    found = documents.found if isinstance(documents, Found) else ()
    return not any(document.kind == shared for document in found)


def _is_shared_on(url: str, source: Source | None) -> bool:
    if urlsplit(url).hostname == "github.com":
        return True
    return source is not None and source.forge in _SHARED_ON
