"""What Forgejo and Gitea answer, and the facts that it becomes: one function an answer."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)

from catalog.models.forge import (
    ForgeAbout,
    ForgeRelease,
    ForgeReleases,
    ForkParent,
    NewcomerIssue,
    OpenWork,
)
from harvesters.forges import typed
from harvesters.forges.listing import Listed
from harvesters.forges.rest import RefusalError

T = TypeVar("T")

FullName = Annotated[str, StringConstraints(pattern=r"^[\w.-]+/[\w.-]+$")]
NewcomerLabel = Literal["good first issue", "help wanted"]
LABELS: tuple[NewcomerLabel, ...] = ("good first issue", "help wanted")


class _Answered(BaseModel):
    """A part of an answer: what we do not use is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Owner(_Answered):
    """An account. ``limited`` ones show themselves to those who are signed in only."""

    id: int
    login: str
    visibility: str = "public"  # not told by old instances


class Seen(_Answered):
    """A repository, and who may see it."""

    id: int
    full_name: FullName
    owner: Owner
    private: bool
    internal: bool = False

    @property
    def public(self) -> bool:
        """Whether everybody sees it, signed in or not."""
        return not (self.private or self.internal) and self.owner.visibility == "public"


class Repository(Seen):
    """A repository in a listing. None: this instance, or its version, does not tell."""

    description: str | None = None
    website: str | None = None
    topics: tuple[str, ...] | None = None
    size: int | None = None  # KiB, all of it
    stars_count: int | None = None
    forks_count: int | None = None
    archived: bool = False
    archived_at: datetime | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None
    default_branch: str | None = None
    fork: bool = False
    parent: Seen | None = None
    mirror: bool = False
    original_url: str | None = None
    template: bool = False
    has_issues: bool = True
    external_tracker: dict[str, Any] | None = None
    has_wiki: bool | None = None
    has_pull_requests: bool = True
    has_releases: bool = True
    open_issues_count: int | None = None
    open_pr_counter: int | None = None
    release_counter: int | None = None
    licenses: tuple[str, ...] | None = None  # Gitea since 1.23; Forgejo does not tell
    language: str | None = None

    @property
    def own_tracker(self) -> bool:
        """Whether its issues are on the forge; ``has_issues`` holds for a tracker elsewhere too."""
        return self.has_issues and self.external_tracker is None


class Release(_Answered):
    """A release."""

    tag_name: str
    body: str | None = None
    draft: bool = False
    prerelease: bool = False
    created_at: AwareDatetime
    published_at: AwareDatetime | None = None


class Label(_Answered):
    """A label of an issue."""

    name: str


class Home(_Answered):
    """The repository that an issue is of."""

    full_name: FullName


class Issue(_Answered):
    """An issue that a search has found."""

    number: int
    created_at: AwareDatetime
    labels: tuple[Label, ...] | None = None
    repository: Home

    @property
    def newcomer_label(self) -> NewcomerLabel | None:
        """The label for newcomers that it carries, however it is written."""
        names = {label.name.strip().lower() for label in self.labels or ()}
        return next((label for label in LABELS if label in names), None)


_REPOSITORIES = TypeAdapter(tuple[Repository, ...])
_RELEASES = TypeAdapter(tuple[Release, ...])
_ISSUES = TypeAdapter(tuple[Issue, ...])


def repositories_of(answer: object) -> tuple[Repository, ...]:
    """Read a listing: a list, or what a search wraps it in."""
    return _shaped(_REPOSITORIES, answer.get("data") if isinstance(answer, dict) else answer)


def repository_of(answer: object) -> Repository:
    """Read one repository."""
    return _shaped(TypeAdapter(Repository), answer)


def issues_of(answer: object) -> tuple[Issue, ...]:
    """Read a page of issues."""
    return _shaped(_ISSUES, answer)


def releases_of(answer: object, total: int | None) -> ForgeReleases:
    """Read the newest releases; ``total`` is how many there are."""
    told = [release for release in _shaped(_RELEASES, answer) if not release.draft]
    newest = sorted(told, key=_published, reverse=True)[:5]
    return ForgeReleases(
        count=max(total or 0, len(told)),
        newest=tuple(
            ForgeRelease(
                tag=release.tag_name,
                on=_published(release).date(),
                prerelease=release.prerelease,
                notes=bool((release.body or "").strip()),
            )
            for release in newest
        ),
    )


def _published(release: Release) -> datetime:
    return release.published_at or release.created_at


def newcomers_of(issues: Iterable[Issue], base: str) -> tuple[NewcomerIssue, ...]:
    """Turn the labelled ones into facts, oldest first."""
    labelled = [
        NewcomerIssue(
            url=f"{base}/{issue.repository.full_name}/issues/{issue.number}",
            on=issue.created_at.date(),
            label=label,
        )
        for issue in sorted(issues, key=lambda issue: (issue.created_at, issue.number))
        if (label := issue.newcomer_label)
    ]
    return tuple(labelled)


def listed_of(told: Repository, host: str, base: str, today: date) -> Listed:
    """Turn a repository of a listing into what the harvest knows it by."""
    url = f"{base}/{told.full_name}"
    return Listed(
        url=url,
        location=f"{url}.git",
        id=f"{host}/{told.id}",
        handle=told.full_name,
        about=about_of(told, host, base),
        stamp=_stamp(told, today),
        branch=told.default_branch,
        kilobytes=told.size,
    )


def about_of(told: Repository, host: str, base: str) -> ForgeAbout:
    """Turn what a listing tells into facts."""
    licences = told.licenses or ()
    return ForgeAbout(
        description=typed.line(told.description),
        homepage=typed.address(told.website),
        topics=tuple(sorted(told.topics or ())),
        stars=told.stars_count,
        forks=told.forks_count,
        archived=told.archived,
        archived_on=_day(told.archived_at) if told.archived else None,
        created=_day(told.created_at),
        fork=told.fork,
        parent=_parent(told.parent, host, base) if told.fork else None,
        mirror_of=typed.address(told.original_url) if told.mirror else None,
        template=told.template,
        tracker=told.has_issues,
        wiki=told.has_wiki,
        licence=licences[0] if len(licences) == 1 else None,
        language=told.language or None,
    )


def open_of(told: Repository) -> OpenWork:
    """Count open issues and pull requests, where the forge keeps them."""
    return OpenWork(
        issues=told.open_issues_count if told.own_tracker else None,
        changes=told.open_pr_counter if told.has_pull_requests else None,
    )


def _parent(parent: Seen | None, host: str, base: str) -> ForkParent | None:
    if parent is None or not parent.public:
        return None
    return ForkParent(url=f"{base}/{parent.full_name}", id=f"{host}/{parent.id}")


def _stamp(told: Repository, today: date) -> str | None:
    """Say when anything was last pushed, where that is certain.

    A push to any branch or tag sets ``updated_at``, in whole seconds and a little later than the
    push: so none for what moved today or yesterday. A mirror's is the date of a commit: none.
    """
    updated = told.updated_at
    if told.mirror or updated is None or updated.date() >= today - timedelta(days=1):
        return None
    return f"{updated.isoformat()} {told.default_branch or ''}".rstrip()


def _day(moment: datetime | None) -> date | None:
    """Return the day; an unset moment is written as one of the year 1, or as 1970-01-01."""
    return moment.date() if moment and moment.year > 1970 else None  # noqa: PLR2004 -- the epoch


def _shaped(shape: TypeAdapter[T], answer: object) -> T:
    try:
        return shape.validate_python(answer)
    except ValidationError:
        raise RefusalError("the forge answered in a shape that is not its own", "failed") from None
