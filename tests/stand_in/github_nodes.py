"""The body as nodes of GitHub's graph: a field's value, or a function of its arguments."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias, TypeVar

from tests.stand_in.body import LONG_AGO, Body, Comment, Release, Repo, Thread, commit_of
from tests.stand_in.github_world import (
    Hit,
    World,
    search_repositories,
    search_threads,
    stamp,
    state_of,
    updated,
)

Node: TypeAlias = Mapping[str, Any]
T = TypeVar("T")


class RefusedError(Exception):
    """GitHub's refusal of a part of a query: its kind and its words."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


def missing(what: str, how: str, which: str) -> RefusedError:
    """Say that there is no such thing, or that whoever asks may not see it."""
    article = "an" if what[0] in "AEIOU" else "a"
    return RefusedError(
        "NOT_FOUND", f"Could not resolve to {article} {what} with the {how} {which}."
    )


def root(world: World, rate: Node) -> Node:
    """Return what a query starts from."""
    return {
        "rateLimit": rate,
        "repositoryOwner": lambda login: _owner(world, world.body(login)),
        "organization": lambda login: _account(world, login, "Organization"),
        "user": lambda login: _account(world, login, "User"),
        "repository": partial(_named, world),
        "node": lambda id: _nodes(world, [id])[0],  # noqa: A006 - the argument's name
        "nodes": lambda ids: _nodes(world, ids),
        "search": partial(_search, world),
    }


def _account(world: World, login: str, kind: str) -> Node | RefusedError | None:
    node = _owner(world, world.body(login))
    if node and node["__typename"] == kind:
        return node
    if node is None and kind == "User" and (thread := world.thread_by(login)):
        return _author(thread)
    return missing(kind, "login of", f"'{login}'")


def _owner(world: World, body: Body | None) -> Node | None:
    if body is None:
        return None
    return {
        **_actor("User" if body.user else "Organization", body.login),
        "name": body.login.title(),
        "url": f"{world.home}/{body.login}",
        "repositories": partial(_repositories, world, body),
    }


def _actor(kind: str, login: str) -> Node:
    return {"__typename": kind, "id": f"{kind[0]}_{login}", "login": login}


def _repositories(world: World, body: Body, **wanted: Any) -> Node:
    repositories = world.owned(body)
    visibility = wanted.get("visibility") or wanted.get("privacy")
    if visibility:
        repositories = [r for r in repositories if r.private == (visibility != "PUBLIC")]
    if "OWNER" not in wanted.get("ownerAffiliations", ["OWNER"]):
        repositories = []
    tests: Mapping[str, Callable[[Repo], bool]] = {
        "isFork": lambda repo: repo.parent is not None,
        "isArchived": lambda repo: repo.archived is not None,
        "hasIssuesEnabled": lambda repo: repo.tracker,
    }
    for name, test in tests.items():
        if wanted.get(name) is not None:
            repositories = [r for r in repositories if test(r) == wanted[name]]
    repositories = _ordered(repositories, wanted.get("orderBy"), {
        "NAME": lambda repo: repo.name.lower(), "STARGAZERS": lambda repo: repo.stars,
        "CREATED_AT": lambda repo: repo.created, "UPDATED_AT": lambda repo: repo.updated,
        "PUSHED_AT": lambda repo: repo.committed,
    })  # fmt: skip
    return _page(repositories, partial(repository, world), wanted)


def _ordered(
    items: Sequence[T], order: Node | None, keys: Mapping[str, Callable[[T], Any]]
) -> list[T]:
    if order is None:
        return list(items)
    return sorted(items, key=keys[order["field"]], reverse=order["direction"] == "DESC")


