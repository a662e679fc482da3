"""What only GitLab's API tells of the projects that are chosen, many in one question."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from urllib.parse import quote

from catalog.models.evidence import Absent, Evidence, Found, Unseen, UnseenReason
from catalog.models.forge import (
    ForgeAbout,
    ForgeFacts,
    ForgeRelease,
    ForgeReleases,
    ForkParent,
    ForkWork,
    NewcomerIssue,
    OpenWork,
    OutsideContributions,
    Replies,
)
from harvesters.forges.account import Account
from harvesters.forges.asking import UnansweredError
from harvesters.forges.gitlab import answers, documents, threads
from harvesters.forges.gitlab.answers import DescribedProject
from harvesters.forges.gitlab.api import Api, Json
from harvesters.forges.gitlab.pace import Pace
from harvesters.forges.listing import Listed

AT_ONCE = 50
_NEWEST = 5
_MEMBER_PAGES = 10  # 1,000 members; beyond, they are not told apart from outsiders
_SINGLE_PARENTS = (
    2  # forks whose parent is asked for one by one; above it, the group's list is read
)
_NOT_ALLOWED = "permission"  # is in what GitLab says of what is not shown
_NO_SUCH: Unseen = Unseen(unseen="no-such-thing")


class _Answered(NamedTuple):
    """What one question brought: projects by number, forks by number, errors by place."""

    projects: dict[str, DescribedProject]
    forks: dict[str, answers.Fork]
    failed: dict[str, set[str]]  # the fields of a project whose reading failed


class Describer:
    """Describes chosen projects; knows the group's members and forks' parents once asked."""

    def __init__(self, api: Api, account: Account) -> None:
        """Take whom to ask, and as whom."""
        self.api = api
        self.account = account
        self._members: frozenset[str] | UnseenReason | None = None  # None: not asked yet
        self._parents: dict[str, ForkParent] = {}

    def describe(self, chosen: Sequence[Listed]) -> Iterator[tuple[Listed, ForgeFacts]]:
        """Describe each; what could not be had is unseen with its reason."""
        left = [one for one in chosen if one.id]
        pace = Pace(AT_ONCE, AT_ONCE, 1)
        self._parents = _parents(self.api, self.account, [one for one in left if _is_fork(one)])
        while left:
            part = left[: pace.size]
            try:
                answered = self._ask(part, pace)
            except UnansweredError as fault:
                if pace.shrink(fault):
                    continue
                part = part if fault.heavy else left
                yield from ((one, unseen(one, fault.reason)) for one in part)
            else:
                yield from ((one, self._facts(one, answered)) for one in part)
            left = left[len(part) :]

    def _ask(self, part: Sequence[Listed], pace: Pace) -> _Answered:
        forks = [one for one in part if _is_fork(one) and one.standing and one.standing.branch]
        within = self._within_org(part)
        members = within and self._members is None
        document = documents.details(len(forks), members=members)
        data, errors = self.api.graphql(document, self._variables(part, forks))
        if members:
            self._members = self._group_members(data)
        if len(part) == pace.size:
            pace.learn(answers.read(answers.Complexity, data.get("queryComplexity")))
        return _answered(self.api, data, errors, forks)

    def _variables(self, part: Sequence[Listed], forks: Sequence[Listed]) -> dict[str, object]:
        """Return what a question takes; a project's inherited members are those of its group."""
        inherited = [] if self._within_org(part) else ["INHERITED"]
        branches = [(one.handle, one.standing.branch or "") for one in forks if one.standing]
        return {
            "ids": [answers.gid_of(number_of(one)) for one in part],
            "first": len(part),
            "relations": ["DIRECT", *inherited, "INVITED_GROUPS"],
            "lastYear": _moment(self.account.today - timedelta(days=365)),
            "twoYears": _moment(self.account.today - timedelta(days=730)),
            "path": self.account.org,
            **documents.forks_of(branches),
        }

    def _within_org(self, part: Sequence[Listed]) -> bool:
        owner = f"{self.account.org}/".lower()
        return all(one.handle.lower().startswith(owner) for one in part)

    def _group_members(self, data: Json) -> frozenset[str] | UnseenReason:
        """Return all of the group and its subgroups; nobody where a user stands in its place."""
        found: frozenset[str] = frozenset()
        for _ in range(_MEMBER_PAGES):
            group = data.get("group")
            if not isinstance(group, dict):
                return found
            page = answers.read(answers.Members, group.get("groupMembers"))
            if page is None:
                return "forbidden"
            found |= page.ids
            if not page.page_info.has_next_page:
                return found or "forbidden"
            variables = {"path": self.account.org, "after": page.page_info.end_cursor}
            try:
                data, _ = self.api.graphql(documents.MEMBERS, variables)
            except UnansweredError as fault:
                return fault.reason
        return "too-large"

    def _facts(self, one: Listed, answered: _Answered) -> ForgeFacts:
        number = number_of(one)
        project = answered.projects.get(number)
        if project is None:
            return unseen(one, "unreadable")
        failed = answered.failed.get(number, set())
        return ForgeFacts(
            id=one.id or "",
            about=self._about(one),
            open=_open_work(project),
            releases=_releases(project, self.account.today, failed),
            newcomers=_newcomers(project, failed),
            replies=self._replies(project, failed),
            outside=self._outside(one, project, failed),
            fork_work=_fork_work(one, answered.forks.get(number)),
            community=_NO_SUCH,
        )

    def _about(self, one: Listed) -> Evidence[ForgeAbout]:
        if one.about is None:
            return Unseen(unseen="not-asked")
        parent = self._parents.get(number_of(one))
        return Found(found=one.about.model_copy(update={"parent": parent}))

    def _insiders(self, project: DescribedProject) -> frozenset[str] | UnseenReason:
        """Return whose threads are not an outsider's. Nobody at all: membership is hidden."""
        if isinstance(self._members, str):
            return self._members
        direct = project.project_members
        if direct is None:
            return "forbidden"
        if direct.page_info.has_next_page:
            return "too-large"
        return (self._members or frozenset()) | direct.ids or "forbidden"

    def _replies(self, project: DescribedProject, failed: set[str]) -> Evidence[Replies]:
        members = self._insiders(project)
        if isinstance(members, str):
            return Unseen(unseen=members)
        if project.issues is None and project.merge_requests is None:
            return _unseen(failed, "issues", "mergeRequests")
        kinds = [kind for kind in (project.issues, project.merge_requests) if kind]
        if {"issues", "mergeRequests"} & failed:
            return Unseen(unseen="failed")
        return Found(found=threads.replies(kinds, members))

    def _outside(
        self, one: Listed, project: DescribedProject, failed: set[str]
    ) -> Evidence[OutsideContributions]:
        members = self._insiders(project)
        if isinstance(members, str):
            return Unseen(unseen=members)
        if project.merged is None or "merged" in failed:
            return _unseen(failed, "merged")
        return Found(found=threads.outside(project.merged, members, one.handle))


