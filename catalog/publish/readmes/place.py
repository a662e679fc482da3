"""Where a README stands, and where its links lead from there."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from catalog.models.curated import ForgeName
from catalog.models.verdict import Cite
from catalog.publish import links

_NOT_IN_ADDRESSES = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufeff]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_OPENED = ("http", "https")


@dataclass(frozen=True)
class Place:
    """A README's repository, commit and path."""

    repository: str
    commit: str | None
    path: str
    forge: ForgeName | None = None

    @property
    def href(self) -> str | None:
        """The address of the README itself."""
        return self._file(self.path)

    def leads(self, target: str) -> str | None:
        """Return the full address that a link or an image leads to; None where it leads nowhere.

        What is relative is a file of the repository at the commit; a path from the root is one from
        the repository's root, as forges read it.
        """
        target = _NOT_IN_ADDRESSES.sub("", target).replace("\\", "/")
        if target.startswith("//"):
            target = f"https:{target}"
        if _SCHEME.match(target):
            return _outward(target)
        path, _, fragment = target.partition("#")
        path = unquote(path.partition("?")[0])
        if not path:
            return self._with(self.href, fragment)
        folder = "" if path.startswith("/") else posixpath.dirname(self.path)
        inside = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
        return None if inside.startswith("..") else self._with(self._file(inside), fragment)

    def _file(self, path: str) -> str | None:
        if not links.style_of(self.repository, self.forge):
            return None  # nobody knows how the host writes the address of a file
        cite = Cite(repository=self.repository, commit=self.commit, path=path)
        return links.cited(cite, self.forge)

    def _with(self, address: str | None, fragment: str) -> str | None:
        return f"{address}#{quote(unquote(fragment))}" if address and fragment else address


def _outward(target: str) -> str | None:
    """Return an address on another host, or of a mailbox; nothing else is opened."""
    if target[:7].lower() == "mailto:":
        return target if "@" in target and "…" not in target else None
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    return target if parts.scheme in _OPENED and parts.hostname else None
