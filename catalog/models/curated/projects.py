"""Projects as people describe them: publiccode.yml's keys, and ``catalog:`` for what it lacks."""

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, StringConstraints

from catalog.models.address import Address
from catalog.models.base import Curated
from catalog.models.curated.bodies import Account
from catalog.models.curated.overrides import Overrides
from catalog.models.curated.persons import Contact, Person
from catalog.models.curated.prerequisites import Prerequisites
from catalog.models.curated.publiccode import PubliccodeKeys
from catalog.models.curated.quantities import Fact
from catalog.models.curated.refusal import refusal
from catalog.models.curated.words import Day, Line, Number, Slug, Text, Truth, Year

Kind: TypeAlias = Literal["app", "addon", "library", "config", "site", "docs"]
Role: TypeAlias = Literal["primary", "component", "deployment", "docs"]
Forum: TypeAlias = Literal["user-group", "steering-group", "association", "open-meetings", "other"]
MandateKind: TypeAlias = Literal["political-decision", "management-decision", "policy", "other"]
_NEVER_EXPLAINED = ("LIC-1", "SEC-1", "SEC-2", "PRE-1", "PRE-2")


class RepositoryRole(Curated):
    """A repository of the project and what it is there for."""

    repo: Address
    role: Role = "component"


class Origin(Curated):
    """Who began it, when and why."""

    body: Slug | None = None
    since: Fact[Year] | None = None
    note: Text | None = None
    ref: Slug | None = None


class Mandate(Curated):
    """The decision to share and maintain."""

    kind: MandateKind
    date: Day | None = None
    reference: Line | None = None
    note: Text | None = None
    ref: Slug | None = None


class Stewardship(Curated):
    """Who looks after the project: body, unit, role contact, and for how long."""

    body: Slug | None = None
    unit: Fact[Line] | None = None
    contact: Contact | None = None
    maintainers: tuple[Person, ...] = ()
    deputies: Fact[Number] | None = None
    support_until: Fact[Day] | None = None
    budget_until: Fact[Day] | None = None
    steward: Fact[Line] | None = None


class Standard(Curated):
    """An open standard that data or log-in follow."""

    name: Line
    version: Line | None = None
    url: Address | None = None
    note: Text | None = None


class Governance(Curated):
    """Where those who use it decide, or are heard on, where it is going."""

    forum: Forum
    name: Line | None = None
    url: Address | None = None
    note: Text | None = None
    ref: Slug | None = None
    as_of: Day | None = None


class Supplier(Curated):
    """A company that can be paid to help."""

    name: Line
    services: tuple[Line, ...] = ()
    until: Fact[Day] | None = None
    url: Address | None = None
    accounts: tuple[Account, ...] = ()


class Operations(Curated):
    """Who runs it at the owner."""

    in_house: Truth | None = None
    note: Text | None = None
    ref: Slug | None = None
    as_of: Day | None = None


class Accessibility(Curated):
    """Whether everyone can use it, and how that is known."""

    standard: Line | None = None
    tested: Truth | None = None
    date: Day | None = None
    statement: Address | None = None
    note: Text | None = None
    ref: Slug | None = None


class Exit(Curated):
    """How an adopter gets its data out again."""

    formats: tuple[Line, ...] = ()
    documentation: Address | None = None
    note: Text | None = None
    ref: Slug | None = None
    as_of: Day | None = None


class Explanation(Curated):
    """Why a check is not met and need not be: one dated sentence, shown whole."""

    reason: Text
    date: Day
    by: Line | None = None


def _may_be_explained(check: str) -> str:
    if check in _NEVER_EXPLAINED or check.startswith("USE-"):
        hint = "mend it, or leave it as it is"
        raise refusal("refused", f"{check} is never explained away", hint)
    return check


CheckId: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[A-Z]{3}-[1-9][0-9]?$"), AfterValidator(_may_be_explained)
]


class CatalogKeys(Curated):
    """What publiccode.yml has no word for."""

    kind: Kind | None = None
    repos: tuple[RepositoryRole, ...] = ()
    match: tuple[Line, ...] = ()
    origin: Origin | None = None
    mandate: Mandate | None = None
    stewardship: Stewardship | None = None
    governance: Governance | None = None
    prerequisites: Prerequisites | None = None
    standards: tuple[Standard, ...] | None = None
    suppliers: tuple[Supplier, ...] | None = None
    operations: Operations | None = None
    accessibility: Accessibility | None = None
    exit: Exit | None = None
    demo: Address | None = None
    replaces: tuple[Slug, ...] = ()
    former: tuple[Slug, ...] = ()
    explained: dict[CheckId, Explanation] = {}
    open_questions: tuple[Text, ...] = ()
    override: Overrides = {}


class ProjectEntry(PubliccodeKeys):
    """A product as people describe it, over one repository, several, or (not yet known) none."""

    id: Slug
    body: Slug
    catalog: CatalogKeys = CatalogKeys()
