"""YAML with places: scalars as people mean them, and every fault a problem."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.yaml_lines import read_yaml


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: no", "no"),
        ("a: yes", "yes"),
        ("a: true", True),
        ("a: 010", "010"),
        ("a: 0", 0),
        ("a: -17", -17),
        ("a: 1.5", 1.5),
        ("a: 2026-11-01", "2026-11-01"),
        ("a: '12'", "12"),
        ("a: ~", None),
        ("a:", None),
        ("a: 212000-1157", "212000-1157"),
        ("a: 12:30", "12:30"),
        ("a: 1_000", "1_000"),
    ],
)
def test_scalars_follow_the_core_schema(text: str, expected: object) -> None:
    """Codes, times and words stay text; only plain numbers and truth values are converted."""
    assert {"a": expected} == read_yaml(text.encode(), "f.yaml").data


def test_every_value_has_its_place() -> None:
    """Keys and list entries are found by line and column, counted from 1."""
    document = read_yaml(b"bodies:\n  - id: a\n    name: b\n", "f.yaml")
    assert (3, 5) == document.position(("bodies", 0, "name"))
    assert (2, 5) == document.position(("bodies", 0, "not-there"))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a: 1\na: 2\n", "f.yaml:2:1: the key 'a' stands twice - keep one of them;"),
        (b"a: &x [1]\nb: *x\n", "f.yaml:2:4: an alias (*name) repeats a value"),
        (b"a: \xff\n", "f.yaml:1:4: byte 4 (0xFF) is not UTF-8 text"),
        (b"a:\n\t- b\n", "f.yaml:2:1: this is not valid YAML"),
        (b"a: b: c\n", "f.yaml:1:5: this is not valid YAML: mapping values are not allowed"),
        (b"a: [1\n", "f.yaml:2:1: this is not valid YAML"),
        (b"? [a]\n: 1\n", "f.yaml:1:3: a key must be a word - write a plain key"),
        (b"[" * 60 + b"]" * 60, "f.yaml:1:41: nested deeper than 40 levels - flatten it"),
        (b"[" * 200_000, "f.yaml:1:"),
        (b"a: \x00", "f.yaml:1:1: this is not YAML"),
    ],
)
def test_faults_are_problems_with_a_place(content: bytes, expected: str) -> None:
    """What is wrong is said with file, line and column, and never raised."""
    problems = [str(p) for p in read_yaml(content, "f.yaml").problems]
    assert any(p.startswith(expected) for p in problems), problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x [1, 2]\nb: *x", {"a": [1, 2], "b": [1, 2]}),
        ("a: &x {k: 1, l: 2}\nb: {<<: *x, l: 3}", {"a": {"k": 1, "l": 2}, "b": {"k": 1, "l": 3}}),
        ("a: &x one\nb: &x two\nc: *x", {"a": "one", "b": "two", "c": "two"}),
        ("a: &x [*x]", {"a": [None]}),
    ],
)
def test_aliases_repeat_values_where_they_may(text: str, expected: object) -> None:
    """Files of others may use them: a value under another name, or merged into another."""
    assert expected == read_yaml(text.encode(), "f.yaml", aliases=True).data


def test_aliases_that_repeat_too_much_are_refused() -> None:
    """Nine times nine times nine is where a bomb goes off."""
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{i + 1}: &a{i + 1} [{','.join([f'*a{i}'] * 9)}]\n" for i in range(30)
    )
    document = read_yaml(bomb.encode(), "f.yaml", aliases=True)
    (problem,) = document.problems
    assert str(problem).startswith("f.yaml:5:10: aliases (*name) repeat more than 10000 values")


def test_a_byte_order_mark_is_no_fault() -> None:
    """Editors on Windows write one; it is not part of the first key."""
    assert {"a": "ö"} == read_yaml("\ufeffa: ö\n".encode(), "f.yaml").data


@given(st.binary(max_size=300))
def test_no_bytes_raise(content: bytes) -> None:
    """Whatever the bytes, the answer is data or problems."""
    document = read_yaml(content, "f.yaml")
    answer: Any = document.data
    assert (
        document.problems or answer is None or isinstance(answer, dict | list | str | int | float)
    )
