"""What a change means to readers: real revisions of a made-up catalogue, told in words."""

import html
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from catalog.cli import app
from catalog.models.evidence import Found
from catalog.models.facts import LicenceSeen
from catalog.publish.diff import BaseError, Format, diff
from catalog.publish.plain import markdown
from catalog.store.revision import NoSuchRevisionError
from tests.facts import facts, tombstone, write_facts
from tests.repositories import Repository

TODAY = date(2026, 2, 1)
KOD, ANNAN = "https://git.example.org/exempel/kod", "https://git.example.org/exempel/annan"
LICENCE: Found[tuple[LicenceSeen, ...]] = Found(
    found=(LicenceSeen(path="LICENSE", spdx="EUPL-1.2", score=1),)
)
DATA = f"""\
bodies:
  - {{id: exempel, type: municipality, name: Exempelkommun}}
sources:
  - {{id: exempel-git, body: exempel, forge: git, urls: ["{KOD}", "{ANNAN}"]}}
projects:
  - id: kod
    name: Kod
    body: exempel
    description: {{sv: {{shortDescription: Kod för alla}}}}
    catalog: {{repos: [{{repo: "{KOD}", role: primary}}]}}
adoptions:
  - {{id: kod-exempel, project: kod, body: exempel, stage: testing, asOf: 2026-01-01,
     basis: declared}}
calls:
  - {{id: drift, type: user-group, status: draft, title: Gemensam drift, owner: exempel}}
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Repository:
    """Return a catalogue in a git repository, as it was first."""
    folder = tmp_path / "catalogue"
    folder.mkdir()
    repository = Repository(folder)
    repository.git("init", "--quiet", "--initial-branch=main")
    write_facts(folder, facts(KOD), facts(ANNAN))
    repository.commit({"data/projects.yaml": DATA})
    return repository


def change(catalogue: Repository, *changes: tuple[str, str]) -> None:
    """Replace words of the curated data."""
    file = catalogue.path / "data" / "projects.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def lines(catalogue: Repository, base: str = "main", output_format: Format = "text") -> list[str]:
    """Tell what differs, without empty lines."""
    told = diff(catalogue.path, base, TODAY, "en", output_format)
    return [line for line in told.splitlines() if line]


def as_json(catalogue: Repository) -> dict[str, Any]:
    """Tell what differs from the main branch to a machine."""
    told: dict[str, Any] = json.loads(diff(catalogue.path, "main", TODAY, "en", "json"))
    return told


def test_nothing_is_said_to_be_nothing(catalogue: Repository) -> None:
    """Neither commits nor time change anything by themselves."""
    catalogue.commit(message="nothing")
    expected = [
        "What this changes for readers, compared with HEAD~1",
        "Nothing that readers see has changed.",
    ]
    assert expected == lines(catalogue, "HEAD~1")


def test_a_level_is_told_with_the_check_that_moved_it(catalogue: Repository) -> None:
    """Up, when a licence comes; its reason stands beside the check."""
    write_facts(catalogue.path, facts(KOD, licences=LICENCE))
    (level,) = as_json(catalogue)["levels"]
    assert level["possible"][1] > level["possible"][0]
    assert {"check": "LIC-1", "before": "fail", "after": "pass"} in level["because"]
    told = lines(catalogue)
    assert "Higher levels (1)" == told[1]
    assert told[2].startswith("- Kod (Exempelkommun): Level ")
    assert any("LIC-1" in line and "→" in line for line in told)


def test_a_level_may_fall(catalogue: Repository) -> None:
    """The same change, read from the other side."""
    earlier = catalogue.git("rev-parse", "HEAD")
    write_facts(catalogue.path, facts(KOD, licences=LICENCE))
    catalogue.commit()
    catalogue.git("checkout", "--quiet", earlier)
    assert "Lower levels (1)" == lines(catalogue)[1]


def test_adoptions_and_calls_are_told_in_words(catalogue: Repository) -> None:
    """Who, what, how far, and which key changed."""
    change(catalogue, ("stage: testing", "stage: pilot"), ("status: draft", "status: withdrawn"))
    told = lines(catalogue)
    assert told[told.index("Adoptions (1)") :] == [
        "Adoptions (1)",
        "- Changed: Exempelkommun, Kod: Pilot (declared by the owner, 1 Jan 2026)",
        "  - stage: testing → pilot",
        "Calls (1)",
        "- Changed: Gemensam drift (Exempelkommun): Withdrawn",
        "  - status: draft → withdrawn",
    ]


def test_a_repository_that_a_product_takes_in(catalogue: Repository) -> None:
    """It was a project of its own; it is not lost."""
    both = f'"{KOD}", role: primary}}, {{repo: "{ANNAN}"}}'
    change(catalogue, (f'"{KOD}", role: primary}}', both))
    told = lines(catalogue)
    assert "- annan (Exempelkommun): now a part of Kod" in told
    assert f"  - catalog.repos: nothing → {ANNAN}" in told
    assert [] == as_json(catalogue)["repositories"]


def test_a_new_project_and_a_changed_one(catalogue: Repository) -> None:
    """What is new has its level; what changed is told key by key."""
    entry = "projects:\n  - {id: ny, name: Ny tjänst, body: exempel}\n"
    change(catalogue, ("projects:\n", entry), ("Kod för alla", "Kod för några"))
    told = lines(catalogue)
    assert told[told.index("New projects (1)") + 1].startswith("- Ny tjänst (Exempelkommun): Level")
    assert "  - description.sv.shortDescription: Kod för alla → Kod för några" in told


def test_repositories_that_moved_or_went(catalogue: Repository) -> None:
    """A renamed one is followed, one that was deleted says so."""
    new = f"{KOD}-nytt"
    (catalogue.path / "data/snapshot/git.example.org/exempel/annan.json").unlink()
    (catalogue.path / "data/snapshot/git.example.org/exempel/kod.json").unlink()
    write_facts(catalogue.path, tombstone(ANNAN), tombstone(KOD, "renamed", to=new))
    write_facts(catalogue.path, facts(new, formerly=(KOD,)))
    found = {
        lost["url"]: (lost["now"], lost["reason"]) for lost in as_json(catalogue)["repositories"]
    }
    assert (new, "renamed") == found[KOD]
    assert f"- {ANNAN}: Deleted or made private" in lines(catalogue)


def test_another_folder_may_be_the_base(catalogue: Repository, tmp_path: Path) -> None:
    """No git is needed then."""
    other = tmp_path / "other" / "data"
    other.mkdir(parents=True)
    (other / "projects.yaml").write_text(DATA.replace("Exempelkommun", "Exempel"))
    write_facts(other.parent, facts(KOD), facts(ANNAN))
    expected = ["Bodies (1)", "- Changed: Exempelkommun (exempel)",
                "  - name: Exempel → Exempelkommun"]  # fmt: skip
    assert expected == lines(catalogue, str(other.parent))[1:]


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "HEAD:data", "main^{tree}", "", "a\0b"])
def test_what_is_no_revision_is_said_in_a_sentence(catalogue: Repository, base: str) -> None:
    """An option is none either; nothing is written."""
    with pytest.raises(NoSuchRevisionError, match="there is no revision"):
        lines(catalogue, base)
    assert not (catalogue.path / "x").exists()


def test_a_base_with_errors_is_named(catalogue: Repository) -> None:
    """The errors are not in the data at hand."""
    change(catalogue, ("municipality", "municipalty"))
    catalogue.commit()
    change(catalogue, ("municipalty", "municipality"))
    with pytest.raises(
        BaseError, match="the data of 'HEAD' has errors, the first is data/projects"
    ):
        lines(catalogue, "HEAD")


def test_the_command_ends_well(catalogue: Repository) -> None:
    """A change is no problem: exit code 0, in Swedish as well."""
    change(catalogue, ("Exempelkommun", "Exempel kommun"))
    arguments = [
        "diff",
        "main",
        "-C",
        str(catalogue.path),
        "--language",
        "sv",
        "--format",
        "markdown",
    ]
    done = CliRunner().invoke(app, arguments)
    assert (0, "**Vad detta ändrar för läsarna, jämfört med main**") == (
        done.exit_code, done.stdout.splitlines()[0]
    )  # fmt: skip


HOSTILE = (
    "**b** _i_ `c` [x](https://evil.example) <img src=x onerror=y> | # @exempel #12 "
    "www.evil.example &lt; ~~s~~ \\\\ ![p](q)"
)


def test_hostile_words_stay_words_in_markdown(catalogue: Repository) -> None:
    """No sign of other people's makes a tag, a link, a heading or a mention, wherever it stands."""
    quoted = f"'{HOSTILE}'"
    change(
        catalogue, ("name: Exempelkommun", f"name: {quoted}"), ("name: Kod", f"name: {quoted}"),
        ("Kod för alla", quoted), ("title: Gemensam drift", f"title: {quoted}"),
        ("stage: testing", f"version: {quoted}, stage: pilot"),
        ("projects:\n", f"projects:\n  - {{id: ny, name: {quoted}, body: exempel}}\n"),
    )  # fmt: skip
    write_facts(catalogue.path, facts(KOD, licences=LICENCE))
    told = diff(catalogue.path, "main", TODAY, "en", "markdown")
    assert 12 <= told.count("onerror")
    signs = (r"<", r"(?<!\\)[`\[\]|~]", r"@(?!&#8203;)", r"https:", r"www\.", r"(?<!\\)\*\*b")
    for sign in signs:
        assert not re.search(sign, told), sign


def test_markdown_shows_the_same_letters() -> None:
    """What is escaped reads as it was written."""
    shown = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown(HOSTILE))
    assert HOSTILE == html.unescape(shown).replace("\u200b", "")


def test_signs_for_a_terminal_are_shown_as_codes(catalogue: Repository) -> None:
    """A name cannot colour, clear or turn what is printed."""
    change(catalogue, ("name: Exempelkommun", 'name: "a\\e[2Jb\\u202ec"'))
    assert any("a\\u001b[2Jb\\u202ec" in line for line in lines(catalogue))
