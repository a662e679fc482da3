"""GEN-4: open standards, by name, at the interfaces for data and log-in."""

import re
from functools import lru_cache, partial

from catalog.models.curated import Kind
from catalog.models.evidence import Found
from catalog.models.facts import MentionSeen, RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Status, Verdict
from catalog.readiness.checks.documentation import cites, of_subjects, written
from catalog.readiness.checks.evidence_of import (
    Judged,
    best_of,
    better,
    cite,
    curated,
    items,
    judged,
    reasons_unseen,
    unseen,
)
from catalog.readiness.checks.windows import Day

# They describe an interface of one's own; that makes no standard of it.
_OWN = frozenset({"openapi", "asyncapi", "graphql", "wsdl", "json-schema"})
_DESCRIPTIONS = frozenset({"openapi", "asyncapi", "graphql", "wsdl", "protobuf", "raml"})
_PROTOCOLS = frozenset({"saml2", "oidc", "oauth2", "ldap", "scim"})
_GENERATES = re.compile(  # a description of the interface, in an open format, from the code
    r"(?:.{0,60}[/:])?(?:django-ninja|drf-spectacular|drf-yasg2?|fastapi|flask-restx|flask-smorest"
    r"|apispec|connexion|flasgger|springdoc-openapi[\w-]{0,60}|swashbuckle\.aspnetcore|nswag\.aspnetcore"
    r"|api-doc-bundle|l5-swagger|swagger-php|@nestjs/swagger|tsoa|routing-controllers-openapi"
    r"|@fastify/swagger|rswag(?:-api)?)(?:[:\[].{0,60})?$",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^a-z0-9]")


def follows_standards(project: Project, _day: Day) -> Verdict:
    """GEN-4: named open standards at its interfaces."""
    read = best_of(project, partial(_standards, project.kind.value))
    written = _curated_standards(project)
    if written and written.status == "fail" and read.status == "unknown":
        return written.of("GEN-4")  # an empty list says that there are none
    return better(read, written).of("GEN-4")


def _curated_standards(project: Project) -> Judged | None:
    keys = project.entry.catalog if project.entry else None
    if keys is None:
        return None
    identity = keys.prerequisites.identity if keys.prerequisites else None
    protocols = [p for p in (identity.protocols if identity else ()) if p in _PROTOCOLS]
    if keys.standards:
        names = ", ".join(standard.name for standard in keys.standards)
        linked = any(standard.url for standard in keys.standards)
        code = "standards-listed" if linked else "standards-listed-unlinked"
        return judged("pass" if linked else "partial", code, [curated()], standards=names)
    if protocols:
        names = ", ".join(protocols)
        return judged("partial", "standards-listed-unlinked", [curated()], standards=names)
    return judged("fail", "standards-none", [curated()]) if keys.standards == () else None


def _standards(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    every = written(of_subjects(facts, "standard"))
    named = [seen for seen in every if seen.term not in _OWN]
    if linked := [seen for seen in named if seen.linked]:
        return _named("pass", "standards-linked", repository, linked)
    files = [seen for seen in items(facts.interfaces) if seen.kind in _DESCRIPTIONS]
    paths = [_LETTERS.sub("", seen.path.lower()) for seen in files]
    with_schema = [s for s in named if any(_LETTERS.sub("", s.term) in path for path in paths)]
    if with_schema:
        return _named("pass", "standards-schema", repository, with_schema)
    if named:
        return _named("partial", "standards-named", repository, named)
    own = [cite(repository, seen.path) for seen in files]
    if own := own + cites(repository, every) + _described(kind, repository, facts):
        return judged("partial", "standards-own-interface", own)
    if reasons := reasons_unseen(facts.mentions, facts.interfaces, facts.publiccode):
        return unseen(repository, *reasons)
    return judged("unknown", "standards-unsaid", [cite(repository)])


def _named(
    status: Status, code: str, repository: ProjectRepository, seen: list[MentionSeen]
) -> Judged:
    names = ", ".join(dict.fromkeys(one.term for one in seen))
    return judged(status, code, cites(repository, seen), standards=names)


@lru_cache(maxsize=16_384)  # the same packages are asked for everywhere
def _generates(package: str) -> bool:
    return bool(_GENERATES.match(package))


def _described(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """Point at where an application's own interface is described in words."""
    found = [(r.path, r.interface_line) for r in items(facts.readmes) if kind == "app"]
    places = [cite(repository, path, line) for path, line in found if line]
    if kind == "app":
        generated = (m for m in items(facts.manifests) if any(map(_generates, m.dependencies)))
        places += [cite(repository, m.path) for m in list(generated)[:1]]
    if isinstance(facts.publiccode, Found) and facts.publiccode.found.api_documentation:
        places.append(cite(repository, facts.publiccode.found.path))
    return places
