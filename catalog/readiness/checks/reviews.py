"""Whether changes are reviewed by another person (SEC-5): what a forge tells of how they came in.

Who may own which files (CODEOWNERS) is no proof that anybody looked.
"""

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import RepositoryFacts
from catalog.models.forge import Reviews
from catalog.models.project import ProjectRepository
from catalog.models.verdict import Cite, Statement, Status
from catalog.readiness.checks.evidence_of import Judged, judged, unseen
from catalog.readiness.checks.told import reviews
from catalog.readiness.checks.windows import Day


def reviewed(day: Day, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge commits that came past every change request first, then approvals and protection."""
    match reviews(facts, day):
        case Unseen(unseen=reason):
            return unseen(repository, reason)
        case Absent():
            return judged("unknown", "reviews-few", [_place(repository)], count=0)
        case Found(found=told):
            return _past_requests(told, repository, day) or _weighed(told, repository, day)


def _past_requests(told: Reviews, repository: ProjectRepository, day: Day) -> Judged | None:
    """Judge whether most changes come in directly; few commits say nothing."""
    if told.commits is None or told.direct is None or told.commits < day.limits["reviewed-enough"]:
        return None
    if told.direct <= day.limits["direct"] * told.commits:
        return None
    place = [_place(repository)]
    return judged("fail", "reviews-direct", place, direct=told.direct, commits=told.commits)


def _weighed(told: Reviews, repository: ProjectRepository, day: Day) -> Judged:
    """Judge the share of approved changes together with the protection of the branch."""
    counted = _counted(told, repository, day)
    protected = _protection(told)
    if told.merged < day.limits["reviewed-enough"]:
        return _with("partial" if told.protected else "unknown", counted, protected)
    if told.approved >= day.limits["reviewed"] * told.merged:
        return _with("pass" if told.protected else "partial", counted, protected)
    seldom = told.merged - told.approved > day.limits["direct"] * told.merged
    if told.protected or not seldom:
        return _with("partial", counted, protected)
    return _with("unknown" if told.protected is None else "fail", counted, protected)


def _counted(told: Reviews, repository: ProjectRepository, day: Day) -> Judged:
    place = [_place(repository)]
    if told.merged < day.limits["reviewed-enough"]:
        return judged("unknown", "reviews-few", place, count=told.merged)
    return judged("unknown", "reviews-counted", place, merged=told.merged, approved=told.approved)


def _protection(told: Reviews) -> Statement:
    words = {True: "branch-protected", False: "branch-unprotected", None: "branch-untold"}
    return Statement(code=words[told.protected])


def _with(status: Status, counted: Judged, protected: Statement) -> Judged:
    return Judged(status, (*counted.because, protected))


def _place(repository: ProjectRepository) -> Cite:
    return Cite(repository=repository.url)
