"""Shows the site locally and builds it again when something changes."""

from datetime import date
from pathlib import Path

from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config

from catalog.publish.build import configuration, plugin_of


def serve(folder: Path, today: date, port: int) -> None:
    """Serve the catalogue in ``folder`` on this machine until interrupted."""
    path = str(configuration(folder))
    # MkDocs keeps a plugin that answers on_startup, so what is set here holds in every build.
    plugin_of(load_config(config_file=path)).today = today
    mkdocs_serve(config_file=path, livereload=True, dev_addr=f"127.0.0.1:{port}")
