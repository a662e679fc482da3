"""Curated data: what is wrong is said at the right place, with what to write instead."""

from pathlib import Path

import pytest

from catalog.errors import DataProblemsError, NotACatalogueError
from catalog.store.curated import read_curated

WHOLE = """\
references:
  - {id: summary, title: A summary, kind: summary, date: 2020-10-06}
bodies:
  - id: exempel
    type: municipality
    name: Exempelkommun
sources:
  - id: exempel-git
    body: exempel
    forge: git
    urls: [https://git.example.org/exempel/kod]
projects:
  - id: kod
    name: Kod
    body: exempel
    description:
      sv: {shortDescription: Kod för alla}
    catalog:
      repos:
        - {repo: https://git.example.org/exempel/kod, role: primary}
adoptions:
  - {id: kod-exempel, project: kod, body: exempel, stage: production, asOf: 2026-01-01,
     basis: declared, ref: summary}
"""


def problems_of(folder: Path, text: str) -> list[str]:
    """Read this curated data and return its problems."""
    (folder / "data").mkdir()
    (folder / "data" / "projects.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DataProblemsError) as raised:
        read_curated(folder)
    return [str(problem) for problem in raised.value.problems]


def test_whole_data_is_read(tmp_path: Path) -> None:
    """Every list of the file becomes models."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "projects.yaml").write_text(WHOLE, encoding="utf-8")
    curated = read_curated(tmp_path)
    assert "Kod för alla" == curated.projects[0].description["sv"].short_description


def test_a_folder_of_files_is_one_catalogue(tmp_path: Path) -> None:
    """Lists of several files are joined, in order of the files' names."""
    folder = tmp_path / "data" / "projects"
    folder.mkdir(parents=True)
    for number in (2, 1):
        text = f"bodies:\n  - {{id: b{number}, type: region, name: B{number}}}\n"
        (folder / f"{number}.yaml").write_text(text)
    assert ["b1", "b2"] == [body.id for body in read_curated(tmp_path).bodies]


def test_a_folder_without_data_is_no_catalogue(tmp_path: Path) -> None:
    """The sentence says what is missing and what to do."""
    with pytest.raises(NotACatalogueError, match=r"there is no data/projects\.yaml"):
        read_curated(tmp_path)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            ("name: Exempelkommun", "nmae: Exempelkommun"),
            "data/projects.yaml:6:5: 'nmae' is not a key here - did you mean 'name'?",
        ),
        (
            ("type: municipality", "type: municipalty"),
            (
                "data/projects.yaml:5:5: 'municipalty' is not a value of 'type' - "
                "did you mean 'municipality'?"
            ),
        ),
        (
            ("body: exempel\n    forge", "body: exmpel\n    forge"),
            (
                "data/projects.yaml:9:5: no entry of bodies has the id 'exmpel' - "
                "did you mean 'exempel'?"
            ),
        ),
        (
            ("name: Kod\n", "name: 17\n"),
            (
                "data/projects.yaml:14:5: 'name' must be text, this is a number - "
                'put it in quotation marks: "17"'
            ),
        ),
        (
            ("id: kod\n", "id: Kod\n"),
            (
                "data/projects.yaml:13:5: 'Kod' cannot be an id - "
                "use lower-case a-z, 0-9 and single hyphens"
            ),
        ),
        (
            ("asOf: 2026-01-01", "asOf: 2026-X-X"),
            (
                "data/projects.yaml:22:71: '2026-X-X' is not a date for 'asOf' - "
                "write YYYY-MM-DD, for example 2026-03-31"
            ),
        ),
        (
            ("projects:\n", "projekt:\n"),
            "data/projects.yaml:12:1: 'projekt' is not a list we know - did you mean 'projects'?",
        ),
        (
            ("shortDescription: Kod", "shortDescripton: Kod"),
            (
                "data/projects.yaml:17:12: 'shortDescripton' is not a key here - "
                "did you mean 'shortDescription'?"
            ),
        ),
        (
            ("ref: summary", "ref: sumary"),
            (
                "data/projects.yaml:23:23: no entry of references has the id 'sumary' - "
                "did you mean 'summary'?"
            ),
        ),
        (
            ("role: primary", "role: primry"),
            "data/projects.yaml:20:55: 'primry' is not a value of 'role' - did you mean 'primary'?",
        ),
        (
            ("    name: Exempelkommun\n", ""),
            "data/projects.yaml:4:5: 'name' is missing - add 'name: ...'",
        ),
    ],
)
def test_a_fault_is_said_at_its_place(
    tmp_path: Path, change: tuple[str, str], expected: str
) -> None:
    """File, line, column, what is wrong, what to write."""
    assert expected in problems_of(tmp_path, WHOLE.replace(*change))


