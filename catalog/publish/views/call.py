"""A call for collaboration: one line of the board, and its own page."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote, urlencode

from catalog.hub.calls import Moment, Standing
from catalog.models.curated import (
    Body,
    CallStatus,
    CallType,
    Contact,
    Participation,
    Qualified,
    value_of,
)
from catalog.models.project import Project
from catalog.publish import links
from catalog.publish.views.edition import Edition, Words
from catalog.store.curated import Written


class Party(NamedTuple):
    """A body that has answered: how far it goes along, since when, and what it says."""

    body: Body | None
    name: str
    role: Participation
    since: date | None
    note: Words | None


class Step(NamedTuple):
    """A change of status; ``by_date``: a date or an answer made it, nobody wrote it."""

    moment: Moment
    note: Words | None


class Money(NamedTuple):
    """A sum, and whether it is more or less exact."""

    amount: int
    currency: str
    qualifier: str


@dataclass(frozen=True)
class CallView:
    """Everything the pages say of one call."""

    standing: Standing
    edition: Edition

    @property
    def id(self) -> str:
        """The call's id, which is also its address."""
        return self.standing.call.id

    @property
    def type(self) -> CallType:
        """What kind of collaboration is asked for."""
        return self.standing.call.type

    @property
    def status(self) -> CallStatus:
        """How far it has come on the day."""
        return self.standing.status

    @property
    def is_open(self) -> bool:
        """Whether a body can still answer."""
        return self.standing.is_open

    @property
    def is_joint(self) -> bool:
        """Whether procurement law has to be thought of."""
        return self.standing.is_joint

    @property
    def closes(self) -> date | None:
        """The last day on which it is open."""
        return self.standing.closes

    @property
    def is_deadline(self) -> bool:
        """Whether that day is the owner's own last day, not the one to look at it again."""
        return self.closes is not None and self.closes == self.standing.call.deadline

    @cached_property
    def title(self) -> Words:
        """What it is about."""
        return self.edition.words(self.standing.call.title) or Words(self.id)

    @property
    def owner(self) -> Body | None:
        """The body that asks."""
        return self.edition.catalogue.bodies.get(self.standing.call.owner)

    @property
    def owner_name(self) -> str:
        """Its name in the language of the page."""
        return self._name(self.standing.call.owner)

    @property
    def project(self) -> Project | None:
        """The project it is about, where it is about one."""
        return self.edition.project(self.standing.call.project)

    @property
    def ask(self) -> Words | None:
        """What is asked for."""
        return self.edition.words(self.standing.call.ask)

    @property
    def offer(self) -> Words | None:
        """What is given in return."""
        return self.edition.words(self.standing.call.offer)

    @property
    def benefit(self) -> Words | None:
        """What those who join gain."""
        return self.edition.words(self.standing.call.benefit)

    @property
    def scope(self) -> Words | None:
        """What belongs to it, and what does not."""
        return self.edition.words(self.standing.call.scope)

    @property
    def legal_form(self) -> Words | None:
        """How it is agreed on."""
        return self.edition.words(self.standing.call.legal_form)

    @property
    def open_to(self) -> Words | None:
        """Who may join."""
        return self.edition.words(self.standing.call.open_to)

    @property
    def outcome(self) -> Words | None:
        """How it went."""
        return self.edition.words(self.standing.call.outcome)

    @property
    def paused_until(self) -> date | None:
        """When it goes on, where it rests."""
        return self.standing.call.paused_until

    @property
    def link(self) -> str | None:
        """Where more can be read."""
        return links.https(self.standing.call.link)

    @property
    def hours(self) -> int | None:
        """The hours of work it takes."""
        need = self.standing.call.need
        return value_of(need.effort_hours) if need else None

    @property
    def money(self) -> Money | None:
        """What it costs those who join."""
        need = self.standing.call.need
        amount = value_of(need.money) if need else None
        if need is None or amount is None:
            return None
        said = need.money.qualifier if isinstance(need.money, Qualified) else "exact"
        return Money(amount, need.currency, said)

    @property
    def skills(self) -> tuple[str, ...]:
        """What those who join have to know."""
        need = self.standing.call.need
        return need.skills if need else ()

    @property
    def decision(self) -> Words | None:
        """Who at a body has to decide on joining."""
        need = self.standing.call.need
        return self.edition.words(need.decision_level) if need else None

    @property
    def need_note(self) -> Words | None:
        """What else is said of what it takes."""
        need = self.standing.call.need
        return self.edition.words(need.note) if need else None

    @property
    def contact(self) -> Contact | None:
        """The function that answers."""
        return self.standing.call.contact

    @property
    def contact_form(self) -> str | None:
        """The owner's own form."""
        return links.https(self.contact.form) if self.contact else None

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Who has answered, the most committed first."""
        bodies = self.edition.catalogue.bodies
        return tuple(
            Party(bodies.get(p.body), self._name(p.body), p.role, p.since,
                  self.edition.words(p.note))
            for p in self.standing.participants
        )  # fmt: skip

    @property
    def steps(self) -> tuple[Step, ...]:
        """What has been, oldest first."""
        return tuple(Step(m, self.edition.words(m.note)) for m in self.standing.history)

    @property
    def edited(self) -> Written | None:
        """Where it is written in the catalogue's own data."""
        return self.edition.places.get(("calls", self.id))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in, where its texts say so."""
        title = self.standing.call.title
        return () if isinstance(title, str) else tuple(sorted(title))

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories of its project."""
        said = self.project.said.categories if self.project else None
        return said.value if said else ()

    def interest(self, repository: str | None, title: str, body: str) -> str | None:
        """Return where interest is registered: a new issue of the catalogue's, prefilled.

        On GitHub that is the form for it, elsewhere an issue. In ``title`` and ``body`` stand
        ``{title}`` and ``{call}`` for what the call is called and its id.
        """
        style = links.style_of(repository) if repository else None
        if not repository or not style:
            return None
        named, text = self._filled(title), self._filled(body)
        asked: dict[links.Style, dict[str, str]] = {
            "github": {"template": "interest.yml", "title": named, "call": self.id},
            "gitlab": {"issue[title]": named, "issue[description]": text},
            "forgejo": {"title": named, "body": text},
        }
        between = "/-" if style == "gitlab" else ""
        return f"{repository}{between}/issues/new?{urlencode(asked[style], quote_via=quote)}"

    def mail(self, subject: str, body: str, address: str | None) -> str | None:
        """Return a letter to the function that answers, prefilled; ``address`` is the page's."""
        mailbox = self.contact.mailbox if self.contact else None
        if not mailbox:
            return None
        text = "\n\n".join(filter(None, (self._filled(body), address)))
        asked = urlencode({"subject": self._filled(subject), "body": text}, quote_via=quote)
        return f"mailto:{quote(mailbox, safe='@')}?{asked}"

    def _filled(self, text: str) -> str:
        """Fill in a text of the template's, which as markup would escape what it is given."""
        plainly = "".join(text)
        return plainly.replace("{title}", self.title.text).replace("{call}", self.id)

    def _name(self, body: str) -> str:
        known = self.edition.catalogue.bodies.get(body)
        return self.edition.name_of(known) if known else body


def calls_of(edition: Edition, standings: tuple[Standing, ...]) -> tuple[CallView, ...]:
    """Return calls as views, in their order."""
    return tuple(CallView(standing, edition) for standing in standings)
