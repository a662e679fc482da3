"""Whatever an issue holds, it becomes an entry that reads, or an answer that harms nobody."""

import contextlib
import datetime as dt
import json
import re
import tempfile
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.intake.forms import Form, FormKind, Question, half, read_forms
from catalog.intake.issue import MOST_BYTES, NotAnIssueError, read_issue
from catalog.intake.taking import Outcome, Wish, take
from catalog.models.curated import CuratedData, Language
from catalog.store.curated import read_curated
from tests.catalog.intake.conftest import CASES, TODAY

FORMS = read_forms(Path())
CATALOGUE = (CASES / "catalogue.yaml").read_bytes()
BAD = (
    "@admin", "#12", "!3", "<script>alert(1)</script>", "[a](https://evil.example)", "`", "```\n",
    "### Hur långt har ni kommit?", "### Which body uses it?", "<!--", "-->", "- [x] Kommun",
    "\n- id: forged\n  stage: production\n", "\n---\n", "\n...\n", "*a &a !!python/name:os.system",
    "%YAML 1.2\n", "{", "}", "'", '"', "|\n", ">\n", "\t", "\x00", "\x1b[31m", "\u202e", "\u200b",
    "\u2028", "\x85", "\ufeff", "\ud800", "\uffff", "\u0410", "\uff4b", "e\u0301" * 30, "~",
    "$(reboot)", "; rm -rf .", "../..", "-n", "\\", "&lt;b&gt;", "{{ 7*7 }}", "{% x %}", "%(x)s",
    "a@b.example", "20120131-1234", "/close\n", "true", "null",
    "2026-11-01", "1e9", "_No response_",
)  # fmt: skip
GOOD = (
    "Västerorts kommun", "Helsingborgs stad", "Exempelkommun", "Skolportalen", "municipio",
    "municipio-erfarenheter", "2024", "1500", "2027-01-31", "https://github.com/exempelkommun",
    "Digitaliseringsenheten", "kontakt@vasterort.example", "Program", "stable", "232100-0016",
)  # fmt: skip

hostile = st.lists(
    st.one_of(st.sampled_from(BAD), st.sampled_from(GOOD), st.text(max_size=20)), max_size=6
).map("".join)
RIGHT = {
    "body": "Västerorts kommun", "project": "Skolportalen", "since": "2024", "number": "1500",
    "call": "municipio-erfarenheter", "title": "Vem provar med oss?", "reviewBy": "2027-01-31",
    "role": "Digitaliseringsenheten", "mailbox": "kontakt@vasterort.example", "value": "stable",
    "address": "https://github.com/vasterort", "orgNumber": "232100-0016",
}  # fmt: skip


def answered(question: Question) -> st.SearchStrategy[str]:
    """Answer a question rightly, mostly; else wrongly or with malice."""
    ticked = "\n".join(f"- [X] {option}" for option in question.options[:1])
    right = st.just(ticked or RIGHT.get(question.id, "Det gick bra."))
    chosen = st.sampled_from(question.options or GOOD)
    return st.integers(0, 9).flatmap(lambda n: (right, chosen, hostile)[max(0, n - 7)])


@st.composite
def filled(draw: st.DrawFn) -> str:
    """Fill in one of the forms."""
    form: Form = draw(st.sampled_from(FORMS))
    language: Language = draw(st.sampled_from(["sv", "en"]))
    return "\n\n".join(
        f"### {half(q.label, language)}\n\n{draw(answered(q))}" for q in form.questions
    )


def take_in(folder: str, content: bytes, *, confirmed: bool = False) -> Outcome:
    """Take an issue into the files of a new catalogue."""
    path = Path(folder) / "data" / "projects.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(CATALOGUE)
    return take(Path(folder), content, Wish(TODAY, branch=False, confirmed=confirmed))


def is_harmless(answer: str) -> bool:
    """Tell whether an answer mentions nobody, refers to nothing, links nowhere and is no HTML."""
    return not re.search(r"[@#<>\[\]\\&$]|//|^/", answer, re.MULTILINE) and not (
        answer.count("`") % 2
    )


def without(data: CuratedData, entries: list[str]) -> dict[str, list[object]]:
    """Return the data without the entries that were added or edited."""
    return {
        name: [e for e in getattr(data, name) if f"{name} {e.id}" not in entries]
        for name in CuratedData.model_fields
    }


