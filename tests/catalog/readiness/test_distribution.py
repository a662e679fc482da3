"""How answers and levels of many projects spread."""

from catalog.models.facts import LicenceSeen
from catalog.readiness.definition import Model
from catalog.readiness.distribution import distribution
from catalog.readiness.levels import assess
from tests.projects import TODAY, facts_of, project_of

MIT = (LicenceSeen(path="LICENSE", spdx="MIT", score=1),)


def test_every_check_and_level_is_counted(model: Model) -> None:
    """Each project counts once a check and once a level."""
    projects = [project_of(facts_of(licences=MIT)), project_of(facts_of()), project_of()]
    spread = distribution(assess(project, model, TODAY) for project in projects)
    assert {"fail": 1, "pass": 1, "unknown": 1} == spread.checks["LIC-1"]
    assert {0: 3} == spread.proven
    assert {0: 1, 1: 1, 5: 1} == spread.possible
    assert {3} == {sum(counted.values()) for counted in spread.checks.values()}
