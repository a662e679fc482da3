"""Which addresses lead on, and where to."""

from datetime import date
from typing import Any

import pytest

from catalog.models.descent import Descent
from catalog.models.history import History, Measured
from catalog.models.project import Catalogue, Copy, Project
from catalog.publish.moved import moved
from tests.projects import facts_of, project_of

CODE = "https://github.com/exempel/portal"
OLD = "https://github.com/exempel/gamla-portalen"
COPY = "https://github.com/annan/portal"


def product(project: str, *former: str, url: str = CODE, **repository: Any) -> Project:
    """Make a product over one repository; ``former`` is what people write."""
    made = project_of(
        facts_of(url), catalog={"former": list(former), "repos": [{"repo": url}]}
    ).model_copy(update={"id": project})
    ours = made.repositories[0].model_copy(update=repository)
    return made.model_copy(update={"repositories": (ours,)})


def alone(project: str, url: str, **repository: Any) -> Project:
    """Make a project that stands for its only repository."""
    return product(project, url=url, **repository).model_copy(update={"entry": None})


def leads(*projects: Project, known: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    """Tell which ids lead to which project, where the history knows some."""
    lines = (Measured(date(2026, 8, 1), project, 1) for project in known)
    nothing: Any = {"curated": None, "bodies": {}, "sources": {}, "references": {}, "run": None}
    return moved(Catalogue.model_construct(projects=projects, **nothing), History(lines))


def test_what_people_write_leads_on() -> None:
    """Each former id leads to the project that has left it."""
    assert {"nya": ("aldre", "gamla")} == leads(product("nya", "gamla", "aldre"))


def test_a_repository_that_was_renamed_leads_on() -> None:
    """Its page had the former name in its address, whoever claims it now."""
    renamed = leads(alone("exempel-portal", CODE, former=(OLD,)))
    assert {"exempel-portal": ("exempel-gamla-portalen",)} == renamed
    claimed = leads(product("portalen", former=(OLD,)))
    assert {"portalen": ("exempel-gamla-portalen",)} == claimed


def test_a_repository_that_somebody_describes_leads_on_where_it_had_a_page() -> None:
    """The history knows which ids there were; others never had an address."""
    assert {} == leads(product("portalen"), known=("portalen",))
    assert {"portalen": ("exempel-portal",)} == leads(
        product("portalen"), known=("portalen", "exempel-portal")
    )


def test_a_copy_that_is_folded_in_leads_on_where_it_had_a_page() -> None:
    """It was shown until somebody saw that it is a copy."""
    copy = Copy(url=COPY, source="annan", descent=Descent(kind="mirror", origin=CODE, signs=()))
    one = alone("exempel-portal", CODE, copies=(copy,))
    assert {"exempel-portal": ("annan-portal",)} == leads(one, known=("annan-portal",))


@pytest.mark.parametrize("former", ["exempel-portal", "andra"])
def test_what_lives_at_an_address_keeps_it(former: str) -> None:
    """Nothing leads away from a page that is there, so nothing leads in a circle."""
    found = leads(
        product("forsta", former), product("andra"), alone("exempel-portal", CODE),
        known=("exempel-portal",),
    )  # fmt: skip
    assert {} == found


def test_an_address_leads_to_one_project() -> None:
    """What people write wins over what a forge tells; else the first by id has it."""
    first, second = product("a", former=(OLD,)), product("b", "exempel-gamla-portalen")
    assert {"b": ("exempel-gamla-portalen",)} == leads(first, second)
    assert {"a": ("exempel-gamla-portalen",)} == leads(first, product("b", former=(OLD,)))
