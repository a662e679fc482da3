"""Closed software that is needed (PRE-4), by packages, documentation, publiccode.yml and people."""

import re
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from catalog.models.curated import Kind
from catalog.models.evidence import Found, Unseen
from catalog.models.facts import (
    FileSeen,
    LockedSeen,
    MentionSeen,
    NeededSeen,
    RepositoryFacts,
    Subject,
)
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Statement, Status, Verdict
from catalog.readiness.checks.closed_products import ClosedProduct, is_named
from catalog.readiness.checks.dependencies import (
    named,
    unclear,
    unread_locks,
)
from catalog.readiness.checks.documentation import cites as cites_of
from catalog.readiness.checks.documentation import of_subjects, written
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

_SUBJECTS: tuple[Subject, ...] = ("paid", "paid-choice", "platform")
_ADDON = re.compile(r"(?:^|[/-])(?:acf|advanced-custom-fields)(?:-|$)", re.IGNORECASE)
_COPIED = re.compile(
    r"(?:^|/)(?:sites/all|plugins|modules|themes|assets|libs?|public)/", re.IGNORECASE
)
_DATABASES = frozenset({"sql-server", "oracle-database", "db2"})
_NEAR = 3  # lines: databases listed together
# Where anyone gets open packages without a licence or a key.
_OPEN_REGISTRY = re.compile(
    r"(?:(?:repo[.]|asset-|w)?packagist|wp-packages|packages[.]drupal|registry[.]npmjs|pypi"
    r"|rubygems|plugins[.]gradle|(?:s01[.])?oss[.]sonatype|download[.]pytorch)[.]org"
    r"|repo(?:1)?[.]maven(?:[.]apache)?[.]org|repository[.]apache[.]org|maven[.]google[.]com"
    r"|central[.]sonatype[.]com|jcenter[.]bintray[.]com|repo[.]spring[.]io|jitpack[.]io"
    r"|packages[.]confluent[.]io|build[.]shibboleth[.]net"
)
ONE_SERVICE = "one-service"  # the term for what a client is for
_OPEN_DATABASES = frozenset({"PostgreSQL", "MariaDB", "MySQL", "SQLite"})


class _Hit(NamedTuple):
    """A closed product, and the file that takes it in; ``line`` where one shows it."""

    product: ClosedProduct
    path: str
    sure: bool  # it runs with the software, and the package itself is closed
    line: int | None = None


def runs_without_closed_software(project: Project, day: Day) -> Verdict:
    """PRE-4: what people wrote, and what the repositories show; the worst part decides."""
    written = project.entry.catalog.prerequisites if project.entry else None
    stated = written.proprietary if written else None
    found = worst_of(project, partial(_closed, day, project.kind.value, stated or ()))
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
    day: Day,
    kind: Kind,
    stated: Iterable[str],
    repository: ProjectRepository,
    facts: RepositoryFacts,
) -> Judged:
    hits = _hits(day, facts)
    mentions = _needed(facts)
    told = _publiccode(facts)
    declared = {*stated, *(one.name for one in told or ()), *(m.term for m in mentions)}
    undeclared = [hit for hit in hits if not is_named(hit.product, declared)]
    if sure := [hit for hit in undeclared if hit.sure]:
        return _editions(repository, facts, sure) or _undeclared(repository, facts, sure)
    if told or mentions:
        return _declared(day, repository, facts, told, mentions)
    if undeclared:
        return _because("closed-perhaps", repository, undeclared)
    if reasons := reasons_unseen(facts.manifests, facts.locked, facts.mentions, facts.publiccode):
        return unseen(repository, *reasons)
    if told is not None:
        return judged("pass", "closed-none-in-publiccode", [_place(repository, facts)])
    return _by_packages(kind, repository, facts)


def _needed(facts: RepositoryFacts) -> list[MentionSeen]:
    """List closed products that documents name, but for a database among several open ones."""
    every = of_subjects(facts, *_SUBJECTS)
    return [m for m in every if m.term not in _DATABASES or not _is_one_of_several(m, facts)]


def _is_one_of_several(mention: MentionSeen, facts: RepositoryFacts) -> bool:
    """Tell whether at least two open databases stand beside it: nobody needs three at once."""
    others = {
        seen.term
        for seen in of_subjects(facts, "database")
        if seen.path == mention.path
        and abs(seen.line - mention.line) <= _NEAR
        and seen.term in _OPEN_DATABASES
    }
    return len(others) > 1


def _hits(day: Day, facts: RepositoryFacts) -> list[_Hit]:
    """List each product once, where it is surest."""
    found: dict[str, _Hit] = {}
    for hit in (*_in_manifests(day, facts), *_in_locks(day, facts), *_in_forms(day, facts)):
        known = found.get(hit.product.id)
        if known is None or (hit.sure and not known.sure):
            found[hit.product.id] = hit
    return list(found.values())


def _in_manifests(day: Day, facts: RepositoryFacts) -> list[_Hit]:
    """List what manifests ask for; a registry of a vendor may be there for something optional."""
    packages = [
        _Hit(product, manifest.path, product.certain)
        for manifest in facts.own_manifests
        for product in day.closed.among(manifest.dependencies, manifest.ecosystem)
    ]
    registries = [
        _Hit(product, manifest.path, sure=False)
        for manifest in facts.own_manifests
        for host in manifest.registries
        if (product := day.closed.by_registry.get(host))
    ]
    return packages + registries


def _in_locks(day: Day, facts: RepositoryFacts) -> list[_Hit]:
    """List closed packages that others bring; an open client that they bring says nothing."""
    return [
        _Hit(product, lock.path, lock.apart)
        for lock in facts.own_locks
        for product in day.closed.among([p.name for p in lock.packages], lock.ecosystem)
        if product.certain
    ]


