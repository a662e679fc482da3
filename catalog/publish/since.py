"""What moved since an earlier harvest, and because of what: the same catalogue judged in steps."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple, TypeAlias

from catalog.assemble import assemble, load
from catalog.errors import DataProblemsError, KodkatalogError, ModelError
from catalog.models.project import Catalogue
from catalog.models.verdict import Assessment, Status
from catalog.publish.views.changes import Changes, Pair
from catalog.publish.views.checks import CheckView
from catalog.publish.views.edition import Edition
from catalog.publish.views.project import ProjectView
from catalog.publish.views.wording import CheckWords, Wording
from catalog.readiness import extension
from catalog.readiness.definition import Model
from catalog.readiness.levels import assess
from catalog.readiness.model import load as load_model
from catalog.store.curated import read_curated
from catalog.store.revision import Commit, at_revision, content_at, previous_harvest
from catalog.store.snapshot import read_snapshot

Cause: TypeAlias = Literal["model", "time", "data", "facts"]
_STEPS: tuple[Cause, ...] = ("model", "time", "data", "facts")
_MODEL = "catalog/readiness/model.yaml"  # where a catalogue holds the program as well
_VERSION = re.compile(rb'^version: *"?([^"\s]+)', re.MULTILINE)


class EarlierDataError(KodkatalogError):
    """The data of the earlier harvest has errors."""


class Moved(NamedTuple):
    """A project whose answer to a check is another: from what, to what, because of what."""

    check: CheckWords
    project: ProjectView
    before: CheckView
    after: CheckView
    causes: tuple[Cause, ...]


class Climbed(NamedTuple):
    """A project whose level is another, proven or possible."""

    pair: Pair
    causes: tuple[Cause, ...]

    @property
    def project(self) -> ProjectView:
        """The project as it stands now."""
        return self.pair.after


class ModelThen(NamedTuple):
    """The model of then. ``version`` is None where it is not kept; ``judged`` where it could."""

    version: str | None
    judged: Model | None


@dataclass(frozen=True)
class Since:
    """An earlier harvest compared with now; ``steps`` are assessments on the way between them."""

    commit: Commit
    day: date
    model: ModelThen
    before: Edition
    after: Edition
    steps: tuple[Mapping[str, Assessment], ...]
    body: str | None = None

    @cached_property
    def moved(self) -> tuple[Moved, ...]:
        """Every answer that is another, by check, then by project."""
        order = {check: place for place, check in enumerate(self.after.wording.checks)}
        found = (moved for pair in self._pairs for moved in self._answers(pair))
        return tuple(sorted(found, key=lambda m: (order[m.check.id], m.project.id)))

    @cached_property
    def climbed(self) -> tuple[Climbed, ...]:
        """Every project with another level."""
        return tuple(self._climbed(pair) for pair in self._pairs if pair.is_moved)

    @cached_property
    def new(self) -> tuple[ProjectView, ...]:
        """Projects that were not there."""
        return tuple(p for p in self._changes.new if self._is_of_body(p))

    @cached_property
    def gone(self) -> tuple[ProjectView, ...]:
        """Projects that are not there any more."""
        return tuple(g.project for g in self._changes.gone if self._is_of_body(g.project))

    @property
    def is_empty(self) -> bool:
        """Whether nothing has moved."""
        return not (self.moved or self.climbed or self.new or self.gone)

    @cached_property
    def _changes(self) -> Changes:
        return Changes(self.before, self.after)

    @cached_property
    def _pairs(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self._changes.pairs if self._is_of_body(pair.after))

    def _is_of_body(self, view: ProjectView) -> bool:
        return self.body is None or view.project.body.id == self.body

    def _answers(self, pair: Pair) -> Iterator[Moved]:
        for answer in pair.answers:
            check = answer.after.id
            said = [_status(step, pair, check) for step in self.steps]
            yield Moved(
                self.after.wording.checks[check], pair.after, answer.before, answer.after,
                causes(said),
            )  # fmt: skip

    def _climbed(self, pair: Pair) -> Climbed:
        return Climbed(pair, causes([_levels(step, pair) for step in self.steps]))


def causes(said: Iterable[object]) -> tuple[Cause, ...]:
    """Name the steps that changed what is said; time only where nothing else did.

    None stands for a step that does not know the project: it changes nothing.
    """
    found: list[Cause] = []
    last: object = None
    for place, value in enumerate(said):
        if value is None:
            continue
        if last is not None and value != last:
            found.append(_STEPS[place - 1])
        last = value
    return tuple(cause for cause in found if cause != "time") or tuple(found)


def since_harvest(
    folder: Path, after: Edition, revision: str | None = None, body: str | None = None
) -> Since:
    """Compare with the previous harvest, or with a revision of the catalogue's repository.

    Raises:
        NoEarlierHarvestError: there is none here.
        NoSuchRevisionError: there is nothing called ``revision``.
        EarlierDataError: the curated data had errors then.
    """
    commit = previous_harvest(folder) if revision is None else Commit(revision, after.today)
    with at_revision(folder, commit.id) as earlier:
        try:
            then, mixed = load(earlier), _mixed(folder, earlier)
            model = _own_then(_model_then(folder, commit.id), folder, earlier)
        except DataProblemsError as error:
            first = error.problems[0]
            raise EarlierDataError(
                f"the data of the earlier harvest has errors, the first is {first}"
            ) from None
    now = after.wording.model
    judged, day = model.judged or now, _day(then, commit, after.today)
    first_step = _assessed(then, judged, day)
    steps = (
        first_step,
        _assessed(then, now, day),
        _assessed(then, now, after.today),
        _assessed(mixed, now, after.today),
        after.assessments,
    )
    before = Edition(then, first_step, Wording(judged, after.language), day)
    return Since(commit, day, model, before, after, steps, body)


def _day(then: Catalogue, commit: Commit, today: date) -> date:
    """Tell when it was harvested; by its commit where no source ever succeeded."""
    succeeded = (run.succeeded for run in then.run.sources.values() if run.succeeded)
    return min(max(succeeded, default=commit.on), today)


def _mixed(folder: Path, earlier: Path) -> Catalogue:
    """Join what people write now with the facts of then."""
    return assemble(read_curated(folder), read_snapshot(earlier))


def _assessed(catalogue: Catalogue, model: Model, day: date) -> dict[str, Assessment]:
    return {project.id: assess(project, model, day) for project in catalogue.projects}


def _model_then(folder: Path, commit: str) -> ModelThen:
    """Read the model of then, where the catalogue's repository holds it and its checks are ours."""
    content = content_at(folder, commit, _MODEL)
    if content is None:
        return ModelThen(None, None)
    version = _VERSION.search(content)
    with TemporaryDirectory(prefix="kodkatalog-model-") as name:
        path = Path(name) / "model.yaml"
        path.write_bytes(content)
        try:
            judged = load_model(path)
        except (ModelError, UnicodeDecodeError):
            judged = None
    return ModelThen(version[1].decode("utf-8", "replace") if version else None, judged)


def _own_then(model: ModelThen, folder: Path, earlier: Path) -> ModelThen:
    """Make the model of then the catalogue's own, where it had one then or has one now."""
    if not any((place / extension.FILE).is_file() for place in (folder, earlier)):
        return model
    return model._replace(judged=extension.model_of(earlier, model.judged))


def _status(step: Mapping[str, Assessment], pair: Pair, check: str) -> Status | None:
    found = _found(step, pair)
    verdicts = found.verdicts if found else ()
    return next((v.status for v in verdicts if v.check == check), None)


def _levels(step: Mapping[str, Assessment], pair: Pair) -> tuple[int, int] | None:
    found = _found(step, pair)
    return (found.proven, found.possible) if found else None


def _found(step: Mapping[str, Assessment], pair: Pair) -> Assessment | None:
    return step.get(pair.after.id) or step.get(pair.before.id)
