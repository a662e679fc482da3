"""The reuse map: between all bodies, and of one body, as a picture and as a table."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from catalog.hub.packages import Need
from catalog.hub.reuse import Answered, Edge, How, Tie
from catalog.models.curated import Body
from catalog.models.project import Project
from catalog.models.verdict import Cite
from catalog.publish.layout import Line, Name, Picture, picture
from catalog.publish.sorting import swedish
from catalog.publish.views.adoption import AdoptionView
from catalog.publish.views.call import CallView
from catalog.publish.views.descent import SignView, sign_view
from catalog.publish.views.edition import Edition, Link, Whereabouts

_SEVERAL = 2
SHOWN = 3  # places that are named of each edge; the others are counted


class NeedView(NamedTuple):
    """A package that is needed: its name, what is locked of it, and where that is said."""

    name: str
    version: str | None
    place: Link | None


class TieView(NamedTuple):
    """What tells of a descent, and the repository that has it."""

    whose: Whereabouts | None
    sign: SignView | None


class Owned(NamedTuple):
    """A project that its own body reuses, and by how many of its projects."""

    project: Project
    body_name: str
    users: int


@dataclass(frozen=True)
class EdgeView:
    """One line of the table."""

    edge: Edge
    edition: Edition

    @property
    def how(self) -> How:
        """In which way it is reused."""
        return self.edge.how

    @property
    def by(self) -> Project | None:
        """The project that is built on it."""
        return self.edge.by

    @property
    def used(self) -> Project:
        """The project that is reused."""
        return self.edge.used

    @property
    def body(self) -> Body | None:
        """The body that reuses it; None where that is not named."""
        return self.edition.catalogue.bodies.get(self.edge.body or "")

    @property
    def body_name(self) -> str:
        """Its name in the language of the page."""
        return self.edition.name_of(self.body) if self.body else ""

    @property
    def owner_name(self) -> str:
        """Whose the project is."""
        return self.edition.name_of(self.edge.used.body)

    @property
    def on(self) -> date | None:
        """The latest day of what it rests on."""
        return self.edge.on

    @property
    def is_direct(self) -> bool:
        """Whether the project itself asks for a package, not only one that it needs."""
        return any(need.direct for need in self.edge.needs)

    @property
    def needs(self) -> tuple[NeedView, ...]:
        """The first packages it rests on."""
        return tuple(need_view(need, self.edition) for need in self.edge.needs[:SHOWN])

    @property
    def ties(self) -> tuple[TieView, ...]:
        """The first signs of descent it rests on."""
        return tuple(tie_view(tie, self.edition) for tie in self.edge.ties[:SHOWN])

    @property
    def more(self) -> int:
        """How many places are not named."""
        return max(0, len(self.edge.needs) + len(self.edge.ties) - SHOWN)

    @property
    def adoption(self) -> AdoptionView | None:
        """Who uses it how far."""
        found = self.edge.adoption
        return AdoptionView(found, self.edition) if found else None

    @property
    def answered(self) -> Answered | None:
        """How far the body goes along with a call."""
        return self.edge.answered

    @property
    def call(self) -> CallView | None:
        """The call that it has made or answered."""
        return CallView(self.edge.answered.standing, self.edition) if self.edge.answered else None

    @property
    def order(self) -> tuple[object, ...]:
        """What puts the table in alphabetical order: what is used, then who uses it."""
        by = swedish(self.by.name) if self.by else ()
        return swedish(self.used.name), self.used.id, swedish(self.body_name), by, self.edge.key


def need_view(need: Need, edition: Edition) -> NeedView:
    """Show a package that is needed."""
    repository = need.repository
    cite = Cite(repository=repository.url, commit=repository.commit, path=need.path)
    return NeedView(need.package[1], need.version, edition.link(cite))


def tie_view(tie: Tie, edition: Edition) -> TieView:
    """Show what tells of a descent."""
    whose = edition.whereabouts(tie.url)
    return TieView(whose, sign_view(tie.sign, edition) if tie.sign else None)


def _rows(edges: Iterable[Edge], edition: Edition) -> tuple[EdgeView, ...]:
    return tuple(sorted((EdgeView(e, edition) for e in edges), key=lambda row: row.order))


def drawn(rows: Iterable[EdgeView], itself: str, unnamed: str) -> Picture:
    """Draw edges; the words are for a body that uses it as such, and for bodies without a name."""
    return picture(_line(row, itself, unnamed) for row in rows)


def _line(row: EdgeView, itself: str, unnamed: str) -> Line:
    used = Name(f"project {row.used.id}", row.used.name, row.owner_name)
    if row.by:
        user = Name(f"project {row.by.id}", row.by.name, row.body_name)
    elif row.body:
        user = Name(f"body {row.body.id}", itself, row.body_name)
    else:
        user = Name("unnamed", unnamed, "")
    return Line(used, user, row.how)


@dataclass(frozen=True)
class ReuseView:
    """The map of all bodies: every edge between two, and what each reuses of its own."""

    edition: Edition

    @cached_property
    def rows(self) -> tuple[EdgeView, ...]:
        """The edges between bodies."""
        return _rows(self.edition.reuse.between, self.edition)

    def picture(self, itself: str, unnamed: str) -> Picture:
        """Return them at their places."""
        return drawn(self.rows, itself, unnamed)

    @cached_property
    def owned(self) -> tuple[Owned, ...]:
        """Projects that several others of the same body build on, in alphabetical order."""
        pairs = {(e.used.id, e.by.id): e for e in self.edition.reuse.edges if e.is_within and e.by}
        users = Counter(used for used, _ in pairs)
        projects = {edge.used.id: edge.used for edge in pairs.values()}
        found = (
            Owned(project, self.edition.name_of(project.body), users[project.id])
            for project in projects.values()
            if users[project.id] >= _SEVERAL
        )
        return tuple(sorted(found, key=lambda o: (swedish(o.project.name), o.project.id)))


@dataclass(frozen=True)
class BodyReuse:
    """What a body reuses of others and of its own, and what others reuse of it."""

    body: Body
    edition: Edition

    @cached_property
    def into(self) -> tuple[EdgeView, ...]:
        """What others reuse of it."""
        return _rows(self.edition.reuse.of(self.body.id, "in"), self.edition)

    @cached_property
    def out(self) -> tuple[EdgeView, ...]:
        """What it reuses of others."""
        return _rows(self.edition.reuse.of(self.body.id, "out"), self.edition)

    @cached_property
    def within(self) -> tuple[EdgeView, ...]:
        """What it reuses of its own."""
        return _rows(self.edition.reuse.of(self.body.id, "within"), self.edition)

    def picture(self, itself: str, unnamed: str) -> Picture:
        """Return what it reuses of its own, and what there is between it and others."""
        return drawn((*self.into, *self.out, *self.within), itself, unnamed)
