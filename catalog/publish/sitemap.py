"""Every page in every language, for those who search the web: ``sitemap.xml`` and ``robots.txt``.

By the protocol of sitemaps.org: absolute addresses, at most 50,000 in a file. A page's languages
name each other. ``lastmod`` is there only where the data tells a date.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from xml.sax.saxutils import quoteattr

from catalog.models.project import Project
from catalog.publish.views.edition import Edition

MOST = 50_000  # addresses in a file
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SET = f'{_HEAD}<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'


def robots(site: str | None) -> str:
    """Let everybody read everything, and say where the list of it is."""
    sitemap = f"\nSitemap: {site}sitemap.xml\n" if site else ""
    return f"User-agent: *\nDisallow:\n{sitemap}"


def sitemaps(
    site: str, languages: Sequence[str], paths: Collection[str], dates: Mapping[str, date]
) -> Iterator[tuple[str, str]]:
    """Give the files: one, or an index and as many as there must be.

    ``site`` ends with a slash; ``paths`` begin with their language; ``dates`` are of paths without
    it.
    """
    entries = list(_entries(site, languages, paths, dates))
    files = [entries[at : at + MOST] for at in range(0, len(entries), MOST)] or [[]]
    if len(files) == 1:
        yield "sitemap.xml", f"{_SET}{''.join(entries)}</urlset>\n"
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(files) + 1)]
    told = "".join(f"<sitemap><loc>{_text(site + name)}</loc></sitemap>\n" for name in names)
    yield "sitemap.xml", f'{_HEAD}<sitemapindex xmlns="{_NAMESPACE}">\n{told}</sitemapindex>\n'
    for name, part in zip(names, files, strict=True):
        yield name, f"{_SET}{''.join(part)}</urlset>\n"


def _entries(
    site: str, languages: Sequence[str], paths: Collection[str], dates: Mapping[str, date]
) -> Iterator[str]:
    yield f"<url><loc>{_text(site)}</loc></url>\n"
    base = _text(site)
    for rest, spoken in _by_page(languages, paths).items():
        place = _text(rest)
        first = base if not rest else f"{base}{spoken[0]}/{place}"
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href="{base}{language}/{place}"/>'
            for language in spoken
        )
        links += f'<xhtml:link rel="alternate" hreflang="x-default" href="{first}"/>'
        day = dates.get(rest)
        changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        for language in spoken:
            yield f"<url><loc>{base}{language}/{place}</loc>{changed}{links}</url>\n"


def _by_page(languages: Sequence[str], paths: Collection[str]) -> dict[str, list[str]]:
    """Return pages by their path without language, in order, with the languages that have them."""
    known = set(paths)
    rests = sorted({path.partition("/")[2] for path in known})
    return {
        rest: [language for language in languages if f"{language}/{rest}" in known]
        for rest in rests
    }


def _text(address: str) -> str:
    """Escape an address for XML, in attributes as well."""
    return quoteattr(address, {"'": "&apos;", '"': "&quot;"})[1:-1]


def days(edition: Edition) -> dict[str, date]:
    """Return the latest day that the data tells of projects and calls, by their path."""
    known = {
        f"projects/{project.id}/": _latest(_of_project(project, edition), edition.today)
        for project in edition.catalogue.projects
    }
    for standing in edition.calls:
        call = standing.call
        told = (call.published, *(step.date for step in call.history))
        known[f"calls/{call.id}/"] = _latest(told, edition.today)
    return {path: day for path, day in known.items() if day}


def _of_project(project: Project, edition: Edition) -> Iterator[date | None]:
    yield project.last_activity
    yield from (adoption.as_of for adoption in project.adoptions)
    yield from (line.date for line in edition.history.of(project.id))


def _latest(told: Iterable[date | None], today: date) -> date | None:
    return max((day for day in told if day and day <= today), default=None)
