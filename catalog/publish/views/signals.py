"""Signals of use as those see them who are to confirm them: what was seen, where and when."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from catalog.hub.signals import Answer, Signal
from catalog.models.curated import SignalKind, Stage
from catalog.models.project import Project
from catalog.models.usage import address_of
from catalog.publish import links
from catalog.publish.views.adoption import AdoptionView
from catalog.publish.views.edition import Edition, Link, Whereabouts, Words
from catalog.publish.views.reuse import SHOWN, NeedView, TieView, need_view, tie_view


class TopicView(NamedTuple):
    """A topic, and the repository that bears it."""

    name: str
    whose: Whereabouts | None


class DeclaredView(NamedTuple):
    """What a body's own domain says; ``said`` is the day that it gives, ``until`` the end of it."""

    place: Link
    stage: Stage | None
    said: date | None
    until: date | None


@dataclass(frozen=True)
class SignalView:
    """One line of what is to be confirmed."""

    signal: Signal
    edition: Edition

    @property
    def id(self) -> str:
        """What the command line knows it by."""
        return self.signal.id

    @property
    def kind(self) -> SignalKind:
        """What was seen."""
        return self.signal.kind

    @property
    def project(self) -> Project:
        """What may be used."""
        return self.signal.project

    @property
    def owner_name(self) -> str:
        """Whose that is."""
        return self.edition.name_of(self.signal.project.body)

    @property
    def by(self) -> tuple[Project, ...]:
        """The body's own projects in which it is seen."""
        return self.signal.seen.by

    @property
    def on(self) -> date | None:
        """The latest day of it."""
        return self.signal.seen.on

    @property
    def is_direct(self) -> bool:
        """Whether code itself asks for a package, not only something that it needs."""
        return any(need.direct for need in self.signal.seen.needs)

    @property
    def shows_use(self) -> bool:
        """Whether it shows use by itself."""
        return self.signal.shows_use

    @property
    def answer(self) -> Answer:
        """What has been answered."""
        return self.signal.answer

    @property
    def needs(self) -> tuple[NeedView, ...]:
        """The first packages it rests on."""
        return tuple(need_view(need, self.edition) for need in self.signal.seen.needs[:SHOWN])

    @property
    def ties(self) -> tuple[TieView, ...]:
        """The first signs of descent it rests on."""
        return tuple(tie_view(tie, self.edition) for tie in self.signal.seen.ties[:SHOWN])

    @property
    def topics(self) -> tuple[TopicView, ...]:
        """The first topics it rests on."""
        topics = self.signal.seen.topics[:SHOWN]
        return tuple(TopicView(one.name, self.edition.whereabouts(one.url)) for one in topics)

    @property
    def declared(self) -> tuple[DeclaredView, ...]:
        """What the body's domains say."""
        return tuple(
            DeclaredView(Link(links.https(address_of(one.domain)), one.domain), one.used.stage,
                         one.said, one.used.until)
            for one in self.signal.seen.declared[:SHOWN]
        )  # fmt: skip

    @property
    def more(self) -> int:
        """How many places are not named."""
        seen = self.signal.seen
        those = (seen.needs, seen.ties, seen.topics, seen.declared)
        return sum(max(0, len(one) - SHOWN) for one in those)

    @property
    def adoption(self) -> AdoptionView | None:
        """What is written of it, which is too old to count where it is still asked about."""
        found = self.signal.adoption
        return AdoptionView(found, self.edition) if found else None

    @property
    def reason(self) -> Words | None:
        """Why somebody has said that it is none."""
        found = self.signal.rejection
        return self.edition.words(found.reason) if found else None

    @property
    def rejected_on(self) -> date | None:
        """When that was said."""
        return self.signal.rejection.as_of if self.signal.rejection else None


def to_confirm(edition: Edition, body: str) -> tuple[SignalView, ...]:
    """Return what a body is to be asked about."""
    return tuple(SignalView(s, edition) for s in edition.signals.of(body) if s.is_open)


def rejected(edition: Edition, body: str) -> tuple[SignalView, ...]:
    """Return what is not asked about, since somebody has said why it is none."""
    found = edition.signals.of(body)
    return tuple(SignalView(s, edition) for s in found if s.answer == "rejected")
