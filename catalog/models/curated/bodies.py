"""Public bodies, and the references that facts come from."""

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, StringConstraints

from catalog.models.address import Address
from catalog.models.base import Curated
from catalog.models.curated.persons import Contact
from catalog.models.curated.quantities import Count
from catalog.models.curated.refusal import refusal
from catalog.models.curated.words import Day, Domain, ForgeName, Language, Line, Slug, Text

BodyType: TypeAlias = Literal[
    "municipality", "region", "agency", "municipal-company", "association", "joint-body", "other"
]
ReferenceKind: TypeAlias = Literal[
    "summary", "presentation", "recording", "decision", "page", "mail", "other"
]


def _check_digit(number: str) -> str:
    """Take a number whose digits add up as the Swedish rule (Luhn, modulus 10) has it."""
    digits = [int(digit) * (2 - place % 2) for place, digit in enumerate(number.replace("-", ""))]
    if sum(digit // 10 + digit % 10 for digit in digits) % 10:
        hint = "compare with the decision or invoice it was taken from; one digit is wrong"
        raise refusal("refused", f"'{number}' is no organisation number: it does not add up", hint)
    return number


OrgNumber: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^\d{6}-\d{4}$"), AfterValidator(_check_digit)
]
MunicipalityCode: TypeAlias = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]


class Reference(Curated):
    """Where a stated fact comes from; cited by its ``id`` as ``ref``."""

    id: Slug
    title: Text
    kind: ReferenceKind
    date: Day
    lang: Language | None = None
    url: Address | None = None
    event: Line | None = None


class Account(Curated):
    """An account of a body on a forge; ``baseUrl`` where the forge is not the well-known one."""

    forge: ForgeName
    name: Line
    base_url: Address | None = None


class Body(Curated):
    """A public body, or an association or company of such."""

    id: Slug
    type: BodyType
    name: Line
    name_en: Line | None = None
    uri: Address | None = None
    org_number: OrgNumber | None = None
    municipality_code: MunicipalityCode | None = None
    population: Count | None = None
    policy: Address | None = None
    contact: Contact | None = None
    domains: tuple[Domain, ...] = ()
    accounts: tuple[Account, ...] = ()
