"""What machines have seen that may mean that a body uses another's project: to be confirmed.

A signal is never a body's word. It is asked about until somebody has written down that the body
uses the project, or why the signal means nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from catalog.assemble.identity import slug_of
from catalog.hub.packages import Need
from catalog.hub.reuse import Edge, Graph, Tie
from catalog.models.address import key_of
from catalog.models.curated import Adoption, Basis, Rejection, SignalKind, Stage
from catalog.models.evidence import Found
from catalog.models.forge import ForgeFacts
from catalog.models.project import Catalogue, Project, ProjectRepository
from catalog.models.usage import UsageSeen, UsedSeen, address_of
from catalog.models.verdict import Cite
from catalog.readiness.checks.windows import Day

Answer: TypeAlias = Literal["open", "recorded", "old", "rejected"]
_SEEN: dict[str, SignalKind] = {"depends": "depends", "descends": "descends", "shares": "shares"}
_SHORTEST = 4  # letters of a name that a topic is taken for
_USING: tuple[Stage, ...] = ("testing", "pilot", "production")


class Topic(NamedTuple):
    """A topic that is another body's project's name, and the repository that bears it."""

    name: str
    url: str
    on: date | None


class Declared(NamedTuple):
    """What a body's own domain says; ``said`` is the file's day, ``on`` that of its reading."""

    domain: str
    used: UsedSeen
    said: date | None
    on: date | None


@dataclass(frozen=True)
class Seen:
    """What a signal rests on: of one kind, about one body and one project."""

    needs: tuple[Need, ...] = ()
    ties: tuple[Tie, ...] = ()
    topics: tuple[Topic, ...] = ()
    declared: tuple[Declared, ...] = ()
    by: tuple[Project, ...] = ()  # the body's projects in which it is seen
    on: date | None = None  # the latest day of it


@dataclass(frozen=True)
class Signal:
    """One kind of evidence that a body may use a project of another."""

    kind: SignalKind
    body: str
    project: Project
    seen: Seen
    adoption: Adoption | None = None  # what is written of the body and the project
    rejection: Rejection | None = None
    answer: Answer = "open"

    @property
    def id(self) -> str:
        """What people name it by; it stays as long as body and project keep their ids."""
        return f"{self.body}/{self.project.id}/{self.kind}"

    @property
    def is_open(self) -> bool:
        """Whether somebody is to be asked."""
        return self.answer in ("open", "old")

    @property
    def declared(self) -> Declared | None:
        """What the body's domain says last."""
        return self.seen.declared[0] if self.seen.declared else None

    @property
    def shows_use(self) -> bool:
        """Whether it shows use by itself: a package that code runs with, or the body's word.

        A fork, a common beginning and a topic show that somebody has had it in hand.
        """
        if self.declared:
            return self.declared.used.stage in _USING
        return any(need.runs for need in self.seen.needs)

    @property
    def basis(self) -> Basis | None:
        """What an adoption made of it rests on; None: somebody has to say so."""
        if self.declared and self.declared.used.stage:
            return "attested"
        return "observed" if self.shows_use else None

    @property
    def stage(self) -> Stage | None:
        """How far the body has come, where it says so itself; code does not tell."""
        return self.declared.used.stage if self.declared else None

    @property
    def as_of(self) -> date | None:
        """The day for which it holds: the body's own where it gives one."""
        return (self.declared.said if self.declared else None) or self.seen.on

    @property
    def cites(self) -> tuple[Cite, ...]:
        """The places in repositories that it rests on."""
        files = (Cite(n.repository.url, n.repository.commit, n.path) for n in self.seen.needs)
        ties = (tie.sign.cite if tie.sign and tie.sign.cite else Cite(tie.url)
                for tie in self.seen.ties)  # fmt: skip
        topics = (Cite(topic.url) for topic in self.seen.topics)
        return tuple(dict.fromkeys((*files, *ties, *topics)))

    @property
    def files(self) -> tuple[str, ...]:
        """The files on the body's domains that it rests on."""
        return tuple(address_of(one.domain) for one in self.seen.declared)


@dataclass(frozen=True)
class Signals:
    """All signals, in order: by body, project and kind."""

    every: tuple[Signal, ...]

    @cached_property
    def _of(self) -> dict[str, list[Signal]]:
        found: dict[str, list[Signal]] = defaultdict(list)
        for signal in self.every:
            found[signal.body].append(signal)
        return found

    def of(self, body: str) -> tuple[Signal, ...]:
        """Return those about what a body may use."""
        return tuple(self._of.get(body, ()))

    def find(self, identifier: str) -> Signal | None:
        """Return the signal of that name."""
        return next((signal for signal in self.every if signal.id == identifier), None)


def signals(catalogue: Catalogue, graph: Graph, day: Day) -> Signals:
    """Return every signal, those that have been answered too: what hides one is told."""
    found: dict[tuple[str, str, SignalKind], list[Seen]] = defaultdict(list)
    projects = {project.id: project for project in catalogue.projects}
    for kind, body, project, seen in (
        *_edges(graph.between),
        *_topics(catalogue.projects),
        *_declared(catalogue),
    ):
        if body != project.body.id and body in catalogue.bodies:
            found[body, project.id, kind].append(seen)
    answers = _Answers(catalogue, day)
    made = (
        answers.given(Signal(kind, body, projects[project], _together(seen)))
        for (body, project, kind), seen in sorted(found.items())
    )
    return Signals(tuple(made))


