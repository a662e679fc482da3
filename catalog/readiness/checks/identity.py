"""Identity (PRE-1) as documentation states it: login, protocol and source of accounts."""

import re
from functools import lru_cache

from catalog.models.curated import Kind
from catalog.models.evidence import Unseen
from catalog.models.facts import MentionSeen, RepositoryFacts
from catalog.models.project import ProjectRepository
from catalog.readiness.checks.documentation import (
    UNNAMED,
    beside,
    cites,
    names,
    of_subjects,
    silent,
    written,
)
from catalog.readiness.checks.evidence_of import Judged, cite, items, judged
from catalog.readiness.checks.screens import screens_of

_RIGHTS = "unnamed-rights"  # whose rights is not told: also those in a database
_HINTS = frozenset({UNNAMED, _RIGHTS})
_SCHOOL_DATA = "SS 12000"  # names pupils and groups, but is an interface rather than a login
# What has people in front of it, and so may have them log in.
_FACES_PEOPLE = re.compile(
    r"(?:react(?:-dom|-native)?|vue|svelte|next|nuxt|preact|gatsby|expo|express|koa|fastify|hapi"
    r"|@(?:angular|nestjs|ionic|sveltejs|remix-run)/.+|django|flask|fastapi|starlette|plone|wagtail"
    r"|rails|sinatra|decidim|laravel/framework|symfony/framework-bundle|slim/slim|drupal/.+|cakephp/.+"
    r"|.*(?:spring-boot|quarkus|ktor|micronaut|aspnetcore|vaadin|wicket).*|phoenix|gin|echo"
    r"|github\.com/(?:gin-gonic|labstack|gofiber)/.+)$",
    re.IGNORECASE,
)


def documented(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge what one repository's documentation says of identity."""
    every = of_subjects(facts, "login", "protocol")
    named = [seen for seen in every if seen.term not in _HINTS]
    accounts = [m for m in of_subjects(facts, "accounts") if m.term != _SCHOOL_DATA]
    if found := _stated(repository, written(named), written(accounts)):
        return found
    free = of_subjects(facts, "no-login")
    if free and not named:
        return judged("pass", "identity-documented-none", cites(repository, free))
    if named or accounts:
        return _in_part(repository, named, accounts)
    if every and (not _is_bare(kind, facts) or {seen.term for seen in every} != {_RIGHTS}):
        return judged("unknown", "identity-hinted", cites(repository, every))
    return _unsaid(kind, repository, facts)


def _unsaid(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge silence: no failure where nobody could log in."""
    if _is_bare(kind, facts):
        return judged("na", "identity-no-interface", [cite(repository)])
    unread = isinstance(facts.mentions, Unseen)
    if kind == "app" and not unread and not _faces_people(facts):
        return judged("unknown", "identity-no-users-seen", [cite(repository)])
    return silent(repository, facts, "identity-nowhere")


def _is_bare(kind: Kind, facts: RepositoryFacts) -> bool:
    """Tell whether it is a program that shows no interface for people."""
    seen = not isinstance(facts.screens, Unseen)
    without = seen and screens_of(facts) is None and not _faces_people(facts)
    read = bool(items(facts.manifests)) and not isinstance(facts.mentions, Unseen)
    return kind == "app" and without and read


def _in_part(
    repository: ProjectRepository, named: list[MentionSeen], accounts: list[MentionSeen]
) -> Judged:
    if protocols := [seen for seen in named if seen.subject == "protocol"]:
        known = {"protocols": names(protocols)}
        return judged("partial", "identity-mentioned", cites(repository, protocols), **known)
    return judged("partial", "identity-mentioned-only", cites(repository, [*named, *accounts]))


def _stated(
    repository: ProjectRepository, named: list[MentionSeen], accounts: list[MentionSeen]
) -> Judged | None:
    """Judge met where source of accounts, protocol and login are stated beside each other."""
    logins = [seen for seen in named if seen.subject == "login"]
    protocols = [seen for seen in named if seen.subject == "protocol"]
    chosen = beside(accounts, protocols, logins)
    if chosen is None:
        return None
    known = {"protocols": names(protocols)}
    return judged("pass", "identity-documented", cites(repository, chosen), **known)


@lru_cache(maxsize=16_384)  # the same packages are asked for everywhere
def _shows(package: str) -> bool:
    return bool(_FACES_PEOPLE.match(package))


def _faces_people(facts: RepositoryFacts) -> bool:
    """Tell whether it shows: a theme or plugin, translations, or a framework for the web."""
    if items(facts.wordpress):
        return True
    return any(any(map(_shows, manifest.dependencies)) for manifest in items(facts.manifests))
