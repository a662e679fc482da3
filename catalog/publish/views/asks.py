"""What a project asks of the body that takes it up, by subject, and what that rests on.

A mention is no demand, so that several things in one place are alternatives: whoever has one of
them lacks nothing that is known. Only the main repository is heeded, for what its add-ons ask for
is no condition of the whole. Nobody has said is unknown, never nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from catalog.models.curated import Hosting, Identity, Prerequisites, value_of
from catalog.models.facts import MentionSeen, RepositoryFacts
from catalog.models.facts import Subject as Mentioned
from catalog.models.project import Project
from catalog.models.verdict import Status
from catalog.publish.views.capabilities import SubjectId, slug, subjects
from catalog.readiness.checks.documentation import written
from catalog.readiness.checks.evidence_of import in_order, items
from catalog.readiness.checks.hosting import HOSTS
from catalog.readiness.checks.windows import Day

Basis: TypeAlias = Literal["stated", "read", "seen", "na"]
Why: TypeAlias = Literal["unsaid", "old", "how", "words"]
Needs: TypeAlias = tuple[tuple[str, ...], ...]

Told: TypeAlias = defaultdict[Mentioned, list[MentionSeen]]

_SPELT: tuple[Mentioned, ...] = ("protocol", "runtime", "database", "hosting", "standard")
LANGUAGES = {
    "composer": "PHP", "npm": "JavaScript", "pypi": "Python", "maven": "Java", "gradle": "Java",
    "nuget": ".NET", "rubygems": "Ruby", "go": "Go", "cargo": "Rust",
}  # fmt: skip
_IN_FRONT = frozenset({"javascript", "node"})  # beside another language it builds what is shown
_SERVERS = frozenset({"php", "node", "python", "java", "dotnet", "ruby", "go", "rust"})
_UNDER = frozenset({"linux", "windows-server"})  # what other things run on
_CONTAINERS = frozenset({"dockerfile", "compose", "helm", "kustomize"})


class Ask(NamedTuple):
    """What is asked for in one subject: each need is met by any one of its things.

    No needs: nothing is asked for. ``why`` tells why it is not known, and nothing else holds then.
    """

    needs: Needs = ()
    basis: Basis = "stated"
    why: Why | None = None


UNSAID = Ask(why="unsaid")


def asks(project: Project, status: Mapping[str, Status], day: Day) -> dict[SubjectId, Ask]:
    """Return what a project asks for; ``status`` holds how PRE-1 and PRE-2 were answered."""
    facts = _facts(project)
    entry = project.entry
    said = (entry.catalog.prerequisites if entry else None) or Prerequisites()
    told = _mentions(facts)
    hosts = _hosts(project, facts, told)
    return {
        "login": _chosen(_stated_login(said.identity, day), status.get("PRE-1"), _login(told)),
        "run": _chosen(
            _stated_run(said.hosting, day), status.get("PRE-2"), _run(facts, told, hosts)
        ),
        "db": _chosen(_stated_db(said.hosting, day), status.get("PRE-2"), _db(told, hosts)),
        "skill": _skill(facts, hosts),
        "staff": _staff(project, day),
        "standard": _standard(said),
    }


def shared_standards(project: Project) -> tuple[str, ...]:
    """Return the open standards that it names; a name is no demand."""
    stated = (project.entry.catalog.standards if project.entry else None) or ()
    read = (seen.term for seen in written(_mentions(_facts(project))["standard"]))
    return subjects()["standard"].of([*(standard.name for standard in stated), *read])


def spellings(projects: Iterable[Project]) -> dict[str, str]:
    """Return how the things that documents name are written, by their ids."""
    told = _mentions(facts for project in projects for facts in _facts(project))
    return {slug(seen.term): seen.term for subject in _SPELT for seen in told[subject]}


def _chosen(stated: Ask, status: Status | None, found: Ask) -> Ask:
    """Let what people have stated go before what is read; what does not apply asks for nothing."""
    if not stated.why:
        return stated
    if status == "na":
        return Ask(basis="na")
    return stated if found.why and stated.why != "unsaid" else found


def _facts(project: Project) -> tuple[RepositoryFacts, ...]:
    """Return the main repository's facts; where none is the main one, those of all."""
    every = in_order(project)
    main = [repository for repository in every if repository.role == "primary"] or every
    return tuple(repository.facts for repository in main if repository.facts)


def _mentions(facts: Iterable[RepositoryFacts]) -> Told:
    """Sort all that documents name by subject, in one go."""
    told: Told = defaultdict(list)
    for one in facts:
        for seen in items(one.mentions):
            told[seen.subject].append(seen)
    return told


def _basis(named: Iterable[MentionSeen]) -> Basis:
    named = list(named)
    return "read" if named and len(written(named)) == len(named) else "seen"


# Log-in


def _stated_login(said: Identity | None, day: Day) -> Ask:
    if said is None:
        return UNSAID
    if day.is_old(said.as_of, "adoption"):
        return Ask(why="old")
    if said.login == "none" or {"none", "local-accounts"} & set(said.protocols):
        return Ask()
    federation = subjects()["login"].in_line(value_of(said.federation) or "")
    things = (*subjects()["login"].of(said.protocols), *federation)
    if things:
        return Ask((tuple(dict.fromkeys(things)),))
    return Ask(why="how" if said.login == "required" else "words")


