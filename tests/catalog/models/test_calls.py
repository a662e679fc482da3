"""A call is only as far as it says when it has what that step asks for."""

from typing import Any

import pytest
from pydantic import ValidationError

from catalog.models.curated import Call

DRAFT = {"id": "c", "type": "experience", "status": "draft", "title": "T", "owner": "b"}
WHOLE = DRAFT | {
    "ask": "A",
    "offer": "O",
    "contact": {"role": "Support", "form": "https://example.org/f"},
    "published": "2026-01-01",
    "reviewBy": "2026-06-01",
}
AGREED = WHOLE | {"legalForm": "Avsiktsförklaring"}


@pytest.mark.parametrize(
    ("written", "status"),
    [
        (DRAFT, "draft"), (WHOLE, "open"), (WHOLE, "forming"), (AGREED, "agreed"),
        (AGREED, "active"), (DRAFT | {"outcome": "U"}, "done"), (DRAFT, "withdrawn"),
        (DRAFT, "expired"), (DRAFT | {"pausedUntil": "2026-09-01"}, "paused"),
    ],
)  # fmt: skip
def test_every_step_of_its_life(written: dict[str, Any], status: str) -> None:
    """With what the step asks for, the call is taken."""
    assert status == Call.model_validate(written | {"status": status}).status


@pytest.mark.parametrize(
    ("written", "status", "missing"),
    [
        (DRAFT, "open", "ask, offer, contact, published, reviewBy"),
        (WHOLE | {"offer": None}, "open", "offer"),
        (WHOLE, "agreed", "legalForm"),
        (WHOLE, "done", "outcome"),
        (WHOLE, "paused", "pausedUntil"),
    ],
)
def test_what_a_step_lacks_is_said(written: dict[str, Any], status: str, missing: str) -> None:
    """Every key that is missing, by the name people write."""
    with pytest.raises(ValidationError, match=f"a call that is '{status}' has no {missing}"):
        Call.model_validate(written | {"status": status})


def test_the_catalogue_opens_no_call() -> None:
    """Only the owner confirms; what the catalogue proposes stays a draft."""
    with pytest.raises(ValidationError, match="proposed by the catalogue"):
        Call.model_validate(WHOLE | {"status": "open", "proposedBy": "catalog"})
