"""What people write in ``data/projects.yaml``: references, bodies, sources, projects, adoptions.

Keys are publiccode.yml's camelCase wherever it has the word; what it lacks stands under a project's
``catalog:``, so that removing that key leaves a publiccode document. Unknown is absent, never
``false``, ``0`` or an empty string. Calls are read with the rest and shown once the hub is built.
"""

import datetime as dt
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, StringConstraints, model_validator

from catalog.models.address import Address
from catalog.models.base import Curated
from catalog.models.facts import LifecycleWord

Slug: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Language: TypeAlias = Literal["sv", "en"]
Text: TypeAlias = str | dict[Language, str]
Kind: TypeAlias = Literal["app", "addon", "library", "config", "site", "docs"]
Role: TypeAlias = Literal["primary", "component", "deployment", "docs"]
Stage: TypeAlias = Literal[
    "interested", "evaluating", "testing", "pilot", "production", "paused", "stopped", "retired"
]
Basis: TypeAlias = Literal["observed", "attested", "declared", "reported"]
BodyType: TypeAlias = Literal[
    "municipality", "region", "agency", "municipal-company", "association", "joint-body", "other"
]
ForgeName: TypeAlias = Literal["github", "gitlab", "forgejo", "git"]
Protocol: TypeAlias = Literal[
    "saml2", "oidc", "oauth2", "ldap", "ad", "scim", "bankid", "freja", "siths", "eidas",
    "skolfederation", "local-accounts", "none",
]  # fmt: skip
Blocker: TypeAlias = Literal[
    "identity", "infrastructure", "integration", "procurement", "legal", "licence",
    "data-protection", "documentation", "hard-coded", "language", "accessibility", "security",
    "competence", "supplier", "cost", "mandate", "timing", "feature-gap", "no-peer", "other",
]  # fmt: skip
Metric: TypeAlias = Literal[
    "accounts", "daily-users", "logins-per-day", "pupils", "teachers", "staff", "sites", "portals",
    "cases-per-year", "inhabitants",
]  # fmt: skip


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


class Body(Curated):
    """A public body, or an association or company of such."""

    id: Slug
    type: BodyType
    name: str
    name_en: str | None = None
    uri: Address | None = None
    org_number: str | None = None
    municipality_code: Annotated[str, StringConstraints(pattern=r"^\d{4}$")] | None = None
    population: "Count | None" = None
    policy: Address | None = None
    contact: Contact | None = None
    domains: tuple[str, ...] = ()


class Selection(Curated):
    """A repository taken in or left out, with the reason the status page shows.

    ``repo`` is an address, or a pattern of such: ``https://github.com/body/test-*``.
    """

    repo: Annotated[str, StringConstraints(pattern=r"^(?:https|local)://\S+$")]
    reason: Text


EnvironmentName: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")]


class GitHubApp(Curated):
    """A GitHub App that the harvest acts as; ``keyEnv`` names the variable with its private key.

    Without ``installation`` the forge is asked for the one of the source's account.
    """

    id: int
    key_env: EnvironmentName
    installation: int | None = None


class Source(Curated):
    """Where a body's repositories are harvested from.

    A ``git`` source is a list of ``urls``, or a ``folder`` of repositories below the catalogue
    (with ``baseUrl`` where they have a public address). A forge is listed by ``org`` (an
    organisation, a group with its subgroups, or a user), by ``topics`` across all owners, by
    ``urls``, or by several of these together. Tokens are only named here, never written.
    """

    id: Slug
    body: Slug
    forge: ForgeName
    org: str | None = None
    base_url: Address | None = None
    urls: tuple[Address, ...] = ()
    topics: tuple[str, ...] = ()
    folder: str | None = None
    verified: dt.date | None = None
    include: tuple[Selection, ...] = ()
    exclude: tuple[Selection, ...] = ()
    expected_projects: "Count | None" = None
    readme: Literal["full", "none"] = "none"
    token_env: EnvironmentName | None = None
    app: GitHubApp | None = None

    @property
    def is_list(self) -> bool:
        """Whether people name every repository, so that one they do not name is not its."""
        return bool(self.urls) and not (self.org or self.topics)

    @property
    def named(self) -> tuple[str, ...]:
        """The addresses that people give: a forge is asked for what is taken in by name as well."""
        if self.forge == "git":
            return self.urls
        return (*self.urls, *(one.repo for one in self.include if "*" not in one.repo))

    @model_validator(mode="after")
    def _says_where(self) -> "Source":
        if self.forge == "git":
            if bool(self.urls) == bool(self.folder):
                raise ValueError("a git source has either urls or a folder")
            if self.org or self.topics:
                raise ValueError("a git source has no org and no topics; name its forge")
        elif self.folder:
            raise ValueError("only a git source has a folder")
        elif not (self.org or self.urls or self.topics):
            raise ValueError(f"a {self.forge} source names its org, or gives urls or topics")
        if self.forge == "forgejo" and not self.base_url:
            raise ValueError("a forgejo source gives its baseUrl, for example https://codeberg.org")
        if self.app and (self.forge != "github" or self.token_env):
            raise ValueError("an app is for a github source without a tokenEnv")
        return self


class Quantity(Curated):
    """A number with what is known about it."""

    value: int
    qualifier: Literal["exact", "about", "min", "max", "derived"] = "exact"
    as_of: dt.date | None = None
    ref: Slug | None = None
    basis: Basis | None = None
    note: Text | None = None


Count: TypeAlias = int | Quantity


class Scale(Quantity):
    """How much an adoption carries, in one metric."""

    metric: Metric


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


class Override(Curated):
    """A correction of a harvested value: both are shown, with who corrected it, when and why.

    ``by`` is a function or a body, never a person.
    """

    value: Any
    reason: Text
    by: str
    date: dt.date


class CatalogKeys(Curated):
    """What publiccode.yml has no word for."""

    kind: Kind | None = None
    repos: tuple[RepositoryRole, ...] = ()
    match: tuple[str, ...] = ()
    override: dict[str, Override] = {}
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


class Call(Curated):
    """A collaboration call. A draft proposed by the catalogue is never shown as a body's own."""

    id: Slug
    type: Literal[
        "experience", "pilot-partner", "adopt-together", "co-develop", "co-fund",
        "joint-procurement", "user-group", "review", "maintainer", "handover",
    ]  # fmt: skip
    status: Literal[
        "draft", "open", "forming", "agreed", "active", "done", "expired", "withdrawn", "paused"
    ]
    title: Text
    owner: Slug
    ask: Text | None = None
    offer: Text | None = None
    project: Slug | None = None
    published: dt.date | None = None
    review_by: dt.date | None = None
    proposed_by: Literal["body", "catalog"] = "body"


class CuratedData(Curated):
    """Everything of ``data/projects.yaml``, or of ``data/projects/*.yaml`` together."""

    references: tuple[Reference, ...] = ()
    bodies: tuple[Body, ...] = ()
    sources: tuple[Source, ...] = ()
    projects: tuple[ProjectEntry, ...] = ()
    adoptions: tuple[Adoption, ...] = ()
    calls: tuple[Call, ...] = ()


def in_language(text: Text | None, language: Language) -> tuple[str, Language | None] | None:
    """Return the text and, where it is not in ``language``, the language it is in."""
    if text is None or isinstance(text, str):
        return None if text is None else (text, None)
    if language in text:
        return text[language], None
    other, words = next(iter(text.items()))
    return words, other
