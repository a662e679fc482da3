"""What people write in ``data/projects.yaml``: references, bodies, sources, projects, adoptions.

Keys are publiccode.yml's camelCase wherever it has the word; what it lacks stands under a project's
``catalog:``, so that removing that key leaves a publiccode document. Unknown is absent, never
``false``, ``0`` or an empty string. Calls are read with the rest and shown once the hub is built.
"""

from catalog.models.curated.adoptions import Adoption, Blocker, Metric, Scale, Stage
from catalog.models.curated.bodies import Body, BodyType, Contact, Reference
from catalog.models.curated.calls import Call
from catalog.models.curated.data import CuratedData
from catalog.models.curated.prerequisites import (
    DataProtection,
    Effort,
    Hosting,
    Identity,
    Integration,
    Leadership,
    Prerequisites,
    Protocol,
)
from catalog.models.curated.projects import (
    CatalogKeys,
    Description,
    Kind,
    Mandate,
    Origin,
    ProjectEntry,
    RepositoryRole,
    Role,
    Stewardship,
)
from catalog.models.curated.quantities import Count, Quantity
from catalog.models.curated.sources import ForgeName, GitHubApp, Selection, Source
from catalog.models.curated.words import Basis, EnvironmentName, Language, Slug, Text, in_language

__all__ = [
    "Adoption",
    "Basis",
    "Blocker",
    "Body",
    "BodyType",
    "Call",
    "CatalogKeys",
    "Contact",
    "Count",
    "CuratedData",
    "DataProtection",
    "Description",
    "Effort",
    "EnvironmentName",
    "ForgeName",
    "GitHubApp",
    "Hosting",
    "Identity",
    "Integration",
    "Kind",
    "Language",
    "Leadership",
    "Mandate",
    "Metric",
    "Origin",
    "Prerequisites",
    "ProjectEntry",
    "Protocol",
    "Quantity",
    "Reference",
    "RepositoryRole",
    "Role",
    "Scale",
    "Selection",
    "Slug",
    "Source",
    "Stage",
    "Stewardship",
    "Text",
    "in_language",
]
