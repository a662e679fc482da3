"""To-do lists of bodies: in words, for machines, and as files that are ready to use."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from catalog.cli import app
from catalog.models.curated import Language
from catalog.publish.check import check
from catalog.publish.explain import Asked
from catalog.publish.ready import ReadyView, ready
from catalog.publish.todo import lists, told, write
from harvesters.reading import security
from tests.catalog.publish.conftest import TODAY

OPTIONS = ["--today", TODAY.isoformat(), "--language", "sv"]


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the command on a catalogue."""
    done = CliRunner().invoke(app, ["todo", *arguments, "-C", str(folder), *OPTIONS])
    return done.exit_code, done.output


def test_every_body_with_projects_has_a_list(folder: Path) -> None:
    """In alphabetical order: bodies are not ranked."""
    code, said = run(folder)
    assert 0 == code
    assert said.index("Att göra: Exempelkommun") < said.index("Att göra: Provby")


def test_machines_get_the_same(folder: Path) -> None:
    """Projects, their levels, and where it is done."""
    code, said = run(folder, "exempelkommun", "--format", "json")
    (body,) = json.loads(said)["bodies"]
    assert (0, "exempelkommun") == (code, body["body"])
    helped = [one for a in body["actions"] for e in ("reaches", "closer", "later") for one in a[e]]
    assert "portalen" not in {one["project"] for one in helped}  # it is archived
    assert all(one["level"] >= 1 and "where" in one for one in helped)


def test_markdown_is_a_list_to_tick(folder: Path) -> None:
    """Each act is a box, and names cannot break out of it."""
    code, said = run(folder, "exempelkommun", "--format", "markdown")
    assert 0 == code
    assert said.startswith("## Att göra: Exempelkommun")
    assert "- [ ] **" in said
    assert "<script" not in said


def test_a_body_that_is_not_there(folder: Path) -> None:
    """It is told what may be meant."""
    done = CliRunner().invoke(app, ["todo", "provbyn", "-C", str(folder)])
    assert 1 == done.exit_code
    assert "did you mean 'provby'" in str(done.exception)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_entries_are_accepted_by_check(folder: Path, language: Language) -> None:
    """Pasted as they are, beside the catalogue's own, they bring no errors."""
    views = lists(Asked(folder, TODAY, language))
    for view in views:
        place = folder / "data" / "projects" / f"{view.id}.yaml"
        place.parent.mkdir(exist_ok=True)
        if ReadyView(view).unwritten:
            place.write_text(dict(ready(view, view.drafted))["catalogue.yaml"], encoding="utf-8")
    checked = check(folder, (), TODAY)
    assert [] == [str(p) for p in checked.problems if p.severity == "error"]


def test_files_are_written_once_and_then_kept(folder: Path, tmp_path: Path) -> None:
    """What is there is somebody's own by then."""
    views = lists(Asked(folder, TODAY, "sv", body="exempelkommun"))
    first = write(views, tmp_path / "ut")
    own = tmp_path / "ut" / "SECURITY.md"
    own.write_text("vår egen", encoding="utf-8")
    second = write(views, tmp_path / "ut")
    assert (set(first.written), ()) == (set(second.kept), second.written)
    assert "vår egen" == own.read_text(encoding="utf-8")


def test_several_bodies_get_a_folder_each(folder: Path, tmp_path: Path) -> None:
    """So that one's files never stand for another's."""
    done = write(lists(Asked(folder, TODAY)), tmp_path / "ut")
    assert {"exempelkommun", "provby"} == {p.relative_to(tmp_path / "ut").parts[0]
                                           for p in done.written}  # fmt: skip


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_placeholder_is_no_channel(folder: Path, language: Language) -> None:
    """A SECURITY.md is an answer when its address is filled in, and not before."""
    (view,) = lists(Asked(folder, TODAY, language, body="exempelkommun"))
    text = dict(ready(view, view.drafted))["SECURITY.md"]
    assert view.name in text
    filled = text.replace("@example.org", "@exempelkommun.se")
    found = [_channel(told.splitlines()) is not None for told in (text, filled)]
    assert [False, True] == found


def _channel(lines: list[str]) -> int | None:
    """Ask the reader of SECURITY.md whether it sees a private channel."""
    return security.channel(lines, policy=True)


def test_text_of_an_empty_list(folder: Path) -> None:
    """Where nothing helps, it says so."""
    views = lists(Asked(folder, TODAY, "sv"))
    bare = type(views[0])(views[0].body, views[0].edition, ())
    assert "Inget: ingen enskild sak" in told([bare], views[0].edition, "text")
