"""The languages of the site: translations read straight from their ``.po`` files."""

from io import BytesIO
from pathlib import Path
from zlib import crc32

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

SOURCE = "en"  # the language the templates are written in
LOCALES = {"sv": "sv_SE", "en": "en_GB"}  # as Open Graph wants them, with a country


def translations(language: str, locales: Path) -> NullTranslations:
    """Read ``<language>/LC_MESSAGES/kodkatalog.po``; the templates' own language needs none."""
    if language == SOURCE:
        return NullTranslations()
    with _words(language, locales).open("rb") as source:
        catalogue = read_po(source, locale=language, domain="kodkatalog")
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled, domain="kodkatalog")


def edition_of(language: str, locales: Path) -> str:
    """Return what differs when the words of a language have changed."""
    path = _words(language, locales)
    return f"{crc32(path.read_bytes()):08x}" if path.is_file() else "0"


def _words(language: str, locales: Path) -> Path:
    return locales / language / "LC_MESSAGES" / "kodkatalog.po"


def own_name(language: str) -> str:
    """Return what speakers of a language call it: ``Svenska``, ``English``."""
    return (Locale.parse(language).display_name or language).capitalize()
