"""Everything that people write, together."""

from catalog.models.base import Curated
from catalog.models.curated.adoptions import Adoption
from catalog.models.curated.bodies import Body, Reference
from catalog.models.curated.calls import Call
from catalog.models.curated.projects import ProjectEntry
from catalog.models.curated.rejections import Rejection
from catalog.models.curated.sources import Source


class CuratedData(Curated):
    """Everything of ``data/projects.yaml``, or of ``data/projects/*.yaml`` together."""

    references: tuple[Reference, ...] = ()
    bodies: tuple[Body, ...] = ()
    sources: tuple[Source, ...] = ()
    projects: tuple[ProjectEntry, ...] = ()
    adoptions: tuple[Adoption, ...] = ()
    calls: tuple[Call, ...] = ()
    rejections: tuple[Rejection, ...] = ()
