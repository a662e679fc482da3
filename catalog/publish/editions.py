"""Reads a catalogue, judges it and gives one edition a language."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from catalog.assemble import assemble
from catalog.models.curated import Language
from catalog.publish.collector import without_collector
from catalog.publish.readmes.kept import Readmes
from catalog.publish.views.edition import Edition
from catalog.publish.views.wording import Wording
from catalog.readiness.extension import model_of
from catalog.readiness.levels import assess
from catalog.store.curated import read_located
from catalog.store.history import read_history
from catalog.store.snapshot import read_snapshot


def editions(folder: Path, languages: Sequence[Language], today: date) -> tuple[Edition, ...]:
    """Return the catalogue in a folder as it stands ``today``, in each language.

    Raises:
        NotACatalogueError: the folder holds no curated data.
        DataProblemsError: the curated data, or the catalogue's own model, has errors.
    """
    located, model = read_located(folder), model_of(folder)
    with without_collector():
        snapshot = read_snapshot(folder)
        catalogue = assemble(located.curated, snapshot)
        assessments = {p.id: assess(p, model, today) for p in catalogue.projects}
        history = read_history(folder).until(today)
    readmes = Readmes(folder, folder / ".cache" / "readmes")
    shared = (today, located.places, history, readmes, snapshot.files)
    return tuple(
        Edition(catalogue, assessments, Wording(model, language), *shared) for language in languages
    )
