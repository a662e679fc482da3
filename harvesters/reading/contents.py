"""A listing together with the bytes that were fetched, and how readers go through it."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from catalog.models.evidence import Absent, Evidence, Found, Unseen
from harvesters.reading.listing import LINK, Entry, Listing
from harvesters.reading.text import Text, decode

T = TypeVar("T")

LONGEST_CHAIN = 3


class Contents:
    """What ``read`` hands to each reader. Bytes that could not be had are None."""

    def __init__(
        self, listing: Listing, blobs: Mapping[str, bytes | None], url: str | None = None
    ) -> None:
        self.listing = listing
        self.url = url  # of the repository, where it is known
        self._blobs = blobs
        self._texts: dict[str, Text] = {}
        self.names = ""  # what the packages and the READMEs call the software

    def data(self, entry: Entry) -> bytes | None:
        """Return a file's bytes, through links: None unreadable, empty for a link to nowhere."""
        for _ in range(LONGEST_CHAIN):
            data = self._blobs.get(entry.oid)
            if data is None or entry.mode != LINK:
                return data
            target = self.listing.target(entry, data.decode("utf-8", "replace"))
            if target is None:
                return b""
            entry = target
        return b""

    def text(self, entry: Entry) -> Text | None:
        """Return a file's text, None where it could not be had."""
        data = self.data(entry)
        if data is None:
            return None
        if entry.path not in self._texts:
            self._texts[entry.path] = decode(data)
        return self._texts[entry.path]

    def has(self, entry: Entry) -> bool:
        """Tell whether there is a file: false only for a link to nowhere."""
        return entry.mode != LINK or self.data(entry) != b""


def gathered(
    contents: Contents,
    entries: Iterable[Entry],
    reader: Callable[[Entry, Text], T | None],
    absent: tuple[str, ...],
) -> Evidence[tuple[T, ...]]:
    """Read each file: found, or unseen where one could not be had, or absent under those names."""
    found: list[T] = []
    unreadable = False
    for entry in entries:
        text = contents.text(entry)
        if text is None:
            unreadable = True
        elif contents.has(entry) and (seen := reader(entry, text)) is not None:
            found.append(seen)
    if found:
        return Found(found=tuple(found))
    return Unseen(unseen="unreadable") if unreadable else Absent(absent=absent)
