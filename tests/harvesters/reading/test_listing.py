"""Names in a tree."""

import re

import pytest

from catalog.models.facts import Tree
from harvesters.reading.listing import LINK, SUBMODULE, Entry, Listing

FILE = "100644"


def listing(*paths: str) -> Listing:
    """Make a listing of ordinary files."""
    return Listing(Entry(path, "0", FILE) for path in paths)


@pytest.mark.parametrize(
    "path",
    [
        "vendor/acme/composer.json",
        "app/node_modules/left/package.json",
        "web/dist/main.js",
        "js/jquery.min.js",
        "css/site-min.css",
        "Pods/Lib/LICENSE",
    ],
)
def test_vendored_is_not_our_own(path: str) -> None:
    """Vendored, built and minified files never count as the software's own."""
    assert () == listing(path).own


@pytest.mark.parametrize("path", ["src/vendors.php", "distance/a.js", "admin.js", "src/mini.css"])
def test_likely_names_are_our_own(path: str) -> None:
    """A name that merely resembles a vendored one is kept."""
    assert [path] == [entry.path for entry in listing(path).own]


def test_size_counts_everything() -> None:
    """Links, submodules, vendored and unshowable names are all counted."""
    entries = [
        Entry("README.md", "0", FILE),
        Entry("vendor/a.php", "0", FILE),
        Entry("latest", "0", LINK),
        Entry("lib", "0", SUBMODULE),
        Entry("a\nb\udcff", "0", FILE),
    ]
    expected = Tree(
        files=4, vendored=1, links=1, submodules=1, sources=0, infrastructure=0, texts=1
    )
    assert expected == Listing(entries).size


@pytest.mark.parametrize("path", ["README\n.md", "README\udce5.md", "a/" * 2000 + "README.md"])
def test_hostile_names_are_never_read(path: str) -> None:
    """A name that no page could show is left alone."""
    assert [] == listing(path).named(re.compile("README"))


@pytest.mark.parametrize(
    ("destination", "expected"),
    [
        ("../LICENSE", "LICENSE"),
        ("./b.md", "docs/b.md"),
        ("../../etc/passwd", None),
        ("/etc/passwd", None),
        ("", None),
        ("missing", None),
    ],
)
def test_links_stay_inside_the_tree(destination: str, expected: str | None) -> None:
    """A link is followed to a file of the tree and nowhere else."""
    tree = listing("LICENSE", "docs/b.md")
    found = tree.target(Entry("docs/link", "1", LINK), destination)
    assert expected == (found.path if found else None)


def test_root_comes_first() -> None:
    """Files near the root are listed first."""
    assert ["z", "a/b"] == [entry.path for entry in listing("a/b", "z").own]
