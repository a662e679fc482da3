"""Places in READMEs and documents, cited for several checks."""

from collections.abc import Callable, Iterable

from catalog.models.facts import DocumentKind, DocumentSeen, ReadmeSeen, RepositoryFacts
from catalog.models.project import ProjectRepository
from catalog.models.verdict import Cite
from catalog.readiness.checks.evidence_of import Judged, cite, items, judged


def at(
    repository: ProjectRepository,
    readmes: Iterable[ReadmeSeen],
    line_of: Callable[[ReadmeSeen], int | None],
) -> list[Cite]:
    """Cite the line in each README that has it."""
    found = ((readme.path, line_of(readme)) for readme in readmes)
    return [cite(repository, path, line) for path, line in found if line]


def in_documents(
    repository: ProjectRepository,
    documents: Iterable[DocumentSeen],
    line_of: Callable[[DocumentSeen], int | None],
) -> list[Cite]:
    """Cite the line in each document that has it."""
    found = ((document.path, line_of(document)) for document in documents)
    return [cite(repository, path, line) for path, line in found if line]


def every(repository: ProjectRepository, readmes: Iterable[ReadmeSeen]) -> list[Cite]:
    """Cite every README read, or the repository where there is none."""
    return [cite(repository, readme.path) for readme in readmes] or [cite(repository)]


def of_kind(facts: RepositoryFacts, *kinds: DocumentKind) -> list[DocumentSeen]:
    """List the documents of these kinds."""
    return [document for document in items(facts.documents) if document.kind in kinds]


def below(document: DocumentSeen) -> bool:
    """Tell whether a document may say more than was read: one of a folder, or one that is no text.

    A text beside README is read to its end.
    """
    return document.kind != "documentation" or "/" in document.path or not document.readable


def to_be_read(repository: ProjectRepository, documents: Iterable[DocumentSeen]) -> Judged:
    """Say that documents may answer, which a person has to read."""
    places = [cite(repository, document.path) for document in documents]
    return judged("unknown", "document-to-be-read", places)


def both(first: Judged, also: Judged) -> Judged:
    """Add the reasons of another judgement to the first."""
    return Judged(first.status, (*first.because, *also.because))
