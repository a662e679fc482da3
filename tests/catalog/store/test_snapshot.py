"""The snapshot: same facts, same bytes; what is corrupt is named and left out."""

import errno
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.facts import Tombstone
from catalog.models.run import RunReport, SourceRun
from catalog.store.snapshot import encode, file_of, read_snapshot, write_report, write_whole
from tests.facts import URL, facts, write_facts


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://github.com/b/Kod", "github.com/b/Kod.json"),
        ("https://github.com/b/.github", "github.com/b/.github.json"),
        ("https://github.com/b/readme.md", "github.com/b/readme.md.json"),
        ("https://github.com/b/statistics-api-", "github.com/b/statistics-api-.json"),
        ("https://gitlab.com/a/b/c/kod", "gitlab.com/a/b/c/kod.json"),
        ("https://h.example:8443/b/kod", "h.example_8443/b/kod.json"),
        ("https://h.example/../../etc/x", "h.example/__/__/etc/x.json"),
        ("local://prov/kod", "prov/kod.json"),
    ],
)
def test_each_address_has_a_file(url: str, expected: str) -> None:
    """Host, owner and name, whatever they are called, below the snapshot and nowhere else."""
    assert expected == file_of(url).as_posix()


@given(st.text(min_size=1))
def test_no_address_leaves_the_folder(path: str) -> None:
    """Whatever an address holds, its file is below the snapshot."""
    assert not file_of(f"https://h.example/{path}").is_absolute()
    assert ".." not in file_of(f"https://h.example/{path}").parts


def test_facts_come_back_as_they_were(tmp_path: Path) -> None:
    """What is written is read again."""
    write_facts(tmp_path, facts())
    assert {URL: facts()} == read_snapshot(tmp_path).facts


def test_a_tombstone_is_no_facts(tmp_path: Path) -> None:
    """A repository that is gone is known as such, under its address."""
    gone = Tombstone(url=URL, source="s", gone_since=date(2026, 1, 1), reason="gone")
    write_whole(tmp_path / "data/snapshot" / file_of(URL), encode(gone))
    snapshot = read_snapshot(tmp_path)
    assert ({}, {URL: gone}, []) == (snapshot.facts, snapshot.gone, snapshot.problems)


def test_a_file_that_cannot_be_written_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole or not at all, and nothing half written stays behind."""
    path = tmp_path / "a.json"
    write_whole(path, b"old")
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert (b"old", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))


def full_disk(*_: object) -> None:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, "No space left on device")


def test_bytes_are_readable_and_end_with_a_newline(tmp_path: Path) -> None:
    """Two spaces, letters as letters, unknowns left out: made to be read in a diff."""
    write_facts(tmp_path, facts("https://git.example.org/exempel/räksmörgås"))
    text = next(tmp_path.rglob("räksmörgås.json")).read_text(encoding="utf-8")
    assert text.startswith('{\n  "schema_version": 1,\n  "url": "https://git.example.org/')
    assert text.endswith("}\n")
    assert "null" not in text


SCRIPT = encode(facts()).replace(URL.encode(), b"javascript:alert(1)")


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"url": 1}', b"\xff\xfe", b'{"x": 1}', SCRIPT]
)
def test_a_corrupt_file_is_a_problem_not_a_failure(tmp_path: Path, content: bytes) -> None:
    """It is named, with what to do; the others are read."""
    write_facts(tmp_path, facts())
    broken = tmp_path / "data/snapshot/git.example.org/exempel/broken.json"
    broken.write_bytes(content)
    snapshot = read_snapshot(tmp_path)
    assert [URL] == list(snapshot.facts)
    (problem,) = snapshot.problems
    assert "data/snapshot/git.example.org/exempel/broken.json" == problem.file
    assert ("warning", "delete it and harvest again") == (problem.severity, problem.hint)


def test_the_report_comes_back_as_it_was(tmp_path: Path) -> None:
    """Source by source."""
    day = date(2026, 1, 1)
    report = RunReport(sources={"s": SourceRun(tried=day, succeeded=day, repositories=1)})
    write_report(tmp_path, report)
    assert report == read_snapshot(tmp_path).report
