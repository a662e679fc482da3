"""publiccode.yml, read tolerantly."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

import pytest

from catalog.models.evidence import Found
from catalog.models.facts import PubliccodeSeen
from harvesters.reading import publiccode
from harvesters.reading.contents import Contents

Plant: TypeAlias = Callable[..., Contents]

GOOD = """\
publiccodeYmlVersion: "0.4"
name: Exempel
url: https://git.example.org/exempel
platforms: [web]
developmentStatus: stable
softwareType: standalone/web
releaseDate: 2026-01-02
softwareVersion: 1.0
description:
  sv: {shortDescription: Kort, longDescription: Lång, documentation: https://example.org}
legal: {license: EUPL-1.2, mainCopyrightOwner: Exempelkommun}
maintenance: {type: internal}
localisation: {localisationReady: true, availableLanguages: [sv, en]}
"""
BOMB = "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


def read(contents: Any) -> PubliccodeSeen:
    """Read the file there is."""
    found = publiccode.read(contents)
    assert isinstance(found, Found)
    return found.found


def test_good(plant: Plant) -> None:
    """Every field is taken as it stands."""
    seen = read(plant({"publiccode.yml": GOOD}))
    expected = PubliccodeSeen(
        path="publiccode.yml", parses=True, version="0.4", url="https://git.example.org/exempel",
        name="Exempel", software_type="standalone/web", development_status="stable",
        licence="EUPL-1.2", copyright_owner=True, maintenance="internal", software_version="1.0",
        release_date=date(2026, 1, 2), languages=("sv", "en"), short_description=True,
        long_description=True, documentation=True,
    )  # fmt: skip
    assert expected == seen


@pytest.mark.parametrize(
    "text",
    ["", "- a\n", "a: [", BOMB, "[" * 5000, "\x00\x01", "a: !!python/object:x {}\n? [1]\n: 2"],
)
def test_what_is_no_mapping_does_not_parse(plant: Plant, text: str) -> None:
    """Broken, empty and dangerous files are there, and parse as nothing."""
    assert not read(plant({"publiccode.yaml": text})).parses


def test_wrong_types_are_left_out(plant: Plant) -> None:
    """A field of the wrong type is as if it were not there."""
    text = "name: [a]\ndevelopmentStatus: ready\nreleaseDate: soon\nlegal: MIT\ndescription: x\n"
    seen = read(plant({"publiccode.yml": text}))
    assert (None, None, None, None) == (
        seen.name, seen.development_status, seen.release_date, seen.licence,
    )  # fmt: skip


def test_missing_keys_are_named(plant: Plant) -> None:
    """What is mandatory and not there is listed."""
    seen = read(plant({"publiccode.yml": GOOD.replace("platforms: [web]\n", "")}))
    assert ("platforms",) == seen.missing
