"""What moved since the previous harvest, and because of what: real revisions of a catalogue."""

from datetime import date
from pathlib import Path

import pytest

from catalog.models.evidence import Found
from catalog.models.facts import LicenceSeen
from catalog.publish.explain import Asked, explain_distribution
from catalog.publish.since import Cause, EarlierDataError, Since, causes, since_harvest
from catalog.store.revision import NoEarlierHarvestError, content_at, previous_harvest
from tests.facts import facts, write_facts
from tests.repositories import Repository

TODAY = date(2026, 2, 1)
KOD = "https://git.example.org/exempel/kod"
LICENCE: Found[tuple[LicenceSeen, ...]] = Found(
    found=(LicenceSeen(path="LICENSE", spdx="EUPL-1.2", score=1),)
)
DATA = f"""\
bodies:
  - {{id: exempel, type: municipality, name: Exempelkommun}}
sources:
  - {{id: exempel-git, body: exempel, forge: git, urls: ["{KOD}"]}}
projects:
  - {{id: kod, name: Kod, body: exempel, catalog: {{repos: [{{repo: "{KOD}", role: primary}}]}}}}
"""
MANDATE = 'catalog: {mandate: {kind: policy, date: 2026-01-01, reference: "1"}, '


@pytest.fixture
def catalogue(tmp_path: Path) -> Repository:
    """Return a catalogue in git after its first harvest."""
    folder = tmp_path / "catalogue"
    folder.mkdir()
    repository = Repository(folder)
    repository.git("init", "--quiet", "--initial-branch=main")
    write_facts(folder, facts(KOD))
    repository.commit({"data/projects.yaml": DATA})
    return repository


def compared(catalogue: Repository, today: date = TODAY) -> Since:
    """Compare the folder with the previous harvest."""
    return since_harvest(catalogue.path, Asked(catalogue.path, today).edition)


def moves(since: Since) -> dict[str, tuple[Cause, ...]]:
    """Return the checks that moved and why."""
    return {one.check.id: one.causes for one in since.moved}


def test_new_facts_move_a_check(catalogue: Repository) -> None:
    """A harvest that is not committed yet is compared with the one that is."""
    write_facts(catalogue.path, facts(KOD, licences=LICENCE))
    since = compared(catalogue)
    assert ("facts",) == moves(since)["LIC-1"]
    (one,) = [m for m in since.moved if m.check.id == "LIC-1"]
    assert ("fail", "pass") == (one.before.status, one.after.status)
    assert [("facts",)] == [climbed.causes for climbed in since.climbed]


def test_a_committed_harvest_is_compared_with_the_one_before(catalogue: Repository) -> None:
    """Commits that touch no facts lie between and do not count."""
    write_facts(catalogue.path, facts(KOD, licences=LICENCE))
    catalogue.commit()
    catalogue.commit({"README.md": "x"})
    assert ("facts",) == moves(compared(catalogue))["LIC-1"]


def test_what_people_wrote_is_told_apart(catalogue: Repository) -> None:
    """New data and new facts at once: each moves its own checks."""
    write_facts(catalogue.path, facts(KOD, licences=LICENCE))
    file = catalogue.path / "data" / "projects.yaml"
    file.write_text(file.read_text("utf-8").replace("catalog: {", MANDATE), "utf-8")
    told = moves(compared(catalogue))
    assert (("data",), ("facts",)) == (told["GOV-1"], told["LIC-1"])


def test_time_alone(catalogue: Repository) -> None:
    """An adoption that nobody has confirmed for years counts no longer."""
    adoption = (
        "adoptions:\n  - {id: a, project: kod, body: exempel, stage: production, "
        "asOf: 2026-01-01, basis: attested}\n"
    )
    write_facts(catalogue.path, facts(KOD, probe="1:y"))
    catalogue.commit({"data/projects.yaml": DATA + adoption})
    write_facts(catalogue.path, facts(KOD, probe="1:z"))
    assert ("time",) == moves(compared(catalogue, date(2029, 6, 1)))["USE-1"]


def test_nothing_before_the_first_harvest(catalogue: Repository, tmp_path: Path) -> None:
    """Neither in a fresh history nor outside git is there anything to compare with."""
    with pytest.raises(NoEarlierHarvestError, match="no earlier harvest"):
        previous_harvest(catalogue.path)
    told = explain_distribution(Asked(catalogue.path, TODAY, "sv"))
    assert "innehåller ingen tidigare skörd" in told
    with pytest.raises(NoEarlierHarvestError, match="not in a git repository"):
        previous_harvest(tmp_path)


def test_another_base_may_be_named(catalogue: Repository) -> None:
    """A revision that is named is compared with instead."""
    write_facts(catalogue.path, facts(KOD, licences=LICENCE))
    catalogue.commit()
    told = explain_distribution(Asked(catalogue.path, TODAY, "en", since="HEAD"))
    assert "Nothing has moved." in told


def test_errors_of_then_are_said(catalogue: Repository) -> None:
    """Data that could not be read then cannot be compared with."""
    catalogue.commit({"data/projects.yaml": "projects: 3\n"})
    write_facts(catalogue.path, facts(KOD, licences=LICENCE))
    catalogue.commit()
    catalogue.commit({"data/projects.yaml": DATA})
    write_facts(catalogue.path, facts(KOD))
    with pytest.raises(EarlierDataError, match="has errors, the first is"):
        compared(catalogue)


def test_a_file_of_then(catalogue: Repository) -> None:
    """The content of a commit, or nothing."""
    assert DATA.encode() == content_at(catalogue.path, "HEAD", "data/projects.yaml")
    assert content_at(catalogue.path, "HEAD", "nowhere") is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("aaaaa", ()),
        ("abbbb", ("model",)),
        ("aabbb", ("time",)),
        ("aaabc", ("data", "facts")),
        ("aabbc", ("facts",)),
        (["a", None, None, "b", "b"], ("data",)),
    ],
)
def test_causes(said: list[object], expected: tuple[Cause, ...]) -> None:
    """The steps that change what is said; time only where nothing else does."""
    assert expected == causes(said)