@settings(max_examples=150, deadline=None)
@given(filled(), st.booleans())
def test_a_filled_form_changes_only_its_entries(body: str, confirmed: bool) -> None:  # noqa: FBT001
    """The data reads afterwards, and what the issue did not name is what it was."""
    with tempfile.TemporaryDirectory() as folder:
        content = body.encode("utf-8", "replace")
        outcome = take_in(folder, content, confirmed=confirmed)
        assert is_harmless(outcome.answer)
        after = read_curated(Path(folder))
        named = outcome.proposal.entries if outcome.proposal else []
        (Path(folder) / "data" / "projects.yaml").write_bytes(CATALOGUE)
        assert without(read_curated(Path(folder)), named) == without(after, named)


@settings(max_examples=150, deadline=None)
@given(hostile, st.sampled_from(["body", "description"]), st.one_of(st.integers(), st.text()))
def test_any_text_of_a_forge_is_answered(text: str, key: str, number: object) -> None:
    """Half a letter, a number that is none and text without a form are no stack trace."""
    content = json.dumps({"issue": {key: text, "number": number, "created_at": text}})
    with tempfile.TemporaryDirectory() as folder:
        outcome = take_in(folder, content.encode())
    assert outcome.lacks
    assert is_harmless(outcome.answer)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | st.binary(max_size=200).map(b"{".__add__))
def test_any_bytes_are_an_issue_or_refused_in_words(content: bytes) -> None:
    """What is no issue is said to be none."""
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(NotAnIssueError):
        assert take_in(folder, content).lacks


@pytest.mark.parametrize(
    "content",
    [
        b"{" * 100_000,
        b'{"body":' * 100_000,
        b'{"body": 1}',
        b'{"body": ["### a"]}',
        b'{"issue": [], "title": "x"}',
        b'{"number": ' + b"9" * 10_000 + b', "body": ""}',
        b"\xff\xfe",
        b"x" * (MOST_BYTES + 1),
        b'{"body": "' + b"x" * MOST_BYTES,
    ],
    ids=["open", "nested", "number", "list", "no-body", "digits", "bytes", "megabytes", "cut"],
)
def test_what_is_no_issue_is_refused_in_words(content: bytes, tmp_path: Path) -> None:
    """A file that a forge never sends ends in a sentence."""
    with pytest.raises(NotAnIssueError):
        take_in(str(tmp_path), content)


@pytest.mark.parametrize(
    "body",
    [
        "### Vilken organisation använder det?\n" * 20_000,
        "<!--" * 17_000,
        "- [x] a\n" * 8_000,
        "#" * 70_000,
        "### " + " " * 69_000,
        "x" * 70_001,
        "\u0301" * 70_000,
        "\n" * 70_000,
        "a@" * 35_000,
        "1" * 70_000,
    ],
    ids=["headings", "comments", "boxes", "signs", "spaces", "long", "marks", "lines", "at", "1"],
)
@pytest.mark.parametrize("kind", get_args(FormKind))
def test_megabytes_are_answered(body: str, kind: FormKind, tmp_path: Path) -> None:
    """The largest issue a forge takes, of the worst a regular expression may meet."""
    form = FORMS[get_args(FormKind).index(kind)]
    questions = "\n".join(f"### {q.label}\n{body[:9000]}" for q in form.questions)
    for text in (body, questions):
        assert is_harmless(take_in(str(tmp_path), text.encode()).answer)


@given(st.text(max_size=30), st.integers() | st.none() | st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_branch_is_named_by_the_machine(text: str, number: int | None) -> None:
    """No letter of an issue is in a branch's name."""
    told = {"number": number, "title": text, "body": text}
    name = read_issue(json.dumps(told).encode()).name
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)


def test_the_day_is_never_ahead(tmp_path: Path) -> None:
    """A forge's clock, or a forger, does not date a fact in the future."""
    body = (CASES / "adoption-of-a-page.md").read_text("utf-8")
    content = json.dumps({"number": 1, "body": body, "created_at": "2999-01-01T00:00:00Z"})
    take_in(str(tmp_path), content.encode())
    assert dt.date(2026, 11, 1) == read_curated(tmp_path).adoptions[-1].as_of
