"""How much is asked at a time: less after a failure, more where the instance's limit allows it."""

from dataclasses import dataclass

from harvesters.forges.gitlab.answers import Complexity
from harvesters.forges.gitlab.api import TooCostlyError
from harvesters.forges.listing import ListingError, TooHeavyError

_MARGIN = 0.95  # of the limit: what a longer page costs is only estimated


@dataclass
class Pace:
    """The size of a page. GitLab takes 100 at most, and adds 1 % to a list's cost for each."""

    size: int = 100
    most: int = 100
    least: int = 5

    def shrink(self, fault: ListingError) -> bool:
        """Halve the size; False where that does not help, or it is as small as it gets."""
        if not isinstance(fault, TooHeavyError) or self.size <= self.least:
            return False
        self.size = max(self.least, self.size // 2)
        if not isinstance(fault, TooCostlyError):
            self.most = self.size
        return True

    def learn(self, cost: Complexity | None) -> None:
        """Take as large a size as stays within the limit, after one that did."""
        if cost is None or not cost.score or not cost.limit:
            return
        room = int(cost.limit * _MARGIN / cost.score * (100 + self.size)) - 100
        self.size = max(self.size, min(self.most, room))
