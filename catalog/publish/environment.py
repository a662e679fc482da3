"""The Jinja environment of one language: escaping on, an undefined name is an error."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from jinja2 import BytecodeCache, ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from catalog.publish.assets import SHIPPED
from catalog.publish.languages import translations


def environment(
    language: str,
    templates: Sequence[Path] = (),
    compiled: BytecodeCache | None = None,
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
        bytecode_cache=compiled,
    )
    # The extension adds these at run time, which is why its stubs do not know them.
    env.install_gettext_translations(translations(language, SHIPPED / "locale"), newstyle=True)  # type: ignore[attr-defined]
    env.filters |= _formats(language)
    return env


class Compiled(BytecodeCache):
    """Compiled templates in memory: the languages share them, the words come at run time."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket where the template is known."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what the bucket holds."""
        self._code[bucket.key] = bucket.bytecode_to_string()


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
