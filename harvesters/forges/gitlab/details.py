"""What only GitLab's API tells of the projects that are chosen, many in one question."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from catalog.models.evidence import Evidence, Found, Unseen, UnseenReason
from catalog.models.forge import ForgeAbout, ForgeFacts, ForkParent
from harvesters.forges.account import Account
from harvesters.forges.gitlab import answers, documents, facts
from harvesters.forges.gitlab.answers import DescribedProject
from harvesters.forges.gitlab.api import Api, Json
from harvesters.forges.gitlab.facts import is_fork, number_of
from harvesters.forges.gitlab.pace import Pace
from harvesters.forges.gitlab.parents import parents_of
from harvesters.forges.listing import Listed, ListingError, TooHeavyError

AT_ONCE = 50  # costs about 240 of the 250 that a token may ask for
AT_ONCE_ANONYMOUSLY = 25  # about 190 of 200
_MEMBER_PAGES = 10  # 1,000 members; beyond, they are not told apart from outsiders
_NOT_ALLOWED = "permission"  # is in what GitLab says of what is not shown


class _Answered(NamedTuple):
    """What one question brought: projects by number, forks by number, errors by place."""

    projects: dict[str, DescribedProject]
    forks: dict[str, answers.Fork]
    failed: dict[str, set[str]]  # the fields of a project whose reading failed
    reviews: bool = False  # whether approvals were asked for


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
        pace = Pace(AT_ONCE if self.api.token_name else AT_ONCE_ANONYMOUSLY, AT_ONCE, 1)
        forks = [one for one in left if is_fork(one) and not one.unchanged]
        self._parents = parents_of(self.api, self.account, forks)
        while left:
            part = left[: pace.size]
            try:
                answered = self._ask(part, pace)
            except ListingError as fault:
                pace.size = len(part)
                if pace.shrink(fault):
                    self.api.breathe(fault)
                    continue
                part = part if isinstance(fault, TooHeavyError) else left
                yield from ((one, facts.unseen(one, fault.unseen)) for one in part)
            else:
                yield from ((one, self._facts(one, answered)) for one in part)
            left = left[len(part) :]

    def _ask(self, part: Sequence[Listed], pace: Pace) -> _Answered:
        forks = [one for one in part if is_fork(one) and one.standing and one.standing.branch]
        within = self._within_org(part)
        members = within and self._members is None
        # Dear: without a token, or beside forks, approvals would cost one more question.
        reviews = self.api.token_name is not None and not forks
        document = documents.details(len(forks), members=members, reviews=reviews)
        data, errors = self.api.graphql(document, self._variables(part, forks))
        if members:
            self._members = self._group_members(data)
        if len(part) == pace.size:
            pace.learn(answers.read(answers.Complexity, data.get("queryComplexity")))
        return _answered(self.api, data, errors, forks)._replace(reviews=reviews)

    def _variables(self, part: Sequence[Listed], forks: Sequence[Listed]) -> dict[str, object]:
        """Return what a question takes.

        A project's own members are asked for where its group's are known. GitLab adds the group's
        to any other answer, so that the few who are invited by group to one project are left out.
        """
        others = [] if self._within_org(part) else ["INHERITED", "INVITED_GROUPS"]
        branches = [(one.handle, one.standing.branch or "") for one in forks if one.standing]
        return {
            "ids": [answers.gid_of(number_of(one)) for one in part],
            "first": len(part),
            "relations": ["DIRECT", *others],
            "lastYear": _moment(self.account.today - timedelta(days=365)),
            "twoYears": _moment(self.account.today - timedelta(days=730)),
            "halfYear": _moment(self.account.today - timedelta(days=180)),
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
            except ListingError as fault:
                return fault.unseen
        return "too-large"

    def _facts(self, one: Listed, answered: _Answered) -> ForgeFacts:
        number = number_of(one)
        project = answered.projects.get(number)
        if project is None:
            return facts.unseen(one, "unreadable")
        failed = answered.failed.get(number, set())
        members = self._insiders(project)
        return ForgeFacts(
            id=one.id or "",
            about=self._about(one),
            open=facts.open_work(project),
            releases=facts.releases(project, self.account.today, failed),
            newcomers=facts.newcomers(project, failed, one.url),
            replies=facts.replies(project, members, failed),
            outside=facts.outside(project, members, failed, one.handle),
            reviews=facts.reviews(project, failed, asked=answered.reviews),
            fork_work=facts.fork_work(one, answered.forks.get(number)),
            community=facts.NO_SUCH,
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
