"""The run's report: how fresh each source is and what failed, in ``data/snapshot/run.json``.

Dates only, no times and no counts of what changed: a second run on the same day over unchanged
repositories writes the same bytes.
"""

from datetime import date

from catalog.models.base import Frozen


class RepositoryFailure(Frozen):
    """A repository that could not be read, since when, and why in words."""

    url: str
    reason: str
    since: date


class SourceRun(Frozen):
    """What the latest harvest of a source gave."""

    tried: date
    succeeded: date | None = None  # the last run that listed the source and read all but failures
    repositories: int
    failures: tuple[RepositoryFailure, ...] = ()
    failure: str | None = None  # the source as a whole could not be listed
    warnings: tuple[str, ...] | None = None  # what the forge told only in part, in words
    stamps: dict[str, str] | None = None  # of forges that tell no commits: what moves with a push


class AdvisoriesRun(Frozen):
    """The latest asking for security advisories; ``failure`` says why the older answer stays."""

    tried: date
    succeeded: date | None = None
    failure: str | None = None


class UsageRun(Frozen):
    """The latest asking of a domain what its body uses; ``failure`` as above."""

    tried: date
    succeeded: date | None = None
    failure: str | None = None


class RunReport(Frozen):
    """One entry a source id; how asking for advisories went, and asking each domain, if tried."""

    sources: dict[str, SourceRun] = {}
    advisories: AdvisoriesRun | None = None
    usage: dict[str, UsageRun] | None = None
