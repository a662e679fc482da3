"""What pydantic found wrong, in words that a person editing YAML can act on."""

import difflib
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from pydantic import BaseModel
from pydantic_core import ErrorDetails

Words: TypeAlias = tuple[str, str]


def in_words(model: type[BaseModel], error: ErrorDetails) -> Words:
    """Say what is wrong with a value of ``model``, and what to write instead."""
    key = next((str(p) for p in reversed(error["loc"]) if isinstance(p, str)), "this entry")
    given = error.get("input")
    translate = _WORDS.get(error["type"])
    if translate:
        return translate(key, given, error, model)
    return f"'{key}' is not right: {error['msg'].lower()}", "see the data model for what goes here"


def _extra(key: str, _given: object, error: ErrorDetails, model: type[BaseModel]) -> Words:
    return f"'{key}' is not a key here", one_of(key, _keys_at(model, error["loc"]))


def _missing(key: str, _given: object, _error: ErrorDetails, _model: type[BaseModel]) -> Words:
    return f"'{key}' is missing", f"add '{key}: ...'"


def _literal(key: str, given: object, error: ErrorDetails, _model: type[BaseModel]) -> Words:
    expected = str(error.get("ctx", {}).get("expected", ""))
    choices = [c.strip(" '") for c in expected.replace(" or ", ", ").split(",")]
    return f"'{given}' is not a value of '{key}'", one_of(str(given), choices)


def _slug(key: str, given: object, error: ErrorDetails, _model: type[BaseModel]) -> Words:
    pattern = str(error.get("ctx", {}).get("pattern", ""))
    if pattern.startswith("^[a-z0-9]+"):
        return f"'{given}' cannot be an id", "use lower-case a-z, 0-9 and single hyphens"
    return f"'{given}' has the wrong form for '{key}'", f"write it as {pattern}"


def _text(key: str, given: object, _error: ErrorDetails, _model: type[BaseModel]) -> Words:
    return f"'{key}' must be text, this is {_kind(given)}", f'put it in quotation marks: "{given}"'


def _date(key: str, given: object, _error: ErrorDetails, _model: type[BaseModel]) -> Words:
    return f"'{given}' is not a date for '{key}'", "write YYYY-MM-DD, for example 2026-03-31"


def _value(key: str, _given: object, error: ErrorDetails, _m: type[BaseModel]) -> Words:
    reason = error["msg"].removeprefix("Value error, ")
    return f"'{key}' does not hold together" if error["loc"] else "this entry is not whole", reason


def _long(key: str, given: object, error: ErrorDetails, _m: type[BaseModel]) -> Words:
    limit = error.get("ctx", {}).get("max_length")
    return f"'{key}' has {len(str(given))} characters", f"write at most {limit}"


def _sequence(key: str, _g: object, _e: ErrorDetails, _m: type[BaseModel]) -> Words:
    return f"'{key}' must be a list", "put '- ' before each value, one a line"


def _mapping(key: str, given: object, _e: ErrorDetails, _m: type[BaseModel]) -> Words:
    return f"'{key}' must have keys of its own, this is {_kind(given)}", "indent 'key: value' below"


_WORDS: dict[
    str, Callable[[str, object, ErrorDetails, type[BaseModel]], Words]
] = {
    "extra_forbidden": _extra,
    "missing": _missing,
    "literal_error": _literal,
    "string_pattern_mismatch": _slug,
    "string_type": _text,
    "string_too_long": _long,
    "date_from_datetime_parsing": _date,
    "date_from_datetime_inexact": _date,
    "date_parsing": _date,
    "date_type": _date,
    "value_error": _value,
    "tuple_type": _sequence,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "dict_type": _mapping,
}  # fmt: skip


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list"}
    return "empty" if value is None else names.get(type(value), "text")


def _keys_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Return the keys that may stand where ``loc`` points, as people write them."""
    for part in loc[:-1]:
        model = _model_below(model, part) or model
    return [info.alias or name for name, info in model.model_fields.items()]


def _model_below(model: type[BaseModel], part: str | int) -> type[BaseModel] | None:
    for name, info in model.model_fields.items():
        if part in (name, info.alias):
            return next(iter(_models_in(info.annotation)), None)
    return None


def _models_in(annotation: Any) -> list[type[BaseModel]]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for a in getattr(annotation, "__args__", ()) for m in _models_in(a)]


def one_of(word: str, choices: Sequence[str], otherwise: str = "") -> str:
    """Suggest the nearest choice; where none is near, say otherwise, or list them all."""
    close = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    every = sorted(set(choices))
    more = f" and {len(every) - _SHOWN} more" if len(every) > _SHOWN else ""
    return otherwise or f"use one of: {', '.join(every[:_SHOWN])}{more}"


_SHOWN = 30  # choices that are listed
