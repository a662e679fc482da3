"""A valid publiccode.yml (INF-7), by the rules of the standard in the version it declares."""

import re

from catalog.models.curated import Kind
from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import PubliccodeSeen, RepositoryFacts
from catalog.models.project import ProjectRepository
from catalog.models.verdict import Cite
from catalog.readiness.checks.evidence_of import Judged, cite, judged, unseen
from catalog.readiness.checks.windows import Day

_EXPECTS_METADATA: frozenset[Kind] = frozenset({"app", "addon", "library", "config"})
_SHOWN = 5  # keys named in a sentence


def metadata(day: Day, kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge the file where there is one; sites and documents need none."""
    match facts.publiccode:
        case Unseen(unseen=reason):
            return unseen(repository, reason)
        case Absent():
            if kind in _EXPECTS_METADATA:
                return judged("fail", "publiccode-absent", [cite(repository)])
            return judged("na", "publiccode-not-expected", [cite(repository)])
        case Found(found=seen) if not seen.parses:
            return _unparsed(repository, seen)
        case Found(found=seen):
            return _valid(repository, seen) or _current(day, repository, facts, seen)


def _unparsed(repository: ProjectRepository, seen: PubliccodeSeen) -> Judged:
    """Judge what our reader did not take: by the standard's rules it may still be a document."""
    whole = [fault for fault in seen.faults or () if not fault.key]
    if seen.faults is None or whole:
        line = next((fault.line for fault in whole if fault.line), None)
        return judged("fail", "publiccode-unreadable", [cite(repository, seen.path, line)])
    return judged("unknown", "publiccode-not-taken", [cite(repository, seen.path)])


def _valid(repository: ProjectRepository, seen: PubliccodeSeen) -> Judged | None:
    """Name what makes the file invalid, or points it elsewhere."""
    if seen.faults:
        keys = [fault.key for fault in seen.faults if fault.key]
        places = dict.fromkeys(fault.line for fault in seen.faults)
        cites = [cite(repository, seen.path, line) for line in places]
        return judged("partial", "publiccode-errors", cites, keys=_named(keys))
    place = cite(repository, seen.path)
    if seen.missing and seen.faults is None:
        return judged("partial", "publiccode-missing", [place], keys=", ".join(seen.missing))
    if not seen.based_on and _address(seen.url or "") != _address(repository.url):
        place = cite(repository, seen.path, seen.lines.get("url"))
        return judged("partial", "publiccode-elsewhere", [place], url=seen.url or "-")
    return None


def _current(
    day: Day, repository: ProjectRepository, facts: RepositoryFacts, seen: PubliccodeSeen
) -> Judged:
    ended = [until for until in seen.contracts if until and until < day.today]
    if ended and len(ended) == len(seen.contracts):
        place = _at(repository, seen, "maintenance.contractors")
        return judged("partial", "publiccode-contract-ended", [place], until=max(ended))
    if seen.release_date and isinstance(facts.tags, Unseen):
        return unseen(repository, facts.tags.unseen)
    latest = facts.tags.found.latest_release if isinstance(facts.tags, Found) else None
    if (
        seen.release_date and latest and latest.on
        and day.at(latest.on).is_past(seen.release_date, "metadata")
    ):  # fmt: skip
        return judged(
            "partial", "publiccode-stale", [_at(repository, seen, "releaseDate")],
            released=seen.release_date, tag=latest.name, on=latest.on,
        )  # fmt: skip
    place = cite(repository, seen.path)
    if seen.faults is None:
        return judged("unknown", "publiccode-untested", [place])
    return judged("pass", "publiccode-valid", [place])


def _at(repository: ProjectRepository, seen: PubliccodeSeen, key: str) -> Cite:
    return cite(repository, seen.path, seen.lines.get(key))


def _named(keys: list[str]) -> str:
    distinct = list(dict.fromkeys(keys))
    more = " …" if len(distinct) > _SHOWN else ""
    return ", ".join(distinct[:_SHOWN]) + more or "publiccode.yml"


def _address(url: str) -> str:
    """Reduce an address to what identifies a repository."""
    bare = re.sub(r"^(?:git\+)?(?:https?|ssh|git)://(?:www\.|git@)?", "", url.strip().lower())
    return bare.rstrip("/").removesuffix(".git")
