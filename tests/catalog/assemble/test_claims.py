"""Patterns fold repositories into products; names win over patterns; contention is told."""

from typing import Any

import pytest

from catalog.assemble import assemble
from catalog.assemble.repositories import Repositories
from catalog.models.curated import CuratedData
from catalog.models.forge import ForkWork
from catalog.models.project import Catalogue
from catalog.store.snapshot import Snapshot
from tests.facts import facts, forge_facts

BASE = "https://git.example.org/exempel"


def curated(products: dict[str, dict[str, Any]], **source: Any) -> CuratedData:
    """Make curated data of one organisation with these products' ``catalog`` keys."""
    listed = {"id": "exempel-git", "body": "exempel", "forge": "github", "org": "exempel"}
    return CuratedData.model_validate({
        "bodies": [{"id": "exempel", "type": "municipality", "name": "Exempelkommun"}],
        "sources": [listed | source],
        "projects": [{"id": name, "name": name, "body": "exempel", "catalog": keys}
                     for name, keys in products.items()],
    })  # fmt: skip


def snapshot(*names: str, **changes: Any) -> Snapshot:
    """Make facts of repositories of these names."""
    return Snapshot(facts={f"{BASE}/{n}": facts(f"{BASE}/{n}", **changes) for n in names})


def holding(catalogue: Catalogue) -> dict[str, list[tuple[str, str, str | None]]]:
    """Return the repositories of each project with role and pattern."""
    return {p.id: [(r.name, r.role, r.pattern) for r in p.repositories] for p in catalogue.projects}


def test_a_pattern_folds_in_what_fits_as_components() -> None:
    """Named repositories come first; what was folded in says by which pattern."""
    pattern = f"{BASE}/boka-*"
    data = curated({"boka": {"repos": [{"repo": f"{BASE}/boka", "role": "primary"}],
                             "match": [pattern]}})  # fmt: skip
    found = holding(assemble(data, snapshot("boka", "Boka-API", "annan")))
    assert [("boka", "primary", None), ("Boka-API", "component", pattern)] == found["boka"]
    assert ["boka", "exempel-annan"] == list(found)


def test_a_name_wins_over_a_pattern_without_a_word() -> None:
    """Whoever names a repository has it, and that is no mistake of the other."""
    data = curated({"a": {"match": [f"{BASE}/x*"]}, "b": {"repos": [{"repo": f"{BASE}/x1"}]}})
    known = Repositories(data, snapshot("x1", "x2"))
    assert {
        f"{BASE}/x1".removeprefix("https://"): "b",
        f"{BASE}/x2".removeprefix("https://"): "a",
    } == known.claims
    assert () == known.warnings()


def test_of_two_patterns_the_first_product_by_id_wins_and_the_other_is_told() -> None:
    """The order of the file does not matter."""
    data = curated({"b": {"match": [f"{BASE}/*"]}, "a": {"match": [f"{BASE}/x*"]}})
    known = Repositories(data, snapshot("x"))
    (warning,) = known.warnings()
    assert ["a"] == list(known.claims.values())
    assert ("b", f"{BASE}/*", f"the pattern also fits {BASE}/x, which 'a' has") == warning[:3]


def test_a_pattern_that_fits_nothing_is_told() -> None:
    """It is mistyped, or what it was for has left."""
    known = Repositories(curated({"a": {"match": [f"{BASE}/y*"]}}), snapshot("x"))
    assert [f"the pattern {BASE}/y* fits no repository"] == [w.message for w in known.warnings()]


def test_a_pattern_that_fits_only_what_is_named_is_no_mistake() -> None:
    """A product may name today what its pattern is for tomorrow."""
    data = curated({"a": {"repos": [{"repo": f"{BASE}/x"}], "match": [f"{BASE}/x*"]}})
    assert () == Repositories(data, snapshot("x")).warnings()


def test_a_pattern_fits_a_former_address() -> None:
    """A renamed repository stays where it was folded in."""
    data = curated({"a": {"match": [f"{BASE}/gammal-*"]}})
    read = snapshot("ny", formerly=(f"{BASE}/gammal-x",))
    assert ["ny"] == [name for name, _, _ in holding(assemble(data, read))["a"]]


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ({"exclude": [{"repo": f"{BASE}/x", "reason": "tom"}]}, {}),
        ({}, {"forge": forge_facts({"fork": True, "parent": {"url": "https://a.example/b/c"}},
                                   fork_work=ForkWork(own=0, behind=1))}),
    ],
)  # fmt: skip
def test_a_pattern_brings_nothing_back(source: dict[str, Any], changes: dict[str, Any]) -> None:
    """What a source leaves out, and what is a mere copy, stays out of a product."""
    catalogue = assemble(
        curated({"a": {"match": [f"{BASE}/*"]}}, **source), snapshot("x", **changes)
    )
    assert ({"a": []}, 1) == (holding(catalogue), len(catalogue.hidden))


def test_a_product_of_a_pattern_alone_takes_its_first_as_primary() -> None:
    """Nobody named a primary one: kind and status are read from the first."""
    data = curated({"a": {"match": [f"{BASE}/*"]}})
    (project,) = assemble(data, snapshot("b", "c")).projects
    assert ["b", "c"] == [r.name for r in project.repositories]
