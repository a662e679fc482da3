"""One software at several addresses is one project, and the others stand in its table."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.assemble import assemble
from catalog.assemble.copies import originals
from catalog.models.curated import CuratedData
from catalog.models.descent import Descent
from catalog.models.evidence import Found
from catalog.models.facts import Head, PubliccodeSeen, RepositoryFacts
from catalog.models.forge import ForgeFacts
from catalog.models.project import Catalogue
from catalog.store.snapshot import Snapshot
from tests.facts import facts, forge_facts, history, tombstone

HERE = "https://git.example.org/exempel"
THERE = "https://kod.example.net/exempel"


def curated(*claimed: str) -> CuratedData:
    """Make curated data of one body at two hosts, the second listed first."""
    repos = [{"repo": url, "role": "primary"} for url in claimed]
    product = {"id": "produkt", "name": "P", "body": "exempel", "catalog": {"repos": repos}}
    return CuratedData.model_validate({
        "bodies": [{"id": "exempel", "type": "municipality", "name": "Exempelkommun"}],
        "sources": [{"id": "there", "body": "exempel", "forge": "github", "org": "exempel"},
                    {"id": "here", "body": "exempel", "forge": "github", "org": "exempel"}],
        "projects": [product] if claimed else [],
    })  # fmt: skip


def read(url: str, head: str = "", root: str = "", **changes: Any) -> RepositoryFacts:
    """Make facts of a repository with a head and a beginning of its own, or as given."""
    source = "here" if url.startswith(HERE) else "there"
    own = (f"{sum(url.encode()):x}" + "0" * 40)[:40]
    begun = history(date(2026, 1, 1)).model_copy(update={"roots": (root or own,)})
    stands = Head(branch="main", commit=head or own, on=date(2026, 1, 1))
    plain = {"source": source, "head": Found(found=stands), "history": Found(found=begun)}
    return facts(url, **(plain | changes))


def assembled(data: CuratedData, *those: RepositoryFacts) -> Catalogue:
    """Assemble these facts."""
    return assemble(data, Snapshot(facts={one.url: one for one in those}))


def rows(catalogue: Catalogue) -> dict[str, dict[str, list[str]]]:
    """Return for each project its repositories, and the copies at each."""
    return {
        p.id: {r.url: [copy.url for copy in r.copies] for r in p.repositories}
        for p in catalogue.projects
    }


def mirror(of: str) -> ForgeFacts:
    """Make what the forge tells of a mirror."""
    return forge_facts({"mirror_of": of}).model_copy(update={"id": "kod.example.net/7"})


def test_a_mirror_stands_in_the_table_of_its_original() -> None:
    """It is one project, and the page says where else it is and what tells so."""
    catalogue = assembled(
        curated(), read(f"{HERE}/kod"), read(f"{THERE}/kod", forge=mirror(f"{HERE}/kod.git"))
    )
    assert {"exempel-kod": {f"{HERE}/kod": [f"{THERE}/kod"]}} == rows(catalogue)
    (copy,) = catalogue.projects[0].repositories[0].copies
    assert ("there", ["mirror"]) == (copy.source, [sign.code for sign in copy.descent.signs])
    assert [(f"{THERE}/kod", "mirror")] == [(h.url, h.reason) for h in catalogue.hidden]


def test_a_product_that_names_the_mirror_has_the_original() -> None:
    """The software is not shown twice because a page once linked to its mirror."""
    catalogue = assembled(
        curated(f"{THERE}/kod"), read(f"{HERE}/kod"),
        read(f"{THERE}/kod", forge=mirror(f"{HERE}/kod")),
    )  # fmt: skip
    assert {"produkt": {f"{HERE}/kod": [f"{THERE}/kod"]}} == rows(catalogue)


def test_a_mirror_of_a_renamed_original_is_followed() -> None:
    """The mirror was set up before the rename."""
    moved = read(f"{HERE}/ny", formerly=(f"{HERE}/kod",))
    catalogue = assembled(curated(), moved, read(f"{THERE}/kod", forge=mirror(f"{HERE}/kod")))
    assert {"exempel-ny": {f"{HERE}/ny": [f"{THERE}/kod"]}} == rows(catalogue)


def test_a_mirror_of_what_is_not_here_is_only_hidden() -> None:
    """It is told on the status page, with the address of its original."""
    outside = "https://annan.example.org/x/y"
    catalogue = assembled(curated(), read(f"{THERE}/kod", forge=mirror(outside)))
    assert ({}, [("mirror", outside)]) == (
        rows(catalogue), [(h.reason, h.to) for h in catalogue.hidden]
    )  # fmt: skip


def test_mirrors_of_each_other_leave_one_to_be_seen() -> None:
    """A mistake at two forges does not take the software off the page."""
    one = read(f"{HERE}/kod", forge=mirror(f"{THERE}/kod"))
    other = read(f"{THERE}/kod", forge=mirror(f"{HERE}/kod"))
    assert {"exempel-kod": {f"{HERE}/kod": [f"{THERE}/kod"]}} == rows(
        assembled(curated(), one, other)
    )


def test_the_same_commit_at_two_hosts_is_one_repository() -> None:
    """The source that people list first has the original."""
    catalogue = assembled(curated(), read(f"{HERE}/kod", "a" * 40), read(f"{THERE}/kod", "a" * 40))
    assert {"exempel-kod": {f"{THERE}/kod": [f"{HERE}/kod"]}} == rows(catalogue)
    (copy,) = catalogue.projects[0].repositories[0].copies
    assert "same-head" == copy.descent.signs[0].code


@pytest.mark.parametrize("about", [{"created": "2020-01-01"}, {"archived": False}])
def test_the_older_or_living_one_of_two_is_the_original(about: dict[str, Any]) -> None:
    """Forges tell which was created first, and which takes no more changes."""
    old = forge_facts(about).model_copy(update={"id": "git.example.org/1"})
    new = forge_facts({"created": "2021-01-01", "archived": "created" not in about})
    here = read(f"{HERE}/kod", "a" * 40, forge=old)
    there = read(f"{THERE}/kod", "a" * 40, forge=new.model_copy(update={"id": "x/2"}))
    assert [f"{HERE}/kod"] == list(rows(assembled(curated(), here, there))["exempel-kod"])


def test_the_same_commit_at_one_host_is_left_to_the_forge() -> None:
    """There the forge says what is a fork; two bodies' copies are shown side by side."""
    a, b = read(f"{HERE}/a", "a" * 40), read(f"{HERE}/b", "a" * 40)
    assert ["exempel-a", "exempel-b"] == list(rows(assembled(curated(), a, b)))


