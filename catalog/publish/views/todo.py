"""What a body could do that helps most of its projects."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from catalog.publish.views.editing import Spot
from catalog.publish.views.edition import Edition
from catalog.publish.views.gathering import OfBody
from catalog.publish.views.project import ProjectView
from catalog.publish.views.signals import SignalView, to_confirm
from catalog.publish.views.wording import CheckWords
from catalog.readiness.actions import SHARED, Action, Effect, Lift, Scope, actions
from catalog.readiness.places import place_of
from catalog.store.curated import Written

SHOWN = 10  # acts that are told at length; the others stand in a table


class LiftView(NamedTuple):
    """A project that an act helps, and where it is done for it."""

    project: ProjectView
    lift: Lift

    def spots(self, check: str) -> tuple[Spot, ...]:
        """Where to answer the check."""
        return self.project.checks[check].spots


@dataclass(frozen=True)
class ActionView:
    """One act."""

    action: Action
    edition: Edition
    projects: dict[str, ProjectView]

    @property
    def check(self) -> CheckWords:
        """The check that it answers."""
        return self.edition.wording.checks[self.action.key.check]

    @property
    def scope(self) -> Scope:
        """Whether it is done once for an owner or a body, or project by project."""
        return self.action.key.scope

    @property
    def file(self) -> str | None:
        """The file that is written, where there is one."""
        return place_of(self.check.id).file

    @property
    def owner(self) -> str | None:
        """The account, as people call it."""
        owner = self.action.key.owner
        return owner.rpartition("/")[2] if owner else None

    @property
    def shared(self) -> str | None:
        """The address of the owner's repository for shared documents."""
        owner = self.action.key.owner
        return f"{owner}/{SHARED}" if owner else None

    def of(self, effect: Effect) -> tuple[LiftView, ...]:
        """The projects that it helps in one way, in alphabetical order."""
        return tuple(
            LiftView(self.projects[lift.project.id], lift) for lift in self.action.of(effect)
        )

    def count(self, effect: Effect) -> int:
        """How many projects it helps in one way."""
        return len(self.action.of(effect))

    @property
    def helped(self) -> int:
        """How many projects it helps."""
        return len(self.action.lifts)


@dataclass(frozen=True)
class TodoView(OfBody):
    """A body's to-do list."""

    @property
    def place(self) -> Written | None:
        """Where the body's own entry is written."""
        return self.edition.places.get(("bodies", self.id))

    @cached_property
    def actions(self) -> tuple[ActionView, ...]:
        """Every act that helps a project, most effect first."""
        edition = self.edition
        by_id = {view.id: view for view in self.projects}
        found = actions(
            [view.project for view in self.projects], edition.assessments,
            edition.catalogue.sources, edition.wording.model, edition.day,
        )  # fmt: skip
        return tuple(ActionView(action, edition, by_id) for action in found)

    @property
    def first(self) -> tuple[ActionView, ...]:
        """The acts that are told at length."""
        return self.actions[:SHOWN]

    @property
    def others(self) -> tuple[ActionView, ...]:
        """The acts after those."""
        return self.actions[SHOWN:]

    @cached_property
    def to_confirm(self) -> tuple[SignalView, ...]:
        """What it may use of others' projects."""
        return to_confirm(self.edition, self.id)

    @property
    def off_ladder(self) -> int:
        """How many projects are not counted, having left the ladder."""
        return sum(view.level.left_ladder is not None for view in self.projects)

    @cached_property
    def drafted(self) -> tuple[ProjectView, ...]:
        """Projects on the ladder without a valid publiccode.yml, which can be drafted."""
        return tuple(
            view for view in self.projects
            if not view.level.left_ladder
            and view.primary
            and not view.primary.gone
            and "INF-7" in view.checks
            and view.checks["INF-7"].status not in {"pass", "na"}
        )  # fmt: skip
