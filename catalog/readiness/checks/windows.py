"""How long things count, in days. ``model.yaml`` shows the same numbers; loading compares them."""

from datetime import date, timedelta

from catalog.models import freshness
from catalog.models.project import ProjectRepository

WINDOWS = {
    "harvest": 30,  # a reading of a source
    "maintained": 180,  # a human commit: looked after
    "maintained-partly": 365,
    "maintained-slow": 365,  # library, addon, config and docs: they may rest longer
    "maintained-slow-partly": 730,
    "release": 365,
    "release-stable-library": 730,
    "activity": 365,  # authors are counted over this
    "activity-long": 730,  # or over this where there is little
    "update-tool": 90,
    "metadata": 90,  # a publiccode.yml may lag a release by this
    "contact": freshness.CONTACT,
    "adoption": freshness.DECLARATION,  # adoptions and declarations
    "trial": 365,  # after this a trial should have an outcome
    "scale": freshness.SCALE,
}


def read_on(repository: ProjectRepository, today: date) -> date:
    """Return the date ages are measured to: when the repository's state was last confirmed.

    A date after today says that a clock was wrong, and makes nothing older or fresher.
    """
    return min(repository.as_of or today, today)


def is_stale(repository: ProjectRepository, today: date, window: str) -> bool:
    """Tell whether the reading itself is older than the window."""
    return is_past(read_on(repository, today), today, window)


def is_old(said: date | None, today: date, window: str) -> bool:
    """Tell whether a stated value no longer counts; one without a date never grows old."""
    return said is not None and is_past(said, today, window)


def is_past(on: date, today: date, window: str) -> bool:
    """Tell whether a date is longer ago than the window."""
    return today - on > timedelta(days=WINDOWS[window])
