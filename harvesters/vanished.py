"""Repositories that a listing lacks: kept for one more listing, then a dated tombstone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from catalog.models.address import key_of
from catalog.models.evidence import Found
from catalog.models.facts import RepositoryFacts, Tombstone
from harvesters.forges.listing import Forge, Listed, ListingError, Missing
from harvesters.known import Known, id_of

LARGEST_SHRINK = 0.2  # of what was known; a listing that lacks more is not believed


@dataclass
class Vanished:
    """What a source's harvest does about repositories that are not, or not so, in its listing."""

    kept: list[RepositoryFacts] = field(default_factory=list)  # dated as missing
    gone: list[Tombstone] = field(default_factory=list)


class ShrunkError(ListingError):
    """A listing lacks so many known repositories that nobody should believe it."""


def missing_from(listed: Sequence[Listed], known: Known, source: str) -> list[RepositoryFacts]:
    """Return what the source answered for and its listing lacks, by address."""
    there = {before.url for one in listed if (before := known.of(one))}
    addresses = {key_of(one.url) for one in listed}
    return [
        f
        for f in known.of_source(source)
        if f.url not in there and (id_of(f) or key_of(f.url) not in addresses)
    ]


def refuse_shrink(missing: Sequence[RepositoryFacts], known: Known, source: str) -> None:
    """Refuse a listing that shrinks by more than a fifth.

    Raises:
        ShrunkError: it does.
    """
    before = [f for f in known.of_source(source) if f.missing_since is None]
    lacking = [f for f in missing if f.missing_since is None]
    if len(lacking) > LARGEST_SHRINK * len(before):
        raise ShrunkError(
            f"the listing lacks {len(lacking)} of {len(before)} known repositories, more than a "
            f"fifth, and was not used; if it is right: kodkatalog harvest --source {source} "
            "--accept-shrink"
        )


def vanished(missing: Sequence[RepositoryFacts], forge: Forge, today: date) -> Vanished:
    """Date what is missing for the first time; ask what became of the rest."""
    result = Vanished()
    again = [f for f in missing if f.missing_since is not None]
    fates = forge.whereabouts([Missing(f.url, id_of(f)) for f in again]) if again else {}
    for facts in missing:
        fate = fates.get(facts.url)
        if facts.missing_since is None or fate is None:  # nobody could tell: it is kept
            since = facts.missing_since or today
            result.kept.append(facts.model_copy(update={"missing_since": since}))
        else:
            result.gone.append(_tombstone(facts, facts.missing_since, fate.fate, fate.to))
    return result


def moved(before: RepositoryFacts, now: str, today: date) -> Tombstone | None:
    """Make the tombstone of a former address; one that differs only in case has none."""
    if key_of(before.url) == key_of(now):
        return None
    same_owner = before.url.rpartition("/")[0].lower() == now.rpartition("/")[0].lower()
    fate = "renamed" if same_owner else "transferred"
    return _tombstone(before, today, fate, now)


def _tombstone(facts: RepositoryFacts, since: date, fate: str, to: str | None) -> Tombstone:
    head = facts.head.found if isinstance(facts.head, Found) else None
    return Tombstone(
        url=facts.url, source=facts.source, gone_since=since, reason=fate, to=to,
        id=id_of(facts), last=head,
    )  # fmt: skip
