"""Why git failed is told in words that may be published."""

import pytest

from catalog.errors import GitError
from harvesters.failures import reason_of


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("git fetch took longer than 300 s", "it took too long"),
        ("fatal: repository 'https://x.example/y/' not found",
         "there is no repository at this address, or it is not public"),
        ("fatal: '/secret/path' does not appear to be a git repository",
         "there is no repository at this address, or it is not public"),
        ("could not read Username for 'https://x': terminal prompts disabled",
         "the address asks for a log-in"),
        ("The requested URL returned error: 503", "the host answered with an error"),
        ("Could not resolve host: x.example", "the host could not be reached"),
        ("Failed to connect to x.example port 443 after 503 ms", "the host could not be reached"),
        ("remote: HTTP 429 too many", "the host asked us to wait"),
        ("unable to read tree of api-404", "git could not read it"),
        ("index-pack: fsck error in packed object", "its objects are damaged or unsafe"),
        ("transport 'ext' not allowed", "the address is of a kind that is not allowed"),
        ("something /home/name/secret new", "git could not read it"),
    ],
)  # fmt: skip
def test_reasons_carry_no_paths(said: str, expected: str) -> None:
    """The words are ours; nothing of what git said, which may hold paths, is passed on."""
    assert expected == reason_of(GitError(said))
