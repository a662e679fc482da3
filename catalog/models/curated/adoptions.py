"""Who uses what, how far, and how it went."""

from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Discriminator, Tag, model_validator

from catalog.models.address import Address
from catalog.models.base import Curated
from catalog.models.curated.persons import Consent, Contact
from catalog.models.curated.quantities import Fact, Qualified, Quantity
from catalog.models.curated.words import (
    Basis,
    Currency,
    Day,
    DayOrYear,
    Line,
    Number,
    Slug,
    Text,
    Truth,
    Year,
)

Stage: TypeAlias = Literal[
    "interested", "evaluating", "testing", "pilot", "production", "paused", "stopped", "retired"
]
Blocker: TypeAlias = Literal[
    "identity", "infrastructure", "integration", "procurement", "legal", "licence",
    "data-protection", "documentation", "hard-coded", "language", "accessibility", "security",
    "competence", "supplier", "cost", "mandate", "timing", "feature-gap", "no-peer", "other",
]  # fmt: skip
Metric: TypeAlias = Literal[
    "accounts", "daily-users", "logins-per-day", "pupils", "teachers", "staff", "sites", "portals",
    "cases-per-year", "inhabitants",
]  # fmt: skip
AdoptionRole: TypeAlias = Literal["originator", "adopter"]
Bodies: TypeAlias = Annotated[
    Annotated[Number, Tag("(number)")] | Annotated[Literal["several"], Tag("(word)")],
    Discriminator(lambda value: "(number)" if isinstance(value, int) else "(word)"),
]


class Scale(Quantity):
    """How much an adoption carries, in one metric."""

    metric: Metric


class Economy(Curated):
    """What it costs and saves, in whole units of the currency."""

    running_cost_per_year: Fact[Number] | None = None
    introduction_cost: Fact[Number] | None = None
    licence_cost_avoided: Fact[Number] | None = None
    currency: Currency = "SEK"
    year: Year | None = None
    method: Text | None = None


OVER: tuple[Stage, ...] = ("stopped", "retired")  # a pause may end


class AdoptionStep(Curated):
    """A stage that has been, and when it began."""

    date: DayOrYear
    stage: Stage
    note: Text | None = None


class Adoption(Curated):
    """One body's use of one project, or a counted number of bodies where they are not named."""

    id: Slug
    project: Slug
    stage: Stage
    as_of: Day
    basis: Basis
    body: Slug | None = None
    count: Bodies | None = None
    role: AdoptionRole | None = None
    since: Fact[DayOrYear] | None = None
    until: Fact[DayOrYear] | None = None
    version: Fact[Line] | None = None
    scale: tuple[Scale, ...] = ()
    economy: Economy | None = None
    hosting: Fact[Line] | None = None
    in_house: Truth | None = None
    supplier: Fact[Line] | None = None
    outcome: Text | None = None
    blockers: tuple[Blocker, ...] = ()
    modifications: Text | None = None
    variant_url: Address | None = None
    contact: Contact | None = None
    consent: Consent | None = None
    history: tuple[AdoptionStep, ...] = ()
    evidence: tuple[Address, ...] = ()
    note: Text | None = None
    ref: Slug | None = None

    @property
    def begun(self) -> date | int | None:
        """The day or the year from which it is so."""
        return self.since.value if isinstance(self.since, Qualified) else self.since

    @property
    def ended(self) -> date | int | None:
        """The day or the year until which it was so."""
        return self.until.value if isinstance(self.until, Qualified) else self.until

    @model_validator(mode="after")
    def _says_who(self) -> "Adoption":
        if (self.body is None) == (self.count is None):
            raise ValueError("name the body, or give a count where the bodies are not named")
        return self
