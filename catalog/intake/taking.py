"""From an issue to a commit on a branch, or to an answer that says what is missing."""

import datetime as dt
import difflib
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog.assemble.catalogue import assemble
from catalog.errors import DataProblemsError
from catalog.intake.answering import answer
from catalog.intake.answers import Answers
from catalog.intake.asked import Asked
from catalog.intake.edits import Proposal
from catalog.intake.forms import read_forms
from catalog.intake.issue import Issue, read_issue
from catalog.intake.kinds import propose
from catalog.intake.lacking import Lack
from catalog.intake.language import language_of
from catalog.intake.reading import Reading, read_answers
from catalog.intake.repository import DataRepository
from catalog.intake.writing import edited
from catalog.models.curated import CuratedData, Language
from catalog.models.project import Project
from catalog.store.curated import contents_of, read_curated
from catalog.store.snapshot import read_snapshot, write_whole


@dataclass(frozen=True)
class Wish:
    """How an issue is to be taken in."""

    today: dt.date
    branch: bool = True
    dry_run: bool = False
    confirmed: bool = False
    language: Language | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of an issue: edits that were made (or would be), or what is lacking."""

    kind: str | None
    answer: str
    lacks: tuple[Lack, ...] = ()
    proposal: Proposal | None = None
    branch: str | None = None
    diff: str = ""
    is_new: bool = True


def take(catalogue: Path, content: bytes, wish: Wish) -> Outcome:
    """Take in one issue.

    Raises:
        NotAnIssueError: the content is none.
        DataProblemsError: the catalogue's own data has errors; nothing can be added to it.
        GitError: no branch could be made.
    """
    issue, forms = read_issue(content), read_forms(catalogue)
    reading = None if issue.too_long else read_answers(issue.body, forms)
    if reading is None:
        lack = Lack(code="too-long" if issue.too_long else "no-form")
        return _refused(None, [lack], wish.language or language_of(issue.body))
    repository = DataRepository.of(catalogue) if wish.branch else None
    before = repository.data() if repository else contents_of(catalogue)
    with tempfile.TemporaryDirectory() as folder:
        return _Taking(catalogue, wish, issue, reading, repository, before).through(Path(folder))


@dataclass(frozen=True)
class _Taking:
    """One issue on its way; ``before`` are the files that people write, as they are."""

    catalogue: Path
    wish: Wish
    issue: Issue
    reading: Reading
    repository: DataRepository | None
    before: Mapping[str, bytes]

    def through(self, trial: Path) -> Outcome:
        """Edit a copy of the data, and take it over if it reads without a problem."""
        _write(trial, self.before)
        answers = Answers(self.reading, self.wish.today)
        proposal = propose(self._asked(answers, read_curated(trial)))
        lacks = [*self.reading.lacks, *answers.lacks]
        language = self.wish.language or answers.language
        if lacks:
            return _refused(self.reading, lacks, language)
        try:
            after = edited(trial, proposal.edits)
        except DataProblemsError:
            return _refused(self.reading, [Lack(code="unfit")], language)
        if after == self.before:
            return _refused(self.reading, [Lack(code="there")], language)
        return self._made(proposal, after, language)

    def _asked(self, answers: Answers, data: CuratedData) -> Asked:
        def undescribed() -> list[Project]:
            catalogue = assemble(data, read_snapshot(self.catalogue))
            return [project for project in catalogue.projects if project.entry is None]

        name, confirmed = self.issue.name, self.wish.confirmed
        return Asked(answers, data, name, self._day, confirmed, undescribed)

    @property
    def _day(self) -> dt.date:
        return min(self.issue.day or self.wish.today, self.wish.today)

    def _made(self, proposal: Proposal, after: Mapping[str, bytes], language: Language) -> Outcome:
        kind = self.reading.form.kind
        changed = {name: text for name, text in after.items() if self.before.get(name) != text}
        branch, is_new = None, True
        if self.repository:
            branch = f"intake/{kind}-{self.issue.name}"
        if self.repository and branch and not self.wish.dry_run:
            is_new = self.repository.commit(branch, changed, self._message(proposal))
        elif not self.wish.dry_run:
            _write(self.catalogue, changed)
        words = answer(self.reading.form, (), language, is_unconfirmed=not self.wish.confirmed)
        diff = "".join(
            _diff(name, self.before.get(name, b""), text) for name, text in changed.items()
        )
        return Outcome(kind, words, (), proposal, branch, diff, is_new)

    def _message(self, proposal: Proposal) -> str:
        """Return the commit's message: ids only, for the words of an issue are other people's."""
        entries = list(dict.fromkeys(proposal.entries))
        claim = "confirmed" if self.wish.confirmed else "not confirmed by a maintainer"
        listed = "\n".join(f"- {entry}" for entry in entries)
        return (
            f"data: take in {self.reading.form.kind} {self.issue.name}\n\n{listed}\n\n"
            f"Who says it: {proposal.claim or 'not told'}, {claim}.\n"
        )


def _refused(reading: Reading | None, lacks: Sequence[Lack], language: Language) -> Outcome:
    form = reading.form if reading else None
    words = answer(form, lacks, language, is_unconfirmed=False)
    return Outcome(form.kind if form else None, words, tuple(lacks))


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        write_whole(folder / name, content)


def _diff(name: str, before: bytes, after: bytes) -> str:
    old, new = (text.decode("utf-8-sig").splitlines(keepends=True) for text in (before, after))
    return "".join(difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"))
