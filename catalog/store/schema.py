"""The JSON Schema of ``data/projects.yaml``, by which editors complete, explain and check.

Forms come from the models, words from ``models/keys.yaml``. A key's title and description hold both
languages, for an editor shows the one and only: English first, then Swedish.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias, get_args

import yaml
from pydantic import BaseModel

from catalog import models
from catalog.models.curated import CuratedData, overridable

NAME = "projects.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "Kodkatalog: data/projects.yaml"
_WORDS = Path(models.__file__).parent / "keys.yaml"

Node: TypeAlias = dict[str, Any]
Words: TypeAlias = Mapping[str, Any]


def schema_text() -> str:
    """Return the schema as the file that is published."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"


def json_schema() -> Node:
    """Make the schema of the models, with the words for every key."""
    schema = CuratedData.model_json_schema(by_alias=True)
    definitions: dict[str, Node] = schema.pop("$defs")
    corrections = definitions["CatalogKeys"]["properties"]["override"]
    corrections["properties"] = {key: {"$ref": "#/$defs/Override"} for key in overridable()}
    corrections["additionalProperties"] = False
    for node in schema["properties"].values():
        node["type"] = ["array", "null"]  # a list of which every entry has been taken away
    for name, model in (("CuratedData", schema), *definitions.items()):
        _explain(name.partition("_")[0], model)
    whole = {"$schema": DIALECT, "title": TITLE, **schema, "$defs": definitions}
    return _with_short_names(whole, definitions)


@cache
def words() -> Mapping[str, Mapping[str, Words]]:
    """Return what ``models/keys.yaml`` says: by model, then by key."""
    found: Mapping[str, Mapping[str, Words]] = yaml.load(_WORDS.read_bytes(), yaml.CSafeLoader)
    return found


@cache
def lineages() -> Mapping[str, tuple[str, ...]]:
    """Return each model below the whole of the data, with the models that it has keys from."""
    found = {_plain(model): model for model in _below(CuratedData)}
    return {name: (*map(_plain, model.__mro__), "any") for name, model in found.items()}


def place_of(model: str, key: str) -> str | None:
    """Return where ``models/keys.yaml`` explains a key; None where it does not."""
    return next((name for name in lineages()[model] if key in words().get(name, ())), None)


def _below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for info in model.model_fields.values():
        for inner in _models_in(info.annotation):
            yield from _below(inner)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _plain(model: type) -> str:
    """Name a model; those of qualified facts are alike, whatever the facts are."""
    return model.__name__.partition("[")[0]


def _explain(name: str, model: Node) -> None:
    """Give every key of a model its words, in place of those that are made from code."""
    model.pop("title", None)
    model.pop("description", None)
    for key, node in model["properties"].items():
        _tidy(node)
        said = words()[place_of(name, key) or ""][key]
        node["title"] = " / ".join(dict.fromkeys((said["en"][0], said["sv"][0])))
        node["description"] = f"{said['en'][1]}\n\n{said['sv'][1]}"
        if "values" in said:
            _explain_values(node, _values(said))


def _values(said: Words) -> Words:
    """Return the words for a key's values, which may stand with another key."""
    values = said["values"]
    if isinstance(values, str):
        model, key = values.split(".")
        values = words()[model][key]["values"]
    return dict(values)


def _explain_values(node: Node, values: Words) -> None:
    """Put the words for each value where the values are listed."""
    for inner in _nodes(node):
        if "enum" in inner:
            told = [values[value] for value in inner["enum"]]
            inner["markdownEnumDescriptions"] = [f"{t['en']}\n\n{t['sv']}" for t in told]


def _tidy(node: Node) -> None:
    """Leave out what only says that a key is optional; name the languages as keys."""
    for inner in _nodes(node):
        if inner.get("default") in (None, [], {}):
            inner.pop("default", None)
        if not isinstance(inner.get("title"), dict):
            inner.pop("title", None)
        if "enum" in inner.get("propertyNames", ()):
            value = inner.pop("additionalProperties")
            inner["properties"] = dict.fromkeys(inner.pop("propertyNames")["enum"], value)
            inner["additionalProperties"] = False
        if "patternProperties" in inner:
            inner["additionalProperties"] = False


def _nodes(node: object) -> Iterator[Node]:
    """Walk through everything that is, or may be, a schema."""
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    for inner in node if isinstance(node, list) else ():
        yield from _nodes(inner)


def _with_short_names(schema: Node, definitions: Node) -> Node:
    """Name the models of qualified facts by number: their own names say how they are made."""
    text = json.dumps(schema)
    made = sorted(name for name in definitions if "_" in name)
    for number, name in enumerate(made, start=1):
        text = text.replace(f'"{name}"', f'"Qualified{number}"')
        text = text.replace(f'"#/$defs/{name}"', f'"#/$defs/Qualified{number}"')
    short: Node = json.loads(text)
    return short