def _page(items: Sequence[T], node: Callable[[T], Any], wanted: Node) -> dict[str, Any]:
    """Return the part of a list that ``first`` and ``after`` or ``last`` and ``before`` name."""
    start = _place(wanted["after"]) + 1 if wanted.get("after") else 0
    end = _place(wanted["before"]) if wanted.get("before") else len(items)
    if wanted.get("first") is not None:
        end = min(end, start + wanted["first"])
    elif wanted.get("last") is not None:
        start = max(start, end - wanted["last"])
    shown = items[start:end]
    return {
        "totalCount": len(items),
        "nodes": lambda: [node(item) for item in shown],
        "edges": lambda: [
            {"cursor": _cursor(start + n), "node": node(item)} for n, item in enumerate(shown)
        ],
        "pageInfo": {
            "hasNextPage": end < len(items),
            "hasPreviousPage": start > 0,
            "startCursor": _cursor(start) if shown else None,
            "endCursor": _cursor(start + len(shown) - 1) if shown else None,
        },
    }


def _cursor(place: int) -> str:
    return b64encode(f"cursor:{place}".encode()).decode()


def _place(cursor: str) -> int:
    try:
        return int(b64decode(cursor).decode().removeprefix("cursor:"))
    except ValueError as error:
        raise RefusedError(
            "INVALID_CURSOR_ARGUMENTS", f"`{cursor}` does not appear to be a valid cursor."
        ) from error


def _named(world: World, owner: str, name: str, *, followRenames: bool = True) -> Any:  # noqa: N803
    full_name = f"{owner}/{name}"
    repo = world.named(full_name)
    if repo is None or (not followRenames and repo.full_name.lower() != full_name.lower()):
        return missing("Repository", "name", f"'{full_name}'")
    return repository(world, repo)


def _nodes(world: World, ids: Sequence[str]) -> list[Any]:
    if len(ids) > 100:
        raise RefusedError("ARGUMENT_LIMIT", f"You may not provide more than 100 node ids; "
                           f"you provided {len(ids)}.")  # fmt: skip
    known = world.by_id()
    repos = [known.get(int(i.removeprefix("R_"))) if _is_repository(i) else None for i in ids]
    return [
        repository(world, repo) if repo else missing("node", "global id of", f"'{id_}'")
        for id_, repo in zip(ids, repos, strict=True)
    ]


def _is_repository(id_: str) -> bool:
    return id_.startswith("R_") and id_.removeprefix("R_").isdigit()


def _search(world: World, type: str, query: str, **wanted: Any) -> Node:  # noqa: A002
    hits: list[Any] = []
    if type == "REPOSITORY":
        repos = search_repositories(world, query)
        hits = [partial(repository, world, repo) for repo in repos]
    elif type.startswith("ISSUE"):
        hits = [partial(thread_node, world, hit) for hit in search_threads(world, query)]
    else:
        raise LookupError(f"the stand-in does not search by {type}")
    counted = "repositoryCount" if type == "REPOSITORY" else "issueCount"
    others = {"repositoryCount": 0, "issueCount": 0, "userCount": 0, "discussionCount": 0}
    page = _page(hits[:1000], lambda made: made(), wanted)
    return {**page, **others, counted: len(hits)}


