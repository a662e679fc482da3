"""How fresh the catalogue is, what failed, what is gone, and what does not show."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, get_args

from catalog.models.evidence import Absent, Evidence, Found
from catalog.models.facts import Fate
from catalog.models.project import Hidden, Included, WhyHidden
from catalog.models.run import AdvisoriesRun, UsageRun
from catalog.models.usage import PATH, UsageSeen, address_of
from catalog.publish import links
from catalog.publish.views.edition import Edition, Link, Whereabouts, Words
from catalog.publish.views.project import ProjectView
from catalog.publish.views.repository import RepositoryView
from catalog.publish.views.source import SourceView

_FATES: frozenset[WhyHidden] = frozenset(get_args(Fate))
_COPIES: frozenset[WhyHidden] = frozenset({"technical-fork", "mirror"})


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
    def reason(self) -> WhyHidden:
        """The kind of reason."""
        return self.hidden.reason

    @property
    def detail(self) -> Words:
        """The reason at length, in the language of the page where it has it."""
        if self.hidden.reason == "corrupt":
            return self.edition.english(str(self.hidden.detail))
        return self.edition.words(self.hidden.detail) or Words("")

    @property
    def to(self) -> Whereabouts | None:
        """Where it has gone, or what it is a copy of."""
        return self.edition.whereabouts(self.hidden.to)

    @property
    def since(self) -> date | None:
        """When a listing first lacked it."""
        return self.hidden.since


@dataclass(frozen=True)
class IncludedView:
    """Something that a source takes in by name, and why."""

    included: Included
    edition: Edition

    @property
    def name(self) -> str:
        """Its address, or the pattern, without the scheme."""
        return self.included.url.removeprefix("https://")

    @property
    def place(self) -> Whereabouts | None:
        """Where it is, here and outside; None for a pattern that fits nothing yet."""
        url = self.included.url
        return None if "*" in url else self.edition.whereabouts(url)

    @property
    def reason(self) -> Words:
        """Why, in the language of the page where it has it."""
        return self.edition.words(self.included.reason) or Words("")


@dataclass(frozen=True)
class DomainView:
    """A body's domain, and what came of asking it what the body uses."""

    name: str
    run: UsageRun
    edition: Edition

    @property
    def _seen(self) -> Evidence[UsageSeen] | None:
        usage = self.edition.catalogue.usage
        return usage.files.get(self.name) if usage else None

    @property
    def file(self) -> Link | None:
        """The file, where there is one."""
        there = isinstance(self._seen, Found)
        return Link(links.https(address_of(self.name)), PATH.rpartition("/")[2]) if there else None

    @property
    def absent(self) -> bool:
        """Whether there is none."""
        return isinstance(self._seen, Absent)

    @property
    def failure(self) -> Words | None:
        """Why the latest asking gave nothing new."""
        return self.edition.english(self.run.failure) if self.run.failure else None


class Lost(NamedTuple):
    """A repository of a project that its source's listing lacks, or that is gone."""

    project: ProjectView
    repository: RepositoryView


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
    def advisories(self) -> AdvisoriesRun | None:
        """How the latest asking for security advisories went; None where nobody has asked."""
        return self.edition.catalogue.run.advisories

    @property
    def advisories_failure(self) -> Words | None:
        """Why the latest asking gave nothing new."""
        run = self.advisories
        return self.edition.english(run.failure) if run and run.failure else None

    @property
    def domains(self) -> tuple[DomainView, ...]:
        """The bodies' domains that have been asked what their bodies use."""
        runs = self.edition.catalogue.run.usage or {}
        return tuple(DomainView(name, run, self.edition) for name, run in runs.items())

    @property
    def hidden(self) -> tuple[HiddenView, ...]:
        """What is left out, what no source names, and what is damaged."""
        return tuple(h for h in self._hidden if h.reason not in _FATES | _COPIES)

    @property
    def gone(self) -> tuple[HiddenView, ...]:
        """What is gone and stands in no product's table."""
        return tuple(h for h in self._hidden if h.reason in _FATES)

    @property
    def copies(self) -> tuple[HiddenView, ...]:
        """Technical forks and mirrors that are folded into what they are copies of."""
        return tuple(h for h in self._hidden if h.reason in _COPIES)

    @property
    def _hidden(self) -> tuple[HiddenView, ...]:
        return tuple(HiddenView(hidden, self.edition) for hidden in self.edition.catalogue.hidden)

    @property
    def included(self) -> tuple[IncludedView, ...]:
        """What is taken in by name."""
        return tuple(IncludedView(one, self.edition) for one in self.edition.catalogue.included)

    @property
    def missing(self) -> tuple[Lost, ...]:
        """What one complete listing lacked; the next one decides."""
        return tuple(lost for lost in self._repositories if lost.repository.missing_since)

    @property
    def gone_parts(self) -> tuple[Lost, ...]:
        """What is gone and stands in its product's table as such."""
        return tuple(lost for lost in self._repositories if lost.repository.gone)

    @property
    def _repositories(self) -> tuple[Lost, ...]:
        return tuple(Lost(project, r) for project in self.projects for r in project.repositories)

    @property
    def unread(self) -> tuple[ProjectView, ...]:
        """Projects with a repository that no harvest has reached."""
        return tuple(
            project
            for project in self.projects
            if any(r.facts is None and not r.gone for r in project.repositories)
        )

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
