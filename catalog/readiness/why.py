"""Why the checks are asked: a sentence or two in both languages, beside the model."""

from functools import cache
from importlib.resources import files

import yaml

from catalog.models.curated import Language


def why(check: str, language: Language) -> str | None:
    """Return why a check is asked; None where nobody has written it."""
    said = _reasons().get(check)
    return said[language] if said else None


@cache
def _reasons() -> dict[str, dict[Language, str]]:
    text = files("catalog.readiness").joinpath("why.yaml").read_text(encoding="utf-8")
    reasons: dict[str, dict[Language, str]] = yaml.safe_load(text)
    return reasons