_About: TypeAlias = tuple[SignalKind, str, Project, Seen]


def _edges(edges: Iterable[Edge]) -> Iterator[_About]:
    """Code that needs, was made from or begins as another's. A beginning has no direction."""
    for edge in edges:
        kind = _SEEN.get(edge.how)
        if kind is None or edge.body is None:
            continue
        by = (edge.by,) if edge.by else ()
        yield kind, edge.body, edge.used, Seen(edge.needs, edge.ties, by=by, on=edge.on)
        if kind == "shares" and edge.by:
            seen = Seen(ties=edge.ties, by=(edge.used,), on=edge.on)
            yield kind, edge.used.body.id, edge.by, seen


def _topics(projects: Iterable[Project]) -> Iterator[_About]:
    """Repositories that bear a described product's name as a topic; any other name is a word."""
    products = _by_name(project for project in projects if project.entry)
    for project in projects:
        for repository in project.repositories:
            for topic in _topics_of(repository):
                used = products.get(topic.lower())
                if used and used.id != project.id:
                    seen = Topic(topic, repository.url, repository.as_of)
                    about = Seen(topics=(seen,), by=(project,), on=repository.as_of)
                    yield "topic", repository.owner or project.body.id, used, about


def _topics_of(repository: ProjectRepository) -> tuple[str, ...]:
    forge = repository.facts.forge if repository.facts else None
    about = forge.about if isinstance(forge, ForgeFacts) else None
    return about.found.topics if isinstance(about, Found) else ()


def _by_name(products: Iterable[Project]) -> dict[str, Project]:
    """Return products by id and by name; a name that two bear is neither's."""
    found: dict[str, list[Project]] = defaultdict(list)
    for product in products:
        for name in {product.id, slug_of(product.name)}:
            found[name].append(product)
    return {n: these[0] for n, these in found.items() if len(these) == 1 and len(n) >= _SHORTEST}


def _declared(catalogue: Catalogue) -> Iterator[_About]:
    """What bodies' own domains name, where it is a project of the catalogue."""
    files = catalogue.usage.files if catalogue.usage else {}
    if not files:
        return
    runs, holding = catalogue.run.usage or {}, _holding(catalogue.projects)
    for body in catalogue.bodies.values():
        for domain in dict.fromkeys(body.domains):
            match files.get(domain):
                case Found(found=UsageSeen(said=said, software=software), stale_since=since):
                    on = since or (runs[domain].succeeded if domain in runs else None)
                    for used in software:
                        project = holding.get(key_of(used.url))
                        if project:
                            told = Declared(domain, used, said, on)
                            yield "declares", body.id, project, Seen(declared=(told,), on=on)


def _holding(projects: Iterable[Project]) -> dict[str, Project]:
    """Return projects by the addresses that they are known by: of code, copies and own sites."""
    found: dict[str, Project] = {}
    for project in projects:
        said = [s.value for s in (project.said.url, project.said.landing) if s]
        for repository in project.repositories:
            copies = (copy.url for copy in repository.copies)
            for url in (repository.url, *repository.former, *copies):
                found[key_of(url)] = project
        for url in said:
            found.setdefault(key_of(url), project)
    return found


def _together(these: Iterable[Seen]) -> Seen:
    """Join what was seen of one body and one project; what shows most comes first."""
    these = list(these)
    by = {project.id: project for seen in these for project in seen.by}
    needs = sorted((n for seen in these for n in seen.needs), key=lambda need: not need.direct)
    declared = [told for seen in these for told in seen.declared]
    declared.sort(key=lambda told: told.said or told.on or date.min, reverse=True)
    return Seen(
        tuple(needs),
        tuple(tie for seen in these for tie in seen.ties),
        tuple(topic for seen in these for topic in seen.topics),
        tuple(declared),
        tuple(by.values()),
        max((seen.on for seen in these if seen.on), default=None),
    )


class _Answers:
    """What people have written about bodies and projects."""

    def __init__(self, catalogue: Catalogue, day: Day) -> None:
        self._day = day
        self._adoptions: dict[tuple[str | None, str], list[Adoption]] = defaultdict(list)
        for adoption in catalogue.curated.adoptions:
            self._adoptions[adoption.body, adoption.project].append(adoption)
        self._rejections: dict[tuple[str, str], list[Rejection]] = defaultdict(list)
        for rejection in catalogue.curated.rejections:
            self._rejections[rejection.body, rejection.project].append(rejection)

    def given(self, signal: Signal) -> Signal:
        """Return the signal with what has been answered; an old answer is asked for again."""
        about = signal.body, signal.project.id
        adoption = max(self._adoptions[about], key=lambda one: one.as_of, default=None)
        fit = [r for r in self._rejections[about] if r.kind in (None, signal.kind)]
        rejection = max(fit, key=lambda one: one.as_of, default=None)
        answer: Answer = "open"
        if adoption:
            answer = "old" if self._day.is_old(adoption.as_of, "adoption") else "recorded"
        if rejection and answer != "recorded":
            is_old = self._day.is_old(rejection.as_of, "adoption")
            answer = "old" if is_old else "rejected"
        return Signal(
            signal.kind, signal.body, signal.project, signal.seen, adoption, rejection, answer
        )
