"""A page that is written by hand, in Markdown."""

import re
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from catalog.models.browser import BrowserRun

RUN = '<div id="browser-run"></div>'  # where a page wants the last run in a browser


@dataclass(frozen=True)
class EditorialView:
    """A page's title, the HTML that MkDocs made of it, and the last run in a browser."""

    title: str
    html: str
    run: BrowserRun | None = None

    @cached_property
    def _parts(self) -> tuple[str, str, str]:
        return self.html.partition(RUN)

    @property
    def content(self) -> Markup:
        """The HTML as it is: the catalogue's own pages are as trusted as its templates."""
        return Markup(self._parts[0])  # noqa: S704

    @property
    def shows_run(self) -> bool:
        """Whether the page has a place for the run."""
        return bool(self._parts[1])

    @property
    def rest(self) -> Markup:
        """The HTML after the place for the run."""
        return Markup(self._parts[2])  # noqa: S704

    @property
    def commit(self) -> str:
        """The beginning of the commit, as people write it."""
        return self.run.commit[:12] if self.run else ""

    @property
    def summary(self) -> Markup:
        """The first paragraph, or the title where there is none."""
        first = re.search(r"<p[^>]*>(.*?)</p>", self.html, re.DOTALL)
        return Markup(first[1] if first else Markup.escape(self.title))  # noqa: S704 - as above
