"""Joins what a forge tells now with what it told before: what it did not tell keeps its value."""

from datetime import date
from typing import Any

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import RepositoryFacts
from catalog.models.forge import ForgeAbout, ForgeFacts
from harvesters.forges.listing import Listed

GROUPS = tuple(name for name in ForgeFacts.model_fields if name != "id")


def told(
    listed: Listed, before: RepositoryFacts | None, described: ForgeFacts | None, today: date
) -> ForgeFacts | Unseen:
    """Return the forge's facts of a repository after this listing and description.

    Args:
        listed: the repository as the forge listed it.
        before: what was known.
        described: what the forge told when it was asked further; None where it was not.
        today: the day from which a value that could not be had again is stale.
    """
    then = before.forge if before and isinstance(before.forge, ForgeFacts) else None
    if listed.id is None:
        return Unseen(unseen="no-forge") if then is None else _all_stale(then, today)
    if described is None:
        now = then or _only_listed(listed)
    else:
        groups = {g: _kept(then and getattr(then, g), getattr(described, g), today) for g in GROUPS}
        now = ForgeFacts(id=described.id, **groups)
    if listed.about is None:
        return now
    about = _with_parent(listed.about, now, then)
    return now.told(about=Found(found=about))


def _with_parent(about: ForgeAbout, *told: ForgeFacts | None) -> ForgeAbout:
    """Keep what a fork was made from, where a listing (GitLab's) leaves it to the description."""
    if not about.fork or about.parent:
        return about
    known = [f.about.found.parent for f in told if f and isinstance(f.about, Found)]
    return about.model_copy(update={"parent": next(filter(None, known), None)})


def _only_listed(listed: Listed) -> ForgeFacts:
    about = Found(found=listed.about) if listed.about else Unseen(unseen="failed")
    nothing: dict[str, Any] = {g: Unseen(unseen="not-read") for g in GROUPS if g != "about"}
    return ForgeFacts(id=str(listed.id), about=about, **nothing)


def _all_stale(then: ForgeFacts, today: date) -> ForgeFacts:
    groups = {g: _kept(getattr(then, g), Unseen(unseen="failed"), today) for g in GROUPS}
    return ForgeFacts(id=then.id, **groups)


def _kept(then: Any, now: Any, today: date) -> Any:  # noqa: ANN401 - any evidence
    """Keep what was seen where it is unseen now, dated by the first day that it was.

    What was not asked this time is as good as it was.
    """
    if isinstance(now, Unseen) and isinstance(then, Found | Absent):
        if now.unseen == "not-asked":
            return then
        return then.model_copy(update={"stale_since": then.stale_since or today})
    return now
