"""Who uses what as pages show it: how far, how it went, and what has been over time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from markupsafe import escape

from catalog.models.curated import Adoption, CuratedData, Language
from catalog.publish.pages import pages
from catalog.publish.site import Site
from catalog.publish.views.adoption import AdoptionView, timeline
from catalog.publish.views.edition import Edition

MakeEdition = Callable[[Language], Edition]
STOPPED: dict[str, Any] = {
    "id": "b1", "project": "portalen", "body": "provby", "stage": "stopped", "asOf": "2026-03-01",
    "basis": "attested", "since": 2024, "until": "2026-02-01", "blockers": ["identity"],
    "outcome": {"sv": "Inloggningen gick inte att koppla"}, "version": "2.1",
    "modifications": {"sv": "Eget tema"}, "variantUrl": "https://example.org/provby/portal",
    "evidence": ["https://example.org/provby/composer.json"],
    "history": [{"date": 2024, "stage": "testing"},
                {"date": "2025-05-01", "stage": "pilot", "note": {"sv": "Två skolor"}},
                {"date": "2026-02-01", "stage": "stopped"}],
}  # fmt: skip
SEVERAL: dict[str, Any] = {
    "id": "b2", "project": "portalen", "count": "several", "stage": "testing",
    "asOf": "2026-01-01", "basis": "declared",
}  # fmt: skip


def shown(edition: Edition, *adoptions: dict[str, Any]) -> list[AdoptionView]:
    """Show adoptions."""
    return [AdoptionView(Adoption.model_validate(one), edition) for one in adoptions]


def html(edition: Edition, path: str, *adoptions: dict[str, Any]) -> str:
    """Return a page of a catalogue that has these adoptions and no other."""
    made = tuple(Adoption.model_validate(one) for one in adoptions)
    before = edition.catalogue
    curated = CuratedData.model_validate(dict(before.curated) | {"adoptions": made})
    projects = tuple(
        p.model_copy(update={"adoptions": made if p.id == "portalen" else ()})
        for p in before.projects
    )
    changed = before.model_copy(update={"curated": curated, "projects": projects})
    those = replace(edition, catalogue=changed)
    page = next(page for page in pages(those) if page.path == path)
    return Site("Prov", ("sv", "en")).render(page)


@pytest.mark.parametrize("path", ["projects/portalen/", "bodies/provby/", "bodies/exempelkommun/"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_trial_that_stopped_is_told_in_full(
    edition: MakeEdition, path: str, language: Language
) -> None:
    """On the project's page and on those of both bodies: stage, outcome, obstacle, who says so."""
    text = html(edition(language), f"{language}/{path}", STOPPED)
    words = {"sv": ("Avbruten", "identitet", "bekräftad av"),
             "en": ("Stopped", "identity", "attested by")}[language]  # fmt: skip
    for said in (*words, "Inloggningen gick inte att koppla", "Eget tema", "2.1",
                 'href="https://example.org/provby/composer.json"',
                 'href="https://example.org/provby/portal"'):  # fmt: skip
        assert said.lower() in text.lower(), said


def test_who_stopped_stands_where_who_runs_it_does(edition: MakeEdition) -> None:
    """In the first facts of a project; those who only test are in the table."""
    head = html(edition("sv"), "sv/projects/portalen/", STOPPED, SEVERAL).partition('id="what"')[0]
    assert "Vilka som har pausat eller avbrutit" in head
    assert 'href="../../bodies/provby/"' in head
    assert "Flera organisationer" not in head


def test_who_stopped_without_a_word_is_a_question(edition: MakeEdition) -> None:
    """Nobody has told why is unknown, and said to be."""
    silent = {k: v for k, v in STOPPED.items() if k not in {"outcome", "blockers"}}
    text = html(edition("sv"), "sv/projects/portalen/", silent)
    assert "ingen har berättat varför" in text
    (view,) = shown(edition("sv"), silent)
    assert (True, False) == (view.has_ended, view.says_why)


def test_several_that_nobody_names_are_shown_as_such(edition: MakeEdition) -> None:
    """Never as one, and never as a number that nobody has said."""
    text = html(edition("sv"), "sv/projects/portalen/", SEVERAL)
    assert "Flera organisationer, ej namngivna" in text
    assert "1 organisation, ej namngiven" not in text


def test_what_has_been_over_time(edition: MakeEdition) -> None:
    """Each step from its day or year; what was said is of the day on which it was."""
    times = timeline(shown(edition("sv"), STOPPED, SEVERAL))
    told = [(time.on, [(m.what, m.stage) for m in time.moments]) for time in times]
    assert [
        (2024, [("stage", "testing")]),
        (date(2025, 5, 1), [("stage", "pilot")]),
        (date(2026, 1, 1), [("said", "testing")]),
        (date(2026, 2, 1), [("stage", "stopped")]),
        (date(2026, 3, 1), [("said", "stopped")]),
    ] == told
    assert [2024, None] == [time.year for time in times[:2]]


def test_without_a_history_it_is_what_is_known(edition: MakeEdition) -> None:
    """When it began, when it ended, and when somebody last said so."""
    bare = {k: v for k, v in STOPPED.items() if k != "history"}
    (view,) = shown(edition("sv"), bare | {"since": {"value": "2025-01-01", "qualifier": "about"}})
    assert [("began", date(2025, 1, 1)), ("ended", date(2026, 2, 1)),
            ("said", date(2026, 3, 1))] == [(m.what, m.on) for m in view.moments]  # fmt: skip


def test_what_is_still_to_come_has_not_been(edition: MakeEdition) -> None:
    """The pages are of a day."""
    (view,) = shown(edition("sv"), STOPPED | {"since": 2031, "history": []})
    assert ["ended", "said"] == [moment.what for moment in view.moments]


def test_one_thing_is_no_course(edition: MakeEdition) -> None:
    """It stands in the table already."""
    assert () == timeline(shown(edition("sv"), SEVERAL))
    text = html(edition("sv"), "sv/projects/portalen/", SEVERAL)
    assert '<ol class="timeline">' not in text


@pytest.mark.parametrize("path", ["sv/projects/portalen/", "sv/bodies/provby/"])
def test_the_course_is_on_both_pages(edition: MakeEdition, path: str) -> None:
    """A list in order, with days that machines read."""
    text = html(edition("sv"), path, STOPPED)
    course = text.partition('<ol class="timeline">')[2].partition("</ol>")[0]
    assert '<time datetime="2024">2024</time>' in course
    assert course.index("2025-05-01") < course.index("2026-02-01")
    assert str(escape("Två skolor")) in course


def test_old_words_are_struck_on_the_bodys_page_as_well(edition: MakeEdition) -> None:
    """With their day, and as unknown."""
    text = html(edition("sv"), "sv/bodies/provby/", STOPPED | {"asOf": "2020-10-06"})
    assert "<s>Avbruten</s>" in text
    assert "okänt i dag" in text


def test_evidence_is_named_by_host_and_file(edition: MakeEdition) -> None:
    """An address alone says little on a page."""
    (view,) = shown(edition("sv"), STOPPED | {"evidence": ["https://example.org"]})
    assert ["example.org"] == [link.text for link in view.evidence]
    (view,) = shown(edition("sv"), STOPPED)
    assert ["example.org: composer.json"] == [link.text for link in view.evidence]
