"""One repository over git: probe where it stands, bring what is needed, read it into facts."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, get_args

from catalog.errors import GitError
from catalog.models.evidence import Absent, Evidence, Found, Unseen
from catalog.models.facts import ChangeSeen, GeneralitySeen, Head, RepositoryFacts
from harvesters import changes, reading
from harvesters.command import Git
from harvesters.forges.listing import Listed
from harvesters.history import Commit, count_history, read_commits
from harvesters.objects import Objects, opened
from harvesters.reading import generality, headers, whole
from harvesters.reading.contents import Contents
from harvesters.reading.generality import Names
from harvesters.reading.mentions import closed
from harvesters.reading.tree import Listing, wanted
from harvesters.tags import read_tags

NOBODY = Names()
READER = 4  # raise it when the reading changes: every repository is then read again


@dataclass(frozen=True)
class Probe:
    """The default branch, its commit, and every tag with the commit it points to."""

    branch: str | None
    commit: str | None
    tags: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        """Return what differs when anything that we read may have changed."""
        told = [self.branch or "", self.commit or ""]
        told += [f"{name} {commit}" for name, commit in sorted(self.tags.items())]
        digest = hashlib.sha256("\n".join(told).encode()).hexdigest()
        return f"{READER}:{digest[:24]}"


def probe(git: Git, url: str) -> Probe:
    """Ask a repository where it stands: one request, no content.

    Raises:
        GitError: it could not be reached.
    """
    lines = _refs(git, url, "HEAD", "refs/tags/*")
    branch = next((o.removeprefix("ref: refs/heads/") for o, n in lines if _symbolic(o, n)), None)
    commit = next((o for o, n in lines if n == "HEAD" and not o.startswith("ref:")), None)
    if commit is None or branch is None:
        branch, commit = _likely_branch(_refs(git, url, "refs/heads/*"), commit)
    peeled = {name.removesuffix("^{}"): oid for oid, name in lines}  # "name^{}" follows the tag
    return Probe(branch, commit, _tags(peeled))


def _refs(git: Git, url: str, *patterns: str) -> list[tuple[str, str]]:
    out = git.run("ls-remote", "--symref", "--", url, *patterns, timeout=60)
    rows = (line.split("\t", 1) for line in out.decode("utf-8", "replace").splitlines())
    return [(row[0], row[1]) for row in rows if len(row) == 2]  # noqa: PLR2004 - oid and name


def _symbolic(oid: str, name: str) -> bool:
    return name == "HEAD" and oid.startswith("ref: refs/heads/")


def _likely_branch(
    heads: Iterable[tuple[str, str]], commit: str | None
) -> tuple[str | None, str | None]:
    """Name the branch where HEAD does not: it is detached, or points to one that is not there."""
    branches = {name.removeprefix("refs/heads/"): oid for oid, name in heads}
    if commit is not None:
        branches = {name: oid for name, oid in branches.items() if oid == commit}
    usual = [b for b in ("main", "master", "develop") if b in branches] or sorted(branches)[:1]
    if not usual:
        return (None, commit)
    return usual[0], branches[usual[0]]


def read_repository(  # noqa: PLR0913 - where, from whom, how far and what for
    git: Git,
    listed: Listed,
    source: str,
    found: Probe | None = None,
    *,
    along: int = 0,
    names: Names = NOBODY,
    keep: Callable[[str | None], None] | None = None,
) -> RepositoryFacts:
    """Read everything about one repository.

    Args:
        git: the contained git.
        listed: the repository; its forge tells the default branch where ``found`` is None.
        source: the source that answers for it.
        found: where it stands, where that has been asked; else the first fetch tells.
        along: up to how many bytes a blob is fetched along with the trees.
        names: the words of bodies that its source code is searched for.
        keep: is given the README as it may be kept, or None where there is none to keep.

    Raises:
        GitError: it could not be read.
    """
    with opened(git, listed.location) as objects:
        stands = found or _standing(git, objects, listed)
        if stands.commit is None:
            if keep:
                keep(None)
            return _empty(listed.url, source, stands)
        if found:
            objects.bring_commits((stands.commit, *stands.tags.values()))
        listing = _listed(objects, stands.commit, along)
        blobs = _blobs(objects, listing, names)
        if keep:
            keep(whole.readme(Contents(listing, blobs)))
        facts = _read(objects, stands, stands.commit, listing, blobs, url=listed.url)
        kept = _Kept({}, set())
        facts["generality"] = _searched(objects, listing, listed.url, names, facts, kept=kept)
        facts["licence_headers"] = headers.read(Contents(listing, kept.tops | blobs))
        facts["mentions"] = closed.with_sources(facts["mentions"], listing, kept.asking)
    return RepositoryFacts(url=listed.url, source=source, probe=stands.fingerprint, **facts)


def _standing(git: Git, objects: Objects, listed: Listed) -> Probe:
    """Bring commits and tags, and tell where the repository stands by them; else ask."""
    branch = listed.standing.branch if listed.standing else listed.branch
    if branch is not None and objects.remote:
        try:
            refs = objects.bring_refs()
        except GitError:  # no head, or a tag that is not taken in: asking first tells which
            pass
        else:
            return Probe(branch, refs.pop("HEAD"), _tags(refs))
    found = probe(git, listed.location)
    objects.bring_commits(c for c in (found.commit, *found.tags.values()) if c)
    return found


def _tags(refs: Mapping[str, str]) -> dict[str, str]:
    return {
        name.removeprefix("refs/tags/"): oid
        for name, oid in refs.items()
        if name.startswith("refs/tags/")
    }


def _listed(objects: Objects, commit: str, along: int) -> Listing:
    objects.bring_trees(objects.tree_of(commit), along=along)
    return Listing(objects.entries(commit))


def _blobs(objects: Objects, listing: Listing, names: Names) -> dict[str, bytes | None]:
    """Return what is read at once; source code is only brought, in the same fetch."""
    mailmap = _mailmap(listing)
    needed = {e.oid for e in wanted(listing)} | ({mailmap} if mailmap else set())
    blobs = objects.blobs(needed, also=_of_sources(listing, names))
    return blobs | objects.blobs({e.oid for e in reading.linked(listing, blobs)} - needed)


def _mailmap(listing: Listing) -> str | None:
    return next((e.oid for e in listing.entries if e.path == ".mailmap"), None)


def _read(  # noqa: PLR0913 - what is read, and whose it is
    objects: Objects,
    found: Probe,
    commit: str,
    listing: Listing,
    blobs: Mapping[str, bytes | None],
    *,
    url: str,
) -> dict[str, Any]:
    """Read everything but the source code."""
    mailmap = _mailmap(listing)
    joined = mailmap if mailmap and blobs[mailmap] is not None else None
    commits = read_commits(objects.git, objects.folder, commit, mailmap=joined)
    history = count_history(commits)
    tags = read_tags(objects.git, objects.folder, found.tags)
    head = Head(branch=found.branch or "HEAD", commit=commit, on=history.last)
    read = reading.read(listing, blobs, url)
    return {
        "head": Found(found=head),
        "history": Found(found=history),
        "tags": Found(found=tags) if tags.count else Absent(absent=("refs/tags/",)),
        "lock_changes": _lock_changes(objects, commits, read),
        **read,
    }


def _lock_changes(
    objects: Objects, commits: Sequence[Commit], read: Mapping[str, Any]
) -> Evidence[tuple[ChangeSeen, ...]]:
    """Read when lock files changed, where nothing else tells that dependencies are kept fresh."""
    locks = read["locks"]
    if isinstance(read["updaters"], Found) and isinstance(locks, Found):
        return Unseen(unseen="not-read")
    return changes.read(
        objects, commits, [seen.path for seen in (locks.found if isinstance(locks, Found) else ())]
    )


class _Kept(NamedTuple):
    """What is kept of the sources while they are searched: by object, and the objects."""

    tops: dict[str, bytes]  # their first bytes
    asking: set[str]  # those that call functions of an add-on


def _searched(  # noqa: PLR0913 - what is searched, for what, and what is kept of it
    objects: Objects,
    listing: Listing,
    url: str,
    names: Names,
    facts: Mapping[str, Any],
    *,
    kept: _Kept,
) -> Evidence[GeneralitySeen]:
    """Search the source code, a few files in memory at a time; what others read of it is kept."""
    pieces = objects.pieces(_of_sources(listing, names), generality.LARGEST, generality.MOST_BYTES)
    passing = _keeping(pieces, kept)
    return generality.read(names, listing, passing, generality.said(url, listing, facts))


def _of_sources(listing: Listing, names: Names) -> list[str]:
    """Name the objects of the source code: what is searched first, then what only has marks."""
    searched = generality.oids(listing, names)
    marked = (entry.oid for entry in listing.sources[: headers.MOST_FILES]) if searched else ()
    return list(dict.fromkeys((*searched, *marked)))


def _keeping(pieces: Iterable[tuple[str, bytes]], kept: _Kept) -> Iterator[tuple[str, bytes]]:
    for oid, data in pieces:
        kept.tops[oid] = data[: headers.TOP]
        if closed.asks(data):
            kept.asking.add(oid)
        yield oid, data


def unread(url: str, source: str) -> RepositoryFacts:
    """Facts of a repository that its forge lists and that git could not read: all is unseen."""
    nothing: dict[str, Any] = {
        name: Unseen(unseen="failed")
        for name, info in RepositoryFacts.model_fields.items()
        if Absent in get_args(info.annotation)
    }
    return RepositoryFacts(url=url, source=source, probe="", **nothing)


def _empty(url: str, source: str, found: Probe) -> RepositoryFacts:
    """Facts of a repository without a commit: all is absent, for there is nothing to look in."""
    nothing: dict[str, Any] = {
        name: Absent(absent=("no commits",))
        for name, info in RepositoryFacts.model_fields.items()
        if Absent in get_args(info.annotation)
    }
    return RepositoryFacts(url=url, source=source, probe=found.fingerprint, **nothing)
