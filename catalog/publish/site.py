"""Renders pages and writes them: one frame, one environment a language."""

import gc
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from jinja2 import Environment

from catalog.errors import KodkatalogError
from catalog.publish.assets import SHIPPED
from catalog.publish.environment import environment
from catalog.publish.languages import own_name
from catalog.publish.pages import Page, pages
from catalog.publish.ready import ready
from catalog.publish.terminal import plainly
from catalog.publish.views.edition import Edition
from catalog.publish.views.editorial import EditorialView
from catalog.publish.views.frame import Frame
from catalog.publish.views.todo import TodoView
from catalog.store import schema


class PagesNotWrittenError(KodkatalogError):
    """Some pages could not be written."""


class Writing(NamedTuple):
    """Pages on their way: what is left for this process, and the copies that write the rest."""

    output: Path
    here: Sequence[Edition]
    copies: Sequence[BaseProcess] = ()


@dataclass(frozen=True)
class Site:
    """What all pages share.

    ``templates`` are folders that win over the shipped one; ``cache`` keeps compiled templates.
    """

    name: str
    languages: tuple[str, ...]
    url: str | None = None
    serving: bool = False
    repository: str | None = None
    templates: Sequence[Path] = ()
    cache: Path | None = None

    @cached_property
    def environments(self) -> dict[str, Environment]:
        """One environment a language."""
        if self.cache:
            self.cache.mkdir(parents=True, exist_ok=True)
        return {code: environment(code, self.templates, self.cache) for code in self.languages}

    def frame(self, path: str) -> Frame:
        """Return what surrounds the page at ``path``."""
        return Frame(path, self.languages, self.name, self.url, self.serving, self.repository)

    def render(self, page: Page) -> str:
        """Return the page as HTML."""
        frame = self.frame(page.path)
        template = self.environments[frame.language].get_template(page.template)
        return template.render(page=frame, view=page.view)

    def editorial(self, path: str, title: str, html: str) -> str:
        """Frame a page that MkDocs made of Markdown."""
        return self.render(Page(path, "editorial.html", EditorialView(title, html)))

    def begin(self, output: Path, editions: Sequence[Edition]) -> "Writing":
        """Begin to write the pages: each language but the first in a copy of this process.

        The copies work while this process does other things; :meth:`finish` writes the first
        language and waits. Where a process cannot be copied, all is left for then.
        """
        if self.serving or "fork" not in get_all_start_methods():
            return Writing(output, editions)
        write = partial(_write_edition, self, output)
        copies = [get_context("fork").Process(target=write, args=(e,)) for e in editions[1:]]
        for copy in copies:
            copy.start()
        return Writing(output, editions[:1], copies)

    def finish(self, writing: "Writing") -> None:
        """Write what is left: pages, the front door, the page for lost visitors, the assets.

        Raises:
            PagesNotWrittenError: a copy of the process failed.
        """
        for edition in writing.here:
            _write_edition(self, writing.output, edition)
        _write(writing.output, "index.html", self._plain("front.html", ""))
        _write(writing.output, "404.html", self._plain("404.html", self._base))
        _write(writing.output, f"schema/{schema.NAME}", schema.schema_text())
        shutil.copytree(SHIPPED / "theme" / "assets", writing.output / "assets", dirs_exist_ok=True)
        for copy in writing.copies:
            copy.join()
            if copy.exitcode:
                raise PagesNotWrittenError("some pages were not written; the reason stands above")

    def _plain(self, template: str, top: str) -> str:
        """Render a page that belongs to no language."""
        languages = [(language, own_name(language)) for language in self.languages]
        found = self.environments[self.languages[0]].get_template(template)
        return found.render(name=self.name, top=top, languages=languages, serving=self.serving)

    @property
    def _base(self) -> str:
        """The path of the site on its host: a page that is shown anywhere needs it."""
        return f"{urlsplit(self.url or '').path.rstrip('/')}/"


def _write_edition(site: Site, output: Path, edition: Edition) -> None:
    """Write the pages of a language, and the files that they offer."""
    with _without_collector():
        for page in pages(edition):
            name = f"{page.path}index.html" if page.path.endswith("/") else page.path
            _write(output, name, site.render(page))
            if isinstance(page.view, TodoView):
                spoken = plainly(site.environments[edition.language])
                for name, text in ready(page.view, spoken):
                    _write(output, page.path + name, text)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Hold Python's search for cycles: rendering makes none, and the search is a fifth of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _write(output: Path, name: str, text: str) -> None:
    path = output / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
