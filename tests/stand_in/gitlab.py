"""A GitLab on this machine: the parts of its GraphQL and REST that are asked, over a made-up body.

Documents are checked and executed against a small schema of our own, so a field that GitLab does
not have, or an argument of another type, fails as it would there; so does a question that costs
more than the limit. What a list costs is counted by GitLab's public rule: each item adds 1 %.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, TypeAlias
from urllib.parse import unquote

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    build_schema,
    execute_sync,
    parse,
    validate,
)
from graphql.language import IntValueNode, VariableNode

from tests.stand_in.body import Body, Comment, Release, Repo, Thread
from tests.stand_in.server import Answer, Request

Json: TypeAlias = dict[str, Any]

SCHEMA = """
scalar Time
enum ProjectMemberRelation { DIRECT INHERITED DESCENDANTS INVITED_GROUPS SHARED_INTO_ANCESTORS }
enum GroupMemberRelation { DIRECT INHERITED DESCENDANTS SHARED_FROM_GROUPS }
enum IssuableState { opened closed locked all }
enum MergeRequestState { opened closed locked all merged }
type PageInfo { hasNextPage: Boolean! endCursor: String }
type QueryComplexity { score: Int limit: Int }
type User { id: ID! bot: Boolean! }
type Member { user: User }
type MemberConnection { pageInfo: PageInfo! nodes: [Member] }
type Commit { sha: String! }
type Tree { lastCommit: Commit }
type Repository { rootRef: String tree: Tree }
type RepositoryLanguage { name: String! share: Float }
type Release { tagName: String releasedAt: Time description: String }
type ReleaseConnection { count: Int! nodes: [Release] }
type Note { createdAt: Time! system: Boolean! internal: Boolean author: User }
type NoteConnection { pageInfo: PageInfo! nodes: [Note] }
type Issue {
  iid: ID! createdAt: Time! closedAt: Time confidential: Boolean! author: User!
  notes(first: Int): NoteConnection!
}
type IssueConnection { count: Int! pageInfo: PageInfo! nodes: [Issue] }
type MergeRequest {
  createdAt: Time! closedAt: Time mergedAt: Time author: User sourceProject: Project
  notes(first: Int): NoteConnection! approvedBy(first: Int): UserConnection
}
type UserConnection { nodes: [User] }
type MergeRequestConnection { count: Int! pageInfo: PageInfo! nodes: [MergeRequest] }
type ForkDetails { ahead: Int behind: Int }
type Project {
  id: ID! fullPath: ID! description: String topics: [String!] starCount: Int! forksCount: Int!
  archived: Boolean visibility: String createdAt: Time issuesEnabled: Boolean wikiEnabled: Boolean
  isForked: Boolean! languages: [RepositoryLanguage!] repository: Repository group: Group
  openIssuesCount: Int openMergeRequestsCount: Int
  forkDetails(ref: String): ForkDetails
  releases(first: Int): ReleaseConnection
  projectMembers(relations: [ProjectMemberRelation!], first: Int): MemberConnection
  issues(state: IssuableState, labelName: [String], createdAfter: Time, first: Int): IssueConnection
  mergeRequests(
    state: MergeRequestState, createdAfter: Time, mergedAfter: Time, first: Int
  ): MergeRequestConnection
}
type ProjectConnection { count: Int! pageInfo: PageInfo! nodes: [Project] }
type Group {
  fullPath: ID!
  projects(includeSubgroups: Boolean = false, first: Int, after: String): ProjectConnection!
  groupMembers(relations: [GroupMemberRelation!], first: Int, after: String): MemberConnection
}
type Query {
  queryComplexity: QueryComplexity
  group(fullPath: ID!): Group
  project(fullPath: ID!): Project
  projects(
    ids: [ID!], fullPaths: [String!], topics: [String!], first: Int, after: String
  ): ProjectConnection
}
"""
_CAP = 100
# What GitLab's schema gives a field beyond 1 (the dearer where two types have it), and what it
# adds to a field that a resolver answers.
_EXTRA = {
    "forksCount": 1, "rootRef": 1, "languages": 1, "lastCommit": 10, "ahead": 1, "behind": 1,
    "tree": 1, "forkDetails": 1, "mergedAt": 4, "closedAt": 4,
}  # fmt: skip
_RESOLVED = {
    "group": 1, "project": 1, "projects": 1, "releases": 2, "projectMembers": 1, "groupMembers": 1,
    "issues": 2, "mergeRequests": 2, "notes": 1, "tree": 1, "forkDetails": 1,
    "approvedBy": 1,
}  # fmt: skip


@dataclass
class GitLabStandIn:
    """Answers for one body. ``lacks`` names fields, ``Type.field``, of newer GitLabs."""

    body: Body
    token: str | None = None
    limit: int | None = None
    members_hidden: bool = False
    lacks: frozenset[str] = frozenset()
    scores: list[int] = field(default_factory=list)

    def __call__(self, request: Request) -> Answer | None:
        """Answer one request; None: not GitLab's."""
        if not request.path.startswith("/api/"):
            return None
        shown = _token_of(request)
        if shown is not None and shown != self.token:
            return Answer.of({"message": "401 Unauthorized"}, 401)
        if request.path == "/api/graphql":
            asked = request.json()
            limit = self.limit or (250 if shown else 200)
            return Answer.of(self._graphql(asked["query"], asked["variables"], limit))
        return self._rest(request, request.path.removeprefix("/api/v4/").split("/"))

    def _graphql(self, query: str, variables: Json, limit: int) -> Json:
        schema, document = _schema(self.lacks), parse(query)
        if len(query) > 10_000:
            return {"errors": [{"message": "Query too large"}]}
        if invalid := validate(schema, document):
            return {"errors": [_as_gitlab_says(error) for error in invalid]}
        score = _cost(document, variables)
        if score > limit:
            said = f"Query has complexity of {score}, which exceeds max complexity of {limit}"
            return {"errors": [{"message": said}]}
        self.scores.append(score)
        world = _World(self.body, self.members_hidden).query(score, limit)
        result = execute_sync(schema, document, world, variable_values=variables)
        errors = [error.formatted for error in result.errors or ()]
        return {"data": result.data} | ({"errors": errors} if errors else {})

    def _rest(self, request: Request, parts: Sequence[str]) -> Answer:
        match [unquote(part) for part in parts]:
            case ["groups", path, "projects"] if not self.body.user:
                found = [r for r in self.body.repositories if _below(r.owner, path)]
            case ["users", name, "projects"] if self.body.user and name == self.body.login:
                found = [r for r in self.body.repositories if r.owner == name]
            case ["projects", name]:
                return self._one(name)
            case _:
                return Answer.of({"message": "404 Not found"}, 404)
        return _rest_page(request, [_rest_project(self.body, r) for r in found if not r.private])

    def _one(self, name: str) -> Answer:
        by_id = (r for r in self.body.repositories if str(r.id) == name)
        repo = next(by_id, None) or self.body.named(name)
        if repo is None or repo.private:
            return Answer.of({"message": "404 Project Not Found"}, 404)
        return Answer.of(_rest_project(self.body, repo))


