"""Public bodies, how to reach them, and the references that facts come from."""

import datetime as dt
from typing import Annotated, Literal, TypeAlias

from pydantic import StringConstraints

from catalog.models.address import Address
from catalog.models.base import Curated
from catalog.models.curated.quantities import Count
from catalog.models.curated.words import Language, Slug, Text


class Reference(Curated):
    """Where a stated fact comes from; cited by its ``id`` as ``ref``."""

    id: Slug
    title: Text
    kind: Literal["summary", "presentation", "recording", "decision", "page", "mail", "other"]
    date: dt.date
    lang: Language | None = None
    url: Address | None = None
    event: str | None = None


class Contact(Curated):
    """A function, never a person: a role with a mailbox or a form."""

    role: str
    mailbox: str | None = None
    form: Address | None = None
    confirmed: dt.date | None = None


BodyType: TypeAlias = Literal[
    "municipality", "region", "agency", "municipal-company", "association", "joint-body", "other"
]


class Body(Curated):
    """A public body, or an association or company of such."""

    id: Slug
    type: BodyType
    name: str
    name_en: str | None = None
    uri: Address | None = None
    org_number: str | None = None
    municipality_code: Annotated[str, StringConstraints(pattern=r"^\d{4}$")] | None = None
    population: Count | None = None
    policy: Address | None = None
    contact: Contact | None = None
    domains: tuple[str, ...] = ()
