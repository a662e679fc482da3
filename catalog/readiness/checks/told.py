"""What a forge tells of a repository, as checks need it: seen lately, or the reason why not."""

from typing import TypeVar

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import RepositoryFacts
from catalog.models.forge import (
    CommunityFile,
    CommunityKind,
    ForgeAbout,
    ForgeReleases,
    OutsideContributions,
    Replies,
    Reviews,
)
from catalog.readiness.checks.windows import Day

T = TypeVar("T")


def about(facts: RepositoryFacts) -> ForgeAbout | None:
    """Return the repository as its forge lists it; None where no forge told."""
    if isinstance(facts.forge, Unseen) or not isinstance(facts.forge.about, Found):
        return None
    return facts.forge.about.found


def replies(facts: RepositoryFacts, day: Day) -> Found[Replies] | Absent | Unseen:
    """Return how outsiders were answered."""
    return facts.forge if isinstance(facts.forge, Unseen) else _lately(facts.forge.replies, day)


def outside(facts: RepositoryFacts, day: Day) -> Found[OutsideContributions] | Absent | Unseen:
    """Return what was taken in from outside."""
    return facts.forge if isinstance(facts.forge, Unseen) else _lately(facts.forge.outside, day)


def reviews(facts: RepositoryFacts, day: Day) -> Found[Reviews] | Absent | Unseen:
    """Return how changes came in."""
    return facts.forge if isinstance(facts.forge, Unseen) else _lately(facts.forge.reviews, day)


def releases(facts: RepositoryFacts, day: Day) -> Found[ForgeReleases] | Absent | Unseen:
    """Return the releases on the forge."""
    return facts.forge if isinstance(facts.forge, Unseen) else _lately(facts.forge.releases, day)


def community(facts: RepositoryFacts, kind: CommunityKind, day: Day) -> str | None:
    """Return where the forge shows a document that holds for the repository."""
    return next((file.url for file in _files(facts, day) or () if file.kind == kind), None)


def has_told_community(facts: RepositoryFacts, day: Day) -> bool:
    """Tell whether the owner's shared documents were looked for."""
    return _files(facts, day) is not None


def _files(facts: RepositoryFacts, day: Day) -> tuple[CommunityFile, ...] | None:
    if isinstance(facts.forge, Unseen):
        return None
    match _lately(facts.forge.community, day):
        case Found(found=files):
            return files
        case Absent():
            return ()
        case Unseen():
            return None


def _lately(evidence: Found[T] | Absent | Unseen, day: Day) -> Found[T] | Absent | Unseen:
    """Leave out what could not be had again for so long that it no longer counts."""
    if isinstance(evidence, Found | Absent) and day.is_old(evidence.stale_since, "harvest"):
        return Unseen(unseen="failed")
    return evidence