def _token_of(request: Request) -> str | None:
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    names = ("private-token", "job-token")
    return bearer or next((request.headers[n] for n in names if n in request.headers), None)


def _below(owner: str, path: str) -> bool:
    return owner == path or owner.startswith(f"{path}/")


def _rest_project(body: Body, repo: Repo) -> Json:
    told: Json = {"id": repo.id, "path_with_namespace": repo.full_name, "visibility": "public"}
    parent = body.named(repo.parent) if repo.parent else None
    if parent and not parent.private:
        told["forked_from_project"] = {"id": parent.id, "path_with_namespace": parent.full_name}
    return told


def _rest_page(request: Request, rows: list[Json]) -> Answer:
    size, page = int(request.query.get("per_page", 20)), int(request.query.get("page", 1))
    headers = {"x_total": str(len(rows))}
    if page * size < len(rows):
        query = "&".join(f"{k}={v}" for k, v in request.query.items() if k != "page")
        base = f"http://{request.headers['host']}{request.path}"
        headers["link"] = f'<{base}?{query}&page={page + 1}>; rel="next"'
    return Answer.of(rows[(page - 1) * size : page * size], 200, **headers)


@cache
def _schema(lacks: frozenset[str]) -> GraphQLSchema:
    schema = build_schema(SCHEMA)
    for name in lacks:
        kind, _, member = name.partition(".")
        del schema.type_map[kind].fields[member]  # type: ignore[attr-defined]  # an object type
    return schema


