"""A source: how fresh it is, what failed, and what its forge told only in part."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from catalog.models.curated import Body, Source
from catalog.models.run import SourceRun
from catalog.publish.views.edition import Edition, Words


class Failure(NamedTuple):
    """A repository that could not be read, since when, and why in the harvest's words."""

    url: str
    reason: Words
    since: date


@dataclass(frozen=True)
class SourceView:
    """A source and its latest harvest."""

    source: Source
    edition: Edition

    @property
    def id(self) -> str:
        """The source's id."""
        return self.source.id

    @property
    def body(self) -> Body | None:
        """Whose it is."""
        return self.edition.catalogue.bodies.get(self.source.body)

    @property
    def run(self) -> SourceRun | None:
        """What the latest harvest gave; None before the first."""
        return self.edition.catalogue.run.sources.get(self.source.id)

    @property
    def state(self) -> str:
        """``never``, ``failed``, ``future``, ``stale``, ``partly`` or ``fresh``."""
        run = self.run
        if run and run.failure:
            return "failed"
        if run and max(run.tried, run.succeeded or run.tried) > self.edition.today:
            return "future"
        if run is None or run.succeeded is None:
            return "never"
        if self.edition.day.is_old(run.succeeded, "harvest"):
            return "stale"
        return "partly" if run.failures or run.warnings else "fresh"

    @property
    def said(self) -> tuple[Words, ...]:
        """Why it could not be listed, and what it told only in part."""
        run = self.run
        told = [run.failure] if run and run.failure else []
        told += (run.warnings or ()) if run else ()
        return tuple(self.edition.english(sentence) for sentence in told)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Repositories that could not be read."""
        failed = self.run.failures if self.run else ()
        return tuple(Failure(f.url, self.edition.english(f.reason), f.since) for f in failed)
