"""Problems in the forms that people, CI and machines read."""

import json
from collections import Counter

import pytest

from catalog.models.problem import Problem
from catalog.publish.problems import summary, written
from catalog.store.checking import Checked

ERROR = Problem(
    file="data/a,b: å.yaml",
    line=3,
    column=7,
    message="100% 'fel'\n::stop::",
    hint="skriv \x1brätt",
)
WARNING = Problem(file="b.yaml", line=None, column=None, message="gammal", hint="fråga",
                  severity="warning", rule="stale")  # fmt: skip


def checked(*problems: Problem) -> Checked:
    """Make what a check of one file found."""
    return Checked(problems, ("b.yaml",), Counter(projects=2))


def test_github_commands_are_escaped() -> None:
    """Nothing in a file's name or in other people's values ends the command or begins another."""
    first, second, *_ = written(checked(ERROR, WARNING), "github").splitlines()
    assert first == (
        "::error file=data/a%2Cb%3A å.yaml,line=3,col=7,title=kodkatalog check%3A data::"
        "100%25 'fel'\\n::stop:: - skriv \\u001brätt"
    )
    assert second == "::warning file=b.yaml,title=kodkatalog check%3A stale::gammal - fråga"


def test_json_is_one_object() -> None:
    """Counts, files, and each problem with its place."""
    told = json.loads(written(checked(ERROR, WARNING), "json"))
    assert (1, 1, 1, ["b.yaml"]) == (
        told["version"], told["errors"], told["warnings"], told["files"]
    )  # fmt: skip
    assert told["problems"][1] == {
        "file": "b.yaml", "line": None, "column": None, "message": "gammal", "hint": "fråga",
        "severity": "warning", "key": "", "rule": "stale",
    }  # fmt: skip


def test_sarif_names_rules_and_regions() -> None:
    """A result points at its rule and its place; the address of a file is percent-encoded."""
    told = json.loads(written(checked(ERROR, WARNING), "sarif"))
    (run,) = told["runs"]
    assert "2.1.0" == told["version"]
    assert ["data", "stale"] == [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    first, second = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert {"startLine": 3, "startColumn": 7} == place["region"]
    assert "data/a%2Cb%3A%20%C3%A5.yaml" == place["artifactLocation"]["uri"]
    assert ("warning", 1) == (second["level"], second["ruleIndex"])
    assert "region" not in second["locations"][0]["physicalLocation"]


@pytest.mark.parametrize(
    ("problems", "expected"),
    [
        ((), "No problems in 1 file (projects 2). Next: kodkatalog build"),
        ((WARNING,), "1 warning in 1 file. Warnings stop nothing. Next: kodkatalog build"),
        (
            (ERROR, ERROR, WARNING),
            "2 errors and 1 warning in 1 file. Mend the errors, then: kodkatalog check",
        ),
    ],
)
def test_the_last_line_sums_up(problems: tuple[Problem, ...], expected: str) -> None:
    """What was found, and what to do next."""
    assert expected == summary(checked(*problems))
