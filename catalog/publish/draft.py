"""Drafts of files for the repositories of a project."""

from pathlib import Path

from catalog.assemble import load
from catalog.models.curated import Language
from catalog.publiccode.drafter import draft
from catalog.publish.explain import find


def draft_publiccode(folder: Path, name: str, language: Language) -> str:
    """Return the best publiccode.yml that the catalogue can write for a project.

    Raises:
        NoSuchProjectError: none is called that; the text suggests what may be meant.
    """
    catalogue = load(folder)
    return draft(find(catalogue.projects, name), catalogue.bodies, language)
