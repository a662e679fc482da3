"""A small invented tree in memory, as the harvest would hand it over."""

from collections.abc import Callable, Mapping

import pytest

from harvesters.reading.contents import Contents
from harvesters.reading.listing import LINK, Entry, Listing

Plant = Callable[..., Contents]


@pytest.fixture
def plant() -> Plant:
    """Return a function that makes contents of files (None: unreadable) and links."""

    def make(
        files: Mapping[str, str | bytes | None],
        links: Mapping[str, str] | None = None,
        url: str | None = None,
    ) -> Contents:
        entries = [Entry(path, f"oid-{path}", "100644") for path in files]
        entries += [Entry(path, f"oid-{path}", LINK) for path in links or {}]
        everything = {**files, **(links or {})}
        blobs = {
            f"oid-{path}": data.encode() if isinstance(data, str) else data
            for path, data in everything.items()
        }
        return Contents(Listing(entries), blobs, url)

    return make
