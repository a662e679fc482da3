"""Every check by its id: one pure function of a project and a day. The list is explicit."""

from collections.abc import Callable
from typing import TypeAlias

from catalog.models.project import Project
from catalog.models.verdict import Verdict
from catalog.readiness.checks import (
    accessibility,
    advisories,
    closed,
    configuration,
    dependency_licences,
    generality,
    governance,
    modularity,
    moving,
    prerequisites,
    rights,
    security,
    speaking,
    standards,
    understandable,
    upkeep,
    use,
)
from catalog.readiness.checks.windows import Day

CheckFunction: TypeAlias = Callable[[Project, Day], Verdict]

CHECKS: dict[str, CheckFunction] = {
    "LIC-1": rights.may_be_reused,
    "LIC-2": rights.sources_agree,
    "LIC-3": dependency_licences.dependencies_are_open,
    "INF-1": understandable.is_described,
    "INF-2": understandable.states_maturity,
    "INF-3": understandable.can_be_installed,
    "INF-4": understandable.is_documented,
    "INF-5": understandable.explains_architecture,
    "INF-6": understandable.can_be_tried,
    "INF-7": understandable.has_publiccode,
    "PRE-1": prerequisites.states_identity,
    "PRE-2": prerequisites.states_hosting,
    "PRE-3": prerequisites.lists_integrations,
    "PRE-4": closed.runs_without_closed_software,
    "PRE-5": prerequisites.describes_personal_data,
    "PRE-6": prerequisites.states_effort,
    "GEN-1": generality.is_general,
    "GEN-2": configuration.is_configurable,
    "GEN-3": modularity.is_modular,
    "GEN-4": standards.follows_standards,
    "GEN-5": speaking.speaks_languages,
    "GEN-6": accessibility.is_accessible,
    "GEN-7": moving.moves_data,
    "MNT-1": upkeep.is_looked_after,
    "MNT-2": upkeep.releases_versions,
    "MNT-3": upkeep.answers_outsiders,
    "MNT-4": upkeep.survives_one_leaving,
    "MNT-5": upkeep.has_steward,
    "SEC-1": security.has_private_channel,
    "SEC-2": advisories.is_free_of_known_vulnerabilities,
    "SEC-3": security.keeps_dependencies,
    "SEC-4": security.runs_tests_on_changes,
    "SEC-5": security.reviews_changes,
    "USE-1": use.is_in_production,
    "USE-2": use.is_in_production_elsewhere,
    "USE-3": use.is_used_by_several,
    "USE-4": use.records_trials,
    "USE-5": use.states_scale,
    "USE-6": use.states_costs,
    "GOV-1": governance.has_mandate,
    "GOV-2": governance.has_contact,
    "GOV-3": governance.welcomes_contributions,
    "GOV-4": governance.shares_its_roadmap,
    "GOV-5": governance.is_independent_of_suppliers,
    "GOV-6": governance.is_built_by_several,
}
