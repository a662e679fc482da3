"""What does not show and why; what is taken in; how renamed and lost repositories are told."""

from datetime import date
from typing import Any

import pytest

from catalog.assemble import assemble
from catalog.models.curated import CuratedData
from catalog.models.facts import RepositoryFacts, Tombstone
from catalog.models.forge import ForkWork
from catalog.models.project import Catalogue, Project
from catalog.models.run import RunReport, SourceRun
from catalog.store.snapshot import Snapshot
from tests.facts import facts, forge_facts, tombstone

BASE = "https://git.example.org/exempel"
UPSTREAM = "https://git.example.org/annan/kod"
COPY = forge_facts({"fork": True, "parent": {"url": UPSTREAM}},
                   fork_work=ForkWork(own=0, behind=3))  # fmt: skip


def curated(*claimed: str, **source: Any) -> CuratedData:
    """Make curated data of one body with an organisation on a forge, and a product if claimed."""
    listed = {"id": "exempel-git", "body": "exempel", "forge": "github", "org": "exempel"}
    repos = [{"repo": url} for url in claimed]
    product = {"id": "produkt", "name": "P", "body": "exempel", "catalog": {"repos": repos}}
    return CuratedData.model_validate({
        "bodies": [{"id": "exempel", "type": "municipality", "name": "Exempelkommun"}],
        "sources": [listed | source],
        "projects": [product] if claimed else [],
    })  # fmt: skip


def assembled(data: CuratedData, *known: RepositoryFacts | Tombstone) -> Catalogue:
    """Assemble what was harvested on 2026-02-01."""
    run = SourceRun(tried=date(2026, 2, 1), succeeded=date(2026, 2, 1), repositories=2)
    read = {one.url: one for one in known if isinstance(one, RepositoryFacts)}
    gone = {one.url: one for one in known if isinstance(one, Tombstone)}
    report = RunReport(sources={"exempel-git": run})
    return assemble(data, Snapshot(facts=read, gone=gone, report=report))


def product_of(catalogue: Catalogue) -> Project:
    """Return the product."""
    found = catalogue.project("produkt")
    assert found
    return found


def test_an_organisation_shows_what_its_listing_had() -> None:
    """Nobody types the repositories of a forge source; the snapshot has them."""
    catalogue = assembled(curated(), facts(f"{BASE}/a"), facts(f"{BASE}/b"))
    assert ["exempel-a", "exempel-b"] == [p.id for p in catalogue.projects]
    assert () == catalogue.hidden


def test_a_list_beside_an_organisation_takes_nothing_away() -> None:
    """A source with an organisation and addresses is no list: what it listed shows."""
    data = curated(urls=[f"{BASE}/a"])
    assert 2 == len(assembled(data, facts(f"{BASE}/a"), facts(f"{BASE}/b")).projects)


def test_a_pattern_tells_each_repository_it_hides() -> None:
    """An inclusion by name wins over the pattern, and is told with its reason."""
    data = curated(exclude=[{"repo": f"{BASE}/test-*", "reason": {"sv": "Övningar"}}],
                   include=[{"repo": f"{BASE}/test-b", "reason": "in use"}])  # fmt: skip
    catalogue = assembled(data, *(facts(f"{BASE}/{n}") for n in ("test-a", "test-b", "test-c")))
    assert ["exempel-test-b"] == [p.id for p in catalogue.projects]
    assert [(f"{BASE}/test-a", {"sv": "Övningar"}), (f"{BASE}/test-c", {"sv": "Övningar"})] == [
        (h.url, h.detail) for h in catalogue.hidden
    ]
    assert [(f"{BASE}/test-b", "in use")] == [(i.url, i.reason) for i in catalogue.included]


def test_an_exclusion_that_fits_nothing_known_is_told_as_it_is_written() -> None:
    """What was never harvested has no name here."""
    data = curated(exclude=[{"repo": f"{BASE}/test-*", "reason": "tests"},
                            {"repo": f"{BASE}/a", "reason": "a copy"}])  # fmt: skip
    hidden = assembled(data).hidden
    assert [f"{BASE}/test-*", f"{BASE}/a"] == [h.url for h in hidden]


def test_an_exclusion_by_a_former_address_holds() -> None:
    """A renamed repository stays left out, and is told by the address it has now."""
    data = curated(exclude=[{"repo": f"{BASE}/old", "reason": "a copy"}])
    catalogue = assembled(data, facts(f"{BASE}/new", formerly=(f"{BASE}/old",)))
    assert ([f"{BASE}/new"], ()) == ([h.url for h in catalogue.hidden], catalogue.projects)


def test_a_claim_by_any_address_it_had_is_one_row_with_its_trail() -> None:
    """A product that names both the old and the new address has the repository once."""
    data = curated(f"{BASE}/old", f"{BASE}/new")
    grave = tombstone(f"{BASE}/old", "renamed", to=f"{BASE}/new")
    catalogue = assembled(data, facts(f"{BASE}/new", formerly=(f"{BASE}/old",)), grave)
    (row,) = product_of(catalogue).repositories
    assert (f"{BASE}/new", (f"{BASE}/old",), None) == (row.url, row.former, row.gone)
    assert ["produkt"] == [p.id for p in catalogue.projects]


