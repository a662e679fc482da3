"""Reads a body's look: options, pictures and colours, each checked before a page is written."""

import pathlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from catalog.errors import KodkatalogError
from catalog.models.curated import Language
from catalog.models.problem import Problem
from catalog.publish.brand.images import Image, read_image
from catalog.publish.brand.settings import LogoSettings, Settings, options_in, place, read_settings
from catalog.publish.brand.shown import Brand, Logo
from catalog.publish.brand.tokens import LIGHT, Tokens, derived, failures, nearest
from catalog.yaml_lines import Document, Path, read_file

TEMPLATES = "templates"
_ELSEWHERE = re.compile(rb"!ENV|(?m:^INHERIT:)")  # MkDocs knows what is meant then
_ON = {
    "paper": "the page", "surface": "cards and the header", "sunk": "the footer and code",
    "brand-soft": "the heading of the start page", "brand": "the colour itself",
    "line": "the steps that are not reached",
}  # fmt: skip


class SettingsError(KodkatalogError):
    """``mkdocs.yml``, or a file that it names, cannot be used; ``problems`` says where and why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems; the text is their listing."""
        self.problems = tuple(dict.fromkeys(problems))  # a picture may be named twice
        super().__init__("\n".join(map(str, self.problems)))


class Look(NamedTuple):
    """What ``mkdocs.yml`` says of a site's look, and the files that it is made of."""

    languages: tuple[Language, ...]
    brand: Brand
    templates: pathlib.Path
    files: tuple[pathlib.Path, ...] = ()


def read_look(folder: pathlib.Path, file: pathlib.Path, given: Mapping[str, Any]) -> Look:
    """Read our options ``given`` in a configuration file; pictures lie in ``folder``.

    Raises:
        SettingsError: something is wrong; all that is found is listed.
    """
    return _look(folder, read_file(file, file.name), given)


def look_problems(folder: pathlib.Path, file: pathlib.Path) -> tuple[Problem, ...]:
    """List what is wrong with our options in a configuration file, where it says them itself."""
    if not file.is_file() or _ELSEWHERE.search(file.read_bytes()):
        return ()
    document = read_file(file, file.name)
    try:
        _look(folder, document, options_in(document))
    except SettingsError as error:
        return error.problems
    return ()


def _look(folder: pathlib.Path, document: Document, given: Mapping[str, Any]) -> Look:
    settings = read_settings(given, document)
    if not isinstance(settings, Settings):
        raise SettingsError(settings)
    reader = _Reader(folder, document, [])
    look = reader.look(settings)
    if reader.problems:
        raise SettingsError(reader.problems)
    return look


@dataclass
class _Reader:
    """Makes a look of options that have the right form, and notes what cannot be used."""

    folder: pathlib.Path
    document: Document
    problems: list[Problem]

    def look(self, settings: Settings) -> Look:
        brand = settings.brand
        self.problems += self._colours(brand.colour, brand.accent)
        logo = self._logo(brand.logo) if brand.logo else None
        icon = self._image(("icon",), brand.icon, "icon") if brand.icon else None
        shown = Brand(_spoken(brand.name), brand.colour, brand.accent, logo, icon)
        said = brand.logo
        names = (said.file, said.dark, brand.icon) if said else (brand.icon,)
        files = tuple(self.folder / name for name in names if name)
        return Look(settings.languages, shown, self._templates(settings.templates), files)

    def _templates(self, name: str | None) -> pathlib.Path:
        folder = self.folder / (name or TEMPLATES)
        if name and not folder.is_dir():
            self._note(("templates",), f"there is no folder {name!r}", "make it, or name another")
        return folder

    def _logo(self, said: LogoSettings) -> Logo | None:
        image = self._image(("logo", "file"), said.file, "logo")
        dark = self._image(("logo", "dark"), said.dark, "logo-dark") if said.dark else None
        return Logo(image, _spoken(said.alt), dark) if image else None

    def _image(self, way: Path, name: str, stem: str) -> Image | None:
        found = read_image(self.folder, name, stem)
        if isinstance(found, Image):
            return found
        if found.line:
            self.problems.append(Problem(
                file=name, line=found.line, column=None, message=found.message, hint=found.hint,
            ))  # fmt: skip
        else:
            self._note(("brand", *way), found.message, found.hint)
        return None

    def _note(self, way: Path, message: str, hint: str) -> None:
        self.problems.append(self.document.problem(place(self.document, *way), message, hint))

    def _colours(self, brand: str | None, accent: str | None) -> Iterator[Problem]:
        """Tell a colour that cannot be read where it stands, and the nearest that can."""
        own = brand or LIGHT["brand"]
        if brand:
            yield from self._colour("colour", "brand", brand, lambda one: derived(one)[0])
        if accent:
            yield from self._colour("accent", "accent", accent, lambda one: derived(own, one)[0])

    def _colour(
        self, key: str, token: str, given: str, tokens_of: Callable[[str], Tokens]
    ) -> Iterator[Problem]:
        worst = max(
            failures(tokens_of(given), token), key=lambda f: f.pair.needs / f.ratio, default=None
        )
        if worst:
            on, ground, needs = worst.pair
            passing = nearest(given, tokens_of, token)
            yield self.document.problem(
                place(self.document, "brand", key),
                f"{given} is too pale: --{on} on --{ground} ({_ON[ground]}) has a contrast of "
                f"{int(worst.ratio * 100) / 100:.2f}:1 and needs {needs:g}:1",
                f'the nearest colour that passes is "{passing}"',
            )


def _spoken(told: Mapping[Language, str] | None) -> dict[str, str]:
    return {str(language): text for language, text in (told or {}).items()}
