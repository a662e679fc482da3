"""What explain tells: text in both languages, JSON by its schema, one check, a distribution."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from catalog.models.curated import Language
from catalog.publish.explain import (
    Asked,
    Format,
    NoSuchBodyError,
    NoSuchCheckError,
    explain_check,
    explain_distribution,
    explain_project,
)
from catalog.publish.explained import schema_text
from tests.catalog.publish.conftest import TODAY


def asked(
    folder: Path, language: Language = "en", output_format: Format = "text", **of: Any
) -> Asked:
    """Ask the invented catalogue."""
    return Asked(folder, TODAY, language, output_format, **of)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", ["Före nivå", "Gör detta först", "I katalogen: data/projects.yaml:", "Underlag:"]),
        ("en", ["Before level", "Do this first", "In the catalogue: data/projects.yaml:"]),
    ],
)
def test_text_says_what_is_missing_and_where_to_act(
    folder: Path, language: Language, expected: list[str]
) -> None:
    """Level, what lacks, advice with its place and every check, in the reader's language."""
    told = explain_project(asked(folder, language), "arenan")
    assert [] == [words for words in expected if words not in told]
    assert "\n\n\n" not in told


def test_text_names_the_parts_and_why_the_ladder_ends(folder: Path) -> None:
    """Which repositories count, and a project that is archived says so."""
    told = explain_project(asked(folder, "sv"), "portalen")
    assert "Komponent: portal-theme" in told
    assert "arkiverat" in told
    assert "Gör detta först" not in told


def test_json_keeps_its_schema_and_says_what_each_verdict_rests_on(folder: Path) -> None:
    """Rule, inputs and links stand beside each sentence; links open that commit."""
    told = json.loads(explain_project(asked(folder, "sv", "json"), "ängsblomma"))
    jsonschema.validate(told, json.loads(schema_text()))
    licence = next(check for check in told["checks"] if check["check"] == "LIC-1")
    reason = licence["because"][0]
    assert ("licence-open", "MIT") == (reason["rule"], reason["inputs"]["licence"])
    link = reason["links"][0]
    assert link["href"] == f"{link['repository']}/blob/{link['commit']}/LICENSE"


def test_advice_leads_to_the_entry_and_to_the_file(folder: Path) -> None:
    """The catalogue's data by its line, a file by the address that creates it."""
    described, lone = (
        [spot for check in told["checks"] if check["advice"] for spot in check["advice"]["where"]]
        for told in (
            json.loads(explain_project(asked(folder, "en", "json"), name))
            for name in ("arenan", "ängsblomma")
        )
    )
    entry = next(spot for spot in described if spot["how"] == "edit-entry")
    assert ("data/projects.yaml", True) == (entry["name"], entry["line"] >= 1)
    file = next(spot for spot in lone if spot["name"] == "SECURITY.md")
    assert "new-file" == file["how"]
    assert file["href"].endswith("/new/main?filename=SECURITY.md")


def test_one_check_over_all_projects(folder: Path) -> None:
    """Every project once, by status, with why; in text and for machines."""
    told = json.loads(explain_check(asked(folder, "en", "json"), "lic-1"))
    assert {"portalen", "arenan"} <= {one["project"] for one in told["projects"]}
    assert len(told["projects"]) == sum(told["counts"].values())
    text = explain_check(asked(folder, "sv"), "LIC-1")
    assert "Licenstexten är MIT" in text


def test_only_one_bodys_projects(folder: Path) -> None:
    """A body is named by its id."""
    told = json.loads(explain_check(asked(folder, "en", "json", body="provby"), "LIC-1"))
    assert ["arenan"] == [one["project"] for one in told["projects"]]
    whole = json.loads(explain_distribution(asked(folder, "en", "json", body="provby")))
    assert (1, "provby") == (whole["projects"], whole["body"])


def test_what_is_not_there_is_answered_with_what_is(folder: Path) -> None:
    """A check or a body that is misspelt gets a suggestion."""
    with pytest.raises(NoSuchCheckError, match=r"did you mean 'LIC-\d'"):
        explain_check(asked(folder), "LIC-9")
    with pytest.raises(NoSuchBodyError, match="did you mean 'provby'"):
        explain_distribution(asked(folder, body="provbyn"))


def test_outside_git_it_says_so(folder: Path) -> None:
    """The distribution is told all the same, and why nothing can be compared."""
    told = json.loads(explain_distribution(asked(folder, "en", "json")))
    assert told["since"] is None
    assert "not in a git repository" in told["why_not"]
    assert "inte i ett gitförråd" in explain_distribution(asked(folder, "sv"))
