"""How far along a project is: development status, upkeep, version and release date."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from catalog.assemble.settling import Witness, settled
from catalog.assemble.written import STATUS, WORDS, Written
from catalog.models.evidence import Found
from catalog.models.facts import LifecycleWord
from catalog.models.forge import ForgeFacts
from catalog.models.project import By, Stated
from catalog.models.verdict import Cite

_NEAR = 7  # days between a tagged commit and the release made of it that are no disagreement


def status_of(primary: Sequence[Witness], written: Written) -> Stated[LifecycleWord] | None:
    """Publiccode.yml, then the README, other files that say so, then what people write."""
    said = [s for w in primary for s in _statuses(w)]
    said += written.said("developmentStatus", STATUS)
    return settled(said, written.correction("developmentStatus", STATUS))


def _statuses(witness: Witness) -> list[Stated[LifecycleWord]]:
    seen, facts = witness.publiccode, witness.facts
    said: list[Stated[LifecycleWord]] = []
    said += witness.published(seen.development_status if seen else None, "developmentStatus")
    for readme in facts.readmes.found if isinstance(facts.readmes, Found) else ():
        said += witness.read(readme.status, readme.path, readme.status_line)
    for evidence in (facts.documents, facts.manifests):
        for paper in evidence.found if isinstance(evidence, Found) else ():
            said += witness.read(paper.status, paper.path)
    return said


def maintenance_of(primary: Sequence[Witness], written: Written) -> Stated[str] | None:
    """Publiccode.yml's maintenance type, then what people write."""
    path = "maintenance.type"
    said: list[Stated[str]] = []
    for witness in primary:
        seen = witness.publiccode
        said += witness.published(seen.maintenance if seen else None, path)
    said += written.said(path, WORDS)
    return settled(said, written.correction(path, WORDS))


class Release(NamedTuple):
    """A release as one place tells of it."""

    by: By
    version: str | None
    on: date | None
    version_at: Cite
    date_at: Cite


def version_of(primary: Sequence[Witness]) -> Stated[str] | None:
    """Tell the latest version: by tags, then the forge's releases, then publiccode.yml."""
    return settled(
        (
            Stated[str](value=r.version, by=r.by, cite=r.version_at)
            for r in _releases(primary)
            if r.version
        ),
        agree=_is_one_version,
    )


def released_on(primary: Sequence[Witness]) -> Stated[date] | None:
    """Tell when that was, in the same order."""
    return settled(
        (Stated[date](value=r.on, by=r.by, cite=r.date_at) for r in _releases(primary) if r.on),
        agree=_are_near,
    )


def _releases(primary: Sequence[Witness]) -> list[Release]:
    kinds = (_tagged, _released, _published)
    return [release for kind in kinds for w in primary[:1] for release in kind(w)]


def _tagged(witness: Witness) -> Iterator[Release]:
    tags = witness.facts.tags
    latest = tags.found.latest_release if isinstance(tags, Found) else None
    if latest:
        cite = Cite(repository=witness.facts.url, commit=latest.commit, on=latest.on)
        yield Release("harvest", latest.name, latest.on, cite, cite)


def _released(witness: Witness) -> Iterator[Release]:
    told = witness.facts.forge
    releases = told.releases if isinstance(told, ForgeFacts) else None
    if isinstance(releases, Found):
        whole = [r for r in releases.found.newest if not r.prerelease][:1]
        cite = Cite(repository=witness.facts.url)
        yield from (Release("forge", r.tag, r.on, cite, cite) for r in whole)


def _published(witness: Witness) -> Iterator[Release]:
    seen = witness.publiccode
    if seen:
        version = witness.cite(seen.path, seen.lines.get("softwareVersion"))
        released = witness.cite(seen.path, seen.lines.get("releaseDate"))
        yield Release("publiccode", seen.software_version, seen.release_date, version, released)


def _is_one_version(one: str, other: str) -> bool:
    """Tell whether two names are of one version: ``v1.2`` and ``1.2``."""
    return one.lower().removeprefix("v") == other.lower().removeprefix("v")


def _are_near(one: date, other: date) -> bool:
    return abs((one - other).days) <= _NEAR
