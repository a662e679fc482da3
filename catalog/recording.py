"""Notes in ``data/history.csv`` what a harvest changed: the catalogue is judged, and compared."""

from datetime import date
from pathlib import Path

from catalog.assemble import assemble
from catalog.hub.calls import standings
from catalog.models.project import Project
from catalog.readiness.extension import model_of
from catalog.readiness.levels import assess
from catalog.readiness.measuring import measured
from catalog.store.curated import read_curated
from catalog.store.history import HistoryError, add_to_history
from catalog.store.snapshot import read_snapshot


def record(catalogue: Path, today: date) -> int:
    """Add the lines of a day to the history; return how many the day has.

    Projects of a source that failed keep their last facts, so they count as they stand. Of a file
    of the snapshot that is damaged nothing is known, so then nothing is noted of the day.

    Raises:
        NotACatalogueError, DataProblemsError: the data cannot be used.
        HistoryError: nothing can be added to the history, or from the snapshot, as it is.
        OSError: the history could not be written.
    """
    model, snapshot = model_of(catalogue), read_snapshot(catalogue)
    if snapshot.problems:
        raise HistoryError(f"{snapshot.problems[0]}; nothing was added")
    now = {
        project.id: measured(project, assess(project, model, today), _open(project, today))
        for project in assemble(read_curated(catalogue), snapshot).projects
    }
    return add_to_history(catalogue, now, today)


def _open(project: Project, today: date) -> int:
    """Return how many calls about a project can be answered."""
    return sum(standing.is_open for standing in standings(project.calls, today))
