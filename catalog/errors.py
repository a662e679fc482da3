"""The exceptions of Kodkatalog. Problems in people's data are values, not exceptions.

::

    KodkatalogError          the base; its text is a sentence a person can act on
    ├── NotACatalogueError   the folder holds no data/projects.yaml
    ├── DataProblemsError    the curated data has errors; carries the problems
    ├── EditError            an edit cannot be made without touching what was not asked for
    ├── GitError             a git command failed, timed out or was refused
    ├── ModelError           the readiness model's file contradicts itself or the checks
    └── leaves beside the one place that raises them:
        NoSuchProjectError   publish.explain: no one project is called that
        HistoryError         store.history: nothing can be added to the history as it is
        NoSuchRevisionError  store.revision: the catalogue's repository has no such revision
        BaseError            publish.diff: what is compared with has errors of its own
        PagesNotWrittenError publish.site: a language could not be written
        SettingsError        publish.brand.reading: mkdocs.yml, or a picture, cannot be used
        TemplateFaultError   publish.faults: a template of the catalogue's own is not right
        NotAnIssueError      intake.issue: what is given is no issue of a forge
        FormError            intake.forms: a form cannot be read
        PortTakenError       publish.serve: the port cannot be listened on
        ListingError         harvesters.forges.listing: a source could not be listed completely;
                             its own leaves say whether asking for less, or later, may help
        TokenError           harvesters.forges.account: a secret that a source names is not there
        FullDiskError        harvesters.run: what was read could not be written
        AlreadyRunningError  harvesters.journal: another harvest has not ended
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.models.problem import Problem


class KodkatalogError(Exception):
    """Anything that stops the work and that a person can mend."""


class NotACatalogueError(KodkatalogError):
    """The folder is not a catalogue."""


class DataProblemsError(KodkatalogError):
    """The curated data cannot be used; ``problems`` says where and why."""

    def __init__(self, problems: Sequence["Problem"]) -> None:
        """Keep the problems; the text is their listing."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class EditError(KodkatalogError):
    """A file of curated data cannot be edited by a machine, or not as it was asked."""


class GitError(KodkatalogError):
    """A git command did not succeed."""


class ModelError(KodkatalogError):
    """The readiness model is not consistent."""
