"""What ``explain`` tells machines: the shapes of its JSON. A change that breaks raises VERSION."""

import json
from datetime import date
from typing import Any, Final, Literal

from catalog.models.base import Frozen
from catalog.models.curated import Kind, Language, Role
from catalog.models.verdict import Cite, Statement, Status
from catalog.publish.views.checks import CheckView
from catalog.publish.views.editing import Spot
from catalog.publish.views.edition import Edition
from catalog.publish.views.project import ProjectView
from catalog.readiness.definition import Least, Nature

VERSION: Final = 1


class ModelTold(Frozen):
    """The model that judged."""

    id: str
    version: str


class LinkTold(Frozen):
    """What a reason rests on. ``href`` opens it, at that commit where it is in a repository."""

    text: str | None
    href: str | None
    repository: str | None = None
    commit: str | None = None
    path: str | None = None
    line: int | None = None
    reference: str | None = None
    on: date | None = None


class ReasonTold(Frozen):
    """One reason of a verdict: ``rule`` names its sentence in the model, which holds ``inputs``."""

    rule: str
    sentence: str
    inputs: dict[str, str | int | float | date]
    links: tuple[LinkTold, ...]


class GateTold(Frozen):
    """A level that depends on the check, the least status it takes, and whether that is met."""

    level: int
    min: Least
    met: bool


class SpotTold(Frozen):
    """Where to write: ``how`` says whether the file or the entry is there already."""

    how: Literal["edit-file", "new-file", "edit-entry", "new-entry"]
    name: str
    repository: str | None = None
    href: str | None = None
    key: str | None = None
    line: int | None = None


class AdviceTold(Frozen):
    """What to do, and where. ``kind``: a question to answer, or work to do."""

    check: str
    what: str
    kind: Literal["answer", "work"]
    where: tuple[SpotTold, ...]


class CheckTold(Frozen):
    """One check's verdict on one project, with all that it rests on."""

    check: str
    question: str
    nature: Nature
    status: Status
    label: str
    gates: tuple[GateTold, ...]
    because: tuple[ReasonTold, ...]
    advice: AdviceTold | None


class PartTold(Frozen):
    """A repository of the project, and what it is there for."""

    url: str
    role: Role


class CeilingTold(Frozen):
    """Why the ladder ends early; ``level`` is null where the project has left it."""

    code: str
    level: int | None
    sentence: str


class LevelTold(Frozen):
    """A level's number and name."""

    id: int
    name: str


class ProjectTold(Frozen):
    """Which project."""

    id: str
    name: str
    body: str
    kind: Kind
    components: tuple[PartTold, ...]


class Explained(Frozen):
    """The answer of ``kodkatalog explain PROJECT --format json``."""

    version: Literal[1] = VERSION
    project: ProjectTold
    model: ModelTold
    today: date
    language: Language
    proven: LevelTold
    possible: LevelTold
    unanswered: int
    ceiling: CeilingTold | None
    coverage: float
    missing: tuple[str, ...]
    open_questions: tuple[str, ...]
    advice: tuple[AdviceTold, ...]
    checks: tuple[CheckTold, ...]


class Standing(Frozen):
    """A project and its verdict of the one check."""

    project: str
    name: str
    body: str
    status: Status
    label: str
    because: tuple[ReasonTold, ...]


class CheckExplained(Frozen):
    """The answer of ``kodkatalog explain --check CHECK --format json``."""

    version: Literal[1] = VERSION
    check: str
    question: str
    nature: Nature
    model: ModelTold
    today: date
    language: Language
    counts: dict[Status, int]
    projects: tuple[Standing, ...]


def explained(view: ProjectView) -> Explained:
    """Tell everything of one project."""
    level, edition = view.level, view.edition
    assessment = level.assessment
    ceiling = assessment.ceiling
    return Explained(
        project=ProjectTold(
            id=view.id, name=view.name, body=view.project.body.id, kind=view.kind,
            components=tuple(PartTold(url=r.url, role=r.role) for r in view.project.repositories),
        ),
        model=model_told(edition),
        today=assessment.today,
        language=edition.language,
        proven=LevelTold(id=level.proven.id, name=level.proven.name),
        possible=LevelTold(id=level.possible.id, name=level.possible.name),
        unanswered=level.unanswered,
        ceiling=ceiling and CeilingTold(
            code=ceiling.code, level=ceiling.level, sentence=level.ceiling or ""
        ),
        coverage=round(assessment.coverage, 4),
        missing=assessment.missing,
        open_questions=assessment.open_questions,
        advice=tuple(_advice(view.checks[check]) for check in assessment.advice),
        checks=tuple(_check(check) for check in view.checks.values()),
    )  # fmt: skip


def schema_text() -> str:
    """Return the JSON Schema of what is told of one project."""
    made = Explained.model_json_schema(mode="serialization")
    return json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def standing(view: ProjectView, check: CheckView) -> Standing:
    """Tell one project's verdict of one check."""
    return Standing(
        project=view.id, name=view.name, body=view.project.body.id, status=check.status,
        label=check.label, because=_because(check),
    )  # fmt: skip


def model_told(edition: Edition) -> ModelTold:
    """Name the model that judged."""
    model = edition.wording.model
    return ModelTold(id=model.id, version=model.version)


def _check(view: CheckView) -> CheckTold:
    defined = view.edition.wording.model.by_id[view.id]
    return CheckTold(
        check=view.id,
        question=view.question,
        nature=defined.nature,
        status=view.status,
        label=view.label,
        gates=tuple(
            GateTold(level=gate.level, min=gate.least, met=gate.is_met(view.status))
            for gate in defined.gates
        ),
        because=_because(view),
        advice=_advice(view) if view.advice else None,
    )


def _advice(view: CheckView) -> AdviceTold:
    return AdviceTold(
        check=view.id,
        what=view.words.advice,
        kind="answer" if view.is_question else "work",
        where=tuple(_spot(spot) for spot in view.spots),
    )


def _spot(spot: Spot) -> SpotTold:
    told: dict[str, Any] = spot._asdict()
    return SpotTold(**told)


def _because(view: CheckView) -> tuple[ReasonTold, ...]:
    return tuple(_reason(view, statement) for statement in view.verdict.because)


def _reason(view: CheckView, statement: Statement) -> ReasonTold:
    return ReasonTold(
        rule=statement.code,
        sentence=view.edition.wording.sentence(view.id, statement),
        inputs=statement.values,
        links=tuple(_link(view.edition, cite) for cite in statement.cites),
    )


def _link(edition: Edition, cite: Cite) -> LinkTold:
    opened = edition.link(cite)
    return LinkTold(
        text=opened.text if opened else None,
        href=opened.href if opened else None,
        **cite._asdict(),
    )
