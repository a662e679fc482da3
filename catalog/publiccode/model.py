"""What could be used of a publiccode.yml: every key may be missing, none is wrong."""

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel

from catalog.models.base import Frozen


class _Part(Frozen):
    model_config = ConfigDict(
        frozen=True, extra="ignore", alias_generator=to_camel, populate_by_name=True
    )


class Organisation(_Part):
    """Who publishes or funds the software."""

    uri: str | None = None
    name: str | None = None


class Description(_Part):
    """The software in one language."""

    localised_name: str | None = None
    short_description: str | None = None
    long_description: str | None = None
    documentation: str | None = None
    api_documentation: str | None = None
    features: tuple[str, ...] = ()
    screenshots: tuple[str, ...] = ()
    videos: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()


class Audience(_Part):
    """Whom the software is for."""

    scope: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    unsupported_countries: tuple[str, ...] = ()


class Legal(_Part):
    """The licence, and who holds the copyright."""

    license: str | None = None
    main_copyright_owner: str | None = None
    repo_owner: str | None = None


class Contractor(_Part):
    """Who is paid to look after the software, and until when."""

    name: str | None = None
    until: str | None = None
    email: str | None = None
    website: str | None = None


class Contact(_Part):
    """Whom to turn to; the standard asks for persons, which the catalogue never copies."""

    name: str | None = None
    email: str | None = None
    affiliation: str | None = None
    phone: str | None = None


class Maintenance(_Part):
    """How the software is looked after."""

    type: str | None = None
    contractors: tuple[Contractor, ...] = ()
    contacts: tuple[Contact, ...] = ()


class Localisation(_Part):
    """Whether the software can be translated, and into what it has been."""

    localisation_ready: bool | None = None
    available_languages: tuple[str, ...] = ()


class Dependency(_Part):
    """Something that must be there for the software to run."""

    name: str | None = None
    version_min: str | None = None
    version_max: str | None = None
    version: str | None = None
    optional: bool | None = None


class Dependencies(_Part):
    """What must be there, by how it is licensed."""

    open: tuple[Dependency, ...] = ()
    proprietary: tuple[Dependency, ...] = ()
    hardware: tuple[Dependency, ...] = ()


class Support(_Part):
    """A standard, regulation or system that the software supports."""

    id: str | None = None


class Publiccode(_Part):
    """A publiccode.yml, as far as it can be used."""

    publiccode_yml_version: str | None = None
    name: str | None = None
    application_suite: str | None = None
    url: str | None = None
    landing_url: str | None = Field(default=None, alias="landingURL")
    is_based_on: tuple[str, ...] = ()
    software_version: str | None = None
    release_date: str | None = None
    logo: str | None = None
    organisation: Organisation = Organisation()
    platforms: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    used_by: tuple[str, ...] = ()
    funded_by: tuple[Organisation, ...] = ()
    roadmap: str | None = None
    development_status: str | None = None
    software_type: str | None = None
    supports: tuple[Support, ...] = ()
    intended_audience: Audience = Audience()
    description: dict[str, Description] = {}
    legal: Legal = Legal()
    maintenance: Maintenance = Maintenance()
    localisation: Localisation = Localisation()
    depends_on: Dependencies = Dependencies()