def repository(world: World, repo: Repo) -> Node:
    """Return a repository with every field that the stand-in knows."""
    url = f"{world.home}/{repo.full_name}"
    return {
        "__typename": "Repository", "id": f"R_{repo.id}", "databaseId": repo.id,
        "name": repo.name, "nameWithOwner": repo.full_name, "url": url,
        "owner": lambda: _owner(world, world.body(repo.owner) or Body(repo.owner)),
        "description": repo.description, "homepageUrl": repo.homepage,
        "stargazerCount": repo.stars, "forkCount": repo.forks,
        "isArchived": repo.archived is not None, "archivedAt": stamp(repo.archived),
        "visibility": "PRIVATE" if repo.private else "PUBLIC", "isPrivate": repo.private,
        "createdAt": stamp(repo.created), "updatedAt": stamp(repo.updated),
        "pushedAt": stamp(repo.committed), "isFork": repo.parent is not None,
        "isMirror": repo.mirror_of is not None, "mirrorUrl": repo.mirror_of,
        "isTemplate": repo.template, "isEmpty": repo.commit is None, "diskUsage": repo.kilobytes,
        "isDisabled": False, "isLocked": False, "isInOrganization": True,
        "parent": lambda: (parent := world.parent(repo)) and repository(world, parent),
        "hasIssuesEnabled": repo.tracker, "hasWikiEnabled": repo.wiki,
        "hasDiscussionsEnabled": repo.discussions,
        "licenseInfo": repo.licence and {
            "spdxId": repo.licence, "name": repo.licence, "key": repo.licence.lower()},
        "primaryLanguage": repo.language and {"name": repo.language},
        "repositoryTopics": lambda **wanted: _page(
            repo.topics, lambda topic: {"topic": {"name": topic}}, wanted),
        "defaultBranchRef": lambda: repo.commit and _branch(world, repo, repo.commit),
        "refs": partial(_refs, world, repo),
        "releases": partial(_releases, repo, url),
        "latestRelease": lambda: next(
            (_release(url, r) for r in _newest(repo) if not r.prerelease), None),
        "issues": partial(_threads, world, repo, "Issue"),
        "pullRequests": partial(_threads, world, repo, "PullRequest"),
        "securityPolicyUrl": repo.security_policy,
        "isSecurityPolicyEnabled": repo.security_policy is not None,
        "contributingGuidelines": repo.contributing and {"url": repo.contributing},
        "codeOfConduct": repo.conduct and {
            "url": repo.conduct, "key": "other", "name": "Other"},
    }  # fmt: skip


def _branch(world: World, repo: Repo, commit: str) -> Node:
    def compare(headRef: str) -> Node:  # noqa: N803 - the argument's name
        distance = world.distance(repo, headRef)
        if distance is None:
            raise RefusedError("NOT_FOUND", f"Could not find a ref named '{headRef}'.")
        ahead, behind = distance
        diverged = "DIVERGED" if ahead and behind else "IDENTICAL"
        status = "AHEAD" if ahead > behind == 0 else "BEHIND" if behind > ahead == 0 else diverged
        return {"aheadBy": ahead, "behindBy": behind, "status": status}

    return {
        **_ref(repo, "refs/heads/", repo.branch, commit), "compare": compare,
        "refUpdateRule": {"pattern": repo.branch} if repo.protected else None,
        "rules": lambda **wanted: _page(
            repo.rules, lambda kind: {"id": f"RR_{kind}", "type": kind}, wanted),
    }  # fmt: skip


def _ref(repo: Repo, prefix: str, name: str, commit: str) -> Node:
    commits = tuple(enumerate(repo.commits))
    target = {
        "__typename": "Commit", "id": f"C_{commit}", "oid": commit,
        "committedDate": stamp(repo.committed),
        "history": lambda **wanted: _page(commits, lambda one: _commit(*one), wanted),
    }  # fmt: skip
    return {"id": f"REF_{repo.id}_{name}", "name": name, "prefix": prefix, "target": target}


def tag_names(repo: Repo) -> list[str]:
    """Return the tags of a repository: its releases', and made-up ones up to their number."""
    named = [release.tag for release in repo.releases][: repo.tags]
    return [*named, *(f"v0.{n}.0" for n in range(repo.tags - len(named)))]


def _refs(world: World, repo: Repo, refPrefix: str, **wanted: Any) -> Node:  # noqa: N803
    if refPrefix == "refs/heads/":
        heads = [repo.commit] if repo.commit else []
        return _page(heads, lambda commit: _branch(world, repo, commit), wanted)
    return _page(
        sorted(tag_names(repo)),
        lambda tag: _ref(repo, refPrefix, tag, commit_of((repo.id, tag))),
        wanted,
    )


def _newest(repo: Repo) -> list[Release]:
    return sorted(repo.releases, key=lambda release: release.on, reverse=True)


def _releases(repo: Repo, url: str, **wanted: Any) -> Node:
    releases = _ordered(_newest(repo), wanted.get("orderBy"), {
        "CREATED_AT": lambda release: release.on, "NAME": lambda release: release.tag,
    })  # fmt: skip
    return _page(releases, partial(_release, url), wanted)


