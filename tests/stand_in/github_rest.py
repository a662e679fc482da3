"""GitHub's REST interface over a body, with the names its documentation gives."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias
from urllib.parse import urlencode

from tests.stand_in.body import Body, Repo, Thread, commit_of
from tests.stand_in.github_nodes import tag_names
from tests.stand_in.github_world import (
    UnknownQualifierError,
    World,
    search_repositories,
    search_threads,
    stamp,
    updated,
)
from tests.stand_in.server import Answer, Request

Json: TypeAlias = dict[str, Any]
NOT_FOUND = Answer.of({"message": "Not Found", "status": "404"}, 404)


class Call(NamedTuple):
    """A request to the interface below ``base``."""

    world: World
    request: Request
    base: str

    def listed(self, items: Sequence[Json]) -> Answer:
        """Answer with the page of a list that was asked for, and links to its neighbours."""
        return self._linked(items[self._part()], len(items))

    def found(self, items: Sequence[Json]) -> Answer:
        """Answer a search, which finds a thousand at most."""
        shown = items[:1000][self._part()]
        told = {"total_count": len(items), "incomplete_results": False, "items": shown}
        return self._linked(told, min(1000, len(items)))

    def _size(self) -> int:
        return min(100, int(self.request.query.get("per_page", 30)))

    def _page(self) -> int:
        return max(1, int(self.request.query.get("page", 1)))

    def _part(self) -> slice:
        return slice((self._page() - 1) * self._size(), self._page() * self._size())

    def _linked(self, told: object, count: int) -> Answer:
        last, page = max(1, -(-count // self._size())), self._page()
        pages = {"prev": page - 1, "next": page + 1, "last": last, "first": 1}
        wanted = ("prev", "first") * (page > 1) + ("next", "last") * (page < last)
        links = [f'<{self._address(pages[rel])}>; rel="{rel}"' for rel in wanted]
        return Answer.of(told, link=", ".join(links)) if links else Answer.of(told)

    def _address(self, page: int) -> str:
        query = {**self.request.query, "page": str(page)}
        return f"{self.base}{self.request.path}?{urlencode(query)}"


def rest(world: World, request: Request, base: str) -> Answer | None:
    """Answer a request to the interface, or None: it is none of its."""
    call = Call(world, request, base)
    if request.method != "GET":
        return None
    for pattern, answer in _ROUTES:
        if match := re.fullmatch(pattern, request.path):
            return answer(call, *match.groups())
    return None


def _account(call: Call, login: str) -> Answer:
    body = call.world.body(login)
    if body is None or (body.user and call.request.path.startswith("/orgs/")):
        return NOT_FOUND
    return Answer.of(account(call, body))


def account(call: Call, body: Body) -> Json:
    """Return an organisation or a user."""
    part = "users" if body.user else "orgs"
    return {
        "login": body.login, "id": 1, "node_id": f"{'U' if body.user else 'O'}_{body.login}",
        "type": "User" if body.user else "Organization",
        "url": f"{call.base}/{part}/{body.login}",
        "repos_url": f"{call.base}/{part}/{body.login}/repos",
        "html_url": f"{call.world.home}/{body.login}",
        "public_repos": sum(not repo.private for repo in call.world.owned(body)),
    }  # fmt: skip


def _repositories(call: Call, login: str) -> Answer:
    body = call.world.body(login)
    if body is None or (body.user and call.request.path.startswith("/orgs/")):
        return NOT_FOUND
    query, repositories = call.request.query, call.world.owned(body)
    if query.get("type") == "public":
        repositories = [repo for repo in repositories if not repo.private]
    usual = "created" if call.request.path.startswith("/orgs/") else "full_name"
    sort = query.get("sort", usual)
    direction = query.get("direction", "asc" if sort == "full_name" else "desc")
    keys: Mapping[str, Callable[[Repo], Any]] = {
        "full_name": lambda repo: repo.full_name.lower(), "created": lambda repo: repo.created,
        "updated": lambda repo: repo.updated, "pushed": lambda repo: repo.committed,
    }  # fmt: skip
    repositories.sort(key=keys[sort], reverse=direction == "desc")
    return call.listed([repository(call, repo) for repo in repositories])


def _repository(call: Call, full_name: str, below: str | None) -> Answer:
    repo = call.world.named(full_name)
    if repo is None:
        return NOT_FOUND
    if repo.full_name.lower() != full_name.lower():
        where = f"{call.base}/repositories/{repo.id}{below or ''}"
        moved = {"message": "Moved Permanently", "url": where}
        return Answer.of(moved, 301, location=where)
    return _part(call, repo, (below or "").strip("/"))


def _numbered(call: Call, number: str, below: str | None) -> Answer:
    repo = call.world.by_id().get(int(number))
    return _part(call, repo, (below or "").strip("/")) if repo else NOT_FOUND


def _part(call: Call, repo: Repo, part: str) -> Answer:
    if not part:
        parent = call.world.parent(repo)
        whole = repository(call, repo) | ({"parent": repository(call, parent)} if parent else {})
        return Answer.of(whole)
    for pattern, answer in _PARTS:
        if match := re.fullmatch(pattern, part):
            return answer(call, repo, *match.groups())
    return NOT_FOUND


def repository(call: Call, repo: Repo) -> Json:
    """Return a repository as lists show it."""
    url = f"{call.base}/repos/{repo.full_name}"
    home = f"{call.world.home}/{repo.full_name}"
    owner = call.world.body(repo.owner) or Body(repo.owner)
    return {
        "id": repo.id, "node_id": f"R_{repo.id}", "name": repo.name, "full_name": repo.full_name,
        "private": repo.private, "visibility": "private" if repo.private else "public",
        "owner": account(call, owner) if owner.repositories == [] else _owner(call, owner),
        "html_url": home, "clone_url": f"{home}.git", "url": url,
        "description": repo.description, "homepage": repo.homepage, "topics": list(repo.topics),
        "fork": repo.parent is not None, "mirror_url": repo.mirror_of,
        "is_template": repo.template, "archived": repo.archived is not None, "disabled": False,
        "created_at": stamp(repo.created), "updated_at": stamp(repo.updated),
        "pushed_at": stamp(repo.committed), "size": repo.kilobytes,
        "stargazers_count": repo.stars, "watchers_count": repo.stars, "forks_count": repo.forks,
        "open_issues_count": sum(not t.closed and not t.merged for t in repo.threads),
        "has_issues": repo.tracker, "has_wiki": repo.wiki, "has_discussions": repo.discussions,
        "has_projects": False, "has_pages": False, "language": repo.language,
        "license": repo.licence and {
            "key": repo.licence.lower(), "name": repo.licence, "spdx_id": repo.licence},
        "default_branch": repo.branch, "allow_forking": True,
    }  # fmt: skip


def _owner(call: Call, body: Body) -> Json:
    return {
        "login": body.login, "id": 1, "type": "User" if body.user else "Organization",
        "url": f"{call.base}/users/{body.login}", "html_url": f"{call.world.home}/{body.login}",
    }  # fmt: skip


def _search(call: Call, what: str) -> Answer:
    query = call.request.query.get("q", "")
    try:
        if what == "repositories":
            repos = search_repositories(call.world, query)
            return call.found([repository(call, repo) for repo in repos])
        hits = search_threads(call.world, query)
    except UnknownQualifierError as error:
        return Answer.of({"message": "Validation Failed", "errors": [{"message": str(error)}]}, 422)
    return call.found([_thread(call, hit.repo, hit.thread) for hit in hits])


def _thread(call: Call, repo: Repo, thread: Thread) -> Json:
    url = f"{call.base}/repos/{repo.full_name}/issues/{thread.number}"
    home = f"{call.world.home}/{repo.full_name}"
    part = "pull" if thread.change else "issues"
    author = {"login": thread.author, "id": 2, "type": "Bot" if thread.bot else "User",
              "url": f"{call.base}/users/{thread.author}"}  # fmt: skip
    closed = thread.merged or thread.closed
    told = {
        "number": thread.number, "url": url, "html_url": f"{home}/{part}/{thread.number}",
        "state": "closed" if closed else "open", "user": author if thread.author else None,
        "labels": [{"name": label} for label in thread.labels], "comments": len(thread.comments),
        "title": f"Something about {repo.name}", "created_at": stamp(thread.opened),
        "updated_at": stamp(updated(thread)), "closed_at": stamp(closed),
        "author_association": "NONE" if thread.outside else "MEMBER",
    }  # fmt: skip
    merged = {"url": url.replace("issues", "pulls"), "merged_at": stamp(thread.merged)}
    return told | ({"pull_request": merged} if thread.change else {})


def _threads(call: Call, repo: Repo, what: str) -> Answer:
    state = call.request.query.get("state", "open")
    threads = [
        t
        for t in repo.threads
        if (what == "issues" or t.change)
        and state in {"all", "closed" if t.closed or t.merged else "open"}
    ]
    return call.listed([_thread(call, repo, thread) for thread in threads])


def _releases(call: Call, repo: Repo) -> Answer:
    return call.listed([
        {
            "id": number, "url": f"{call.base}/repos/{repo.full_name}/releases/{number}",
            "tag_name": release.tag, "name": release.tag, "body": release.notes, "draft": False,
            "prerelease": release.prerelease, "created_at": stamp(release.on),
            "published_at": stamp(release.on),
        }
        for number, release in enumerate(repo.releases)
    ])  # fmt: skip


def _tags(call: Call, repo: Repo) -> Answer:
    return call.listed([
        {"name": tag, "commit": _commit(call, repo, commit_of((repo.id, tag)))}
        for tag in sorted(tag_names(repo))
    ])  # fmt: skip


def _commits(call: Call, repo: Repo) -> Answer:
    return call.listed([_commit(call, repo, repo.commit)] if repo.commit else [])


def _commit(call: Call, repo: Repo, commit: str) -> Json:
    when = {"date": stamp(repo.committed)}
    url = f"{call.base}/repos/{repo.full_name}/commits/{commit}"
    return {"sha": commit, "url": url, "commit": {"committer": when, "author": when}}


def _contributors(call: Call, repo: Repo) -> Answer:
    del repo
    people = [{"login": "one-of-us", "id": 3, "contributions": 7,
               "url": f"{call.base}/users/one-of-us"}]  # fmt: skip
    return call.listed(people)


def _content(call: Call, repo: Repo, path: str) -> Answer:
    text = b64encode(f"# {repo.name}\n".encode()).decode()
    name = {"readme": "README.md", "license": "LICENSE"}.get(path, path.removeprefix("contents/"))
    if name not in {"README.md", "LICENSE", "composer.json"}:
        return NOT_FOUND
    url = f"{call.base}/repos/{repo.full_name}/contents/{name}"
    told = {"type": "file", "encoding": "base64", "name": name, "path": name, "content": text,
            "sha": commit_of(name), "size": len(text), "url": url}  # fmt: skip
    licence = {"license": {"key": "mit", "name": "MIT License", "spdx_id": "MIT"}}
    return Answer.of(told | (licence if path == "license" else {}))


def _compare(call: Call, repo: Repo, _base: str, head: str) -> Answer:
    distance = call.world.distance(repo, head)
    if distance is None:
        return NOT_FOUND
    ahead, behind = distance
    diverged = "diverged" if ahead and behind else "identical"
    status = "ahead" if ahead > behind == 0 else "behind" if behind > ahead == 0 else diverged
    url = f"{call.base}{call.request.path}"
    told = {"url": url, "ahead_by": ahead, "behind_by": behind, "status": status}
    return Answer.of({**told, "total_commits": ahead, "commits": [], "files": []})


def _community(_call: Call, repo: Repo) -> Answer:
    files = {"contributing": repo.contributing, "code_of_conduct": repo.conduct}
    return Answer.of({"files": {k: v and {"html_url": v} for k, v in files.items()}})


_ROUTES: Sequence[tuple[str, Callable[..., Answer]]] = (
    (r"/(?:orgs|users)/([^/]+)", _account),
    (r"/(?:orgs|users)/([^/]+)/repos", _repositories),
    (r"/repos/([^/]+/[^/]+)(/.*)?", _repository),
    (r"/repositories/(\d+)(/.*)?", _numbered),
    (r"/search/(repositories|issues)", _search),
)
_PARTS: Sequence[tuple[str, Callable[..., Answer]]] = (
    ("topics", lambda _call, repo: Answer.of({"names": list(repo.topics)})),
    ("languages", lambda _call, repo: Answer.of({repo.language: 1000} if repo.language else {})),
    ("releases", _releases),
    ("tags", _tags),
    ("commits", _commits),
    ("contributors", _contributors),
    ("(issues|pulls)", _threads),
    ("(readme|license|contents/.+)", _content),
    (r"compare/(.+?)\.\.\.(.+)", _compare),
    ("community/profile", _community),
)
