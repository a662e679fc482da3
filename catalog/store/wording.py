"""What pydantic found wrong, in words that a person editing YAML can act on."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from pydantic import BaseModel
from pydantic_core import ErrorDetails

Words: TypeAlias = tuple[str, str]
Way: TypeAlias = tuple[str | int, ...]


def way_to(error: ErrorDetails) -> Way:
    """Return the keys that lead to what is wrong, as they stand in the file.

    Pydantic puts words of its own between them: a value's form in round brackets, ``[key]`` after
    a key that is wrong itself.
    """
    keys = [part for part in error["loc"] if not (isinstance(part, str) and part[:1] in "([")]
    return (*keys, *error.get("ctx", {}).get("below", ()))


def in_words(model: type[BaseModel], error: ErrorDetails) -> Words:
    """Say what is wrong with a value of ``model``, and what to write instead."""
    way = way_to(error)
    key = next((part for part in reversed(way) if isinstance(part, str)), "this entry")
    given = error.get("input")
    translate = _WORDS.get(error["type"])
    if translate:
        return translate(key, given, error, model)
    return f"'{key}' is not right: {error['msg'].lower()}", "see the data model for what goes here"


def _extra(key: str, _given: object, error: ErrorDetails, model: type[BaseModel]) -> Words:
    way = way_to(error)
    if len(way) == 1 and key in _NOT_TYPED:
        return f"'{key}' is not typed here", _NOT_TYPED[key]
    return f"'{key}' is not a key here", one_of(key, _keys_at(model, way))


def _missing(key: str, given: object, _error: ErrorDetails, _model: type[BaseModel]) -> Words:
    if key == "consent":
        name = given.get("name") if isinstance(given, Mapping) else None
        message = f"'{name}' is named without consent" if name else "'consent' is missing"
        return message, "add 'consent: {by, date, until}', or name the function only"
    return f"'{key}' is missing", f"add '{key}: ...'"


def _literal(key: str, given: object, error: ErrorDetails, _model: type[BaseModel]) -> Words:
    expected = str(error.get("ctx", {}).get("expected", ""))
    choices = [c.strip(" '") for c in expected.replace(" or ", ", ").split(",")]
    if error["loc"][-1:] == ("[key]",):  # the key itself is wrong, such as a language
        return f"'{given}' is not a key here", one_of(str(given), choices)
    return f"'{given}' is not a value of '{key}'", one_of(str(given), choices)


def _pattern(key: str, given: object, error: ErrorDetails, _model: type[BaseModel]) -> Words:
    pattern = str(error.get("ctx", {}).get("pattern", ""))
    if pattern.startswith("^[a-z0-9]+"):
        return f"'{given}' cannot be an id", "use lower-case a-z, 0-9 and single hyphens"
    hint = _FORMS.get(pattern, f"write it as {pattern}")
    return f"'{given}' has the wrong form for '{key}'", hint


def _text(key: str, given: object, _error: ErrorDetails, _model: type[BaseModel]) -> Words:
    hint = f'put it in quotation marks: "{given}"'
    if given is None:
        hint = f"write a text, or leave '{key}' out"
    elif isinstance(given, list | Mapping):
        hint = "write one text on the same line"
    return f"'{key}' must be text, this is {_kind(given)}", hint


def _date(key: str, given: object, _error: ErrorDetails, _model: type[BaseModel]) -> Words:
    return f"'{given}' is not a date for '{key}'", "write YYYY-MM-DD, for example 2026-03-31"


def _number(key: str, given: object, _error: ErrorDetails, _model: type[BaseModel]) -> Words:
    hint = "write digits only, for example 300"
    return f"'{key}' must be a whole number, this is {_kind(given)}", hint


def _truth(key: str, given: object, _error: ErrorDetails, _model: type[BaseModel]) -> Words:
    hint = f"write true or false; leave '{key}' out where nobody has said"
    return f"'{key}' must be true or false, this is {_kind(given)}", hint


def _low(key: str, given: object, error: ErrorDetails, _model: type[BaseModel]) -> Words:
    return f"{given} is too low for '{key}'", f"write at least {error.get('ctx', {}).get('ge')}"


def _high(key: str, given: object, error: ErrorDetails, _model: type[BaseModel]) -> Words:
    return f"{given} is too high for '{key}'", f"write at most {error.get('ctx', {}).get('le')}"


def _empty(key: str, _given: object, _error: ErrorDetails, _model: type[BaseModel]) -> Words:
    return f"'{key}' is empty", f"leave '{key}' out where nobody has said"


def _value(key: str, _given: object, error: ErrorDetails, _m: type[BaseModel]) -> Words:
    reason = error["msg"].removeprefix("Value error, ")
    return f"'{key}' does not hold together" if error["loc"] else "this entry is not whole", reason


def _refused(_key: str, _given: object, error: ErrorDetails, _model: type[BaseModel]) -> Words:
    context = error.get("ctx", {})
    return str(context["message"]), str(context["hint"])


def _derived(_key: str, given: object, _error: ErrorDetails, _model: type[BaseModel]) -> Words:
    return f"'{given}' is not typed here", _NOT_TYPED[str(given)]


def _choice(_key: str, given: object, error: ErrorDetails, _model: type[BaseModel]) -> Words:
    choices = error.get("ctx", {})["hint"].split("|")
    same_end = [choice for choice in choices if choice.rpartition(".")[2] == given]
    return f"'{given}' is not a key here", one_of(str(given), same_end or choices)


def _override(_key: str, _given: object, error: ErrorDetails, _model: type[BaseModel]) -> Words:
    context = error.get("ctx", {})
    reason = str(context["hint"]).removeprefix("Value error, ")
    message = f"this cannot be the value of '{context['message']}'"
    return message, reason[:1].lower() + reason[1:]


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
    "string_pattern_mismatch": _pattern,
    "string_type": _text,
    "string_too_long": _long,
    "string_too_short": _empty,
    "too_short": _empty,
    "not_a_day": _date,
    "date_from_datetime_parsing": _date,
    "date_from_datetime_inexact": _date,
    "date_parsing": _date,
    "date_type": _date,
    "int_type": _number,
    "bool_type": _truth,
    "greater_than_equal": _low,
    "less_than_equal": _high,
    "value_error": _value,
    "refused": _refused,
    "derived": _derived,
    "not_a_choice": _choice,
    "override": _override,
    "tuple_type": _sequence,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "dict_type": _mapping,
}  # fmt: skip

_RELEASES = "leave it out: the catalogue takes it from the repository's tags and releases"
_NOT_TYPED = {
    "softwareVersion": _RELEASES,
    "releaseDate": _RELEASES,
    "monochromeLogo": "leave it out: publiccode.yml has given it up; use 'logo'",
    "inputTypes": "leave it out: publiccode.yml has given it up",
    "outputTypes": "leave it out: publiccode.yml has given it up",
}
_FORMS = {
    r"^\d{4}$": 'write four digits in quotation marks, for example "1283"',
    r"^\d{6}-\d{4}$": 'write ten digits with a hyphen, for example "212000-1157"',
    r"^[A-Z]{2}$": "write two capital letters, for example SE",
    r"^[A-Z]{3}$": "write three capital letters, for example SEK",
    r"^[A-Z]{3}-[1-9][0-9]?$": "write the check's id, for example INF-3",
    r"^[A-Z][A-Z0-9_]*$": "write the name of a variable: A-Z, 0-9 and _",
    r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "write a language code, for example sv or en-GB",
    r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$": "write a mailbox, for example it@example.org",
    r"^[^\s/:@]+\.[^\s/:@]+$": "write a domain without https://, for example example.org",
    r"^(?:https|local)://\S+$": "write the whole address, beginning with https://",
}


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list"}
    if isinstance(value, Mapping):
        return "a set of keys"
    return "empty" if value is None else names.get(type(value), "text")


def _keys_at(model: type[BaseModel], way: Way) -> list[str]:
    """Return the keys that may stand where ``way`` points, as people write them."""
    for part in way[:-1]:
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
    return otherwise or f"use one of: {', '.join(sorted(set(choices)))}"
