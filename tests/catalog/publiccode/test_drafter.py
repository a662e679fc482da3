"""The drafter: what is known is written, what is missing is asked for, and the rules are kept."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from catalog.assemble import load
from catalog.models.curated import Adoption, Body, Language
from catalog.models.facts import (
    LicenceSeen,
    ManifestSeen,
    PubliccodeSeen,
    Tag,
    Tags,
    TranslationsSeen,
    WordpressSeen,
)
from catalog.models.project import Project, Stated
from catalog.publiccode.drafter import draft, emit
from catalog.publiccode.rules import check_publiccode
from tests.facts import forge_facts
from tests.projects import OWNER, facts_of, project_of

HOUSE = Path(__file__).resolve().parents[3]
LONG = "Demo låter elever, lärare och vårdnadshavare se schema och frånvaro på ett ställe. " * 2
DESCRIBED = {
    "sv": {
        "shortDescription": "En skolportal: schema, frånvaro och besked",
        "longDescription": LONG.strip(),
        "features": ["Visar schema", "Tar emot frånvaro: sjukdom och ledighet"],
    }
}
STEWARD = {"contact": {"role": "Förvaltare: skolportalen", "mailbox": "portal@exempel.example"}}


def whole() -> Project:
    """Return a project of which everything that is mandatory is known."""
    facts = facts_of(
        licences=(LicenceSeen(path="LICENSE", spdx="EUPL-1.2", score=0.99),),
        wordpress=(WordpressSeen(path="style.css", kind="theme", line=1),),
        translations=TranslationsSeen(languages=("sv_SE", "en"), examples=("lang/sv_SE.po",)),
        tags=Tags(count=1, latest_release=Tag(name="1.10", commit="c0", on=date(2026, 3, 31))),
        forge=forge_facts({"homepage": "https://demo.example.org"}),
    )
    return project_of(
        facts,
        kind="addon",
        status=Stated(value="stable", by="curated"),
        entry={"description": DESCRIBED},
        catalog={"stewardship": STEWARD, "prerequisites": {"proprietary": ["Windows Server"]}},
        adoptions=(in_production("exempelkommun"), in_production("okänd")),
    )


def in_production(body: str) -> Adoption:
    """Return one body's use in production."""
    known: dict[str, Any] = {"as_of": date(2026, 1, 1), "basis": "attested", "project": "demo"}
    return Adoption(id="a", body=body, stage="production", **known) if body.isascii() else (
        Adoption(id="b", count="several", stage="production", **known)
    )  # fmt: skip


def faults(text: str) -> list[str]:
    """Return what the strict rules say of a draft."""
    return [f"{p.key}: {p.message}" for p in check_publiccode(text.encode(), "publiccode.yml")]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_draft_without_gaps_keeps_every_rule(language: Language) -> None:
    """Where nothing mandatory is missing the file is valid as it is, without a warning."""
    text = draft(whole(), {OWNER.id: OWNER}, language)
    assert [] == faults(text)
    assert "OBLIGATORISKT" not in text
    assert "MANDATORY" not in text


def test_a_draft_says_what_is_known() -> None:
    """Curated data and facts stand under the standard's keys."""
    data = yaml.load(draft(whole(), {OWNER.id: OWNER}, "sv"), Loader=yaml.BaseLoader)  # noqa: S506
    assert ("0", "Demo", "1.10", "2026-03-31", "addon", ["web"]) == (
        data["publiccodeYmlVersion"], data["name"], data["softwareVersion"], data["releaseDate"],
        data["softwareType"], data["platforms"],
    )  # fmt: skip
    assert {"license": "EUPL-1.2"} == data["legal"]
    assert (["Exempelkommun"], "https://demo.example.org") == (data["usedBy"], data["landingURL"])
    assert {"proprietary": [{"name": "Windows Server"}]} == data["dependsOn"]
    assert DESCRIBED["sv"] == data["description"]["sv"]
    assert ["sv-SE", "en"] == data["localisation"]["availableLanguages"]


def test_a_contact_is_a_function() -> None:
    """The role and its mailbox stand for whoever has it; the keys of ours are never written."""
    text = draft(whole(), {}, "sv")
    assert "catalog:" not in text
    assert {
        "type": "internal",
        "contacts": [{"name": STEWARD["contact"]["role"], "email": "portal@exempel.example",
                      "affiliation": "Exempelkommun"}],
    } == yaml.safe_load(text)["maintenance"]  # fmt: skip


