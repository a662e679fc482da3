"""The page of a check: how it falls, by name, and what else it is."""

from collections.abc import Callable

from catalog.models.curated import Language
from catalog.publish.standards import address, clauses
from catalog.publish.views.check import check_pages
from catalog.publish.views.edition import Edition

Editions = Callable[[Language], Edition]


def test_a_page_for_every_check(edition: Editions) -> None:
    """In the model's order, each with its neighbours."""
    pages = check_pages(edition("sv"))
    assert [page.id for page in pages] == list(edition("sv").wording.checks)
    assert (None, pages[1].words) == (pages[0].before, pages[0].after)
    assert pages[-1].after is None


def test_every_project_falls_once(edition: Editions) -> None:
    """The names are the numbers: alphabetical, no project twice or left out."""
    swedish = edition("sv")
    ids = [project.id for project in swedish.projects]
    for page in check_pages(swedish):
        named = [project.id for fallen in page.fallen for project in fallen.projects]
        assert sorted(named) == sorted(ids)
        assert sum(page.row.counted.values()) == len(named)
        for fallen in page.fallen:
            order = [ids.index(project.id) for project in fallen.projects]
            assert sorted(order) == order


def test_other_models_are_linked_where_they_are_public() -> None:
    """A criterion has a page of its own; what is nowhere has no address."""
    found = clauses("spc", "13, 99")
    assert found[0].href is not None
    assert found[0].href.endswith("/criteria/publish-with-an-open-license.html")
    assert ("99", None) == found[1]
    assert address("lesson") is None
