"""Calls on pages: the board, a call's page, what is prefilled, what is never shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from catalog.intake.forms import read_forms
from catalog.intake.reading import read_answers
from catalog.models.curated import Call, Language
from catalog.publish.pages import pages
from catalog.publish.site import Site
from catalog.publish.views.board import BoardView
from catalog.publish.views.call import CallView
from catalog.publish.views.edition import Edition

MakeEdition = Callable[[Language], Edition]
OPEN: dict[str, Any] = {
    "id": "forum", "type": "user-group", "status": "open", "owner": "exempelkommun",
    "title": {"sv": "Grupp & <b>forum</b>", "en": "A forum"}, "ask": "Fler", "offer": "Vi bjuder",
    "contact": {"role": "IT", "mailbox": "it@exempel.example"},
    "published": "2026-08-01", "reviewBy": "2026-12-01",
}  # fmt: skip
CALLS = [
    OPEN,
    OPEN | {
        "id": "bygg", "type": "co-develop", "project": "portalen", "deadline": "2026-09-20",
        "title": {"sv": "Bygg"}, "need": {"money": {"value": 5, "qualifier": "about"}},
        "participants": [{"body": "provby", "role": "leading", "since": "2026-08-10"}],
    },
    OPEN | {"id": "sen", "title": "Sen", "deadline": "2026-08-20", "owner": "provby"},
    OPEN | {"id": "klar", "status": "done", "outcome": "Bra", "title": "Klar"},
    OPEN | {"id": "arbete", "status": "agreed", "legalForm": "Avtal", "title": "Arbete"},
    OPEN | {"id": "utkast", "status": "draft", "title": "Utkast"},
    OPEN | {"id": "ide", "status": "draft", "proposedBy": "catalog",
            "title": "Hemlig idé"},
]  # fmt: skip


@pytest.fixture
def swedish(edition: MakeEdition) -> Edition:
    """Return the invented catalogue with calls."""
    made = edition("sv")
    calls = tuple(Call.model_validate(call) for call in CALLS)
    curated = made.catalogue.curated.model_copy(update={"calls": calls})
    return replace(made, catalogue=made.catalogue.model_copy(update={"curated": curated}))


def call(edition: Edition, name: str) -> CallView:
    """Return one call of the board."""
    return next(one for one in BoardView(edition).calls if one.id == name)


def rendered(edition: Edition, path: str, repository: str | None = None) -> str:
    """Return a page as HTML."""
    site = Site("Prov", ("sv", "en"), repository=repository)
    return site.render(next(page for page in pages(edition) if page.path == path))


def test_the_board_has_three_groups(swedish: Edition) -> None:
    """Open ones by their last day; what is under way; what has ended, an expired one with it."""
    board = BoardView(swedish)
    groups = [[c.id for c in group] for group in (board.open, board.under_way, board.ended)]
    assert [["bygg", "forum"], ["arbete"], ["sen", "klar"]] == groups


def test_a_facet_is_there_where_calls_differ(swedish: Edition) -> None:
    """Each choice with its name and count; a facet that all share is left out."""
    facets = {facet.id: facet.choices for facet in BoardView(swedish).facets}
    assert [("exempelkommun", "Exempelkommun", 4), ("provby", "Provby", 1)] == list(facets["body"])
    assert {"type", "body", "project", "language"} == set(facets)


def test_nothing_of_a_draft_is_on_any_page(swedish: Edition) -> None:
    """Not the body's own, and not what the catalogue proposes."""
    site = Site("Prov", ("sv", "en"))
    shown = [site.render(page) for page in pages(swedish) if page.template != "compared.json"]
    assert not any("Hemlig id" in html or ">Utkast<" in html for html in shown)


def test_a_board_without_calls_says_so(edition: MakeEdition) -> None:
    """And runs no script."""
    html = rendered(edition("sv"), "sv/calls/")
    assert (True, False) == ("Ingen förfrågan är öppen just nu." in html, "<script" in html)


