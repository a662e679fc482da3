"""Sets one value in a YAML text. Letters outside it stay what they were, comments among them.

The text is spliced, not written anew: what a round trip through a parser loses (odd indentation,
comments at the end, line breaks, widths) cannot be lost.
"""

from typing import Any

from catalog.store.yaml_splices import (
    Splice,
    added_in_flow,
    below,
    end_of_document,
    lines_at,
    replaced_lines,
    replaced_on_line,
    spliced,
)
from catalog.store.yaml_style import blank_before_last, dashes, style_of
from catalog.store.yaml_tree import BREAK, Node, Path, Tree, tree_of
from catalog.store.yaml_writing import Writer


def set_value(text: str, path: Path, value: Any) -> str:  # noqa: ANN401 - YAML is any
    """Return the text with a plain value at a path; the number after the last lengthens a list.

    Keys that the path lacks are made. The text is one that :func:`read_yaml` has no problem with.
    What comes out is to be compared with :func:`with_value` of the data: where a file is written
    in a way that this does not know, the two differ.
    """
    return spliced(text, _Editor(tree_of(text)).splices(path, value))


def with_value(data: Any, path: Path, value: Any) -> Any:  # noqa: ANN401 - YAML is any
    """Return the data with the value at the path, as :func:`set_value` is to do it.

    Raises:
        LookupError: the path leads through a value that has nothing below it.
    """
    if not path:
        return value
    part, rest = path[0], path[1:]
    if data in (None, {}, []):
        data = [] if isinstance(part, int) else {}
    if isinstance(data, list) and isinstance(part, int) and 0 <= part <= len(data):
        new = with_value(data[part] if part < len(data) else None, rest, value)
        return [*data[:part], new, *data[part + 1 :]]
    if isinstance(data, dict) and isinstance(part, str):
        return {**data, part: with_value(data.get(part), rest, value)}
    raise LookupError(part)


def _nested(path: Path, value: Any) -> Any:  # noqa: ANN401
    for part in reversed(path):
        value = [value] if isinstance(part, int) else {part: value}
    return value


class _Editor:
    """Finds what to splice for one value of one text."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self.style = tree, style_of(tree)
        self.writer = Writer(self.style)

    def splices(self, path: Path, value: Any) -> list[Splice]:  # noqa: ANN401
        """Walk down to what is there already, and splice in what is not."""
        node, key, start, flow = self.tree.root, None, 0, False
        for depth, part in enumerate(path):
            if node is None or not node.children:
                path, value = path[:depth], _nested(path[depth:], value)
                break
            child = node.child(part)
            if child is None:
                return self._add(path[: depth + 1], node, _nested(path[depth + 1 :], value))
            flow = flow or node.flow
            key = next(k for k, one in node.children if one is child)
            if not flow:
                start = key.start if key else dashes(self.tree, node)[int(part)]
            node = child
        if node is None or not path:
            return self._fill(node, value)
        if self._stays_on_line(path, node, value, flow=flow):
            return replaced_on_line(self.tree, key, node, self._on_line(path, node, value))
        column = self.tree.column(start)
        lines = self.writer.pair(path, value, column) if key else (
            self.writer.item(path[:-1], value, column, self.style.gap)
        )  # fmt: skip
        return replaced_lines(self.tree, self.style, start, node, lines)

    def _add(self, path: Path, node: Node, value: Any) -> list[Splice]:  # noqa: ANN401
        """Add a key to a map, or an entry to a list, that has some already."""
        if node.flow:
            pair = f"{self.writer.key(str(path[-1]))}: " if node.kind == "map" else ""
            text = pair + self.writer.flow(path, value)
            return added_in_flow(self.tree, self.style, node, text)
        root = node is self.tree.root
        if node.kind == "list":
            lines, column = self._entry(path, node, value)
        else:
            column = self.tree.column(min(key.start for key, _ in node.children if key))
            lines = self.writer.pair(path, value, column)
        position = end_of_document(self.tree) if root else below(self.tree, node, column)
        blank = self._blank_before(path, node) and not node.last.keeps
        return [lines_at(self.tree, self.style, position, lines, blank=blank)]

    def _entry(self, path: Path, node: Node, value: Any) -> tuple[list[str], int]:  # noqa: ANN401
        last, dash = node.children[-1][1], dashes(self.tree, node)[-1]
        column = self.tree.column(dash)
        if last.flow and isinstance(value, dict):
            return [f"{' ' * column}- {self.writer.flow(path, value)}"], column or 1
        same_line = last.children and not BREAK.search(self.tree.text, dash, last.start)
        gap = last.start - dash if same_line else self.style.gap
        return self.writer.item(path[:-1], value, column, gap), column or 1

    def _blank_before(self, path: Path, node: Node) -> bool:
        if node is self.tree.root:
            return len(node.children) == 1 or blank_before_last(self.tree, node)
        if len(node.children) > 1:
            return node.kind == "list" and blank_before_last(self.tree, node)
        return len(path) == 2 and self.style.blank_lines and not node.children[0][1].flow  # noqa: PLR2004

    def _fill(self, root: Node | None, value: Any) -> list[Splice]:  # noqa: ANN401
        """Write the first key of a document in which there is nothing, or nothing but ``{}``."""
        lines = self.writer.pairs((), value, 0)
        if root and root.start < root.end:
            return [Splice(root.start, root.end, self.style.line_break.join(lines))]
        place = end_of_document(self.tree)
        return [lines_at(self.tree, self.style, place, lines, blank=True)]

    def _stays_on_line(self, path: Path, node: Node, value: Any, *, flow: bool) -> bool:  # noqa: ANN401
        if flow or (node.flow and node.children):
            return True
        block = node.style in ("|", ">") or (node.children and not node.flow)
        return not block and self.writer.in_flow(path, value)

    def _on_line(self, path: Path, node: Node, value: Any) -> str:  # noqa: ANN401
        if isinstance(value, str) and node.kind == "scalar" and node.style in ("'", '"'):
            return self.writer.quoted(value, node.style)
        return self.writer.flow(path, value)
