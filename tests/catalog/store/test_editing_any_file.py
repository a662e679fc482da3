"""Whatever a file looks like and whatever a text holds: only what was asked for changes."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.errors import KodkatalogError
from catalog.store.curated import read_curated
from catalog.store.editing import Edit, added, changed, written
from catalog.store.yaml_edits import set_value, with_value
from catalog.yaml_lines import read_yaml
from tests.catalog.store.yaml_files import TEXT, files

LINE = TEXT.filter(bool)
DOMAINS = st.lists(st.sampled_from(["a.se", "#b.se", "c'.se", "-.se", "12.50"]), max_size=3)
TYPES = st.sampled_from(["region", "agency", "other"])
COUNTS = st.fixed_dictionaries({"value": st.integers(0, 9), "note": LINE})
BODY = st.fixed_dictionaries(
    {"id": st.from_regex(r"[a-z]{1,8}", fullmatch=True), "type": TYPES, "name": LINE},
    optional={
        "domains": DOMAINS,
        "contact": st.fixed_dictionaries({"role": LINE}),
        "population": COUNTS,
        "nameEn": LINE,
    },
)
BODIES = st.lists(BODY, min_size=1, max_size=3, unique_by=lambda body: str(body["id"]))
REFERENCE = st.fixed_dictionaries(
    {"id": st.just("r"), "title": LINE, "kind": st.just("mail"), "date": st.just("2026-01-02")}
)
CURATED = st.fixed_dictionaries(
    {"bodies": BODIES},
    optional={"references": st.none() | st.lists(REFERENCE, max_size=1), "calls": st.just([])},
)
NEW = st.fixed_dictionaries(
    {"id": st.just("new-one"), "type": TYPES, "name": LINE},
    optional={"domains": DOMAINS, "contact": st.fixed_dictionaries(
        {"role": LINE})},
)  # fmt: skip


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Return a folder for one catalogue after the other."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "data").mkdir()
        yield Path(name)


def write(folder: Path, text: str) -> bytes:
    """Make the catalogue's file, and return its bytes."""
    (folder / "data" / "projects.yaml").write_bytes(text.encode())
    return text.encode()


def is_within(small: bytes, large: bytes) -> bool:
    """Tell whether all bytes of one are in the other, in their order."""
    rest = iter(large)
    return all(byte in rest for byte in small)


@settings(deadline=None)
@given(text=files(CURATED), entry=NEW)
def test_adding_keeps_every_byte(folder: Path, text: str, entry: dict[str, Any]) -> None:
    """The file is in the new one, byte by byte, and the new one holds just one entry more."""
    before = write(folder, text)
    old = read_curated(folder)
    file = added(folder, [Edit("bodies", entry)]).files[0]
    assert is_within(before, file.after)
    write(folder, file.after.decode())
    new = read_curated(folder)
    assert old == new.model_copy(update={"bodies": new.bodies[:-1]})
    assert entry == new.bodies[-1].model_dump(by_alias=True, exclude_unset=True, mode="json")


@settings(deadline=None)
@given(text=files(CURATED), entry=REFERENCE.map(lambda one: {**one, "id": "new-one"}))
def test_adding_to_a_list_that_may_be_empty(folder: Path, text: str, entry: dict[str, Any]) -> None:
    """A list that is not there, or empty, or null, gets its first entry; comments stay."""
    write(folder, text)
    old = read_curated(folder)
    written(added(folder, [Edit("references", entry)]))
    new = read_curated(folder)
    assert old == new.model_copy(update={"references": new.references[:-1]})


@settings(deadline=None)
@given(text=files(CURATED), name=LINE, data=st.data())
def test_changing_one_value(folder: Path, text: str, name: str, data: st.DataObject) -> None:
    """All else is as it was, and doing it twice changes nothing more."""
    write(folder, text)
    old = read_curated(folder)
    body = data.draw(st.sampled_from([body.id for body in old.bodies]))
    path = data.draw(st.sampled_from([("name",), ("nameEn",), ("contact", "role")]))
    written(changed(folder, "bodies", body, path, name))
    new = read_curated(folder)
    assert [b.id for b in old.bodies] == [b.id for b in new.bodies]
    assert [b for b in old.bodies if b.id != body] == [b for b in new.bodies if b.id != body]
    assert () == changed(folder, "bodies", body, path, name).files


@settings(deadline=None)
@given(
    text=st.text(st.characters(codec="utf-8"), min_size=1), key=st.sampled_from(["name", "nameEn"])
)
def test_any_text_comes_back(folder: Path, text: str, key: str) -> None:
    """Controls, directions, line breaks, quotes: the file is valid and means exactly the text."""
    write(folder, "bodies:\n  - id: a\n    type: region\n    name: A\n")
    written(changed(folder, "bodies", "a", (key,), text))
    body = read_curated(folder).bodies[0]
    assert text == (body.name if key == "name" else body.name_en)
    content = (folder / "data" / "projects.yaml").read_text(encoding="utf-8")
    assert all(letter.isprintable() or letter == "\n" for letter in content)


VALUE = st.recursive(
    st.none() | st.booleans() | st.integers(-999, 999) | st.floats(-1e30, 1e30) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)
@given(data=st.dictionaries(st.sampled_from("abc"), VALUE, max_size=3), value=VALUE, text=st.data())
def test_any_value_anywhere(data: dict[str, Any], value: Any, text: st.DataObject) -> None:
    """A value of any shape is set at any key of any document, also below values of other shapes."""
    content = text.draw(files(st.just(data) if data else st.just({"a": None})))
    document = read_yaml(content.encode(), "f.yaml")
    path = text.draw(st.sampled_from([("a",), ("b", "c"), ("c", 0), ("d", 0, "e")]))
    try:
        expected = with_value(document.data, path, value)
    except LookupError:
        return
    edited = read_yaml(set_value(content.removeprefix("\ufeff"), path, value).encode(), "f.yaml")
    assert [] == edited.problems
    assert json.dumps(expected) == json.dumps(edited.data)


@settings(deadline=None)
@given(content=st.binary(max_size=200), name=TEXT)
def test_no_file_makes_a_stack_trace(folder: Path, content: bytes, name: str) -> None:
    """What is no catalogue is refused with a sentence."""
    (folder / "data" / "projects.yaml").write_bytes(content)
    with suppress(KodkatalogError):
        added(folder, [Edit("bodies", {"id": "new-one", "type": "region", "name": name})])
