"""Joins what people write with what machines read: products, identity, and who said what."""

from pathlib import Path

from catalog.assemble.catalogue import assemble
from catalog.models.project import Catalogue
from catalog.store.curated import read_curated
from catalog.store.snapshot import read_snapshot

__all__ = ["assemble", "load"]


def load(folder: Path) -> Catalogue:
    """Read the catalogue in a folder: its curated data, its snapshot, joined.

    Raises:
        NotACatalogueError: the folder holds no curated data.
        DataProblemsError: the curated data has errors.
    """
    return assemble(read_curated(folder), read_snapshot(folder))
