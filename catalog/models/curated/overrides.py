"""Corrections of what machines have read, each with its reason; both values are shown."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, TypeAlias, get_args, get_origin

from pydantic import AfterValidator, TypeAdapter, ValidationError, WithJsonSchema

from catalog.models.base import Curated
from catalog.models.curated.publiccode import PubliccodeKeys
from catalog.models.curated.refusal import refusal
from catalog.models.curated.words import Day, Line, Text

DERIVED = ("softwareVersion", "releaseDate")
_PLAIN = "Annotated needs one annotation at least"


class Override(Curated):
    """What holds instead of a harvested value; ``by`` is a body or a role, never a person."""

    value: Any
    reason: Text
    by: Line
    date: Day


@cache
def overridable() -> dict[str, Any]:
    """Return the keys of publiccode.yml that may be corrected, with the types of their values.

    A key below another is written with a dot, as in ``legal.license``.
    """
    return dict(_keys(PubliccodeKeys, ""))


def _keys(model: type[Curated], before: str) -> list[tuple[str, Any]]:
    found = []
    for name, info in model.model_fields.items():
        key = f"{before}{info.alias or name}"
        below = _models_below(key, info.annotation)
        found += [] if below else [(key, Annotated[info.annotation, *info.metadata, _PLAIN])]
        for prefix, inner in below:
            found += _keys(inner, prefix)
    return found


def _models_below(key: str, annotation: Any) -> list[tuple[str, type[Curated]]]:  # noqa: ANN401
    """Return the model that a key holds, one for each language where it is by language."""
    arguments = get_args(annotation)
    if get_origin(annotation) is dict:
        return [(f"{key}.{language}.", arguments[1]) for language in get_args(arguments[0])]
    models = [a for a in arguments if isinstance(a, type) and issubclass(a, Curated)]
    return [(f"{key}.", inner) for inner in models if type(None) in arguments]


def _may_be_corrected(key: str) -> str:
    if key in DERIVED:
        raise refusal("derived")
    if key not in overridable():
        raise refusal("not_a_choice", key, "|".join(overridable()))
    return key


def _fits(overrides: Mapping[str, Override]) -> Mapping[str, Override]:
    for key, override in overrides.items():
        try:
            _adapter(key).validate_python(override.value, by_name=False)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            raise refusal("override", key, str(first["msg"]), (key, "value")) from None
    return overrides


@cache
def _adapter(key: str) -> TypeAdapter[Any]:
    return TypeAdapter(overridable()[key])


_Key: TypeAlias = Annotated[
    str, AfterValidator(_may_be_corrected), WithJsonSchema({"enum": sorted(overridable())})
]
Overrides: TypeAlias = Annotated[dict[_Key, Override], AfterValidator(_fits)]
