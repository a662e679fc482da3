"""Closed software that is needed (PRE-4), by packages, documentation, publiccode.yml and people."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from catalog.models.evidence import Found
from catalog.models.facts import MentionSeen, NeededSeen, RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Statement, Status, Verdict
from catalog.readiness.checks.closed_products import ClosedProduct, is_named
from catalog.readiness.checks.dependencies import (
    counted,
    has_none,
    named,
    own_manifests,
    unlocked,
    unread_locks,
)
from catalog.readiness.checks.evidence_of import (
    Judged,
    cite,
    curated,
    items,
    judged,
    reasons_unseen,
    unseen,
    worst_of,
)
from catalog.readiness.checks.licence_fits import standing
from catalog.readiness.checks.windows import Day

_SUBJECTS = frozenset({"paid", "paid-choice", "platform"})


class _Hit(NamedTuple):
    """A closed product, and the manifest or lock file that takes it in."""

    product: ClosedProduct
    path: str
    sure: bool  # it runs with the software, and the package itself is closed


def runs_without_closed_software(project: Project, day: Day) -> Verdict:
    """PRE-4: what people wrote, and what the repositories show; the worst part decides."""
    written = project.entry.catalog.prerequisites if project.entry else None
    stated = written.proprietary if written else None
    found = worst_of(project, partial(_closed, day, stated or ()))
    if stated is None:
        return found.of("PRE-4")
    if stated:
        said = judged("partial", "closed-stated", [curated()], products=named(list(stated)))
        return (found if found.status == "fail" else said).of("PRE-4")
    none = judged("pass", "closed-none", [curated()])
    if found.status == "fail":  # the two cannot both be right
        return Judged("unknown", (*none.because, *found.because)).of("PRE-4")
    return none.of("PRE-4")


def _closed(
    day: Day, stated: Iterable[str], repository: ProjectRepository, facts: RepositoryFacts
) -> Judged:
    hits = _hits(day, facts)
    mentions = [seen for seen in items(facts.mentions) if seen.subject in _SUBJECTS]
    told = _publiccode(facts)
    declared = {*stated, *(one.name for one in told or ()), *(m.term for m in mentions)}
    undeclared = [hit for hit in hits if not is_named(hit.product, declared)]
    if sure := [hit for hit in undeclared if hit.sure]:
        return _undeclared(repository, facts, sure)
    if told or mentions:
        return _declared(day, repository, facts, told, mentions)
    if undeclared:
        return _because("closed-perhaps", repository, undeclared)
    if reasons := reasons_unseen(facts.manifests, facts.locked, facts.mentions, facts.publiccode):
        return unseen(repository, *reasons)
    if told is not None:
        return judged("pass", "closed-none-in-publiccode", [_place(repository, facts)])
    return _by_packages(repository, facts)


def _hits(day: Day, facts: RepositoryFacts) -> list[_Hit]:
    """List each product once, where it is surest."""
    found: dict[str, _Hit] = {}
    for hit in (*_in_manifests(day, facts), *_in_locks(day, facts)):
        known = found.get(hit.product.id)
        if known is None or (hit.sure and not known.sure):
            found[hit.product.id] = hit
    return list(found.values())


def _in_manifests(day: Day, facts: RepositoryFacts) -> list[_Hit]:
    """List what manifests ask for; a registry of a vendor may be there for something optional."""
    packages = [
        _Hit(product, manifest.path, product.certain)
        for manifest in own_manifests(facts)
        for product in day.closed.among(manifest.dependencies, manifest.ecosystem)
    ]
    registries = [
        _Hit(product, manifest.path, sure=False)
        for manifest in own_manifests(facts)
        for host in manifest.registries
        if (product := day.closed.by_registry.get(host))
    ]
    return packages + registries


def _in_locks(day: Day, facts: RepositoryFacts) -> list[_Hit]:
    return [
        _Hit(product, lock.path, product.certain and lock.apart)
        for lock in counted(facts)
        for product in day.closed.among((p.name for p in lock.packages), lock.ecosystem)
    ]


def _undeclared(repository: ProjectRepository, facts: RepositoryFacts, hits: list[_Hit]) -> Judged:
    """Fail where all places that could declare it were read; nothing was said of it in any."""
    if reasons := reasons_unseen(facts.mentions, facts.publiccode, facts.readmes):
        found = _because("closed-declared-unread", repository, hits)
        return Judged("unknown", (*found.because, *unseen(repository, *reasons).because))
    leads = (seen for seen in items(facts.mentions) if seen.subject == "elsewhere")
    if any(seen.term != "repository" for seen in leads):
        return _because("closed-declared-elsewhere", repository, hits)
    return Judged("fail", _because("closed-undeclared", repository, hits).because)


def _publiccode(facts: RepositoryFacts) -> tuple[NeededSeen, ...] | None:
    return facts.publiccode.found.proprietary if isinstance(facts.publiccode, Found) else None


def _declared(
    day: Day,
    repository: ProjectRepository,
    facts: RepositoryFacts,
    told: tuple[NeededSeen, ...] | None,
    mentions: list[MentionSeen],
) -> Judged:
    if told:
        return _by_publiccode(repository, facts, told)
    return _by_mentions(day, repository, mentions)


def _by_publiccode(
    repository: ProjectRepository, facts: RepositoryFacts, told: tuple[NeededSeen, ...]
) -> Judged:
    optional = all(one.optional for one in told)
    code = "closed-optional-in-publiccode" if optional else "closed-in-publiccode"
    products = named([one.name for one in told])
    return judged("partial", code, [_place(repository, facts)], products=products)


def _by_mentions(day: Day, repository: ProjectRepository, mentions: list[MentionSeen]) -> Judged:
    """Judge what the documentation names openly; being optional is told where it is said of all."""
    chosen = {m.term for m in mentions if m.subject == "paid-choice"}
    optional = all(m.term in chosen for m in mentions)
    code = "closed-optional-in-documentation" if optional else "closed-in-documentation"
    products = [day.closed.by_id[m.term] for m in mentions if m.term in day.closed.by_id]
    status: Status = "partial"
    if products and all(product.tool for product in products):
        status, code = "unknown", "closed-mentioned"
    names = named([product.name for product in products] or [m.term for m in mentions])
    cites = [cite(repository, m.path, m.line) for m in mentions]
    found = judged(status, code, list(dict.fromkeys(cites)), products=names)
    return Judged(status, (*found.because, *_alternatives(products)))


def _by_packages(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge that nothing closed is needed, where every package is known and open."""
    if hosted := _in_a_host(repository, facts):
        return judged("unknown", "closed-addons-unseen", hosted)
    if has_none(facts):
        places = [cite(repository, manifest.path) for manifest in own_manifests(facts)]
        return judged("pass", "closed-no-dependencies", places)
    locks = counted(facts)
    unknown = [cite(repository, lock.path) for lock in unread_locks(facts, locks)]
    unknown += [cite(repository, manifest.path) for manifest in unlocked(facts, locks)]
    if unknown or not any(lock.packages for lock in locks):
        return judged("unknown", "closed-dependencies-unknown", unknown or [cite(repository)])
    places = [cite(repository, lock.path) for lock in locks]
    if not all(standing(licence) == "open" for lock in locks for licence in lock.licences):
        unclear = [p.name for lock in locks for p in lock.packages if standing(p.licence) != "open"]
        return judged("unknown", "closed-licences-unclear", places, packages=named(unclear))
    count = sum(len(lock.packages) for lock in locks)
    return judged("pass", "closed-all-open", places, count=count)


