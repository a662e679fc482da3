"""A project: one line of a list, and its own page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from markupsafe import escape

from catalog.models.curated import Body, Kind
from catalog.models.evidence import Found
from catalog.models.facts import ActivityWindow, History, LifecycleWord
from catalog.models.project import Project
from catalog.publish import links
from catalog.publish.plain import markdown, plain
from catalog.publish.views.adoption import AdoptionView, Time, timeline
from catalog.publish.views.asks import LANGUAGES
from catalog.publish.views.call import CallView, calls_of
from catalog.publish.views.checks import CheckView, DimensionView
from catalog.publish.views.edition import Edition, Link, Words
from catalog.publish.views.forge import ForgeView
from catalog.publish.views.level import LevelView
from catalog.publish.views.level_history import LevelHistoryView
from catalog.publish.views.prerequisites import PrerequisitesView
from catalog.publish.views.provenance import ProvenanceView
from catalog.publish.views.questions import FURTHER, NEEDS, RIGHTS
from catalog.publish.views.readme import ReadmeView, readme_of
from catalog.publish.views.repository import RepositoryView
from catalog.publish.views.stewardship import StewardshipView


class Answer(NamedTuple):
    """A question of an adopter and the checks that answer it."""

    question: str
    checks: tuple[CheckView, ...]


@dataclass(frozen=True)
class ProjectView:
    """Everything the pages say of one project."""

    project: Project
    edition: Edition

    @property
    def id(self) -> str:
        """The project's id, which is also its address."""
        return self.project.id

    @property
    def name(self) -> str:
        """What it is called."""
        return self.project.name

    @property
    def body_name(self) -> str:
        """The body that publishes it."""
        return self.edition.name_of(self.project.body)

    @property
    def extended_by(self) -> str:
        """What the catalogue calls its own readiness model; empty where it has none."""
        extended = self.edition.wording.model.extended
        return extended.name[self.edition.language] if extended else ""

    @property
    def is_product(self) -> bool:
        """Whether someone has described it; else it stands for its only repository."""
        return self.project.entry is not None

    @cached_property
    def summary(self) -> Words | None:
        """What it is, in one sentence."""
        return self.edition.summary(self.project)

    @property
    def own_words(self) -> str | None:
        """What its repository says of itself on the forge, where nobody has described it here."""
        forge = self.forge
        return None if self.summary or forge is None else forge.description

    @property
    def forge(self) -> ForgeView | None:
        """What the forge tells of the primary repository."""
        return self.primary.forge if self.primary else None

    @property
    def long_description(self) -> Words | None:
        """What it is, at length."""
        long = {language: stated.value for language, stated in self.project.said.long.items()}
        return self.edition.words(dict(long)) if long else None

    @property
    def features(self) -> tuple[str, ...]:
        """What it can do."""
        described = self.project.said.features.get(self.edition.language)
        return described.value if described else ()

    @property
    def landing(self) -> str | None:
        """Its own site."""
        said = self.project.said.landing
        return links.https(said.value) if said else None

    @property
    def documentation(self) -> str | None:
        """Its documentation, in the edition's language or in the one there is."""
        told = self.project.said.documentation
        said = told.get(self.edition.language) or next(iter(told.values()), None)
        return links.https(said.value) if said else None

    @property
    def kind(self) -> Kind:
        """What kind of thing it is."""
        return self.project.kind.value

    @property
    def status(self) -> LifecycleWord | None:
        """How mature it says it is."""
        return self.project.status.value if self.project.status else None

    @property
    def status_source(self) -> Link | None:
        """Where the status is said."""
        cite = self.project.status.cite if self.project.status else None
        return self.edition.link(cite) if cite else None

    @property
    def platforms(self) -> tuple[str, ...]:
        """What it is built with, as its repositories' manifests show."""
        return tuple(dict.fromkeys(self._platforms()))

    def _platforms(self) -> Iterator[str]:
        for repository in self.present:
            facts = repository.facts
            if facts and isinstance(facts.wordpress, Found):
                yield "WordPress"
            manifests = facts.manifests if facts else None
            for manifest in manifests.found if isinstance(manifests, Found) else ():
                if not manifest.tooling:
                    yield LANGUAGES[manifest.ecosystem]

    @property
    def last_activity(self) -> date | None:
        """The latest commit by a person."""
        return self.project.last_activity

    @cached_property
    def level(self) -> LevelView:
        """How ready it is for reuse."""
        return LevelView(self.edition.assessments[self.id], self.edition.wording)

    @property
    def level_history(self) -> LevelHistoryView:
        """How that has changed from harvest to harvest, also under ids that it had before."""
        former = self.project.entry.catalog.former if self.project.entry else ()
        lines = [n for one in former for n in self.edition.history.of(one) if not n.is_closing]
        lines += self.edition.history.of(self.id)
        ordered = tuple(sorted(lines, key=lambda line: line.date))
        return LevelHistoryView(ordered, self.level.assessment, self.edition.wording)

    @cached_property
    def repositories(self) -> tuple[RepositoryView, ...]:
        """Its repositories, the primary one first."""
        ordered = sorted(self.project.repositories, key=lambda r: (r.role != "primary", r.name))
        return tuple(RepositoryView(repository, self.edition) for repository in ordered)

    @property
    def present(self) -> tuple[RepositoryView, ...]:
        """Its repositories but for those that are gone."""
        return tuple(repository for repository in self.repositories if not repository.gone)

    @property
    def primary(self) -> RepositoryView | None:
        """The repository to open first."""
        return self.repositories[0] if self.repositories else None

    @cached_property
    def readme(self) -> ReadmeView | None:
        """The README of its primary repository."""
        return readme_of(self.primary.repository, self.edition) if self.primary else None

    @cached_property
    def licences(self) -> tuple[str, ...]:
        """The licences of all its repositories, each once; what is stated of the whole first."""
        stated = self._stated_licence
        rest = self.repositories[1:] if stated else self.repositories
        return tuple(dict.fromkeys((*stated, *chain.from_iterable(r.licences for r in rest))))

    @property
    def licence_state(self) -> str:
        """What is known of the licence of the primary repository."""
        if self._stated_licence:
            return "known"
        return self.primary.licence_state if self.primary else "unseen"

    @property
    def _stated_licence(self) -> tuple[str, ...]:
        """The licence where another than its own text decides it: publiccode.yml, or people."""
        said = self.project.said.licence
        return said.value if said and said.by != "harvest" else ()

    @cached_property
    def adoptions(self) -> tuple[AdoptionView, ...]:
        """Who uses it, or has."""
        return tuple(AdoptionView(adoption, self.edition) for adoption in self.project.adoptions)

    @property
    def stopped(self) -> tuple[AdoptionView, ...]:
        """Who has paused or stopped."""
        return tuple(use for use in self.adoptions if use.has_ended)

    @property
    def timeline(self) -> tuple[Time, ...]:
        """What has been at those who use it."""
        return timeline(self.adoptions)

    @cached_property
    def calls(self) -> tuple[CallView, ...]:
        """The calls that are about it, open ones first."""
        return calls_of(self.edition, self.edition.calls_about(self.id))

    @property
    def has_open_call(self) -> bool:
        """Whether a body can still answer one of them."""
        return any(call.is_open for call in self.calls)

    @property
    def running(self) -> tuple[AdoptionView, ...]:
        """Who has said that they run it in production, also where that was long ago."""
        used = (use for use in self.adoptions if use.adoption.stage == "production")
        return tuple(use for use in used if use.body or use.several or use.count)

    @property
    def tellers(self) -> tuple[Body, ...]:
        """Who could answer what is unknown: whoever looks after it, its owner, those who run it."""
        steward = self.stewardship.body if self.stewardship else None
        found = (steward, self.project.body, *(use.body for use in self.running))
        return tuple({body.id: body for body in found if body}.values())

    @property
    def prerequisites(self) -> PrerequisitesView | None:
        """What an adopter needs first, where somebody has said."""
        entry = self.project.entry
        said = entry.catalog.prerequisites if entry else None
        return PrerequisitesView(said, self.edition) if said else None

    @property
    def stewardship(self) -> StewardshipView | None:
        """Who looks after it, where somebody has said."""
        entry = self.project.entry
        said = entry.catalog.stewardship if entry else None
        return StewardshipView(said, self.edition) if said else None

    @property
    def team(self) -> ActivityWindow | None:
        """How many have worked on the primary repository in two years."""
        history = self._history
        return history.two_years if history else None

    @property
    def _history(self) -> History | None:
        facts = self.primary.facts if self.primary else None
        return facts.history.found if facts and isinstance(facts.history, Found) else None

    @property
    def open_questions(self) -> tuple[Words, ...]:
        """What the catalogue asks the owner."""
        asked = self.project.entry.catalog.open_questions if self.project.entry else ()
        return tuple(words for text in asked if (words := self.edition.words(text)))

    @cached_property
    def checks(self) -> dict[str, CheckView]:
        """Every verdict by its check."""
        words = self.edition.wording.checks
        verdicts = self.edition.assessments[self.id].verdicts
        return {v.check: CheckView(v, words[v.check], self.edition, self.project) for v in verdicts}

    @property
    def dimensions(self) -> tuple[DimensionView, ...]:
        """All checks, grouped as the model groups them."""
        wording = self.edition.wording
        return tuple(
            DimensionView(
                dimension,
                tuple(self.checks[check.id] for check in wording.of_dimension(dimension.id)),
            )
            for dimension in wording.dimensions
        )

    @property
    def advice(self) -> tuple[CheckView, ...]:
        """What to do first, at most three, each with where to do it."""
        return tuple(self.checks[check] for check in self.level.assessment.advice)

    @property
    def counted(self) -> tuple[RepositoryView, ...]:
        """The repositories where the weakest decides licence, security and upkeep (rule 7)."""
        return tuple(r for r in self.present if r.role in {"primary", "component"})

    def badge_markdown(self, address: str) -> str:
        """Return the badge as Markdown, linked to this page, whose address is given."""
        alt = markdown(self.name)
        return f"[![{alt}]({address}badge.svg)]({address}#readiness)"

    def badge_html(self, address: str) -> str:
        """Return the badge as HTML, linked to this page."""
        alt = escape(plain(self.name))
        return f'<a href="{address}#readiness"><img src="{address}badge.svg" alt="{alt}"></a>'

    @property
    def rights(self) -> tuple[CheckView, ...]:
        """May we, and do all sources agree."""
        return tuple(self.checks[check] for check in RIGHTS)

    @property
    def needs(self) -> dict[str, CheckView]:
        """What is told of identity, hosting, integrations and closed parts, where it applies."""
        found = (self.checks[check] for check in NEEDS if check in self.checks)
        return {check.id: check for check in found if check.status != "na"}

    @property
    def lacks_needs(self) -> bool:
        """Whether something that an adopter needs first is unknown."""
        return any(check.status == "unknown" for check in self.needs.values())

    @property
    def lacks_answers(self) -> bool:
        """Whether a further question has no answer."""
        told = (check for answer in self.answers for check in answer.checks)
        return any(check.status == "unknown" for check in told)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Answers to what adopters ask next."""
        return tuple(Answer(question, self._answering(checks)) for question, checks in FURTHER)

    def _answering(self, ids: tuple[str, ...]) -> tuple[CheckView, ...]:
        """Return the checks that say something, each thing once; not applicable where all are."""
        checks = tuple(self.checks[check] for check in ids if check in self.checks)
        telling = tuple(check for check in checks if check.status != "na") or checks[:1]
        return tuple({check.said: check for check in reversed(telling)}.values())[::-1]

    @property
    def said(self) -> ProvenanceView:
        """Who says what of it, and who was overruled."""
        return ProvenanceView(self.project, self.edition)

    @property
    def provenance(self) -> tuple[Link, ...]:
        """Documents that facts about the project were taken from."""
        found = [adoption.source for adoption in self.adoptions]
        found += self.prerequisites.sources if self.prerequisites else ()
        return tuple(dict.fromkeys(link for link in found if link))

    @property
    def read_on(self) -> date | None:
        """When its repositories were last confirmed with their source; the oldest of them."""
        today = self.edition.today  # a later date says that a clock was wrong
        dates = [r.as_of for r in self.project.repositories if r.as_of and r.as_of <= today]
        return min(dates, default=None)
