"""Curated files as people might write them: any indentation, quotes, comments and line breaks."""

import json
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

WORDS = st.sampled_from(["A", "Ö-vik", "no", "12", "a: b", "# x", "it's", '"q"', "-", "[x]", " x "])
TEXT = st.text(st.characters(codec="utf-8"), max_size=20) | WORDS
COMMENT = st.sampled_from(["", "", "", " # one", "   # - id: two", " # 'three"])
BETWEEN = st.sampled_from(
    ["", "", "\n", "# at the left\n", "\n  # indented - x\n", "\n\n", "   \n"]
)


@dataclass(frozen=True)
class Habits:
    """How one file is written."""

    dash: int
    gap: int
    step: int
    flow: bool
    quote: str


HABITS = st.builds(
    Habits, st.integers(0, 4), st.integers(2, 5), st.integers(1, 5), st.booleans(),
    st.sampled_from(["plain", "'", '"', "|", ">"]),
)  # fmt: skip


def scalar(value: Any, quote: str, indent: int, *, inside: bool) -> str:
    """Write a value; ``inside`` flow brackets there are no blocks of text."""
    if not isinstance(value, str):
        return json.dumps(value)
    seen = value.isprintable() and value.strip() == value != ""
    if quote == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if (
        quote == "plain"
        and value.isalpha()
        and value.isascii()
        and value.lower() not in ("null", "true", "false")
    ):
        return value
    if quote in "|>" and seen and not inside:
        return f"{quote}-\n{' ' * (indent + 2)}{value}"
    return '"' + "".join(c if 31 < ord(c) < 127 and c not in '"\\' else f"\\U{ord(c):08x}"
                         for c in value) + '"'  # fmt: skip


def key_of(key: str) -> str:
    """Write a key."""
    return scalar(key, "plain", 0, inside=True)


def flow(value: Any, quote: str) -> str:
    """Write a value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key_of(k)}: {flow(v, quote)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(one, quote) for one in value) + "]"
    return scalar(value, quote, 0, inside=True)


def block(draw: DrawFn, value: Any, habits: Habits, column: int) -> str:
    """Write what stands behind a key at this column, with the line break."""
    if isinstance(value, dict | list) and value and not (habits.flow and draw(st.booleans())):
        return f"{draw(COMMENT)}\n" + below(draw, value, habits, column)
    if isinstance(value, dict | list):
        return f" {flow(value, habits.quote)}{draw(COMMENT)}\n"
    text = scalar(value, habits.quote, column, inside=False)
    return f" {text}\n" if text[0] in "|>" else f" {text}{draw(COMMENT)}\n"


def below(draw: DrawFn, value: Any, habits: Habits, column: int) -> str:
    """Write the lines of a map or a list below its key."""
    if isinstance(value, dict):
        return pairs(draw, value, habits, column + habits.step)
    at, text = column + habits.dash, ""
    for one in value:
        text += draw(BETWEEN)
        if isinstance(one, dict) and one and not (habits.flow and draw(st.booleans())):
            lines = pairs(draw, one, habits, at + habits.gap)
            text += f"{' ' * at}-{' ' * (habits.gap - 1)}{lines.lstrip(' ')}"
        else:
            text += f"{' ' * at}- {flow(one, habits.quote)}{draw(COMMENT)}\n"
    return text


def pairs(draw: DrawFn, value: dict[str, Any], habits: Habits, column: int) -> str:
    """Write the keys of a map at a column."""
    lines = [f"{' ' * column}{key_of(key)}:{block(draw, one, habits, column)}"
             for key, one in value.items()]  # fmt: skip
    between = [""] + [draw(BETWEEN) for _ in lines[1:]]
    return "".join(space + line for space, line in zip(between, lines, strict=True))


@st.composite
def files(draw: DrawFn, data: st.SearchStrategy[dict[str, Any]]) -> str:
    """Return the text of a file that holds such data."""
    habits, value = draw(HABITS), draw(data)
    text = draw(st.sampled_from(["", "---\n", "# a head\n", "\ufeff"]))
    if habits.flow and draw(st.booleans()):
        text += flow(value, habits.quote) + "\n"
    else:
        text += pairs(draw, value, habits, 0)
    text += draw(st.sampled_from(["", "# the end\n", "\n\n", "...\n"]))
    text = text if draw(st.booleans()) else text.rstrip("\n")
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
