"""Projects as people describe them: publiccode.yml's keys, and ``catalog:`` for what it lacks."""

import datetime as dt
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from catalog.models.address import Address
from catalog.models.base import Curated
from catalog.models.curated.bodies import Contact
from catalog.models.curated.prerequisites import Prerequisites
from catalog.models.curated.words import Language, Slug, Text
from catalog.models.facts import LifecycleWord

Kind: TypeAlias = Literal["app", "addon", "library", "config", "site", "docs"]
Role: TypeAlias = Literal["primary", "component", "deployment", "docs"]


class RepositoryRole(Curated):
    """A repository of the project and what it is there for."""

    repo: Address
    role: Role = "component"


class Origin(Curated):
    """Who began it, when and why."""

    body: Slug | None = None
    since: int | None = None
    note: Text | None = None
    ref: Slug | None = None


class Mandate(Curated):
    """The decision to share and maintain."""

    kind: Literal["political-decision", "management-decision", "policy", "other"]
    date: dt.date | None = None
    reference: str | None = None
    note: Text | None = None
    ref: Slug | None = None


class Stewardship(Curated):
    """Who looks after the project: body, unit, role contact, and for how long."""

    body: Slug | None = None
    unit: str | None = None
    contact: Contact | None = None
    deputies: int | None = None
    support_until: dt.date | None = None
    budget_until: dt.date | None = None
    steward: str | None = None


class CatalogKeys(Curated):
    """What publiccode.yml has no word for."""

    kind: Kind | None = None
    repos: tuple[RepositoryRole, ...] = ()
    match: tuple[str, ...] = ()
    origin: Origin | None = None
    mandate: Mandate | None = None
    stewardship: Stewardship | None = None
    prerequisites: Prerequisites | None = None
    open_questions: tuple[Text, ...] = ()


class Description(Curated):
    """A project's description in one language."""

    localised_name: str | None = None
    short_description: Annotated[str, StringConstraints(max_length=150)] | None = None
    long_description: str | None = None
    features: tuple[str, ...] = ()
    documentation: Address | None = None


class ProjectEntry(Curated):
    """A product as people describe it, over one repository, several, or (not yet known) none."""

    id: Slug
    name: str
    body: Slug
    description: dict[Language, Description] = {}
    development_status: LifecycleWord | None = None
    categories: tuple[str, ...] = ()
    landing_url: Annotated[Address | None, Field(alias="landingURL")] = None
    catalog: CatalogKeys = CatalogKeys()
