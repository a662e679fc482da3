"""What GitLab answers, as far as it is used: anything of another shape is refused here."""

import re
from datetime import datetime
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from pydantic.alias_generators import to_camel

from catalog.models.forge import Visibility

A = TypeVar("A", bound="Answer")
_PROJECT = "gid://gitlab/Project/"
_NUMBER = re.compile(r"[0-9]{1,18}")


class Answer(BaseModel):
    """Part of an answer; what else GitLab says is passed over."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel)


def _project_number(gid: str) -> str:
    number = gid.removeprefix(_PROJECT)
    if not _NUMBER.fullmatch(number):
        raise ValueError("not the id of a project")
    return number


Number = Annotated[str, AfterValidator(_project_number)]
# Paths become addresses and file names, so none holds anything that is more than a name there.
_NAME = r"[A-Za-z0-9_][A-Za-z0-9_.+~-]*"
Path = Annotated[str, StringConstraints(pattern=rf"^{_NAME}(/{_NAME})*$", max_length=500)]


def gid_of(number: str) -> str:
    """Return the global id of a project."""
    return f"{_PROJECT}{number}"


class PageInfo(Answer):
    """Whether a list goes on, and from where."""

    has_next_page: bool
    end_cursor: str | None = None


class Commit(Answer):
    """A commit's name."""

    sha: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{40,64}$")]


class Tree(Answer):
    """The root of a repository at its default branch."""

    last_commit: Commit | None


class Repository(Answer):
    """Where a repository stands. No tree: it has no commits."""

    root_ref: str | None
    tree: Tree | None


class Language(Answer):
    """A programming language and its share in percent."""

    name: str
    share: float | None = None


class ListedProject(Answer):
    """A project as a listing gives it. No repository: the forge does not show it to us."""

    id: Number
    full_path: Path
    description: str | None
    topics: tuple[str, ...] | None
    star_count: int
    forks_count: int
    archived: bool | None
    visibility: Visibility
    created_at: datetime | None
    issues_enabled: bool | None
    wiki_enabled: bool | None
    is_forked: bool | None = None
    languages: tuple[Language, ...] | None = None
    repository: Repository | None


class Projects(Answer):
    """A page of projects; ``count`` is of all pages, with what is hidden from us."""

    count: int
    page_info: PageInfo
    nodes: tuple[ListedProject, ...]


class Complexity(Answer):
    """What a question cost, and what it may cost."""

    score: int | None = None
    limit: int | None = None


class Place(Answer):
    """Where a project is."""

    id: Number
    full_path: Path
    visibility: Visibility


class Places(Answer):
    """Where some projects are."""

    nodes: tuple[Place, ...]


class RestPlace(Answer):
    """Where a project is, as REST says it."""

    full_path: Path = Field(validation_alias="path_with_namespace")
    visibility: Visibility


class User(Answer):
    """An account; its name is never asked for."""

    id: str
    bot: bool = False


class Member(Answer):
    """A membership; the user may be hidden."""

    user: User | None


class Members(Answer):
    """A page of memberships."""

    page_info: PageInfo
    nodes: tuple[Member, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The accounts' ids."""
        return frozenset(member.user.id for member in self.nodes if member.user)


class Note(Answer):
    """A comment, or where ``system`` a trace of something done."""

    created_at: AwareDatetime
    system: bool
    internal: bool | None = None
    author: User | None


class Notes(Answer):
    """The first 20 notes of a thread."""

    nodes: tuple[Note, ...]


class Thread(Answer):
    """An issue or a merge request."""

    created_at: AwareDatetime
    author: User | None
    notes: Notes
    closed_at: AwareDatetime | None = None
    merged_at: AwareDatetime | None = None
    confidential: bool = False


class Threads(Answer):
    """The newest issues or merge requests."""

    page_info: PageInfo
    nodes: tuple[Thread, ...]


class Group(Answer):
    """A group."""

    full_path: Path


class SourceProject(Answer):
    """Where a merge request came from; no group: from somebody's own namespace."""

    group: Group | None


class Merged(Answer):
    """A merged merge request; the source may be gone or hidden."""

    author: User | None
    source_project: SourceProject | None


class AllMerged(Answer):
    """The newest merged merge requests."""

    page_info: PageInfo
    nodes: tuple[Merged, ...]


class Approvals(Answer):
    """Who approved a merge request."""

    nodes: tuple[User | None, ...]


class Reviewed(Answer):
    """A merged merge request and its approvals."""

    author: User | None
    approved_by: Approvals | None = None


class AllReviewed(Answer):
    """The newest of those merged in half a year."""

    page_info: PageInfo
    nodes: tuple[Reviewed, ...]


class Release(Answer):
    """A release. ``released_at`` may lie ahead."""

    tag_name: str | None
    released_at: AwareDatetime | None
    description: str | None


class Releases(Answer):
    """All releases counted, the newest first."""

    count: int
    nodes: tuple[Release, ...]


class Newcomer(Answer):
    """An issue for newcomers."""

    iid: Annotated[str, StringConstraints(pattern=r"^[0-9]+$", max_length=18)]
    created_at: AwareDatetime
    confidential: bool


class Newcomers(Answer):
    """Issues with one label."""

    nodes: tuple[Newcomer, ...]


class DescribedProject(Answer):
    """What is told of one project; None: not shown, or not there."""

    id: Number
    open_issues_count: int | None = None
    open_merge_requests_count: int | None = None
    releases: Releases | None = None
    good_first_issue: Newcomers | None = None
    help_wanted: Newcomers | None = None
    project_members: Members | None = None
    issues: Threads | None = None
    merge_requests: Threads | None = None
    merged: AllMerged | None = None
    reviewed: AllReviewed | None = None


class Divergence(Answer):
    """A fork's commits against its parent's; None: not counted yet."""

    ahead: int | None
    behind: int | None


class Fork(Answer):
    """A fork's divergence; None: the parent is not shown to us."""

    fork_details: Divergence | None = None


class Parent(Answer):
    """What REST tells of the project that a fork was made from."""

    model_config = ConfigDict(frozen=True, alias_generator=None)

    id: int
    path_with_namespace: Path


def read(kind: type[A], value: object) -> A | None:
    """Return a value as this kind of answer; None where it has another shape."""
    try:
        return kind.model_validate(value)
    except ValidationError:
        return None
