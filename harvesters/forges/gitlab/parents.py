"""What forks were made from, which only REST tells."""

from collections.abc import Iterable, Sequence

from catalog.models.forge import ForkParent
from harvesters.forges.account import Account
from harvesters.forges.gitlab import answers, documents
from harvesters.forges.gitlab.api import Api, Json
from harvesters.forges.gitlab.facts import number_of
from harvesters.forges.gitlab.listing import PATHS_AT_ONCE, chunks, public_of_group
from harvesters.forges.listing import Listed, ListingError

_SINGLE = 2  # asked for one by one; of more forks, the group's list is read
_WITHOUT_GROUP = 10  # asked for one by one in any case


def parents_of(api: Api, account: Account, forks: Sequence[Listed]) -> dict[str, ForkParent]:
    """Ask what forks were made from; a parent that is not told, or not public, is left out.

    A few are asked for one by one, more are read from the group's list.
    """
    numbers = [number_of(fork) for fork in forks]
    rows = _of_group(api, account) if len(forks) > _SINGLE else None
    try:
        rows = rows or [api.get(f"/projects/{number}") for number in numbers[:_WITHOUT_GROUP]]
    except ListingError:
        return {}
    told = {str(row.get("id")): _parent(row) for row in rows}
    parents = {number: parent for number in numbers if (parent := told.get(number))}
    public = _public(api, parents.values())
    return {
        number: ForkParent(
            url=f"{account.base}/{parent.path_with_namespace}", id=f"{account.host}/{parent.id}"
        )
        for number, parent in parents.items()
        if parent.id in public
    }


def _parent(row: Json) -> answers.Parent | None:
    return answers.read(answers.Parent, row.get("forked_from_project"))


def _public(api: Api, parents: Iterable[answers.Parent]) -> set[int]:
    """Return which are public: REST does not say, and a token may show it more than that."""
    ids = sorted({parent.id for parent in parents})
    if api.token_name is None:
        return set(ids)
    found: set[int] = set()
    for few in chunks([answers.gid_of(str(number)) for number in ids], PATHS_AT_ONCE):
        try:
            data, _ = api.graphql(documents.WHEREABOUTS, {"ids": few})
        except ListingError:
            return found
        places = answers.read(answers.Places, data.get("projects"))
        found |= {int(p.id) for p in (places.nodes if places else ()) if p.visibility == "public"}
    return found


def _of_group(api: Api, account: Account) -> list[Json] | None:
    """Read a group's list; None where there is no group, or no answer."""
    try:
        return api.rows(*public_of_group(account.org)) if account.org else None
    except ListingError:
        return None
