"""Corrections name a key of publiccode.yml, fit it, and say why, by whom and when."""

from typing import Any

import pytest
from pydantic import ValidationError

from catalog.models.curated import CatalogKeys, overridable

WHY = {"reason": "Föråldrad fil", "by": "exempel", "date": "2026-01-01"}


def corrected(key: str, value: Any, **given: Any) -> CatalogKeys:
    """Write one correction."""
    return CatalogKeys.model_validate({"override": {key: {"value": value, **WHY} | given}})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("developmentStatus", "stable"), ("legal.license", "EUPL-1.2"), ("landingURL", None),
        ("description.sv.shortDescription", "En mening."), ("maintenance.type", "none"),
        ("localisation.availableLanguages", ["sv"]), ("supports", [{"id": "alias:gdpr"}]),
    ],
)  # fmt: skip
def test_a_key_of_publiccode_can_be_corrected(key: str, value: Any) -> None:
    """Also one that stands below another, and to nothing at all."""
    assert value == corrected(key, value).override[key].value


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("developmentStatus", "ready"), ("landingURL", "example.org"), ("legal.license", 17),
        ("description.sv.shortDescription", "x" * 151), ("catalog.kind", "app"), ("legal", {}),
        ("softwareVersion", "1.0"), ("releaseDate", "2026-01-01"), ("license", "MIT"),
    ],
)  # fmt: skip
def test_a_correction_that_is_none_is_refused(key: str, value: Any) -> None:
    """A value that does not fit, a key that is ours or a whole branch, what is always derived."""
    with pytest.raises(ValidationError):
        corrected(key, value)


@pytest.mark.parametrize("missing", ["value", "reason", "by", "date"])
def test_a_correction_says_all_four(missing: str) -> None:
    """None of them can be left out."""
    written = {"value": "stable", **WHY}
    del written[missing]
    with pytest.raises(ValidationError, match=missing):
        CatalogKeys.model_validate({"override": {"developmentStatus": written}})


def test_neither_name_nor_version_of_a_release_can_be_corrected() -> None:
    """Typed ones rot."""
    assert not {"softwareVersion", "releaseDate"} & set(overridable())
