"""The words of bodies: what is searched for, and how each is written in program code."""

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

WordKind: TypeAlias = Literal["name", "account", "domain", "number"]


class Word(NamedTuple):
    """A word as we spell it: lower case, with its own letters, parts apart by spaces."""

    text: str
    kind: WordKind


class Names(NamedTuple):
    """The words for one source: its body's own, those of other bodies, and forge accounts.

    ``accounts`` are no words by themselves: an address or a package below one is no hit.
    """

    own: tuple[Word, ...] = ()
    others: tuple[Word, ...] = ()
    accounts: frozenset[str] = frozenset()

    @property
    def words(self) -> tuple[Word, ...]:
        """All words, the body's own first."""
        return (*self.own, *self.others)

    @property
    def fingerprint(self) -> str:
        """Return what differs when any of it does; empty where there is nothing to search for."""
        return _fingerprint(self) if self.words else ""


@lru_cache(maxsize=16)
def _fingerprint(names: Names) -> str:
    told = [f"{word.kind} {word.text}" for word in names.words] + sorted(names.accounts)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


_LETTER = "A-Za-zÀ-ÖØ-öø-ÿ"
_LOWER, _UPPER = "a-zß-öø-ÿ", "A-ZÀ-ÖØ-Þ"
_FOLDED = {"å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u", "ø": "o", "æ": "ae"}
_FOLDING = str.maketrans(_FOLDED)
_WRITTEN = {
    "å": r"(?:å|a\u030a?|\\u00e5|&aring;|&#229;)",
    "ä": r"(?:ä|a\u0308?|ae|\\u00e4|&auml;|&#228;)",
    "ö": r"(?:ö|o\u0308?|oe|\\u00f6|&ouml;|&#246;)",
    "é": r"(?:é|e\u0301?|\\u00e9|&eacute;)",
    "ü": r"(?:ü|u\u0308?|ue|\\u00fc|&uuml;)",
    "ø": r"(?:ø|oe?|\\u00f8|&oslash;)",
    "æ": r"(?:æ|ae|\\u00e6|&aelig;)",
}
_MARKS = re.compile(r"[^a-z0-9]+")
_ENTITIES = {"å": "&aring;", "ä": "&auml;", "ö": "&ouml;", "é": "&eacute;", "ü": "&uuml;",
             "ø": "&oslash;", "æ": "&aelig;"}  # fmt: skip
_BODY = "kommun|stad|region|landsting|municipality|city|kommune|kaupunki|gemeente"
# So long a name stands in no other word: mitthelsingborg, helsingborgare.
_UNMISTAKABLE = 8

# Words of a language, first names and the like that are also names of bodies.
COMMON = frozenset(
    """
    ale are ange asele amal avesta bath berg boden bor bromma cork dorotea eda falk flen grums habo
    hagen hjo italia kil klippan koping kumla laxa link lund mala mark moss mora nice nora norberg
    norden norge orsa oslo ostra paris reading ride sala salem sater sitges split stad sunne sverige
    sweden tanum timra trosa vara vasa vastra voss ydre ånge code data dev digital forum github
    gitlab government home info kommun kommuner labs open public region skola service tech
    utveckling council county city municipality national agency myndigheten danmark finland suomi
    """.split()  # noqa: SIM905 - a list of words
)


def folded(text: str) -> str:
    """Return a text in lower case without the letters that ASCII lacks."""
    return text.lower().translate(_FOLDING)


def squeezed(text: str) -> str:
    """Return the letters and digits of a text, by which two spellings of a name are one."""
    return _MARKS.sub("", folded(text))


class Pattern(NamedTuple):
    """How a word is found: no file without one of the ``needles``; then ``written`` decides."""

    word: Word
    needles: tuple[bytes, ...]  # of the file's bytes in lower case
    heads: frozenset[bytes]  # runs of letters and digits: where it stands apart, one is there
    written: re.Pattern[str]


@lru_cache(maxsize=8192)
def pattern_of(word: Word) -> Pattern:
    """Make the pattern of a word."""
    text = word.text
    if word.kind == "number":
        digits = text.replace("-", "")
        written = rf"(?<!\d){digits[:6]}[- ]?{digits[6:]}(?!\d)"
        return Pattern(word, (digits[:6].encode(),), frozenset(), re.compile(written))
    if word.kind == "domain":
        written = rf"(?<![A-Za-z0-9-])(?i:{re.escape(text)})(?![A-Za-z0-9-]|\.[A-Za-z])"
        needle = text.encode()
        return Pattern(word, (needle,), _heads([needle]), re.compile(written))
    parts = re.split(r"[ _-]+", text)
    longest = max(parts, key=len)
    needles = _encodings(longest)
    heads = _heads([*needles, *_encodings("".join(parts))])
    return Pattern(word, needles, heads, re.compile(_name(text)))


def _heads(needles: Iterable[bytes]) -> frozenset[bytes]:
    return frozenset(re.split(rb"[^a-z0-9\x80-\xff]", needle, maxsplit=1)[0] for needle in needles)


def _encodings(text: str) -> tuple[bytes, ...]:
    """List how a name may stand in a file whose ASCII letters have been put in lower case."""
    escaped = text.encode("ascii", "backslashreplace").replace(b"\\x", b"\\u00")
    entities = "".join(_ENTITIES.get(letter, letter) for letter in text)
    upper = text.upper()
    forms = [
        folded(text).encode(), folded(text.replace("ä", "ae").replace("ö", "oe")).encode(),
        text.encode(), upper.encode(), escaped, entities.encode("utf-8"),
        text.encode("latin-1", "ignore"), upper.encode("latin-1", "ignore"),
        text.encode("utf-16-le"), text.encode("utf-16-be"),
    ]  # fmt: skip
    return tuple(dict.fromkeys(form.lower() for form in forms if form))


def _name(text: str) -> str:
    strict = squeezed(text) in COMMON  # without its own letters it is another word
    letters = [_letter(letter, strict=strict) for letter in text]
    core = f"(?i:{''.join(letters)})"
    plain = re.split(r"[ _-]+", text)[0] in COMMON  # vara kommun, in "vara kommunens"
    if len(squeezed(text)) >= _UNMISTAKABLE and not plain:
        return core
    before = rf"(?:(?<![{_LETTER}])|(?<=[{_LOWER}])(?=[{_UPPER}]))"
    after = (
        rf"(?i:s?)(?:(?![{_LETTER}])|(?<=[{_LOWER}])(?=[{_UPPER}])|(?i:[ _-]?(?:{_BODY})))"
    )  # fmt: skip
    return before + core + after


def _letter(letter: str, *, strict: bool) -> str:
    if letter in " _-":
        return r"[ \t_.+-]?"
    if letter in _WRITTEN:
        return letter if strict else _WRITTEN[letter]
    return re.escape(letter)
