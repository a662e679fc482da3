"""Mirrors, technical forks, variants, and what only shares its beginning."""

from datetime import date
from typing import Any

import pytest

from catalog.assemble.forks import descent_of, descents
from catalog.models.descent import Descent
from catalog.models.evidence import Found, Unseen
from catalog.models.facts import History, PubliccodeSeen, RepositoryFacts
from catalog.models.forge import ForkWork
from tests.facts import COMMIT, URL, facts, forge_facts, history

PARENT = "https://git.example.org/annan/kod"
OTHER = "https://git.example.org/annan/helt-annan"
FORK: dict[str, Any] = {"fork": True, "parent": {"url": PARENT}}


def publiccode(url: str, based_on: str | None = None) -> Any:
    """Make a publiccode.yml that parses."""
    seen = PubliccodeSeen(path="publiccode.yml", parses=True, url=url, based_on=based_on)
    return Found(found=seen)


def begun(url: str, created: date | None, **about: Any) -> RepositoryFacts:
    """Make facts of a repository that the forge created on a day and calls no fork."""
    told = {"created": created, **about}
    return facts(url, forge=forge_facts(told), history=Found(found=history(date(2025, 1, 1))))


def told(descent: Descent | None) -> tuple[Any, ...]:
    """Reduce a descent to its kind, its origin and what tells of it."""
    assert descent
    return descent.kind, descent.origin, [sign.code for sign in descent.signs]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"forge": forge_facts({"mirror_of": PARENT, **FORK})}, ("mirror", PARENT, ["mirror"])),
        ({"publiccode": publiccode(PARENT)}, ("technical-fork", PARENT, ["named-elsewhere"])),
        ({"publiccode": publiccode(PARENT), "forge": forge_facts(FORK)},
         ("technical-fork", PARENT, ["named-elsewhere"])),
        ({"publiccode": publiccode(PARENT), "forge": forge_facts()},
         ("undetermined", PARENT, ["named-elsewhere-unforked"])),
        ({"publiccode": publiccode(f"{URL}.git", PARENT)}, ("variant", PARENT, ["based-on"])),
        ({"forge": forge_facts(FORK, fork_work=ForkWork(own=0, behind=9))},
         ("technical-fork", PARENT, ["no-own-work"])),
        ({"forge": forge_facts(FORK, fork_work=ForkWork(own=2, behind=9))},
         ("variant", PARENT, ["own-work"])),
        ({"forge": forge_facts(FORK, fork_work=Unseen(unseen="failed"))},
         ("undetermined", PARENT, ["not-compared"])),
        ({"forge": forge_facts({"fork": True})}, ("undetermined", None, ["not-compared"])),
    ],
)  # fmt: skip
def test_the_kinds(changes: dict[str, Any], expected: tuple[Any, ...]) -> None:
    """The forge's mirror comes first, then what publiccode.yml says, then the comparison."""
    assert expected == told(descent_of(facts(**changes)))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"forge": forge_facts()},
        {"publiccode": publiccode(URL)},
        {"publiccode": publiccode(f"{URL}/tree/main")},
        {"publiccode": publiccode("git@git.example.org:exempel/kod.git")},
        {"publiccode": publiccode("https://tjanst.example.org/")},
        {"publiccode": publiccode(PARENT), "formerly": (PARENT,)},
        {"publiccode": Found(found=PubliccodeSeen(path="p", parses=False, url=PARENT))},
    ],
)
def test_no_fork_at_all(changes: dict[str, Any]) -> None:
    """The address of a page, of a site, or of a time before a rename, makes no fork."""
    assert None is descent_of(facts(**changes))


def test_a_publiccode_is_cited_and_a_comparison_counted() -> None:
    """What tells of the descent can be looked up."""
    by_file = descent_of(facts(publiccode=publiccode(PARENT)))
    work = ForkWork(own=2, behind=9)
    counted = descent_of(facts(forge=forge_facts(FORK, fork_work=work)))
    assert by_file
    assert counted
    assert by_file.signs[0].cite
    assert ("publiccode.yml", COMMIT) == (by_file.signs[0].cite.path, by_file.signs[0].cite.commit)
    assert (2, 9) == (counted.signs[0].own, counted.signs[0].behind)


def test_a_first_commit_in_common_is_no_class() -> None:
    """Where no forge is asked, nobody knows which of two came first."""
    read = {key: facts(url) for key, url in (("a", URL), ("b", OTHER))}
    found = descents(read)
    assert (None, None, ["same-beginning"]) == told(found["a"])
    assert (OTHER, COMMIT) == (found["a"].signs[0].address, found["a"].signs[0].cite.commit)  # type: ignore[union-attr]


def test_other_beginnings_are_no_descent() -> None:
    """Repositories that share nothing are not told of."""
    apart = History(**{**history(date(2026, 1, 1)).model_dump(), "roots": ("f" * 40,)})
    assert {} == descents({"a": facts(URL), "b": facts(OTHER, history=Found(found=apart))})


def test_the_forges_dates_tell_which_came_later() -> None:
    """What was created later begins with what was there; the earlier one is nobody's fork."""
    read = {"a": begun(URL, date(2025, 2, 1)), "b": begun(OTHER, date(2024, 2, 1))}
    found = descents(read)
    assert ("undetermined", OTHER, ["begun-later"]) == told(found["a"])
    assert (None, None, ["same-beginning"]) == told(found["b"])


@pytest.mark.parametrize(
    "other",
    [begun(OTHER, None), begun(OTHER, date(2025, 2, 1)),
     begun(OTHER, date(2024, 2, 1), template=True)],
)  # fmt: skip
def test_dates_that_tell_nothing(other: RepositoryFacts) -> None:
    """Unknown or equal dates settle nothing, nor does what is there to be begun from."""
    found = descents({"a": begun(URL, date(2025, 2, 1)), "b": other})
    assert (None, None, ["same-beginning"]) == told(found["a"])


def test_a_fork_names_who_else_begins_alike() -> None:
    """The parent is not told twice; another body's copy is told beside it."""
    parent, copy = facts(PARENT), facts(OTHER)
    fork = facts(forge=forge_facts(FORK, fork_work=ForkWork(own=1, behind=0)))
    descent = descent_of(fork, (parent, copy))
    assert ("variant", PARENT, ["own-work", "same-beginning"]) == told(descent)
