"""Shows the site locally and builds it again when something changes."""

from datetime import date
from pathlib import Path

from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config

from catalog.errors import KodkatalogError
from catalog.publish.build import configuration, plugin_of


class PortTakenError(KodkatalogError):
    """Something else listens there, or the system does not allow it."""


def serve(folder: Path, today: date, port: int) -> None:
    """Serve the catalogue in ``folder`` on this machine until interrupted.

    Raises:
        PortTakenError: the port cannot be listened on.
    """
    path = str(configuration(folder))
    # MkDocs keeps a plugin that answers on_startup, so what is set here holds in every build.
    plugin_of(load_config(config_file=path)).today = today
    try:
        mkdocs_serve(config_file=path, livereload=True, dev_addr=f"127.0.0.1:{port}")
    except OSError as error:
        raise PortTakenError(f"port {port} cannot be used ({error.strerror}); try --port") from None
