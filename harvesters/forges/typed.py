"""What people typed into a forge: anything, so only what can be shown is taken."""

import re
from urllib.parse import urlsplit

LONGEST = 1000  # characters of a description
_ADDRESS = re.compile(r"(https?://)(?:[^/?#@\s]*@)?([^\s@/?#\"\\]+(?:[/?#][^\s\"\\]*)?)")


def line(value: object) -> str | None:
    """Return text in one line, without what is not printed; None where there is none."""
    text = value if isinstance(value, str) else ""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST] or None


def address(value: object) -> str | None:
    """Return a web address without the user name and password that it may hold."""
    match = _ADDRESS.fullmatch(value.strip()) if isinstance(value, str) else None
    if not match or not match[0].isprintable():
        return None
    plain = match[1] + match[2]
    try:
        return plain if urlsplit(plain).hostname else None
    except ValueError:
        return None