def _in_a_host(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """List what shows that it runs inside WordPress, whose other plugins no manifest names."""
    headers = [cite(repository, seen.path, seen.line) for seen in items(facts.wordpress)]
    return headers or [
        cite(repository, manifest.path)
        for manifest in own_manifests(facts)
        if (manifest.kind or "").startswith("wordpress-") or "acf" in (manifest.name or "").lower()
    ]


def _because(code: str, repository: ProjectRepository, hits: list[_Hit]) -> Judged:
    cites = [cite(repository, path) for path in dict.fromkeys(hit.path for hit in hits)]
    found = judged("unknown", code, cites, products=named([hit.product.name for hit in hits]))
    return Judged("unknown", (*found.because, *_alternatives(hit.product for hit in hits)))


def _alternatives(products: Iterable[ClosedProduct]) -> tuple[Statement, ...]:
    named_ones = [product.alternative for product in products if product.alternative]
    if not named_ones:
        return ()
    return (Statement(code="closed-alternatives", values={"products": named(named_ones)}),)


def _place(repository: ProjectRepository, facts: RepositoryFacts) -> Cite:
    if not isinstance(facts.publiccode, Found):
        return cite(repository)
    seen = facts.publiccode.found
    return cite(repository, seen.path, seen.lines.get("dependsOn.proprietary"))
