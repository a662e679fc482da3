"""The rules that single texts of publiccode.yml keep: what is wrong, and what to write instead."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

from catalog.nearest import one_of
from catalog.publiccode import addresses, spdx
from catalog.publiccode.languages import is_language
from catalog.publiccode.lengths import length
from catalog.publiccode.place import shown
from catalog.publiccode.shapes import Rule, Words
from catalog.publiccode.vocabulary import ALIASES, CATEGORIES, COUNTRIES, SCOPES

LOGOS = (".svg", ".svgz", ".png")
IMAGES = (".png", ".jpg")

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MIME = re.compile(r" *[A-Za-z0-9][\w!#$&^-]{0,126}/[A-Za-z0-9][\w!#$&^.+-]{0,126} *", re.ASCII)
_ITALIAN = "urn:x-italian-pa:"
_IPA = re.compile(r"[A-Za-z0-9_.-]{1,40}")


def filled(text: str) -> Words | None:
    """A text that is not empty."""
    return None if text else ("'{key}' is empty", "write it, or remove the key")


def word_of(choices: Sequence[str], where: str = "") -> Rule:
    """One of a few words."""

    def rule(text: str) -> Words | None:
        if text in choices:
            return None
        hint = one_of(text, choices, f"choose from the list: {where}" if where else "")
        return f"'{shown(text)}' is not a value of '{{key}}'", hint

    return rule


category = word_of(CATEGORIES, "https://yml.publiccode.tools/categories-list.html")
scope = word_of(SCOPES)


def at_most(most: int, least: int = 0) -> Rule:
    """A text of so many characters as people see them."""

    def rule(text: str) -> Words | None:
        count = length(text)
        if count > most:
            return f"'{{key}}' has {count} characters", f"write at most {most}"
        if count < least:
            more = "say what it does, for whom, and what it gives them"
            return f"'{{key}}' has only {count} characters", f"write at least {least}: {more}"
        return None

    return rule


def repository(text: str) -> Words | None:
    """The address of a repository, of any scheme."""
    if addresses.is_url(text):
        return None
    return f"'{shown(text)}' is not an address", "write it whole: https://git.example.org/body/name"


def page(text: str) -> Words | None:
    """The address of a page."""
    if addresses.is_web_address(text):
        return None
    return f"'{shown(text)}' is not a web address", "write it whole, beginning with https://"


def day(text: str) -> Words | None:
    """A day as YYYY-MM-DD."""
    hint = "write YYYY-MM-DD, for example 2026-03-31"
    if not _DATE.fullmatch(text):
        return f"'{shown(text)}' is not a date for '{{key}}'", hint
    try:
        date.fromisoformat(text)
    except ValueError:
        return f"there is no day {text}", hint
    return None


def licence(text: str) -> Words | None:
    """An SPDX expression."""
    if spdx.is_expression(text):
        return None
    meant = spdx.nearest(text)
    example = "write SPDX's identifier, for example EUPL-1.2, or several: MIT OR Apache-2.0"
    hint = f"did you mean '{meant}'?" if meant else example
    return f"'{shown(text)}' is not a licence of SPDX", hint


def language(text: str) -> Words | None:
    """A tag of BCP 47."""
    if is_language(text):
        return None
    underscore = ", with a hyphen and no underscore" if "_" in text else ""
    hint = f"write a tag of BCP 47, such as sv, en or sv-FI{underscore}"
    return f"'{shown(text)}' is not a language", hint


def country(text: str) -> Words | None:
    """A code of ISO 3166-1, all of it in one case."""
    if text.upper() in COUNTRIES and text in {text.upper(), text.lower()}:
        return None
    return f"'{shown(text)}' is not a country", "write its two letters, such as SE, FI or IT"


def email(text: str) -> Words | None:
    """An e-mail address."""
    if addresses.is_email(text):
        return None
    return f"'{shown(text)}' is not an e-mail address", "write one, as role@example.org"


def identifier(text: str) -> Words | None:
    """The identifier of an organisation; of an Italian one the form of its code is looked at."""
    if not addresses.is_identifier(text):
        hint = "write a URI: the organisation's web address, or a urn: such as urn:x-example:name"
        return f"'{shown(text)}' does not identify an organisation", hint
    if text.lower().startswith(_ITALIAN):
        return italian_code(text[len(_ITALIAN) :])
    return None


def italian_code(text: str) -> Words | None:
    """The code of an Italian public body; whether it is registered is not looked up."""
    if _IPA.fullmatch(text):
        return None
    return f"'{shown(text)}' is not a code of iPA", "write the code as indicepa.gov.it gives it"


def supported(text: str) -> Words | None:
    """What a product supports: a known alias, or a URI."""
    if text.startswith("alias:"):
        name = text.removeprefix("alias:")
        hint = one_of(name, ALIASES)
        return None if name in ALIASES else (f"there is no alias '{shown(name)}'", hint)
    if addresses.is_identifier(text):
        return None
    hint = "write alias: and a known name, such as alias:gdpr, or a whole URI"
    return f"'{shown(text)}' is neither an alias nor a URI", hint


def mime(text: str) -> Words | None:
    """A media type."""
    if _MIME.fullmatch(text):
        return None
    return f"'{shown(text)}' is not a media type", "write one, such as text/plain, or drop the key"


def file_of(endings: Sequence[str] = ()) -> Rule:
    """A path inside the repository or a web address, with one of these endings."""
    either = "write its path from the root of the repository, or its address on the web"

    def rule(text: str) -> Words | None:
        if text.startswith("/"):
            return f"'{shown(text)}' is an absolute path", either
        if text.startswith("file:"):
            return f"'{shown(text)}' is a file of one machine", either
        parts = addresses.parse(text)
        path = parts.path if parts and addresses.is_web_address(text) else text
        if endings and PurePosixPath(path).suffix.lower() not in endings:
            return f"'{shown(text)}' has the wrong format", f"use one of: {', '.join(endings)}"
        return None

    return rule
