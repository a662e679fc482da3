"""The reuse map as a reader sees it: tables with evidence, a picture, nothing as a ranking."""

from pathlib import Path
from typing import Literal

import pytest

from catalog.models.curated import Language
from catalog.publish.editions import editions
from catalog.publish.pages import pages
from catalog.publish.site import Site
from catalog.publish.views.edition import Edition
from catalog.publish.views.reuse import BodyReuse, ReuseView
from tests.projects import TODAY

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def shipped() -> Edition:
    """Return the shipped catalogue in Swedish."""
    languages: tuple[Language, ...] = ("sv",)
    return editions(ROOT, languages, TODAY)[0]


def test_alingsas_builds_on_helsingborg(shipped: Edition) -> None:
    """The shipped facts tell of it: packages that it locks, and code with the same beginning."""
    out = BodyReuse(shipped.catalogue.bodies["alingsas"], shipped).out
    known = {(row.how, row.by.name if row.by else "", row.used.name) for row in out}
    assert {
        ("depends", "alingsas-municipio-customisation", "Municipio"),
        ("shares", "schema.org-transformer", "schema.org-transformer"),
    } <= known


def test_each_row_has_evidence(shipped: Edition) -> None:
    """A file at its commit, a sign of descent, or a page that says it."""
    rows = ReuseView(shipped).rows
    assert all(row.needs or row.ties or row.adoption or row.call for row in rows)
    places = [need.place for row in rows for need in row.needs]
    assert all(place and "/blob/" in (place.href or "") for place in places)


def test_rows_are_in_alphabetical_order(shipped: Edition) -> None:
    """Never by who has the most."""
    for names in (
        [row.used.name.lower() for row in ReuseView(shipped).rows],
        [owned.project.name.lower() for owned in ReuseView(shipped).owned],
    ):
        assert names == sorted(names)


def test_a_component_that_many_of_its_bodys_own_use(shipped: Edition) -> None:
    """Internal reuse is counted by project."""
    owned = {one.project.name: one.users for one in ReuseView(shipped).owned}
    assert 5 < owned["WpService"]


@pytest.mark.parametrize("path", ["sv/reuse/", "sv/bodies/helsingborg/", "sv/bodies/alingsas/"])
def test_the_picture_and_the_table_are_one(shipped: Edition, path: str) -> None:
    """A picture with a name and a description, in a region that keyboards can scroll."""
    html = Site("Prov", ("sv", "en")).render(next(p for p in pages(shipped) if p.path == path))
    parts = ('role="img" aria-labelledby="map-title map-desc"', "<caption>", 'tabindex="0"')
    assert [True] * 3 == [part in html for part in parts]
    assert "style=" not in html


@pytest.mark.parametrize("way", ["out", "into", "within"])
def test_what_is_left_out_is_counted(
    shipped: Edition, way: Literal["out", "into", "within"]
) -> None:
    """Three places are named, the others are a number."""
    rows = getattr(BodyReuse(shipped.catalogue.bodies["helsingborg"], shipped), way)
    for row in rows:
        whole = len(row.edge.needs) + len(row.edge.ties)
        assert whole == len(row.needs) + len(row.ties) + row.more
