"""GEN-1: what the search for bodies' names comes to."""

from typing import Any

import pytest

from catalog.models.evidence import Absent, Unseen
from catalog.models.facts import GeneralitySeen, HitSeen
from catalog.models.project import Project
from catalog.readiness.checks.generality import is_general
from tests.projects import DAY, facts_of, project_of


def seen(logic: int = 0, surface: int = 0, skipped: int = 0, files: int = 9) -> GeneralitySeen:
    """Make what a search found, with a hit for every line."""
    places = ["logic"] * logic + ["label"] * surface
    hits = [HitSeen.model_validate({"path": "a.php", "line": n, "word": "x", "place": place})
            for n, place in enumerate(places, 1)]  # fmt: skip
    return GeneralitySeen(
        words=("x",), files=files, skipped=skipped, logic=logic, surface=surface, hits=tuple(hits)
    )


def project(*found: Any) -> Project:
    """Make a project of repositories in which this was found."""
    urls = (f"https://git.example.org/exempel/kod-{n}" for n in range(len(found)))
    return project_of(
        *(facts_of(url, generality=one) for url, one in zip(urls, found, strict=True))
    )


@pytest.mark.parametrize(
    ("found", "status", "code"),
    [
        ((seen(),), "pass", "bodies-not-named"),
        ((seen(surface=900),), "partial", "bodies-on-surface"),
        ((seen(logic=5, surface=9),), "partial", "bodies-in-some-logic"),
        ((seen(logic=6),), "fail", "bodies-in-logic"),
        ((seen(logic=3), seen(logic=3)), "fail", "bodies-in-logic"),
        ((seen(logic=3), seen(logic=2)), "partial", "bodies-in-some-logic"),
        ((seen(), seen(surface=1)), "partial", "bodies-on-surface"),
        ((seen(skipped=1),), "unknown", "bodies-searched-partly"),
        ((seen(logic=5, skipped=1),), "unknown", "bodies-searched-partly"),
        ((seen(logic=6, skipped=1),), "fail", "bodies-in-logic"),
        ((seen(), Unseen(unseen="not-read")), "unknown", "unseen-not-read"),
        ((seen(logic=6), Unseen(unseen="failed")), "fail", "bodies-in-logic"),
        ((Absent(absent=("no commits",)),), "unknown", "bodies-no-source"),
        ((seen(files=0),), "unknown", "bodies-no-source"),
        ((), "unknown", "no-repository"),
    ],
)
def test_is_general(found: tuple[Any, ...], status: str, code: str) -> None:
    """Lines of logic are summed; what was not searched leaves the answer open."""
    verdict = is_general(project(*found), DAY)
    assert (status, code) == (verdict.status, verdict.because[0].code)


def test_a_few_lines_are_cited_logic_first() -> None:
    """Path and line of up to five, whichever repository they stand in."""
    verdict = is_general(project(seen(surface=4), seen(logic=3)), DAY)
    cites = verdict.because[0].cites
    assert [1, 2, 3, 1, 2] == [cite.line for cite in cites]
    assert {"a.php"} == {cite.path for cite in cites}


def test_what_was_found_is_shown_though_the_search_was_not_whole() -> None:
    """The answer is open; the lines are there all the same."""
    verdict = is_general(project(seen(logic=1, skipped=1)), DAY)
    assert ["bodies-searched-partly", "bodies-in-some-logic"] == [s.code for s in verdict.because]