def _release(url: str, release: Release) -> Node:
    return {
        "id": f"RE_{release.tag}", "tagName": release.tag, "name": release.tag,
        "publishedAt": stamp(release.on), "createdAt": stamp(release.on),
        "isPrerelease": release.prerelease, "isDraft": False, "description": release.notes,
        "url": f"{url}/releases/tag/{release.tag}",
    }  # fmt: skip


def _threads(world: World, repo: Repo, kind: str, **wanted: Any) -> Node:
    chosen = wanted.get("filterBy") or {}
    states = chosen.get("states") or wanted.get("states")
    labels = {label.lower() for label in chosen.get("labels") or wanted.get("labels") or ()}
    since = chosen.get("since")
    threads = [
        thread
        for thread in repo.threads
        if thread.change == (kind == "PullRequest")
        and (not states or state_of(thread) in states)
        and (not labels or labels & {label.lower() for label in thread.labels})
        and (not since or (stamp(updated(thread)) or "") >= since)
    ]
    order = wanted.get("orderBy") or {"field": "CREATED_AT", "direction": "ASC"}
    threads = _ordered(threads, order, {
        "CREATED_AT": lambda thread: thread.opened, "UPDATED_AT": updated,
        "COMMENTS": lambda thread: len(thread.comments),
    })  # fmt: skip
    return _page(threads, lambda thread: thread_node(world, Hit(repo, thread)), wanted)


def thread_node(world: World, hit: Hit) -> Node:
    """Return an issue or a pull request."""
    repo, thread = hit
    kind, part = ("PullRequest", "pull") if thread.change else ("Issue", "issues")
    node = {
        "__typename": kind, "id": f"{kind[0]}_{repo.id}_{thread.number}",
        "number": thread.number, "state": state_of(thread),
        "url": f"{world.home}/{repo.full_name}/{part}/{thread.number}",
        "title": f"Something about {repo.name}",
        "createdAt": stamp(thread.opened), "updatedAt": stamp(updated(thread)),
        "closedAt": stamp(thread.merged or thread.closed),
        "authorAssociation": _association(outside=thread.outside, merged=bool(thread.merged)),
        "author": lambda: _author(thread),
        "repository": lambda: repository(world, repo),
        "labels": lambda **wanted: _page(thread.labels, lambda label: {"name": label}, wanted),
        "comments": lambda **wanted: _page(thread.comments, _comment, wanted),
    }  # fmt: skip
    if thread.change:
        node |= {"mergedAt": stamp(thread.merged), "merged": thread.merged is not None,
                 "reviews": lambda **asked: _page(thread.approvers, _approval, asked)}  # fmt: skip
    return node


def _association(*, outside: bool, merged: bool = False) -> str:
    if not outside:
        return "MEMBER"
    return "CONTRIBUTOR" if merged else "NONE"


def _author(thread: Thread) -> Node | None:
    if not thread.author:
        return None  # the account was deleted
    if thread.bot:
        return _actor("Bot", thread.author)
    organisations = thread.author_organisations
    return {
        **_actor("User", thread.author),
        "organizations": lambda **wanted: _page(
            organisations, partial(_actor, "Organization"), wanted
        ),
    }


def _approval(login: str) -> Node:
    kind = "Bot" if login.endswith("-bot") else "User"
    return {"id": f"PRR_{login}", "state": "APPROVED", "createdAt": stamp(LONG_AGO),
            "authorAssociation": "MEMBER", "author": _actor(kind, login)}  # fmt: skip


def _commit(place: int, commit: tuple[str, bool]) -> Node:
    author, through = commit
    requests = ({"id": f"PR_{place}"},) if through else ()
    return {
        "id": f"C_{place}", "author": {"name": author},
        "associatedPullRequests": lambda **wanted: _page(requests, lambda one: one, wanted),
    }  # fmt: skip


def _comment(comment: Comment) -> Node:
    return {
        "id": f"IC_{stamp(comment.on)}",
        "createdAt": stamp(comment.on),
        "authorAssociation": _association(outside=comment.outside),
        "author": _actor("Bot", "a-bot")
        if comment.bot
        else _actor("User", "a-visitor" if comment.outside else "one-of-us"),
    }
