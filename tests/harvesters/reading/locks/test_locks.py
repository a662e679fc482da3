"""Lock files: a case is a folder with the files and what is read out of them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.evidence import Absent, Found
from catalog.models.facts import LockedSeen
from harvesters.reading import locks
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Entry, Listing

Plant: TypeAlias = Callable[..., Contents]
CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def _only(contents: Contents) -> LockedSeen:
    read = locks.read(contents)
    assert isinstance(read, Found)
    (one,) = read.found
    return one


def _in_words(seen: LockedSeen) -> str:
    lines = [" ".join(filter(None, (p.name, p.version, p.licence))) for p in seen.packages]
    told = str(seen.development) if seen.apart else "not told"
    return "\n".join([*lines, f"development {told}"]) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_lock_file_gives_the_packages_that_run(case: Path, plant: Plant) -> None:
    """With version and stated licence; what is for development is counted where it is told."""
    files = {f.name: f.read_text("utf-8") for f in case.iterdir() if f.name != "expected.txt"}
    seen = _only(plant(files))
    assert seen.unread is None
    assert (case / "expected.txt").read_text("utf-8") == _in_words(seen)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_windows_line_ends_change_nothing(case: Path, plant: Plant) -> None:
    """A lock file that git has checked out on Windows and somebody committed so."""
    files = {
        f.name: f.read_text("utf-8").replace("\n", "\r\n")
        for f in case.iterdir()
        if f.name != "expected.txt"
    }
    assert (case / "expected.txt").read_text("utf-8") == _in_words(_only(plant(files)))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("composer.lock", "<<<<<<< HEAD\n{", "failed"),
        ("package-lock.json", "[]", "failed"),
        ("yarn.lock", "not a lock file", "failed"),
        ("pnpm-lock.yaml", "a: b", "failed"),
        ("Cargo.lock", "", "failed"),
        ("bun.lock", "{}", "not-read"),
        ("go.sum", None, "unreadable"),
        ("package-lock.json", " " * (locks.LARGEST + 1), "too-large"),
    ],
)
def test_what_is_not_read_is_listed_with_its_reason(
    plant: Plant, name: str, content: str | None, reason: str
) -> None:
    """So that nobody takes its packages for absent."""
    seen = _only(plant({name: content}))
    assert (name, reason, ()) == (seen.path, seen.unread, seen.packages)


def test_too_many_packages_are_none(plant: Plant) -> None:
    """A part of them would look like all."""
    rows = ", ".join(f'"p{n}": {{"version": "1.0.0"}}' for n in range(locks.MOST_PACKAGES + 1))
    seen = _only(plant({"package-lock.json": f'{{"dependencies": {{{rows}}}}}'}))
    assert "too-large" == seen.unread


def test_lock_files_of_tests_examples_and_documentation_are_not_the_softwares(
    plant: Plant,
) -> None:
    """Nor those of vendored packages."""
    places = ("tests", "docs", "examples/a", "node_modules/a", "e2e", ".github")
    read = locks.read(plant({f"{place}/package-lock.json": "{}" for place in places}))
    assert isinstance(read, Absent)


@given(name=st.sampled_from(sorted(locks.FORMATS)), text=st.text(max_size=300), data=st.data())
def test_no_text_makes_a_reader_raise(name: str, text: str, data: st.DataObject) -> None:
    """Whatever stands in it, also where it begins as a real one does."""
    case = data.draw(st.sampled_from(CASES))
    files = {f.name: f.read_text("utf-8") for f in case.iterdir() if f.name != "expected.txt"}
    cut = data.draw(st.integers(0, 600))
    files = {k: v[:cut] + text + v[cut:] for k, v in files.items()} | {name: text}
    entries = [Entry(path, path, "100644") for path in files]
    blobs = {path: content.encode("utf-8", "replace") for path, content in files.items()}
    locks.read(Contents(Listing(entries), blobs))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(("packages", "packages-dev", "dependencies", "default", "develop", "name",
                         "version", "license", "dev", "node_modules/a", "lockfileVersion")),
        inner, max_size=5),
    max_leaves=25,
)  # fmt: skip


@given(value=_JSON, name=st.sampled_from(("composer.lock", "package-lock.json", "Pipfile.lock",
                                          "packages.lock.json")))  # fmt: skip
def test_no_json_makes_a_reader_raise(value: object, name: str) -> None:
    """Any shape where another was expected."""
    blobs = {"x": json.dumps(value).encode()}
    locks.read(Contents(Listing([Entry(name, "x", "100644")]), blobs))
