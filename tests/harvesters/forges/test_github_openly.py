"""GitHub without a token: a listing is whole, or an error, however its pages come."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from harvesters.forges.account import Account
from harvesters.forges.asking import Patience
from harvesters.forges.github import GitHub
from harvesters.forges.listing import ListingError
from tests.stand_in.server import Answer, Forge, Request, StandIn, running


def node(number: int) -> dict[str, Any]:
    """Make a repository with no more than a listing requires, and whether it is archived."""
    return {
        "id": number, "node_id": f"R_{number}", "full_name": f"exempel/kod-{number:03}",
        "private": False, "fork": False, "description": None, "archived": False,
    }  # fmt: skip


def listed(forge: Forge, **source: Any) -> list[str | None]:
    """List what a forge answers for an organisation, or for what else is asked; return ids."""
    with running(StandIn(forge)) as server:
        asked = {"org": None, "urls": (), "topics": (), "today": date(2026, 6, 1)} | source
        account = Account(base="https://github.com", root=server.base, **asked)
        found = GitHub(account, Patience(left=0)).repositories()
    return [one.id for one in found]


def pages(*sizes: int, of: Callable[[int], list[dict[str, Any]]] | None = None) -> Forge:
    """Answer with pages of these sizes, each with a link to the next."""
    starts = [sum(sizes[:n]) for n in range(len(sizes))]

    def answer(request: Request) -> Answer:
        page = int(request.query["page"])
        last = page >= len(sizes)
        here = [node(starts[page - 1] + n) for n in range(sizes[page - 1])] if not of else of(page)
        rel = "first" if last else "next"
        return Answer.of(here, link=f'<https://api.example.org/?page=2>; rel="{rel}"')

    return answer


def test_a_page_that_is_not_full_need_not_be_the_last() -> None:
    """GitHub may show less on a page than was asked for, and leads on."""
    assert 5 == len(listed(pages(2, 1, 2), org="exempel"))


def test_pages_without_links_end_with_one_that_is_not_full() -> None:
    """Something between us and the forge may take the links out."""

    def answer(request: Request) -> Answer:
        part = range(150)[(int(request.query["page"]) - 1) * 100 :][:100]
        return Answer.of([node(n) for n in part])

    assert 150 == len(listed(answer, org="exempel"))


@pytest.mark.parametrize("page", [[], [node(1)]])
def test_a_listing_that_goes_in_circles_is_an_error(page: list[dict[str, Any]]) -> None:
    """A page with nothing new that leads on would never end."""
    with pytest.raises(ListingError, match="leads on from a page of nothing new"):
        listed(pages(1, 1, 1, of=lambda _: page), org="exempel")


def search(total: int, *found: list[dict[str, Any]]) -> Forge:
    """Answer a search with these pages, and a number of all."""

    def answer(request: Request) -> Answer:
        items = dict(enumerate(found, 1)).get(int(request.query["page"]), [])
        told = {"total_count": total, "incomplete_results": False, "items": items}
        return Answer.of(told)

    return answer


def test_a_search_takes_pages_that_are_not_full() -> None:
    """The next page is asked for as long as some are missing."""
    found = listed(search(3, [node(1), node(2)], [node(3)]), topics=("kommun",))
    assert ["github.com/1", "github.com/2", "github.com/3"] == found


@pytest.mark.parametrize("found", [[[node(1), node(2)]], [[node(1), node(2)], [node(2)]]])
def test_a_search_that_shows_less_than_it_counts_is_an_error(
    found: list[list[dict[str, Any]]],
) -> None:
    """Part of a search is no listing; what comes twice counts once."""
    with pytest.raises(ListingError, match="counts 3 repositories and lists 2"):
        listed(search(3, *found), topics=("kommun",))


def test_what_a_listing_may_leave_out_is_unknown() -> None:
    """GitHub's description requires little of a repository in a list."""
    with running(StandIn(pages(1))) as server:
        account = Account(
            org="exempel", urls=(), topics=(), base="https://github.com", root=server.base,
            today=date(2026, 6, 1),
        )  # fmt: skip
        (one,) = GitHub(account).repositories()
    about = one.about
    assert about is not None
    assert (None, None, None) == (about.stars, about.forks, about.homepage)
    assert (None, None, None) == (about.created, about.tracker, about.licence)
    assert ("public", False, ()) == (about.visibility, about.archived, about.topics)


@pytest.mark.parametrize("key", ["id", "node_id", "full_name", "private", "fork", "archived"])
def test_what_is_not_to_be_guessed_is_not_left_out(key: str) -> None:
    """Without whether it is archived, a fork, or private, nothing is known of a repository."""
    without = {name: value for name, value in node(1).items() if name != key}
    with pytest.raises(ListingError, match="a form we do not know"):
        listed(pages(1, of=lambda _: [without]), org="exempel")


def test_where_something_has_moved_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    """PyGithub would tell the terminal of every address that leads on."""

    def moved(request: Request) -> Answer:
        base = f"http://{request.headers['host']}/api/v3"
        if request.path.startswith("/api/v3/repositories/"):
            return Answer.of(node(1))
        return Answer.of({}, 301, location=f"{base}/repositories/1")

    assert ["github.com/1"] == listed(moved, urls=("https://github.com/exempel/gammal",))
    assert [] == caplog.records
