"""Who says what of every field, in which order, and what a correction does."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.assemble import assemble
from catalog.assemble.settling import Witness, settled
from catalog.assemble.written import STATUS, Written
from catalog.models.curated import CuratedData, Override, ProjectEntry
from catalog.models.evidence import Found
from catalog.models.facts import (
    DescribedSeen,
    LicenceSeen,
    PubliccodeSeen,
    ReadmeSeen,
    RepositoryFacts,
    Tag,
    Tags,
    TranslationsSeen,
    WordpressSeen,
)
from catalog.models.forge import ForgeRelease, ForgeReleases
from catalog.models.project import Project, Stated
from catalog.store.snapshot import Snapshot
from tests.facts import COMMIT, URL, facts, forge_facts

DAY = date(2026, 8, 1)
README = ReadmeSeen(path="README.md", bytes=9, encoding="ascii", markup="markdown")
CURATED: dict[str, Any] = {
    "bodies": [{"id": "exempel", "type": "municipality", "name": "Exempelkommun"}],
    "sources": [{"id": "exempel-git", "body": "exempel", "forge": "git", "urls": [URL]}],
}
WRITTEN: dict[str, Any] = {
    "id": "produkt", "name": "Produkten", "body": "exempel", "developmentStatus": "beta",
    "categories": ["cms"], "landingURL": "https://a.example.org",
    "description": {"sv": {"shortDescription": "Skrivet", "features": ["Boka"],
                           "longDescription": "Mer skrivet",
                           "documentation": "https://docs.example.org"}},
}  # fmt: skip


def publiccode(**given: Any) -> Found[PubliccodeSeen]:
    """Make a publiccode.yml that parses."""
    return Found(found=PubliccodeSeen(path="publiccode.yml", parses=True, **given))


def product(read: RepositoryFacts, catalog: dict[str, Any] | None = None, **entry: Any) -> Project:
    """Assemble a product over one repository."""
    keys = {"repos": [{"repo": URL, "role": "primary"}]} | (catalog or {})
    projects = [WRITTEN | entry | {"catalog": keys}]
    data = CuratedData.model_validate(CURATED | {"projects": projects})
    (project,) = assemble(data, Snapshot(facts={read.url: read})).projects
    return project


def alone(**changes: Any) -> Project:
    """Assemble a repository that stands for itself."""
    read = facts(**changes)
    (project,) = assemble(CuratedData.model_validate(CURATED), Snapshot(facts={URL: read})).projects
    return project


def field(project: Project, name: str) -> Stated[Any]:
    """Return what is said of a field; ``short.sv`` is that of a language."""
    first, _, language = name.partition(".")
    said = getattr(project if first in {"kind", "status"} else project.said, first)
    found = said[language] if language else said
    assert isinstance(found, Stated)
    return found


def told(stated: Stated[Any]) -> tuple[Any, ...]:
    """Reduce to value, who says it, and those who say otherwise."""
    return stated.value, stated.by, [(other.value, other.by) for other in stated.overruled]


IN_SWEDISH = DescribedSeen(
    language="sv-SE", short="Läst", long=True, documentation="https://d.example.org"
)


@pytest.mark.parametrize(
    ("name", "seen", "expected"),
    [
        ("name", {"name": "Egna namnet"}, ("Egna namnet", "publiccode",
                                            [("Produkten", "curated")])),
        ("name", {"name": "PRODUKTEN"}, ("PRODUKTEN", "publiccode", [])),
        ("name", {}, ("Produkten", "curated", [])),
        ("url", {"url": f"{URL}.git"}, (f"{URL}.git", "publiccode", [])),
        ("landing", {"landing_url": "https://b.example.org"},
         ("https://b.example.org", "publiccode", [("https://a.example.org", "curated")])),
        ("short.sv", {"described": (IN_SWEDISH,)},
         ("Läst", "publiccode", [("Skrivet", "curated")])),
        ("documentation.sv", {"described": (IN_SWEDISH,)},
         ("https://d.example.org", "publiccode", [("https://docs.example.org", "curated")])),
        ("features.sv", {}, (("Boka",), "curated", [])),
        ("status", {"development_status": "stable"},
         ("stable", "publiccode", [("beta", "curated")])),
        ("kind", {"software_type": "library"}, ("library", "publiccode", [])),
        ("licence", {"licence": "EUPL-1.2"}, (("EUPL-1.2",), "publiccode", [])),
        ("maintenance", {"maintenance": "contract"}, ("contract", "publiccode", [])),
        ("categories", {"categories": ("lms",)},
         (("lms",), "publiccode", [(("cms",), "curated")])),
        ("categories", {"categories": ("CMS",)}, (("CMS",), "publiccode", [])),
        ("languages", {"languages": ("sv", "en")}, (("sv", "en"), "publiccode", [])),
        ("version", {"software_version": "1.0"}, ("1.0", "publiccode", [])),
        ("released", {"release_date": DAY}, (DAY, "publiccode", [])),
    ],
)  # fmt: skip
def test_publiccode_comes_before_what_people_write(
    name: str, seen: dict[str, Any], expected: tuple[Any, ...]
) -> None:
    """What the repository says of itself is taken; people's word is kept where it differs."""
    assert expected == told(field(product(facts(publiccode=publiccode(**seen))), name))


