"""What belongs to no language: the front door, the page for lost visitors, files for machines."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup

from catalog.publish.assets import SHIPPED
from catalog.publish.disclosure import PLACE
from catalog.publish.faults import in_words
from catalog.publish.incremental import prints
from catalog.publish.incremental.manifest import Manifest, always
from catalog.publish.languages import own_name
from catalog.publish.sitemap import days, robots, sitemaps
from catalog.publish.views.edition import Edition
from catalog.store import schema

if TYPE_CHECKING:
    from catalog.publish.site import Site


def write_root(
    site: "Site", manifest: Manifest, edition: Edition, own: Collection[str] = ()
) -> None:
    """Write all of it but what is there as ``own``, and the list of pages, not yet known."""
    code = prints.code() if site.known else ""
    name = f"schema/{schema.NAME}"
    if (page := manifest.known(name)) and page.key == code:
        manifest.keep(name, page)  # it takes a tenth of a build
    else:
        manifest.write(name, [(name, schema.schema_text())], always(code))
    for one, content in _files(site, edition):
        if one in own:
            continue
        manifest.write(one, [(one, content)], always())


def write_sitemap(
    site: "Site", manifest: Manifest, editions: Sequence[Edition], names: Collection[str]
) -> None:
    """Write the list of the pages, whose files are ``names``; none without the site's address."""
    if not site.address:
        return
    redirects = {
        f"{edition.language}/projects/{one}/index.html"
        for edition in editions
        for former in edition.moved.values()
        for one in former
    }
    paths = {
        name.removesuffix("index.html")
        for name in names
        if name.endswith(".html") and name.partition("/")[0] in site.languages
        if name not in redirects
    }
    for one, text in sitemaps(site.address, site.languages, paths, days(editions[0])):
        manifest.write(one, [(one, text)], always())


def _files(site: "Site", edition: Edition) -> Iterator[tuple[str, str | bytes]]:
    """Give each file with what is in it."""
    yield "index.html", _in_all_languages(site, "front", edition)
    yield "404.html", _in_all_languages(site, "404", edition)
    yield "robots.txt", robots(site.address)
    yield ".nojekyll", ""  # or GitHub Pages leaves out what begins with an underscore
    if site.disclosure:
        yield PLACE, site.disclosure.text(edition.today, site.languages, site.address)
    assets = SHIPPED / "theme" / "assets"
    for path in (path for path in sorted(assets.rglob("*")) if path.is_file()):
        yield f"assets/{path.relative_to(assets).as_posix()}", path.read_bytes()
    yield from site.brand.assets


def _in_all_languages(site: "Site", name: str, edition: Edition) -> str:
    """Render a page that has a part in each language, from ``<name>.html`` and ``<name>_part``.

    The page for the lost is shown at any address, so its links need the path of the site.
    """
    top = f"{urlsplit(site.url or '').path.rstrip('/')}/" if name == "404" else ""
    shared = {"top": top, "address": site.address, "serving": site.serving, "brand": site.brand}

    counts = {"projects": len(edition.catalogue.projects)}

    def part(language: str) -> Markup:
        template = site.environments[language].get_template(f"{name}_part.html")
        # What a template of ours renders has been escaped there.
        said = template.render(name=site.named(language), language=language, **counts, **shared)
        return Markup(said)  # noqa: S704

    with in_words():
        parts = [(language, own_name(language), part(language)) for language in site.languages]
        first = site.languages[0]
        page = site.environments[first].get_template(f"{name}.html")
        return page.render(name=site.named(first), parts=parts, **shared)


def notes(site: "Site") -> Iterator[str]:
    """Give what is not written for want of a word in ``mkdocs.yml``, and what to write."""
    if not site.address:
        yield (
            "mkdocs.yml has no site_url, so there is no sitemap.xml, and pages have no address, "
            "picture or data for search engines and shared links - write 'site_url: https://…/'"
        )
    if not site.disclosure:
        yield (
            f"there is no {PLACE}, which tells where to report a weakness of the site - write "
            "'security: {contact: [mailto:ROLE@YOUR-DOMAIN]}' below kodkatalog in mkdocs.yml"
        )
    if site.address and urlsplit(site.address).path != "/":
        found = ["robots.txt"] + ([PLACE] if site.disclosure else [])
        yield (
            f"{' and '.join(found)} are read only at the root of the host, and the site lies "
            "below it - copy them there, or name sitemap.xml to search engines yourself"
        )
