"""A README as it may be kept: whole, in UTF-8, without the addresses and numbers of persons."""

import re

from catalog.models.evidence import Found
from catalog.models.facts import ReadmeSeen, RepositoryFacts
from catalog.store.rules.persons import of_a_function
from catalog.store.snapshot import README_CUT
from harvesters.reading import readme as readmes
from harvesters.reading.contents import Contents
from harvesters.reading.markup import markup_of

LARGEST = 512 * 1024  # bytes, the mark of a cut included
MASK = "…"

# Also as it is written to hide it from those who collect addresses.
_AT = r"(?:@|&#0*64;|&#[xX]0*40;|&commat;|%40| ?[(\[{] ?(?:at|snabel-?a) ?[)\]}] ?)"
_DOT = r"(?:\.| ?[(\[{] ?(?:dot|punkt) ?[)\]}] ?)"
_MAIL = re.compile(
    rf"(?P<local>(?<![\w.+%-])[\w+](?:[\w.+-]{{0,62}}[\w+-])?){_AT}"
    rf"(?P<host>(?:[\w-]{{1,63}}{_DOT}){{1,8}}[^\W\d_]{{2,24}})(?![\w-])",
    re.IGNORECASE,
)
# A number that begins as one for telephones does; separated as people write it, not as a version,
# a date or an address of the network.
_PHONE = re.compile(
    r"(?<![\w.,:/#=&?+-])(?:(?:\+|00)[1-9]\d{0,2}[ \u00a0-]?(?:\(0\)[ \u00a0]?)?\d{1,3}"
    r"|\(?0\d{1,3}\)?)(?:[ \u00a0/\u2013-]{0,3}\d{2,4}){2,4}(?![\w-]|[.:]\d)"
)
_TEL = re.compile(r"tel:[+\d(%._ -](?:[\d(%._ -]|\)(?=\d)){3,40}", re.IGNORECASE)
_DATE = re.compile(r"\d\d[-/ ]\d\d[-/ ]\d{4}")
_FEWEST, _MOST = 7, 15  # digits of a telephone number


def readme(contents: Contents) -> str | None:
    """Return the README that a forge shows first, where it is Markdown; it ends with a new line.

    Other kinds of markup are led to, not kept.
    """
    first = next(iter(readmes.candidates(contents.listing)), None)
    if first is None or markup_of(first.name) != "markdown" or not contents.has(first):
        return None
    text = contents.text(first)
    if text is None:
        return None
    return _cut(masked(re.sub(r"\r\n?", "\n", text.content)).rstrip() + "\n")


def is_kept(facts: RepositoryFacts) -> bool:
    """Tell whether facts are of a repository whose README would be kept whole."""
    return isinstance(facts.readmes, Found) and _is_markdown(facts.readmes.found)


def _is_markdown(seen: tuple[ReadmeSeen, ...]) -> bool:
    return bool(seen) and seen[0].markup == "markdown"


def masked(text: str) -> str:
    """Take away mail addresses but for functions', and telephone numbers.

    The host of an address stays, for it is a body's; so do a forge's addresses for git.
    """
    text = _MAIL.sub(_mail, text)
    return _PHONE.sub(_phone, _TEL.sub(f"tel:{MASK}", text))


def _mail(found: re.Match[str]) -> str:
    host = re.sub(_DOT, ".", found["host"])
    last = found["local"].rpartition(".")[2]  # a word for a function may also begin a name
    if of_a_function(found["local"], host) and of_a_function(last, host):
        return found[0]
    return f"{MASK}@{found['host']}"


def _phone(found: re.Match[str]) -> str:
    digits = sum(sign.isdigit() for sign in found[0])
    is_one = _FEWEST <= digits <= _MOST and not _DATE.fullmatch(found[0].strip())
    return MASK if is_one else found[0]


def _cut(text: str) -> str:
    """Cut what is too long at the end of a line, and say so."""
    if len(text.encode()) <= LARGEST:
        return text
    room = LARGEST - len(README_CUT) - 2
    kept = text.encode()[:room].decode("utf-8", "ignore")
    line = kept.rpartition("\n")[0] or kept  # a line that is as long as all is cut within
    return f"{line}\n\n{README_CUT}"
