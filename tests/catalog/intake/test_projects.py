"""Projects that nobody has described yet: their repositories are all that is known."""

import pytest

from tests.catalog.intake.conftest import CASES, Take
from tests.facts import facts, write_facts
from tests.repositories import Repository

URL = "https://github.com/helsingborg-stad/Modularity"
ID = "helsingborg-stad-modularity"


def about(project: str, case: str = "adoption-of-a-page.md") -> str:
    """Return a case's issue, about another project."""
    body = (CASES / case).read_text("utf-8")
    return body.replace("https://kod.example.org/projects/skolportalen/#use", project).replace(
        "Skolportalen", project
    )


@pytest.mark.parametrize("said", ["Modularity", f"https://kod.example.org/projects/{ID}/"])
def test_use_of_a_harvested_repository(catalogue: Repository, taken: Take, said: str) -> None:
    """Its entry is added with the id that its page has already, and then its use."""
    write_facts(catalogue.path, facts(URL, source="helsingborg-github"))
    outcome = taken(about(said), dry_run=True)
    added = [line for line in outcome.diff.splitlines() if line.startswith("+")]
    assert outcome.proposal
    assert [f"projects {ID}", f"adoptions {ID}-vasterort"] == outcome.proposal.entries
    assert f"+        - repo: {URL}" in added


def test_correction_of_a_harvested_repository(catalogue: Repository, taken: Take) -> None:
    """What was read is corrected in an entry that is made for it."""
    write_facts(catalogue.path, facts(URL, source="helsingborg-github"))
    outcome = taken(about("Modularity", "correction-of-how-mature-it-is.md"), dry_run=True)
    assert outcome.proposal
    assert [f"projects {ID}", f"projects {ID}"] == outcome.proposal.entries
    assert "developmentStatus" in outcome.diff


def test_a_harvested_repository_is_suggested(catalogue: Repository, taken: Take) -> None:
    """A name that is nearly right is answered with the right one."""
    write_facts(catalogue.path, facts(URL, source="helsingborg-github"))
    (lack,) = taken(about("Modularitet")).lacks
    assert ("unknown", ("Modularity",)) == (lack.code, lack.choices)


def test_a_repository_of_a_product_is_the_product(taken: Take) -> None:
    """Whoever names a part means the whole that people have described."""
    outcome = taken(about("acf-openstreetmap-field"), dry_run=True)
    assert outcome.proposal
    assert ["adoptions municipio-vasterort"] == outcome.proposal.entries
