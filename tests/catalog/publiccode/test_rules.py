"""publiccode.yml judged: one small file a case, with what is said of it beside it."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.publiccode import texts
from catalog.publiccode.place import MOST, Place
from catalog.publiccode.rules import LARGEST, check_publiccode, read_publiccode
from catalog.publiccode.schema import TOP
from catalog.publiccode.shapes import Rule
from catalog.yaml_lines import Document, read_yaml

CASES = Path(__file__).parent / "cases"
HOUSE = Path(__file__).resolve().parents[3]


def said(path: Path) -> str:
    """Return what is said of a file, a line each: severity, key and sentence."""
    problems = check_publiccode(path.read_bytes(), path.name)
    return "".join(f"{p.severity} [{p.key}] {p}\n" for p in problems)


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.yml")))
def test_each_case_is_told_as_written_beside_it(name: str) -> None:
    """Every rule has a file that breaks it, and the sentences a person gets."""
    assert (CASES / f"{name}.txt").read_text(encoding="utf-8") == said(CASES / f"{name}.yml")


def test_every_case_has_its_expected_output() -> None:
    """No expected output stands without its case."""
    assert {p.stem for p in CASES.glob("*.txt")} == {p.stem for p in CASES.glob("*.yml")}


def test_our_own_file_is_valid() -> None:
    """We keep the rules we ask of others; a warning is allowed, an error is not."""
    problems = check_publiccode((HOUSE / "publiccode.yml").read_bytes(), "publiccode.yml")
    assert [] == [str(p) for p in problems if p.severity == "error"]


def test_what_is_right_is_used() -> None:
    """A fault takes its own value with it and nothing else."""
    used, problems = read_publiccode((CASES / "maintenance-type-unknown.yml").read_bytes(), "f")
    assert ["maintenance.type"] == [p.key for p in problems]
    assert ("Bokalokal", None) == (used.name, used.maintenance.type)
    assert ("EUPL-1.2", ("sv",)) == (used.legal.license, used.localisation.available_languages)


@pytest.mark.parametrize(
    ("case", "value"),
    [
        ("software-version-number", ("2.1", ("web",), None)),
        ("platforms-text", (None, ("web",), None)),
        ("date-with-letters", (None, ("web",), None)),
        ("valid-everything", ("2.10", ("web",), "2026-03-31")),
        ("latin-1", (None, ("web",), None)),
        ("byte-order-mark", (None, ("web",), None)),
    ],
)
def test_what_is_nearly_right_is_used_too(case: str, value: object) -> None:
    """Numbers are texts, one value is a list of one; a date that is none is left out."""
    used, _ = read_publiccode((CASES / f"{case}.yml").read_bytes(), "f")
    assert value == (used.software_version, used.platforms, used.release_date)


def test_a_description_without_language_is_kept() -> None:
    """Its language is undetermined: ``und``."""
    used, _ = read_publiccode((CASES / "description-text.yml").read_bytes(), "f")
    assert "Booking of halls" == used.description["und"].short_description


def test_a_file_too_large_is_not_read() -> None:
    """Fifty megabytes are no publiccode.yml."""
    (problem,) = check_publiccode(b"- a\n" * (50 * 2**18), "f.yml")
    assert "f.yml: 51200 KiB is too large for a publiccode.yml" in str(problem)


def test_the_files_it_names_are_looked_for_beside_it(tmp_path: Path) -> None:
    """A path that leads nowhere, out of the repository, or to no image is told; a good one not."""
    content = (CASES / "valid-minimal.yml").read_bytes().replace(
        b"    features:",
        b"    screenshots: [a.png, no.png, ../b.png, https://x.example/c.png]\n    features:",
    )  # fmt: skip
    (tmp_path / "root").mkdir()
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "root/a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "root/logo.png").write_bytes(b"GIF89a")
    problems = check_publiccode(content + b"logo: logo.png\n", "f", tmp_path / "root")
    assert [
        ("description.en.screenshots[1]", "there is no file 'no.png'"),
        ("description.en.screenshots[2]", "there is no file '../b.png'"),
        ("logo", "'logo.png' is no PNG image"),
    ] == [(p.key, p.message) for p in problems]


KEYS = st.sampled_from([*TOP.keys, "en", "sv", "type", "contacts", "uri", "license", "features"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=20,
)


@given(st.dictionaries(KEYS | st.text(max_size=8), VALUES, max_size=12))
def test_no_data_raises(data: dict[str, object]) -> None:
    """Whatever stands under whichever key, the answer is a model and sentences."""
    flow = repr(data).encode("utf-8", "surrogatepass")  # flow YAML, more or less
    _, problems = read_publiccode(flow, "f")
    assert isinstance(TOP.take(data, Place(Document("f", data))), dict)
    assert all(p.message and p.hint for p in problems)


PATHS = sorted(read_yaml((CASES / "valid-everything.yml").read_bytes(), "f").positions, key=repr)
KINDS: tuple[Any, ...] = ([], {}, [[]], {"a": []}, "", "x", 1.5, True, None, "http://[a]:x")
RULES = (
    texts.category, texts.country, texts.day, texts.email, texts.filled, texts.identifier,
    texts.italian_code, texts.language, texts.licence, texts.mime, texts.page, texts.repository,
    texts.scope, texts.supported, texts.file_of(texts.LOGOS), texts.at_most(10, 5),
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS, ids=str)
def test_no_value_in_a_wrong_place_raises(path: tuple[str | int, ...]) -> None:
    """Each value of a good file may be anything at all."""
    for value in KINDS:
        data = read_yaml((CASES / "valid-everything.yml").read_bytes(), "f").data
        inside: Any = {"all": data}
        for part in ("all", *path)[:-1]:
            inside = inside[part]
        inside[("all", *path)[-1]] = value
        assert TOP.take(data, Place(Document("f", data))) is not None


@pytest.mark.parametrize("rule", RULES)
@given(st.text(max_size=40) | st.text(alphabet=":/[]@%.#?a1 -(+<>", max_size=12))
def test_no_text_raises(rule: Rule, text: str) -> None:
    """A rule answers whatever text it is given, with both halves of a sentence or with nothing."""
    said = rule(text)
    assert said is None or all(said)


@given(st.binary(max_size=400))
def test_no_bytes_raise(content: bytes) -> None:
    """Nor do bytes that are no YAML at all."""
    assert all(p.file == "f" for p in check_publiccode(content, "f"))


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 3000), st.binary(min_size=1, max_size=6), st.integers(0, 3))
def test_no_damage_raises(at: int, with_: bytes, cut: int) -> None:
    """A good file with some bytes replaced is still told about."""
    content = (CASES / "valid-everything.yml").read_bytes()
    read_publiccode(content[:at] + with_ + content[at + cut :], "f")


@pytest.mark.parametrize(
    "content",
    [
        b"- a\n" * (LARGEST // 4),
        b"".join(b"k%d: a\n" % i for i in range(LARGEST // 11)),
        b"description:\n" + b"".join(b" k%d: {a: 1}\n" % i for i in range(LARGEST // 16)),
        b"categories:\n" + b"- onlin-booking\n" * (LARGEST // 17),
        b"x: &x [" + b"1," * 5000 + b"]\n" + b"- *x\n" * 9,
        b"x: &x [" + b"1," * 4000 + b"]\ny: [" + b"*x," * 9000 + b"]\n",
        b"legal:\n  license: " + b"(" * (LARGEST - 100),
        b"legal:\n  license: " + b"MIT OR " * (LARGEST // 8),
        b"maintenance:\n  contacts:\n  - email: " + b"a." * (LARGEST // 3) + b"@b",
        b"url: http://" + b"a." * (LARGEST // 3),
        "name: å\ndescription: {en: {shortDescription: ".encode() + "ǻ".encode() * 60000 + b"}}",
        b"a: 1\n" * (LARGEST // 6),
    ],
    ids=range(12),
)
def test_what_is_made_to_be_slow_is_not(content: bytes) -> None:
    """Other people's files cost little, however they are made: enough is said, and no more."""
    assert 0 < len(check_publiccode(content, "f")) <= 2 * MOST
