"""Text for a terminal from a template: every value is made harmless as it is written."""

import html
import re
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from catalog.models.curated import Language
from catalog.publish.environment import environment
from catalog.publish.plain import plain

_BREAK = re.compile(r"\s*[\r\n\t]+\s*")
_GAP = re.compile(r"\n{3,}")


def terminal(language: Language, template: str, **names: object) -> str:
    """Fill a template; its words are escaped, as all are, and made plain text."""
    return filled(_spoken(language), template, **names)


def plainly(spoken: Environment) -> Environment:
    """Return an environment that writes every value harmlessly."""
    return spoken.overlay(finalize=_harmless)


def filled(plain_one: Environment, template: str, **names: object) -> str:
    """Fill a template of an environment that writes plainly."""
    rendered = plain_one.get_template(template).render(**names)
    return html.unescape(_GAP.sub("\n\n", rendered)).strip("\n").rstrip()


def _harmless(value: object) -> object:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return plain(_BREAK.sub(" ", value))


@cache
def _spoken(language: Language) -> Environment:
    return plainly(environment(language))
