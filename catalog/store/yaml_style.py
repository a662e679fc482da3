"""How a YAML file is written, learnt from what stands in it: indentation, quotes, flow or block."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from catalog.store.yaml_tree import BREAK, Node, Path, Tree

USUAL = 2  # letters of indentation, where a file shows none


@dataclass
class Style:
    """The habits of one file. Keys of ``quotes`` and ``flow`` are paths without numbers."""

    step: int = USUAL  # from a key to the keys below it
    dash: int = USUAL  # from a key to the dashes below it
    gap: int = USUAL  # from a dash to what it introduces
    padding: str = ""  # inside braces
    quote: str = '"'  # where quotes are needed
    quote_all: bool = False  # nothing in the file is without quotes
    quote_keys: bool = False
    quotes: dict[tuple[str, ...], str] = field(default_factory=dict)
    flow: dict[tuple[str, ...], bool] = field(default_factory=dict)
    line_break: str = "\n"
    blank_lines: bool = True  # between the entries of the outermost lists


def style_of(tree: Tree) -> Style:
    """Read the habits of a file off its tree."""
    seen = _Seen(tree)
    if tree.root:
        seen.look(tree.root, ())
    return seen.style()


def names_in(path: Path) -> tuple[str, ...]:
    """Return a path without the numbers of entries."""
    return tuple(part for part in path if isinstance(part, str))


class _Seen:
    """Counts what a file does, value by value."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.steps: Counter[int] = Counter()
        self.dashes: Counter[int] = Counter()
        self.gaps: Counter[int] = Counter()
        self.keys: Counter[str] = Counter()
        self.values: Counter[str] = Counter()
        self.padding = ""
        self.quotes: dict[tuple[str, ...], str] = {}
        self.flow: dict[tuple[str, ...], bool] = {}

    def look(self, node: Node, path: tuple[str, ...]) -> None:
        if node.kind == "scalar":
            self._scalar(node, path)
        elif node.children:
            self.flow[path] = node.flow
            self._indentation(node)
        for key, child in node.children:
            if key:
                self.keys[key.style or ""] += 1
                self._below(key, child)
            self.look(child, (*path, key.value) if key else path)

    def style(self) -> Style:
        first = BREAK.search(self.tree.text)
        quoted = {q: n for q, n in self.values.items() if q}
        return Style(
            step=_most(self.steps), dash=_most(self.dashes), gap=_most(self.gaps),
            padding=self.padding, quote=max(quoted, key=quoted.__getitem__, default='"'),
            quote_all=bool(quoted) and "" not in self.values,
            quote_keys=bool(self.keys) and set(self.keys) == {'"'},
            quotes=self.quotes, flow=self.flow,
            line_break=first[0] if first and first[0] in ("\r\n", "\r") else "\n",
            blank_lines=self._blank_lines(),
        )  # fmt: skip

    def _scalar(self, node: Node, path: tuple[str, ...]) -> None:
        if node.style in ("'", '"'):
            self.values[node.style] += 1
            if self.quotes.get(path) != "":
                self.quotes[path] = node.style
        elif node.style is None and node.value[:1].isalpha():
            self.values[""] += 1
            self.quotes[path] = ""
        elif node.style is None and node.value:
            self.quotes[path] = ""

    def _indentation(self, node: Node) -> None:
        opening = self.tree.text[node.start : node.children[0][1].start]
        if node.flow and node.kind == "map" and opening.startswith("{ "):
            self.padding = " "
        if node.kind == "list" and not node.flow:
            for dash, child in zip(dashes(self.tree, node), node.children, strict=True):
                gap = child[1].start - dash
                if not BREAK.search(self.tree.text, dash, child[1].start):
                    self.gaps[gap] += 1

    def _below(self, key: Node, child: Node) -> None:
        if child.flow or not child.children:
            return
        column = self.tree.column(key.start)
        if child.kind == "list":
            self.dashes[self.tree.column(dashes(self.tree, child)[0]) - column] += 1
        else:
            first = child.children[0][0]
            self.steps[(self.tree.column(first.start) if first else 0) - column] += 1

    def _blank_lines(self) -> bool:
        lists = [c for _, c in self.tree.root.children] if self.tree.root else []
        several = [one for one in lists if len(one.children) > 1]
        return not several or any(blank_before_last(self.tree, one) for one in several)


def dashes(tree: Tree, node: Node) -> list[int]:
    """Return where the dash of each entry of a block list stands."""
    return list(_dashes(tree, node))


def _dashes(tree: Tree, node: Node) -> Iterator[int]:
    before = node.start
    for _, child in node.children:
        position = child.start
        for start in _line_starts(tree, before, child.start):
            line = tree.text[start : min(tree.line_end(start), child.start)]
            dash = line.find("-")
            if dash >= 0 and not line[:dash].strip() and not line[dash + 1 : dash + 2].strip():
                position = start + dash
                break
        yield position
        before = max(child.last.end, child.end)


def _line_starts(tree: Tree, start: int, end: int) -> Iterator[int]:
    """Give the starts of lines from a position to another, also where the first is within one."""
    yield start
    while (found := BREAK.search(tree.text, start, end)) is not None:
        start = found.end()
        yield start


def blank_before_last(tree: Tree, node: Node) -> bool:
    """Tell whether a blank line stands between the last two entries of a list or keys of a map."""
    if len(node.children) < 2:  # noqa: PLR2004 - it takes two to have something between
        return False
    end, (key, value) = node.children[-2][1].last.end, node.children[-1]
    lines = BREAK.split(tree.text[end : (key or value).start])
    inner = lines[:-1] if tree.column(end) == 0 else lines[1:-1]
    return any(not line.strip() for line in inner)


def _most(seen: "Counter[int]") -> int:
    usable = Counter({width: n for width, n in seen.items() if width >= 0})
    return usable.most_common(1)[0][0] if usable else USUAL
