"""Which repositories a source has: a list of addresses, or a folder of repositories."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from catalog.errors import KodkatalogError
from catalog.models.address import key_of
from catalog.models.curated import Source


class Listed(NamedTuple):
    """A repository of a source: the address it is known by, and where git reads it."""

    url: str
    location: str


class ListingError(KodkatalogError):
    """A source could not be listed completely."""


def list_repositories(source: Source, catalogue: Path) -> Sequence[Listed]:
    """List every repository of a source once, whatever the spellings, in order of address.

    Raises:
        ListingError: the listing is not complete, or the forge has no harvester.
    """
    if source.forge != "git":
        raise ListingError(
            f"there is no harvester for {source.forge} yet; list the repositories as 'urls' "
            "of a git source"
        )
    excluded = {key_of(e.repo) for e in source.exclude}
    listed = _in_folder(source, catalogue) if source.folder else _by_address(source)
    once = {key_of(x.url): x for x in sorted(listed, reverse=True)}
    return sorted(x for key, x in once.items() if key not in excluded)


def _by_address(source: Source) -> list[Listed]:
    return [Listed(url.removesuffix(".git"), url) for url in source.urls]


def _in_folder(source: Source, catalogue: Path) -> list[Listed]:
    folder = (catalogue / str(source.folder)).resolve()
    if not folder.is_dir():
        raise ListingError(f"the folder {source.folder} of the source {source.id} is not there")
    base = source.base_url or f"local://{source.id}"
    found = [path for depth in ("*", "*/*") for path in folder.glob(depth) if _is_repository(path)]
    return [
        Listed(f"{base}/{_address(path.relative_to(folder))}", f"file://{path}")
        for path in found
        if not _is_repository(path.parent)
    ]


def _address(path: Path) -> str:
    """Write a folder's path as part of an address: letters as they are, what breaks one encoded."""
    plain = path.as_posix().removesuffix(".git")
    return re.sub(r'[\s"\\%?#]|[^\x21-\uffff]', lambda found: quote(found[0]), plain)


def _is_repository(path: Path) -> bool:
    return (path / ".git" / "HEAD").is_file() or (
        (path / "HEAD").is_file() and (path / "objects").is_dir()
    )
