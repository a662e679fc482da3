"""Renders pages and writes them: one frame, one environment a language."""

import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment

from catalog.errors import KodkatalogError
from catalog.publish import structured
from catalog.publish.brand.shown import AS_SHIPPED, Brand
from catalog.publish.collector import without_collector
from catalog.publish.disclosure import Disclosure
from catalog.publish.environment import environment
from catalog.publish.faults import in_words, said_aloud
from catalog.publish.incremental import prints
from catalog.publish.incremental.manifest import Known, Manifest, always
from catalog.publish.incremental.prints import Prints, print_of
from catalog.publish.pages import Page, pages
from catalog.publish.ready import shared
from catalog.publish.root import write_root, write_sitemap
from catalog.publish.terminal import plainly
from catalog.publish.views.edition import Edition
from catalog.publish.views.editorial import EditorialView
from catalog.publish.views.frame import Frame
from catalog.publish.views.todo import TodoView

# What no page may hold, escaped or not: https://html.spec.whatwg.org/#text-content
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


class PagesNotWrittenError(KodkatalogError):
    """Some pages could not be written."""


class Writing(NamedTuple):
    """Pages on their way: what is left for this process, and the copies that write the rest."""

    output: Path
    editions: Sequence[Edition]
    here: Sequence[Edition]
    copies: Sequence[BaseProcess] = ()


@dataclass(frozen=True)
class Site:
    """What all pages share.

    ``templates`` are folders that win over the shipped one; ``cache`` keeps compiled templates from
    one build to the next, of whatever catalogue, where it can be written to.
    ``known`` is a folder that keeps by what the pages were known; where ``trust`` is not given, all
    are written whatever it says.
    """

    name: str
    languages: tuple[str, ...]
    url: str | None = None
    serving: bool = False
    repository: str | None = None
    templates: Sequence[Path] = ()
    cache: Path | None = None
    brand: Brand = AS_SHIPPED
    known: Path | None = field(default=None, repr=False)
    trust: bool = field(default=True, repr=False)
    disclosure: Disclosure | None = field(default=None, repr=False)

    @property
    def address(self) -> str | None:
        """The absolute address of the site, with a slash at its end."""
        return f"{self.url.rstrip('/')}/" if self.url else None

    @cached_property
    def print(self) -> str:
        """The fingerprint of what all pages share."""
        return print_of(repr(self), prints.code(), prints.of_files(self.templates))

    @cached_property
    def environments(self) -> dict[str, Environment]:
        """One environment a language."""
        cache = self.cache if self.cache and _can_be_kept_in(self.cache) else None
        made = {code: environment(code, self.templates, cache) for code in self.languages}
        for one in made.values():
            one.globals["structured"] = structured
        return made

    def frame(self, path: str, spoken: tuple[str, ...] = ()) -> Frame:
        """Return what surrounds the page at ``path``, which there is in these languages, or all."""
        name = self.named(path.split("/", 1)[0])
        return Frame(
            path, self.languages, name, self.url, self.serving, self.repository, spoken=spoken,
            brand=self.brand,
        )  # fmt: skip

    def named(self, language: str) -> str:
        """Return the site's name in a language."""
        return self.brand.names.get(language, self.name)

    def render(self, page: Page, spoken: tuple[str, ...] = ()) -> str:
        """Return the page as HTML."""
        frame = self.frame(page.path, spoken)
        with in_words():
            template = self.environments[frame.language].get_template(page.template)
            return _NO_TEXT.sub("", template.render(page=frame, view=page.view))

    def editorial(self, path: str, view: EditorialView, spoken: tuple[str, ...] = ()) -> str:
        """Frame a page that MkDocs made of Markdown, and that is there in these languages."""
        return self.render(Page(path, "editorial.html", view), spoken)

    def begin(self, output: Path, editions: Sequence[Edition]) -> "Writing":
        """Begin to write the pages: each language but the first in a copy of this process.

        The copies work while this process does other things; :meth:`finish` writes the first
        language and waits. Where a process cannot be copied, all is left for then.
        """
        if self.serving or "fork" not in get_all_start_methods():
            return Writing(output, editions, editions)
        write = partial(_write_copy, self, output)
        copies = [get_context("fork").Process(target=write, args=(e,)) for e in editions[1:]]
        for copy in copies:
            copy.start()
        return Writing(output, editions, editions[:1], copies)

    def finish(
        self, writing: "Writing", beside: Collection[str] = (), own: Collection[str] = ()
    ) -> set[str]:
        """Write what is left: pages, what belongs to no language, the list of all pages.

        ``beside`` are the files of pages that MkDocs has made, ``own`` other files of the
        catalogue, which win over what belongs to no language: a picture, a style. Returns the names
        of all files that were written, or were as they should be.

        Raises:
            PagesNotWrittenError: a copy of the process failed.
        """
        for edition in writing.here:
            _write_edition(self, writing.output, edition)
        root = self.manifest(writing.output, "shared")
        write_root(self, root, writing.editions[0], own)
        names: set[str] = set()
        for copy in writing.copies:
            copy.join()
            if copy.exitcode:
                raise PagesNotWrittenError("some pages were not written; the reason stands above")
        for edition in writing.editions:
            names |= self.manifest(writing.output, edition.language).saved()
        write_sitemap(self, root, writing.editions, names | set(beside))
        root.save()
        for name in root.dropped:
            if name.startswith("."):  # what nobody sweeps away, since it may be somebody else's
                (writing.output / name).unlink(missing_ok=True)
        return names | root.names

    def manifest(self, output: Path, name: str) -> Manifest:
        """Return what is known of the last build's pages of a language, or of all languages."""
        file = self.known / f"{name}.json" if self.known else None
        return Manifest(output, file, trust=self.trust)


def _can_be_kept_in(folder: Path) -> bool:
    """Tell whether a folder can be written to, and make it; a home may be read only."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def _write_copy(site: Site, output: Path, edition: Edition) -> None:
    """Write a language in a process of its own."""
    with said_aloud():
        _write_edition(site, output, edition)


def _write_edition(site: Site, output: Path, edition: Edition) -> None:
    """Write the pages of a language, and the files that they offer."""
    with without_collector():
        manifest = site.manifest(output, edition.language)
        known = Prints(edition, site.print) if site.known else None
        for page in pages(edition):
            watched = page.watched
            key = known.key(page.path, page.template, watched) if known and watched else None
            before = manifest.known(page.path) if key else None
            if known and before and _still_holds(before, key, known):
                manifest.keep(page.path, before)
            else:
                files = list(_files(site, edition.language, page))
                manifest.write(page.path, files, _known_by(page, key, known))
        manifest.save()


def _still_holds(before: Known, key: str | None, known: Prints) -> bool:
    """Tell whether a page would be written as it is."""
    return before.key == key and known.answers(before.reads) == before.answers


def _known_by(page: Page, key: str | None, known: Prints | None) -> Known:
    """Return by what a page is known that was rendered; nothing where nobody can know."""
    if not (known and key and page.watched):
        return always()
    reads = tuple(sorted(page.watched.reads))
    answers = known.answers(reads)
    return Known(key, reads, answers, {}) if answers else always()


def _files(site: Site, language: str, page: Page) -> Iterator[tuple[str, str]]:
    """Give a page as a file, and the files that it offers."""
    text = site.render(page)
    yield f"{page.path}index.html" if page.path.endswith("/") else page.path, text
    yield from ((place, text) for place in page.also)
    if isinstance(page.view, TodoView):
        spoken = plainly(site.environments[language])
        for name, text in shared(page.view, spoken):
            yield page.path + name, text
