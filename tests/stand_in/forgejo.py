"""A stand-in Forgejo: made-up bodies in the shapes, pages and headers of the real one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from tests.stand_in.body import LONG_AGO, Body, Release, Repo, Thread
from tests.stand_in.server import Answer, Request

API = "/api/v1"
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # what an unset moment is answered as
PUBLIC = "https://git.example.org"  # links name the instance as its settings do, not as asked


@dataclass
class StandInForgejo:
    """Answers for one body. ``cap`` is what a page holds at most, ``token`` who is signed in.

    To somebody signed in, private repositories count in an account's total, but a page leaves them
    out, as for a token that may not see them.
    """

    body: Body
    token: str | None = None
    cap: int = 50

    def __call__(self, request: Request) -> Answer | None:
        """Answer a request below the API's path; None for any other."""
        if not request.path.startswith(f"{API}/"):
            return None
        shown = request.headers.get("authorization")
        if shown is not None and shown != f"token {self.token}":
            return Answer.of({"message": "user does not exist [uid: 0, name: ]"}, 401)
        return self._answer(request, request.path.removeprefix(API).strip("/").split("/"))

    def _answer(self, request: Request, parts: Sequence[str]) -> Answer | None:
        match parts:
            case ["orgs", login, "repos"] if login == self.body.login and not self.body.user:
                return self._owned(request)
            case ["users", login, "repos"] if login == self.body.login:
                return self._owned(request)
            case ["repos", "search"]:
                return self._search(request)
            case ["repos", "issues", "search"]:
                return self._issues(request)
        return self._about_one(request, parts)

    def _about_one(self, request: Request, parts: Sequence[str]) -> Answer | None:
        match parts:
            case ["repos", owner, name]:
                return self._one(f"{owner}/{name}")
            case ["repos", owner, name, "releases"]:
                return self._releases(request, f"{owner}/{name}")
            case ["repositories", number]:
                found = next((r for r in self._public() if r.id == int(number)), None)
                return Answer.of(self._repository(found)) if found else None
        return None

    def _public(self) -> list[Repo]:
        return [repo for repo in self.body.repositories if not repo.private]

    def _owned(self, request: Request) -> Answer:
        own = sorted((r for r in self.body.repositories if r.owner == self.body.login), key=_id)
        counted = own if "authorization" in request.headers else [r for r in own if not r.private]
        page, headers = self._page(request, counted)
        return _answer([self._repository(r) for r in page if not r.private], headers)

    def _search(self, request: Request) -> Answer:
        query, found = request.query, sorted(self._public(), key=_id)
        if query.get("topic") == "true":
            found = [repo for repo in found if query["q"] in repo.topics]
        if "uid" in query:
            found = [repo for repo in found if _number(repo.owner) == int(query["uid"])]
        page, headers = self._page(request, found)
        return _answer({"ok": True, "data": [self._repository(r) for r in page]}, headers)

    def _issues(self, request: Request) -> Answer:
        labels = set(request.query["labels"].split(","))
        issues = [
            (repo, thread)
            for repo in self._public()
            if repo.owner == request.query["owner"]
            for thread in repo.threads
            if not thread.change and thread.closed is None
        ]
        if any(labels & set(thread.labels) for _, thread in issues):
            issues = [(repo, thread) for repo, thread in issues if labels & set(thread.labels)]
        page, headers = self._page(request, issues)
        return _answer([_issue(repo, thread) for repo, thread in page], headers)

    def _one(self, full_name: str) -> Answer | None:
        found = self.body.named(full_name)
        if found is None or found.private:
            return None
        if found.full_name.lower() != full_name.lower():
            return Answer(307, headers={"Location": f"{API}/repos/{found.full_name}"})
        return Answer.of(self._repository(found))

    def _releases(self, request: Request, full_name: str) -> Answer | None:
        found = self.body.named(full_name)
        if found is None or found.private:
            return None
        page, headers = self._page(request, sorted(found.releases, key=_on, reverse=True))
        return _answer([_release(release) for release in page], headers)

    def _page(self, request: Request, found: Sequence[Any]) -> tuple[Sequence[Any], dict[str, str]]:
        limit = min(int(request.query.get("limit", 30)), self.cap)
        page = int(request.query.get("page", 1))
        headers = {"X-Total-Count": str(len(found))}
        links = []
        if page * limit < len(found):
            links += [
                _link(request, page + 1, "next"),
                _link(request, -(-len(found) // limit), "last"),
            ]
        if page > 1:
            links += [_link(request, 1, "first"), _link(request, page - 1, "prev")]
        if links:
            headers["Link"] = ",".join(links)
        return found[(page - 1) * limit : page * limit], headers

    def _repository(self, repo: Repo, *, parents: bool = True) -> dict[str, object]:
        parent = self.body.named(repo.parent) if repo.parent and parents else None
        open_ones = [thread for thread in repo.threads if thread.closed is None]
        told = {
            "id": repo.id,
            "owner": _account(repo.owner),
            "name": repo.name,
            "full_name": repo.full_name,
            "description": repo.description or "",
            "empty": repo.commit is None,
            "private": repo.private,
            "fork": repo.parent is not None,
            "template": False,
            "mirror": repo.mirror_of is not None,
            "original_url": repo.mirror_of or "",
            "language": repo.language or "",
            "html_url": f"{PUBLIC}/{repo.full_name}",
            "clone_url": f"{PUBLIC}/{repo.full_name}.git",
            "website": repo.homepage or "",
            "size": repo.kilobytes,
            "stars_count": repo.stars,
            "forks_count": repo.forks,
            "open_issues_count": sum(not thread.change for thread in open_ones),
            "open_pr_counter": sum(thread.change for thread in open_ones),
            "release_counter": len(repo.releases),
            "default_branch": repo.branch,
            "archived": repo.archived is not None,
            "created_at": _moment(repo.created),
            "updated_at": _moment(pushed(repo)),
            "archived_at": _moment(repo.archived or NEVER),
            "has_issues": repo.tracker,
            "has_wiki": repo.wiki,
            "has_pull_requests": True,
            "has_releases": True,
            "internal": False,
            "topics": list(repo.topics) or None,
        }
        if repo.licence:
            told["licenses"] = [repo.licence]
        if parent:
            told["parent"] = self._repository(parent, parents=False)
        return told


def pushed(repo: Repo) -> datetime:
    """Return when a repository was last pushed to: another moment for another commit."""
    return LONG_AGO + timedelta(minutes=int((repo.commit or "0")[:4], 16))


def _answer(value: object, headers: dict[str, str]) -> Answer:
    return replace(Answer.of(value), headers=headers)


def _account(login: str) -> dict[str, object]:
    return {"id": _number(login), "login": login, "visibility": "public"}


def _number(login: str) -> int:
    return sum(login.encode())


def _issue(repo: Repo, thread: Thread) -> dict[str, object]:
    return {
        "id": repo.id * 1000 + thread.number,
        "number": thread.number,
        "user": _account(thread.author),
        "title": "An issue",
        "labels": [{"id": 1, "name": name} for name in thread.labels],
        "state": "open",
        "comments": len(thread.comments),
        "created_at": _moment(thread.opened),
        "pull_request": None,
        "repository": {"id": repo.id, "name": repo.name, "full_name": repo.full_name},
    }


def _release(release: Release) -> dict[str, object]:
    return {
        "id": 1,
        "tag_name": release.tag,
        "body": release.notes,
        "draft": False,
        "prerelease": release.prerelease,
        "created_at": _moment(release.on),
        "published_at": _moment(release.on),
    }


def _link(request: Request, page: int, relation: str) -> str:
    query = urlencode({**request.query, "page": page})
    return f'<{PUBLIC}{request.path}?{query}>; rel="{relation}"'


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _id(repo: Repo) -> int:
    return repo.id


def _on(release: Release) -> datetime:
    return release.on
