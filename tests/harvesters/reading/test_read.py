"""The whole reading, on good, odd and hostile trees."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import RepositoryFacts
from harvesters.reading import linked, read, wanted
from harvesters.reading.listing import LINK, Entry, Listing

PATHS = (
    "README.md", "README.rst", "readme.html", "README.adoc", "LICENSE", "publiccode.yml",
    "package.json", "composer.json", "pyproject.toml", "setup.cfg", "setup.py", "requirements.txt",
    "Pipfile", "pom.xml", "build.gradle", "a.csproj", "Gemfile", "a.gemspec", "go.mod",
    "Cargo.toml", "style.css", "a.php", ".gitlab-ci.yml", "SECURITY.md", "CHANGELOG.md",
    "CODEOWNERS", "docs/a.md", "INSTALL",
)  # fmt: skip
FROM_TREE = (
    "tree", "licences", "readmes", "documents", "publiccode", "manifests", "wordpress", "locks",
    "updaters", "ci", "tests", "containers", "interfaces", "samples", "translations",
    "mentions", "settings", "screens",
    "mentions", "locked", "parts",
)  # fmt: skip


def read_all(data: bytes | None) -> dict[str, object]:
    """Read a tree in which every wanted file has the same bytes."""
    return read(Listing(Entry(path, "x", "100644") for path in PATHS), {"x": data})


def test_fields_are_those_of_the_facts() -> None:
    """Every key is a field of the facts, and an empty tree validates as absent throughout."""
    evidence = read(Listing([]), {})
    unseen = Unseen(unseen="not-read")
    rest = dict.fromkeys(("head", "history", "tags"), unseen)
    facts = RepositoryFacts(url="https://e.example/k", source="s", probe="p", **evidence, **rest)
    assert set(FROM_TREE) == set(evidence)
    assert isinstance(facts.readmes, Absent)


def test_facts_survive_the_snapshot() -> None:
    """What is read validates as facts, and is the same after writing and reading JSON."""
    evidence = read_all(b"# MIT\n\nThis is a sentence about software for pupils.\n")
    rest = dict.fromkeys(("head", "history", "tags"), Unseen(unseen="not-read"))
    facts = RepositoryFacts(url="https://e.example/k", source="s", probe="p", **evidence, **rest)
    assert facts == RepositoryFacts.model_validate_json(facts.model_dump_json())


def test_unreadable_is_never_absent() -> None:
    """Objects that could not be had leave everything they would show unseen."""
    evidence = read_all(None)
    kinds = ("licences", "readmes", "documents", "publiccode", "manifests", "wordpress", "ci")
    assert {Unseen(unseen="unreadable")} == {evidence[kind] for kind in kinds}


def test_links_are_followed_in_two_batches() -> None:
    """A wanted link names its target, which is then fetched."""
    tree = [Entry("README.md", "1", LINK), Entry("text/start", "2", "100644")]
    listing = Listing(tree)
    blobs: dict[str, bytes | None] = {e.oid: b"text/start" for e in wanted(listing)}
    assert [tree[1]] == linked(listing, blobs)
    found = read(listing, {**blobs, "2": b"# Titel"})["readmes"]
    assert [("README.md", 7)] == [(seen.path, seen.bytes) for seen in found.found]


def test_links_in_a_circle() -> None:
    """Links that lead to each other lead nowhere."""
    listing = Listing([Entry("README.md", "1", LINK), Entry("LICENSE", "2", LINK)])
    evidence = read(listing, {"1": b"LICENSE", "2": b"README.md"})
    assert isinstance(evidence["readmes"], Absent)


def test_a_vendored_tree_wants_little() -> None:
    """Twelve thousand vendored files are counted and not read."""
    paths = [f"vendor/p{n}/README.md" for n in range(12_716)]
    listing = Listing(Entry(path, "x", "100644") for path in [*paths, "README.md"])
    assert [("README.md")] == [entry.path for entry in wanted(listing)]
    assert Found(found=listing.size) == read(listing, {"x": b""})["tree"]


@given(st.binary(max_size=400))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_are_read(data: bytes) -> None:
    """No bytes whatever raise."""
    assert set(FROM_TREE) == set(read_all(data))


@given(st.text(alphabet="#=-*`|<>[](){}!:@\"'/\\ \n\tab1.é&%", max_size=400))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_markup_is_read(text: str) -> None:
    """No mixture of markup raises."""
    assert set(FROM_TREE) == set(read_all(text.encode()))


@given(st.lists(st.text(max_size=40), max_size=20))
def test_any_names_are_listed(names: list[str]) -> None:
    """No names whatever raise."""
    listing = Listing(Entry(name, "x", "100644") for name in names)
    assert len(names) == read(listing, {"x": b"x"})["tree"].found.files


@pytest.mark.parametrize(
    "piece",
    ["a", " ", "#", "[", "<h1", "`", "![](", "a b ", "\n", "- \n", "1.0 ", "(c) ", "this is "],
)
def test_a_mebibyte_is_read_in_seconds(piece: str) -> None:
    """A mebibyte of one repeated piece takes no more than linear time in every reader."""
    data = (piece * (2**20 // len(piece))).encode()
    start = time.perf_counter()
    read_all(data)
    assert time.perf_counter() - start < 10
