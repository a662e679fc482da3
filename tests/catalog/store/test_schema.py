"""The JSON Schema: every key explained in both languages, and as strict as the reader is."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from catalog.models.curated import CuratedData
from catalog.store import schema

HERE = Path(__file__).resolve().parents[3]
SCHEMA = schema.json_schema()


def keys() -> list[tuple[str, str]]:
    """List every key of every model, as people write it, with its model's name."""
    made = CuratedData.model_json_schema(by_alias=True)
    models = {"CuratedData": made, **made["$defs"]}
    return [(name.partition("_")[0], key) for name in models for key in models[name]["properties"]]


def faults(data: Any) -> list[str]:
    """Check data against the schema."""
    return [fault.message for fault in Draft202012Validator(SCHEMA).iter_errors(data)]


def test_the_schema_is_one() -> None:
    """It follows its dialect."""
    Draft202012Validator.check_schema(SCHEMA)
    assert "https://json-schema.org/draft/2020-12/schema" == SCHEMA["$schema"]


def test_words_and_keys_are_one_to_one() -> None:
    """No key without words, no words without a key."""
    explained = {(schema.place_of(model, key), key) for model, key in keys()}
    assert explained == {(name, key) for name, said in schema.words().items() for key in said}


def test_words_are_whole_in_both_languages() -> None:
    """A title, and a description that is a sentence."""
    for name, said in schema.words().items():
        for key, words in said.items():
            for language in ("en", "sv"):
                title, description = words[language]
                assert title and description.endswith((".", ":")), f"{name}.{key} {language}"  # noqa: PT018


def test_explained_values_are_the_ones_there_are() -> None:
    """A value has its words where they are listed, and no other is explained."""
    for name, key in keys():
        said = schema.words()[schema.place_of(name, key) or ""][key]
        if isinstance(said.get("values"), dict):
            model = SCHEMA if name == "CuratedData" else SCHEMA["$defs"].get(name, {})
            listed = json.dumps(model.get("properties", {}).get(key, {}))
            assert all(f'"{value}"' in listed for value in said["values"]) or name == "Qualified"


def test_an_editor_is_told_both_languages() -> None:
    """English first, then Swedish, in title and description."""
    key = SCHEMA["$defs"]["Body"]["properties"]["orgNumber"]
    assert "Organisation number / Organisationsnummer" == key["title"]
    english, swedish = key["description"].split("\n\n")
    assert ("Ten digits", "Tio siffror") == (english[:10], swedish[:11])


@pytest.mark.parametrize("name", sorted(SCHEMA["$defs"]))
def test_no_model_takes_an_unknown_key(name: str) -> None:
    """A slip of the pen is underlined while it is typed."""
    assert SCHEMA["$defs"][name]["additionalProperties"] is False


def test_the_shipped_data_is_right_by_the_schema() -> None:
    """What the reader takes, an editor takes."""
    written = yaml.safe_load((HERE / "data" / "projects.yaml").read_text(encoding="utf-8"))
    assert [] == faults(json.loads(json.dumps(written, default=str)))  # dates as they are written


def test_the_shipped_schema_is_the_models() -> None:
    """Where this fails: ``kodkatalog schema > data/projects.schema.json``."""
    shipped = (HERE / "data" / schema.NAME).read_text(encoding="utf-8")
    assert schema.schema_text() == shipped


def test_the_shipped_data_names_the_schema() -> None:
    """An editor finds it in a fresh clone, without a network."""
    first = (HERE / "data" / "projects.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert f"# yaml-language-server: $schema={schema.NAME}" == first


@pytest.mark.parametrize(
    "data",
    [
        {"bodys": []},
        {"bodies": [{"id": "b", "type": "region", "name": "B", "name_en": "B"}]},
        {"bodies": [{"id": "B", "type": "region", "name": "B"}]},
        {"bodies": [{"id": "b", "type": "regoin", "name": "B"}]},
        {"bodies": [{"id": "b", "type": "region", "name": "B", "population": {"valu": 1}}]},
        {"bodies": [{"id": "b", "type": "region", "name": "B", "policy": "example.org"}]},
        {"projects": [{"id": "p", "name": "P", "body": "b", "description": {"se": {}}}]},
        {"projects": [{"id": "p", "name": "P", "body": "b", "catalog": {"override": {"x": {}}}}]},
        {"projects": [{"id": "p", "name": "P", "body": "b", "catalog": {"explained": {"x": {}}}}]},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(data: Any) -> None:
    """Lists, keys, ids, words, addresses and forms."""
    assert faults(data)
