"""How fresh the catalogue is, what failed, and what does not show."""

from dataclasses import dataclass
from datetime import date

from catalog.models.curated import Body, Source
from catalog.models.project import Hidden
from catalog.models.run import RepositoryFailure, SourceRun
from catalog.publish import links
from catalog.publish.views.edition import Edition, Words
from catalog.publish.views.project import ProjectView
from catalog.readiness.checks.windows import is_old


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
        """``never``, ``failed``, ``stale``, ``partly`` or ``fresh``."""
        run = self.run
        if run is None or run.succeeded is None:
            return "failed" if run and run.failure else "never"
        if run.failure:
            return "failed"
        if is_old(run.succeeded, self.edition.today, "harvest"):
            return "stale"
        return "partly" if run.failures else "fresh"

    @property
    def failures(self) -> tuple[RepositoryFailure, ...]:
        """Repositories that could not be read."""
        return self.run.failures if self.run else ()


@dataclass(frozen=True)
class HiddenView:
    """Something left out, and why."""

    hidden: Hidden
    edition: Edition

    @property
    def href(self) -> str | None:
        """Where it is."""
        return links.https(self.hidden.url)

    @property
    def name(self) -> str:
        """Its address without the scheme."""
        return self.hidden.url.removeprefix("https://")

    @property
    def reason(self) -> str:
        """The kind of reason."""
        return self.hidden.reason

    @property
    def detail(self) -> Words:
        """The reason at length, in the language of the page where it has it."""
        return self.edition.words(self.hidden.detail) or Words("")


@dataclass(frozen=True)
class StatusView:
    """The status page."""

    edition: Edition
    projects: tuple[ProjectView, ...]

    @property
    def today(self) -> date:
        """The day the pages were built for."""
        return self.edition.today

    @property
    def sources(self) -> tuple[SourceView, ...]:
        """Every source."""
        return tuple(SourceView(s, self.edition) for s in self.edition.catalogue.sources.values())

    @property
    def failing(self) -> tuple[SourceView, ...]:
        """Sources with repositories that could not be read."""
        return tuple(source for source in self.sources if source.failures)

    @property
    def tried(self) -> bool:
        """Whether any source has been harvested."""
        return bool(self.edition.catalogue.run.sources)

    @property
    def hidden(self) -> tuple[HiddenView, ...]:
        """What does not show."""
        return tuple(HiddenView(hidden, self.edition) for hidden in self.edition.catalogue.hidden)

    @property
    def unread(self) -> tuple[ProjectView, ...]:
        """Projects with a repository that no harvest has reached."""
        return tuple(p for p in self.projects if any(r.facts is None for r in p.repositories))

    @property
    def without_repository(self) -> tuple[ProjectView, ...]:
        """Projects that name no repository."""
        return tuple(p for p in self.projects if not p.repositories)

    @property
    def stale(self) -> tuple[ProjectView, ...]:
        """Projects whose repositories could not be read again."""
        return tuple(
            project
            for project in self.projects
            if any(r.facts and r.facts.stale_since for r in project.repositories)
        )
