"""What names a body and is no hit: addresses of code, packages, namespaces, authors, its own name.

All patterns are for one line, cut at a length, and are linear in it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

from harvesters.reading.generality.names import Names, squeezed

OwnNames: TypeAlias = tuple[str, ...]  # names of the software and its parts, squeezed

_METADATA = re.compile(
    r"""[\s/*#;<!"'-]{0,40}(?:authors?\b|author[ _-]?(?:uri|url|e?mail|name)\b
    |maintainers?\b|contributors?\b|licen[sc]e(?:\ uri)?\b|(?:plugin|theme)\ (?:name|uri)\b
    |homepage\b|github"|text[ -]?domain\b|github\ (?:plugin|theme)\ uri\b|created\ by\b
    |label\ +maintainer\b)["']?\s*[:=]?""",
    re.IGNORECASE | re.VERBOSE,
)
_TAG = re.compile(  # of a documenting comment, not a decorator or an at-rule
    r"[\s/*#]{0,40}@(?:author|copyright|link|package|subpackage|see|since|licen[sc]e|maintainer"
    r"|project|module|file|company|vendor|organi[sz]ation|homepage|uses|namespace|template)\b",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(
    r"copyright|\(c\) ?(?:19|20)\d\d|©|&copy;|spdx-|@author|@copyright|\bauthor:|textdomain"
    r"|org\.opencontainers|label-schema|xmlns|targetnamespace|[\"']\$(?:id|schema)[\"']",
    re.IGNORECASE,
)
_IMPORT = re.compile(
    r"""\s{0,40}(?:namespace|package|using|use)\s+(?:static\s+|function\s+)?[\w\\.]+
    |\s{0,40}import\s+(?:static\s+)?[\w.*]+(?:\s+as\s+\w+)?\s*;?\s*(?:\#.*)?$
    |\s{0,40}(?:import|from)\s+[\w.]+(?:\s+import\b|\s*,|\s+as\b|\s*$)
    |\s{0,40}(?:import|export)\b.{0,300}\bfrom\s{0,4}["'](?![./~]|@/)
    |.{0,200}\brequire\(\s?["'](?![./])[\w@/-]+["']\)""",
    re.VERBOSE,
)
_CODE_HOST = re.compile(
    r"(?:github|gitlab|bitbucket|codeberg|sourceforge)\.(?:com|org|io|net)|githubusercontent\.com"
    r"|(?:ghcr|quay|docker|jitpack)\.io|packagist\.org|npmjs\.(?:com|org)|pypi\.org|sonarcloud\.io"
    r"|jsdelivr\.net/(?:gh|npm)|unpkg\.com|scrutinizer-ci\.com|travis-ci|wordpress\.org",
    re.IGNORECASE,
)
_ZONE = re.compile(r"(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\\?/$")
_TLDS = frozenset(
    "se com org net io nu no dk fi is nl be uk ie it fr de es pt eu gov cat lt lv ee".split()  # noqa: SIM905
)
_BREAKS = frozenset(" \t\"'`<>(){}[],;|")
_REST = re.compile(r"[^\s\"'`<>(){}\[\],;|]*")
_MAIL = re.compile(r"\w@")
_MEMBERS = re.compile(r"[A-Z]\w{2,40}\.[A-Z]\w{0,40}(?:\.|$)")
_QUALIFIES = re.compile(r"\w{0,100}\\{1,2}[A-Za-z_]")
_QUALIFIED = re.compile(r"[A-Za-z_]\\{1,2}(?![nrt])\w{0,100}$")
_AFFIXES = frozenset(
    """
    app web api mod plugin theme lib library npm node php django python wp drupal service services
    lambda mobile backend frontend server client infra infrastructure docker compose adapter ios
    android sls bundle module package ui core common poc demo template boilerplate wordpress
    """.split()  # noqa: SIM905 - a list of words
)
_IMAGE = re.compile(
    r"\s*FROM\s|.{0,100}\bimage[\"']?:\s|.{0,200}--tag[= ]"
    r"|.{0,200}\bdocker (?:push|pull|build|run|tag)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(r"^name\s{0,4}:\s{0,4}[\"']?([^\"'\n]{2,80})", re.MULTILINE)
_PACKAGE = re.compile(r"^\s{0,40}(?:import|from)\s{1,4}(\w{2,80})", re.MULTILINE)
_PART_OF = re.compile(
    r"\bthis file is part of (?:the )?([\w .-]{2,60}?)(?:\.|,| (?:project|program|package)\b|\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
MOST_NAMES = 200
LONGEST_NAME = 80  # letters on each side of a word
REACH = 300  # letters on each side that tell what a word stands in


def own_names(names: Names, said: Iterable[str]) -> OwnNames:
    """Keep of all names those that hold a word of a body, and something else."""
    said = tuple(said)
    roots = [squeezed(word.text) for word in names.words if word.kind in {"name", "account"}]
    domains = [word.text for word in names.words if word.kind == "domain"]
    hosts = {squeezed(domain) for domain in domains}
    accounts = {squeezed(word.text) for word in names.own if word.kind == "account"}
    kept = {
        plain
        for name in dict.fromkeys(said)
        if not any(domain in name.lower() for domain in domains)
        for plain in map(squeezed, _spellings(name))
        if plain not in hosts
        and any(r in plain and plain not in _alone(r) for r in (*roots, *hosts))
    }
    # An account that bears the name of what it makes: the name is the product's.
    kept |= accounts & {squeezed(name) for name in said}
    return tuple(sorted(kept)[:MOST_NAMES])


def products(path: str, text: str) -> Iterator[str]:
    """Yield, squeezed, what a file says that the software is, is part of, or is made for.

    A file that Drupal knows an add-on by has its name. Who imports a package made it or rests on
    it; what bears the name of an account is then its software, not its body.
    """
    if path.endswith(".info.yml"):
        yield from (squeezed(hit[1]) for hit in islice(_CALLED.finditer(text), 1))
    if path.endswith(".py"):
        yield from (squeezed(hit[1]) for hit in islice(_PACKAGE.finditer(text), MOST_NAMES))
    yield from (squeezed(hit[1]) for hit in islice(_PART_OF.finditer(text[:4000]), 1))


def _spellings(name: str) -> Iterator[str]:
    """Give a name, and what is left of it without words that say only what kind of thing it is."""
    words = re.split(r"[^A-Za-z0-9À-ÿ]+", name.strip("@"))
    yield " ".join(words)
    while len(words) > 1 and words[-1].lower() in _AFFIXES:
        words.pop()
    while len(words) > 1 and words[0].lower() in _AFFIXES:
        words.pop(0)
    yield " ".join(words)


@lru_cache(maxsize=64)
def _alone(root: str) -> frozenset[str]:
    kinds = (
        "",
        "s",
        "kommun",
        "skommun",
        "stad",
        "sstad",
        "region",
        "municipality",
        "city",
        "kommune",
    )
    return frozenset(root + kind for kind in kinds)


def tells_of_itself(line: str) -> bool:
    """Tell whether a whole line is about whose and what it is, or names a package."""
    told = (
        _METADATA.match(line) or _TAG.match(line) or _ANYWHERE.search(line) or _IMPORT.match(line)
    )
    return told is not None


def is_exempt(line: str, start: int, end: int, names: Names, own: OwnNames) -> bool:
    """Tell whether a word at a place of a line is part of an address, a package or its own name."""
    before = _before(line, start)
    rest = _REST.match(line, end, end + REACH)
    after = rest[0] if rest else ""
    token = before + line[start:end] + after
    return bool(
        _ZONE.search(before)
        or _CODE_HOST.search(token)
        or _below_account(token, before, names)
        or _is_reversed(before)
        or ("/" in token and "." not in token.partition("/")[0] and _IMAGE.match(line))
        or ("://" not in before and (_QUALIFIES.match(after) or _QUALIFIED.search(before)))
        or ("://" not in before and not _MAIL.search(before) and _within(line, start, end, own))
        or _is_global(before, line[start:end], after)
    )


def _before(line: str, start: int) -> str:
    """Return what a token has to the left of a place."""
    at = start
    while at > 0 and start - at < REACH and line[at - 1] not in _BREAKS:
        at -= 1
    return line[at:start]


def _is_reversed(before: str) -> bool:
    """Tell whether a token begins as packages do: ``se.body.``, also as a folder ``se/body/``."""
    if "://" in before or "@" in before:
        return False
    segments = re.split(r"[./]", before)
    plain = all(re.fullmatch(r"\w*", segment) for segment in segments)
    return plain and len(segments) > 1 and not _TLDS.isdisjoint(segments[:2][: len(segments) - 1])


def _is_global(before: str, word: str, after: str) -> bool:
    """Tell whether it begins the name of a program's global object: ``BodyPrime.Helper.find``."""
    return not before and word[:1].isupper() and _MEMBERS.match(after) is not None


def _below_account(token: str, before: str, names: Names) -> bool:
    """Tell whether it is an account that packages stand below: ``@owner/package``, ``@owner``."""
    if "://" in before:
        return False
    parts = token.lower().replace("\\", "").split("/")
    if any(p.lstrip("~^").startswith("@") and p.lstrip("~^@") in names.accounts for p in parts):
        return True
    return len(parts) > 1 and any(
        p.lstrip("@").split(":")[-1] in names.accounts for p in parts[:-1]
    )


def _within(line: str, start: int, end: int, own: OwnNames) -> bool:
    """Tell whether a word is part of one of the names, however its parts are joined."""
    if not own:
        return False
    left, right = (
        squeezed(line[_edge(line, start, -1) : start]),
        squeezed(line[end : _edge(line, end, 1)]),
    )
    word = squeezed(line[start:end])
    text = left + word + right
    return any(_covers(text, name, len(left), len(left) + len(word)) for name in own)


def _covers(text: str, name: str, start: int, end: int) -> bool:
    at = text.find(name, max(0, end - len(name)))
    return 0 <= at <= start


def _edge(line: str, place: int, step: int) -> int:
    """Return where a name ends at the latest: two marks in a row, or too far away."""
    at, marks = place, 0
    for _ in range(LONGEST_NAME):
        near = at if step > 0 else at - 1
        if not 0 <= near < len(line):
            break
        marks = 0 if line[near].isalnum() else marks + 1
        if marks > 1:
            break
        at += step
    return at
