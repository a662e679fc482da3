"""Who uses what, how far, and how it went."""

import datetime as dt
from typing import Literal, TypeAlias

from pydantic import model_validator

from catalog.models.base import Curated
from catalog.models.curated.quantities import Quantity
from catalog.models.curated.words import Basis, Slug, Text

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


class Scale(Quantity):
    """How much an adoption carries, in one metric."""

    metric: Metric


class Adoption(Curated):
    """One body's use of one project, or a counted number of bodies where they are not named."""

    id: Slug
    project: Slug
    stage: Stage
    as_of: dt.date
    basis: Basis
    body: Slug | None = None
    count: Literal["several"] | int | None = None
    role: Literal["originator", "adopter"] | None = None
    since: dt.date | int | None = None
    until: dt.date | int | None = None
    version: str | None = None
    scale: tuple[Scale, ...] = ()
    supplier: str | None = None
    outcome: Text | None = None
    blockers: tuple[Blocker, ...] = ()
    note: Text | None = None
    ref: Slug | None = None

    @model_validator(mode="after")
    def _says_who(self) -> "Adoption":
        if (self.body is None) == (self.count is None):
            raise ValueError("name the body, or give a count where the bodies are not named")
        return self