def number_of(one: Listed) -> str:
    """Return the number that a project's id ends in."""
    return (one.id or "").rpartition("/")[2]


def unseen(one: Listed, reason: UnseenReason) -> ForgeFacts:
    """Return facts of which only the listing's part is known."""
    nothing = Unseen(unseen=reason)
    about: Evidence[ForgeAbout] = Found(found=one.about) if one.about else nothing
    return ForgeFacts(
        id=one.id or "", about=about, open=nothing, releases=nothing, newcomers=nothing,
        replies=nothing, outside=nothing, fork_work=nothing, community=_NO_SUCH,
    )  # fmt: skip


def _is_fork(one: Listed) -> bool:
    return bool(one.about and one.about.fork)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _answered(api: Api, data: Json, errors: list[Json], forks: Sequence[Listed]) -> _Answered:
    place = data.get("projects")
    nodes = place.get("nodes") if isinstance(place, dict) else None
    if not isinstance(nodes, list):
        raise api.in_another_shape()
    read = [answers.read(DescribedProject, node) for node in nodes]
    told = {n: project.id for n, project in enumerate(read) if project}
    asked = {number_of(fork): data.get(f"fork{n}") for n, fork in enumerate(forks)}
    divergences = {number: answers.read(answers.Fork, value) for number, value in asked.items()}
    return _Answered(
        {project.id: project for project in read if project},
        {number: fork for number, fork in divergences.items() if fork},
        _failures(errors, told),
    )