def _in_forms(day: Day, facts: RepositoryFacts) -> list[_Hit]:
    """List the paid editions of add-ons whose fields exported forms are made of."""
    asked = of_subjects(facts, "host-addon")
    return [
        _Hit(product, seen.path, sure=True, line=seen.line)
        for seen in asked
        if (product := day.closed.by_id.get(seen.term))
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


def _editions(
    repository: ProjectRepository, facts: RepositoryFacts, hits: list[_Hit]
) -> Judged | None:
    """Judge where documents name the add-on, and the forms show that its paid edition is needed."""
    named_ones = written(of_subjects(facts, "host-addon"))
    if not named_ones or not all(is_named(h.product, [m.term for m in named_ones]) for h in hits):
        return None
    forms = [cite(repository, hit.path, hit.line) for hit in hits]
    places = cites_of(repository, named_ones) + forms
    products = named([hit.product.name for hit in hits])
    found = judged("partial", "closed-edition", places, products=products)
    return Judged("partial", (*found.because, *_alternatives(hit.product for hit in hits)))


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
    if products and not optional and all(product.tool for product in products):
        status, code = "unknown", "closed-mentioned"
    names = named([product.name for product in products] or [m.term for m in mentions])
    cites = [cite(repository, m.path, m.line) for m in mentions]
    found = judged(status, code, list(dict.fromkeys(cites)), products=names)
    return Judged(status, (*found.because, *_alternatives(products)))


def _by_packages(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge that nothing closed is needed, where all that is asked for is known."""
    if hosted := _with_addons(repository, facts):
        return judged("unknown", "closed-addons-unseen", hosted)
    manifests = facts.own_manifests
    unknown = [cite(repository, m.path) for m in (*unclear(facts), *_unread(facts))]
    if unknown or all(_COPIED.search(manifest.path) for manifest in manifests):
        return judged("unknown", "closed-dependencies-unknown", unknown or [cite(repository)])
    if elsewhere := _explained_elsewhere(kind, facts):
        return judged("unknown", "documentation-elsewhere", cites_of(repository, elsewhere))
    if service := _of_one_service(kind, facts):
        return judged("unknown", "closed-service-unknown", cites_of(repository, service))
    if others := [m for m in manifests if not all(map(_OPEN_REGISTRY.fullmatch, m.registries))]:
        every = (h for m in others for h in m.registries)
        hosts = named([h for h in every if not _OPEN_REGISTRY.fullmatch(h)])
        places = [cite(repository, m.path) for m in others]
        return judged("unknown", "closed-registry-unknown", places, hosts=hosts)
    return _by_licences(repository, facts)


def _by_licences(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge by what lock files say of licences, else by where manifests take packages from."""
    locks = [lock for lock in facts.own_locks if lock.packages]
    stated = {licence for lock in locks for licence in lock.licences}
    places = [cite(repository, lock.path) for lock in locks]
    if closed := {licence for licence in stated if standing(licence) == "closed"}:
        packages = [p.name for lock in locks for p in lock.packages if p.licence in closed]
        return judged("unknown", "closed-licences-unclear", places, packages=named(packages))
    if locks and all(standing(licence) == "open" for licence in stated):
        count = sum(len(lock.packages) for lock in locks)
        return judged("pass", "closed-all-open", places, count=count)
    manifests = facts.own_manifests
    places = [cite(repository, manifest.path) for manifest in manifests]
    count = len({name for manifest in manifests for name in manifest.dependencies})
    if not count:
        return judged("pass", "closed-no-dependencies", places)
    return judged("pass", "closed-none-known", places, count=count)


def _unread(facts: RepositoryFacts) -> list[LockedSeen | FileSeen]:
    """List the lock files of ecosystems whose manifests nobody reads."""
    return unread_locks(facts, [])


def _of_one_service(kind: Kind, facts: RepositoryFacts) -> list[MentionSeen]:
    """List what says that a library is there for one service, which may be closed."""
    every = of_subjects(facts, "integration") if kind == "library" else []
    return [seen for seen in every if seen.term == ONE_SERVICE]


def _explained_elsewhere(kind: Kind, facts: RepositoryFacts) -> list[MentionSeen]:
    """List what leads to other documentation, where none in the tree says what it runs on.

    What a library takes along is in its manifest.
    """
    told = written(of_subjects(facts, "runtime", "database", "hosting"))
    return [] if told or kind == "library" else of_subjects(facts, "elsewhere")


def _with_addons(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """List what shows that it asks for add-ons of its host, which no manifest names."""
    hosted = _in_a_host(repository, facts)
    if isinstance(facts.generality, Unseen):  # its sources were not searched
        return hosted
    told = cites_of(repository, of_subjects(facts, "host-addon"))
    asked = (m for m in facts.own_manifests if any(_ADDON.search(d) for d in m.dependencies))
    return [*told, *(cite(repository, m.path) for m in asked)] if hosted else []


def _in_a_host(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """List what shows that it runs inside WordPress, whose other plugins no manifest names."""
    headers = [cite(repository, seen.path, seen.line) for seen in items(facts.wordpress)]
    return headers or [
        cite(repository, manifest.path)
        for manifest in facts.own_manifests
        if (manifest.kind or "").startswith("wordpress-") or "acf" in (manifest.name or "").lower()
    ]


def _because(code: str, repository: ProjectRepository, hits: list[_Hit]) -> Judged:
    cites = list(dict.fromkeys(cite(repository, hit.path, hit.line) for hit in hits))
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
