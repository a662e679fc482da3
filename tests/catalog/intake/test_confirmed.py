"""What a maintainer's word changes: who is taken to have said it."""

from pathlib import Path

import pytest

from catalog.store.curated import read_curated
from tests.catalog.intake.conftest import CASES, Take
from tests.repositories import Repository


def case(name: str) -> bytes:
    """Return a case's issue."""
    return (CASES / name).read_bytes()


@pytest.mark.parametrize(("confirmed", "basis"), [(False, "reported"), (True, "attested")])
def test_use(catalogue: Repository, taken: Take, confirmed: bool, basis: str) -> None:  # noqa: FBT001
    """A claim is hearsay until somebody knows whom it is from."""
    taken(case("adoption-github-event.json"), confirmed=confirmed, branch=False)
    assert basis == read_curated(catalogue.path).adoptions[-1].basis


@pytest.mark.parametrize(("confirmed", "by"), [(False, "catalog"), (True, "body")])
def test_a_call(catalogue: Repository, taken: Take, confirmed: bool, by: str) -> None:  # noqa: FBT001
    """A draft is not a body's own until somebody knows that it is."""
    taken(case("call.md"), confirmed=confirmed, branch=False)
    call = read_curated(catalogue.path).calls[-1]
    assert ("draft", by) == (call.status, call.proposed_by)


@pytest.mark.parametrize(("confirmed", "by"), [(False, "an issue"), (True, "Alingsås kommun")])
def test_a_correction(catalogue: Repository, taken: Take, confirmed: bool, by: str) -> None:  # noqa: FBT001
    """A correction names the body only where it is known to be the body's."""
    taken(case("correction-of-a-description.md"), confirmed=confirmed, branch=False)
    (override,) = read_curated(catalogue.path).projects[0].catalog.override.values()
    assert by == override.by


def test_what_is_there_is_updated(catalogue: Repository, taken: Take) -> None:
    """A body that has come further says so; hearsay would only be answered."""
    taken(case("adoption-that-is-there.md"), confirmed=True, branch=False)
    known = read_curated(catalogue.path).adoptions
    assert [("municipio-helsingborg", "stopped", "attested")] == [
        (a.id, a.stage, a.basis) for a in known
    ]


def test_answers_are_in_the_language_asked_for(taken: Take) -> None:
    """The answer follows the issue, or what was asked for."""
    unanswered = case("adoption-unanswered.md")
    starts = [taken(unanswered, language=spoken).answer[:5] for spoken in ("en", "sv", None)]
    assert ["Thank", "Tack ", "Tack "] == starts


def test_a_change_is_answered_too(taken: Take) -> None:
    """Whoever wrote is thanked, and told that a person reads it."""
    answers = [taken(case("call.md"), confirmed=c, dry_run=True).answer for c in (False, True)]
    assert ["vem det kommer från" in answer for answer in answers] == [True, False]
    assert all(answer.startswith("Tack för att du berättar.") for answer in answers)


def test_forms_of_the_catalogue_itself(catalogue: Repository, taken: Take) -> None:
    """A catalogue that asks in its own words is answered by these."""
    own = catalogue.path / Path(".github/ISSUE_TEMPLATE/interest.yml")
    own.parent.mkdir(parents=True)
    fields = (("call", "Vilken?"), ("body", "Vem?"))
    form = [f"{{type: input, id: {i}, attributes: {{label: '{text}'}}}}" for i, text in fields]
    own.write_text(f"body: [{', '.join(form)}]", "utf-8")
    issue = "### Vilken?\n\nmunicipio-erfarenheter\n\n### Vem?\n\nVästerorts kommun"
    assert ["calls municipio-erfarenheter"] == taken(issue).proposal.entries  # type: ignore[union-attr]
