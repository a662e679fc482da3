"""What became of projects that a listing lacks."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from catalog.models.address import key_of
from harvesters.forges.account import Account
from harvesters.forges.gitlab import answers, documents
from harvesters.forges.gitlab.api import Api, NotThereError
from harvesters.forges.gitlab.listing import PATHS_AT_ONCE, chunks, doomed, path_of
from harvesters.forges.listing import ListingError, Missing, Whereabouts

_ASKED_BY_PATH = 20  # one request each


def whereabouts(
    api: Api, account: Account, missing: Sequence[Missing]
) -> Iterator[tuple[str, Whereabouts]]:
    """Tell each one's fate, as far as anybody could be asked."""
    with_id = [one for one in missing if one.id and one.id.rpartition("/")[0] == account.host]
    for few in chunks(with_id, PATHS_AT_ONCE):
        yield from _by_id(api, account, few)
    without = [one for one in missing if one not in with_id]
    for one in without[:_ASKED_BY_PATH]:
        yield from _by_path(api, account, one)


def _by_id(api: Api, account: Account, few: Sequence[Missing]) -> Iterator[tuple[str, Whereabouts]]:
    numbers = {one: (one.id or "").rpartition("/")[2] for one in few}
    gids = [answers.gid_of(number) for number in numbers.values()]
    try:
        data, errors = api.graphql(documents.WHEREABOUTS, {"ids": gids})
    except ListingError:
        return
    found = answers.read(answers.Places, data.get("projects"))
    if errors or found is None:
        return
    places = {place.id: place for place in found.nodes}
    for one, number in numbers.items():
        yield one.url, _fate(account, one, places.get(number))


def _by_path(api: Api, account: Account, one: Missing) -> Iterator[tuple[str, Whereabouts]]:
    """Ask by the address that was known: REST leads from there to where the project is now."""
    try:
        row = api.get(f"/projects/{quote(path_of(account, one.url), safe='')}")
    except NotThereError:
        yield one.url, Whereabouts("gone")
        return
    except ListingError:
        return
    # To those without a token GitLab shows what is public, and does not say that it is.
    untold = {} if api.token_name else {"visibility": "public"}
    place = answers.read(answers.RestPlace, untold | row)
    if place is not None:
        yield one.url, _fate(account, one, place)


def _fate(
    account: Account, one: Missing, place: answers.Place | answers.RestPlace | None
) -> Whereabouts:
    if place is None or doomed(place.full_path):
        return Whereabouts("gone")
    if place.visibility != "public":
        return Whereabouts("private")
    now = f"{account.base}/{place.full_path}"
    before, after = key_of(one.url), key_of(now)
    if before == after:
        return Whereabouts("unlisted")
    same_owner = before.rpartition("/")[0] == after.rpartition("/")[0]
    return Whereabouts("renamed" if same_owner else "transferred", now)
