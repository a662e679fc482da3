"""Reasons, statuses and ceilings in words."""

from datetime import date

import pytest

from catalog.errors import ModelError
from catalog.models.curated import Language
from catalog.models.verdict import Statement, Status
from catalog.readiness.definition import Model
from catalog.readiness.texts import ceiling_sentence, sentence, status_label


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", "Senast ändrad av en människa 2026-08-01."),
        ("en", "Last changed by a person on 2026-08-01."),
    ],
)
def test_dates_are_iso_in_both_languages(model: Model, language: Language, expected: str) -> None:
    """A date in a sentence reads the same everywhere."""
    statement = Statement(code="activity-recent", values={"on": date(2026, 8, 1)})
    assert expected == sentence(model, "MNT-1", statement, language)


def test_braces_in_a_value_are_only_text(model: Model) -> None:
    """What a repository states is filled in, never interpreted."""
    statement = Statement(code="licence-open", values={"licence": "{0.__class__}"})
    assert "{0.__class__}" in sentence(model, "LIC-1", statement, "sv")


@pytest.mark.parametrize(
    ("check", "expected"),
    [("INF-3", "Inte angivet"), ("LIC-1", "Uppfyller inte"), ("USE-2", "Inte visat")],
)
def test_failure_is_worded_by_nature(model: Model, check: str, expected: str) -> None:
    """A statement is missing, a property not met, an outcome not shown."""
    assert expected == status_label(model, check, "fail", "sv")


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("pass", "Uppfyller"), ("partial", "Delvis"), ("unknown", "Okänt"),
        ("na", "Ej tillämpligt"), ("explained", "Förklarat"),
    ],
)  # fmt: skip
def test_other_statuses_have_one_word(model: Model, status: Status, expected: str) -> None:
    """The words are those of the glossary."""
    assert expected == status_label(model, "LIC-1", status, "sv")


def test_a_ceiling_is_a_sentence(model: Model) -> None:
    """Why the ladder ends early is said in words."""
    assert "discontinued" in ceiling_sentence(model, "obsolete", "en")


def test_what_the_model_lacks_is_named(model: Model) -> None:
    """A missing sentence, value, check or ceiling is an error with its name."""
    with pytest.raises(ModelError, match="no sentence for x-y"):
        sentence(model, "LIC-1", Statement(code="x-y"), "sv")
    with pytest.raises(ModelError, match="activity-recent wants 'on'"):
        sentence(model, "MNT-1", Statement(code="activity-recent"), "sv")
    with pytest.raises(ModelError, match="no check ABC-1"):
        status_label(model, "ABC-1", "pass", "sv")
    with pytest.raises(ModelError, match="no ceiling x"):
        ceiling_sentence(model, "x", "sv")
