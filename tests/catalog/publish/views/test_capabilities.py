"""The words of what a body may have: one word a thing, those that the harvest uses."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.curated.prerequisites import Protocol
from catalog.publish.views.capabilities import SUBJECTS, SubjectId, slug, subjects
from harvesters.reading.mentions import VOCABULARIES

HARVESTED: dict[SubjectId, tuple[str, ...]] = {
    "login": ("protocol",), "run": ("hosting", "runtime"), "db": ("database", "no-database"),
    "standard": ("standard",),
}  # fmt: skip
TERMS = [term for vocabulary in VOCABULARIES for term in vocabulary]


@pytest.mark.parametrize("subject", HARVESTED)
def test_other_words_are_words_of_the_harvest_or_of_people(subject: SubjectId) -> None:
    """A word that nothing ever says would be dead: those in capitals are terms of the harvest."""
    said = {term.name for term in TERMS if term.subject in HARVESTED[subject]}
    said |= {*get_args(Protocol), "SS 12000", "SS12000", "DCAT-AP-SE", "Oracle", "Kotlin"}
    spoken = {word for word in subjects()[subject].words if word != word.lower()}
    assert set() == spoken - said


@pytest.mark.parametrize("code", [c for c in get_args(Protocol) if c != "none"])
def test_a_protocol_of_people_and_of_documents_is_one_thing(code: str) -> None:
    """What people state by a code is the same thing as what documents call by name."""
    known = {slug(term.name) for term in TERMS if term.subject == "protocol"} | {"scim"}
    login = subjects()["login"]
    offered = {*login.always, *known, "oauth"}
    assert set(login.of([code])) <= offered
    assert (code == "local-accounts") == (not login.of([code]))


@pytest.mark.parametrize(
    ("subject", "line", "things"),
    [
        ("run", "Node.js 20 på Linux, i Docker", ("containers", "node", "linux")),
        ("run", "PHP 8.2", ("php",)),
        ("run", "JavaScript", ()),
        ("db", "PostgreSQL 15", ("postgresql",)),
        ("db", "Ett arkiv i tre delar", ()),
    ],
)
def test_a_line_is_read_by_whole_words(
    subject: SubjectId, line: str, things: tuple[str, ...]
) -> None:
    """Of what people write the known things are taken, never parts of other words."""
    assert set(things) == set(subjects()[subject].in_line(line))


@given(st.sampled_from(SUBJECTS), st.lists(st.text()))
def test_any_words_become_ids_that_stand_in_an_address(
    subject: SubjectId, words: list[str]
) -> None:
    """An id needs no escaping, is never empty and comes once, whatever was written."""
    found = subjects()[subject].of(words)
    assert len(found) == len(set(found))
    assert all(one and one == slug(one) for one in found)


def test_what_comes_with_a_thing_is_a_thing() -> None:
    """Nothing gives itself, and what is given has the spelling of an id."""
    for subject in subjects().values():
        for one, given_things in subject.gives.items():
            assert one not in given_things
            assert {slug(thing) for thing in given_things} == set(given_things)