def _failures(errors: list[Json], told: dict[int, str]) -> dict[str, set[str]]:
    """Return which fields failed of which project: an error says where, ``projects nodes 3 x``."""
    failed: dict[str, set[str]] = {}
    for error in errors:
        match error:
            case {"path": ["projects", "nodes", int(n), str(name), *_], "message": str(said)}:
                if n in told and _NOT_ALLOWED not in said:
                    failed.setdefault(told[n], set()).add(name)
    return failed


def _parents(api: Api, account: Account, forks: Sequence[Listed]) -> dict[str, ForkParent]:
    """Ask what forks were made from, which only REST tells; a parent that is not told is left out.

    A few are asked for one by one, more are read from the group's list.
    """
    numbers = [number_of(fork) for fork in forks]
    try:
        if len(forks) > _SINGLE_PARENTS and account.org:
            rules = {"visibility": "public", "include_subgroups": "true", "with_shared": "false"}
            rows = api.rows(f"/groups/{quote(account.org, safe='')}/projects", **rules)
        else:
            rows = [api.get(f"/projects/{number}") for number in numbers[:_SINGLE_PARENTS]]
    except UnansweredError:
        return {}
    told = {str(row.get("id")): _parent(row.get("forked_from_project"), account) for row in rows}
    return {number: parent for number in numbers if (parent := told.get(number))}


def _parent(value: object, account: Account) -> ForkParent | None:
    parent = answers.read(answers.Parent, value)
    if parent is None or parent.visibility != "public":
        return None
    url = f"{account.base}/{parent.path_with_namespace}"
    return ForkParent(url=url, id=f"{account.host}/{parent.id}")


def _unseen(failed: set[str], *names: str) -> Unseen:
    return Unseen(unseen="failed" if failed & set(names) else "forbidden")


def _open_work(project: DescribedProject) -> Evidence[OpenWork]:
    issues, changes = project.open_issues_count, project.open_merge_requests_count
    if issues is None and changes is None:
        return Unseen(unseen="forbidden")
    return Found(found=OpenWork(issues=issues, changes=changes))


def _releases(project: DescribedProject, today: date, failed: set[str]) -> Evidence[ForgeReleases]:
    if project.releases is None:
        return _unseen(failed, "releases")
    told = [
        ForgeRelease(tag=one.tag_name, on=one.released_at.date(), notes=bool(one.description))
        for one in project.releases.nodes
        if one.tag_name and one.released_at
    ]
    newest = tuple(release for release in told if release.on <= today)
    ahead = len(told) - len(newest)
    return Found(found=ForgeReleases(count=project.releases.count - ahead, newest=newest[:_NEWEST]))


def _newcomers(project: DescribedProject, failed: set[str]) -> Evidence[tuple[NewcomerIssue, ...]]:
    good, wanted = project.good_first_issue, project.help_wanted
    if good is None or wanted is None:
        return _unseen(failed, "goodFirstIssue", "helpWanted")
    issues = {
        one.web_url: NewcomerIssue(url=one.web_url, on=one.created_at.date(), label=label)
        for label, found in (("help wanted", wanted), ("good first issue", good))
        for one in found.nodes
        if not one.confidential
    }
    return Found(found=tuple(sorted(issues.values(), key=lambda issue: (issue.on, issue.url))))


def _fork_work(one: Listed, fork: answers.Fork | None) -> Evidence[ForkWork]:
    if not _is_fork(one):
        return Absent(absent=("parent",))
    if fork is None or fork.fork_details is None:
        return Unseen(unseen="forbidden")
    own, behind = fork.fork_details.ahead, fork.fork_details.behind
    if own is None or behind is None:  # GitLab counts later what it was asked for the first time
        return Unseen(unseen="unreadable")
    return Found(found=ForkWork(own=own, behind=behind))
