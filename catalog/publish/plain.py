"""Other people's words made harmless for a terminal, a log and Markdown."""

import re

LONGEST = 200  # characters of one value that are worth reading
_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+.!|~:$^=-])")


def plain(text: str) -> str:
    """Write control signs, odd spaces and what turns or hides text as codes, on one line."""
    if text.isprintable():
        return text
    return "".join(_shown(sign) for sign in text)


def _shown(sign: str) -> str:
    if sign.isprintable():
        return sign
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(sign, f"\\u{ord(sign):04x}")


def shortened(text: str, longest: int = LONGEST) -> str:
    """Leave out the middle of what is too long to be read."""
    if len(text) <= longest:
        return text
    half = (longest - 5) // 2
    return f"{text[:half]} ... {text[-half:]}"


def markdown(text: str) -> str:
    """Write a text so that Markdown shows it letter by letter: no sign, tag, link or mention.

    An @ and a # before a word call a person or an issue on forges, even when they are escaped; an
    invisible space after them ends that.
    """
    one_line = plain(" ".join(text.split()))
    escaped = _SIGNS.sub(r"\\\1", one_line.replace("&", "&amp;"))
    escaped = escaped.replace("\\<", "&lt;").replace("\\>", "&gt;")
    return escaped.replace("@", "@&#8203;").replace("\\#", "\\#&#8203;")
