"""A template that cannot be used, in words: which file, which line, what is wrong."""

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from catalog.errors import KodkatalogError


class TemplateFaultError(KodkatalogError):
    """A template is not right: one of the catalogue's own, for the shipped ones are tested."""


@contextmanager
def in_words() -> Iterator[None]:
    """Tell a template's fault by its place; a stack trace through Jinja helps nobody.

    Raises:
        TemplateFaultError: a template has a mistake, or reads what the page does not have.
    """
    try:
        yield
    except TemplateSyntaxError as error:
        place = f"{error.filename or error.name}:{error.lineno}"
        raise TemplateFaultError(f"{place}: {error.message}") from None
    except TemplateNotFound as error:
        raise TemplateFaultError(f"{_place(error)}there is no template {error.name!r}") from None
    except TemplateError as error:
        raise TemplateFaultError(f"{_place(error)}{error.message}") from None


def _place(error: TemplateError) -> str:
    """Return the innermost line of a template that was running, where one was."""
    frames = traceback.extract_tb(error.__traceback__)
    found = [f for f in frames if not f.filename.endswith(".py") and not f.filename.startswith("<")]
    return f"{found[-1].filename}:{found[-1].lineno}: " if found else ""


@contextmanager
def said_aloud() -> Iterator[None]:
    """In a copy of the process: say on standard error what a person can mend, and end with 1."""
    try:
        yield
    except KodkatalogError as error:
        print(error, file=sys.stderr)  # noqa: T201 - nobody else can: the other process only waits
        raise SystemExit(1) from None
