"""What a harvest will ask, and why: decided before anything but the listing has been asked."""

import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import RepositoryFacts
from catalog.models.forge import ForgeFacts
from catalog.store.snapshot import readme_of, snapshot_folder
from harvesters.forges.listing import Listed, Standing
from harvesters.git import NOBODY, READER
from harvesters.known import Known
from harvesters.reading import whole
from harvesters.reading.generality import Names

WEEK = 7  # a seventh of the repositories is described anew each day
_CHANGED = frozenset({"--full", "new", "its default branch moved", "its tags changed"})
_MAY_STAND = frozenset({"", "git is asked where it stands"})
LACKS_README = "its README is not kept yet"
_MAY_PASS = frozenset({"failed", "rate-limited", "not-read"})


@dataclass(frozen=True)
class Planned:
    """One repository: what is known, and why it is to be described and read (empty: it is not)."""

    listed: Listed
    before: RepositoryFacts | None
    describe: str
    read: str


def planned(  # noqa: PLR0913 - all that a decision rests on
    listed: Iterable[Listed],
    known: Known,
    today: date,
    *,
    full: bool = False,
    stamps: Mapping[str, str] | None = None,
    names: Names = NOBODY,
    lacking: Collection[str] = (),
) -> list[Planned]:
    """Decide for every listed repository, in the listing's order.

    Args:
        listed: the source's listing.
        known: what earlier harvests know of all repositories.
        today: decides whose turn it is to be described anew.
        full: describe and read everything.
        stamps: by the forge's number, what a listing without commits was stamped with before.
        names: the words of bodies that source code is searched for.
        lacking: the addresses whose README is to be kept and is not yet.
    """
    plan = []
    for one in listed:
        before = known.of(one)
        read = "--full" if full else _read(one, before, (stamps or {}).get(one.id or ""), names)
        if before and before.url in lacking and read in _MAY_STAND:
            read = LACKS_README
        describe = _describe(one, before, read, today)
        plan.append(Planned(one._replace(unchanged=not read), before, describe, read))
    return plan


def _read(one: Listed, before: RepositoryFacts | None, stamp: str | None, names: Names) -> str:
    """Say why content must be read; git decides where the forge does not tell where it stands."""
    if before is None:
        return "new"
    if before.stale_since:
        return "could not be read last time"
    if not before.probe.startswith(f"{READER}:"):
        return "the reading itself has changed"
    if not searched_for(before, names):
        return "the words of bodies it is searched for have changed"
    if one.stamp is not None and one.stamp == stamp:
        return ""
    return _moved(one.standing, before) if one.standing else "git is asked where it stands"


def stands_at(facts: RepositoryFacts, standing: Standing) -> bool:
    """Tell whether facts are of where a forge says a repository stands, read as we read now."""
    return facts.probe.startswith(f"{READER}:") and not _moved(standing, facts)


def searched_for(facts: RepositoryFacts, names: Names) -> bool:
    """Tell whether source code was searched for just these words, where it could be searched."""
    match facts.generality:
        case Found(found=seen):
            return seen.asked == names.fingerprint
        case Unseen(unseen="not-read"):
            return not names.fingerprint
        case _:
            return True


def _moved(now: Standing, before: RepositoryFacts) -> str:
    match before.head:
        case Found(found=head):
            then: tuple[str | None, str | None] = head.branch, head.commit
        case Absent():
            then = now.branch, None  # a branch without commits has no name that counts
        case Unseen():
            return "not read yet"
    if then != (now.branch, now.commit):
        return "its default branch moved"
    if now.tags is not None and now.tags != _tags(before):
        return "its tags changed"
    return ""


def _tags(before: RepositoryFacts) -> int | None:
    match before.tags:
        case Found(found=tags):
            return tags.count
        case Absent():
            return 0
        case Unseen():
            return None


def _describe(one: Listed, before: RepositoryFacts | None, read: str, today: date) -> str:
    if one.id is None:
        return ""
    if read in _CHANGED:
        return read
    if before is None or not isinstance(before.forge, ForgeFacts):
        return "new to the forge's interface"
    groups = (getattr(before.forge, name) for name in ForgeFacts.model_fields)
    reasons = {
        "it may have changed": one.standing is None and bool(read),
        "could not be had last time": any(_failed(group) for group in groups),
        "its address changed": before.url != one.url,
        "its turn in the week": turn_of(one.id) == today.toordinal() % WEEK,
    }
    return next((why for why, holds in reasons.items() if holds), "")


def lacking(catalogue: Path, known: Mapping[str, RepositoryFacts]) -> set[str]:
    """Return the addresses that have a README to keep whole, of which none is there."""
    folder = snapshot_folder(catalogue)
    return {
        url
        for url, facts in known.items()
        if whole.is_kept(facts) and not (folder / readme_of(url)).is_file()
    }


def turn_of(identity: str) -> int:
    """Return the day of seven on which a repository is described anew."""
    return zlib.crc32(identity.encode()) % WEEK


def _failed(evidence: object) -> bool:
    match evidence:
        case Found(stale_since=since) | Absent(stale_since=since):
            return since is not None
        case Unseen(unseen=reason):
            return reason in _MAY_PASS
        case _:
            return False
