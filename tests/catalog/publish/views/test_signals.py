"""What is to be confirmed, as a body's pages show it, and what has been answered."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from catalog.models.curated import Adoption, Language, Rejection
from catalog.models.evidence import Absent, Evidence, Found, Unseen
from catalog.models.run import RunReport, UsageRun
from catalog.models.usage import Usage, UsageSeen, UsedSeen
from catalog.publish.editions import editions
from catalog.publish.explain import Asked
from catalog.publish.pages import pages
from catalog.publish.site import Site
from catalog.publish.todo import Format, lists
from catalog.publish.todo import told as todo
from catalog.publish.views.edition import Edition
from catalog.publish.views.signals import SignalView, rejected, to_confirm
from catalog.publish.views.status import StatusView
from tests.projects import TODAY

ROOT = Path(__file__).parents[4]
PORTAL = "https://github.com/exempel/portal"
MakeEdition = Callable[[Language], Edition]


@pytest.fixture(scope="module")
def shipped() -> Edition:
    """Return the shipped catalogue in Swedish."""
    languages: tuple[Language, ...] = ("sv",)
    return editions(ROOT, languages, TODAY)[0]


def told(edition: Edition, seen: Evidence[UsageSeen], failure: str | None = None) -> Edition:
    """Let the domain of a body have been asked."""
    before, domain = edition.catalogue, "provby.example"
    body = before.bodies["provby"].model_copy(update={"domains": (domain,)})
    run = UsageRun(tried=TODAY, succeeded=None if failure else TODAY, failure=failure)
    changed = before.model_copy(update={
        "bodies": before.bodies | {"provby": body}, "usage": Usage(files={domain: seen}),
        "run": RunReport(sources=before.run.sources, usage={domain: run}),
    })  # fmt: skip
    return replace(edition, catalogue=changed)


FILE: Evidence[UsageSeen] = Found(found=UsageSeen(said=date(2026, 8, 1), software=(
    UsedSeen(url=PORTAL, stage="retired", until=date(2026, 1, 1)),)))  # fmt: skip


NO = Rejection.model_validate({
    "body": "alingsas", "project": "wpservice", "asOf": "2026-08-01",
    "reason": {"sv": "<b>Bara</b> ett prov"},
})  # fmt: skip
OLD = Adoption.model_validate({
    "id": "gammal", "body": "alingsas", "project": "wpservice", "asOf": "2020-01-01",
    "stage": "testing", "basis": "attested",
})  # fmt: skip


def html(edition: Edition, path: str) -> str:
    """Return a page."""
    page = next(page for page in pages(edition) if page.path == path)
    return Site("Prov", ("sv", "en")).render(page)


def test_alingsas_is_asked_about_what_it_builds_on(shipped: Edition) -> None:
    """The shipped facts tell of Helsingborg's packages, and of code with the same beginning."""
    found = {view.id: view for view in to_confirm(shipped, "alingsas")}
    assert {
        "alingsas/municipio/depends", "alingsas/event-manager/depends",
        "alingsas/helsingborg-stad-schema-org-transformer/shares",
    } <= set(found)  # fmt: skip
    assert found["alingsas/municipio/depends"].shows_use
    assert not found["alingsas/helsingborg-stad-schema-org-transformer/shares"].shows_use


@pytest.mark.parametrize("body", ["alingsas", "helsingborg"])
def test_each_has_a_place_that_can_be_opened(shipped: Edition, body: str) -> None:
    """A file at its commit, or the commit that two have in common."""
    for view in to_confirm(shipped, body):
        places = [need.place for need in view.needs]
        places += [tie.sign.place for tie in view.ties if tie.sign]
        assert places
        assert all(place and "github.com" in (place.href or "") for place in places)


@pytest.mark.parametrize("path", ["sv/bodies/alingsas/", "sv/bodies/alingsas/todo/"])
def test_they_stand_on_the_bodys_page_and_on_its_list(shipped: Edition, path: str) -> None:
    """As what machines have seen, never as the body's word, and with what to type."""
    text = html(shipped, path)
    assert "maskiner sett och ingen bekräftat" in text
    assert "kodkatalog adoption draft alingsas/municipio/depends" in text
    assert "Det som Alingsås kommun kanske använder" in text


def test_nothing_of_it_is_an_adoption(shipped: Edition) -> None:
    """A signal changes neither who runs a project nor its level."""
    municipio = shipped.project("municipio")
    assert municipio is not None
    assert "alingsas" not in {adoption.body for adoption in municipio.adoptions}
    assert "alingsas" not in municipio.bodies


