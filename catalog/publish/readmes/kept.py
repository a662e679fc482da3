"""The READMEs of a catalogue: read when a page needs one, rendered once a text."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from catalog.publish.forgetting import used
from catalog.publish.readmes.framing import Words
from catalog.publish.readmes.place import Place
from catalog.publish.readmes.rendering import VERSION, rendered
from catalog.store.snapshot import read_readme


@dataclass(frozen=True)
class Readmes:
    """Where they are, and where what was made of them is kept (None: nowhere)."""

    catalogue: Path
    cache: Path | None = None

    def text(self, repository: str) -> str | None:
        """Return the README of a repository; None where none is kept."""
        return read_readme(self.catalogue, repository)

    def html(self, text: str, place: Place, words: Words) -> Markup:
        """Return it as HTML, from the cache where the same text was rendered there before."""
        if self.cache is None:
            return rendered(text, place, words)
        told = "\0".join((str(VERSION), repr(place), repr(words), text))
        path = self.cache / f"{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()}.html"
        if path.is_file():
            used(path)
            return Markup(path.read_text(encoding="utf-8"))  # noqa: S704 - as below
        html = rendered(text, place, words)
        _put(path, html)
        return html


def _put(path: Path, html: str) -> None:
    """Write a file of the cache; two languages are written at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    partial.write_text(html, encoding="utf-8")
    partial.replace(path)