def test_a_draft_of_nothing_asks_for_all_that_is_mandatory() -> None:
    """What is missing is missing in the file too, and nothing else is wrong with it."""
    text = draft(project_of(facts_of()), {}, "en")
    assert [
        "description", "developmentStatus", "legal.license", "localisation.availableLanguages",
        "localisation.localisationReady", "maintenance.type", "platforms", "softwareType",
    ] == sorted(fault.split(":")[0] for fault in faults(text) if "is missing" in fault)  # fmt: skip
    assert len(faults(text)) == text.count("# MANDATORY") - 3  # the description has three inside


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_stands_as_a_comment_can_be_made_a_key(language: Language) -> None:
    """Without their # the examples are YAML in its place, and keys that the standard knows."""
    text = draft(project_of(facts_of()), {}, language)
    opened = re.sub(r"^#(?! \S)", "", text, flags=re.MULTILINE)
    said = faults(opened)
    assert {"description." + language + ".longDescription", "maintenance.contractors"} == {
        fault.split(":")[0] for fault in said
    }


def test_the_repositorys_own_file_comes_first() -> None:
    """What its publiccode.yml says right is kept, what it says wrong is not."""
    seen = PubliccodeSeen(
        path="publiccode.yml", parses=True, name="Portalen", licence="GPL v3",
        software_type="standalone/web", maintenance="contract", development_status="beta",
    )  # fmt: skip
    manifest = ManifestSeen(path="composer.json", ecosystem="composer", licence="MIT")
    text = draft(project_of(facts_of(publiccode=seen, manifests=(manifest,))), {}, "sv")
    data = yaml.safe_load(text)
    assert ("Portalen", "beta", "standalone/web", "MIT", "contract") == (
        data["name"], data["developmentStatus"], data["softwareType"], data["legal"]["license"],
        data["maintenance"]["type"],
    )  # fmt: skip
    assert "# Kodförrådet har redan en: publiccode.yml." in text
    assert "#  contractors:" in text
    assert "#  contacts:" not in text


def test_an_archived_repository_is_obsolete_and_looked_after_by_none() -> None:
    """Archiving says both, and asks for no contact."""
    data = yaml.safe_load(
        draft(project_of(facts_of(forge=forge_facts({"archived": True}))), {}, "sv")
    )
    assert ("obsolete", {"type": "none"}) == (data["developmentStatus"], data["maintenance"])


def test_the_forges_description_is_offered_as_a_comment() -> None:
    """Its language is not known: a person decides where it belongs."""
    told = "Booking: halls\nand rooms # now"
    text = draft(project_of(facts_of(forge=forge_facts({"description": told}))), {}, "en")
    assert "\n#    shortDescription: 'Booking: halls and rooms # now'\n" in text


def test_every_project_we_ship_gets_a_draft_that_lacks_only_what_is_asked_for() -> None:
    """The same each time, and nothing in it is wrong but what is missing."""
    catalogue = load(HOUSE)
    for project in catalogue.projects:
        text = draft(project, catalogue.bodies, "sv")
        assert [] == [f"{project.id}: {f}" for f in faults(text) if "is missing" not in f]
        assert text == draft(project, catalogue.bodies, "sv")


@given(
    st.text(min_size=1, max_size=60),
    st.text(min_size=1, max_size=300),
    st.lists(st.text(min_size=1, max_size=100), max_size=3),
)
def test_no_text_of_others_breaks_a_draft(name: str, short: str, features: list[str]) -> None:
    """Names and descriptions are text in the file, whatever they hold."""
    entry = {"description": {"sv": {"shortDescription": short[:150], "features": features}}}
    project = project_of(
        facts_of(forge=forge_facts({"description": name, "homepage": short})), entry=entry
    ).model_copy(update={"name": name, "body": Body(id="b", type="other", name=name, uri=None)})
    assert [] == [f for f in faults(draft(project, {}, "sv")) if "is missing" not in f]


@given(st.text(max_size=400))
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    """Quoting and folding change nothing."""
    written = "\n".join(emit("a", text)).encode("utf-8", "replace").decode()
    expected = text.encode("utf-8", "replace").decode()
    assert {"a": expected} == yaml.safe_load(written)
