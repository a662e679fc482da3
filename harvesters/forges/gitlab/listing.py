"""A source's projects on GitLab: every public one once, complete or an error."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar
from urllib.parse import quote, urlsplit

from catalog.models.forge import ForgeAbout
from harvesters.forges.account import Account
from harvesters.forges.gitlab import answers, documents
from harvesters.forges.gitlab.answers import ListedProject
from harvesters.forges.gitlab.api import Api, Json, NotThereError
from harvesters.forges.gitlab.pace import Pace
from harvesters.forges.listing import Listed, ListingError, NoSuchAccountError, Standing
from harvesters.forges.typed import line

T = TypeVar("T")
PATHS_AT_ONCE = 50  # GitLab refuses more
IDS_AT_ONCE = 100
# A project that somebody has asked to delete keeps its id under such a name for a while (live).
_DOOMED = re.compile(r"-(deletion_scheduled|deleted)-\d+$")


class _Pages(NamedTuple):
    projects: list[ListedProject]
    total: int  # of all that there are, shown to us or not


def projects_of(api: Api, account: Account) -> list[Listed]:
    """List what the source names: a group or user, topics and addresses, together.

    An address of which nothing is shown is left out: it may be gone, or renamed.

    Raises:
        ListingError: the listing is not complete.
    """
    found = _owned(api, account.org) if account.org else []
    for topic in account.topics:
        found += _all(api, {"topics": [topic]})
    named = {path_of(account, url).lower(): url for url in account.urls}
    there = {project.full_path.lower() for project in found}
    for few in chunks([path for path in named if path not in there], PATHS_AT_ONCE):
        found += _all(api, {"paths": few})
    once = {project.id: project for project in found if _open(project)}
    return [
        _listed(project, account)._replace(declared=named.get(project.full_path.lower(), ""))
        for project in once.values()
    ]


def path_of(account: Account, url: str) -> str:
    """Return the path of a project from its address.

    Raises:
        ListingError: the address is not on this instance.
    """
    base, parts = urlsplit(account.base), urlsplit(url)
    inside = f"{base.path.rstrip('/')}/"
    if parts.netloc.lower() != base.netloc.lower() or not parts.path.startswith(inside):
        raise ListingError(f"an address of the source is not on {account.host}")
    return parts.path.removeprefix(inside).strip("/").removesuffix(".git")


def doomed(path: str) -> bool:
    """Tell whether a project is only still there because its deletion is slow."""
    return bool(_DOOMED.search(path))


def chunks(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Cut a list into pieces."""
    return (items[n : n + size] for n in range(0, len(items), size))


def _owned(api: Api, path: str) -> list[ListedProject]:
    found = _pages(api, documents.GROUP, {"path": path})
    if found is None:
        return _of_user(api, path)
    if len(found.projects) != found.total:
        _check_hidden(api, path, found)
    return found.projects


def public_of_group(path: str) -> tuple[str, dict[str, str]]:
    """Return where REST lists the public projects of a group and its subgroups, and how."""
    rules = {"visibility": "public", "include_subgroups": "true", "with_shared": "false"}
    return f"/groups/{quote(path, safe='')}/projects", rules


def _check_hidden(api: Api, path: str, found: _Pages) -> None:
    """Ask how many are public: a group's count is also of what is hidden from us.

    Raises:
        ListingError: more are public than were given.
    """
    expected = api.total(*public_of_group(path))
    public = sum(project.visibility == "public" for project in found.projects)
    if expected is None or expected > public:
        raise ListingError(f"{api.host} gave {public} of {expected or found.total} projects")


def _of_user(api: Api, name: str) -> list[ListedProject]:
    """List a user's projects: GraphQL shows a user's namespace to its owner only."""
    try:
        rows = api.rows(f"/users/{quote(name, safe='')}/projects", {"visibility": "public"})
    except NotThereError:
        said = f"there is no group or user called {name} at {api.host}, or it is not public"
        raise NoSuchAccountError(said) from None
    gids = [answers.gid_of(str(row.get("id"))) for row in rows]
    found = [p for few in chunks(gids, IDS_AT_ONCE) for p in _all(api, {"ids": few})]
    if len(found) != len(gids):
        raise ListingError(f"{api.host} gave {len(found)} of {len(gids)} projects")
    return found


def _all(api: Api, which: Mapping[str, object]) -> list[ListedProject]:
    found = _pages(api, documents.PROJECTS, which)
    if found is None:
        raise api.in_another_shape()
    if len(found.projects) != found.total:
        raise ListingError(f"{api.host} gave {len(found.projects)} of {found.total} projects")
    return found.projects


def _pages(api: Api, document: str, which: Mapping[str, object]) -> _Pages | None:
    """Collect all pages; None where there is no such owner, or it is hidden from us."""
    found: dict[str, ListedProject] = {}
    pace, after = Pace(), None
    while True:
        data = _page(api, document, {**which, "after": after}, pace)
        place = data.get("group", data)
        if place is None:
            return None
        page = _read(api, place)
        found |= {project.id: project for project in page.nodes}
        if not page.page_info.has_next_page:
            return _Pages(list(found.values()), page.count)
        if page.page_info.end_cursor in (None, after):
            raise ListingError(f"{api.host} gives the same page of projects for ever")
        after = page.page_info.end_cursor


def _page(api: Api, document: str, which: Mapping[str, object], pace: Pace) -> Json:
    while True:
        try:
            data, errors = api.graphql(document, {**which, "first": pace.size})
        except ListingError as fault:
            if not pace.shrink(fault):
                raise
            api.breathe(fault)
            continue
        if errors:
            raise ListingError(f"{api.host} gave only part of the list of projects")
        pace.learn(answers.read(answers.Complexity, data.get("queryComplexity")))
        return data


def _read(api: Api, place: object) -> answers.Projects:
    page = answers.read(
        answers.Projects, place.get("projects") if isinstance(place, dict) else None
    )
    if page is None:
        raise api.in_another_shape()
    return page


def _open(project: ListedProject) -> bool:
    return project.visibility == "public" and not doomed(project.full_path)


def _listed(project: ListedProject, account: Account) -> Listed:
    url = f"{account.base}/{project.full_path}"
    return Listed(
        url=url,
        location=f"{url}.git",
        id=f"{account.host}/{project.id}",
        handle=project.full_path,
        standing=_standing(project.repository),
        about=_about(project),
    )


def _standing(repository: answers.Repository | None) -> Standing | None:
    """Return where a repository stands; None: only its members may see it."""
    if repository is None:
        return None
    if repository.tree is None or repository.tree.last_commit is None:
        return Standing(None, None)
    return Standing(repository.root_ref, repository.tree.last_commit.sha)


def _about(project: ListedProject) -> ForgeAbout:
    """Map what a listing tells. GitLab has no homepage, and its licence is not in GraphQL."""
    languages = sorted(project.languages or (), key=lambda one: -(one.share or 0))
    return ForgeAbout(
        description=line(project.description),
        topics=tuple(sorted(topic for one in project.topics or () if (topic := line(one)))),
        stars=project.star_count,
        forks=project.forks_count,
        archived=bool(project.archived),
        visibility=project.visibility,
        created=project.created_at.date() if project.created_at else None,
        fork=bool(project.is_forked),
        tracker=project.issues_enabled,
        wiki=project.wiki_enabled,
        language=line(languages[0].name) if languages else None,
    )