def test_the_claim_of_the_present_address_wins() -> None:
    """Of two products, the one that names where it is now has it."""
    data = curated(f"{BASE}/old")
    other = data.projects[0].model_copy(
        update={"id": "annan", "catalog": curated(f"{BASE}/new").projects[0].catalog}
    )
    both = data.model_copy(update={"projects": (*data.projects, other)})
    catalogue = assembled(both, facts(f"{BASE}/new", formerly=(f"{BASE}/old",)))
    assert [1, 0] == [len(p.repositories) for p in catalogue.projects]


def test_a_claimed_repository_that_is_gone_stays_in_its_products_table() -> None:
    """It has no facts, so nothing is held against the product, and its fate is told."""
    catalogue = assembled(curated(f"{BASE}/a"), tombstone(f"{BASE}/a", "private"))
    (row,) = product_of(catalogue).repositories
    assert row.gone
    assert (None, "private", date(2026, 1, 20)) == (
        row.facts, row.gone.reason, row.gone.gone_since
    )  # fmt: skip
    assert () == catalogue.hidden


def test_a_claimed_one_that_left_for_elsewhere_names_the_last_address_known() -> None:
    """Tombstones are followed to the end, also where nothing is harvested there."""
    first = tombstone(f"{BASE}/a", "renamed", to=f"{BASE}/b")
    second = tombstone(f"{BASE}/b", "transferred", to=UPSTREAM)
    (row,) = product_of(assembled(curated(f"{BASE}/a"), first, second)).repositories
    assert row.gone
    assert UPSTREAM == row.gone.to


@pytest.mark.parametrize("reason", ["gone", "private", "unlisted", "renamed", "transferred"])
def test_what_is_gone_is_told_with_reason_and_date(reason: str) -> None:
    """Nothing vanishes without a word; a new address is named."""
    to = UPSTREAM if reason in {"renamed", "transferred"} else None
    (hidden,) = assembled(curated(), tombstone(f"{BASE}/a", reason, to=to)).hidden
    assert (f"{BASE}/a", reason, to, date(2026, 1, 20)) == (
        hidden.url, hidden.reason, hidden.to, hidden.since
    )  # fmt: skip


def test_what_a_list_names_and_is_gone_is_no_project() -> None:
    """A list that nobody has tidied does not bring back what is gone."""
    data = curated(org=None, urls=[f"{BASE}/a"])
    catalogue = assembled(data, tombstone(f"{BASE}/a"))
    assert ((), ["gone"]) == (catalogue.projects, [h.reason for h in catalogue.hidden])


def test_a_list_that_names_a_former_address_has_the_repository() -> None:
    """Nobody needs to tidy a list after a rename."""
    data = curated(org=None, urls=[f"{BASE}/old"])
    catalogue = assembled(data, facts(f"{BASE}/new", formerly=(f"{BASE}/old",)))
    assert [f"{BASE}/new"] == [p.repositories[0].url for p in catalogue.projects]
    assert () == catalogue.hidden


def test_what_a_list_takes_in_by_name_is_its_own() -> None:
    """An inclusion adds an address to a forge's list: its facts are no strays."""
    data = curated(org=None, urls=[f"{BASE}/a"], include=[{"repo": f"{BASE}/b", "reason": "x"}])
    catalogue = assembled(data, facts(f"{BASE}/a"), facts(f"{BASE}/b"))
    assert (2, ()) == (len(catalogue.projects), catalogue.hidden)


def test_a_technical_fork_is_folded_into_its_origin() -> None:
    """It holds nothing of its own, so it is told on the status page instead."""
    catalogue = assembled(curated(), facts(f"{BASE}/kod", forge=COPY))
    assert ((), [("technical-fork", UPSTREAM)]) == (
        catalogue.projects, [(h.reason, h.to) for h in catalogue.hidden]
    )  # fmt: skip


@pytest.mark.parametrize(
    "data", [curated(f"{BASE}/kod"), curated(include=[{"repo": f"{BASE}/kod", "reason": "run"}])]
)
def test_a_technical_fork_that_somebody_names_shows(data: CuratedData) -> None:
    """A product's claim or an inclusion says that it is to be seen."""
    catalogue = assembled(data, facts(f"{BASE}/kod", forge=COPY))
    (project,) = catalogue.projects
    assert project.repositories[0].descent
    assert ("technical-fork", ()) == (project.repositories[0].descent.kind, catalogue.hidden)


def test_missing_facts_are_dated_by_the_listing_that_lacked_them() -> None:
    """Its state was last confirmed before that."""
    since = date(2026, 1, 25)
    (project,) = assembled(curated(), facts(f"{BASE}/a", missing_since=since)).projects
    assert since == project.repositories[0].as_of
