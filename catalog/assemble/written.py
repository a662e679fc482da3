"""What people write of a product, found by publiccode.yml's keys, and their corrections."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

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
        override = self.entry.catalog.override.get(path)
        value = _taken(adapter, override.value) if override else None
        return Stated[T](value=value, by="override", correction=override) if value else None

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
