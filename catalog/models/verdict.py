"""What the readiness model says of a project: verdicts, level, advice. Every one says why.

Plain tuples: a project has about 170 of them, all made by our own code, so that nothing is to be
validated, and thousands of projects are judged in a breath.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from catalog.models.curated import Explanation

Status: TypeAlias = Literal["pass", "partial", "fail", "unknown", "na", "explained"]


class Cite(NamedTuple):
    """What a statement rests on; ``publish.links`` turns it into an address that opens it.

    Either a place in a repository at a commit (``path`` and ``line`` where there are such), or a
    ``reference`` of the curated data, or neither: then it is the catalogue's own data file.
    """

    repository: str | None = None
    commit: str | None = None
    path: str | None = None
    line: int | None = None
    reference: str | None = None
    on: date | None = None


class Statement(NamedTuple):
    """One reason of a verdict: a code whose sentence stands in ``model.yaml``, and its values."""

    code: str
    values: Mapping[str, str | int | float | date] = {}  # never changed
    cites: tuple[Cite, ...] = ()


class Verdict(NamedTuple):
    """One check's answer for one project; ``explanation`` where its status is ``explained``."""

    check: str
    status: Status
    because: tuple[Statement, ...]
    explanation: Explanation | None = None


class Ceiling(NamedTuple):
    """Why the ladder ends early: ``code`` has its sentence in ``model.yaml``."""

    code: str
    level: int | None  # None: the project has left the ladder


class Assessment(NamedTuple):
    """The level of a project, proven and possible, and everything it rests on.

    ``coverage`` is the weight of answered checks over that of applicable ones, 0 to 1.
    ``open_questions`` are gates of the next level that nobody has answered.
    """

    project: str
    model: str  # id and version
    today: date
    proven: int
    possible: int
    ceiling: Ceiling | None
    coverage: float
    verdicts: tuple[Verdict, ...]
    missing: tuple[str, ...]  # gates of the next level that are not met and not unknown
    open_questions: tuple[str, ...]
    advice: tuple[str, ...]  # check ids, at most three

    def verdict(self, check: str) -> Verdict:
        """Return the verdict of one check."""
        return next(v for v in self.verdicts if v.check == check)
