"""The MkDocs plugin: MkDocs turns Markdown into HTML, everything else is done by ``Site``."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from platformdirs import user_cache_path

from catalog.errors import KodkatalogError
from catalog.models.curated import Language
from catalog.publish.assets import SHIPPED
from catalog.publish.brand.reading import Look, read_look
from catalog.publish.disclosure import Disclosure
from catalog.publish.editions import editions
from catalog.publish.forgetting import forget
from catalog.publish.incremental import manifest
from catalog.publish.links import https
from catalog.publish.root import notes
from catalog.publish.site import Site
from catalog.publish.views.edition import Edition
from catalog.publish.views.editorial import EditorialView
from catalog.store.browser import Kept, read_run

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("kodkatalog")


class Security(base.Config):  # type: ignore[no-untyped-call]
    """Where a weakness of the site is reported to; :mod:`disclosure` says what each key means."""

    contact = c.ListOfItems(c.Type(str), default=[])
    months = c.Type(int, default=6)
    policy = c.Optional(c.Type(str))
    encryption = c.Optional(c.Type(str))
    acknowledgments = c.Optional(c.Type(str))


class Options(base.Config):  # type: ignore[no-untyped-call]
    """What ``mkdocs.yml`` may say; ``catalogue`` is the folder that holds ``data/``.

    The others are checked by ``read_look``, which tells mistakes at their line.
    """

    catalogue = c.Type(str, default=".")
    today = c.Optional(c.Type(date))
    security = c.SubConfig(Security)
    languages = base.BaseConfigOption[object]()
    templates = base.BaseConfigOption[object]()
    brand = base.BaseConfigOption[object]()

    @property
    def given(self) -> dict[str, object]:
        """What people have written, options or not."""
        return {key: value for key, value in self.items() if value is not None}


class KodkatalogPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Answers MkDocs' events. ``today`` is the day to build for; None: the configuration's.

    ``output`` is where the catalogue's pages go; None: to MkDocs' own, which it empties. Where
    ``trust`` is not given, nothing of an earlier build is kept. ``names`` are the files written,
    ``notes`` what was not, for want of a word in the configuration; ``kept`` is the last run of
    tests in a browser.
    """

    serving = False
    editions: tuple[Edition, ...] = ()
    today: date | None = None
    output: Path | None = None
    trust = True
    names: frozenset[str] = frozenset()
    kept = Kept()
    notes: tuple[str, ...] = ()
    look: Look

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether pages are shown locally; being here also keeps the plugin between builds."""
        del dirty
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse an output that would be emptied over the sources; get ready to render."""
        self.folder = (Path(config.config_file_path).parent / self.config.catalogue).resolve()
        day = self.today or self.config.today or date.today()  # noqa: DTZ011 - the reader's own day
        # Read before MkDocs empties the output: where something has errors, nothing is lost.
        try:
            look = read_look(self.folder, Path(config.config_file_path), self.config.given)
            self.editions = editions(self.folder, look.languages, day)
            self.look = look
        except KodkatalogError as error:
            if not (self.serving and self.editions):
                raise
            log.error(  # noqa: TRY400 - a person is told what to mend, not where we are
                "%s\nThe pages show what was there until this is mended.", error
            )
        self.kept = read_run(self.folder)
        own = (self.folder / "data", self.look.templates, *self.look.files)
        refuse_output(self.output or Path(config.site_dir), (Path(config.docs_dir), SHIPPED, *own))
        self.site = Site(
            name=config.site_name,
            languages=self.look.languages,
            url=config.site_url,
            serving=self.serving,
            repository=https(config.repo_url),
            templates=(self.look.templates,),
            brand=self.look.brand,
            cache=user_cache_path("kodkatalog") / "templates",
            known=None if self.serving else self.folder / ".cache" / "pages",
            trust=self.trust,
            disclosure=_disclosure(self.config.security),
        )
        self.notes = tuple(notes(self.site))
        return config

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Frame a page that was written by hand."""
        del config
        if page.url.split("/", 1)[0] not in self.site.languages:
            return output
        here = page.url.split("/", 1)[1]
        spoken = tuple(one for one in self.site.languages if f"{one}/{here}" in self.by_hand)
        view = EditorialView(str(page.title), page.content or "", self.kept.run)
        return self.site.editorial(page.url, view, spoken)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Begin to write the catalogue's own pages: the output has been emptied by now."""
        for file in _shipped_pages(config, self.site.languages):
            if files.get_file_from_path(file.src_uri) is None:
                files.append(file)
        for file in _out_of_place(files, self.site.languages):
            files.remove(file)
        self.own = frozenset(f.dest_uri for f in files if not f.is_documentation_page())
        self.by_hand = {file.url: file.dest_uri for file in files.documentation_pages()}
        if self.output:
            manifest.ready(self.output)
        self.writing = self.site.begin(self.output or Path(config.site_dir), self.editions)
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the rest of them."""
        output = Path(config.site_dir)
        for name in ("sitemap.xml", "sitemap.xml.gz"):  # of MkDocs' pages only, and with a time
            (output / name).unlink(missing_ok=True)
        self.names = frozenset(self.site.finish(self.writing, self.by_hand.values(), self.own))
        forget(self.folder / ".cache" / "readmes")

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: object
    ) -> "LiveReloadServer":
        """Build again when data, templates, pictures, translations or styles change."""
        del config, builder
        watched = (self.folder / "data", self.look.templates, SHIPPED, *self.look.files)
        for place in filter(Path.exists, watched):
            server.watch(str(place))
        return server


def _disclosure(said: Security) -> Disclosure | None:
    """Return what is said of reporting weaknesses; None where no contact is."""
    if not said.contact:
        return None
    return Disclosure(
        tuple(said.contact), said.months, said.policy, said.encryption, said.acknowledgments
    )


def _shipped_pages(config: MkDocsConfig, languages: tuple[str, ...]) -> Iterator[File]:
    """Give the editorial pages that are there where a catalogue has none of its own."""
    pages = SHIPPED / "pages"
    for path in (p for language in languages for p in sorted((pages / language).glob("*.md"))):
        name = path.relative_to(pages).as_posix()
        yield File(name, str(pages), config.site_dir, config.use_directory_urls)


def _out_of_place(files: Files, languages: tuple[str, ...]) -> Iterator[File]:
    """Give the pages that belong to no language of the site: they would have no frame."""
    for file in tuple(files.documentation_pages()):
        folder = file.src_uri.split("/", 1)[0]
        if folder not in languages:
            if folder not in get_args(Language):
                log.warning(
                    "%s is no page of the site: put it into %s/", file.src_uri, languages[0]
                )
            yield file


def refuse_output(output: Path, sources: tuple[Path, ...]) -> None:
    """Stop before MkDocs empties a folder that holds something written by hand.

    Raises:
        PluginError: one of ``sources`` is the output or lies in it.
    """
    for source in sources:
        if source.resolve().is_relative_to(output.resolve()):
            raise PluginError(
                f"site_dir {output} would be emptied, and it holds {source}: "
                "write 'site_dir: public' in mkdocs.yml"
            )
