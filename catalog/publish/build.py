"""Builds the site of a catalogue: MkDocs with our plugin, called from Python."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from catalog.errors import NotACatalogueError
from catalog.publish.collector import without_collector
from catalog.publish.incremental import manifest
from catalog.publish.plugin import KodkatalogPlugin

PLUGIN = "kodkatalog"


@dataclass(frozen=True)
class BuildReport:
    """What was written; ``projects`` counts each once, whatever the languages."""

    output: Path
    pages: int
    projects: int
    warnings: tuple[str, ...]  # what could not be used, and why
    notes: tuple[str, ...] = ()  # what was not written, and what to configure


def build(
    folder: Path, today: date, *, output: Path | None = None, cache: bool = True
) -> BuildReport:
    """Build the catalogue in ``folder`` as of ``today``.

    ``output`` wins over ``site_dir`` of ``mkdocs.yml``. What an earlier build left there is kept
    where it would be written again as it is; without ``cache`` all is written again.

    Raises:
        NotACatalogueError: there is no ``mkdocs.yml`` or no data.
        DataProblemsError: the curated data has errors; nothing is written then.
    """
    config = load_config(
        config_file=str(configuration(folder)), site_dir=str(output) if output else None
    )
    plugin = plugin_of(config)
    plugin.today, plugin.output, plugin.trust = today, Path(config.site_dir), cache
    config.plugins.on_startup(command="build", dirty=False)
    # MkDocs empties what it writes to: its own pages go through a folder beside.
    with TemporaryDirectory() as beside, without_collector():
        config.site_dir = beside
        mkdocs_build(config)
        names = plugin.names | _moved(Path(beside), plugin.output, plugin.names)
    manifest.sweep(plugin.output, names)
    return _report(plugin.output, plugin, names)


def _moved(beside: Path, output: Path, taken: frozenset[str]) -> frozenset[str]:
    """Put what MkDocs has written where it belongs; return the names of that."""
    files = {p.relative_to(beside).as_posix(): p for p in beside.rglob("*") if p.is_file()}
    for name in files.keys() - taken:
        content, place = files[name].read_bytes(), output / name
        if not place.is_file() or place.is_symlink() or place.read_bytes() != content:
            manifest.put(place, content)
    return frozenset(files)


def configuration(folder: Path) -> Path:
    """Return the catalogue's ``mkdocs.yml``.

    Raises:
        NotACatalogueError: there is none.
    """
    path = folder / "mkdocs.yml"
    if not path.is_file():
        raise NotACatalogueError(f"{folder} holds no mkdocs.yml, so it is not a catalogue")
    return path


def plugin_of(config: MkDocsConfig) -> KodkatalogPlugin:
    """Return our plugin as the configuration holds it.

    Raises:
        NotACatalogueError: the configuration does not name it.
    """
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, KodkatalogPlugin):
        raise NotACatalogueError(
            "mkdocs.yml does not name our plugin: write 'plugins: [kodkatalog]'"
        )
    return plugin


def _report(output: Path, plugin: KodkatalogPlugin, names: frozenset[str]) -> BuildReport:
    edition = plugin.editions[0]
    corrupt = (f"{h.url}: {h.detail}" for h in edition.catalogue.hidden if h.reason == "corrupt")
    of_run = [plugin.kept.problem] if plugin.kept.problem else []
    return BuildReport(
        output=output,
        pages=sum(name.endswith(".html") for name in names),
        projects=len(edition.catalogue.projects),
        warnings=(*corrupt, *map(str, (*edition.history.problems, *of_run))),
        notes=plugin.notes,
    )
