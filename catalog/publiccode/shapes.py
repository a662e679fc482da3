"""The shapes that values of publiccode.yml have: each keeps what is right and notes what is wrong.

A shape takes a value and the place where it stands, and returns what can be used of it, ``None``
where nothing can. Numbers where text belongs are used as text, one value as a list of one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from catalog.nearest import one_of
from catalog.publiccode.place import Place, shown

Words: TypeAlias = tuple[str, str]  # what is wrong, what to write instead
Rule: TypeAlias = Callable[[str], Words | None]
Value: TypeAlias = Any


class Shape(Protocol):
    """What a value must look like."""

    @property
    def noun(self) -> str:
        """How the shape is called in a sentence."""

    def take(self, value: Value, place: Place) -> Value:
        """Return what can be used of the value, and note in the place what is wrong with it."""


@dataclass(frozen=True)
class Text:
    """A text that keeps a rule.

    ``empty``: "" is as good as nothing. ``numbers``: one that YAML reads as a number is a text too.
    """

    rule: Rule | None = None
    empty: bool = True
    numbers: bool = True
    noun: str = "text"

    def take(self, value: Value, place: Place) -> str | None:
        """Return the text; a number or a truth value is one, with a warning."""
        if isinstance(value, dict | list):
            place.wrong_kind(value, self.noun)
            return None
        text = plain(value)
        if not (self.numbers or isinstance(value, str)):
            place.wrong_kind(value, self.noun, f'put it in quotation marks: "{text}"')
            return None if self.rule and self.rule(text) else text
        wrong = self.rule(text) if self.rule and (text or not self.empty) else None
        if wrong:
            place.error(wrong[0].replace("{key}", place.name), wrong[1])
            return None
        if not isinstance(value, str):
            place.warning(
                f"'{place.name}' is read as a number, {text}",
                f'put it in quotation marks, so that it stays as you write it: "{text}"',
            )
        return text


@dataclass(frozen=True)
class Truth:
    """``true`` or ``false``."""

    noun: str = "true or false"

    def take(self, value: Value, place: Place) -> bool | None:
        """Return the truth value; words such as yes are none in YAML 1.2."""
        if isinstance(value, bool):
            return value
        place.wrong_kind(value, self.noun, "write true or false, without quotation marks")
        return None


@dataclass(frozen=True)
class Many:
    """A list. ``filled``: with at least one value; ``alone``: one value need not be in a list."""

    of: Shape
    filled: bool = False
    alone: bool = False

    @property
    def noun(self) -> str:
        """A list of the shape."""
        return f"a list of {self.of.noun}" if not self.alone else f"{self.of.noun}, or a list"

    def take(self, value: Value, place: Place) -> list[Value] | None:
        """Return the values that can be used."""
        if not isinstance(value, list):
            return self._one(value, place)
        if not value and self.filled:
            place.error(f"'{place.name}' is an empty list", "write at least one, after '- '")
            return None
        taken: list[Value] = []
        for index, one in enumerate(value):
            inner = place.at(index)
            if inner.full:
                break
            if one is None:
                inner.warning(f"{inner.name} is empty", "write a value after '- ', or remove it")
            elif (used := self.of.take(one, inner)) is not None:
                taken.append(used)
        return taken

    def _one(self, value: Value, place: Place) -> list[Value] | None:
        if self.alone and not isinstance(value, dict):
            used = self.of.take(value, place.at(0))
            return None if used is None else [used]
        place.wrong_kind(value, self.noun, "put each value on a line of its own, after '- '")
        quiet = place.quietly()
        used = self.of.take(value, quiet) if not isinstance(value, dict) else None
        return [used] if used is not None and not quiet.heard else None


@dataclass(frozen=True)
class Key:
    """A key of a section.

    ``mandatory`` is what to write where it is missing, ``deprecated`` what to do instead of using
    it, ``since`` the version that brought it. ``always``: a missing section counts as an empty one.
    """

    shape: Shape
    mandatory: str = ""
    deprecated: str = ""
    since: str = ""
    always: bool = False


Check: TypeAlias = Callable[[Mapping[str, Value], Place], None]


@dataclass(frozen=True)
class Section:
    """Keys with values of their own; an unknown key is an error. ``then`` looks at all of them."""

    keys: Mapping[str, Key]
    then: Check | None = None
    noun: str = "a section with keys"

    def take(self, value: Value, place: Place) -> dict[str, Value] | None:
        """Return the known keys whose values can be used."""
        if not isinstance(value, dict):
            place.wrong_kind(value, self.noun, "indent 'key: value' lines below it")
            return None
        used = {}
        for name, key in self.keys.items():
            inner = place.at(name)
            if value.get(name) is None:
                _missing(key, inner, present=name in value)
                continue
            if key.deprecated:
                inner.warning(f"'{name}' is deprecated", key.deprecated)
            if (taken := key.shape.take(value[name], inner)) is not None:
                used[name] = taken
        self._unknown(value, place)
        if self.then:
            self.then(value, place)
        return used

    def _unknown(self, value: Mapping[str, Value], place: Place) -> None:
        for name in value:
            if place.full:
                break
            if name not in self.keys:
                hint = one_of(name, list(self.keys), "remove it, or make it a comment with '# '")
                place.at(name).error(f"'{shown(name)}' is not a key here", hint)


@dataclass(frozen=True)
class ByLanguage:
    """A section for each language, under its tag."""

    of: Section
    tag: Rule
    noun: str = "a section for each language"

    def take(self, value: Value, place: Place) -> dict[str, Value] | None:
        """Return the languages that can be used; a text by itself is kept as ``und``."""
        if isinstance(value, str) and value.strip():
            place.wrong_kind(value, self.noun, "write it below a language: 'sv:', then its keys")
            return {"und": {"shortDescription": value}}
        if not isinstance(value, dict) or not value:
            place.wrong_kind(value, self.noun, "write 'sv:' or 'en:' below it, then its keys")
            return None
        used = {}
        for tag, section in value.items():
            inner = place.at(tag)
            if inner.full:
                break
            wrong = self.tag(tag)
            if wrong:
                place.at(tag, name=False).error(*wrong)
                continue
            taken = self.of.take({} if section is None else section, inner)
            if taken is not None:
                used[tag] = taken
        return used


def plain(value: Value) -> str:
    """Return a scalar as the text that a computer reads it as: 1.10 is ``1.1``, 1.0 is ``1``."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _missing(key: Key, place: Place, *, present: bool) -> None:
    if key.mandatory:
        state = "is empty" if present else "is missing"
        place.absent(f"'{place.name}' {state}", key.mandatory)
    elif key.always:
        key.shape.take({}, place)
