"""What people write of a product, found by publiccode.yml's keys, and their corrections."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

from catalog.models.address import Address
from catalog.models.curated import Kind, ProjectEntry
from catalog.models.facts import LifecycleWord
from catalog.models.project import Stated

T = TypeVar("T")

WORDS = TypeAdapter(str)
LIST = TypeAdapter(tuple[str, ...])
ADDRESS: TypeAdapter[str] = TypeAdapter(Address)
KIND: TypeAdapter[Kind] = TypeAdapter(Kind)
STATUS: TypeAdapter[LifecycleWord] = TypeAdapter(LifecycleWord)

_PLAIN: Mapping[str, TypeAdapter[Any]] = {
    "name": WORDS, "url": ADDRESS, "landingURL": ADDRESS, "developmentStatus": STATUS,
    "kind": KIND, "categories": LIST, "localisation.availableLanguages": LIST,
    "legal.license": WORDS, "maintenance.type": WORDS,
}  # fmt: skip
_A_LANGUAGE: Mapping[str, TypeAdapter[Any]] = {
    "shortDescription": WORDS, "longDescription": WORDS, "features": LIST, "documentation": ADDRESS,
}  # fmt: skip
CORRECTABLE: Mapping[str, TypeAdapter[Any]] = {
    **_PLAIN,
    **{f"description.{language}.{key}": adapter
       for language in ("sv", "en") for key, adapter in _A_LANGUAGE.items()},
}  # fmt: skip
DERIVED = frozenset({"softwareVersion", "releaseDate"})
# Publiccode.yml's own last word for a key is understood as well, where only one key ends so.
_SHORT = {"license": "legal.license", "availableLanguages": "localisation.availableLanguages"}


class WrongOverride(NamedTuple):
    """An override that corrects nothing: at which key, what is wrong, what to write instead."""

    key: str
    message: str
    hint: str


def wrong_overrides(entry: ProjectEntry) -> tuple[WrongOverride, ...]:
    """Tell the overrides of a product that cannot be used."""
    found = (_wrong(key, override.value) for key, override in entry.catalog.override.items())
    return tuple(wrong for wrong in found if wrong)


def _wrong(key: str, value: object) -> WrongOverride | None:
    if key in DERIVED:
        hint = "tag a release in the repository; the catalogue follows it"
        return WrongOverride(key, f"'{key}' is derived and cannot be overridden", hint)
    adapter = CORRECTABLE.get(_SHORT.get(key, key))
    if adapter is None:
        hint = f"write one of: {', '.join(sorted(CORRECTABLE))}"
        return WrongOverride(key, f"'{key}' is no field that can be overridden", hint)
    try:
        adapter.validate_python(value)
    except ValidationError as error:
        first = error.errors()[0]["msg"].removeprefix("Value error, ")
        hint = first[:1].lower() + first[1:]
        return WrongOverride(key, f"the value of the override '{key}' cannot be used", hint)
    return None


@dataclass(frozen=True)
class Written:
    """A product's entry in the curated data; none for a repository that stands for itself."""

    entry: ProjectEntry | None

    def said(self, path: str, adapter: TypeAdapter[T]) -> list[Stated[T]]:
        """Say what people write at a key, such as ``legal.license``."""
        value = _taken(adapter, self._at(path)) if self.entry else None
        return [Stated[T](value=value, by="curated")] if value else []

    def correction(self, path: str, adapter: TypeAdapter[T]) -> Stated[T] | None:
        """Say what a harvested value is corrected to; nothing where that cannot be used."""
        if self.entry is None:
            return None
        for key, override in self.entry.catalog.override.items():
            value = _taken(adapter, override.value) if _SHORT.get(key, key) == path else None
            if value:
                return Stated[T](value=value, by="override", correction=override)
        return None

    @cached_property
    def _document(self) -> dict[str, Any]:
        return self.entry.model_dump(by_alias=True, exclude_none=True) if self.entry else {}

    def _at(self, path: str) -> object:
        """Find a value by its key; one that is qualified is taken without its qualifiers."""
        value: object = self._document
        for key in path.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        return value.get("value") if isinstance(value, dict) and "value" in value else value


def _taken(adapter: TypeAdapter[T], value: object) -> T | None:
    """Return the value in the field's form; None where it does not have it."""
    try:
        return adapter.validate_python(value) if value else None
    except ValidationError:
        return None
