"""The verdicts of one project, worded and linked."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from catalog.models.verdict import Statement, Status, Verdict
from catalog.publish.views.edition import Edition, Link
from catalog.publish.views.wording import CheckWords, DimensionWords

STATUSES: tuple[Status, ...] = ("pass", "partial", "fail", "explained", "unknown", "na")
_SHOWN_LINKS = 5


class Reason(NamedTuple):
    """A sentence of a verdict and where it can be checked."""

    text: str
    links: tuple[Link, ...]
    more: int  # places beyond those linked


@dataclass(frozen=True)
class CheckView:
    """One check's answer."""

    verdict: Verdict
    words: CheckWords
    edition: Edition

    @property
    def status(self) -> Status:
        """The bare status, for the icon."""
        return self.verdict.status

    @property
    def label(self) -> str:
        """The status in words that suit the nature of the check."""
        return self.edition.wording.label(self.verdict.status, self.words.nature)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why, in sentences."""
        return tuple(self._reason(statement) for statement in self.verdict.because)

    @property
    def improvable(self) -> bool:
        """Whether advice would help."""
        return self.verdict.status in {"partial", "fail", "unknown"}

    def _reason(self, statement: Statement) -> Reason:
        found = [link for cite in statement.cites if (link := self.edition.link(cite))]
        links = tuple(dict.fromkeys(found))
        text = self.edition.wording.sentence(statement)
        return Reason(text, links[:_SHOWN_LINKS], max(0, len(links) - _SHOWN_LINKS))


@dataclass(frozen=True)
class DimensionView:
    """The checks of one dimension."""

    words: DimensionWords
    checks: tuple[CheckView, ...]

    @cached_property
    def counts(self) -> tuple[tuple[Status, int], ...]:
        """How many checks have each status, those with none left out."""
        counted = Counter(check.status for check in self.checks)
        return tuple((status, counted[status]) for status in STATUSES if counted[status])
