"""Renders pages and writes them: one frame, one environment a language."""

import gc
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment

from catalog.errors import KodkatalogError
from catalog.publish.assets import SHIPPED
from catalog.publish.environment import environment
from catalog.publish.languages import own_name
from catalog.publish.pages import Page, pages
from catalog.publish.views.edition import Edition
from catalog.publish.views.editorial import EditorialView
from catalog.publish.views.frame import Frame


class PagesNotWrittenError(KodkatalogError):
    """Some pages could not be written."""


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

    def write(self, output: Path, editions: Sequence[Edition]) -> None:
        """Write every page, the front door, the page for lost visitors and the assets.

        Languages are written side by side, each in a process of its own, where that can be done.
        """
        if len(editions) > 1 and not self.serving and "fork" in get_all_start_methods():
            _side_by_side(partial(self._write_edition, output), editions)
        else:
            for edition in editions:
                self._write_edition(output, edition)
        _write(output, "index.html", self._plain("front.html", ""))
        _write(output, "404.html", self._plain("404.html", self._base))
        shutil.copytree(SHIPPED / "theme" / "assets", output / "assets", dirs_exist_ok=True)

    def _write_edition(self, output: Path, edition: Edition) -> None:
        with _without_collector():
            for page in pages(edition):
                _write(output, f"{page.path}index.html", self.render(page))

    def _plain(self, template: str, top: str) -> str:
        """Render a page that belongs to no language."""
        languages = [(language, own_name(language)) for language in self.languages]
        found = self.environments[self.languages[0]].get_template(template)
        return found.render(name=self.name, top=top, languages=languages, serving=self.serving)

    @property
    def _base(self) -> str:
        """The path of the site on its host: a page that is shown anywhere needs it."""
        return f"{urlsplit(self.url or '').path.rstrip('/')}/"


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


def _side_by_side(write: Callable[[Edition], None], editions: Sequence[Edition]) -> None:
    """Write the first edition here, and each of the others in a copy of this process."""
    others = [get_context("fork").Process(target=write, args=(e,)) for e in editions[1:]]
    for process in others:
        process.start()
    write(editions[0])
    for process in others:
        process.join()
        if process.exitcode:
            raise PagesNotWrittenError("a language could not be written; the reason stands above")


def _write(output: Path, name: str, text: str) -> None:
    path = output / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
