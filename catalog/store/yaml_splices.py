"""Where new lines go in a YAML text, and what takes the place of what."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalog.store.yaml_style import Style
from catalog.store.yaml_tree import BREAK, Node, Tree

_COMMA = re.compile(r"(?:\s|(?<=\s)#[^\n\r]*)*,")
_COLON = re.compile(r"\s*:")


@dataclass(frozen=True)
class Splice:
    """What comes in the place of the letters from ``start`` to ``end``."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return the text with all splices made; no two of them overlap."""
    for splice in sorted(splices, key=lambda s: (s.start, s.end), reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


def below(tree: Tree, node: Node, column: int) -> int:
    """Return the line below a block and below the comments that are indented as it is."""
    end = max(node.last.end, node.end)
    position = end if tree.column(end) == 0 else tree.next_line(end)
    after = position
    while position < tree.end:
        line = tree.text[position : tree.line_end(position)]
        words = line.lstrip(" ")
        if words.strip() and not (words.startswith("#") and len(line) - len(words) >= column):
            break
        position = tree.next_line(position)
        after = position if words.strip() else after
    return after


def end_of_document(tree: Tree) -> int:
    """Return the end of the text, before letters that are not seen and no line break ends."""
    start = tree.line_start(tree.end)
    return tree.end if tree.text[start : tree.end].strip() else start


def lines_at(
    tree: Tree, style: Style, position: int, lines: Sequence[str], *, blank: bool
) -> Splice:
    """Return the splice of whole lines at the start of a line, or at the end of a text.

    A text that ends without a line break ends without one afterwards. ``blank`` sets a blank line
    before the lines, where there is none.
    """
    before = tree.text[:position]
    at_start = not before or bool(BREAK.fullmatch(before[-1]))
    new = line_break_at(tree, style, position)
    written = BREAK.split(before)[-2:] if at_start else [before]
    blank = blank and bool(written[0].strip())
    text = new.join(["", *lines] if blank else lines)
    return Splice(position, position, text + new if at_start else new + text)


def line_break_at(tree: Tree, style: Style, position: int) -> str:
    """Return the line break that is usual at this place: the one before it."""
    near = BREAK.findall(tree.text, max(0, position - 1000), position)
    usual = [one for one in near if one in ("\n", "\r\n", "\r")]
    return usual[-1] if usual else style.line_break


def added_in_flow(tree: Tree, style: Style, node: Node, text: str) -> list[Splice]:
    """Return the splices that put one more thing between the brackets of a list or a map."""
    last_key, last = node.children[-1]
    first = (last_key or last).start
    comma = _COMMA.match(tree.text, last.end, node.end)
    start = tree.line_start(first)
    if tree.text[start:first].strip():  # they stand on one line
        return [_at(comma.end(), f" {text}") if comma else _at(last.end, f", {text}")]
    indent = line_break_at(tree, style, first) + tree.text[start:first]
    if tree.line_end(last.end) >= node.end:  # the bracket is on the line of the last one
        return [_at(comma.end() if comma else last.end, f"{'' if comma else ','}{indent}{text}")]
    if comma:
        return [_at(tree.line_end(comma.end()), f"{indent}{text},")]
    return [_at(last.end, ","), _at(tree.line_end(last.end), f"{indent}{text}")]


def replaced_on_line(tree: Tree, key: Node | None, node: Node, text: str) -> list[Splice]:
    """Return the splice that puts a text in the place of a value; its key and line stay."""
    if node.start < node.end:
        return [Splice(node.start, node.end, text)]
    colon = _COLON.match(tree.text, key.end) if key else None
    return [_at(colon.end(), f" {text}") if colon else _at(node.end, f": {text}")]


def replaced_lines(
    tree: Tree, style: Style, start: int, node: Node, lines: Sequence[str]
) -> list[Splice]:
    """Return the splices that put lines in the place of all from ``start`` to a value's end.

    A comment behind the value stays on the first of the lines.
    """
    end = start + len(
        tree.text[start : max(node.end, node.last.end)].rstrip("\n\r\x85\u2028\u2029")
    )
    first, *others = lines
    new = line_break_at(tree, style, tree.next_line(start))
    more = _at(tree.line_end(end), "".join(new + line for line in others))
    return [Splice(start, end, first.lstrip(" ")), more]


def _at(position: int, text: str) -> Splice:
    return Splice(position, position, text)
