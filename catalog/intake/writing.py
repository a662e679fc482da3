"""The edits of a proposal, written into a catalogue's curated files."""

from collections.abc import Sequence
from pathlib import Path

from catalog.intake.edits import Add, Edit, Put
from catalog.store.curated import contents_of
from catalog.store.editing import Edit as NewEntry
from catalog.store.editing import added, changed, written


def edited(catalogue: Path, edits: Sequence[Edit]) -> dict[str, bytes]:
    """Write the edits, and return every file of the curated data as it is then.

    Raises:
        DataProblemsError: the data would have problems that it has not now.
        EditError: a file is written so that it cannot be edited safely.
    """
    entries = [NewEntry(edit.list, edit.values) for edit in edits if isinstance(edit, Add)]
    written(added(catalogue, entries))
    for edit in edits:
        if isinstance(edit, Put):
            written(changed(catalogue, edit.list, edit.id, edit.path, edit.value))
    return dict(contents_of(catalogue))
