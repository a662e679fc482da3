"""What GitLab told of one project, as evidence: one small function a group of facts."""

from datetime import date

from catalog.models.evidence import Absent, Evidence, Found, Unseen, UnseenReason
from catalog.models.forge import (
    ForgeFacts,
    ForgeRelease,
    ForgeReleases,
    ForkWork,
    NewcomerIssue,
    OpenWork,
    OutsideContributions,
    Replies,
    Reviews,
)
from harvesters.forges.gitlab import answers, threads
from harvesters.forges.gitlab.answers import DescribedProject
from harvesters.forges.listing import Listed
from harvesters.forges.typed import line

NO_SUCH = Unseen(unseen="no-such-thing")
_NEWEST = 5


def number_of(one: Listed) -> str:
    """Return the number that a project's id ends in."""
    return (one.id or "").rpartition("/")[2]


def unseen(one: Listed, reason: UnseenReason) -> ForgeFacts:
    """Return facts of which only the listing's part is known."""
    nothing = Unseen(unseen=reason)
    return ForgeFacts(
        id=one.id or "",
        about=Found(found=one.about) if one.about else nothing,
        open=nothing,
        releases=nothing,
        newcomers=nothing,
        replies=nothing,
        outside=nothing,
        reviews=nothing,
        fork_work=nothing if is_fork(one) else NO_SUCH,
        community=NO_SUCH,
    )


def is_fork(one: Listed) -> bool:
    """Tell whether a project is known to be a fork."""
    return bool(one.about and one.about.fork)


def replies(
    project: DescribedProject, members: frozenset[str] | UnseenReason, failed: set[str]
) -> Evidence[Replies]:
    """Tell how outsiders were answered; unseen where members cannot be told from outsiders."""
    if isinstance(members, str):
        return Unseen(unseen=members)
    kinds = [kind for kind in (project.issues, project.merge_requests) if kind]
    if not kinds or {"issues", "mergeRequests"} & failed:
        return _unseen(failed, "issues", "mergeRequests")
    found = threads.replies(kinds, members)
    return Found(found=found) if found.opened else Absent(absent=("issues", "merge requests"))


def outside(
    project: DescribedProject,
    members: frozenset[str] | UnseenReason,
    failed: set[str],
    path: str,
) -> Evidence[OutsideContributions]:
    """Tell what of outsiders' was merged; unseen where they cannot be told from members."""
    if isinstance(members, str):
        return Unseen(unseen=members)
    if project.merged is None or "merged" in failed:
        return _unseen(failed, "merged")
    found = threads.outside(project.merged, members, path)
    return Found(found=found) if found.merged else Absent(absent=("merged merge requests",))


def reviews(project: DescribedProject, failed: set[str], *, asked: bool) -> Evidence[Reviews]:
    """Tell how many merge requests another person approved, where that was asked."""
    if not asked:
        return Unseen(unseen="not-asked")
    if project.reviewed is None or "reviewed" in failed:
        return _unseen(failed, "reviewed")
    found = threads.reviews(project.reviewed)
    return Found(found=found) if found else NO_SUCH


def _unseen(failed: set[str], *names: str) -> Unseen:
    return Unseen(unseen="failed" if failed & set(names) else "forbidden")


def open_work(project: DescribedProject) -> Evidence[OpenWork]:
    """Tell how much is open; unseen where both trackers are off or not shown."""
    issues, changes = project.open_issues_count, project.open_merge_requests_count
    if issues is None and changes is None:
        return Unseen(unseen="forbidden")
    return Found(found=OpenWork(issues=issues, changes=changes))


def releases(project: DescribedProject, today: date, failed: set[str]) -> Evidence[ForgeReleases]:
    """Tell the releases up to today; one may be announced for later. None is a prerelease."""
    if project.releases is None:
        return _unseen(failed, "releases")
    told = [
        ForgeRelease(tag=tag, on=one.released_at.date(), notes=bool(one.description))
        for one in project.releases.nodes
        if one.released_at and (tag := line(one.tag_name))
    ]
    newest = tuple(release for release in told if release.on <= today)
    ahead = len(told) - len(newest)
    if not project.releases.count - ahead:
        return Absent(absent=("releases",))
    return Found(found=ForgeReleases(count=project.releases.count - ahead, newest=newest[:_NEWEST]))


def newcomers(
    project: DescribedProject, failed: set[str], url: str
) -> Evidence[tuple[NewcomerIssue, ...]]:
    """List open issues by age; one with both labels counts as a good first one."""
    good, wanted = project.good_first_issue, project.help_wanted
    if good is None or wanted is None:
        return _unseen(failed, "goodFirstIssue", "helpWanted")
    issues = {
        one.iid: NewcomerIssue(
            url=f"{url}/-/issues/{one.iid}", on=one.created_at.date(), label=label
        )
        for label, found in (("help wanted", wanted), ("good first issue", good))
        for one in found.nodes
        if not one.confidential
    }
    if not issues:
        return Absent(absent=("good first issue", "help wanted"))
    return Found(found=tuple(sorted(issues.values(), key=lambda issue: (issue.on, issue.url))))


def fork_work(one: Listed, fork: answers.Fork | None) -> Evidence[ForkWork]:
    """Tell how far a fork has gone from its parent."""
    if not is_fork(one):
        return NO_SUCH
    if fork is None or fork.fork_details is None:
        return Unseen(unseen="forbidden")
    own, behind = fork.fork_details.ahead, fork.fork_details.behind
    if own is None or behind is None:  # GitLab counts later what it was asked for the first time
        return Unseen(unseen="unreadable")
    return Found(found=ForkWork(own=own, behind=behind))
