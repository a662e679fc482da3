"""Who looks after what: functions, channels, measured pace; and what has nobody named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from catalog.models.curated import Body, Call, Person, value_of
from catalog.models.curated.persons import expired
from catalog.models.evidence import Found
from catalog.models.facts import ActivityWindow
from catalog.models.forge import ForgeAbout
from catalog.models.verdict import Cite
from catalog.publish import links
from catalog.publish.sorting import swedish
from catalog.publish.views.edition import Edition, Link, Words
from catalog.publish.views.forge import ForgeView
from catalog.publish.views.gathering import OfBody, by_body, in_order
from catalog.publish.views.project import ProjectView
from catalog.publish.views.stewardship import StewardshipView

_SEEK = frozenset({"maintainer", "handover"})


class Channel(NamedTuple):
    """A place where one is heard."""

    kind: Literal["issues", "discussions", "contacts"]
    href: str | None
    contacts: int | None = None


class Owners(NamedTuple):
    """A file that says who must look at a change: teams by name, persons counted."""

    link: Link | None
    teams: tuple[str, ...]
    persons: int


class Seeking(NamedTuple):
    """An open call of somebody who wants to share or hand over the care of a project."""

    call: Call
    title: Words | None
    body: Body | None
    project: ProjectView | None
    closes: date | None


@dataclass(frozen=True)
class CareView:
    """Who looks after one project."""

    project: ProjectView

    @property
    def said(self) -> StewardshipView | None:
        """What people have stated."""
        return self.project.stewardship

    @property
    def is_named(self) -> bool:
        """Whether a unit, a contact or a body that looks after it has been stated."""
        said = self.said
        return said is not None and bool(said.unit or said.contact or said.body)

    @property
    def deputies(self) -> int | None:
        """How many can stand in."""
        return value_of(self.said.said.deputies) if self.said else None

    @property
    def budget_until(self) -> date | None:
        """The last day there is money for it."""
        return value_of(self.said.said.budget_until) if self.said else None

    @property
    def persons(self) -> tuple[Person, ...]:
        """Those who have chosen to be named, as long as that holds."""
        if not self.said:
            return ()
        contact = self.said.contact
        beside = (contact.person,) if contact and contact.person else ()
        today = self.project.edition.today
        return tuple(
            person
            for person in (*self.said.said.maintainers, *beside)
            if person.consent.date <= today and not expired(person.consent, today)
        )

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Where one is heard, as the forge and publiccode.yml say."""
        about, primary = self._about, self.project.primary
        found = []
        if about and self.forge and about.tracker is not False and not about.archived:
            found.append(Channel("issues", self.forge.issues))
        if about and about.discussions and primary:
            found.append(
                Channel("discussions", links.https(f"{primary.repository.url}/discussions"))
            )
        return (*found, *self._contacts)

    @property
    def _contacts(self) -> tuple[Channel, ...]:
        """Contacts of publiccode.yml: led to and counted, never copied."""
        primary = self.project.primary
        seen = primary.facts.publiccode if primary and primary.facts else None
        if not primary or not isinstance(seen, Found) or not seen.found.contacts:
            return ()
        link = self._link(seen.found.path)
        return (Channel("contacts", link.href if link else None, seen.found.contacts),)

    @cached_property
    def forge(self) -> ForgeView | None:
        """What the forge tells of its main repository: among it how outsiders are answered."""
        return self.project.forge

    @property
    def team(self) -> ActivityWindow | None:
        """How many have worked on it in two years."""
        return self.project.team

    @property
    def owners(self) -> Owners | None:
        """Who must look at a change, where the repository says."""
        primary = self.project.primary
        seen = primary.facts.documents if primary and primary.facts else None
        for document in seen.found if isinstance(seen, Found) else ():
            if document.kind == "codeowners" and (document.teams or document.persons):
                return Owners(self._link(document.path), document.teams, document.persons)
        return None

    def _link(self, path: str) -> Link | None:
        primary = self.project.primary
        if primary is None:
            return None
        repository = primary.repository
        cite = Cite(repository=repository.url, commit=repository.commit, path=path)
        return self.project.edition.link(cite)

    @property
    def _about(self) -> ForgeAbout | None:
        about = self.forge.facts.about if self.forge else None
        return about.found if isinstance(about, Found) else None


@dataclass(frozen=True)
class KeeperView(OfBody):
    """One body's projects: those that somebody is named for, and the others."""

    @cached_property
    def care(self) -> tuple[CareView, ...]:
        """Who looks after each that is not discontinued, archived or a mere fork."""
        return tuple(CareView(p) for p in self.projects if not p.level.left_ladder)

    @property
    def left_out(self) -> int:
        """How many need nobody any more."""
        return len(self.projects) - len(self.care)

    @cached_property
    def named(self) -> tuple[CareView, ...]:
        """Those that somebody is named for, units together."""
        found = [care for care in self.care if care.is_named]
        return tuple(sorted(found, key=_by_unit))

    @cached_property
    def unnamed(self) -> tuple[CareView, ...]:
        """Those that nobody is named for."""
        return tuple(care for care in self.care if not care.is_named)

    @property
    def with_contact(self) -> int:
        """How many have a role to write to."""
        return sum(1 for care in self.named if care.said and care.said.contact)

    @property
    def without_activity(self) -> int:
        """How many nobody has worked on for long, of those whose history was read."""
        day = self.edition.day
        last = (care.project.last_activity for care in self.care)
        return sum(1 for on in last if on and day.is_past(on, "maintained-partly"))


@dataclass(frozen=True)
class MaintainersView:
    """All bodies that publish, in alphabetical order."""

    edition: Edition
    keepers: tuple[KeeperView, ...]

    @property
    def named(self) -> tuple[KeeperView, ...]:
        """The bodies that have named somebody for something."""
        return tuple(keeper for keeper in self.keepers if keeper.named)

    @property
    def projects(self) -> int:
        """How many projects need somebody."""
        return sum(len(keeper.care) for keeper in self.keepers)

    @property
    def unnamed(self) -> int:
        """How many nobody is named for."""
        return sum(len(keeper.unnamed) for keeper in self.keepers)

    @property
    def seeking(self) -> tuple[Seeking, ...]:
        """Open calls for somebody to share the care, or to take it over."""
        known = {p.id: p for keeper in self.keepers for p in keeper.projects}
        bodies = self.edition.catalogue.bodies
        return tuple(
            Seeking(
                standing.call, self.edition.words(standing.call.title),
                bodies.get(standing.call.owner), known.get(standing.call.project or ""),
                standing.closes,
            )
            for standing in self.edition.calls
            if standing.call.type in _SEEK and standing.is_open
        )  # fmt: skip


def maintainers_view(edition: Edition, projects: Sequence[ProjectView]) -> MaintainersView:
    """Group projects by the body that publishes them."""
    owned = by_body(projects)
    bodies = in_order((edition.catalogue.bodies[body] for body in owned), edition)
    keepers = tuple(KeeperView(body, edition, owned[body.id]) for body in bodies)
    return MaintainersView(edition, keepers)


def _by_unit(care: CareView) -> tuple[object, object]:
    unit = (care.said.unit if care.said else None) or ""
    return (not unit, swedish(unit)), swedish(care.project.name)
