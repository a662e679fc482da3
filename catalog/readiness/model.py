"""Loading the readiness model from the file that ships with the package."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from catalog.errors import ModelError
from catalog.readiness.checks import CHECKS
from catalog.readiness.checks.closed_products import ClosedProduct
from catalog.readiness.checks.windows import LIMITS, WINDOWS
from catalog.readiness.definition import (
    CeilingRule,
    Check,
    Dimension,
    Gate,
    Level,
    Model,
    Words,
)

__all__ = ["CeilingRule", "Check", "Dimension", "Gate", "Level", "Model", "Words", "load"]


def load(path: Path | None = None) -> Model:
    """Load the model that ships with the package, or another file.

    Raises:
        ModelError: it is not YAML, not a model, or not the model of the checks we have.
    """
    return _shipped() if path is None else _read(str(path), path.read_text(encoding="utf-8"))


@cache
def _shipped() -> Model:
    file = files("catalog.readiness").joinpath("model.yaml")
    return _read("model.yaml", file.read_text(encoding="utf-8"))


def _read(name: str, text: str) -> Model:
    try:
        model = Model.model_validate(yaml.load(text, Loader=_loader()))  # noqa: S506 - a safe one
    except yaml.YAMLError as error:
        raise ModelError(f"{name} is not YAML: {error}") from error
    except ValidationError as error:
        raise ModelError(f"{name}: {'; '.join(_in_words(error))}") from error
    _matches_checks(name, model)
    return model if model.closed else model.model_copy(update={"closed": _closed()})


@cache
def _closed() -> tuple[ClosedProduct, ...]:
    """Load the list of closed products that ships with the package."""
    text = files("catalog.readiness").joinpath("closed.yaml").read_text(encoding="utf-8")
    rows = yaml.load(text, Loader=_loader())  # noqa: S506 - a safe one
    try:
        products = TypeAdapter(tuple[ClosedProduct, ...]).validate_python(rows)
    except ValidationError as error:
        raise ModelError(f"closed.yaml: {'; '.join(_in_words(error))}") from error
    ids = [product.id for product in products]
    if twice := sorted({one for one in ids if ids.count(one) > 1}):
        raise ModelError(f"closed.yaml: {', '.join(twice)} stands there twice")
    return products


def _loader() -> type[yaml.SafeLoader]:
    """Choose libyaml where it is there: twenty times faster."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _in_words(error: ValidationError) -> list[str]:
    return [
        f"{'.'.join(str(part) for part in one['loc']) or 'the model'}: {one['msg']}"
        for one in error.errors()
    ]


def _matches_checks(name: str, model: Model) -> None:
    """Hold the file and the functions to each other."""
    if without := sorted({c.id for c in model.checks if not c.answer} - CHECKS.keys()):
        raise ModelError(f"{name}: no function answers {', '.join(without)}")
    if without := sorted(CHECKS.keys() - model.by_id.keys()):
        raise ModelError(f"{name}: {', '.join(without)} is not described")
    _same_names(f"{name}: windows", model.windows, WINDOWS)
    _same_names(f"{name}: limits", model.limits, LIMITS)


def _same_names(where: str, given: Mapping[str, float], counted: frozenset[str]) -> None:
    if differing := sorted(given.keys() ^ counted):
        named = ", ".join(differing)
        raise ModelError(f"{where} must have the names that checks count with: {named}")
