"""What a body needs before it can introduce a project."""

import datetime as dt
from typing import Literal, TypeAlias

from catalog.models.address import Address
from catalog.models.base import Curated
from catalog.models.curated.quantities import Count
from catalog.models.curated.words import Slug, Text

Protocol: TypeAlias = Literal[
    "saml2", "oidc", "oauth2", "ldap", "ad", "scim", "bankid", "freja", "siths", "eidas",
    "skolfederation", "local-accounts", "none",
]  # fmt: skip


class Identity(Curated):
    """What the adopter's identity management must offer."""

    login: Literal["none", "optional", "required"] | None = None
    protocols: tuple[Protocol, ...] = ()
    account_source: Text | None = None
    attributes: tuple[str, ...] = ()
    federation: str | None = None
    alternative: Text | None = None
    note: Text | None = None
    ref: Slug | None = None
    as_of: dt.date | None = None


class Hosting(Curated):
    """What the adopter's infrastructure must offer."""

    models: tuple[str, ...] = ()
    runtime: str | None = None
    database: str | None = None
    sizing: tuple[Text, ...] = ()
    backup: Text | None = None
    note: Text | None = None
    ref: Slug | None = None
    as_of: dt.date | None = None


class Integration(Curated):
    """A system that the project talks to."""

    name: str
    direction: Literal["in", "out", "both"] | None = None
    required: bool | None = None
    standard: str | None = None
    replaceable: bool | None = None


class DataProtection(Curated):
    """Personal data, and what an adopter can reuse of the owner's work on it."""

    personal_data: bool | None = None
    categories: tuple[str, ...] = ()
    dpia: Address | None = None
    retention: Text | None = None


class Effort(Curated):
    """What an introduction takes."""

    roles: tuple[str, ...] = ()
    hours: Count | None = None
    decisions: tuple[str, ...] = ()
    note: Text | None = None


class Leadership(Curated):
    """What the adopter's leadership must stand behind."""

    note: Text
    ref: Slug | None = None
    as_of: dt.date | None = None


class Prerequisites(Curated):
    """What a body needs before it can introduce the project."""

    identity: Identity | None = None
    hosting: Hosting | None = None
    integrations: tuple[Integration, ...] | None = None
    proprietary: tuple[str, ...] | None = None
    data: DataProtection | None = None
    effort: Effort | None = None
    leadership: Leadership | None = None
