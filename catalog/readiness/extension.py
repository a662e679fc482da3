"""A catalogue's own model: ``data/readiness.yaml`` changes the shipped one or adds checks to it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from pydantic import Field, ValidationError

from catalog.errors import DataProblemsError
from catalog.models.base import Frozen
from catalog.models.curated import Kind
from catalog.models.problem import Problem
from catalog.nearest import one_of
from catalog.readiness.conditions import Answer, sentence_code
from catalog.readiness.definition import (
    Change,
    Check,
    Dimension,
    Extended,
    Gate,
    Model,
    Words,
)
from catalog.readiness.model import load
from catalog.store.wording import in_words, way_to
from catalog.yaml_lines import Document, read_file

FILE = "data/readiness.yaml"


class CheckChange(Frozen):
    """What a catalogue changes of a shipped check; what is left out stays."""

    question: Words | None = None
    advice: Words | None = None
    weight: Annotated[int, Field(ge=1, le=3)] | None = None
    applies: tuple[Kind, ...] | None = None
    gates: tuple[Gate, ...] | None = None


class OwnCheck(Check):
    """A check that the catalogue adds. The texts of its ``rules`` are what its verdicts say."""

    answer: Answer


class Extension(Frozen):
    """All of ``data/readiness.yaml``. ``id`` and ``version`` go beside the shipped model's."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    version: str
    name: Words
    windows: dict[str, Annotated[int, Field(ge=1)]] = {}
    limits: dict[str, Annotated[float, Field(ge=0)]] = {}
    ceilings: dict[str, Annotated[int, Field(ge=0, le=5)]] = {}
    checks: dict[str, CheckChange] = {}
    dimensions: tuple[Dimension, ...] = ()
    own: tuple[OwnCheck, ...] = ()


class Examined(NamedTuple):
    """The model of a catalogue, and everything that is wrong with its file."""

    model: Model
    problems: tuple[Problem, ...]
    files: tuple[str, ...]  # the file, where there is one


def model_of(catalogue: Path, shipped: Model | None = None) -> Model:
    """Return the model that a catalogue judges by: the shipped one, or the one it has made of it.

    ``shipped`` stands in for the model that ships with the package.

    Raises:
        DataProblemsError: its file has errors; all of them are listed.
    """
    examined = examine(catalogue, shipped or load())
    if examined.problems:
        raise DataProblemsError(examined.problems)
    return examined.model


def examine(catalogue: Path, shipped: Model | None = None) -> Examined:
    """Read a catalogue's own model; with the shipped one where it has none, or has errors."""
    shipped, path = shipped or load(), catalogue / FILE
    if not path.is_file():
        return Examined(shipped, (), ())
    document = read_file(path, FILE)
    problems = list(document.problems)
    if not problems:
        extension = _read(document, problems)
        if extension:
            problems += _unknown_names(document, extension, shipped)
            if not problems:
                return _merged(document, extension, shipped)
    return Examined(shipped, tuple(problems), (FILE,))


def _read(document: Document, problems: list[Problem]) -> Extension | None:
    if not isinstance(document.data, dict):
        hint = "begin with 'id:', 'version:' and 'name:'"
        problems.append(document.problem((), "the file is not a model", hint))
        return None
    try:
        return Extension.model_validate(document.data)
    except ValidationError as error:
        for one in error.errors():
            message, hint = in_words(Extension, one)
            problems.append(document.problem(way_to(one), message, hint))
        return None


def _unknown_names(document: Document, extension: Extension, shipped: Model) -> Iterator[Problem]:
    """Names of what is changed must be names of the shipped model."""
    ladder = [rule.code for rule in shipped.ceilings if rule.max is not None]
    known: Mapping[str, Any] = {
        "windows": shipped.windows, "limits": shipped.limits,
        "ceilings": ladder, "checks": shipped.by_id,
    }  # fmt: skip
    for key, names in known.items():
        for name in getattr(extension, key):
            if name not in names:
                hint = one_of(name, list(names))
                yield document.problem((key, name), f"the model has no '{name}' in {key}", hint)
    for index, check in enumerate(extension.own):
        if check.id in shipped.by_id:
            hint = f"choose another, for example {extension.id[:3].upper()}-1"
            yield document.problem(("own", index, "id"), f"'{check.id}' is a shipped check", hint)
        for status in _lacking(check):
            message = f"'{check.id}' has no sentence for '{status}'"
            hint = f"add '{status}: {{sv: ..., en: ...}}'"
            yield document.problem(("own", index, "rules"), message, hint)


