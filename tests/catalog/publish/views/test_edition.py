"""One language of the catalogue."""

from collections.abc import Callable

import pytest

from catalog.models.curated import Language
from catalog.models.verdict import Cite
from catalog.publish.views.edition import Edition, Link, Words

MakeEdition = Callable[[Language], Edition]
PORTAL = "https://github.com/exempel/portal"


def test_names_and_texts_follow_the_language(edition: MakeEdition) -> None:
    """A text falls back to the language there is, and says which."""
    english = edition("en")
    body = english.catalogue.bodies["exempelkommun"]
    assert "Example Municipality" == english.name_of(body)
    assert Words("Vem?", "sv") == english.words({"sv": "Vem?"})


def test_projects_are_in_swedish_order(edition: MakeEdition) -> None:
    """Å, ä and ö come last."""
    names = [project.name for project in edition("sv").projects]
    assert ["Portalen", "ängsblomma", "Ärenan"] == names


@pytest.mark.parametrize(
    ("cite", "link"),
    [
        (Cite(), None),
        (Cite(reference="minutes"), Link("https://example.org/protokoll", "Protokoll", None)),
        (Cite(reference="none"), None),
        (Cite(repository=PORTAL, commit="abcdef0123", path="A", line=2),
         Link(f"{PORTAL}/blob/abcdef0123/A#L2", "portal: A:2")),
        (Cite(repository=PORTAL, commit="abcdef0123"),
         Link(f"{PORTAL}/tree/abcdef0123", "portal: abcdef01")),
    ],
)  # fmt: skip
def test_link_of_a_cite(edition: MakeEdition, cite: Cite, link: Link | None) -> None:
    """A cite becomes an address and a name that people can read."""
    assert link == edition("sv").link(cite)
