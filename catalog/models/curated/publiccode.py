"""The keys of publiccode.yml that people may write of a project here, with its names and types.

They are plain, never qualified: what remains of a project without ``catalog:`` is a (perhaps
incomplete) publiccode document. ``softwareVersion`` and ``releaseDate`` are always derived, and
what publiccode.yml itself has given up is not taken up here.
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints, model_validator

from catalog.models.address import Address
from catalog.models.base import Curated
from catalog.models.curated.refusal import refusal
from catalog.models.curated.words import Day, Language, Line, Lines, Mailbox, Truth
from catalog.models.facts import LifecycleWord

LanguageTag: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
]
CountryCode: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
StandardVersion: TypeAlias = Literal[
    "0", "0.2", "0.2.0", "0.2.1", "0.2.2", "0.3", "0.3.0", "0.4", "0.4.0", "0.5", "0.5.0", "0.7",
    "0.7.0",
]  # fmt: skip
SoftwareType: TypeAlias = Literal[
    "standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web",
    "standalone/backend", "standalone/other", "addon", "library", "configurationFiles",
]  # fmt: skip
MaintenanceType: TypeAlias = Literal["internal", "contract", "community", "none"]


class Description(Curated):
    """A project's description in one language."""

    localised_name: Line | None = None
    short_description: Annotated[Line, StringConstraints(max_length=150)] | None = None
    long_description: Annotated[Line, StringConstraints(max_length=10_000)] | None = None
    features: tuple[Line, ...] = ()
    documentation: Address | None = None
    api_documentation: Address | None = None
    screenshots: tuple[Line, ...] = ()
    videos: tuple[Address, ...] = ()
    awards: tuple[Line, ...] = ()


class Legal(Curated):
    """The licence and who holds the rights."""

    license: Line | None = None
    main_copyright_owner: Line | None = None


class Contractor(Curated):
    """A company that is paid to look after the project."""

    name: Line
    until: Day | None = None
    email: Mailbox | None = None
    website: Address | None = None


class MaintenanceContact(Curated):
    """A function that answers for the maintenance."""

    name: Line
    email: Mailbox | None = None
    phone: Line | None = None
    affiliation: Line | None = None


class Maintenance(Curated):
    """How the project is looked after."""

    type: MaintenanceType | None = None
    contractors: tuple[Contractor, ...] = ()
    contacts: tuple[MaintenanceContact, ...] = ()

    @model_validator(mode="after")
    def _contractors_have_a_contract(self) -> "Maintenance":
        if self.contractors and self.type not in (None, "contract"):
            message = f"contractors stand beside maintenance of the type '{self.type}'"
            hint = "write 'type: contract', or leave the contractors out"
            raise refusal("refused", message, hint, ("contractors",))
        return self


class Localisation(Curated):
    """Languages of the user interface."""

    localisation_ready: Truth | None = None
    available_languages: tuple[LanguageTag, ...] = ()


class Organisation(Curated):
    """An organisation by its identifier and name."""

    uri: Line
    name: Line | None = None


class Supported(Curated):
    """A law, standard or platform that the software supports."""

    id: Line


class Dependency(Curated):
    """Something the software needs to run."""

    name: Line
    version_min: Line | None = None
    version_max: Line | None = None
    version: Line | None = None
    optional: Truth | None = None


class Dependencies(Curated):
    """What the software needs to run, by how it may be had."""

    open: tuple[Dependency, ...] = ()
    proprietary: tuple[Dependency, ...] = ()
    hardware: tuple[Dependency, ...] = ()


class IntendedAudience(Curated):
    """Whom the software is made for."""

    countries: tuple[CountryCode, ...] = ()
    unsupported_countries: tuple[CountryCode, ...] = ()
    scope: tuple[Line, ...] = ()


class PubliccodeKeys(Curated):
    """A publiccode document in the making: every key but the name may be missing."""

    publiccode_yml_version: StandardVersion | None = None
    name: Line
    url: Address | None = None
    application_suite: Line | None = None
    landing_url: Annotated[Address | None, Field(alias="landingURL")] = None
    is_based_on: Lines = ()
    logo: Line | None = None
    roadmap: Address | None = None
    platforms: tuple[Line, ...] = ()
    categories: tuple[Line, ...] = ()
    used_by: tuple[Line, ...] = ()
    development_status: LifecycleWord | None = None
    software_type: SoftwareType | None = None
    intended_audience: IntendedAudience | None = None
    description: dict[Language, Description] = {}
    legal: Legal | None = None
    maintenance: Maintenance | None = None
    localisation: Localisation | None = None
    organisation: Organisation | None = None
    funded_by: tuple[Organisation, ...] = ()
    supports: tuple[Supported, ...] = ()
    depends_on: Dependencies | None = None