def _lacking(check: OwnCheck) -> Iterator[str]:
    """Every status that the answer can give needs a rule, whose text says it."""
    statuses = ["pass", *(["partial"] if check.answer.partial else ()), check.answer.otherwise]
    yield from (status for status in statuses if status not in check.rules)


def _merged(document: Document, extension: Extension, shipped: Model) -> Examined:
    try:
        return Examined(extended(shipped, extension), (), (FILE,))
    except ValidationError as error:
        wrong = "; ".join(one["msg"].removeprefix("Value error, ") for one in error.errors())
        hint = "see the page on the model for levels, dimensions and checks"
        return Examined(shipped, (document.problem((), wrong, hint),), (FILE,))


def extended(model: Model, extension: Extension) -> Model:
    """Make a catalogue's model; what differs stands in its ``extended``.

    Raises:
        ValidationError: it does not hold together.
    """
    checks = [_changed(check, extension.checks.get(check.id)) for check in model.checks]
    given = model.model_dump(by_alias=True, exclude={"extended"}) | {
        "windows": model.windows | extension.windows,
        "limits": model.limits | extension.limits,
        "ceilings": [
            rule.model_copy(update={"max": extension.ceilings.get(rule.code, rule.max)})
            for rule in model.ceilings
        ],
        "dimensions": (*model.dimensions, *extension.dimensions),
        "checks": (*checks, *(_own(check) for check in extension.own)),
        "extended": Extended(
            id=extension.id, version=extension.version, name=extension.name,
            changes=tuple(_changes(model, extension)),
        ),
    }  # fmt: skip
    return Model.model_validate(given)


def _changed(check: Check, change: CheckChange | None) -> Check:
    if change is None:
        return check
    given = {name: value for name, value in change if value is not None}
    return check.model_copy(update=given)


def _own(check: OwnCheck) -> Check:
    """Give a check its sentences: the texts of its rules."""
    because = {sentence_code(check.id, status): text for status, text in check.rules.items()}
    return check.model_copy(update={"because": because})


def _changes(model: Model, extension: Extension) -> Iterator[Change]:
    yield from _numbers("window", model.windows, extension.windows)
    yield from _numbers("limit", model.limits, extension.limits)
    most = {rule.code: rule.max for rule in model.ceilings if rule.max is not None}
    yield from _numbers("ceiling", most, extension.ceilings)
    for name, change in extension.checks.items():
        check = model.by_id[name]
        for key, value in change:
            if value is not None and value != (before := getattr(check, key)):
                yield _change_of(name, key, before, value)


def _numbers(
    what: Any,  # noqa: ANN401 - one of Change's words
    before: Mapping[str, float],
    after: Mapping[str, float],
) -> Iterator[Change]:
    for name, value in after.items():
        if value != before[name]:
            yield Change(what=what, of=name, before=f"{before[name]:g}", after=f"{value:g}")


def _change_of(name: str, key: str, before: Any, after: Any) -> Change:  # noqa: ANN401
    match key:
        case "gates":
            return Change(what="gates", of=name, before=_gates(before), after=_gates(after))
        case "applies":
            return Change(what="applies", of=name, before=", ".join(before), after=", ".join(after))
        case "weight":
            return Change(what="weight", of=name, before=str(before), after=str(after))
        case _:
            return Change(what="text", of=name)


def _gates(gates: tuple[Gate, ...]) -> str:
    return ", ".join(f"{gate.level}: {gate.least}" for gate in gates)
