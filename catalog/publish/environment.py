"""The Jinja environment of one language: escaping on, an undefined name is an error."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from catalog.publish.assets import SHIPPED
from catalog.publish.languages import translations


def environment(
    language: str,
    templates: Sequence[Path] = (),
    names: Mapping[str, object] | None = None,
) -> Environment:
    """Make the environment; ``templates`` are folders that win over the shipped one."""
    folders = [*templates, SHIPPED / "templates"]
    env = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    # The extension adds these at run time, which is why its stubs do not know them.
    env.install_gettext_translations(translations(language, SHIPPED / "locale"), newstyle=True)  # type: ignore[attr-defined]
    env.filters |= _formats(language)
    env.globals |= {"language": language, **(names or {})}
    return env


def _formats(language: str) -> dict[str, partial[str]]:
    """Return the filters that write dates and numbers as the language does."""
    return {
        "day": partial(_day, language=language),
        "number": partial(_number, language=language),
        "share": partial(_share, language=language),
    }


@lru_cache(maxsize=4096)
def _day(value: date, language: str) -> str:
    return format_date(value, "d MMMM y", locale=language)


@lru_cache(maxsize=4096)
def _number(value: float, language: str) -> str:
    return format_decimal(value, locale=language)


@lru_cache(maxsize=512)
def _share(value: float, language: str) -> str:
    return format_percent(value, locale=language)
