"""The page on what suits a body: what can be chosen, and the file the browser sorts by."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from catalog.models.curated import Language, Prerequisites
from catalog.models.evidence import Found
from catalog.models.facts import MentionSeen
from catalog.publish.views import fit
from catalog.publish.views.edition import Edition
from catalog.publish.views.fit import FitView
from catalog.publish.views.project import ProjectView
from tests.facts import facts

MakeEdition = Callable[[Language], Edition]
SAYS = (
    MentionSeen(subject="protocol", term="SAML", path="README.md", line=1),
    MentionSeen(subject="protocol", term="Keycloak", path="README.md", line=2),
)


OLD: dict[str, Any] = {"identity": {"protocols": ["saml2"], "asOf": "2020-01-01"}}


@pytest.fixture
def shown(edition: MakeEdition) -> FitView:
    """Show the invented catalogue: the lone repository names ways to log in, Ärenan once did."""
    swedish = edition("sv")
    portal, lone, arena = (
        next(p for p in swedish.projects if p.name == name)
        for name in ("Portalen", "ängsblomma", "Ärenan")
    )
    read = facts(lone.repositories[0].url, mentions=Found(found=SAYS))
    primary = lone.repositories[0].model_copy(update={"facts": read, "role": "primary"})
    speaking = lone.model_copy(update={"repositories": (primary,)})
    assert arena.entry is not None
    keys = arena.entry.catalog.model_copy(update={"prerequisites": Prerequisites(**OLD)})
    entry = arena.entry.model_copy(update={"catalog": keys})
    stated = arena.model_copy(update={"entry": entry, "adoptions": portal.adoptions})
    return FitView(swedish, tuple(ProjectView(p, swedish) for p in (portal, speaking, stated)))


def test_choices_are_offered_ones_and_those_that_occur(shown: FitView) -> None:
    """Each with how many projects ask for it; what never occurs and is not offered is not there."""
    counted = {thing.name: thing.projects for thing in shown.things["login"]}
    assert (1, 1, 0, False) == (
        counted["SAML"], counted["Keycloak"], counted["BankID"], "Okta" in counted
    )  # fmt: skip


def test_every_column_has_a_cell_for_each_project(shown: FitView) -> None:
    """Needs point at things by their place; what is not known is null or the reason."""
    told: dict[str, Any] = json.loads(shown.columns)
    wide = {len(told[name]) for name in ("id", "name", "body", "kind", "peers", "calls", "shared")}
    wide |= {len(column) for column in told["asks"].values()}
    assert {len(shown.rows)} == wide
    login = dict(zip(told["id"], told["asks"]["login"], strict=True))
    places = [told["things"]["login"].index(one) for one in ("saml", "keycloak")]
    assert ["read", [places]] in login.values()
    assert "old" == login["arenan"]


def test_what_comes_with_a_thing_is_told_by_places(shown: FitView) -> None:
    """The browser knows that Keycloak gives SAML, and is told of nothing that cannot be chosen."""
    told: dict[str, Any] = json.loads(shown.columns)
    login = told["things"]["login"]
    given = told["gives"]["login"][str(login.index("keycloak"))]
    assert ["saml", "oidc"] == [login[place] for place in given]


def test_others_that_use_it_are_counted_without_the_owner(shown: FitView) -> None:
    """Of three adoptions one counts: one was told of too long ago, and one says that none do."""
    uses = {row.project.id: (len(row.project.adoptions), row.peers) for row in shown.rows}
    assert (3, 1) == uses["arenan"]


def test_the_archived_are_counted_and_left_out(shown: FitView) -> None:
    """Nothing goes missing in silence: rows and those left out are all projects."""
    left = [view for view in shown.projects if view.level.left_ladder]
    assert (len(left), len(shown.projects)) == (
        shown.left_out, len(shown.rows) + shown.left_out
    )  # fmt: skip


def test_a_large_catalogue_has_no_table(shown: FitView, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of rows are what the list is for."""
    assert shown.in_page
    monkeypatch.setattr(fit, "MOST_IN_PAGE", len(shown.rows) - 1)
    assert not shown.in_page


def test_the_table_names_what_is_asked(shown: FitView) -> None:
    """Each row has the same subjects, with the names that the form has."""
    told = {view.name: asked for view, asked in shown.table}
    login = told["ängsblomma"][0]
    assert ("login", [["SAML", "Keycloak"]]) == (
        login.subject, [[thing.name for thing in need] for need in login.needs]
    )  # fmt: skip