def test_what_is_rejected_is_told_with_its_reason(shipped: Edition) -> None:
    """It is asked no more, and hidden from nobody."""
    before = shipped.catalogue
    curated = before.curated.model_copy(update={"rejections": (NO,)})
    changed = replace(shipped, catalogue=before.model_copy(update={"curated": curated}))
    assert ["alingsas/wpservice/depends"] == [v.id for v in rejected(changed, "alingsas")]
    assert "alingsas/wpservice/depends" not in {v.id for v in to_confirm(changed, "alingsas")}
    text = html(changed, "sv/bodies/alingsas/")
    assert "&lt;b&gt;Bara&lt;/b&gt; ett prov" in text
    assert "<b>Bara" not in text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"rejections": (NO.model_copy(update={"as_of": date(2020, 1, 1)}),)}, "<s>&lt;b&gt;Bara"),
        ({"adoptions": (OLD,)}, "<s>Testar</s>"),
    ],
)
def test_an_old_answer_is_struck_and_asked_for_again(
    shipped: Edition, written: dict[str, Any], expected: str
) -> None:
    """What was said once is told with its day."""
    before = shipped.catalogue
    curated = before.curated.model_copy(update=written)
    changed = replace(shipped, catalogue=before.model_copy(update={"curated": curated}))
    assert "alingsas/wpservice/depends" in {v.id for v in to_confirm(changed, "alingsas")}
    text = html(changed, "sv/bodies/alingsas/todo/")
    assert expected in text
    assert "att frågan ställs igen" in text


def test_what_a_domain_says_is_told_with_its_stage(edition: MakeEdition) -> None:
    """And with the file, and the day that it gives."""
    made = told(edition("sv"), FILE)
    (view,) = to_confirm(made, "provby")
    (said,) = view.declared
    assert ("provby/portalen/declares", "retired", date(2026, 1, 1)) == (
        view.id, said.stage, said.until)  # fmt: skip
    text = html(made, "sv/bodies/provby/")
    assert 'href="https://provby.example/.well-known/publiccode-usage.json"' in text
    assert "Avvecklad" in text


def test_a_bodys_list_asks_about_all_projects(edition: MakeEdition) -> None:
    """Also where the edition is of that body's own projects only."""
    made = told(edition("sv"), FILE)
    assert 1 == len(to_confirm(made.of_body("provby"), "provby"))


@pytest.mark.parametrize(
    ("seen", "failure", "expected"),
    [
        (FILE, None, (True, False, None)),
        (Absent(absent=("x",)), None, (False, True, None)),
        (Unseen(unseen="failed"), "did not answer", (False, False, "did not answer")),
    ],
)
def test_the_status_page_tells_who_was_asked(
    edition: MakeEdition, seen: Evidence[UsageSeen], failure: str | None,
    expected: tuple[bool, bool, str | None],
) -> None:  # fmt: skip
    """That there is no file is one thing, that nobody answered another."""
    made = told(edition("sv"), seen, failure)
    (domain,) = StatusView(made, ()).domains
    reason = domain.failure.text if domain.failure else None
    assert expected == (domain.file is not None, domain.absent, reason)
    assert "provby.example" in html(made, "sv/status/")


def test_places_that_are_not_named_are_counted(shipped: Edition) -> None:
    """Three are named of each kind."""
    signals = shipped.signals.of("helsingborg")
    for view in (SignalView(signal, shipped) for signal in signals):
        seen = view.signal.seen
        whole = sum(map(len, (seen.needs, seen.ties, seen.topics, seen.declared)))
        named = sum(map(len, (view.needs, view.ties, view.topics, view.declared)))
        assert whole == named + view.more


@pytest.mark.parametrize("output_format", ["text", "markdown", "json"])
def test_a_bodys_list_on_the_command_line_has_them(output_format: Format) -> None:
    """In words, as boxes to tick, and for machines."""
    asked = Asked(ROOT, TODAY, "sv", body="alingsas")
    text = todo(lists(asked), asked.edition, output_format)
    if output_format == "json":
        (body,) = json.loads(text)["bodies"]
        assert "alingsas/municipio/depends" in {signal["id"] for signal in body["confirm"]}
    else:
        assert "Bekräfta vad ni använder" in text
        assert {"text": "  alingsas/municipio/depends", "markdown": "- [ ] **Municipio** ("}[
            output_format
        ] in text
