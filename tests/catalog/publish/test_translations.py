"""The translations are complete: what the templates say, every language says."""

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from catalog.publish.assets import SHIPPED
from catalog.publish.languages import own_name, translations

TRANSLATED = sorted(path.parts[-3] for path in (SHIPPED / "locale").glob("*/*/kodkatalog.po"))


def said() -> dict[str, object]:
    """Return every message of the templates by its singular."""
    methods = [
        (f"**.{ending}", "jinja2") for ending in ("html", "txt", "md", "svg", "yaml", "json")
    ]
    found = extract_from_dir(SHIPPED / "templates", methods)
    messages = [message for _, _, message, _, _ in found]
    return {m[0] if isinstance(m, tuple) else m: m for m in messages}


def catalogue(language: str) -> Catalog:
    """Read a language's translations."""
    path = SHIPPED / "locale" / language / "LC_MESSAGES" / "kodkatalog.po"
    return read_po(BytesIO(path.read_bytes()), locale=language)


def test_swedish_is_there() -> None:
    """The catalogue speaks Swedish."""
    assert ["sv"] == TRANSLATED


@pytest.mark.parametrize("language", TRANSLATED)
def test_everything_is_translated(language: str) -> None:
    """Every message has a translation, in all plural forms, and none is a guess."""
    lacking = [
        message.id
        for message in catalogue(language)
        if message.id and (message.fuzzy or not all(_forms(message.string)))
    ]
    assert [] == lacking


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_missing_or_obsolete(language: str) -> None:
    """The messages are those of the templates, no fewer and no more."""
    read = catalogue(language)
    known = {_forms(message.id)[0] for message in read if message.id}
    assert (set(said()), []) == (known, list(read.obsolete.values()))


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_are_kept(language: str) -> None:
    """A translation names only values that its message has."""
    wrong = [m.id for m in catalogue(language) if m.id and any(m.check())]
    assert [] == wrong


def test_plural_form() -> None:
    """A count chooses the form."""
    swedish = translations("sv", SHIPPED / "locale")
    one, many = (swedish.ngettext("public body", "public bodies", number) for number in (1, 2))
    assert ("organisation", "organisationer") == (one, many)


def test_languages_name_themselves() -> None:
    """A reader finds the own language in the own language."""
    assert ["Svenska", "English"] == [own_name(language) for language in ("sv", "en")]


def _forms(text: object) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (str(text or ""),)
