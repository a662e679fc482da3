"""Problems as SARIF 2.1.0, which code scanning on forges reads (OASIS standard, March 2020)."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from catalog.models.problem import Problem

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

# What a kind of problem is; kinds that have no line here are shown by their name.
_RULES = {
    "data": "The entry is not as the data model says",
    "yaml": "The file is not plain YAML",
    "expired-consent": "A person's consent to be named has run out",
    "review-due": "A call is past the day on which it was to be reviewed",
    "future-date": "A fact is dated after today",
    "stale": "A fact is older than the time for which it counts",
    "personal-address": "A mail address looks like one person's",
    "private-mail-host": "A mailbox is a private account",
    "unused-reference": "Nothing cites the reference",
    "former-id": "A former id does not lead to one project",
    "needless-override": "A correction corrects nothing",
    "history": "A line of the history cannot be used",
}


def sarif(problems: Sequence[Problem]) -> dict[str, Any]:
    """Return one run with its rules and results."""
    rules = sorted({problem.rule for problem in problems})
    driver = {
        "name": "kodkatalog",
        "semanticVersion": version("kodkatalog"),
        "rules": [
            {"id": rule, "shortDescription": {"text": _RULES.get(rule, rule)}} for rule in rules
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, rules.index(problem.rule)) for problem in problems],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(problem: Problem, rule_index: int) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(problem.file)}}
    if problem.line:
        column = {"startColumn": problem.column} if problem.column else {}
        physical["region"] = {"startLine": problem.line, **column}
    return {
        "ruleId": problem.rule,
        "ruleIndex": rule_index,
        "level": problem.severity,
        "message": {"text": f"{problem.message} - {problem.hint}"},
        "locations": [{"physicalLocation": physical}],
    }
