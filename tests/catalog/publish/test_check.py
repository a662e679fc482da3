"""The command ``check`` as a person meets it, and what no input may do."""

import json
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from catalog.cli import app
from catalog.models.curated import CuratedData
from catalog.models.evidence import Absent, Found
from catalog.models.facts import PubliccodeSeen
from catalog.publish.check import check
from catalog.publish.problems import Format, written
from tests.facts import URL, facts, write_facts

BODY = "bodies:\n  - {id: exempel, type: municipality, name: Exempelkommun}\n"
UNUSED = "references:\n  - {id: a, title: A, kind: page, date: 2026-01-01}\n" + BODY
TODAY = date(2026, 9, 1)


def catalogue(folder: Path, content: str | bytes, name: str = "data/projects.yaml") -> Path:
    """Write curated data."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


@pytest.mark.parametrize(
    ("content", "options", "expected"),
    [
        (BODY, [], 0),
        (UNUSED, [], 0),
        (UNUSED, ["--strict"], 1),
        ("bodies: 1", [], 1),
        ("bodies: 1", ["--format", "sarif"], 1),
    ],
)
def test_exit_codes(tmp_path: Path, content: str, options: list[str], expected: int) -> None:
    """Errors are 1; warnings only where they are asked to count."""
    catalogue(tmp_path, content)
    done = CliRunner().invoke(app, ["check", "--catalogue", str(tmp_path), *options])
    assert expected == done.exit_code, done.output


def test_machines_get_nothing_but_their_format(tmp_path: Path) -> None:
    """The summary of JSON goes to standard error."""
    catalogue(tmp_path, UNUSED)
    done = CliRunner().invoke(app, ["check", "-C", str(tmp_path), "--format", "json"])
    assert 1 == json.loads(done.stdout)["warnings"]
    assert done.stderr.startswith("1 warning in 1 file.")


def test_a_file_of_the_catalogue_is_checked_with_the_rest(tmp_path: Path) -> None:
    """What stands in another file is not missing, and only this file's faults are told."""
    catalogue(tmp_path, BODY, "data/projects/a.yaml")
    catalogue(tmp_path, "bodies: 1", "data/projects/b.yaml")
    project = "projects:\n  - {id: kod, name: Kod, body: exempel}\n  - {id: K}\n"
    catalogue(tmp_path, project, "data/projects/c.yaml")
    checked = check(tmp_path, [tmp_path / "data/projects/c.yaml"], TODAY)
    assert ["data/projects/c.yaml"] == list(checked.files)
    assert {3} == {problem.line for problem in checked.problems}


def test_any_other_file_is_checked_alone(tmp_path: Path) -> None:
    """What it refers to must stand in it."""
    project = "projects:\n  - {id: kod, name: Kod, body: exempel}\n"
    catalogue(catalogue(tmp_path, BODY), project, "draft.yaml")
    (problem,) = check(tmp_path, [tmp_path / "draft.yaml"], TODAY).problems
    assert "no entry of bodies has the id 'exempel'" == problem.message


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (Found(found=PubliccodeSeen(path="publiccode.yml", parses=True, development_status="beta")),
         "publiccode.yml says 'beta' as well, so that this corrects nothing"),
        (Absent(absent=("publiccode.yml",)), "there is no publiccode.yml that this would correct"),
    ],
)  # fmt: skip
def test_a_correction_that_corrects_nothing(tmp_path: Path, seen: Any, expected: str) -> None:
    """It is compared with what the harvest has read."""
    text = f"""{BODY}projects:
  - id: kod
    name: Kod
    body: exempel
    catalog:
      repos: [{{repo: "{URL}", role: primary}}]
      override:
        developmentStatus: {{value: beta, reason: Så är det, by: exempel, date: 2026-01-01}}
"""
    write_facts(catalogue(tmp_path, text), facts(publiccode=seen))
    found = check(tmp_path, (), TODAY).problems
    assert [expected] == [p.message for p in found if p.rule == "needless-override"]


def _keys(model: Any) -> set[str]:
    """List every key of the data model, so that what is made up comes near to it."""
    found: set[str] = set()
    for name, info in getattr(model, "model_fields", {}).items():
        found |= {info.alias or name}.union(*map(_keys, get_args(info.annotation)))
    return found.union(*map(_keys, get_args(model)))


KEYS = sorted(_keys(CuratedData) | {"consent", "until", "replaces", "override", "value", "sv"})
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    | st.dates().map(str)
    | st.sampled_from(["exempel", "a.b@gmail.com", "https://[", "https://x.example/a", "2025-X-X"])
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=6)
    ),
    max_leaves=30,
)
ENTRIES = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8)
CATALOGUES = st.dictionaries(
    st.sampled_from(list(CuratedData.model_fields)), st.lists(ENTRIES, max_size=4), max_size=6
)
DOCUMENTS = (
    st.binary(max_size=400)
    | st.text(alphabet="abc:-[]{}&*!|>'\"#%@`\\\n\t ,?~0\u0085\u2028", max_size=200).map(str.encode)
    | (CATALOGUES | VALUES).map(lambda data: yaml.safe_dump(data, allow_unicode=True).encode())
)


@settings(deadline=timedelta(seconds=2))
@given(DOCUMENTS, st.sampled_from(get_args(Format)))
def test_whatever_is_written_is_told_in_sentences(content: bytes, output_format: Format) -> None:
    """No bytes and no data make anything but lines of text, at once, without a control sign."""
    with TemporaryDirectory() as folder:
        checked = check(catalogue(Path(folder), content), (), TODAY)
    lines = written(checked, output_format).split("\n")
    assert all(line.replace("\x1b", "").isprintable() for line in lines)


@pytest.mark.parametrize(
    "content",
    [
        b"publiccodeYmlVersion: '0'\n",
        b"\xef\xbb\xbfpubliccodeYmlVersion: 0.2\n",
        b"name: Kod\n",
        b"",
    ],
)
def test_any_publiccode_yml_is_checked_by_the_standards_rules(
    tmp_path: Path, content: bytes
) -> None:
    """Whatever it is called; a file that is none of ours is taken for one."""
    file = tmp_path / "annat.yml"
    file.write_bytes(content)
    told = check(tmp_path, [file], TODAY)
    assert ([file.as_posix()], True) == (list(told.files), bool(told.problems))
    assert not any("is not a list we know" in problem.message for problem in told.problems)


def test_a_pattern_that_fits_nothing_is_told_at_its_line(tmp_path: Path) -> None:
    """A warning, for what it should fit may only not have been harvested yet."""
    project = """projects:
  - id: kod
    name: Kod
    body: exempel
    catalog:
      match:
        - https://git.example.org/exempel/ingen-*
"""
    checked = check(catalogue(tmp_path, BODY + project), (), TODAY)
    told = [p for p in checked.problems if p.rule == "pattern"]
    assert [("warning", len(BODY.splitlines()) + 7)] == [(p.severity, p.line) for p in told]


def test_a_former_id_that_a_repository_has_is_told(tmp_path: Path) -> None:
    """What nobody has described has an address as well, and keeps it."""
    content = (
        f"{BODY}sources:\n  - {{id: git, body: exempel, forge: git, urls: [{URL}]}}\n"
        "projects:\n  - {id: ny, name: Ny, body: exempel, catalog: {former: [exempel-kod, b]}}\n"
    )
    (told,) = check(catalogue(tmp_path, content), (), TODAY).problems
    assert ("former-id", "warning", 6) == (told.rule, told.severity, told.line)
    assert f"'exempel-kod' is the address of {URL}, so it cannot lead here" == told.message
