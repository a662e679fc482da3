"""What ``mkdocs.yml`` may say of a body's look; mistakes come as problems with their line."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from catalog.models.base import Frozen
from catalog.models.curated import Language
from catalog.models.problem import Problem
from catalog.store.wording import in_words, way_to
from catalog.yaml_lines import Document, Path

NAME = "kodkatalog"  # of our plugin
_COLOUR = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_DIGITS = 3  # of a short colour, each of which stands for two


def _refused(message: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError("refused", "{message}", {"message": message, "hint": hint})


def _colour(given: object) -> str:
    if given is None:
        hint = "put the colour in quotation marks: a # begins a comment"
        raise _refused("there is no colour here", hint)
    if not isinstance(given, str) or not _COLOUR.fullmatch(given):
        hint = 'write # and six digits or letters a-f in quotation marks, for example "#1b6b3a"'
        raise _refused(f"{str(given)[:60]!r} is not a colour", hint)
    digits = given[1:].lower()
    return "#" + ("".join(2 * digit for digit in digits) if len(digits) == _DIGITS else digits)


def _told(given: object) -> object:
    """Let a text that is the same in every language stand alone."""
    return dict.fromkeys(("sv", "en"), given) if isinstance(given, str) else given


def _logo(given: object) -> object:
    if isinstance(given, str):
        hint = f"write 'logo: {{file: {given[:60]}, alt: Exempelstad}}'"
        raise _refused("the logo does not say what it shows", hint)
    return given


Colour: TypeAlias = Annotated[str | None, BeforeValidator(_colour)]
Text: TypeAlias = Annotated[str, Field(min_length=1)]
Told: TypeAlias = Annotated[dict[Language, Text], BeforeValidator(_told)]


class LogoSettings(Frozen):
    """A logo: its ``file``, what it says to who does not see it, and a variant for the dark."""

    file: Text
    alt: Told
    dark: Text | None = None


class BrandSettings(Frozen):
    """A body's look. What is left out is as shipped."""

    name: Told | None = None
    logo: Annotated[LogoSettings | None, BeforeValidator(_logo)] = None
    icon: Text | None = None
    colour: Colour = None
    accent: Colour = None


class Settings(Frozen):
    """Our options in ``mkdocs.yml``; the first three are for MkDocs to check."""

    catalogue: Any = None
    today: Any = None
    security: Any = None
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = ("sv", "en")
    templates: Text | None = None
    brand: BrandSettings = BrandSettings()

    @field_validator("languages")
    @classmethod
    def _once(cls, given: tuple[Language, ...]) -> tuple[Language, ...]:
        if len(set(given)) < len(given):
            raise _refused("a language stands twice", "write each language once")
        return given


def read_settings(given: Mapping[str, Any], document: Document) -> Settings | tuple[Problem, ...]:
    """Read our options as MkDocs has them; ``document`` tells where they stand in the file."""
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        return tuple(_problem(document, one) for one in error.errors())
    return tuple(_unsaid(settings, document)) or settings


def options_in(document: Document) -> Mapping[str, Any]:
    """Return our options as they stand in the file; none where it does not have them."""
    found = document.value(place(document))
    return found if isinstance(found, Mapping) else {}


def place(document: Document, *way: str | int) -> Path:
    """Return the way to one of our options in the file."""
    plugins = document.data.get("plugins") if isinstance(document.data, Mapping) else None
    if isinstance(plugins, list):
        found = (n for n, one in enumerate(plugins) if isinstance(one, Mapping) and NAME in one)
        return ("plugins", next(found, 0), NAME, *way)
    return ("plugins", NAME, *way)


def _problem(document: Document, error: Any) -> Problem:  # noqa: ANN401 - pydantic's own
    message, hint = in_words(Settings, error)
    return document.problem(place(document, *way_to(error)), message, hint)


def _unsaid(settings: Settings, document: Document) -> list[Problem]:
    """Tell texts that lack one of the site's languages."""
    brand = settings.brand
    texts: dict[Path, Mapping[Language, str] | None] = {("name",): brand.name}
    texts[("logo", "alt")] = brand.logo.alt if brand.logo else None
    return [
        document.problem(
            place(document, "brand", *way),
            f"'{way[-1]}' says nothing in the language '{language}'",
            f"add '{language}: ...', or write one text for all languages",
        )
        for way, told in texts.items()
        for language in settings.languages
        if told is not None and language not in told
    ]
