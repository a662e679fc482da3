"""The verdicts of one project, worded and linked."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from catalog.models.project import Project
from catalog.models.verdict import Statement, Status, Verdict
from catalog.publish.views.editing import Spot, spots
from catalog.publish.views.edition import Edition, Link
from catalog.publish.views.wording import CheckWords, DimensionWords

STATUSES: tuple[Status, ...] = ("pass", "partial", "fail", "explained", "unknown", "na")
_SHOWN_LINKS = 5
_EXPLAINED = frozenset({"explained", "explained-by"})  # the sentence follows, shown whole
_IMPROVABLE = frozenset({"partial", "fail", "unknown"})


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
    project: Project

    @property
    def id(self) -> str:
        """The check's id, which is also its anchor."""
        return self.words.id

    @property
    def question(self) -> str:
        """What is asked."""
        return self.words.question

    @property
    def status(self) -> Status:
        """The bare status, for the icon."""
        return self.verdict.status

    @property
    def label(self) -> str:
        """The status in words that suit the nature of the check."""
        return self.words.label(self.verdict.status)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Why, in sentences."""
        return tuple(self._reason(statement) for statement in self.verdict.because)

    @property
    def said(self) -> tuple[str, ...]:
        """The answer without its links; two checks may say the same."""
        return self.label, *(reason.text for reason in self.reasons)

    @cached_property
    def alike(self) -> tuple[str, ...] | None:
        """A key that equal answers share; None where it links to something of its own project."""
        if any(reason.links for reason in self.reasons):
            return None
        return self.id, self.status, *(reason.text for reason in self.reasons)

    @property
    def advice(self) -> str | None:
        """What to do, where doing something would help."""
        return self.words.advice if self.verdict.status in _IMPROVABLE else None

    @property
    def is_question(self) -> bool:
        """Whether a person settles it by an answer rather than by work on the code."""
        return self.status == "unknown" and self.words.answerable

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Where to do it."""
        return spots(self.edition, self.project, self.verdict)

    def _reason(self, statement: Statement) -> Reason:
        found = [link for cite in statement.cites if (link := self.edition.link(cite))]
        links = tuple(dict.fromkeys(found))
        text = self.edition.wording.sentence(self.id, statement)
        if statement.code in _EXPLAINED and self.verdict.explanation:
            said = self.edition.words(self.verdict.explanation.reason)
            text = f"{text} \u201d{said.text}\u201d" if said else text
        return Reason(text, links[:_SHOWN_LINKS], max(0, len(links) - _SHOWN_LINKS))


@dataclass(frozen=True)
class DimensionView:
    """The checks of one dimension."""

    words: DimensionWords
    checks: tuple[CheckView, ...]

    @property
    def alike(self) -> tuple[tuple[str, ...], ...] | None:
        """A key that equal groups share; None where an answer is the project's own."""
        keys = tuple(check.alike for check in self.checks)
        known = tuple(key for key in keys if key is not None)
        return known if len(known) == len(keys) else None

    @cached_property
    def counts(self) -> tuple[tuple[Status, int], ...]:
        """How many checks have each status, those with none left out."""
        counted = Counter(check.verdict.status for check in self.checks)
        return tuple((status, counted[status]) for status in STATUSES if counted[status])
