"""A page that is written by hand, in Markdown."""

import re
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class EditorialView:
    """A page's title and the HTML that MkDocs made of it."""

    title: str
    html: str

    @property
    def content(self) -> Markup:
        """The HTML as it is: the catalogue's own pages are as trusted as its templates."""
        return Markup(self.html)  # noqa: S704

    @property
    def summary(self) -> Markup:
        """The first paragraph, or the title where there is none."""
        first = re.search(r"<p[^>]*>(.*?)</p>", self.html, re.DOTALL)
        return Markup(first[1] if first else Markup.escape(self.title))  # noqa: S704 - as above
