"""Edits of curated data: only what was asked for changes, and what would not check is refused."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from catalog.errors import DataProblemsError, EditError
from catalog.store.curated import read_curated
from catalog.store.editing import Edit, added, changed, written

SHIPPED = Path(__file__).parents[3]
REGION: dict[str, Any] = {"id": "ny", "type": "region", "name": "Region Ny"}
BODY = "bodies:\n  - {id: exempel, type: municipality, name: Exempelkommun}\n"


def catalogue_of(folder: Path, **files: str) -> Path:
    """Make a catalogue of these files: ``projects``, or several below ``data/projects/``."""
    data = folder / "data"
    (data / "projects").mkdir(parents=True)
    for name, text in files.items():
        path = data / "projects.yaml" if name == "projects" else data / "projects" / f"{name}.yaml"
        path.write_bytes(text.encode())
    return folder


def after(folder: Path, text: str, *edits: Edit) -> str:
    """Return what edits make of a file."""
    return added(catalogue_of(folder, projects=text), edits).files[0].after.decode()


ENTRIES = (
    Edit("references", {"id": "ny", "title": "Ny: en", "kind": "mail", "date": "2026-01-02"}),
    Edit("bodies", {**REGION, "orgNumber": "2120001111", "domains": ["a.se", "b.se"]}),
    Edit("sources", {"id": "ny", "body": "alingsas", "forge": "git",
                     "urls": ["https://codeberg.org/ny/kod"]}),
    Edit("projects", {"id": "ny", "name": "Ny", "body": "alingsas",
                      "description": {"sv": {"shortDescription": "En rad"}},
                      "catalog": {"kind": "app", "openQuestions": [{"sv": "Var?"}]}}),
    Edit("adoptions", {"id": "ny", "project": "municipio", "body": "alingsas", "stage": "pilot",
                       "asOf": "2026-01-02", "basis": "declared", "note": "en\ntvå"}),
    Edit("calls", {"id": "ny", "type": "review", "status": "draft", "title": {"sv": "A"},
                   "owner": "alingsas"}),
)  # fmt: skip


@pytest.mark.parametrize("edit", ENTRIES, ids=lambda edit: edit.list_name)
def test_an_entry_in_the_shipped_file_only_adds_lines(edit: Edit) -> None:
    """Every line that was there is there still, in the same order; the rest is the entry."""
    change = added(SHIPPED, [edit])
    lines = change.diff().splitlines()[2:]
    assert [] == [line for line in lines if line.startswith("-")]
    new = [line[1:] for line in lines if line.startswith("+")]
    assert [True, True] == [line in new for line in ("", "  - id: ny")]
    assert 1 == len(change.files)


def test_an_entry_is_written_as_its_neighbours_are(tmp_path: Path) -> None:
    """Quotes, flow lists, indentation and blank lines are those of the list."""
    text = (
        "bodies:\n-   id: a\n    type: region\n    name: 'A'\n    domains: [a.se]\n\n"
        "-   id: b\n    type: region\n    name: 'B'\n    orgNumber: '232100-0016'\n# the end\n"
    )
    entry = {**REGION, "orgNumber": "232100-0024", "domains": ["ny.se"]}
    new = (
        "\n-   id: ny\n    type: region\n    name: 'Region Ny'\n    orgNumber: '232100-0024'\n"
        "    domains: [ny.se]\n"
    )
    expected = text.replace("# the end\n", f"{new}# the end\n")
    assert expected == after(tmp_path, text, Edit("bodies", entry))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BODY, BODY + "  - {id: ny, type: region, name: Region Ny}\n"),
        (BODY.rstrip(), BODY + "  - {id: ny, type: region, name: Region Ny}"),
        (BODY.replace("\n", "\r\n"),
         BODY.replace("\n", "\r\n") + "  - {id: ny, type: region, name: Region Ny}\r\n"),
        ("\ufeff" + BODY, "\ufeff" + BODY + "  - {id: ny, type: region, name: Region Ny}\n"),
        (BODY + "  # - {id: later}\n# calls\n",
         BODY + "  # - {id: later}\n  - {id: ny, type: region, name: Region Ny}\n# calls\n"),
        ("bodies: [{id: a, type: region, name: A}]\n",
         "bodies: [{id: a, type: region, name: A}, {id: ny, type: region, name: Region Ny}]\n"),
        ("bodies: [\n  {id: a, type: region, name: A}, # one\n]\n",
         ("bodies: [\n  {id: a, type: region, name: A}, # one\n"
         "  {id: ny, type: region, name: Region Ny},\n]\n")),
        ("bodies: [\n  {id: a, type: region, name: A} # one\n]\n",
         ("bodies: [\n  {id: a, type: region, name: A}, # one\n"
         "  {id: ny, type: region, name: Region Ny}\n]\n")),
        ('{"bodies": [{"id": "a", "type": "region", "name": "A"}]}',
         ('{"bodies": [{"id": "a", "type": "region", "name": "A"}, '
         '{"id": "ny", "type": "region", "name": "Region Ny"}]}')),
        ("bodies: # none yet\n# the end\n",
         "bodies: # none yet\n  - id: ny\n    type: region\n    name: Region Ny\n# the end\n"),
        ("bodies: [] # none yet\n",
         "bodies: # none yet\n  - id: ny\n    type: region\n    name: Region Ny\n"),
        ("# nothing yet\n",
         "# nothing yet\n\nbodies:\n  - id: ny\n    type: region\n    name: Region Ny\n"),
        ("---\n{}\n...\n",
         "---\nbodies:\n  - id: ny\n    type: region\n    name: Region Ny\n...\n"),
    ],
)  # fmt: skip
def test_a_body_is_added_however_the_file_is_written(
    tmp_path: Path, text: str, expected: str
) -> None:
    """Comments, line breaks, byte order mark and the missing last line break stay."""
    assert expected == after(tmp_path, text, Edit("bodies", REGION))


def test_a_list_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    """It comes at the end of the file, apart from what is above it."""
    reference = {"id": "r", "title": "R", "kind": "mail", "date": "2026-01-02"}
    expected = (
        f"{BODY}# the end\n\nreferences:\n"
        "  - id: r\n    title: R\n    kind: mail\n    date: 2026-01-02\n"
    )
    assert expected == after(tmp_path, f"{BODY}# the end\n", Edit("references", reference))


def test_entries_may_refer_to_each_other(tmp_path: Path) -> None:
    """A body and its source are one change."""
    source = {"id": "ny-kod", "body": "ny", "forge": "github", "org": "ny"}
    text = after(tmp_path, BODY, Edit("bodies", REGION), Edit("sources", source))
    assert text.endswith(
        "Region Ny}\n\nsources:\n  - id: ny-kod\n    body: ny\n    forge: github\n    org: ny\n"
    )


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit("bodies", {**REGION, "type": "regoin"}),
         "data/projects.yaml:3:14: 'regoin' is not a value of 'type' - did you mean 'region'?"),
        (Edit("sources", {"id": "x", "body": "exempe", "forge": "github", "org": "x"}),
         ("data/projects.yaml:6:5: no entry of bodies has the id 'exempe' - "
         "did you mean 'exempel'?")),
        (Edit("bodies", {**REGION, "id": "exempel"}),
         ("data/projects.yaml:3:6: the id 'exempel' stands twice in bodies - give it another id; "
         "the first is data/projects.yaml:2")),
    ],
)  # fmt: skip
def test_what_would_not_check_is_refused(tmp_path: Path, edit: Edit, expected: str) -> None:
    """The problem points at the new line, and nothing is written."""
    catalogue = catalogue_of(tmp_path, projects=BODY)
    with pytest.raises(DataProblemsError) as raised:
        added(catalogue, [edit])
    assert expected == str(raised.value)
    assert BODY == (catalogue / "data/projects.yaml").read_text()


def test_old_problems_are_not_new_ones(tmp_path: Path) -> None:
    """Who adds an entry does not answer for what was wrong before."""
    text = f"{BODY}sources:\n  - {{id: x, body: nobody, forge: github, org: x}}\n"
    assert "Region Ny" in after(tmp_path, text, Edit("bodies", REGION))


@pytest.mark.parametrize(
    ("entry", "file"),
    [
        ({"id": "p", "name": "P", "body": "a"}, "data/projects/a.yaml"),
        ({"id": "p", "name": "P", "body": "b"}, "data/projects/b.yaml"),
        ({"id": "p", "name": "P", "body": "c"}, "data/projects/b.yaml"),
    ],
)
def test_an_entry_goes_where_its_like_are(tmp_path: Path, entry: dict[str, Any], file: str) -> None:
    """Of several files: the one with the body's entries, else the last that has the list."""
    catalogue = catalogue_of(
        tmp_path,
        a="projects:\n  - {id: pa, name: PA, body: a}\n",
        b="projects:\n  - {id: pb, name: PB, body: b}\n",
        c="".join(["bodies:\n", *(f"  - {{id: {i}, type: region, name: {i}}}\n" for i in "abc")]),
    )
    assert [file] == [one.file for one in added(catalogue, [Edit("projects", entry)]).files]


