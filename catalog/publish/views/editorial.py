"""A page that is written by hand, in Markdown."""

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