def _as_gitlab_says(error: GraphQLError) -> Json:
    """Give an error the words and the code that GitLab's library gives it."""
    words = error.message.split("'")
    if not error.message.startswith("Cannot query field"):
        return {"message": error.message}
    extensions = {"code": "undefinedField", "typeName": words[3], "fieldName": words[1]}
    said = f"Field '{words[1]}' doesn't exist on type '{words[3]}'"
    return {"message": said, "extensions": extensions}


def _cost(document: DocumentNode, variables: Json) -> int:
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    return _cost_of(operation.selection_set, variables)


def _cost_of(selections: SelectionSetNode | None, variables: Json) -> int:
    total = 0
    for one in selections.selections if selections else ():
        assert not isinstance(one, FragmentSpreadNode)
        if isinstance(one, FieldNode):
            total += _cost_of_field(one, variables)
    return total


def _cost_of_field(one: FieldNode, variables: Json) -> int:
    name = one.name.value
    child = _cost_of(one.selection_set, variables)
    if name not in _RESOLVED:
        return 1 + child + _EXTRA.get(name, 0)
    own = child + _RESOLVED[name] + _EXTRA.get(name, 0)
    if any(argument.name.value == "includeSubgroups" for argument in one.arguments or ()):
        own += 10
    return int(own * (1 + 0.01 * _first(one, variables)))


def _first(one: FieldNode, variables: Json) -> int:
    for argument in one.arguments or ():
        if argument.name.value == "first" and isinstance(argument.value, VariableNode):
            return min(_CAP, int(variables[argument.value.name.value]))
        if argument.name.value == "first" and isinstance(argument.value, IntValueNode):
            return min(_CAP, int(argument.value.value))
    return 0


Resolver: TypeAlias = Callable[..., Any]


