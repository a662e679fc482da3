"""Why git failed, in words that may be published: never its own, which can carry paths."""

import re

from catalog.errors import GitError

_REASONS = {
    r"took longer than": "it took too long",
    # Before the numbers below: these words come with ports and milliseconds.
    r"could not resolve host|failed to connect|couldn't connect|network is unreachable"
    r"|connection (refused|timed out|reset)|operation too slow": "the host could not be reached",
    r"not found|does not exist|does not appear to be a git repository|(error:|http) 404\b"
    r"|no such file": ("there is no repository at this address, or it is not public"),
    r"could not read username|authentication failed|prompts disabled|(error:|http) 40[13]\b": (
        "the address asks for a log-in"
    ),
    r"(error:|http) 429\b|rate limit": "the host asked us to wait",
    r"(error:|http) 5\d\d\b|internal server error|bad gateway": "the host answered with an error",
    r"early eof|unexpected disconnect|hung up|invalid index-pack|premature end": (
        "the transfer was cut off"
    ),
    r"file too large|file size limit|no space left": "it is larger than we take in",
    r"fsck|object (corrupt|of unexpected)|bad object|corrupt|loose object": (
        "its objects are damaged or unsafe"
    ),
    r"transport .* not allowed": "the address is of a kind that is not allowed",
    r"certificate|ssl|tls": "the host's certificate could not be trusted",
}


def reason_of(error: GitError) -> str:
    """Translate git's last words."""
    said = str(error).lower()
    told = (words for pattern, words in _REASONS.items() if re.search(pattern, said))
    return next(told, "git could not read it")
