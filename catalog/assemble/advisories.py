"""Joins a repository's locked packages with the public advisories that are known of them."""

from collections.abc import Iterator

from catalog.models.advisories import Advisories, AdvisoryHit, Concern, Severity, keyed
from catalog.models.evidence import Found
from catalog.models.facts import LockedSeen, PackageSeen, RepositoryFacts
from catalog.models.run import AdvisoriesRun

_ORDER: tuple[Severity | None, ...] = (None, "none", "low", "moderate", "high", "critical")


def concern_of(
    facts: RepositoryFacts | None, known: Advisories | None, run: AdvisoriesRun | None
) -> Concern | None:
    """Return what concerns a repository; None where nobody has asked, or nothing is locked."""
    if facts is None or known is None or run is None or run.succeeded is None:
        return None
    if not isinstance(facts.locked, Found):
        return None
    packages = {key: (lock, package) for key, lock, package in keyed(facts.locked.found)}
    unasked = packages.keys() & set(known.unasked)
    asked = packages.keys() & known.asked.keys()
    hits = (hit for key in sorted(asked) for hit in _hits(known, key, *packages[key]))
    return Concern(
        on=run.succeeded,
        hits=tuple(hits),
        asked=len(asked),
        unasked=len(unasked),
        unknown=len(packages) - len(asked) - len(unasked),
    )


def _hits(
    known: Advisories, key: str, lock: LockedSeen, package: PackageSeen
) -> Iterator[AdvisoryHit]:
    """Give each weakness once: databases tell the same one under ids of their own."""
    told: set[str] = set()
    ids = [one for one in known.asked[key] if one in known.advisories]
    for one in sorted(ids, key=lambda i: (not i.startswith("GHSA-"), i)):
        advisory = known.advisories[one]
        if told.isdisjoint({one, *advisory.aliases}):
            same = [known.advisories[other] for other in ids if other in advisory.aliases]
            rated = max((a.severity for a in (advisory, *same)), key=_ORDER.index)
            fixed = any(a.fixed for a in (advisory, *same))
            yield AdvisoryHit(
                id=one,
                advisory=advisory.model_copy(update={"severity": rated, "fixed": fixed}),
                package=package.name,
                version=package.version,
                path=lock.path,
            )
        told |= {one, *advisory.aliases}
