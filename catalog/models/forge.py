"""What only a forge's API tells of a repository: never content or history, which git gives.

Every group is evidence of its own, so that what could not be asked is unseen with its reason and
takes nothing else with it. Dates, numbers, identifiers, addresses, topics and the repository's own
description: no other text of people, no names and no accounts of persons.
"""

from datetime import date
from typing import Literal, TypeAlias

from catalog.models.base import Frozen
from catalog.models.evidence import Evidence, Unseen

Visibility: TypeAlias = Literal["public", "internal", "private"]
CommunityKind: TypeAlias = Literal["security", "contributing", "code-of-conduct"]


class ForkParent(Frozen):
    """The repository that a fork was made from. ``id`` as in :class:`ForgeFacts`."""

    url: str
    id: str | None = None


class ForgeAbout(Frozen):
    """A repository as its forge lists it. None: this forge, or this way of asking, does not say."""

    description: str | None = None
    homepage: str | None = None
    topics: tuple[str, ...] = ()
    stars: int | None = None
    forks: int | None = None
    archived: bool
    archived_on: date | None = None
    visibility: Visibility = "public"
    created: date | None = None
    fork: bool = False
    parent: ForkParent | None = None  # of a fork, where it is told and public
    mirror_of: str | None = None  # the address that the forge copies from
    template: bool = False
    tracker: bool | None = None  # whether the issue tracker is on
    wiki: bool | None = None
    discussions: bool | None = None
    licence: str | None = None  # SPDX id that the forge detected
    language: str | None = None  # main programming language


class OpenWork(Frozen):
    """Open issues, and open pull or merge requests. None: the forge does not tell them apart."""

    issues: int | None = None
    changes: int | None = None


class ForgeRelease(Frozen):
    """A release on the forge. ``notes`` tells whether it says anything of what changed."""

    tag: str
    on: date
    prerelease: bool = False
    notes: bool = False


class ForgeReleases(Frozen):
    """All releases counted; the five newest, newest first."""

    count: int
    newest: tuple[ForgeRelease, ...] = ()


class NewcomerIssue(Frozen):
    """An open issue that the body has labelled for newcomers or as wanting help."""

    url: str
    on: date  # when it was opened
    label: Literal["good first issue", "help wanted"]


class Replies(Frozen):
    """How outsiders were answered: issues and change requests they opened in the last 365 days.

    An outsider is no bot and nobody whom the forge calls owner, member or collaborator. A reply is
    the first by such a one, or a close. ``median_hours`` is over the answered ones. ``capped``
    tells that there were more than were looked at, so that counts are minima.
    """

    opened: int
    closed: int
    answered: int
    median_hours: float | None = None
    capped: bool = False


class OutsideContributions(Frozen):
    """Change requests by outsiders that were merged in the last 24 months.

    ``organisations`` counts the distinct organisations the forge shows their authors to belong to.
    """

    merged: int
    authors: int
    organisations: int
    capped: bool = False


class Reviews(Frozen):
    """How changes come in. Who approved is compared with who proposed, and forgotten.

    ``merged``: people's change requests that were merged in the last 180 days, ``approved`` those
    of them that another person approved; ``capped`` tells that there were more than were looked at.
    ``direct``: of people's last ``commits`` on the default branch, those outside any change
    request. None: the forge does not tell it, or not in the question about many.
    """

    protected: bool | None = None  # the default branch
    merged: int
    approved: int
    capped: bool = False
    commits: int | None = None
    direct: int | None = None


class ForkWork(Frozen):
    """A fork's default branch against its parent's: ``own`` commits that the parent lacks."""

    own: int
    behind: int


class CommunityFile(Frozen):
    """A document that holds for the repository, its own or the organisation's default."""

    kind: CommunityKind
    url: str


class ForgeFacts(Frozen):
    """What the forge tells. ``id`` is ``host/number``: it stays through renames and transfers."""

    id: str
    about: Evidence[ForgeAbout]
    open: Evidence[OpenWork] = Unseen(unseen="not-asked")
    releases: Evidence[ForgeReleases] = Unseen(unseen="not-asked")
    newcomers: Evidence[tuple[NewcomerIssue, ...]] = Unseen(unseen="not-asked")
    replies: Evidence[Replies] = Unseen(unseen="not-asked")
    outside: Evidence[OutsideContributions] = Unseen(unseen="not-asked")
    reviews: Evidence[Reviews] = Unseen(unseen="not-asked")
    fork_work: Evidence[ForkWork] = Unseen(unseen="not-asked")
    community: Evidence[tuple[CommunityFile, ...]] = Unseen(unseen="not-asked")

    def told(self, **groups: object) -> "ForgeFacts":
        """Return the facts with other evidence in some groups."""
        return ForgeFacts.model_validate(dict(self) | groups)
