"""Reads a catalogue, judges it and gives one edition a language."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from catalog.assemble import load as load_catalogue
from catalog.models.curated import Language
from catalog.publish.views.edition import Edition
from catalog.publish.views.wording import Wording
from catalog.readiness.extension import model_of
from catalog.readiness.levels import assess


def editions(folder: Path, languages: Sequence[Language], today: date) -> tuple[Edition, ...]:
    """Return the catalogue in a folder as it stands ``today``, in each language.

    Raises:
        NotACatalogueError: the folder holds no curated data.
        DataProblemsError: the curated data, or the catalogue's own model, has errors.
    """
    catalogue, model = load_catalogue(folder), model_of(folder)
    assessments = {p.id: assess(p, model, today) for p in catalogue.projects}
    return tuple(
        Edition(catalogue, assessments, Wording(model, language), today) for language in languages
    )
