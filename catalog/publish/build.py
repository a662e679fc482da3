"""Builds the site of a catalogue: MkDocs with our plugin, called from Python."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from catalog.errors import NotACatalogueError
from catalog.publish.plugin import KodkatalogPlugin

PLUGIN = "kodkatalog"


@dataclass(frozen=True)
class BuildReport:
    """What was written; ``projects`` counts each once, whatever the languages."""

    output: Path
    pages: int
    projects: int
    bytes: int
    warnings: tuple[str, ...]  # what could not be used, and why


def build(folder: Path, today: date, *, output: Path | None = None) -> BuildReport:
    """Build the catalogue in ``folder`` as of ``today``.

    ``output`` wins over ``site_dir`` of ``mkdocs.yml``.

    Raises:
        NotACatalogueError: there is no ``mkdocs.yml`` or no data.
        DataProblemsError: the curated data has errors; nothing is written then.
    """
    config = load_config(
        config_file=str(configuration(folder)), site_dir=str(output) if output else None
    )
    plugin = plugin_of(config)
    plugin.today = today
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    return _report(Path(config.site_dir), plugin)


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


def _report(output: Path, plugin: KodkatalogPlugin) -> BuildReport:
    language, edition = plugin.config.languages[0], plugin.editions[0]
    corrupt = (f"{h.url}: {h.detail}" for h in edition.catalogue.hidden if h.reason == "corrupt")
    files = [path for path in output.rglob("*") if path.is_file()]
    return BuildReport(
        output=output,
        pages=sum(path.suffix == ".html" for path in files),
        projects=sum(1 for _ in (output / language / "projects").glob("*/index.html")),
        bytes=sum(path.stat().st_size for path in files),
        warnings=(*corrupt, *(str(problem) for problem in edition.history.problems)),
    )
