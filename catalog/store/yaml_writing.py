"""Data as YAML text in a file's own style. Any text comes back as it was when it is read."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from catalog.store.yaml_style import Style, names_in
from catalog.store.yaml_tree import Path
from catalog.yaml_lines import plain_value

Lines: TypeAlias = list[str]

SHORT = 60  # letters in a list that stands on one line where the file shows no habit
_WORDS = {"yes", "no", "on", "off", "y", "n"}  # older parsers take them for true and false
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_FLOW_MARKS = frozenset(",[]{}")


def plain(value: Any) -> Any:  # noqa: ANN401 - YAML is any
    """Return a value as the reader of YAML gives it: dates as text, tuples as lists.

    Raises:
        TypeError: it has no form in YAML here.
    """
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(below) for key, below in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [plain(below) for below in value]
    raise TypeError(f"{type(value).__name__} cannot be written as YAML")


class Writer:
    """Writes plain values in one style. ``path`` is where the value will stand."""

    def __init__(self, style: Style) -> None:
        """Keep the style."""
        self.style = style

    def pair(self, path: Path, value: Any, column: int) -> Lines:  # noqa: ANN401
        """Return the lines of the key that ends ``path`` with its value, in block style."""
        key = self.key(str(path[-1]))
        indent = " " * column
        if self.in_flow(path, value):
            return [f"{indent}{key}: {self.flow(path, value)}"]
        if isinstance(value, str) and _is_block(value):
            below = " " * (column + self.style.step)
            return [
                f"{indent}{key}: |-",
                *(f"{below}{line}" if line else "" for line in value.split("\n")),
            ]
        return [f"{indent}{key}:", *self.below(path, value, column)]

    def below(self, path: Path, value: Any, column: int) -> Lines:  # noqa: ANN401
        """Return the lines of a map or a list below its key, which stands at ``column``."""
        if isinstance(value, dict):
            return self.pairs(path, value, column + self.style.step)
        dash = column + self.style.dash
        return [line for one in value for line in self.item(path, one, dash, self.style.gap)]

    def pairs(self, path: Path, value: Mapping[str, Any], column: int) -> Lines:
        """Return the lines of a map's keys."""
        return [line for k, below in value.items() for line in self.pair((*path, k), below, column)]

    def item(self, path: Path, value: Any, dash: int, gap: int) -> Lines:  # noqa: ANN401
        """Return the lines of an entry of the list at ``path``, with its dash at a column."""
        start = f"{' ' * dash}-{' ' * max(gap - 1, 1)}"
        if not isinstance(value, dict) or not value:
            return [f"{start}{self.flow(path, value)}"]
        first, *others = self.pairs(path, value, dash + max(gap, 2))
        return [f"{start}{first.lstrip(' ')}", *others]

    def in_flow(self, path: Path, value: Any) -> bool:  # noqa: ANN401
        """Tell whether a value stands on the line of its key."""
        if isinstance(value, str):
            return not _is_block(value)
        if not isinstance(value, dict | list) or not value:
            return True
        habit = self.style.flow.get(names_in(path))
        if habit is not None:
            return habit
        simple = isinstance(value, list) and not any(isinstance(v, dict | list) for v in value)
        return simple and sum(len(str(one)) + 2 for one in value) < SHORT

    def flow(self, path: Path, value: Any) -> str:  # noqa: ANN401
        """Return a value on one line, fit to stand in a flow list."""
        if isinstance(value, dict):
            pairs = (f"{self.key(k)}: {self.flow((*path, k), v)}" for k, v in value.items())
            padding = self.style.padding if value else ""
            return f"{{{padding}{', '.join(pairs)}{padding}}}"
        if isinstance(value, list):
            return f"[{', '.join(self.flow(path, one) for one in value)}]"
        return self.scalar(path, value)

    def key(self, key: str) -> str:
        """Return a key, in quotation marks where it needs them or all have them."""
        needs = self.style.quote_keys or not _is_plain(key) or key != key.strip()
        return self.quoted(key, '"') if needs else key

    def scalar(self, path: Path, value: Any) -> str:  # noqa: ANN401
        """Return a text, number, truth value or nothing, quoted as its neighbours are."""
        if not isinstance(value, str):
            return _literal(value)
        name = names_in(path)
        habit = self.style.quotes.get(name, self.style.quote if self.style.quote_all else "")
        if habit:
            return self.quoted(value, habit)
        code = name not in self.style.quotes and value[:1].isdecimal() and not _DATE.match(value)
        quote = "'" if '"' in value and "'" not in value else self.style.quote
        return self.quoted(value, quote) if code or not _is_plain(value) else value

    def quoted(self, text: str, quote: str) -> str:
        """Return a text in these quotation marks, or in double ones where only they will do."""
        if quote == "'" and text.isprintable():
            return "'" + text.replace("'", "''") + "'"
        return '"' + "".join(_ESCAPES.get(c) or _letter(c) for c in text) + '"'


def _literal(value: float | bool | None) -> str:  # noqa: FBT001 - it is what is written
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = repr(value)
    mantissa, exponent, power = text.partition("e")
    return f"{mantissa}.0e{power}" if exponent and "." not in mantissa else text


def _is_plain(text: str) -> bool:
    """Tell whether a text means itself without quotation marks, anywhere."""
    if not text or not text.isprintable() or text.strip() != text or text.lower() in _WORDS:
        return False
    if not (text[0].isalnum() or text[0] in "/(."):
        return False
    if ": " in text or " #" in text or text.endswith(":") or _FLOW_MARKS & set(text):
        return False
    return isinstance(plain_value(text), str)


def _letter(letter: str) -> str:
    """Return a letter as it is where everybody sees it, else its number."""
    if letter.isprintable():
        return letter
    number = ord(letter)
    form = "\\x{:02x}" if number < 0x100 else "\\u{:04x}" if number < 0x10000 else "\\U{:08x}"  # noqa: PLR2004
    return form.format(number)


def _is_block(text: str) -> bool:
    """Tell whether a text of several lines can stand as they are, below ``|-``."""
    lines = text.split("\n")
    seen = all(line.isprintable() and line == line.rstrip() for line in lines)
    return len(lines) > 1 and seen and bool(lines[-1]) and lines[0].strip() == lines[0] != ""
