"""The maturity a project states of itself: explicit, inferred, contradicted or not said."""

import re
from typing import NamedTuple

from catalog.models.evidence import Found
from catalog.models.facts import LifecycleWord, RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite
from catalog.readiness.checks.evidence_of import (
    Judged,
    cite,
    curated,
    items,
    judged,
    of_main,
    reasons_unseen,
    unread,
    unseen,
)
from catalog.readiness.checks.told import about

_TRIAL_NAME = re.compile(r"(?:^|[-_.])(poc|prototypes?|prototyp)(?:$|[-_.])", re.IGNORECASE)
# Words by which a description may tell a maturity; a person must read how they are meant.
_MAY_TELL = re.compile(
    r"poc|proto|concept|experiment|alpha|beta|develop|progress|wip|stable|production|deprecat"
    r"|depricat|discontinu|obsolete|archiv|maintain|legacy|replaced|moved|idé|försök|utveckl|stabil"
    r"|drift|avveckl|utgått|ersatt|ersätt|arkiv|flytt|gammal|gamla|används",
    re.IGNORECASE,
)
# Before the first finished version; one that prepares a later major says nothing of the whole.
_UNFINISHED = re.compile(
    r"^v?(?:0\.\d|1\.0(?:\.0)?[-.]?(?:alpha|beta|rc|dev|pre)|(?:alpha|beta)\b)", re.IGNORECASE
)


class Said(NamedTuple):
    """A status that someone states, and where."""

    status: LifecycleWord
    place: Cite


def maturity_of(project: Project) -> Judged:
    """Judge what the main repository states; what people wrote counts where it is silent.

    A component's own status says nothing of the product.
    """
    stated = of_main(project, _stated)
    if stated.status in {"pass", "fail"}:
        return stated
    status = project.entry.development_status if project.entry else None
    return judged("pass", f"maturity-{status}", [curated()]) if status else stated


def _stated(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    said = _explicit(repository, facts)
    if len({one.status for one in said}) > 1:
        words = ", ".join(f"{one.status} ({one.place.path})" for one in said)
        return judged("fail", "maturity-contradicted", [one.place for one in said], statuses=words)
    if said:
        return judged("pass", f"maturity-{said[0].status}", [one.place for one in said])
    if hint := _inferred(repository, facts):
        return hint
    if reasons := reasons_unseen(facts.publiccode, facts.readmes):
        return unseen(repository, *reasons)
    return _unsaid(repository, facts)


def _unsaid(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge a repository whose files say nothing: the forge's description is the last place."""
    told = about(facts)
    if told is None:
        nowhere = judged("unknown", "maturity-unsaid", [cite(repository)])
        return Judged("unknown", (*nowhere.because, *unread("description", "archived").because))
    if _MAY_TELL.search(told.description or ""):
        return judged("unknown", "maturity-in-description", [Cite(repository=repository.url)])
    return judged("fail", "maturity-unsaid", [cite(repository)])


def _explicit(repository: ProjectRepository, facts: RepositoryFacts) -> list[Said]:
    said = []
    if isinstance(facts.publiccode, Found) and (
        status := facts.publiccode.found.development_status
    ):
        said.append(Said(status, cite(repository, facts.publiccode.found.path)))
    said.extend(
        Said(readme.status, cite(repository, readme.path, readme.status_line))
        for readme in items(facts.readmes)
        if readme.status and "/" not in readme.path
    )
    return said or _in_metadata(repository, facts)


def _in_metadata(repository: ProjectRepository, facts: RepositoryFacts) -> list[Said]:
    """List what package metadata state; they are seldom looked after, so the others come first."""
    stated = [(document.path, document.status) for document in items(facts.documents)]
    stated += [(manifest.path, manifest.status) for manifest in items(facts.manifests)]
    return [
        Said(status, cite(repository, path))
        for path, status in stated
        if status and "/" not in path
    ]


def _inferred(repository: ProjectRepository, facts: RepositoryFacts) -> Judged | None:
    told = about(facts)
    if told and told.archived:
        return judged("partial", "maturity-archived", [Cite(repository=repository.url)])
    for readme in items(facts.readmes):
        if readme.status_hint:
            place = cite(repository, readme.path, readme.status_line)
            return judged("partial", "maturity-hint", [place], word=readme.status_hint)
    if named := _TRIAL_NAME.search(repository.name):
        return judged("partial", "maturity-hint", [cite(repository)], word=named[1])
    latest = facts.tags.found.latest if isinstance(facts.tags, Found) else None
    if latest and _UNFINISHED.search(latest.name):
        place = Cite(repository=repository.url, commit=latest.commit, on=latest.on)
        return judged("partial", "maturity-version", [place], version=latest.name)
    for manifest in items(facts.manifests):
        if manifest.version and "-" in manifest.version and _UNFINISHED.search(manifest.version):
            place = cite(repository, manifest.path)
            return judged("partial", "maturity-version", [place], version=manifest.version)
    return _by_changelog(repository, facts)


def _by_changelog(repository: ProjectRepository, facts: RepositoryFacts) -> Judged | None:
    """Infer from the newest version that the changelog of the whole tells of."""
    for seen in items(facts.documents):
        whole = seen.kind == "changelog" and "/" not in seen.path
        if whole and seen.latest_version and _UNFINISHED.match(seen.latest_version):
            place = cite(repository, seen.path)
            return judged("partial", "maturity-version", [place], version=seen.latest_version)
    return None