@pytest.mark.parametrize(
    ("name", "changes", "expected"),
    [
        ("name", {}, ("kod", "harvest", [])),
        ("name", {"wordpress": Found(found=(WordpressSeen(path="style.css", kind="theme", line=2,
                                                          name="Temat"),))},
         ("kod", "harvest", [("Temat", "harvest")])),
        ("landing", {"forge": forge_facts({"homepage": "https://c.example.org"})},
         ("https://c.example.org", "forge", [])),
        ("status", {"readmes": Found(found=(README.model_copy(update={"status": "beta"}),))},
         ("beta", "harvest", [])),
        ("languages", {"translations": Found(found=TranslationsSeen(languages=("sv",),
                                                                    examples=("sv.po",)))},
         (("sv",), "harvest", [])),
        ("licence", {"licences": Found(found=(LicenceSeen(path="LICENSE", spdx="MIT", score=1),)),
                     "forge": forge_facts({"licence": "GPL-3.0"})},
         (("MIT",), "harvest", [(("GPL-3.0",), "forge")])),
    ],
)  # fmt: skip
def test_what_else_was_harvested(
    name: str, changes: dict[str, Any], expected: tuple[Any, ...]
) -> None:
    """Files and the forge speak where publiccode.yml is silent."""
    assert expected == told(field(alone(**changes), name))


def test_versions_follow_tags_then_releases_then_publiccode() -> None:
    """A typed version rots: it is told as overruled; a release of a tag says the same as it."""
    tags = Tags(count=1, latest_release=Tag(name="v2.0", commit=COMMIT, on=DAY))
    release = ForgeReleases(count=1, newest=(ForgeRelease(tag="2.0", on=date(2026, 8, 3)),))
    seen = publiccode(software_version="1.0", release_date=date(2020, 1, 1))
    both = alone(tags=Found(found=tags), forge=forge_facts(releases=release), publiccode=seen)
    assert ("v2.0", "harvest", [("1.0", "publiccode")]) == told(field(both, "version"))
    assert (DAY, "harvest", [(date(2020, 1, 1), "publiccode")]) == told(field(both, "released"))
    untagged = alone(forge=forge_facts(releases=release), publiccode=seen)
    assert ("2.0", "forge", [("1.0", "publiccode")]) == told(field(untagged, "version"))


def test_where_it_is_said() -> None:
    """A statement leads to its line at the commit that was read."""
    seen = publiccode(name="Namnet", lines={"name": 7})
    cite = field(alone(publiccode=seen), "name").cite
    assert cite
    assert (URL, COMMIT, "publiccode.yml", 7) == (
        cite.repository, cite.commit, cite.path, cite.line
    )  # fmt: skip


def test_a_publiccode_that_does_not_parse_says_nothing() -> None:
    """What is left of a broken file is not taken for a statement."""
    broken: Found[PubliccodeSeen] = Found(
        found=PubliccodeSeen(path="publiccode.yml", parses=False, name="Skräp")
    )
    assert "kod" == alone(publiccode=broken).name


