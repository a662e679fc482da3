"""publiccode.yml, read tolerantly."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

import pytest

from catalog.models.evidence import Found
from catalog.models.facts import DescribedSeen, PubliccodeSeen
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
        release_date=date(2026, 1, 2), languages=("sv", "en"), localisation_ready=True,
        short_description=True,
        long_description=True, documentation=True,
        described=(DescribedSeen(language="sv", short="Kort", long=True,
                                 documentation="https://example.org"),),
        faults=seen.faults, lines=seen.lines,
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


def test_lines_of_what_is_cited(plant: Plant) -> None:
    """A statement can be opened at its line, also inside a section."""
    lines = read(plant({"publiccode.yml": GOOD})).lines
    expected = {"name": 2, "legal.license": 11, "description.sv": 10}
    assert expected == {key: lines[key] for key in expected}
    assert "platforms" not in lines


def test_lists_take_only_what_has_the_form(plant: Plant) -> None:
    """A category is a word of the standard's shape, each once; sentences are left out."""
    text = "categories: [cms, cms, Vår egen, x@y.se, learning-management-system, {a: b}]\n"
    seen = read(plant({"publiccode.yml": text}))
    assert ("cms", "learning-management-system") == seen.categories


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://anna:hemligt@example.org/", "mailto:a@example.org",
                "[x]", "https://example.org/ x"]
)  # fmt: skip
def test_addresses_name_nobody_and_run_nothing(plant: Plant, address: str) -> None:
    """An address is a plain one of the web, or none."""
    text = f'landingURL: "{address}"\ndescription: {{sv: {{documentation: "{address}"}}}}\n'
    seen = read(plant({"publiccode.yml": text}))
    assert (None, None) == (seen.landing_url, seen.described[0].documentation)


def test_users_in_a_long_description(plant: Plant) -> None:
    """Of the long text only the first word that names users is kept."""
    text = "description: {en: {longDescription: A map that helps researchers and citizens.}}\n"
    assert "researchers" == read(plant({"publiccode.yml": text})).described[0].audience_word


def test_a_short_description_with_a_mailbox_is_not_kept(plant: Plant) -> None:
    """E-mail addresses never enter the facts; what the file has is still counted."""
    text = "description: {sv: {shortDescription: Skriv till anna@example.org}}\n"
    seen = read(plant({"publiccode.yml": text}))
    assert (None, True) == (seen.described[0].short, seen.short_description)


WHOLE = """\
publiccodeYmlVersion: "0.4"
name: Exempel
url: https://github.com/exempel/kod
platforms: [web]
developmentStatus: stable
softwareType: standalone/web
roadmap: https://github.com/exempel/kod/blob/main/ROADMAP.md
fundedBy:
  - {uri: "https://exempel.se/", name: Exempelkommun}
  - {uri: "https://exempel.se", name: Exempel}
  - {uri: "https://grann.se", name: Grannkommun}
  - 7
description:
  sv:
    shortDescription: Kort
    longDescription: %s
    features: [Sök]
legal: {license: EUPL-1.2}
maintenance:
  type: contract
  contractors:
    - {name: Ett AB, until: 2027-01-31}
    - {name: Två AB, until: 2026-01-31}
localisation: {localisationReady: true, availableLanguages: [sv, en]}
""" % ("Det här är en längre text. " * 8)


def test_errors_are_placed_and_nothing_else_is_kept(plant: Plant) -> None:
    """The key and its line; what the file says there is left out."""
    text = WHOLE.replace("stable", "ready").replace("sv, en]", "svenska]")
    faults = read(plant({"publiccode.yml": text})).faults or ()
    keys = ["developmentStatus", "fundedBy[3]", "localisation.availableLanguages[0]"]
    assert keys == [fault.key for fault in faults]
    assert [5, 12, 24] == [fault.line for fault in faults]


def test_a_file_that_keeps_the_rules_has_no_errors(plant: Plant) -> None:
    """An empty list says that it was tested."""
    assert () == read(plant({"publiccode.yml": WHOLE.replace("  - 7\n", "")})).faults


def test_who_pays_and_who_is_paid_are_counted(plant: Plant) -> None:
    """Organisations by their identifier; of companies how many, and until when."""
    seen = read(plant({"publiccode.yml": WHOLE}))
    assert (2, (date(2027, 1, 31), date(2026, 1, 31))) == (seen.funders, seen.contracts)
    assert "https://github.com/exempel/kod/blob/main/ROADMAP.md" == seen.roadmap
    assert not any(name in seen.model_dump_json() for name in ("Ett AB", "Grannkommun"))


@pytest.mark.parametrize(
    "text",
    ["", BOMB, "[" * 5000, "\x00\x01", "x" * 300_000, "fundedBy: 1\nmaintenance: [contractors]",
     "maintenance: {contractors: {name: x}}", "anna@example.org: 1\n"],
)  # fmt: skip
def test_hostile_files_are_tested_without_a_fuss(plant: Plant, text: str) -> None:
    """Whatever the bytes, errors have keys that are names."""
    faults = read(plant({"publiccode.yml": text})).faults
    assert faults
    assert not any("@" in fault.key for fault in faults)


@pytest.mark.parametrize(("stated", "expected"), [("true", True), ("false", False), ("[]", False)])
def test_localisation_ready(plant: Plant, stated: str, *, expected: bool) -> None:
    """Only a yes is a claim that it can be translated."""
    text = f"name: a\nlocalisation: {{localisationReady: {stated}}}\n"
    assert expected == read(plant({"publiccode.yml": text})).localisation_ready
