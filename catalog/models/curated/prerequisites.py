"""What a body needs before it can introduce a project."""

from typing import Literal, TypeAlias

from catalog.models.address import Address
from catalog.models.base import Curated
from catalog.models.curated.quantities import Count, Fact
from catalog.models.curated.words import Day, Line, Slug, Text, Truth

Protocol: TypeAlias = Literal[
    "saml2", "oidc", "oauth2", "ldap", "ad", "scim", "bankid", "freja", "siths", "eidas",
    "skolfederation", "local-accounts", "none",
]  # fmt: skip
Login: TypeAlias = Literal["none", "optional", "required"]
Direction: TypeAlias = Literal["in", "out", "both"]


class Identity(Curated):
    """What the adopter's identity management must offer."""

    login: Login | None = None
    protocols: tuple[Protocol, ...] = ()
    account_source: Text | None = None
    attributes: tuple[Line, ...] = ()
    federation: Fact[Line] | None = None
    alternative: Text | None = None
    note: Text | None = None
    ref: Slug | None = None
    as_of: Day | None = None


class Hosting(Curated):
    """What the adopter's infrastructure must offer."""

    models: tuple[Line, ...] = ()
    runtime: Fact[Line] | None = None
    database: Fact[Line] | None = None
    sizing: tuple[Text, ...] = ()
    backup: Text | None = None
    note: Text | None = None
    ref: Slug | None = None
    as_of: Day | None = None


class Integration(Curated):
    """A system that the project talks to."""

    name: Line
    direction: Direction | None = None
    required: Truth | None = None
    standard: Line | None = None
    replaceable: Truth | None = None


class DataProtection(Curated):
    """Personal data, and what an adopter can reuse of the owner's work on it."""

    personal_data: Truth | None = None
    categories: tuple[Line, ...] = ()
    dpia: Address | None = None
    retention: Text | None = None


class Effort(Curated):
    """What an introduction takes."""

    roles: tuple[Line, ...] = ()
    hours: Count | None = None
    decisions: tuple[Line, ...] = ()
    note: Text | None = None


class Leadership(Curated):
    """What the adopter's leadership must stand behind."""

    note: Text
    ref: Slug | None = None
    as_of: Day | None = None


class Prerequisites(Curated):
    """What a body needs before it can introduce the project."""

    identity: Identity | None = None
    hosting: Hosting | None = None
    integrations: tuple[Integration, ...] | None = None
    proprietary: tuple[Line, ...] | None = None
    data: DataProtection | None = None
    effort: Effort | None = None
    leadership: Leadership | None = None
