"""Which blobs of a tree are needed before it can be read."""

from collections.abc import Mapping

from harvesters.reading import (
    automation,
    containers,
    documents,
    licence,
    locks,
    manifests,
    mentions,
    publiccode,
    readme,
    screens,
    settings,
    wordpress,
)
from harvesters.reading.listing import LINK, Entry, Listing
from harvesters.reading.mentions import closed

__all__ = ["Entry", "Listing", "linked", "wanted"]

_READERS = (
    publiccode, licence, readme, documents, manifests, wordpress, automation, mentions, settings,
    screens, locks, containers, closed,
)  # fmt: skip


def wanted(listing: Listing) -> list[Entry]:
    """List the files whose bytes the readers want, bounded for each kind.

    A link's blob is the path of its target; :func:`linked` then names the targets.
    """
    return list(dict.fromkeys(e for reader in _READERS for e in reader.candidates(listing)))


def linked(listing: Listing, blobs: Mapping[str, bytes | None]) -> list[Entry]:
    """List the files inside the tree that wanted links lead to, from the bytes of the links."""
    targets = (
        listing.target(entry, destination.decode("utf-8", "replace"))
        for entry in wanted(listing)
        if entry.mode == LINK and (destination := blobs.get(entry.oid)) is not None
    )
    return list(dict.fromkeys(entry for entry in targets if entry is not None))
