"""What is read out of a tree: pure functions from names and bytes to facts.

The harvest lists a tree, fetches the blobs that :func:`harvesters.reading.tree.wanted` names and
those that :func:`~harvesters.reading.tree.linked` adds, then calls :func:`read`. Every reader is a
module with ``candidates`` (which files it wants) and ``read`` (what they show); none raises,
whatever the bytes.
"""

from collections.abc import Mapping
from typing import Any

from catalog.models.evidence import Evidence, Found
from catalog.models.facts import ManifestSeen
from harvesters.reading import (
    automation,
    containers,
    documents,
    files,
    licence,
    locks,
    manifests,
    mentions,
    parts,
    publiccode,
    readme,
    screens,
    settings,
    translations,
    wordpress,
)
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Listing
from harvesters.reading.tree import linked, wanted

__all__ = ["linked", "read", "wanted"]


def read(
    listing: Listing, blobs: Mapping[str, bytes | None], url: str | None = None
) -> dict[str, Any]:
    """Return the evidence for each field of ``RepositoryFacts`` that a tree can give.

    ``blobs`` maps object ids to bytes, None where an object could not be had. ``url`` is the
    repository's address: by it links that lead elsewhere are told from links into the tree.
    """
    contents = Contents(listing, blobs, url)
    packages = manifests.read(contents)
    contents.names = _names(packages)
    return {
        "tree": Found(found=listing.size),
        "licences": licence.read(contents),
        "readmes": readme.read(contents),
        "documents": documents.read(contents),
        "publiccode": publiccode.read(contents),
        "manifests": packages,
        "wordpress": wordpress.read(contents),
        "ci": automation.read(contents),
        "locks": files.locks(listing),
        "updaters": files.updaters(listing),
        "tests": files.tests(listing),
        "containers": containers.read(contents),
        "interfaces": files.interfaces(listing),
        "samples": files.samples(listing),
        "translations": translations.read(listing),
        "mentions": mentions.read(contents),
        "settings": settings.read(contents),
        "screens": screens.read(contents),
        "locked": locks.read(contents),
        "parts": parts.read(listing),
    }


def _names(packages: Evidence[tuple[ManifestSeen, ...]]) -> str:
    """Join the names of the packages that are the software itself."""
    if not isinstance(packages, Found):
        return ""
    own = (package for package in packages.found if not package.tooling)
    return " ".join(name.rpartition("/")[2] for package in own if (name := package.name))