ENTRY = """\
bodies:
  - id: a # the first
    type: region
    name: 'A'
    population: {value: 1, qualifier: about} # in 2020
    domains:
      - a.se   # old
    # - none
    contact:
      role: Registrator

  - id: b
    type: region
    name: >-
      B
      och B
"""


@pytest.mark.parametrize(
    ("entry_id", "path", "value", "old", "new"),
    [
        ("a", ("type",), "agency", "type: region\n    name: 'A'", "type: agency\n    name: 'A'"),
        ("a", ("name",), "A's", "'A'", "'A''s'"),
        ("a", ("population", "value"), 2, "value: 1", "value: 2"),
        ("a", ("population",), 3, "{value: 1, qualifier: about}", "3"),
        ("a", ("population", "note"), "x", "about}", "about, note: x}"),
        ("a", ("domains", 0), "b.se", "a.se ", "b.se "),
        ("a", ("domains", 1), "b.se", "# old\n", "# old\n      - b.se\n"),
        ("a", ("contact", "mailbox"), "x@a.se", "Registrator\n",
         "Registrator\n      mailbox: x@a.se\n"),
        ("a", ("nameEn",), "A", "Registrator\n", "Registrator\n    nameEn: A\n"),
        ("b", ("name",), "B", ">-\n      B\n      och B\n", "'B'\n"),
        ("b", ("contact", "role"), "R", "och B\n", "och B\n    contact:\n      role: R\n"),
        ("b", ("domains", 0), "b.se", "och B\n", "och B\n    domains:\n      - b.se\n"),
        ("a", ("population",), {"value": 4}, "{value: 1, qualifier: about}", "{value: 4}"),
        ("a", ("contact",), {"role": "R"}, "role: Registrator", "role: R"),
    ],
)  # fmt: skip
def test_one_value_is_changed(  # noqa: PLR0913, PLR0917
    tmp_path: Path, entry_id: str, path: Sequence[str | int], value: object, old: str, new: str
) -> None:
    """Or set where it was not; comments, quotes and all else stay."""
    catalogue = catalogue_of(tmp_path, projects=ENTRY)
    change = changed(catalogue, "bodies", entry_id, tuple(path), value)
    assert 1 == ENTRY.count(old)
    assert ENTRY.replace(old, new) == change.files[0].after.decode()