def declaring(url: str) -> Found[PubliccodeSeen]:
    """Make a publiccode.yml that names an address as the software's identity."""
    return Found(found=PubliccodeSeen(path="publiccode.yml", parses=True, url=url))


def test_a_declared_identity_folds_what_begins_alike() -> None:
    """The forge knows of no fork, but the file names the original and both begin as one."""
    original = read(f"{HERE}/kod", root="b" * 40)
    forge = forge_facts().model_copy(update={"id": "kod.example.net/7"})
    pushed = read(f"{THERE}/kopia", root="b" * 40, publiccode=declaring(f"{HERE}/Kod.git"),
                  forge=forge)  # fmt: skip
    catalogue = assembled(curated(), original, pushed)
    assert {"exempel-kod": {f"{HERE}/kod": [f"{THERE}/kopia"]}} == rows(catalogue)
    (copy,) = catalogue.projects[0].repositories[0].copies
    assert ["named-elsewhere-unforked", "same-beginning"] == [s.code for s in copy.descent.signs]


def test_a_publiccode_copied_by_hand_folds_nothing() -> None:
    """Another beginning and no fork: the file was taken as a template, the software is another."""
    forge = forge_facts().model_copy(update={"id": "kod.example.net/7"})
    other = read(f"{THERE}/eget", publiccode=declaring(f"{HERE}/kod"), forge=forge)
    found = rows(assembled(curated(), read(f"{HERE}/kod"), other))
    assert ["exempel-eget", "exempel-kod"] == list(found)


def test_a_declared_address_that_it_has_left_is_its_own() -> None:
    """Nobody updated the file after the rename, which a tombstone knows of."""
    moved = read(f"{HERE}/ny", publiccode=declaring(f"{HERE}/kod"))
    grave = tombstone(f"{HERE}/kod", "renamed", to=f"{HERE}/ny")
    catalogue = assemble(curated(), Snapshot(facts={moved.url: moved}, gone={grave.url: grave}))
    (project,) = catalogue.projects
    assert None is project.repositories[0].descent
    assert (f"{HERE}/kod",) == project.repositories[0].former


def test_two_readings_of_one_repository_are_one() -> None:
    """Two sources read it before and after its rename; the forge's number says that it is one."""
    numbered = forge_facts().model_copy(update={"id": "git.example.org/42"})
    old = read(f"{HERE}/kod", forge=numbered, stale_since=date(2026, 1, 9), source="there")
    catalogue = assembled(curated(), old, read(f"{HERE}/ny", forge=numbered))
    (row,) = catalogue.projects[0].repositories
    assert (f"{HERE}/ny", (f"{HERE}/kod",), ()) == (row.url, row.former, catalogue.hidden)


def test_two_spellings_of_one_address_are_one() -> None:
    """The reading that was confirmed last is used."""
    stale = read(f"{HERE}/KOD", stale_since=date(2026, 1, 9))
    assert {"exempel-kod": {f"{HERE}/kod": []}} == rows(
        assembled(curated(), stale, read(f"{HERE}/kod"))
    )


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdefxy"), max_size=6))
def test_a_chain_of_copies_has_one_end(steps: dict[str, str]) -> None:
    """Whatever says it is a copy of what: every end is no copy, and somebody is left to be seen."""
    told = {k: Descent(kind="mirror", origin=origin, signs=()) for k, origin in steps.items()}
    found = originals(told, dict.fromkeys(steps), str)
    assert all(end not in found for end in found.values())
    assert not steps or any(key not in found for key in {*steps, *steps.values()})
