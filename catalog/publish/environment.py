"""The Jinja environment of one language: escaping on, an undefined name is an error."""

import re
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations
from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
)
from jinja2.ext import Extension
from markupsafe import Markup

from catalog.publish.assets import SHIPPED
from catalog.publish.languages import edition_of, translations


def environment(
    language: str,
    templates: Sequence[Path] = (),
    cache: Path | None = None,
) -> Environment:
    """Make the environment; ``templates`` are folders that win over the shipped one.

    A template of theirs takes the place of the shipped one of that name, and may extend or import
    it as ``shipped/base.html``.
    ``cache`` is an existing folder that keeps compiled templates, for each language and its words.
    """
    shipped = FileSystemLoader(SHIPPED / "templates")
    own = [FileSystemLoader(folder) for folder in templates]
    env = Environment(
        loader=ChoiceLoader([*own, shipped, PrefixLoader({"shipped": shipped})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", _Spoken],
        bytecode_cache=_compiled(language, cache) if cache else None,
    )
    # The extension adds these at run time, which is why its stubs do not know them.
    spoken = translations(language, SHIPPED / "locale")
    env.install_gettext_translations(spoken, newstyle=True)  # type: ignore[attr-defined]
    env.filters |= _formats(language)
    env.globals |= {"_": _word(spoken), "once": once()}
    return env


def _compiled(language: str, cache: Path) -> FileSystemBytecodeCache:
    """Keep compiled templates apart by language and words, which are compiled into them."""
    words = edition_of(language, SHIPPED / "locale")
    return FileSystemBytecodeCache(str(cache), f"{language}-{words}-%s.cache")


class _Spoken(Extension):
    """Puts plain words into a template when it is compiled, instead of each time it is shown.

    ``{{ _('Words') }}`` becomes the translation itself; what takes values stays a call.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Replace the words of one template."""
        del name, filename
        word: Callable[[str], str] = self.environment.globals["_"]  # type: ignore[assignment]
        return _PLAIN.sub(lambda found: word(found[1]), source)


_PLAIN = re.compile(r"\{\{ _\('([^'\\%{}]+)'\) \}\}")


def _word(spoken: NullTranslations) -> Callable[..., str]:
    """Return a quicker ``_`` than the extension's: a page says it a hundred times."""
    said: dict[str, Markup] = {}

    def word(message: str, **values: object) -> str:
        if message not in said:
            # A translation is as trusted as the template whose words it says.
            said[message] = Markup(spoken.gettext(message))  # noqa: S704
        return said[message] % values if values else said[message]

    return word


def once() -> Callable[..., str]:
    """Return a function that calls a macro once a key and then says the same again.

    Hundreds of pages give the same answers: a third of a build's time is saved. No key, no memory.
    """
    kept: dict[Hashable, str] = {}

    def call(key: Hashable, macro: Callable[..., str], *arguments: object) -> str:
        if key is None:
            return macro(*arguments)
        if key not in kept:
            kept[key] = macro(*arguments)
        return kept[key]

    return call


def _formats(language: str) -> dict[str, Callable[..., str]]:
    """Return the filters that write dates and numbers as the language does."""
    return {
        "day": partial(_day, pattern="d MMMM y", language=language),
        "brief": partial(_day, pattern="d MMM y", language=language),
        "number": partial(_number, language=language),
        "share": partial(_share, language=language),
        "in_short": in_short,
    }


SHORT = 160  # signs of a description that search engines show


def in_short(text: str) -> str:
    """Return the words of a text, or of HTML, as far as they fit; nothing that turns or hides."""
    words = Markup(text).striptags() if hasattr(text, "__html__") else text  # noqa: S704
    if not words.isprintable():
        words = "".join(sign if sign.isprintable() else " " for sign in words)
    words = " ".join(words.split())
    if len(words) <= SHORT:
        return words
    cut = words[: SHORT - 1]
    if words[SHORT - 1] != " " and (end := cut.rfind(" ")) > SHORT // 2:
        cut = cut[:end]
    return f"{cut.rstrip(' ,;:')}…"


@lru_cache(maxsize=4096)
def _day(value: date, pattern: str, language: str) -> str:
    return format_date(value, pattern, locale=language)


@lru_cache(maxsize=4096)
def _number(value: float, language: str) -> str:
    return format_decimal(value, locale=language)


@lru_cache(maxsize=512)
def _share(value: float, language: str) -> str:
    return format_percent(value, locale=language)
