"""Whether an address has the form of one. Nothing is ever fetched.

The rules are those of the URL parser that the reference parser uses (RFC 3986 as Go reads it), so
that both take and refuse the same addresses.
"""

import re
from typing import NamedTuple

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_HOST = re.compile(r"(?:[^\x00-\x20\x7f\"#%/?@\\^`{|}]|%25|%[89A-Fa-f][0-9A-Fa-f])*")
_PORT = re.compile(r"(?::[0-9]*)?")
_USER = re.compile(r"[A-Za-z0-9\-._:~!$&'()*+,;=%@]*")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_URN = re.compile(
    r"urn:(?!urn:)[a-z0-9][a-z0-9-]{0,31}:(?:[a-z0-9()+,\-.:=@;$_!*']|%[0-9a-f]{2})+", re.IGNORECASE
)


class Parts(NamedTuple):
    """An address taken apart; ``opaque`` is what follows a scheme without a slash."""

    scheme: str
    host: str
    path: str
    opaque: str
    fragment: str


def parse(text: str) -> Parts | None:
    """Take an address or a relative reference apart; None where it is neither."""
    before, _, fragment = text.partition("#")
    parts = _parse(before, relative=True)
    if parts is None or _BAD_ESCAPE.search(fragment) or _CONTROL.search(fragment):
        return None
    return parts._replace(fragment=fragment)


def is_url(text: str) -> bool:
    """Tell whether this is an absolute address, of whatever scheme."""
    parts = parse(text)
    if parts is None or not parts.scheme:
        return False
    if parts.scheme == "file":
        return parts.path not in {"", "/"}
    return bool(parts.host or parts.fragment or parts.opaque)


def is_web_address(text: str) -> bool:
    """Tell whether this is an ``http`` or ``https`` address with a host."""
    parts = parse(text)
    return parts is not None and parts.scheme in {"http", "https"} and bool(parts.host)


def is_identifier(text: str) -> bool:
    """Tell whether this identifies an organisation or a resource: a URN, or a URI with a host."""
    parts = _parse(text, relative=False)
    if parts is None:
        return False
    return (
        bool(_URN.fullmatch(text)) if parts.scheme == "urn" else bool(parts.scheme and parts.host)
    )


def is_email(text: str) -> bool:
    """Tell whether this has the form of an e-mail address."""
    local, at, domain = text.rpartition("@")
    labels = domain.removesuffix(".").split(".")
    return (
        bool(at)
        and bool(_LOCAL.fullmatch(local))
        and len(labels) > 1
        and all(_LABEL.fullmatch(label) for label in labels)
        and not labels[-1][-1].isdigit()
        and not labels[-1][0].isdigit()
    )


_WORD = r"[\w!#$%&'*+/=?^`{|}~-]+"
_LOCAL = re.compile(rf"{_WORD}(?:\.{_WORD})*|\"[^\"\\\x00-\x1f]*\"")
_LABEL = re.compile(r"[^\W_](?:[\w~-]*[^\W_])?")


def _parse(text: str, *, relative: bool) -> Parts | None:
    if _CONTROL.search(text) or (not relative and not text) or text.startswith(":"):
        return None
    found = _SCHEME.fullmatch(text)
    scheme, rest = (found[1].lower(), found[2]) if found else ("", text)
    rest = rest.partition("?")[0]
    if not rest.startswith("/"):
        if scheme:
            return Parts(scheme, "", "", rest, "")
        if not relative or ":" in rest.partition("/")[0]:
            return None
    host = ""
    if rest.startswith("//") and (scheme or (relative and not rest.startswith("///"))):
        authority, slash, path = rest[2:].partition("/")
        if (known := _host(authority)) is None:
            return None
        host, rest = known, slash + path
    return None if _BAD_ESCAPE.search(rest) else Parts(scheme, host, rest, "", "")


def _host(authority: str) -> str | None:
    user, at, host = authority.rpartition("@")
    if at and (not _USER.fullmatch(user) or _BAD_ESCAPE.search(user)):
        return None
    if host.startswith("["):
        inside, end, port = host.rpartition("]")
        return host if end and _PORT.fullmatch(port) and _HOST.fullmatch(inside) else None
    _, colon, port = host.rpartition(":")
    if colon and not _PORT.fullmatch(colon + port):
        return None
    return host if _HOST.fullmatch(host) else None
