"""Addresses for every kind of forge."""

from datetime import date

import pytest

from catalog.models.curated import ForgeName
from catalog.models.verdict import Cite
from catalog.publish import links

GITHUB = "https://github.com/exempel/kod"
GITLAB = "https://gitlab.com/grupp/under/kod"
FORGEJO = "https://codeberg.org/exempel/kod"
OTHER = "https://git.example.org/exempel/kod"


@pytest.mark.parametrize(
    ("cite", "forge", "address"),
    [
        (Cite(repository=GITHUB), None, GITHUB),
        (Cite(repository=GITHUB, path="LICENSE"), None, GITHUB),
        (Cite(repository=GITHUB, commit="abc"), None, f"{GITHUB}/tree/abc"),
        (Cite(repository=GITHUB, commit="abc", on=date(2026, 1, 1)), None, f"{GITHUB}/commit/abc"),
        (Cite(repository=GITHUB, commit="abc", path="a b/ö#1.php", line=3), None,
         f"{GITHUB}/blob/abc/a%20b/%C3%B6%231.php#L3"),
        (Cite(repository=GITHUB, commit="abc", path="README.md", line=3), None,
         f"{GITHUB}/blob/abc/README.md?plain=1#L3"),
        (Cite(repository=GITLAB, commit="abc", path="x.py", line=3), None,
         f"{GITLAB}/-/blob/abc/x.py#L3"),
        (Cite(repository=GITLAB, commit="abc"), None, f"{GITLAB}/-/tree/abc"),
        (Cite(repository=FORGEJO, commit="abc", path="README.md", line=3), None,
         f"{FORGEJO}/src/commit/abc/README.md?display=source#L3"),
        (Cite(repository=OTHER, commit="abc", path="x.py"), None, OTHER),
        (Cite(repository=OTHER, commit="abc", path="x.py"), "git", OTHER),
        (Cite(repository=OTHER, commit="abc", path="x.py"), "forgejo",
         f"{OTHER}/src/commit/abc/x.py"),
        (Cite(repository="http://git.example.org/x", commit="abc"), None, None),
        (Cite(repository="javascript:alert(1)"), None, None),
        (Cite(), None, None),
    ],
)  # fmt: skip
def test_cited_place(cite: Cite, forge: ForgeName | None, address: str | None) -> None:
    """A place opens as exactly as its host allows, and never by anything but https."""
    assert address == links.cited(cite, forge)


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        (GITHUB, f"{GITHUB}/releases/tag/v1%2F%C3%A5"),
        (GITLAB, f"{GITLAB}/-/tags/v1%2F%C3%A5"),
        (FORGEJO, f"{FORGEJO}/src/tag/v1%2F%C3%A5"),
        (OTHER, OTHER),
        ("ssh://git@example.org/kod", None),
    ],
)
def test_tag(repository: str, address: str | None) -> None:
    """A tag's name is one step of the address, whatever it holds."""
    assert address == links.tag(repository, "v1/å")


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        (GITHUB, f"{GITHUB}/tree/feature/x%20y"),
        (GITLAB, f"{GITLAB}/-/tree/feature/x%20y"),
        (FORGEJO, f"{FORGEJO}/src/branch/feature/x%20y"),
        (OTHER, OTHER),
    ],
)
def test_branch(repository: str, address: str) -> None:
    """A branch keeps its slashes."""
    assert address == links.branch(repository, "feature/x y")


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a", "https://example.org/a"), ("http://example.org", None),
        ("//example.org", None), ("https://", None), ("javascript:alert(1)", None),
        ("https://[", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_only_https(address: str | None, kept: str | None) -> None:
    """Anything that is no full https address gives no link."""
    assert kept == links.https(address)
