"""What a source's harvest says of itself in ``run.json``: sentences that may be published."""

from collections.abc import Mapping, Sequence
from datetime import date

from catalog.models.evidence import Unseen, UnseenReason
from catalog.models.forge import ForgeFacts
from catalog.models.run import RepositoryFailure, SourceRun
from harvesters.forges.listing import Asked

NOT_FOUND = "there is no repository at this address, or it is not public"
NOT_LISTED = "the source lists it no more"
_PARTLY: dict[UnseenReason, str] = {
    "rate-limited": "the forge asked us to stop; what only it knows is older for {count}",
    "failed": "the forge did not answer fully on {count}",
    "too-heavy": "the forge gave up on answering, however little was asked, on {count}",
}


def listed(
    before: SourceRun | None,
    today: date,
    total: int,
    failures: Mapping[str, str],
    warnings: tuple[str, ...],
) -> SourceRun:
    """Report a source that was listed; a failure that goes on keeps its first date."""
    since = {f.url: f.since for f in (before.failures if before else ())}
    told = tuple(
        RepositoryFailure(url=url, reason=reason, since=min(since.get(url, today), today))
        for url, reason in failures.items()
    )
    last = before.succeeded if before else None
    return SourceRun(
        tried=today,
        succeeded=today if len(told) < total or not total else last,
        repositories=total,
        failures=told,
        warnings=warnings or None,
    )


def not_listed(before: SourceRun | None, today: date, reason: str) -> SourceRun:
    """Report a source that could not be listed: all but the attempt stays as it was."""
    return SourceRun(
        tried=today,
        succeeded=before.succeeded if before else None,
        repositories=before.repositories if before else 0,
        failures=before.failures if before else (),
        failure=reason,
        warnings=_clock(before, today) or None,
        stamps=before.stamps if before else None,
    )


def warnings(
    before: SourceRun | None, today: date, asked: Asked, described: Sequence[ForgeFacts]
) -> tuple[str, ...]:
    """Say what a listed source told only in part, and whether a clock was wrong."""
    said = list(_clock(before, today))
    if asked.withheld:
        said.append(
            f"{_repositories(asked.withheld)} in the listing could not be shown; nothing is taken "
            "for missing until all can"
        )
    for reason, words in _PARTLY.items():
        count = sum(_has(facts, reason) for facts in described)
        said += [words.format(count=_repositories(count))] if count else []
    refused = sum(_refused(facts) for facts in described)
    if refused:
        said.append(
            f"the forge refused to tell more of {_repositories(refused)}: a token may have expired"
        )
    return tuple(said)


def _clock(before: SourceRun | None, today: date) -> tuple[str, ...]:
    if before is None or before.tried <= today:
        return ()
    return (
        f"the harvest before this one is dated {before.tried}, which is later: a clock was wrong",
    )


def _has(facts: ForgeFacts, reason: UnseenReason) -> bool:
    groups = (getattr(facts, name) for name in ForgeFacts.model_fields)
    return any(isinstance(group, Unseen) and group.unseen == reason for group in groups)


def _refused(facts: ForgeFacts) -> bool:
    """Tell whether not even what anyone may see was told."""
    return isinstance(facts.open, Unseen) and facts.open.unseen == "forbidden"


def _repositories(count: int) -> str:
    return f"{count} repositor{'y' if count == 1 else 'ies'}"
