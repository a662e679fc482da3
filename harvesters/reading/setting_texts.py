"""Settings that a document explains in running text: about a variable, or about keys of a file."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from harvesters.reading import apart, sections

_VARIABLE = r"[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,8}"
_NAMED = re.compile(rf"`\$?\{{?(?P<name>{_VARIABLE})\}}?(?:=[^`]{{0,80}})?`")
_SPANS = re.compile(r"`[^`]{0,200}`|\]\([^)]{0,300}\)|https?://\S{1,300}")
_ALONE = re.compile(rf"(?: {{4}}|\t)\s{{0,4}}(?P<name>{_VARIABLE})(?:=\S{{0,200}})?\s{{0,8}}$")
_DEFINED = re.compile(r"\s{0,8}define\(\s{0,4}['\"](?P<name>[A-Z][A-Z0-9_]{2,80})['\"]")
_KEY = re.compile(r"(?P<indent>\s{0,16})(?P<name>[A-Za-z]\w{2,50})\s{0,2}[:=](?:\s|$)")
_DOTTED = re.compile(  # of a file of properties
    r"\s{0,8}(?P<name>[a-z][\w-]{1,40}(?:\.[\w\[\]-]{1,40}){2,8})\s{0,2}=\s{0,2}\S"
)
_COMPOUND = re.compile(r"[a-z0-9][A-Z]|\w_\w")
_COMMENT = re.compile(r"\s{0,24}#\s{0,4}(?P<text>.{1,300})$")
_FENCE = re.compile(r"\s{0,8}(?:```|~~~)(?P<language>[\w-]{0,20})")
_HEADING = re.compile(r"#{1,6}\s")
_SETS = re.compile(
    r"\b(?:config\w{0,12}|konfig\w{0,12}|settings?|inställning\w{0,4}|parameters?|parametrar"
    r"|options?|values)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:secrets?|signing|ci(?:/cd)?|gitops|travis|pipelines?|github actions?|workflows?"
    r"|profil(?:ing|er)|debug(?:ging|ger)?|releas(?:e|es|ing)"
    r"|publishing|tests?|testing|compose)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<![\w/$.])[A-Za-zÅÄÖÆØåäöæøéü]{2,}(?![\w/=(])")
_NO_EXPLANATION = re.compile(
    r"^\W{0,6}(?:e\.g\.|for (?:example|instance)|t\.ex\.|till exempel)"
    r"|\b(?:make sure|se till att|remember to)\b",
    re.IGNORECASE,
)
_NO_SETTING = re.compile(r"(?:ROLE|COMPOSE|GET|POST|PUT|PATCH|DELETE|HTTP|ERR|ERROR)_|READ_?ME$")
_CONFIGURING = frozenset({"", "yaml", "yml", "toml", "ini", "conf", "properties", "text", "txt"})
FEWEST_WORDS = 5  # beside the setting's own name
FEWEST_OF_COMMENT = 4
MOST_KEYS = 200


class Explained(NamedTuple):
    """A setting, and the line that explains it."""

    name: str
    line: int


def explained(lines: list[str]) -> Iterator[Explained]:
    """Yield settings that running text explains, each once; a line explains one of them."""
    known: set[str] = set()
    for found in _every(lines):
        if found.name not in known:
            known.add(found.name)
            yield found


def _every(lines: list[str]) -> Iterator[Explained]:
    keys: dict[str, int] = {}
    block: list[tuple[int, str]] | None = None  # the open block of code
    gate, others = False, apart.Apart(_OTHERS)
    language, prose = "", 0  # words of prose since the last heading or block
    for number, line in enumerate(lines, 1):
        fence = _FENCE.match(line)
        if fence and block is None:
            block, language = [], fence["language"].lower()
        elif fence and block is not None:
            if not others.here:
                yield from _of_block(block, prose, keys, sets=gate and language in _CONFIGURING)
            block, prose = None, 0
        elif block is not None:
            block.append((number, line))
        elif _HEADING.match(line):
            others.below(line)
            gate, prose = bool(sections.HEADINGS["configuration"].search(line)), 0
            gate = gate or bool(_SETS.search(line))
        elif not others.here:
            gate = gate or bool(_SETS.search(line))
            prose += _words(line)
            yield from _of_text(lines, number, line, keys)


def _of_block(
    block: list[tuple[int, str]], prose: int, keys: dict[str, int], *, sets: bool
) -> Iterator[Explained]:
    """Read a block of code: constants below a text, and keys that comments explain."""
    constants = ((hit["name"], number) for number, line in block if (hit := _DEFINED.match(line)))
    if prose >= FEWEST_WORDS:
        yield from (Explained(*constant) for constant in list(constants)[:1])
        dotted = ((hit["name"], number) for number, line in block if (hit := _DOTTED.match(line)))
        yield from (Explained(*key) for key in list(dotted)[:1])
    if not sets:
        return
    above = 0
    for number, line in block:
        if comment := _COMMENT.match(line):
            above += 0 if _NO_EXPLANATION.search(comment["text"]) else _words(comment["text"])
            continue
        if hit := _KEY.match(line):
            if len(keys) < MOST_KEYS and _COMPOUND.search(hit["name"]):
                keys.setdefault(hit["name"], number)
            if above >= FEWEST_OF_COMMENT:
                yield Explained(hit["name"], number)
        above = 0


def _of_text(lines: list[str], number: int, line: str, keys: dict[str, int]) -> Iterator[Explained]:
    """Read a line outside code: a variable or a key with words about it, or above them."""
    if "|" in line:
        return
    if hit := _ALONE.match(line):
        below = next((text for text in lines[number : number + 3] if text.strip()), "")
        if _words(below) >= FEWEST_OF_COMMENT and not below.startswith(("    ", "\t", "#")):
            yield Explained(hit["name"], number)
        return
    if _words(_SPANS.sub(" ", line)) < FEWEST_WORDS or _NO_EXPLANATION.search(line):
        return
    if (hit := _NAMED.search(line)) and not _NO_SETTING.match(hit["name"]):
        yield Explained(hit["name"], number)
    elif keys:
        named = (word for word in re.findall(r"\w{3,60}", line) if word in keys)
        yield from (Explained(word, number) for word in list(named)[:1])


def _words(text: str) -> int:
    return len(_WORD.findall(text))
