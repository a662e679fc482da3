"""The catalogue in one language: what every view is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from catalog.hub.calls import Standing, standings
from catalog.hub.reuse import Graph, graph
from catalog.hub.signals import Signals, signals
from catalog.models.address import key_of
from catalog.models.curated import Adoption, Body, ForgeName, Language, Text, in_language
from catalog.models.history import History
from catalog.models.project import Catalogue, Project
from catalog.models.verdict import Assessment, Cite
from catalog.publish import links
from catalog.publish.moved import moved
from catalog.publish.readmes.kept import Readmes
from catalog.publish.sorting import swedish
from catalog.publish.views.wording import Wording
from catalog.readiness.checks.windows import Day
from catalog.store.curated import Written


class Words(NamedTuple):
    """A text, and its language where that is not the page's."""

    text: str
    lang: str | None = None


class Link(NamedTuple):
    """An address outside the site (None where it has none) and what to call it."""

    href: str | None
    text: str
    lang: str | None = None


class Whereabouts(NamedTuple):
    """A repository that is told of: its address without the scheme and with, its project here."""

    name: str
    href: str | None
    project: Project | None


@dataclass(frozen=True)
class Edition:
    """The catalogue, judged and dated, with the words of one language."""

    catalogue: Catalogue
    assessments: Mapping[str, Assessment]
    wording: Wording
    today: date
    places: Mapping[tuple[str, str], Written] = field(default_factory=dict)
    history: History = field(default_factory=History)  # to the day of the edition, no further
    readmes: Readmes | None = None  # None: nobody knows where they are kept
    files: Mapping[int, str] = field(default_factory=dict)  # as the snapshot has them
    whole: "Edition | None" = field(default=None, repr=False)  # where this is of one body

    def of_body(self, body: str) -> "Edition":
        """Return the same with the projects of one body only."""
        those = tuple(p for p in self.catalogue.projects if p.body.id == body)
        return replace(
            self,
            catalogue=self.catalogue.model_copy(update={"projects": those}),
            assessments={p.id: self.assessments[p.id] for p in those},
            whole=self.whole or self,
        )

    @cached_property
    def day(self) -> Day:
        """The day, with how long things count on it."""
        return self.wording.model.on(self.today)

    @cached_property
    def first_file(self) -> str | None:
        """The file that the first of all entries stands in."""
        return next((place.file for place in self.places.values()), None)

    @property
    def language(self) -> Language:
        """The language of the edition."""
        return self.wording.language

    def words(self, text: Text | None) -> Words | None:
        """Return a curated text in the edition's language, or in the one there is."""
        found = in_language(text, self.language)
        return Words(*found) if found else None

    def summary(self, project: Project) -> Words | None:
        """Return a project's one sentence."""
        return self.words(dict(project.description)) if project.description else None

    def name_of(self, body: Body) -> str:
        """Return a body's name in the edition's language, where it has one."""
        english = body.name_en if self.language == "en" else None
        return english or body.name

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """All projects in alphabetical order."""
        return tuple(sorted(self.catalogue.projects, key=lambda p: (swedish(p.name), p.id)))

    @cached_property
    def _adoptions(self) -> dict[str, list[Adoption]]:
        found: dict[str, list[Adoption]] = {}
        for adoption in self.catalogue.curated.adoptions:
            if adoption.body:
                found.setdefault(adoption.body, []).append(adoption)
        return found

    def adoptions_by(self, body: str) -> tuple[Adoption, ...]:
        """Return what a body uses, or has used."""
        return tuple(self._adoptions.get(body, ()))

    @cached_property
    def calls(self) -> tuple[Standing, ...]:
        """The calls that pages show: open ones by last day, then the others."""
        return standings(self.catalogue.curated.calls, self.today)

    @cached_property
    def _calls_of(self) -> dict[tuple[str, str], list[Standing]]:
        """Calls by the project they are about, and by each body that is in them."""
        found: dict[tuple[str, str], list[Standing]] = {}
        for standing in self.calls:
            bodies = {standing.call.owner, *(p.body for p in standing.participants)}
            keys = [("bodies", body) for body in sorted(bodies)]
            if standing.call.project:
                keys.append(("projects", standing.call.project))
            for key in keys:
                found.setdefault(key, []).append(standing)
        return found

    @cached_property
    def reuse(self) -> Graph:
        """Who builds on whom."""
        return graph(self.catalogue, self.calls)

    @cached_property
    def signals(self) -> Signals:
        """What may mean that a body uses another's project, of the whole catalogue."""
        if self.whole:
            return self.whole.signals
        return signals(self.catalogue, self.reuse, self.day)

    def calls_about(self, project: str) -> tuple[Standing, ...]:
        """Return the calls that are about a project."""
        return tuple(self._calls_of.get(("projects", project), ()))

    def calls_with(self, body: str) -> tuple[Standing, ...]:
        """Return the calls that a body has made or answered."""
        return tuple(self._calls_of.get(("bodies", body), ()))

    def project(self, project: str | None) -> Project | None:
        """Find a project by its id."""
        return self._by_id.get(project or "")

    @cached_property
    def _by_id(self) -> dict[str, Project]:
        return {project.id: project for project in self.catalogue.projects}

    @cached_property
    def moved(self) -> dict[str, tuple[str, ...]]:
        """The ids that projects had before, by the id they have now."""
        return moved(self.catalogue, self.history)

    def forge(self, repository: str | None) -> ForgeName | None:
        """Return the kind of forge that holds a repository, where its source says."""
        return self._forges.get(repository or "")

    @cached_property
    def _forges(self) -> dict[str, ForgeName]:
        sources = self.catalogue.sources
        return {
            repository.url: sources[repository.source].forge
            for project in self.catalogue.projects
            for repository in project.repositories
            if repository.source in sources
        }

    def english(self, text: str) -> Words:
        """Return a sentence that the harvest wrote, which is English."""
        return Words(text, None if self.language == "en" else "en")

    def whereabouts(self, url: str | None) -> Whereabouts | None:
        """Return where a repository is, here and outside."""
        if url is None:
            return None
        name = url.rstrip("/").partition("://")[2] or url
        return Whereabouts(name, links.https(url), self._holding.get(key_of(url)))

    @cached_property
    def _holding(self) -> dict[str, Project]:
        """The project of each repository that shows."""
        return {key_of(r.url): p for p in self.catalogue.projects for r in p.repositories}

    def link(self, cite: Cite) -> Link | None:
        """Return where a statement can be read; None where that is the catalogue's own data."""
        if cite.reference:
            return self.reference(cite.reference)
        if not cite.repository:
            return None
        repository = cite.repository.rsplit("/", 1)[-1]
        place = cite.path or (cite.commit or "")[:8]
        name = f"{repository}: {place}" if place else repository
        if cite.path and cite.line:
            name = f"{name}:{cite.line}"
        return Link(links.cited(cite, self.forge(cite.repository)), name)

    def reference(self, reference_id: str | None) -> Link | None:
        """Return the document that a curated fact was taken from."""
        reference = self.catalogue.references.get(reference_id or "")
        title = self.words(reference.title) if reference else None
        if not reference or not title:
            return None
        return Link(links.https(reference.url), title.text, title.lang or reference.lang)