def test_doubled_ids_name_the_first(tmp_path: Path) -> None:
    """The second of two entries with one id is pointed at; the hint says where the first is."""
    doubled = WHOLE.replace("sources:", "  - {id: exempel, type: region, name: B}\nsources:")
    expected = (
        "data/projects.yaml:7:6: the id 'exempel' stands twice in bodies - "
        "give it another id; the first is data/projects.yaml:4"
    )
    assert [expected] == problems_of(tmp_path, doubled)


def test_all_faults_are_said_at_once(tmp_path: Path) -> None:
    """A person mends everything in one go; faults come in the order of the file."""
    broken = WHOLE.replace("type: municipality", "type: x").replace("role: primary", "role: y")
    lines = [int(p.split(":")[1]) for p in problems_of(tmp_path, broken)]
    assert [5, 20] == sorted(set(lines)) == lines


def test_a_repository_belongs_to_one_project(tmp_path: Path) -> None:
    """Two products that claim one repository are both named."""
    second = (
        "  - id: annan\n    name: Annan\n    body: exempel\n    catalog:\n      repos:\n"
        "        - {repo: https://git.example.org/Exempel/kod}\nadoptions:"
    )
    found = problems_of(tmp_path, WHOLE.replace("adoptions:", second))
    assert "is already in the project 'kod' - keep it in one of the two" in found[0]


def test_bodies_below_an_entry_are_known(tmp_path: Path) -> None:
    """A steward that is no entry of bodies would silently not show."""
    text = WHOLE.replace("    catalog:\n", "    catalog:\n      stewardship: {body: exmpel}\n")
    expected = "no entry of bodies has the id 'exmpel' - did you mean 'exempel'?"
    assert [expected] == [p.split(": ", 1)[1] for p in problems_of(tmp_path, text)]


def test_one_repository_in_two_products_is_seen_through_the_spelling(tmp_path: Path) -> None:
    """``.git`` makes no other repository."""
    second = "  - {id: tva, name: T, body: exempel, catalog: {repos: [{repo: REPO.git}]}}\n"
    second = second.replace("REPO", "https://git.example.org/Exempel/kod")
    text = WHOLE.replace("adoptions:\n", f"{second}adoptions:\n")
    assert [True] == ["already in the project 'kod'" in p for p in problems_of(tmp_path, text)]


def test_a_reference_below_a_key_that_stands_twice_stops_nothing(tmp_path: Path) -> None:
    """The second value is not in the data; the doubled key alone is the problem."""
    text = WHOLE.replace("    name: Kod\n", "    name: Kod\n    name: {ref: x, a: {ref: y}}\n")
    assert [True] == ["the key 'name' stands twice" in p for p in problems_of(tmp_path, text)]


def test_an_exclusion_names_a_whole_address(tmp_path: Path) -> None:
    """A bare name would leave nothing out, and nobody would know."""
    exclude = "    exclude: [{repo: kod, reason: test}]\nprojects:\n"
    problems = problems_of(tmp_path, WHOLE.replace("projects:\n", exclude, 1))
    assert [True] == ["'kod' has the wrong form for 'repo'" in p for p in problems]


def test_a_claimed_repository_stands_in_a_list(tmp_path: Path) -> None:
    """A slip of the pen in a product's repository is told, not shown as never harvested."""
    slipped = WHOLE.replace(
        "repo: https://git.example.org/exempel/kod", "repo: https://git.example.org/exempel/kood"
    )
    expected = (
        "data/projects.yaml:20:12: no source lists https://git.example.org/exempel/kood - "
        "did you mean 'https://git.example.org/exempel/kod'?"
    )
    assert [expected] == problems_of(tmp_path, slipped)


def test_what_a_forge_lists_is_not_typed(tmp_path: Path) -> None:
    """An organisation beside the addresses may have any repository, so that none is a slip."""
    slipped = WHOLE.replace("exempel/kod, role", "exempel/kood, role").replace(
        "forge: git\n", "forge: github\n    org: exempel\n"
    )
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "projects.yaml").write_text(slipped, encoding="utf-8")
    (project,) = read_curated(tmp_path).projects
    assert "https://git.example.org/exempel/kood" == project.catalog.repos[0].repo


@pytest.mark.parametrize("text", ["", "# only a comment\n", "projects: []\n", "---\n"])
def test_nothing_at_all_is_a_fault(tmp_path: Path, text: str) -> None:
    """An emptied file is a mistake; a whole site is not replaced by an empty one."""
    (problem,) = problems_of(tmp_path, text)
    assert "1: there is nothing in the curated data - begin with one of: " in problem
