"""Where every value of a YAML text begins and ends: so a text is edited, and never rewritten."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import yaml

Path: TypeAlias = tuple[str | int, ...]
Kind: TypeAlias = Literal["scalar", "list", "map"]

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # what the parser takes for one
_KEEPS = re.compile(r"[|>][0-9]?\+")


@dataclass
class Node:
    """A value: its place in the text, an anchor or tag included, and what is below it.

    ``end`` is behind the last letter of the value, before blank lines and comments; behind the last
    line of a text block. An entry of a list has no key.
    """

    kind: Kind
    start: int
    end: int
    flow: bool = False
    style: str | None = None
    value: str = ""
    keeps: bool = False  # a text block of which the blank lines below are a part: |+
    children: list[tuple["Node | None", "Node"]] = field(default_factory=list)

    def child(self, part: str | int) -> "Node | None":
        """Return the value under a key, or the entry of this number."""
        if self.kind == "list" and isinstance(part, int):
            return self.children[part][1] if part < len(self.children) else None
        found = (n for k, n in self.children if k and k.value == part and self.kind == "map")
        return next(found, None)

    @property
    def last(self) -> "Node":
        """Return the last value in the text below this one, or itself."""
        return self.children[-1][1].last if self.children and not self.flow else self


@dataclass
class Tree:
    """A text with its document; ``end`` is where the document may go on, if nothing is there."""

    text: str
    root: Node | None
    end: int

    def column(self, position: int) -> int:
        """Return how many letters stand before a position on its line."""
        return position - self.line_start(position)

    def line_start(self, position: int) -> int:
        """Return where the line of a position begins."""
        start = position
        while start and self.text[start - 1] not in "\n\r\x85\u2028\u2029":
            start -= 1
        return start

    def line_end(self, position: int) -> int:
        """Return where the line of a position ends, before its line break."""
        found = BREAK.search(self.text, position)
        return found.start() if found else len(self.text)

    def next_line(self, position: int) -> int:
        """Return where the next line begins; the end of the text if there is none."""
        found = BREAK.search(self.text, position)
        return found.end() if found else len(self.text)


def tree_of(text: str) -> Tree:
    """Return the tree of a text that :func:`read_yaml` has no problem with."""
    root, end = None, len(text)
    events = yaml.parse(text, Loader=yaml.CSafeLoader)
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            root = _node(next(events), events, text)
        elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
            end = _span(event)[0]
    return Tree(text, root, end)


def _node(event: yaml.Event, events: Iterator[yaml.Event], text: str) -> Node:
    start, end = _span(event)
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event, text)
    is_list = isinstance(event, yaml.SequenceStartEvent)
    flow = isinstance(event, yaml.CollectionStartEvent) and bool(event.flow_style)
    node = Node("list" if is_list else "map", start, end, flow)
    stop = yaml.SequenceEndEvent if is_list else yaml.MappingEndEvent
    while not isinstance(event := next(events), stop):
        key = None if is_list else _node(event, events, text)
        value = _node(event if is_list else next(events), events, text)
        if key and value.start == value.end and BREAK.search(text, key.end, value.start):
            value.start = value.end = key.end  # `? key` alone: the parser is already further on
        node.children.append((key, value))
    node.end = _span(event)[1] if node.flow else max([end, *(n.end for _, n in node.children)])
    return node


def _scalar(event: yaml.ScalarEvent, text: str) -> Node:
    start, end = _span(event)
    node = Node("scalar", start, end, style=event.style or None, value=str(event.value))
    if event.style in ("|", ">"):
        block = text[start:end]
        node.keeps = bool(_KEEPS.search((BREAK.split(block, 1)[0]).partition(" #")[0]))
        found = BREAK.search(block, len(block.rstrip("\n\r\x85\u2028\u2029")))
        node.end = start + found.end() if found and not node.keeps else end
    return node


def _span(event: yaml.Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)
