"""What the GitHub stand-in holds, whichever interface asks: owners, repositories, searches."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from operator import ge, gt, le, lt
from typing import NamedTuple, TypeAlias
from zlib import crc32

from tests.stand_in.body import Body, Repo, Thread, commit_of


class UnknownQualifierError(Exception):
    """A search uses what the stand-in does not know."""


class Hit(NamedTuple):
    """An issue or a pull request with the repository it is in."""

    repo: Repo
    thread: Thread


@dataclass
class World:
    """Bodies on one GitHub. ``insider``: whoever asks may also see what is private."""

    bodies: tuple[Body, ...]
    home: str = "https://github.com"
    insider: bool = False

    def body(self, login: str) -> Body | None:
        """Find an account."""
        return next((b for b in self.bodies if b.login.lower() == login.lower()), None)

    def visible(self) -> Iterator[Repo]:
        """Go through all repositories that may be seen."""
        for body in self.bodies:
            yield from (r for r in body.repositories if self.insider or not r.private)

    def owned(self, body: Body) -> list[Repo]:
        """Return an account's visible repositories by name."""
        own = (r for r in self.visible() if r.owner == body.login)
        return sorted(own, key=lambda repo: repo.name.lower())

    def by_id(self) -> dict[int, Repo]:
        """Return the visible repositories by their number."""
        return {repo.id: repo for repo in self.visible()}

    def named(self, full_name: str) -> Repo | None:
        """Find a repository under its name, or one it had."""
        found = (body.named(full_name) for body in self.bodies)
        return next((r for r in found if r and (self.insider or not r.private)), None)

    def parent(self, repo: Repo) -> Repo | None:
        """Find what a fork was made from; one nobody described is made up, a private one hidden."""
        if repo.parent is None:
            return None
        known = next((p for b in self.bodies if (p := b.named(repo.parent))), None)
        if known:
            return None if known.private and not self.insider else known
        owner, _, name = repo.parent.rpartition("/")
        number = crc32(repo.parent.encode()) >> 1  # a GraphQL Int has 31 bits
        return Repo(id=number, name=name, owner=owner, commit=commit_of(repo.parent))

    def thread_by(self, login: str) -> Thread | None:
        """Find something that a person wrote."""
        threads = (thread for repo in self.visible() for thread in repo.threads)
        return next((t for t in threads if t.author == login and not t.bot), None)

    def distance(self, repo: Repo, head: str) -> tuple[int, int] | None:
        """Count commits of ``head`` that ``repo`` lacks, and the other way round.

        ``head`` is a branch, ``owner:branch`` or ``owner:name:branch``; None: no such one.
        """
        owner, _, branch = head.rpartition(":")
        owner = owner.split(":")[0].lower()
        if not owner or owner == repo.owner.lower():
            return (0, 0) if branch == repo.branch else None
        parent = self.parent(repo)
        if parent and parent.owner.lower() == owner and parent.branch == branch:
            return repo.behind, repo.own_commits
        named = (repo.full_name or "").lower()
        forks = (f for f in self.visible() if (f.parent or "").lower() == named)
        fork = next((f for f in forks if f.owner.lower() == owner and f.branch == branch), None)
        return (fork.own_commits, fork.behind) if fork else None


def state_of(thread: Thread) -> str:
    """Return OPEN, CLOSED or MERGED."""
    if thread.merged:
        return "MERGED"
    return "CLOSED" if thread.closed else "OPEN"


def updated(thread: Thread) -> datetime:
    """Return when something last happened in a thread."""
    moments = [thread.opened, thread.closed, thread.merged, *(c.on for c in thread.comments)]
    return max(moment for moment in moments if moment)


