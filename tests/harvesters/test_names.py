"""The words of bodies, made of curated data."""

from typing import Any

import pytest

from catalog.models.curated import Body, CuratedData, ProjectEntry, Source
from harvesters.names import names_for
from harvesters.reading.generality import Names


def names(name: str, *others: dict[str, Any], **given: Any) -> Names:
    """Make the words for the only source of a body, among others."""
    source = given.pop("source", {"forge": "github", "org": "exempel"})
    projects = given.pop("projects", ())
    body = {"id": "b", "type": "municipality", "name": name} | given
    rows = [{"id": f"o{n}", "type": "municipality"} | other for n, other in enumerate(others)]
    curated = CuratedData(
        bodies=tuple(Body.model_validate(row) for row in [body, *rows]),
        sources=(Source.model_validate({"id": "s", "body": "b"} | source),),
        projects=projects,
    )
    return names_for(curated, curated.sources[0])


def own(name: str, **given: Any) -> list[str]:
    """List a body's own words, without the account's."""
    return [w.text for w in names(name, **given).own if w.kind != "account"]


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("Sundsvalls kommun", {}, ["sundsvall"]),
        ("Helsingborgs stad", {"nameEn": "City of Helsingborg"}, ["helsingborg"]),
        ("Alingsås kommun", {}, ["alingsås"]),
        ("Munkfors kommun", {}, ["munkfors"]),
        ("Upplands Väsby kommun", {}, ["upplands väsby"]),
        ("Lund kommun", {"domains": ["lund.se"]}, ["lund.se", "lund kommun"]),
        ("Vara kommun", {}, ["vara kommun"]),
        ("Ånge kommun", {}, ["ånge kommun"]),
        ("Ale kommun", {}, ["ale kommun"]),
        ("Arbetsförmedlingen", {"type": "agency"}, ["arbetsförmedlingen"]),
        ("Gemeente Amsterdam", {}, ["amsterdam"]),
        ("Alingsås kommun", {"orgNumber": "212000-1553"}, ["alingsås", "212000-1553"]),
    ],
)
def test_a_body_is_called_by_what_is_no_word_of_a_language(
    name: str, given: dict[str, Any], expected: list[str]
) -> None:
    """Its bare name where that is unmistakable, else its whole name; domains and number."""
    assert expected == own(name, **given)


def test_accounts_are_those_of_the_body_and_of_its_sources() -> None:
    """A list of addresses tells the account where all are below one; a kind in it tells a name."""
    urls = ["https://github.com/Exempel-Stad/a", "https://github.com/Exempel-Stad/b"]
    source = {"forge": "git", "urls": urls}
    account = {"forge": "gitlab", "name": "digitalt"}
    found = names("Provby kommun", source=source, accounts=[account])
    assert frozenset({"digitalt", "exempel-stad"}) == found.accounts
    assert "digitalt" in {word.text for word in found.own if word.kind == "account"}
    assert "exempel" in {word.text for word in found.own if word.kind == "name"}


def test_of_other_bodies_only_what_names_nothing_else() -> None:
    """Domains and whole names: no places, no words."""
    found = names("Provby kommun", {"name": "Vara kommun", "domains": ["vara.se"]})
    assert ["vara kommun", "vara.se"] == [word.text for word in found.others]


def test_suppliers_are_known_by_their_domains() -> None:
    """Not by hosts that everybody is on."""
    suppliers = [
        {"name": "A", "url": "https://www.leverantor.example/om"},
        {"name": "B", "url": "https://github.com/b"},
    ]
    entry = ProjectEntry.model_validate(
        {"id": "p", "name": "P", "body": "b", "catalog": {"suppliers": suppliers}}
    )
    assert ["provby", "leverantor.example"] == own("Provby kommun", projects=(entry,))


def test_the_fingerprint_changes_with_any_word() -> None:
    """A body or a domain that is added, and nothing else; no word at all has none."""
    plain = names("Provby kommun").fingerprint
    assert plain == names("Provby kommun").fingerprint
    assert plain != names("Provby kommun", {"name": "Annanby kommun"}).fingerprint
    assert plain != names("Provby kommun", domains=["provby.se"]).fingerprint
    assert "" == Names().fingerprint
