"""YAML, JSON, TOML and XML of strangers, parsed with limits: None where it is wrong."""

import json
import re
import tomllib
from typing import Any, TypeAlias
from xml.etree import ElementTree as ET

import yaml

Mapping: TypeAlias = dict[str, Any]

LARGEST = 256 * 1024  # characters; real manifests are a hundredth of it
DEEPEST = 40

_DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_Loader: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def yaml_mapping(text: str) -> Mapping | None:
    """Read a YAML mapping with every scalar as text. Aliases are refused: they can be bombs."""
    try:
        if len(text) > LARGEST or not _is_harmless(text):
            return None
        return _mapping(yaml.load(text, Loader=_Loader))  # noqa: S506 - builds text and lists only
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def yaml_lines(text: str, depth: int) -> dict[str, int]:
    """Return the line of every key down to a depth, of a text that :func:`yaml_mapping` takes."""
    found: dict[str, int] = {}
    root = yaml.compose(text, Loader=_Loader)
    level = [("", root)] if isinstance(root, yaml.MappingNode) else []
    for _ in range(depth):
        inner = [(path, pair) for path, node in level for pair in node.value]
        level = []
        for path, (key, value) in inner:
            if isinstance(key, yaml.ScalarNode):
                found.setdefault(f"{path}{key.value}", key.start_mark.line + 1)
                level += [(f"{path}{key.value}.", value)] * isinstance(value, yaml.MappingNode)
    return found


def json_mapping(text: str) -> Mapping | None:
    """Read a JSON object."""
    try:
        return _mapping(json.loads(text)) if len(text) <= LARGEST else None
    except (ValueError, RecursionError):
        return None


def toml_mapping(text: str) -> Mapping | None:
    """Read a TOML document."""
    try:
        return tomllib.loads(text) if len(text) <= LARGEST else None
    except (ValueError, RecursionError):
        return None


def xml_root(text: str) -> ET.Element | None:
    """Read an XML document without its name spaces. Declarations of type or entity are refused."""
    if len(text) > LARGEST or _DECLARATION.search(text):
        return None
    try:
        root = ET.fromstring(text.lstrip("\ufeff \r\n\t"))  # noqa: S314 - entities refused above
    except (ET.ParseError, ValueError):
        return None
    for element in root.iter():
        element.tag = str(element.tag).rpartition("}")[2]
    return root


def words(value: object) -> str | None:
    """Return a short text, None for anything else; what no page could show is left out."""
    return _shown(value) or None if isinstance(value, str) else None


def keys(value: object) -> tuple[str, ...]:
    """Return the keys of a mapping, none for anything else."""
    return tuple(_shown(str(key)) for key in value) if isinstance(value, dict) else ()


def _shown(text: str) -> str:
    """Leave out control characters and halves of characters, which JSON can spell."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())[:200].strip()


def _is_harmless(text: str) -> bool:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            return False
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return False
    return True


def _mapping(value: object) -> Mapping | None:
    return value if isinstance(value, dict) else None
