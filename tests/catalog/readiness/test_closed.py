"""The list of closed products, and what is looked for of it in documentation."""

from typing import Any

import pytest
from pydantic import ValidationError

from catalog.models.facts import Ecosystem
from catalog.readiness.checks.closed_products import ClosedProduct, is_named
from catalog.readiness.definition import Model
from harvesters.reading.mentions import closed
from tests.projects import DAY


def test_what_documentation_is_read_for_is_on_the_list() -> None:
    """A mention is named as the list names it."""
    assert set() == {t.name for t in closed.TERMS if t.subject != "host-addon"} - set(
        DAY.closed.by_id
    )


def test_documentation_is_read_for_all_that_could_fail_a_project(model: Model) -> None:
    """Or a project would fail for not declaring what it declares."""
    looked_for = {term.name for term in closed.TERMS}
    assert [] == [one.id for one in model.closed if one.certain and one.id not in looked_for]


def test_no_package_stands_for_two_products(model: Model) -> None:
    """Each pattern is there once."""
    rows = [(e, p.lower()) for one in model.closed for e, ps in one.packages.items() for p in ps]
    assert sorted(set(rows)) == sorted(rows)


def test_every_product_shows_somewhere(model: Model) -> None:
    """By a package or a registry."""
    assert [] == [one.id for one in model.closed if not one.packages and not one.registries]


@pytest.mark.parametrize(
    ("name", "ecosystem", "expected"),
    [
        ("Highcharts", "npm", "highcharts"),
        ("highcharts-react-official", "npm", "highcharts"),
        ("wpengine/advanced-custom-fields-pro", "composer", "acf-pro"),
        ("someone/gravityforms", "composer", "gravity-forms"),
        ("Telerik.UI.for.AspNet.Core", "nuget", "kendo"),
        ("com.oracle.database.jdbc:ojdbc11", "gradle", "oracle-database"),
        ("@fortawesome/pro-solid-svg-icons", "npm", "fontawesome-pro"),
        ("@fortawesome/free-solid-svg-icons", "npm", None),
        ("ag-grid-community", "npm", None),
        ("wpackagist-plugin/advanced-custom-fields", "composer", None),
        ("highcharts", "pypi", None),
    ],
)
def test_a_package_is_known_by_name(name: str, ecosystem: Ecosystem, expected: str | None) -> None:
    """In its own ecosystem, whatever the case of its letters."""
    found = DAY.closed.of(name, ecosystem)
    assert expected == (found.id if found else None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "A B"},
        {"packages": {"npm": ["*"]}},
        {"packages": {"npm": ["a*b"]}},
        {"packages": {"npm": []}},
        {"packages": {"basic": ["a"]}},
        {"kind": "thing"},
        {"price": 3},
    ],
)
def test_a_wrong_entry_is_refused(wrong: dict[str, Any]) -> None:
    """Before anything is judged by it."""
    right: dict[str, Any] = {"id": "a", "name": "Acme", "kind": "library"}
    ClosedProduct.model_validate(right)
    with pytest.raises(ValidationError):
        ClosedProduct.model_validate(right | wrong)


@pytest.mark.parametrize(
    ("said", "expected"), [("ACF PRO", True), ("Advanced Custom Fields", True), ("WPML", False)]
)
def test_people_write_a_products_name_in_their_way(said: str, *, expected: bool) -> None:
    """Letters and digits decide."""
    assert expected == is_named(DAY.closed.by_id["acf-pro"], [said])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Requires ACF Pro 6 or later.", {("paid", "acf-pro")}),
        ("Kräver Advanced Custom Fields PRO.", {("paid", "acf-pro")}),
        ("Highcharts is optional.", {("paid", "highcharts"), ("paid-choice", "highcharts")}),
        ("Deploys to AWS Lambda.", {("platform", "aws")}),
        ("Reads sources such as GitLab and Jira.", {("paid", "jira"), ("paid-choice", "jira")}),
        ("Uses Advanced Custom Fields.", set()),
        ("Maps from OpenStreetMap.", set()),
        ("composer require wpengine/advanced-custom-fields-pro", {("paid", "acf-pro")}),
        ("npm install @syncfusion/ej2-base", {("paid", "syncfusion")}),
        ("Tokens are read with firebase/php-jwt.", set()),
    ],
)
def test_words_for_closed_products(line: str, expected: set[tuple[str, str]]) -> None:
    """A choice is told in the same line."""
    found = {(t.subject, t.name) for t in closed.TERMS if t.pattern.search(line)}
    found -= {("host-addon", "advanced-custom-fields")}
    assert expected == found