def stamp(moment: datetime | None) -> str | None:
    """Write a moment as GitHub does."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None


Test: TypeAlias = Callable[[Hit], bool]
_WORD = re.compile(r'(-?[a-z-]+):((?:"[^"]*"|[^\s,"]+)(?:,(?:"[^"]*"|[^\s,"]+))*)', re.IGNORECASE)
_COMPARE = {">=": ge, "<=": le, ">": gt, "<": lt}


def search_repositories(world: World, query: str) -> list[Repo]:
    """Find repositories by topics, owner, fork and archived, as a search does: forks left out."""
    words, left = _words(query)
    words.setdefault("fork", ["false"])
    tests: dict[str, Callable[[Repo, list[str]], bool]] = {
        "topic": lambda repo, topics: bool(set(topics) & set(repo.topics)),
        "org": lambda repo, owners: repo.owner.lower() in owners,
        "user": lambda repo, owners: repo.owner.lower() in owners,
        "is": lambda repo, what: "public" not in what or not repo.private,
        "archived": lambda repo, what: what == [str(bool(repo.archived)).lower()],
        "fork": lambda repo, what: (
            what == ["true"] or (repo.parent is not None) == (what == ["only"])
        ),
        "sort": lambda _repo, _what: True,
    }
    _refuse(left, words, tests)
    found = [r for r in world.visible() if all(tests[k](r, v) for k, v in words.items())]
    return sorted(found, key=lambda repo: (-repo.stars, repo.id))


def search_threads(world: World, query: str) -> list[Hit]:
    """Find issues and pull requests, newest first; a comma between labels means or."""
    words, left = _words(query)
    hits = (Hit(repo, thread) for repo in world.visible() for thread in repo.threads)
    tests: dict[str, Callable[[Hit, list[str]], bool]] = {
        "org": lambda hit, owners: hit.repo.owner.lower() in owners,
        "user": lambda hit, owners: hit.repo.owner.lower() in owners,
        "repo": lambda hit, names: hit.repo.full_name.lower() in names,
        "label": lambda hit, labels: bool({x.lower() for x in hit.thread.labels} & set(labels)),
        "state": _is,
        "is": _is,
        "type": _is,
        "archived": lambda hit, what: what == [str(bool(hit.repo.archived)).lower()],
        "created": lambda hit, when: _within(hit.thread.opened, when[0]),
        "closed": lambda hit, when: _within(hit.thread.closed, when[0]),
        "merged": lambda hit, when: _within(hit.thread.merged, when[0]),
        "updated": lambda hit, when: _within(updated(hit.thread), when[0]),
        "sort": lambda _hit, _what: True,
    }
    _refuse(left, words, tests)
    found = [hit for hit in hits if all(tests[k](hit, v) for k, v in words.items())]
    return sorted(found, key=lambda hit: hit.thread.opened, reverse=True)


def _is(hit: Hit, what: list[str]) -> bool:
    states = {
        "open": not hit.thread.closed and not hit.thread.merged,
        "closed": bool(hit.thread.closed or hit.thread.merged),
        "merged": bool(hit.thread.merged),
        "issue": not hit.thread.change,
        "pr": hit.thread.change,
        "public": not hit.repo.private,
        "private": hit.repo.private,
    }
    return all(states[word] for word in what)


def _within(moment: datetime | None, wanted: str) -> bool:
    if moment is None:
        return False
    first, dots, last = wanted.partition("..")
    if dots:
        return date.fromisoformat(first[:10]) <= moment.date() <= date.fromisoformat(last[:10])
    sign = next((s for s in _COMPARE if wanted.startswith(s)), "")
    day = date.fromisoformat(wanted.removeprefix(sign)[:10])
    return _COMPARE[sign](moment.date(), day) if sign else moment.date() == day


def _words(query: str) -> tuple[dict[str, list[str]], str]:
    """Split a search into its qualifiers (those of the same name together) and what is left."""
    words: dict[str, list[str]] = {}
    for key, values in _WORD.findall(query):
        texts = [v.strip('"').lower() for v in re.findall(r'"[^"]*"|[^,]+', values)]
        words.setdefault(key.lower(), []).extend(texts)
    return words, _WORD.sub("", query).strip()


def _refuse(left: str, words: Iterable[str], known: Mapping[str, object]) -> None:
    strange = [left] if left else [word for word in words if word not in known]
    if strange:
        raise UnknownQualifierError(f"the stand-in does not know the search word {strange[0]}")


def stamp_of(seconds: int) -> str | None:
    """Write a moment given in seconds since 1970."""
    return stamp(datetime.fromtimestamp(seconds, UTC))
