"""Who builds on whom: each kind of edge, its direction, its evidence, and whose page it is on."""

from datetime import date
from typing import Any

import pytest

from catalog.hub.calls import standings
from catalog.hub.reuse import Edge, graph
from catalog.models.curated import Call
from catalog.models.project import Catalogue
from tests.catalog.hub.conftest import HERE, READ, THERE, Make, manifest, read
from tests.facts import forge_facts

TODAY = date(2026, 9, 1)
KARTA = [
    {"id": "karta", "name": "Karta", "body": "ek", "catalog": {"repos": [{"repo": f"{HERE}karta"}]}}
]
OPEN: dict[str, Any] = {
    "id": "c", "type": "review", "status": "open", "title": "T", "owner": "ek", "ask": "A",
    "offer": "O", "contact": {"role": "IT"}, "published": "2026-08-01", "reviewBy": "2026-10-01",
    "project": "karta", "participants": [{"body": "provby", "role": "interested"}],
}  # fmt: skip


def told(edges: tuple[Edge, ...]) -> list[tuple[str, str | None, str | None, str]]:
    """Say edges shortly: how, which body, by which project, what is used."""
    return [(e.how, e.body, e.by.id if e.by else None, e.used.id) for e in edges]


def edges(catalogue: Catalogue, *calls: dict[str, Any]) -> tuple[Edge, ...]:
    """Return all edges of a catalogue."""
    return graph(catalogue, standings(map(Call.model_validate, calls), TODAY)).edges


def test_a_package_of_another_body(make: Make) -> None:
    """One edge, dated by the harvest that saw it, on the file that says so."""
    made = make(read(f"{HERE}karta", manifest("ek/karta")),
                read(f"{THERE}app", manifest(None, "ek/karta")))  # fmt: skip
    found = edges(made)
    assert [("depends", "provby", "provby-app", "ek-karta")] == told(found)
    assert (READ, "composer.json", False) == (
        found[0].on, found[0].needs[0].path, found[0].is_within)  # fmt: skip


def test_many_packages_are_one_edge_and_a_product_does_not_reuse_itself(make: Make) -> None:
    """Thirty add-ons on one library say it once each to a reader, not once a package."""
    project = KARTA[0] | {"catalog": {"repos": [{"repo": f"{HERE}karta"}, {"repo": f"{HERE}sok"}]}}
    made = make(
        read(f"{HERE}karta", manifest("ek/karta")),
        read(f"{HERE}sok", manifest("ek/sok", "ek/karta")),
        read(f"{HERE}app", manifest(None, "ek/karta", "ek/sok")), projects=[project],
    )  # fmt: skip
    found = edges(made)
    assert ([("depends", "ek", "ek-app", "karta")], True) == (told(found), found[0].is_within)
    assert 2 == len(found[0].needs)


def test_the_same_beginning_is_one_edge_without_a_direction(make: Make) -> None:
    """Both repositories tell of it; it is said once, with one sign."""
    made = make(read(f"{HERE}karta", root="r"), read(f"{THERE}karta", root="r"))
    found = edges(made)
    assert [("shares", "ek", "ek-karta", "provby-karta")] == told(found)
    assert 1 == len(found[0].ties)


def test_a_variant_is_built_from_its_origin(make: Make) -> None:
    """A fork with work of its own, of a known body's repository."""
    fork = forge_facts({"fork": True, "parent": {"url": f"{HERE}karta"}},
                       fork_work={"own": 2, "behind": 0})  # fmt: skip
    made = make(read(f"{HERE}karta"), read(f"{THERE}karta", forge=fork))
    assert [("descends", "provby", "provby-karta", "ek-karta")] == told(edges(made))


def test_another_bodys_mere_copy_is_an_edge_of_that_body(make: Make) -> None:
    """It is folded into what it copies, and still tells that the body has it."""
    fork = forge_facts({"fork": True, "parent": {"url": f"{HERE}karta"}},
                       fork_work={"own": 0, "behind": 3})  # fmt: skip
    made = make(read(f"{HERE}karta"), read(f"{THERE}karta", forge=fork))
    assert [("descends", "provby", None, "ek-karta")] == told(edges(made))


@pytest.mark.parametrize(
    ("who", "expected"),
    [({"body": "provby"}, [("adopts", "provby", None, "karta")]),
     ({"count": "several"}, [("adopts", None, None, "karta")]),
     ({"count": 0}, [])],
)  # fmt: skip
def test_an_adoption(make: Make, who: dict[str, Any], expected: list[Any]) -> None:
    """Of a body, or of bodies that nobody names; that nobody uses it is no edge."""
    adoption = {"id": "a", "project": "karta", "stage": "pilot", "asOf": "2026-02-01",
                "basis": "attested"}  # fmt: skip
    made = make(read(f"{HERE}karta"), projects=KARTA, adoptions=[adoption | who])
    assert expected == told(edges(made))


def test_who_takes_part_in_a_call(make: Make) -> None:
    """While the call goes on; the owner of the project is no user of it."""
    made = make(read(f"{HERE}karta"), projects=KARTA)
    late = OPEN | {"deadline": "2026-08-31"}
    assert [("joins", "provby", None, "karta")] == told(edges(made, OPEN))
    assert [] == told(edges(made, late))


def test_a_body_that_calls_for_others_around_anothers_project(make: Make) -> None:
    """It is a user to be, and is told of as the one that asks."""
    found = edges(make(read(f"{HERE}karta"), projects=KARTA),
                  OPEN | {"owner": "provby", "participants": []})  # fmt: skip
    assert [("joins", "provby", None, "karta")] == told(found)
    assert found[0].answered is not None
    assert found[0].answered.role is None


def test_an_edge_is_on_the_pages_of_both_bodies(make: Make) -> None:
    """In at the one, out at the other, and at neither as its own."""
    made = graph(make(read(f"{HERE}karta", manifest("ek/karta")),
                      read(f"{THERE}app", manifest(None, "ek/karta"))), ())  # fmt: skip
    ways = [len(made.of(body, way)) for body in ("ek", "provby")
            for way in ("in", "out", "within")]  # fmt: skip
    assert ([1, 0, 0, 0, 1, 0], 1) == (ways, len(made.between))
