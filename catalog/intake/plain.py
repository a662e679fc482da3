"""Other people's text made plain: nothing that hides, reorders, pings, links or never ends."""

import re
import unicodedata

MOST_MARKS = 2  # accents on one letter; more only climb over the lines above
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
_BLANK_LINES = re.compile(r"\n{3,}")
_STRAY = re.compile(r"[^\w .,\-()':]|_")
_SPACES = re.compile(r" {2,}")
_MAIL = re.compile(
    r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,63}(?:\.[\w-]{1,63})+", re.IGNORECASE
)
_PERSONAL_NUMBER = re.compile(r"\b(?:19|20)?\d\d(?:0[1-9]|1[0-2])[0-3]\d[-+]?\d{4}\b")
_QUOTED = 80


def cleaned(text: str) -> str:
    """Return text with line feeds only, composed, and without any character that shows nothing.

    Direction overrides, zero-width characters, surrogates and controls go; so do piled-up accents.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ").replace("\xa0", " ")
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    seen = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in _UNSEEN)
    return _without_piles(unicodedata.normalize("NFC", seen))


def _without_piles(text: str) -> str:
    kept, marks = [], 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def tidy(text: str) -> str:
    """Return text without space at the ends of its lines and with at most one blank line."""
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip()


def one_line(text: str) -> str:
    """Return text on one line."""
    return " ".join(text.split())


def inert(text: str) -> str:
    """Return what may be repeated in an answer: letters, digits and a few signs, and no more.

    Nothing of it can mention anybody, refer to an issue, link, close a code span or be HTML.
    """
    plain = _SPACES.sub(" ", _STRAY.sub(" ", one_line(cleaned(text[: 4 * _QUOTED])))).strip()
    return plain if len(plain) <= _QUOTED else plain[: _QUOTED - 1].rstrip() + "…"


def is_latin(text: str) -> bool:
    """Tell whether every letter is Latin: a name in look-alike letters would pass for another."""
    letters = (c for c in text if c.isalpha())
    return all(unicodedata.name(c, "").startswith("LATIN ") for c in letters)


def slug(name: str) -> str:
    """Propose an id: ASCII, lower case, single hyphens. Empty where the name gives none."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    ascii_only = folded.encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_only)
    return "-".join(words)[:60].strip("-")


def mail_in(text: str) -> bool:
    """Tell whether there is an e-mail address in the text."""
    return _MAIL.search(text) is not None


def personal_number_in(text: str) -> bool:
    """Tell whether there is something like a Swedish personal identity number in the text."""
    return _PERSONAL_NUMBER.search(text) is not None