@dataclass(frozen=True)
class _World:
    """What there is to see, as trees that graphql-core walks."""

    body: Body
    members_hidden: bool

    def query(self, score: int, limit: int) -> Json:
        return {
            "queryComplexity": {"score": score, "limit": limit},
            "group": self._group,
            "project": self._project_at,
            "projects": self._projects,
        }

    def _group(self, _info: object, fullPath: str) -> Json | None:  # noqa: N803 GitLab's name
        repositories = self.body.repositories
        if self.body.user or not any(_below(r.owner, fullPath) for r in repositories):
            return None

        def projects(_info: object, includeSubgroups: bool, **paging: Any) -> Json:  # noqa: FBT001, N803 as GitLab names it
            wanted = _below if includeSubgroups else str.__eq__
            return self._page([r for r in repositories if wanted(r.owner, fullPath)], **paging)

        return {"projects": projects, "groupMembers": self._members, "fullPath": fullPath}

    def _project_at(self, _info: object, fullPath: str) -> Json | None:  # noqa: N803 GitLab's name
        repo = self.body.named(fullPath)
        return None if repo is None or repo.private else self._project(repo)

    def _projects(
        self,
        _info: object,
        ids: list[str] | None = None,
        fullPaths: list[str] | None = None,  # noqa: N803 GitLab's name
        topics: list[str] | None = None,
        **paging: Any,
    ) -> Json:
        if len(fullPaths or ()) > 50:
            raise GraphQLError("You cannot provide more than 50 full_paths")
        paths = {path.lower() for path in fullPaths or ()}
        found = [r for r in self.body.repositories if not r.private]
        found = [r for r in found if ids is None or _gid(r) in ids]
        found = [r for r in found if not fullPaths or r.full_name.lower() in paths]
        return self._page([r for r in found if set(topics or ()) <= set(r.topics)], **paging)

    def _page(self, found: Sequence[Repo], **paging: Any) -> Json:
        page = _connection(sorted(found, key=lambda repo: -repo.id), **paging)
        # GitLab counts and pages before it takes out what must not be seen.
        page["nodes"] = [self._project(repo) for repo in page["nodes"] if not repo.private]
        return page

    def _members(self, _info: object, relations: object = None, **paging: Any) -> Json:
        del relations
        if self.members_hidden:
            raise GraphQLError(
                "The resource that you are attempting to access does not exist or you don't have "
                "permission to perform this action"
            )
        return _connection([{"user": _user(name)} for name in self.body.members], **paging)

    def _project(self, repo: Repo) -> Json:
        commit = {"sha": repo.commit} if repo.commit else None
        language = [{"name": repo.language, "share": 88.0}] if repo.language else []
        return {
            "id": _gid(repo),
            "fullPath": repo.full_name,
            "description": repo.description,
            "topics": list(repo.topics),
            "starCount": repo.stars,
            "forksCount": repo.forks,
            "archived": repo.archived is not None,
            "visibility": "public",
            "createdAt": _time(repo.created),
            "issuesEnabled": repo.tracker,
            "wikiEnabled": repo.wiki,
            "isForked": repo.parent is not None,
            "languages": language,
            "repository": {
                "rootRef": repo.branch if commit else None,
                "tree": {"lastCommit": commit} if commit else None,
            },
            "group": None if self.body.user else {"fullPath": repo.owner},
            "openIssuesCount": _still_open(repo, change=False) if repo.tracker else None,
            "openMergeRequestsCount": _still_open(repo, change=True),
            "forkDetails": lambda _info, ref=None: self._divergence(repo, ref),
            "releases": lambda _info, **paging: _connection(_releases(repo), **paging),
            "projectMembers": self._members,
            "issues": lambda _info, **asked: self._threads(repo, change=False, **asked),
            "mergeRequests": lambda _info, **asked: self._threads(repo, change=True, **asked),
        }

    def _divergence(self, repo: Repo, ref: str | None) -> Json | None:
        if repo.parent is None or ref != repo.branch or self.body.named(repo.parent) is None:
            return None
        return {"ahead": repo.own_commits, "behind": repo.behind}

    def _threads(self, repo: Repo, *, change: bool, **asked: Any) -> Json:
        state = asked.pop("state", "all")
        labels = set(asked.pop("labelName", ()))
        created, merged = asked.pop("createdAfter", None), asked.pop("mergedAfter", None)
        found = [
            thread
            for thread in repo.threads
            if thread.change == change
            and (state == "all" or _state(thread) == state)
            and labels <= set(thread.labels)
            and (created is None or _later(thread.opened, created))
            and (merged is None or _later(thread.merged, merged))
        ]
        newest = sorted(found, key=lambda thread: thread.opened, reverse=True)
        return _connection([self._thread(thread) for thread in newest], **asked)

    def _thread(self, thread: Thread) -> Json:
        author = thread.author if thread.outside else self.body.members[0]
        from_group = next(iter(thread.author_organisations), None)
        return {
            "iid": str(thread.number),
            "createdAt": _time(thread.opened),
            "closedAt": _time(thread.closed),
            "mergedAt": _time(thread.merged),
            "confidential": "confidential" in thread.labels,
            "author": _user(author, bot=thread.bot),
            "approvedBy": lambda _info, **paging: _connection(
                [_user(name) for name in thread.approvers], **paging
            ),
            "sourceProject": {"group": {"fullPath": from_group} if from_group else None},
            "notes": lambda _info, **paging: _connection(
                [self._note(comment) for comment in thread.comments], **paging
            ),
        }

    def _note(self, comment: Comment) -> Json:
        name = "passer-by" if comment.outside else self.body.members[0]
        author = _user(name, bot=comment.bot)
        return {
            "createdAt": _time(comment.on), "system": False, "internal": False, "author": author,
        }  # fmt: skip


def _connection(
    items: Iterable[Any], first: int | None = None, after: str | None = None
) -> dict[str, Any]:
    everything = list(items)
    start = int(urlsafe_b64decode(after)) if after else 0
    end = start + min(_CAP, _CAP if first is None else first)
    cursor = urlsafe_b64encode(str(end).encode()).decode()
    return {
        "count": len(everything),
        "pageInfo": {"hasNextPage": end < len(everything), "endCursor": cursor},
        "nodes": everything[start:end],
    }


def _gid(repo: Repo) -> str:
    return f"gid://gitlab/Project/{repo.id}"


def _user(name: str, *, bot: bool = False) -> Mapping[str, object]:
    return {"id": f"gid://gitlab/User/{name}", "bot": bot}


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _later(moment: datetime | None, than: str) -> bool:
    return moment is not None and moment > datetime.fromisoformat(than)


def _state(thread: Thread) -> str:
    return "merged" if thread.merged else "closed" if thread.closed else "opened"


def _still_open(repo: Repo, *, change: bool) -> int:
    return sum(t.change == change and _state(t) == "opened" for t in repo.threads)


def _releases(repo: Repo) -> list[Json]:
    def told(release: Release) -> Json:
        on = _time(release.on)
        return {"tagName": release.tag, "releasedAt": on, "description": release.notes}

    return [told(r) for r in sorted(repo.releases, key=lambda r: r.on, reverse=True)]
