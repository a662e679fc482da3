"""Drafts the publiccode.yml of a project: what is known as keys, what is missing as comments."""

import re
import textwrap
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from catalog.models.curated import Body, Language
from catalog.models.evidence import Found
from catalog.models.project import Project
from catalog.publiccode.knowledge import Data, about, known, primary
from catalog.publiccode.schema import TOP
from catalog.publiccode.vocabulary import LATEST

WIDTH = 100
LINE = 80  # a longer text is folded
_PROSE = re.compile(r"\S+(?: \S+)*")
_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "legal": ("license", "mainCopyrightOwner"),
    "maintenance": ("type", "contacts", "contractors"),
    "localisation": ("localisationReady", "availableLanguages"),
}
_DESCRIBED = (
    "localisedName", "shortDescription", "longDescription", "features", "documentation",
    "apiDocumentation", "screenshots", "videos", "awards",
)  # fmt: skip
_MANDATORY = frozenset({
    "url", "platforms", "developmentStatus", "softwareType", "description", "shortDescription",
    "longDescription", "features", "legal.license", "maintenance.type",
    "localisation.localisationReady", "localisation.availableLanguages",
})  # fmt: skip
_NEEDED = {"internal": "contacts", "community": "contacts", "contract": "contractors"}


def draft(project: Project, bodies: Mapping[str, Body], language: Language) -> str:
    """Return the best publiccode.yml that the catalogue can write.

    It keeps the strict rules, but for mandatory keys that stand as comments.
    """
    return _Draft(project, known(project, bodies), language).text()


@cache
def _told() -> dict[str, Any]:
    text = files("catalog.publiccode").joinpath("draft.yaml").read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return told


class _Draft:
    """One draft: what is known, and the language of its comments."""

    def __init__(self, project: Project, data: Data, language: Language) -> None:
        self.project = project
        self.data = data
        self.language = language

    def text(self) -> str:
        """Return the file."""
        lines = [*self._head(), "", f'publiccodeYmlVersion: "{LATEST}"']
        for name in TOP.keys:
            lines += self._key(name)
        return "\n".join(line.rstrip() for line in lines) + "\n"

    def _head(self) -> list[str]:
        words = _told()["words"]
        lines = _prose(words["head"][self.language].format(name=_one_line(self.project.name)))
        repository = primary(self.project)
        if repository and repository.facts and isinstance(repository.facts.publiccode, Found):
            path = repository.facts.publiccode.found.path
            lines += _prose(words["existing"][self.language].format(path=_one_line(path)))
        return lines

    def _key(self, name: str) -> list[str]:
        if name == "description":
            return ["", *self._descriptions()]
        if name in _SECTIONS:
            return ["", *self._section(name)]
        if name in self.data:
            value = self.data[name]
            gap = [""] if isinstance(value, dict | list) else []
            return [*gap, *emit(name, value)]
        missing = self._missing(name)
        return ["", *missing] if missing else []

    def _missing(self, name: str, *, needed: bool = False) -> list[str]:
        """Return the comments for a key that is missing; none where it is not worth asking."""
        told = _told()["keys"].get(name)
        if not told:
            return []
        kind = "mandatory" if needed or name in _MANDATORY else "optional"
        depends = name.rpartition(".")[2] in _NEEDED.values() and not needed
        lead = "" if depends else f"{_told()['words'][kind][self.language]}: "
        example = told.get("example", "").format(
            body=scalar(_one_line(self.project.body.name)), short=self._short
        )
        return [*_prose(f"{lead}{told[self.language]}"), *(f"#{e}" for e in example.splitlines())]

    @cached_property
    def _short(self) -> str:
        repository = primary(self.project)
        listed = about(repository.facts if repository else None)
        told = _one_line(listed.description or "") if listed else ""
        return scalar(told[:150]) if told else "..."

    def _section(self, name: str) -> list[str]:
        data = self.data.get(name, {})
        lines = []
        for key in _SECTIONS[name]:
            if key in data:
                lines += emit(key, data[key])
            elif name != "maintenance" or _wanted(key, data):
                needed = key == _NEEDED.get(str(data.get("type")))
                lines += self._missing(f"{name}.{key}", needed=needed)
        return _below(name, lines, filled=bool(data))

    def _descriptions(self) -> list[str]:
        told = self.data.get("description", {})
        if not told:
            lines = [*self._language(self.language, {})]
            return [*self._missing("description"), *_below("description", lines, filled=False)]
        lines = [line for tag in sorted(told) for line in self._language(tag, told[tag])]
        return _below("description", lines, filled=True)

    def _language(self, tag: str, told: Data) -> list[str]:
        lines = []
        for key in _DESCRIBED:
            lines += emit(key, told[key]) if key in told else self._missing(key)
        return _below(tag, lines, filled=bool(told))


def _wanted(key: str, maintenance: Data) -> bool:
    """Whether to ask for a key of the maintenance: it depends on the type."""
    kind = maintenance.get("type")
    return kind is None or _NEEDED.get(kind) == key


def _below(name: str, lines: list[str], *, filled: bool) -> list[str]:
    """Indent lines below a key; the key is a comment where only comments stand below it."""
    indented = [
        f"#  {line[1:]}" if line.startswith("#") and line[1:2] != " " else
        f"#  {line[1:]}" if line.startswith("#  ") else f"  {line}"
        for line in lines
    ]  # fmt: skip
    return [f"{'' if filled else '#'}{name}:", *indented]


def emit(name: str, value: Any) -> list[str]:  # noqa: ANN401 - YAML is any
    """Return a key and its value as lines of YAML."""
    if isinstance(value, dict):
        return [f"{name}:", *(f"  {line}" for key in value for line in emit(key, value[key]))]
    if isinstance(value, list):
        return [f"{name}:", *(f"  {line}" for one in value for line in _item(one))]
    if isinstance(value, str) and len(value) > LINE and _is_prose(value):
        folded = textwrap.wrap(value, WIDTH - 8, break_long_words=False, break_on_hyphens=False)
        return [f"{name}: >-", *(f"  {line}" for line in folded)]
    return [f"{name}: {scalar(value)}"]


def scalar(value: Any) -> str:  # noqa: ANN401 - YAML is any
    """Return a scalar as YAML of one line."""
    if isinstance(value, bool):
        return str(value).lower()
    return _quoted(str(value))


@lru_cache(maxsize=4096)  # many drafts say the same, and PyYAML is slow to say it
def _quoted(text: str) -> str:
    style = '"' if not text.isprintable() or text.strip() != text else None
    written: str = yaml.dump(
        text,
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        width=10**9,
        default_style=style,
        explicit_end=False,
    )
    return written.removesuffix("\n").removesuffix("\n...").removesuffix("...\n").rstrip("\n")


def _item(value: Any) -> list[str]:  # noqa: ANN401 - YAML is any
    if isinstance(value, dict):
        lines = [line for key in value for line in emit(key, value[key])]
        return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]
    return [f"- {scalar(value)}"]


def _is_prose(text: str) -> bool:
    return text.isprintable() and bool(_PROSE.fullmatch(text))


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _prose(text: str) -> list[str]:
    return [f"# {line}" for line in _wrapped(text)]


@lru_cache(maxsize=1024)
def _wrapped(text: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(text, WIDTH - 8, break_on_hyphens=False))
