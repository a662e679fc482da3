"""Who looks after a project, as the body has said."""

from dataclasses import dataclass
from datetime import date

from catalog.models.curated import Body, Contact, Stewardship, value_of
from catalog.publish.views.edition import Edition


@dataclass(frozen=True)
class StewardshipView:
    """Unit, role contact and for how long."""

    said: Stewardship
    edition: Edition

    @property
    def body(self) -> Body | None:
        """The body that looks after it."""
        return self.edition.catalogue.bodies.get(self.said.body or "")

    @property
    def unit(self) -> str | None:
        """The unit of the body."""
        return value_of(self.said.unit)

    @property
    def contact(self) -> Contact | None:
        """The role to write to."""
        return self.said.contact

    @property
    def contact_stale(self) -> bool:
        """Whether nobody has confirmed the contact for too long."""
        confirmed = self.said.contact.confirmed if self.said.contact else None
        return self.edition.day.is_old(confirmed, "contact")

    @property
    def support_until(self) -> date | None:
        """The last day of promised support."""
        return value_of(self.said.support_until)

    @property
    def support_over(self) -> bool:
        """Whether that day has passed."""
        return self.support_until is not None and self.support_until < self.edition.today
