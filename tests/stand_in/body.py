"""A made-up body with repositories: what every stand-in forge serves in its own shape."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha1

LONG_AGO = datetime(2020, 1, 1, 12, tzinfo=UTC)


@dataclass
class Comment:
    """A reply to an issue or a change request, by one of the body unless ``outside``."""

    on: datetime
    outside: bool = False
    bot: bool = False


@dataclass
class Thread:
    """An issue, or a change request where ``change``."""

    number: int
    opened: datetime
    outside: bool = True
    bot: bool = False
    author: str = "someone"
    author_organisations: tuple[str, ...] = ()
    closed: datetime | None = None
    merged: datetime | None = None
    change: bool = False
    labels: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    approvers: tuple[str, ...] = ()  # accounts that approved a change request


@dataclass
class Release:
    """A release with its notes."""

    tag: str
    on: datetime
    notes: str = ""
    prerelease: bool = False


@dataclass
class Repo:
    """One repository. ``commit`` None: it has no commits; ``parent`` is ``owner/name``."""

    id: int
    name: str
    owner: str = "exempel"  # a GitLab group may be nested: "exempel/under"
    branch: str = "main"
    commit: str | None = None
    tags: int = 0
    description: str | None = None
    homepage: str | None = None
    topics: tuple[str, ...] = ()
    stars: int = 0
    forks: int = 0
    archived: datetime | None = None
    private: bool = False
    created: datetime = LONG_AGO
    parent: str | None = None
    own_commits: int = 0  # of a fork, what its parent lacks
    behind: int = 0
    mirror_of: str | None = None
    tracker: bool = True
    wiki: bool = False
    licence: str | None = None
    kilobytes: int = 100
    language: str | None = None
    security_policy: str | None = None
    contributing: str | None = None  # an address, as the two others
    conduct: str | None = None
    template: bool = False
    discussions: bool = False
    updated: datetime = LONG_AGO
    committed: datetime = LONG_AGO
    releases: list[Release] = field(default_factory=list)
    threads: list[Thread] = field(default_factory=list)
    protected: bool = False
    rules: tuple[str, ...] = ()  # of a ruleset, as GitHub names them
    commits: tuple[tuple[str, bool], ...] = ()  # newest first: author, through a change request

    @property
    def full_name(self) -> str:
        """``owner/name``."""
        return f"{self.owner}/{self.name}"


@dataclass
class Body:
    """An account with repositories; ``moved`` maps a former ``owner/name`` to where it is now."""

    login: str = "exempel"
    repositories: list[Repo] = field(default_factory=list)
    members: tuple[str, ...] = ("one-of-us",)
    user: bool = False
    moved: dict[str, str] = field(default_factory=dict)

    def public(self) -> list[Repo]:
        """Return the account's public repositories by name."""
        own = [r for r in self.repositories if r.owner.split("/")[0] == self.login]
        return sorted((r for r in own if not r.private), key=lambda r: r.name.lower())

    def named(self, full_name: str) -> Repo | None:
        """Find a repository under its name, or one it had."""
        now = self.moved.get(full_name, full_name).lower()
        return next((r for r in self.repositories if r.full_name.lower() == now), None)


def body_of(count: int, login: str = "exempel") -> Body:
    """Make a body with so many repositories, each with a commit, a topic and a tag."""
    return Body(
        login,
        [
            Repo(
                id=1000 + n, name=f"kod-{n:04}", owner=login, commit=commit_of(n), tags=1,
                description=f"Kodbas nummer {n}", topics=("kommun",), stars=n % 7,
            )
            for n in range(count)
        ],
    )  # fmt: skip


def commit_of(seed: object) -> str:
    """Make the name of a commit."""
    return sha1(str(seed).encode(), usedforsecurity=False).hexdigest()
