"""What a text says of its own maturity."""

import pytest

from harvesters.reading.lifecycle import hint, statement
from harvesters.reading.markup import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This plugin is deprecated, use Bar instead.", "obsolete"),
        ("# DEPRECATED", "obsolete"),
        ("# Foo (deprecated)", "obsolete"),
        ("**No longer maintained.**", "obsolete"),
        ("This repository is no longer actively maintained.", "obsolete"),
        ("> The **Foo** plugin has been **deprecated**.", "obsolete"),
        ("Projektet är avvecklat och ersatt av Bar.", "obsolete"),
        ("Detta projekt underhålls inte längre.", "obsolete"),
        ("**Note** This project is a work in progress.", "development"),
        ("Work in progress!", "development"),
        ("Appen är under utveckling.", "development"),
        ("This library is in early development", "development"),
        ("This is an experiment.", "concept"),
        ("This app is currently in public beta.", "beta"),
        ("This is a version in beta.", "beta"),
        ("> This project has been migrated to a new **monorepo**.", "obsolete"),
        ("Status: stable", "stable"),
        ("![](https://img.shields.io/badge/status-beta-yellow)", "beta"),
        ("[![](https://www.repostatus.org/badges/latest/wip.svg)](https://x)", "development"),
    ],
)
def test_statement(text: str, expected: str) -> None:
    """An explicit sentence about the software is a status."""
    said = statement(parse([text], "markdown"), title="Foo")
    assert (expected, 1) == said


@pytest.mark.parametrize(
    "text",
    [
        "This plugin is not deprecated.",
        "If this plugin is deprecated, remove it.",
        "The `bar()` function is deprecated.",
        "The Bar plugin has been deprecated.",
        "## Development",
        "- [Development](#development)",
        "We used an experimental feature of the browser.",
        "Install the latest stable version.",
        "Remove deprecated settings.",
        "## Prototype",
        "This project has been migrated to a new version of Vue.",
        "This extension is stable-sorted by name.",
    ],
)
def test_no_statement(text: str) -> None:
    """A negation, a condition, or a sentence about something else is none."""
    assert None is statement(parse([text], "markdown"), title="Foo")


def test_deprecated_far_down_is_of_something_else() -> None:
    """A bare word far below the opening is said of a function, not of the software."""
    assert None is statement(parse([*[""] * 100, "**Deprecated:**"], "markdown"))


def test_discontinuation_goes_first() -> None:
    """Of two statements the discontinuation is the status."""
    lines = ["This project is in beta.", "This project is deprecated."]
    assert ("obsolete", 2) == statement(parse(lines, "markdown"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("# Foo PoC", "poc"), ("# BETA: Foo", "beta"), ("# Foo", None), ("## Beta testers", None)],
)
def test_hint(text: str, expected: str | None) -> None:
    """A word in the title lets one infer a status, no more."""
    assert expected == hint(parse([text], "markdown"))