def test_a_long_text_is_pointed_to_where_it_is_not_kept() -> None:
    """The catalogue keeps no long text of others, and says where there is one."""
    said = field(product(facts(publiccode=publiccode(described=(IN_SWEDISH,)))), "long.sv")
    assert ("Mer skrivet", ["publiccode.yml"]) == (said.value, [cite.path for cite in said.also])


@pytest.mark.parametrize(
    ("kind", "software_type", "expected"),
    [
        ("site", "standalone/web", ("site", "curated", [("app", "publiccode")])),
        ("addon", "library", ("library", "publiccode", [("addon", "curated")])),
        ("addon", None, ("addon", "curated", [("app", "content")])),
    ],
)
def test_kinds_that_publiccode_has_no_word_for(
    kind: str, software_type: str | None, expected: tuple[Any, ...]
) -> None:
    """People win where only they can say it, and over what content merely suggests."""
    read = facts(publiccode=publiccode(software_type=software_type))
    assert expected == told(product(read, {"kind": kind}).kind)


def override(value: Any) -> dict[str, Any]:
    """Make an override."""
    return {"value": value, "reason": "Fel i filen", "by": "Redaktionen", "date": "2026-05-04"}


@pytest.mark.parametrize(
    ("key", "name", "seen", "value", "harvested"),
    [
        ("name", "name", {"name": "Fel"}, "Rätt", "Fel"),
        ("developmentStatus", "status", {"development_status": "beta"}, "stable", "beta"),
        ("legal.license", "licence", {"licence": "MIT"}, "EUPL-1.2", ("MIT",)),
        ("softwareType", "kind", {"software_type": "library"}, "standalone/web", "library"),
        ("categories", "categories", {"categories": ("lms",)}, ["cms", "other"], ("lms",)),
        ("description.sv.shortDescription", "short.sv", {"described": (IN_SWEDISH,)}, "Ny", "Läst"),
    ],
)
def test_an_override_is_taken_and_both_are_kept(
    key: str, name: str, seen: dict[str, Any], value: Any, harvested: Any
) -> None:
    """A correction comes before all, with its reason, and what it corrects stands beside it."""
    read = facts(publiccode=publiccode(**seen))
    said = field(product(read, {"override": {key: override(value)}}), name)
    assert "override" == said.by
    assert harvested == said.overruled[0].value
    assert said.correction
    assert ("Fel i filen", "Redaktionen", date(2026, 5, 4)) == (
        said.correction.reason, said.correction.by, said.correction.date
    )  # fmt: skip


def test_an_override_that_was_heeded_is_told_no_more() -> None:
    """Once the repository says the same, its own word is shown."""
    read = facts(publiccode=publiccode(development_status="stable"))
    said = product(read, {"override": {"developmentStatus": override("stable")}}).status
    assert said
    assert ("stable", "publiccode", [("beta", "curated")]) == told(said)


def test_an_override_that_cannot_be_used_changes_nothing() -> None:
    """Should one get past the check, what was harvested stands."""
    entry = ProjectEntry.model_validate(WRITTEN)
    wrong = {"developmentStatus": Override.model_validate(override("ready"))}
    keys = entry.catalog.model_copy(update={"override": wrong})
    written = Written(entry.model_copy(update={"catalog": keys}))
    assert None is written.correction("developmentStatus", STATUS)


@given(st.lists(st.sampled_from("abc"), max_size=6), st.sampled_from("abc") | st.none())
def test_settling_loses_nobody(values: list[str], corrected: str | None) -> None:
    """Every value that is said is taken, agreed with or told as overruled; never in two places."""
    said = [Stated[str](value=value, by="harvest") for value in values]
    correction = Stated[str](value=corrected, by="override") if corrected else None
    found = settled(said, correction)
    every = {*values, corrected} - {None}
    assert every == ({found.value, *(o.value for o in found.overruled)} if found else set())
    assert found is None or found.value not in {o.value for o in found.overruled}


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_a_publiccode_says_is_assembled(name: str, url: str) -> None:
    """Texts of strangers make no error; no text at all is no statement."""
    project = alone(publiccode=publiccode(name=name, url=url, landing_url=url))
    assert (name or "kod") == project.name


def test_a_witness_without_a_head_cites_its_repository() -> None:
    """Nothing is made up where no commit was read."""
    read = facts().model_copy(update={"head": {"unseen": "failed"}})
    assert None is Witness(read).cite("x").commit