def test_no_such_entry_is_a_sentence(tmp_path: Path) -> None:
    """With the id that was meant."""
    with pytest.raises(EditError, match="'exempe' - did you mean 'exempel'"):
        changed(catalogue_of(tmp_path, projects=BODY), "bodies", "exempe", ("name",), "X")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bodies:\n- {id: a, type: region, name: A}\n- id: b\n  type: region\n  name: |\n    B",
         "data/projects.yaml does not end with a line break - give it one, and try again"),
        ("? bodies\n: - {id: a, type: region, name: A}\n? projects\n",
         ("data/projects.yaml is written in a way that cannot be edited safely at references.0 - "
         "make this change by hand")),
    ],
)  # fmt: skip
def test_what_cannot_be_edited_safely_is_left_alone(
    tmp_path: Path, text: str, expected: str
) -> None:
    """Rather a refusal than another meaning."""
    reference = {"id": "r", "title": "R", "kind": "mail", "date": "2026-01-02"}
    with pytest.raises(EditError) as raised:
        after(tmp_path, text, Edit("references", reference))
    assert expected == str(raised.value)


def test_a_change_is_written_once(tmp_path: Path) -> None:
    """What is on disk is what was shown; a file that changed meanwhile is left alone."""
    catalogue = catalogue_of(tmp_path, projects=BODY)
    change = added(catalogue, [Edit("bodies", REGION)])
    assert (catalogue.resolve() / "data/projects.yaml",) == written(change)
    assert ["exempel", "ny"] == [body.id for body in read_curated(catalogue).bodies]
    with pytest.raises(EditError, match="was changed meanwhile"):
        written(change)
