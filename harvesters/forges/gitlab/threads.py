"""How outsiders were answered, and what of theirs was merged: arithmetic over threads."""

from collections.abc import Iterable
from datetime import datetime
from statistics import median

from catalog.models.forge import OutsideContributions, Replies, Reviews
from harvesters.forges.gitlab.answers import (
    AllMerged,
    AllReviewed,
    Merged,
    Reviewed,
    Thread,
    Threads,
    User,
)

_HOUR = 3600
_NOTES = 20  # as many as are asked for: there may be more


def replies(kinds: Iterable[Threads], members: frozenset[str]) -> Replies:
    """Tell how outsiders' issues and merge requests were answered.

    A confidential issue is not counted: only members see it. ``capped`` also tells of a thread
    with more comments than were looked at and no reply among them.
    """
    lists = list(kinds)
    threads = [t for threads in lists for t in threads.nodes if _from_outside(t.author, members)]
    threads = [thread for thread in threads if not thread.confidential]
    waits = [wait for thread in threads if (wait := _hours(thread, members)) is not None]
    long = [thread for thread in threads if len(thread.notes.nodes) >= _NOTES]
    unread = any(_reply(thread, members) is None for thread in long)
    return Replies(
        opened=len(threads),
        closed=sum(_ended(thread) is not None for thread in threads),
        answered=len(waits),
        median_hours=round(median(waits), 1) if waits else None,
        capped=unread or any(threads.page_info.has_next_page for threads in lists),
    )


def outside(merged: AllMerged, members: frozenset[str], path: str) -> OutsideContributions:
    """Count outsiders' merged merge requests.

    GitLab shows no organisations of a user. What it shows is where a merge request came from: the
    distinct outermost groups whose forks were merged are counted, without the project's own.
    """
    theirs = [one for one in merged.nodes if _from_outside(one.author, members)]
    groups = {_outermost(one) for one in theirs} - {None, path.partition("/")[0].lower()}
    return OutsideContributions(
        merged=len(theirs),
        authors=len({one.author.id for one in theirs if one.author}),
        organisations=len(groups),
        capped=merged.page_info.has_next_page,
    )


def reviews(reviewed: AllReviewed) -> Reviews | None:
    """Count people's merged merge requests, and those that another person approved.

    None: this GitLab does not tell approvals. Whether the branch is protected, and which commits
    came past merge requests, it tells only one question a project at a time.
    """
    own = [one for one in reviewed.nodes if one.author and not one.author.bot]
    if any(one.approved_by is None for one in own):
        return None
    return Reviews(
        merged=len(own),
        approved=sum(_is_approved(one) for one in own),
        capped=reviewed.page_info.has_next_page,
    )


def _is_approved(one: Reviewed) -> bool:
    approvers = one.approved_by.nodes if one.approved_by else ()
    return any(a and not a.bot and one.author and a.id != one.author.id for a in approvers)


def _from_outside(author: User | None, members: frozenset[str]) -> bool:
    return author is not None and not author.bot and author.id not in members


def _ended(thread: Thread) -> datetime | None:
    return thread.merged_at or thread.closed_at


def _reply(thread: Thread, members: frozenset[str]) -> datetime | None:
    """Return when a member first wrote something that the outsider sees."""
    notes = (note for note in thread.notes.nodes if not note.system and not note.internal)
    times = (
        n.created_at for n in notes if n.author and not n.author.bot and n.author.id in members
    )
    return min(times, default=None)


def _hours(thread: Thread, members: frozenset[str]) -> float | None:
    moments = [moment for moment in (_reply(thread, members), _ended(thread)) if moment]
    if not moments:
        return None
    return max(0.0, (min(moments) - thread.created_at).total_seconds() / _HOUR)


def _outermost(merged: Merged) -> str | None:
    source = merged.source_project
    return source.group.full_path.partition("/")[0].lower() if source and source.group else None
