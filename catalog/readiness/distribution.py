"""How the answers of many projects spread: looked at before a level is published (rule 12)."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from catalog.models.verdict import Assessment, Status


class Distribution(NamedTuple):
    """Counts: statuses by check, and projects by proven and by possible level."""

    checks: dict[str, dict[Status, int]]
    proven: dict[int, int]
    possible: dict[int, int]


def distribution(assessments: Iterable[Assessment]) -> Distribution:
    """Count every status of every check and every level; what none has is left out."""
    checks: dict[str, Counter[Status]] = {}
    proven: Counter[int] = Counter()
    possible: Counter[int] = Counter()
    for assessment in assessments:
        proven[assessment.proven] += 1
        possible[assessment.possible] += 1
        for verdict in assessment.verdicts:
            checks.setdefault(verdict.check, Counter())[verdict.status] += 1
    return Distribution(
        {check: dict(sorted(counted.items())) for check, counted in checks.items()},
        dict(sorted(proven.items())),
        dict(sorted(possible.items())),
    )
