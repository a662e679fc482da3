"""A project without ``catalog:`` is a publiccode document."""

from typing import Any

import pytest
from pydantic import ValidationError

from catalog.models.curated import ProjectEntry

WHOLE: dict[str, Any] = {
    "publiccodeYmlVersion": "0.7", "name": "Kod", "url": "https://git.example.org/kod",
    "applicationSuite": "Svit", "landingURL": "https://kod.example.org",
    "isBasedOn": "https://git.example.org/original", "logo": "logo.svg",
    "roadmap": "https://kod.example.org/roadmap", "platforms": ["web"],
    "categories": ["content-management"], "usedBy": ["Exempelkommun"],
    "developmentStatus": "stable", "softwareType": "standalone/web",
    "intendedAudience": {"countries": ["SE"], "unsupportedCountries": ["XX"],
                         "scope": ["education"]},
    "description": {"sv": {
        "localisedName": "Kod", "shortDescription": "Kort", "longDescription": "Lång",
        "features": ["Sök"], "documentation": "https://kod.example.org/doc",
        "apiDocumentation": "https://kod.example.org/api", "screenshots": ["bild.png"],
        "videos": ["https://film.example.org/1"], "awards": ["Pris"]}},
    "legal": {"license": "EUPL-1.2", "mainCopyrightOwner": "Exempelkommun"},
    "maintenance": {
        "type": "contract",
        "contractors": [{"name": "Bolaget", "until": "2027-01-01", "email": "info@example.org",
                         "website": "https://bolaget.example.org"}],
        "contacts": [{"name": "Support", "email": "support@example.org", "phone": "+46 8 00 00",
                      "affiliation": "Exempelkommun"}]},
    "localisation": {"localisationReady": True, "availableLanguages": ["sv", "en-GB"]},
    "organisation": {"uri": "urn:x-example:1", "name": "Exempelkommun"},
    "fundedBy": [{"uri": "https://example.org", "name": "Exempelkommun"}],
    "supports": [{"id": "alias:gdpr"}],
    "dependsOn": {"open": [{"name": "PostgreSQL", "versionMin": "14", "optional": False}],
                  "proprietary": [{"name": "X", "versionMax": "2", "version": "1"}],
                  "hardware": [{"name": "Läsare"}]},
}  # fmt: skip


def test_every_key_of_publiccode_that_people_may_write_is_taken() -> None:
    """Names and types are publiccode.yml's own."""
    entry = ProjectEntry.model_validate({"id": "kod", "body": "exempel", **WHOLE})
    left = entry.model_dump(by_alias=True, exclude={"id", "body", "catalog"}, mode="json")
    assert set(WHOLE) == set(left)
    assert ["https://git.example.org/original"] == left["isBasedOn"]


@pytest.mark.parametrize(
    "change",
    [
        {"softwareVersion": "1.0"}, {"releaseDate": "2026-01-01"}, {"softwareType": "standalone"},
        {"maintenance": {"type": "internal", "contractors": [{"name": "B"}]}},
        {"intendedAudience": {"countries": ["se"]}}, {"IT": {}}, {"supports": ["gdpr"]},
        {"localisation": {"localisationReady": "yes"}}, {"publiccodeYmlVersion": 0.7},
    ],
)  # fmt: skip
def test_what_publiccode_does_not_take_is_refused(change: dict[str, Any]) -> None:
    """Values of the wrong form, contradictions, and what is always derived."""
    with pytest.raises(ValidationError):
        ProjectEntry.model_validate({"id": "kod", "body": "exempel", **WHOLE, **change})
