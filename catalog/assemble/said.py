"""Everything that is said of a project, field by field, and by whom."""

from collections.abc import Sequence

from catalog.assemble import classifying, describing, licensing, lifecycle, naming
from catalog.assemble.settling import Witness
from catalog.assemble.written import Written
from catalog.models.project import Said


def said_of(primary: Sequence[Witness], written: Written, called: str) -> Said:
    """Ask the primary repositories and what people write; ``called`` is the name failing both.

    Publiccode.yml comes first, then what else was harvested, then what people write, whose
    corrections come before all. Version and release date are never typed here.
    """
    return Said(
        name=naming.name_of(primary, written, called),
        url=naming.url_of(primary, written),
        landing=naming.landing_of(primary, written),
        short=describing.short_of(primary, written),
        long=describing.long_of(primary, written),
        features=describing.features_of(primary, written),
        documentation=describing.documentation_of(primary, written),
        categories=classifying.categories_of(primary, written),
        languages=classifying.languages_of(primary, written),
        licence=licensing.licence_of(primary, written),
        maintenance=lifecycle.maintenance_of(primary, written),
        version=lifecycle.version_of(primary),
        released=lifecycle.released_on(primary),
    )