def test_a_title_is_escaped(swedish: Edition) -> None:
    """It is other people's words."""
    assert "<b>forum" not in rendered(swedish, "sv/calls/")


def test_what_stands_on_a_page(swedish: Edition) -> None:
    """Who, what, the sum as it is said, who has answered, what has made it forming."""
    view = call(swedish, "bygg")
    assert view.money is not None
    assert view.project is not None
    assert (5, "about", "Portalen") == (*view.money[:3:2], view.project.name)
    assert [("Provby", "leading")] == [(party.name, party.role) for party in view.parties]
    assert ["open", "forming"] == [step.moment.status for step in view.steps]
    assert (date(2026, 9, 20), True) == (view.closes, view.is_deadline)


@pytest.mark.parametrize(("name", "expected"), [("bygg", True), ("forum", False)])
def test_joint_work_carries_the_reminder(swedish: Edition, name: str, *, expected: bool) -> None:
    """Talking does not."""
    assert expected == ("LOU 3 kap. 17 och 18" in rendered(swedish, f"sv/calls/{name}/"))


def test_an_ended_call_has_no_buttons(swedish: Edition) -> None:
    """And keeps its outcome; one that has expired is not said to be open."""
    done, late = (rendered(swedish, f"sv/calls/{name}/") for name in ("klar", "sen"))
    assert ("Bra" in done, "mailto:" in done + late, "call-state open" in late) == (
        True,
        False,
        False,
    )


def test_interest_at_github_opens_the_form(swedish: Edition) -> None:
    """With the call's id, and its title as it is, ampersand and all."""
    repository = "https://github.com/exempel/katalog"
    asked = parse_qs(urlsplit(_href(swedish, repository) or "").query)
    assert {"template": ["interest.yml"], "call": ["forum"],
            "title": ["Intresse: Grupp & <b>forum</b>"]} == asked  # fmt: skip


def _href(edition: Edition, repository: str) -> str | None:
    words = "### Vilken samverkansförfrågan?\n\n{call}\n\n### Vilken organisation är intresserad?\n"
    return call(edition, "forum").interest(repository, "Intresse: {title}", words)


@pytest.mark.parametrize(
    ("repository", "key"),
    [("https://gitlab.com/exempel/katalog", "issue[description]"),
     ("https://codeberg.org/exempel/katalog", "body")],
)  # fmt: skip
def test_interest_elsewhere_is_an_issue_that_intake_reads(
    tmp_path: Path, swedish: Edition, repository: str, key: str
) -> None:
    """The headings are those of the form, so that the answers are found."""
    text = parse_qs(urlsplit(_href(swedish, repository) or "").query)[key][0]
    reading = read_answers(f"{text}\nProvby\n", read_forms(tmp_path))
    assert reading is not None
    assert {"call": "forum", "body": "Provby"} == reading.answers


def test_no_way_to_an_unknown_forge(swedish: Edition) -> None:
    """Its addresses are not guessed at."""
    assert _href(swedish, "https://git.example.org/katalog") is None


def test_a_letter_is_prefilled(swedish: Edition) -> None:
    """Subject, the call and the page's address."""
    letter = call(swedish, "forum").mail("Om {title}", "Vi: {title}", "https://k.example/sv/")
    asked = parse_qs(urlsplit(letter or "").query)
    assert letter is not None
    assert letter.startswith("mailto:it@exempel.example?subject=Om%20Grupp")
    assert ["Vi: Grupp & <b>forum</b>\n\nhttps://k.example/sv/"] == asked["body"]


def test_pages_of_project_body_and_start_lead_to_their_calls(swedish: Edition) -> None:
    """Each with its last day for the reader's own clock, and the script that reads it."""
    for path in ("sv/projects/portalen/", "sv/bodies/provby/", "sv/"):
        html = rendered(swedish, path)
        assert ('data-closes="2026-09-20"' in html, "assets/calls.js" in html) == (True, True), path
