"""The day a project is judged on, with how long things count and where the limits lie."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from catalog.models.project import ProjectRepository
from catalog.readiness.checks.closed_products import ClosedProducts

# The names that the checks count with: the model gives each a number.
WINDOWS = frozenset({
    "harvest",  # a reading of a source
    "maintained",  # a human commit: looked after
    "maintained-partly",
    "maintained-slow",  # library, addon, config and docs: they may rest longer
    "maintained-slow-partly",
    "release",
    "release-stable-library",
    "activity",  # authors are counted over this
    "activity-long",  # or over this where there is little
    "update-tool",
    "metadata",  # a publiccode.yml may lag a release by this
    "contact",
    "adoption",  # adoptions and declarations
    "trial",  # after this a trial should have an outcome
    "scale",
    "accessibility",  # a test of the interface
    "advisory",  # a serious one may have been public for this long
})  # fmt: skip
LIMITS = frozenset({
    "absence-commits",  # fewer human commits say nothing of how many carry the work
    "replies-enough",  # fewer contacts are too little to say
    "replies-days",  # working days
    "replies-days-partly",
    "replies-closed",  # share of what was opened
    "replies-closed-partly",
    "headers",  # share of source files that carry a licence mark
    "use-bodies",  # bodies in production
    "use-bodies-partly",
    "general-lines",  # lines of logic that name a body
    "dependencies-known",  # share of dependencies with a known open licence
    "dependencies-known-partly",
    "reviewed",  # share of merged changes that another person approved
    "reviewed-enough",  # fewer merged changes are too little to say
    "direct",  # share of commits that came outside any change request
    "settings-explained",
    "contributing-bodies",
    "independent",  # suppliers, or bodies that run it themselves
    "size-small",  # inhabitants: a municipality with fewer is of the smallest class
    "size-middle",
    "size-large",
})  # fmt: skip


class Day(NamedTuple):
    """A day, and the model's ``windows`` (days) and ``limits`` (numbers) by their names.

    ``closed`` is the model's list of closed products.
    """

    today: date
    windows: Mapping[str, int]
    limits: Mapping[str, float]
    closed: ClosedProducts = ClosedProducts()

    def at(self, on: date) -> "Day":
        """Return another day that counts in the same way."""
        return self._replace(today=on)

    def read_on(self, repository: ProjectRepository) -> date:
        """Return the date ages are measured to: when the repository's state was last confirmed.

        A date after today says that a clock was wrong, and makes nothing older or fresher.
        """
        return min(repository.as_of or self.today, self.today)

    def is_stale(self, repository: ProjectRepository, window: str) -> bool:
        """Tell whether the reading itself is older than the window."""
        return self.is_past(self.read_on(repository), window)

    def is_old(self, said: date | None, window: str) -> bool:
        """Tell whether a stated value no longer counts; one without a date never grows old."""
        return said is not None and self.is_past(said, window)

    def is_past(self, on: date, window: str) -> bool:
        """Tell whether a date is longer ago than the window."""
        return self.today - on > timedelta(days=self.windows[window])