def _login(told: Told) -> Ask:
    named = told["protocol"]
    logins = written(told["login"])
    local = [seen for seen in logins if seen.term == "local-accounts"]
    free = local or ([] if named else told["no-login"])
    if free:
        return Ask(basis=_basis(free))
    named = written(named) or named
    things = subjects()["login"].of(seen.term for seen in named)
    if things:
        return Ask((things,), _basis(named))
    return Ask(why="how") if any(seen.term == "login" for seen in logins) else UNSAID


# Where it runs, and where its data are


def _hosts(project: Project, facts: Iterable[RepositoryFacts], told: Told) -> tuple[str, ...]:
    """Return the programs that an add-on is put into: they bring place and database with them."""
    own = ["WordPress" for one in facts if items(one.wordpress)]
    named = told["hosting"] if project.kind.value == "addon" else []
    return subjects()["run"].of([*own, *(seen.term for seen in named if seen.term in HOSTS)])


def _stated_run(said: Hosting | None, day: Day) -> Ask:
    if said is None:
        return UNSAID
    if day.is_old(said.as_of, "adoption"):
        return Ask(why="old")
    lines = (*said.models, value_of(said.runtime) or "")
    things = tuple(one for line in lines for one in subjects()["run"].in_line(line))
    return Ask(_places(things)) if things else Ask(why="words")


def _run(facts: tuple[RepositoryFacts, ...], told: Told, hosts: tuple[str, ...]) -> Ask:
    if hosts:
        return Ask((hosts,), "seen" if any(items(one.wordpress) for one in facts) else "read")
    named = written([*told["hosting"], *told["runtime"]])
    read = subjects()["run"].of(seen.term for seen in named if seen.term not in HOSTS)
    every = _places((*read, *subjects()["run"].of(_seen(facts))))
    if not any(every):
        return UNSAID
    return Ask(every, "read" if set(every) == set(_places(read)) else "seen")


def _seen(facts: Iterable[RepositoryFacts]) -> Iterator[str]:
    """Name what files show: containers, and the languages of manifests."""
    for one in facts:
        if not _CONTAINERS.isdisjoint(seen.kind for seen in items(one.containers)):
            yield "containers"
        for language in _languages(one):
            yield "Node.js" if language == "JavaScript" else language


def _places(things: Iterable[str]) -> Needs:
    """Make needs of places: each language that a server must have, or any other place instead."""
    every = tuple(dict.fromkeys(things))
    servers = [one for one in every if one in _SERVERS]
    servers = [one for one in servers if one not in _IN_FRONT] or servers
    others = [one for one in every if one not in _SERVERS]
    others = [one for one in others if one not in _UNDER] or ([] if servers else others)
    return tuple((*others, one) for one in servers) or (tuple(others),)


def _stated_db(said: Hosting | None, day: Day) -> Ask:
    line = value_of(said.database) if said else None
    if said is None or not line:
        return UNSAID
    if day.is_old(said.as_of, "adoption"):
        return Ask(why="old")
    things = subjects()["db"].in_line(line)
    return Ask((things,)) if things else Ask(why="words")


def _db(told: Told, hosts: tuple[str, ...]) -> Ask:
    if hosts:
        return Ask(basis="na")
    named = told["database"]
    named = written(named) or named
    if things := subjects()["db"].of(seen.term for seen in named):
        return Ask((things,), _basis(named))
    free = written(told["no-database"])
    return Ask(basis="read") if free else UNSAID


# People


def _skill(facts: Iterable[RepositoryFacts], hosts: tuple[str, ...]) -> Ask:
    """Return the languages one must know to look after it, a host's own knowledge instead."""
    languages = subjects()["skill"].of(name for one in facts for name in _languages(one))
    languages = tuple(one for one in languages if one not in _IN_FRONT) or languages
    needs = tuple((*hosts, one) for one in languages) or ((hosts,) if hosts else ())
    return Ask(needs, "seen") if needs else UNSAID


def _languages(facts: RepositoryFacts) -> Iterator[str]:
    for manifest in items(facts.manifests):
        if not manifest.tooling:
            yield LANGUAGES[manifest.ecosystem]


def _staff(project: Project, day: Day) -> Ask:
    """Return who may run it: known only where suppliers or roles have been stated."""
    keys = project.entry.catalog if project.entry else None
    if keys is None:
        return UNSAID
    if keys.suppliers:
        current = [s for s in keys.suppliers if not (value_of(s.until) or day.today) < day.today]
        return Ask((("own", "supplier"),)) if current else Ask(why="old")
    roles = keys.prerequisites and keys.prerequisites.effort and keys.prerequisites.effort.roles
    return Ask((("own",),)) if keys.suppliers == () or roles else UNSAID


def _standard(said: Prerequisites) -> Ask:
    """Return the standards of the connections that are said to be required."""
    if said.integrations is None:
        return UNSAID
    needed = [one for one in said.integrations if one.required]
    named = subjects()["standard"].of(one.standard for one in needed if one.standard)
    return Ask(tuple((one,) for one in named)) if named or not needed else Ask(why="words")
