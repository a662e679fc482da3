"""A README on the page of its project, or the way to it where it is not kept."""

import re
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from catalog.models.evidence import Found
from catalog.models.facts import ReadmeSeen
from catalog.models.project import ProjectRepository
from catalog.publish.readmes.framing import Words
from catalog.publish.readmes.place import Place
from catalog.publish.readmes.rendering import is_cut
from catalog.publish.views.edition import Edition

_CODE = re.compile(r"[a-z]{2,3}")  # as ISO 639 writes a language


@dataclass(frozen=True)
class ReadmeView:
    """The README that a forge shows first."""

    seen: ReadmeSeen
    repository: ProjectRepository
    edition: Edition

    @property
    def href(self) -> str | None:
        """Where it stands, as it was read."""
        return self._place.href

    @property
    def lang(self) -> str:
        """Its language; empty where nobody could tell."""
        told = self.seen.language or ""
        return told if _CODE.fullmatch(told) else ""

    @property
    def is_kept(self) -> bool:
        """Whether the catalogue keeps it whole."""
        return self._text is not None

    @property
    def is_cut(self) -> bool:
        """Whether it is longer than what is shown."""
        return self._text is not None and is_cut(self._text)

    def html(self, picture: str, table: str) -> Markup:
        """Return it for the page, which says ``picture`` and ``table`` in its own language."""
        readmes = self.edition.readmes
        if readmes is None or self._text is None:
            return Markup()
        return readmes.html(self._text, self._place, Words(str(picture), str(table)))

    @cached_property
    def _text(self) -> str | None:
        readmes = self.edition.readmes
        return readmes.text(self.repository.url) if readmes else None

    @property
    def _place(self) -> Place:
        url = self.repository.url
        return Place(url, self.repository.commit, self.seen.path, self.edition.forge(url))


def readme_of(repository: ProjectRepository, edition: Edition) -> ReadmeView | None:
    """Return the README of a repository; None where it has none, or nobody could look."""
    readmes = repository.facts.readmes if repository.facts else None
    if not isinstance(readmes, Found) or not readmes.found:
        return None
    return ReadmeView(readmes.found[0], repository, edition)
